#include <stdlib.h>

#include "tag-entities/learnt.h"

#include "tap.h"

#define SLOTS 64

static void put(struct rows *rows, const struct feature *feature, unsigned offset, uint32_t row)
{
	uint64_t key = row_key(feature, offset);
	size_t i = key & rows->mask;

	while (rows->keys[i] != 0)
		i = (i + 1) & rows->mask;
	rows->keys[i] = key;
	rows->row[i] = row;
	rows->count++;
}

static const int8_t *narrow_weights(const struct model *model, uint32_t key)
{
	for (uint64_t i = 0; i <= model->narrow_mask; i++)
		if (model->narrow[i].key == key)
			return model->narrow[i].weights;
	return NULL;
}

static const struct model_wide *wide_row(const struct model *model, uint32_t key)
{
	for (uint64_t i = 0; i <= model->wide_mask; i++)
		if (model_wide(model)[i].key == key)
			return &model_wide(model)[i];
	return NULL;
}

int main(void)
{
	uint64_t keys[SLOTS] = { 0 };
	uint32_t row[SLOTS] = { 0 };
	struct rows rows = { keys, row, SLOTS - 1, 0 };
	lanes learnt[4] = { { 1, -1 }, { 0, 0, 100 }, { 0, 0, 0, 0.5f }, { 0.001f } };
	double transitions[TAGS][TAGS] = { { 0, 1 } };
	const struct feature word = { 12345, FEATURE_AT }, near = { 67890, 2 | 4 | 8 }, weak = { 111, FEATURE_AT };

	put(&rows, &word, WORD_REACH, 0);
	put(&rows, &near, 1, 1);
	put(&rows, &near, 3, 2);
	put(&rows, &weak, WORD_REACH, 3);
	struct model *model = learnt_model(&rows, learnt, (const double(*)[TAGS])transitions, 0.02, false);
	size_t size = model_size(model->narrow_mask, model->wide_mask);

	const int8_t *at = narrow_weights(model, feature_key(word.hash));
	ok(at != NULL && at[0] == 24 && at[1] == -24, "a weight of one is 24 units");
	const struct model_wide *wide = wide_row(model, feature_key(near.hash));
	ok(wide != NULL && wide->weights[1][2] == 127 && wide->weights[3][3] == 12, "one row for both offsets, weights held to 127");
	ok(wide != NULL && wide->weights[2][2] == 0, "an offset that was not learnt weighs nothing");
	ok(narrow_weights(model, feature_key(weak.hash)) == NULL, "features of no weight are left out");
	ok(model->transitions[0][1] == 24 && model->transitions[0][2] < -1000, "a mention does not go on that did not begin");
	ok(model_of((struct span){ (const char *)model, size }) == model, "the bytes are a model");
	ok(model_of((struct span){ (const char *)model, size - 1 }) == NULL, "but not with one missing");
	free(model);
	return done();
}
