/*
 * A set of fingerprints, each with a reference: what has been seen exactly.
 * Open addressing, linear, at most three quarters full; it grows and forgets
 * nothing.
 */
#ifndef DEDUPE_PRINTS_H
#define DEDUPE_PRINTS_H

#include <stdbool.h>

#include "sentence.h"

struct prints {
	struct fingerprint *slots; /* low is never 0 in a slot that is taken */
	uint32_t *refs;            /* beside each slot; NULL where none are kept */
	size_t mask, count;
	bool has_refs;
	bool mapped; /* the arrays belong to a file */
};

/* An empty set. */
struct prints prints_new(bool has_refs);
void prints_free(struct prints *prints);

/* The slot of a fingerprint, taken or not; it is `prints_taken()` where the fingerprint is there. */
size_t prints_find(const struct prints *prints, struct fingerprint print);

static inline bool prints_taken(const struct prints *prints, size_t slot)
{
	return prints->slots[slot].low != 0;
}

static inline void prints_prefetch(const struct prints *prints, struct fingerprint print)
{
	__builtin_prefetch(&prints->slots[print.high & prints->mask], 1);
}

/* Take the free slot that prints_find() gave. The set may grow: slots found before are void. */
void prints_take(struct prints *prints, size_t slot, struct fingerprint print, uint32_t ref);

/* Bytes held, and bytes held after one more fingerprint (both tables, while it grows). */
size_t prints_bytes(const struct prints *prints);
size_t prints_bytes_next(const struct prints *prints);

#endif
