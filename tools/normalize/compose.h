/*
 * NFC (Unicode Standard Annex 15), a code point at a time: text comes out as
 * soon as nothing behind it can change it. Tables are utf8proc's; marks are put
 * in canonical order by a stable counting sort, so that time is linear in
 * their number.
 */
#ifndef NORMALIZE_COMPOSE_H
#define NORMALIZE_COMPOSE_H

#include <stdint.h>

#include "buf.h"

/* Start with a zeroed struct. */
struct compose {
	int32_t *segment; /* a starter and what may still compose with it */
	size_t count, cap;
	int32_t *scratch;
	size_t scratch_cap;
};

/* Marks on one starter past this number are composed in pieces, so that memory is bounded. */
#define COMPOSE_MOST (4u << 20)

/* Add a code point; what is finished is appended to out in UTF-8. */
void compose_add(struct compose *compose, uint32_t cp, struct buf *out);

/* The text ends here: all that is left is finished. */
void compose_end(struct compose *compose, struct buf *out);

/* Whether nothing before this code point can change it, and it changes nothing before it. */
int compose_is_boundary(uint32_t cp);

void compose_free(struct compose *compose);

#endif
