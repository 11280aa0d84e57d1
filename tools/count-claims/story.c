#include "count-claims/story.h"

#include <stdlib.h>

#include "clitic.h"
#include "count-claims/ids.h"
#include "hash.h"
#include "list.h"
#include "mem.h"
#include "banned.h"

extern const struct list list_story_stop;

#define SHORTEST_WORD 6 /* bytes: three Arabic letters */

static void add_feature(struct story_features *features, uint64_t hash, uint32_t kind)
{
	features->at = xgrow(features->at, &features->cap, features->count + 1, sizeof(*features->at));
	features->at[features->count++] = ((uint32_t)(hash >> 32) & ~UINT32_C(1)) | kind;
}

/* A word without its article (and what stands attached before that): names and nouns alike in all their places. */
static struct span without_article(struct span word)
{
	struct clitic_cut cuts[CLITIC_CUTS];
	size_t n = clitic_cuts(word, cuts), skip = 0;

	for (size_t i = 0; i < n; i++)
		if ((cuts[i].clitics & CLITIC_AL) != 0 && cuts[i].bytes > skip)
			skip = cuts[i].bytes;
	return (struct span){ word.ptr + skip, word.len - skip };
}

void story_features_add(struct story_features *features, const struct tokens *tokens, const struct row *row)
{
	struct span entities = row->entities;
	struct mention mention;

	for (size_t i = 0; i < tokens->count; i++) {
		struct span word = without_article(token_fold(tokens, i));
		if (tokens->at[i].kind != TOKEN_WORD || word.len < SHORTEST_WORD || list_tag(&list_story_stop, tokens->at[i].hash) >= 0)
			continue;
		uint64_t hash = hash_bytes(word.ptr, word.len);
		if (list_tag(&list_story_stop, hash) < 0)
			add_feature(features, hash, FEATURE_WORD);
	}
	while (mention_next(&entities, &mention))
		add_feature(features, hash_bytes(mention.name.ptr, mention.name.len), FEATURE_NAME);
}

void story_doc_take(struct story_doc *doc, struct story_features *features)
{
	if (features->count == 0)
		return;
	for (uint32_t i = 0; i < doc->count; i++) {
		features->at = xgrow(features->at, &features->cap, features->count + 1, sizeof(*features->at));
		features->at[features->count++] = doc->features[i];
	}
	size_t n = ids_distinct(features->at, features->count);
	/* Of a long document the features with the lowest hashes: a sample that depends on nothing else. */
	doc->count = (uint32_t)(n < MOST_FEATURES ? n : MOST_FEATURES);
	doc->features = xrealloc(doc->features, doc->count * sizeof(*doc->features));
	memcpy(doc->features, features->at, doc->count * sizeof(*doc->features));
	features->count = 0;
}
