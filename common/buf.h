/*
 * A byte buffer that grows. NUL is data and nothing is terminated. Start with
 * a zeroed struct; empty it with `buf.len = 0`, which keeps the memory.
 */
#ifndef KHABAR_BUF_H
#define KHABAR_BUF_H

#include <stdint.h>
#include <string.h>

#include "span.h"

struct buf {
	char *ptr;
	size_t len;
	size_t cap;
};

/* Make room for `more` bytes behind buf->len. */
void buf_grow(struct buf *buf, size_t more);
void buf_free(struct buf *buf);

/* Append `value` in decimal. */
void buf_uint(struct buf *buf, uint64_t value);

static inline void buf_reserve(struct buf *buf, size_t more)
{
	if (buf->cap - buf->len < more)
		buf_grow(buf, more);
}

static inline void buf_add(struct buf *buf, const char *ptr, size_t len)
{
	if (len == 0)
		return;
	buf_reserve(buf, len);
	memcpy(buf->ptr + buf->len, ptr, len);
	buf->len += len;
}

static inline void buf_span(struct buf *buf, struct span span)
{
	buf_add(buf, span.ptr, span.len);
}

static inline void buf_char(struct buf *buf, char c)
{
	buf_reserve(buf, 1);
	buf->ptr[buf->len++] = c;
}

static inline struct span buf_as_span(const struct buf *buf)
{
	return (struct span){ buf->ptr, buf->len };
}

#endif
