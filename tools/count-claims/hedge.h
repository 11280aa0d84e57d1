/*
 * Hedges: what stands before, between and behind a number and says how exact
 * it is (lists/hedges-before.tsv, hedges-after.tsv, hedge-verbs.tsv). Where two
 * meet, the one that bounds wins over "about", and else the first.
 */
#ifndef COUNT_CLAIMS_HEDGE_H
#define COUNT_CLAIMS_HEDGE_H

#include "count-claims/number.h"
#include "count-claims/quantity.h"

struct hedge {
	enum quantity_cmp cmp;
	size_t first, last; /* tokens of the number and its hedges */
};

/* The hedges in front of the number in tokens first to last. */
struct hedge hedge_before(const struct passage *passage, size_t first, size_t last);

/* Add those behind it; from token `end` on the text belongs to the next number and its hedges. */
void hedge_after(const struct passage *passage, struct hedge *hedge, size_t end);

#endif
