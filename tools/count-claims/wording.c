#include "count-claims/wording.h"

#include <stdlib.h>

#include "count-claims/ids.h"
#include "fold.h"
#include "hash.h"
#include "mem.h"
#include "similar.h"
#include "banned.h"

/* Pairs are looked for among sentences that share one of their smallest word bigrams. */
#define KEYS 8

uint32_t wordings_add(struct wordings *w, struct span text)
{
	w->folded.len = 0;
	fold_text(FOLD_ALL, text, &w->folded);
	size_t count = similar_split(buf_as_span(&w->folded), &w->pool, &w->pool_cap, w->pool_count);
	struct span words = { (const char *)(w->pool + w->pool_count), (count - w->pool_count) * sizeof(*w->pool) };
	uint64_t hash = hash_bytes(words.len > 0 ? words.ptr : "", words.len);
	uint32_t id = intern_id(&w->known, (struct span){ (const char *)&hash, sizeof(hash) });

	if (id < w->count)
		return id; /* the words just added are given up */
	w->at = xgrow(w->at, &w->cap, w->count + 1, sizeof(*w->at));
	w->at[w->count++] = (struct wording){ hash, w->pool_count, (uint32_t)(count - w->pool_count) };
	w->pool_count = count;
	return id;
}

static struct similar_words words_of(const struct wordings *w, uint32_t id)
{
	return (struct similar_words){ w->pool + w->at[id].first, w->at[id].count };
}

static bool alike(const struct wordings *w, struct similar *similar, uint32_t a, uint32_t b)
{
	struct similar_words x = words_of(w, a), y = words_of(w, b);

	similar_prepare(similar, x);
	return similar_jaccard(similar, y) >= SIMILAR_JACCARD ||
	       ((x.count < y.count ? x.count : y.count) >= SIMILAR_CONTAINMENT_WORDS && similar_containment(similar, y) >= SIMILAR_CONTAINMENT);
}

struct key {
	uint32_t shingle, place; /* place in ids */
	uint64_t hash;
};

static int by_shingle(const void *a, const void *b)
{
	const struct key *x = a, *y = b;

	if (x->shingle != y->shingle)
		return x->shingle < y->shingle ? -1 : 1;
	return (x->hash > y->hash) - (x->hash < y->hash);
}

struct keys {
	struct key *at;
	size_t count, cap;
	uint32_t *shingles;
	size_t shingles_cap;
};

/* Append the keys of a wording: its smallest shingles. */
static void add_keys(struct keys *keys, const struct wordings *w, uint32_t id, uint32_t place)
{
	struct similar_words words = words_of(w, id);
	size_t n = words.count > 1 ? words.count - 1 : 0;

	keys->shingles = xgrow(keys->shingles, &keys->shingles_cap, n + 1, sizeof(*keys->shingles));
	for (size_t i = 0; i < n; i++)
		keys->shingles[i] = (uint32_t)hash_join(words.hash[i], words.hash[i + 1]);
	n = ids_distinct(keys->shingles, n);
	keys->at = xgrow(keys->at, &keys->cap, keys->count + KEYS, sizeof(*keys->at));
	for (size_t i = 0; i < n && i < KEYS; i++)
		keys->at[keys->count++] = (struct key){ keys->shingles[i], place, w->at[id].hash };
}

size_t wordings_independent(const struct wordings *w, uint32_t *ids, size_t count)
{
	size_t n = ids_distinct(ids, count), independent = n;
	struct keys keys = { 0 };
	struct similar similar = { 0 };

	if (n < 2)
		return n;
	uint32_t *parent = xmalloc(n * sizeof(*parent));
	for (uint32_t i = 0; i < n; i++) {
		parent[i] = i;
		add_keys(&keys, w, ids[i], i);
	}
	if (keys.count > 1)
		qsort(keys.at, keys.count, sizeof(*keys.at), by_shingle);
	for (size_t k = 1; k < keys.count; k++) {
		if (keys.at[k].shingle != keys.at[k - 1].shingle)
			continue;
		uint32_t a = ids_root(parent, keys.at[k - 1].place), b = ids_root(parent, keys.at[k].place);
		if (a != b && alike(w, &similar, ids[keys.at[k - 1].place], ids[keys.at[k].place])) {
			parent[a] = b;
			independent--;
		}
	}
	similar_free(&similar);
	free(keys.at);
	free(keys.shingles);
	free(parent);
	return independent;
}

void wordings_free(struct wordings *w)
{
	free(w->at);
	free(w->pool);
	buf_free(&w->folded);
	intern_free(&w->known);
	*w = (struct wordings){ 0 };
}
