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

#include "dictionary.h"
#include "sentence.h"

/* O, then B and I of each type: tag 1 + 2 * type begins one, 2 + 2 * type goes on. */
#define TAGS 7
#define TAG_BEGIN(type) (1 + 2 * (type))
#define TAG_INSIDE(type) (2 + 2 * (type))

#define MODEL_MAGIC UINT64_C(0x324C444D474154) /* "TAGMDL2" */

typedef int8_t weights __attribute__((vector_size(SCORE_LANES)));

/* The weights of a feature of the word itself, and of one that its neighbours see too, at each offset. Key 0 is an empty slot. */
struct model_narrow {
	uint32_t key;
	int8_t weights[SCORE_LANES];
};
struct model_wide {
	uint32_t key;
	int8_t weights[WORD_OFFSETS][SCORE_LANES];
};

/* The file, and what is compiled in. Little-endian. */
struct model {
	uint64_t magic;
	uint64_t narrow_mask, wide_mask; /* slots - 1: open addressing, linear */
	uint64_t padding; /* the transitions begin at a multiple of 16 */
	score transitions[SCORE_LANES]; /* from each tag, O before the text: to each, a lane */
	struct model_narrow narrow[];   /* behind them the wide ones */
};

static inline const struct model_wide *model_wide(const struct model *model)
{
	return (const void *)&model->narrow[model->narrow_mask + 1];
}

/* Written only by train: the size of the file in bytes. */
static inline uint64_t model_size(uint64_t narrow_mask, uint64_t wide_mask)
{
	return sizeof(struct model) + (narrow_mask + 1) * sizeof(struct model_narrow) + (wide_mask + 1) * sizeof(struct model_wide);
}

/* The model in these bytes, aligned to 16; NULL where they are none of this version. */
const struct model *model_of(struct span bytes);

/* Sum a word's scores for each offset; without a model they are zero. */
void model_score_word(const struct model *model, struct word *word, struct span fold, const struct dictionary_reading *readings, size_t n);

/* The same for the hints and for what stands beyond the text. */
void model_score_rest(struct words *words);

/* Take tokens first..end as a mention: that of the lists where it is one, else a new one. */
void model_take(struct sentence *sentence, size_t first, size_t end, unsigned type);

/* Decide what is a mention: what user and context found stays, lists are heard. Nothing changes without a model. */
void model_find(const struct words *words, struct sentence *sentence);

#endif
