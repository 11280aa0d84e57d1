#include "buf.h"

#include <stdlib.h>

#include "err.h"
#include "mem.h"
#include "banned.h"

void buf_grow(struct buf *buf, size_t more)
{
	if (more > SIZE_MAX - buf->len)
		die(STATUS_FAILED, "out of memory: a buffer past the address space");
	buf->ptr = xgrow(buf->ptr, &buf->cap, buf->len + more, 1);
}

void buf_free(struct buf *buf)
{
	free(buf->ptr);
	*buf = (struct buf){ 0 };
}

void buf_uint(struct buf *buf, uint64_t value)
{
	char digits[20];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + value % 10);
	while ((value /= 10) > 0);
	buf_add(buf, digits + at, sizeof(digits) - at);
}
