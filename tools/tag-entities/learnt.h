/*
 * What is learnt, and the model that it is written as: weights in 8 bits, a
 * feature in one row for all offsets, features of no weight left out.
 */
#ifndef KHABAR_TAG_LEARNT_H
#define KHABAR_TAG_LEARNT_H

#include "feature.h"
#include "model.h"

typedef float lanes __attribute__((vector_size(4 * SCORE_LANES)));

/* A row of weights for each feature at an offset: its key and its place in the arrays of rows. */
struct rows {
	uint64_t *keys; /* open addressing: the feature's key and offset, and its row */
	uint32_t *row;
	size_t mask, count;
};

/* A feature's key in the model, whether it is one of the word itself alone, and the offset. */
static inline uint64_t row_key(const struct feature *feature, unsigned offset)
{
	return (uint64_t)feature_key(feature->hash) << 8 | (feature->offsets == FEATURE_AT ? 16u : 0u) | offset;
}

/* May tag j follow tag i? A mention goes on only as it began. */
static inline bool may_follow(unsigned i, unsigned j)
{
	return j % 2 == 1 || j == 0 || i == j || i + 1 == j;
}

#define LEARNT_ROWS_MAX (1u << 24)

/*
 * A model of these rows, to be given back with free(). Rows whose weights are
 * all below `keep` are left out; with `verbose`, says how large it is.
 */
struct model *learnt_model(const struct rows *rows, const lanes *weights, const double transitions[TAGS][TAGS], double keep, bool verbose);

#endif
