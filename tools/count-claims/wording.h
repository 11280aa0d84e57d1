/*
 * Wordings: which sentences say a thing in words of their own, and which are
 * copies or light rewordings of one another: the similarity by which dedupe
 * finds near-duplicates (common/similar.h).
 */
#ifndef COUNT_CLAIMS_WORDING_H
#define COUNT_CLAIMS_WORDING_H

#include <stdint.h>

#include "count-claims/intern.h"

struct wording {
	uint64_t hash;   /* of its folded words */
	uint64_t first;  /* its words are pool[first .. first + count) */
	uint32_t count;
};

/* Start with a zeroed struct. */
struct wordings {
	struct wording *at;
	size_t count, cap;
	uint32_t *pool; /* 32 bits of each word's hash, in order */
	size_t pool_count, pool_cap;
	struct intern known; /* hashes of words, each a wording's number */
	struct buf folded;
};

/* The number of a sentence's wording; sentences that fold alike have one. */
uint32_t wordings_add(struct wordings *wordings, struct span text);

/*
 * How many of ids[0..count) are independent: wordings that are near-duplicates
 * count once. Sorts ids. Does not depend on their order.
 */
size_t wordings_independent(const struct wordings *wordings, uint32_t *ids, size_t count);

void wordings_free(struct wordings *wordings);

#endif
