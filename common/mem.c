#include "mem.h"

#include <stdint.h>
#include <stdlib.h>

#include "err.h"
#include "banned.h"

static void *checked(void *ptr, size_t size)
{
	if (ptr == NULL && size > 0)
		die(STATUS_FAILED, "out of memory: %zu bytes wanted", size);
	return ptr;
}

void *xmalloc(size_t size)
{
	return checked(malloc(size), size);
}

void *xcalloc(size_t count, size_t size)
{
	return checked(calloc(count, size), count > 0 ? size : 0);
}

void *xrealloc(void *ptr, size_t size)
{
	return checked(realloc(ptr, size), size);
}

void *xgrow(void *ptr, size_t *cap, size_t want, size_t size)
{
	if (want <= *cap)
		return ptr;
	size_t more = *cap < 16 ? 16 : *cap;
	while (more < want) {
		if (more > SIZE_MAX / 2 / size)
			die(STATUS_FAILED, "out of memory: %zu elements wanted", want);
		more *= 2;
	}
	*cap = more;
	return xrealloc(ptr, more * size);
}
