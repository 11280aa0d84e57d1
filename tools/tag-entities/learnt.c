#include "learnt.h"

#include <math.h>
#include <stdlib.h>

#include "err.h"
#include "mem.h"
#include "banned.h"

/* Scores are whole numbers of this part of a weight of 1; weights are at most 127 of them. */
#define UNIT 24.0

static int8_t quantised(double weight)
{
	double units = round(weight * UNIT);
	return (int8_t)fmax(-127, fmin(127, units));
}

static bool is_kept(const lanes *row, double keep)
{
	double most = 0;

	for (unsigned t = 0; t < TAGS; t++)
		most = fmax(most, fabs((double)(*row)[t]));
	return most >= keep;
}

/* Slots for so many rows: a power of two, less one, so that an eighth stay free. */
static uint64_t mask_for(uint64_t rows)
{
	uint64_t mask = 1023;

	while (rows * 8 > mask * 7)
		mask = mask * 2 + 1;
	return mask;
}

/* The slot of a key in a table whose slots begin with it. */
static void *slot_for(void *table, size_t size, uint64_t mask, uint32_t key)
{
	for (uint64_t i = key & mask;; i = (i + 1) & mask) {
		uint32_t *slot = (void *)((char *)table + i * size);
		if (*slot == 0)
			*slot = key;
		if (*slot == key)
			return slot;
	}
}

static void write_rows(const struct rows *rows, const lanes *learnt, double keep, struct model *model)
{
	for (size_t slot = 0; slot <= rows->mask; slot++) {
		uint64_t key = rows->keys[slot];
		const lanes *row = &learnt[rows->row[slot]];
		if (key == 0 || !is_kept(row, keep))
			continue;
		int8_t *to;
		if ((key & 16) != 0)
			to = ((struct model_narrow *)slot_for(model->narrow, sizeof(struct model_narrow), model->narrow_mask, (uint32_t)(key >> 8)))->weights;
		else
			to = ((struct model_wide *)slot_for(
				  (void *)(uintptr_t)model_wide(model), sizeof(struct model_wide), model->wide_mask, (uint32_t)(key >> 8)))
				 ->weights[key & 15];
		for (unsigned t = 0; t < TAGS; t++)
			to[t] = quantised((double)(*row)[t]);
	}
}

/* How many features are kept, those of the word alone and the others: each counts once, however many offsets it has. */
static void count_kept(const struct rows *rows, const lanes *learnt, double keep, uint64_t kept[2])
{
	uint32_t *seen[2] = { xcalloc(LEARNT_ROWS_MAX, sizeof(uint32_t)), xcalloc(LEARNT_ROWS_MAX, sizeof(uint32_t)) };

	for (size_t slot = 0; slot <= rows->mask; slot++) {
		uint64_t key = rows->keys[slot];
		if (key == 0 || !is_kept(&learnt[rows->row[slot]], keep))
			continue;
		unsigned wide = (key & 16) == 0;
		uint64_t i = key >> 8 & (LEARNT_ROWS_MAX - 1);
		while (seen[wide][i] != 0 && seen[wide][i] != (uint32_t)(key >> 8))
			i = (i + 1) & (LEARNT_ROWS_MAX - 1);
		kept[wide] += seen[wide][i] == 0;
		seen[wide][i] = (uint32_t)(key >> 8);
	}
	free(seen[0]);
	free(seen[1]);
}

struct model *learnt_model(const struct rows *rows, const lanes *learnt, const double transitions[TAGS][TAGS], double keep, bool verbose)
{
	uint64_t kept[2] = { 0, 0 };

	count_kept(rows, learnt, keep, kept);
	uint64_t narrow_mask = mask_for(kept[0]), wide_mask = mask_for(kept[1]), size = model_size(narrow_mask, wide_mask);
	struct model *model = aligned_alloc(16, (size + 15) / 16 * 16);
	if (model == NULL)
		die(STATUS_FAILED, "no memory");
	memset(model, 0, size);
	model->magic = MODEL_MAGIC;
	model->narrow_mask = narrow_mask;
	model->wide_mask = wide_mask;
	for (unsigned i = 0; i < TAGS; i++)
		for (unsigned j = 0; j < TAGS; j++)
			model->transitions[i][j] = (int16_t)(may_follow(i, j) ? round(transitions[i][j] * UNIT) : -3000);
	write_rows(rows, learnt, keep, model);
	if (verbose)
		warn("%zu features, %llu of the word and %llu others kept, %llu bytes", rows->count, (unsigned long long)kept[0],
		     (unsigned long long)kept[1], (unsigned long long)size);
	return model;
}
