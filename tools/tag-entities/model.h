/*
 * The model: a linear chain over BIO tags (a conditional random field, Lafferty
 * et al. 2001), whose features each look at one word at an offset of -2 to 2.
 * So a word's share in the score of each offset is summed once, when the word
 * is met, and tagging a token is five vector additions and a step of Viterbi's
 * algorithm (Viterbi 1967).
 *
 * Weights are 8-bit, in a table keyed by 32 bits of the feature's hash: no
 * word of a corpus stands in it. train.c makes it; model.md is its card.
 */
#ifndef KHABAR_TAG_MODEL_H
#define KHABAR_TAG_MODEL_H

#include <stdint.h>

#include "sentence.h"

/* O, then B and I of each type: tag 1 + 2 * type begins one, 2 + 2 * type goes on. */
#define TAGS 7
#define TAG_BEGIN(type) (1 + 2 * (type))
#define TAG_INSIDE(type) (2 + 2 * (type))

#define MODEL_MAGIC UINT64_C(0x314C444D474154) /* "TAGMDL1" */

struct model_row {
	uint32_t key; /* 0 is an empty slot */
	int8_t weights[SCORE_LANES];
};

/* The file, and what is compiled in. Little-endian. */
struct model {
	uint64_t magic;
	uint64_t mask; /* slots - 1: open addressing, linear */
	score transitions[SCORE_LANES]; /* from each tag, O before the text: to each, a lane */
	struct model_row rows[];
};

/* Written only by train: the size of the file in bytes. */
static inline uint64_t model_size(uint64_t mask)
{
	return sizeof(struct model) + (mask + 1) * sizeof(struct model_row);
}

/* The model in these bytes, aligned to 16; NULL where they are none of this version. */
const struct model *model_of(struct span bytes);

/* Sum a word's scores for each offset; without a model they are zero. */
void model_score_word(const struct model *model, struct word *word, struct span fold);

/* The same for the hints and for what stands beyond the text. */
void model_score_rest(struct words *words);

/* Take tokens first..end as a mention: that of the lists where it is one, else a new one. */
void model_take(struct sentence *sentence, size_t first, size_t end, unsigned type);

/* Decide what is a mention: what user and context found stays, lists are heard. Nothing changes without a model. */
void model_find(const struct words *words, struct sentence *sentence);

#endif
