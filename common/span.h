/* A span: a run of bytes that somebody else owns. NUL is data; nothing is terminated. */
#ifndef KHABAR_SPAN_H
#define KHABAR_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct span {
	const char *ptr;
	size_t len;
};

/* A span over a string literal. */
#define SPAN(literal) ((struct span){ (literal), sizeof(literal) - 1 })

static inline bool span_eq(struct span a, struct span b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Order by bytes, a shorter one before what it begins: <0, 0 or >0. */
static inline int span_cmp(struct span a, struct span b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int c = n > 0 ? memcmp(a.ptr, b.ptr, n) : 0;
	return c != 0 ? c : (a.len > b.len) - (a.len < b.len);
}

/* Take c off the front of *s. Returns false, and leaves it, where it begins otherwise. */
static inline bool span_take(struct span *s, char c)
{
	if (s->len == 0 || s->ptr[0] != c)
		return false;
	s->ptr++;
	s->len--;
	return true;
}

/*
 * Take the piece of *rest up to the next `by` off its front into *piece.
 * Returns false when nothing is left; "a,,b" gives "a", "" and "b", and an
 * empty span gives one empty piece. *rest.ptr becomes NULL at the end.
 */
static inline bool span_next(struct span *rest, char by, struct span *piece)
{
	if (rest->ptr == NULL)
		return false;
	const char *at = rest->len > 0 ? memchr(rest->ptr, by, rest->len) : NULL;
	if (at == NULL) {
		*piece = *rest;
		*rest = (struct span){ NULL, 0 };
	} else {
		*piece = (struct span){ rest->ptr, (size_t)(at - rest->ptr) };
		rest->len -= piece->len + 1;
		rest->ptr = at + 1;
	}
	return true;
}

#endif
