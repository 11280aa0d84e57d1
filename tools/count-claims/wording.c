#include "count-claims/wording.h"

#include <stdlib.h>

#include "hash.h"
#include "mem.h"
#include "similar.h"
#include "banned.h"

/* As dedupe's defaults. */
#define JACCARD 0.35
#define CONTAINMENT 0.7
#define CONTAINMENT_WORDS 10
/* Pairs are looked for among sentences that share one of their smallest word bigrams. */
#define KEYS 8

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

static void rehash(struct wordings *w)
{
	w->mask = w->mask == 0 ? 255 : w->mask * 2 + 1;
	free(w->slots);
	w->slots = xcalloc(w->mask + 1, sizeof(*w->slots));
	for (size_t id = 0; id < w->count; id++) {
		uint64_t i = w->at[id].hash & w->mask;
		while (w->slots[i] != 0)
			i = (i + 1) & w->mask;
		w->slots[i] = (uint32_t)id + 1;
	}
}

static size_t distinct(uint32_t *at, size_t count)
{
	size_t n = 0;

	if (count > 1)
		qsort(at, count, sizeof(*at), by_number);
	for (size_t i = 0; i < count; i++)
		if (n == 0 || at[i] != at[n - 1])
			at[n++] = at[i];
	return n;
}

static void add_words(struct wordings *w, const struct tokens *tokens)
{
	struct wording *wording = &w->at[w->count];

	w->pool = xgrow(w->pool, &w->pool_cap, w->pool_count + tokens->count + 1, sizeof(*w->pool));
	wording->first = w->pool_count;
	for (size_t i = 0; i < tokens->count; i++)
		if (tokens->at[i].kind != TOKEN_SIGN)
			w->pool[w->pool_count++] = (uint32_t)(tokens->at[i].hash >> 32);
	wording->count = (uint32_t)(w->pool_count - wording->first);
}

uint32_t wordings_add(struct wordings *w, const struct tokens *tokens)
{
	uint64_t hash = HASH_P0;

	for (size_t i = 0; i < tokens->count; i++)
		if (tokens->at[i].kind != TOKEN_SIGN)
			hash = hash_join(hash, tokens->at[i].hash);
	if (w->count * 2 >= w->mask)
		rehash(w);
	uint64_t i = hash & w->mask;
	for (; w->slots[i] != 0; i = (i + 1) & w->mask)
		if (w->at[w->slots[i] - 1].hash == hash)
			return w->slots[i] - 1;
	w->at = xgrow(w->at, &w->cap, w->count + 1, sizeof(*w->at));
	w->at[w->count].hash = hash;
	add_words(w, tokens);
	w->slots[i] = (uint32_t)++w->count;
	return (uint32_t)w->count - 1;
}

static struct similar_words words_of(const struct wordings *w, uint32_t id)
{
	return (struct similar_words){ w->pool + w->at[id].first, w->at[id].count };
}

static bool alike(const struct wordings *w, struct similar *similar, uint32_t a, uint32_t b)
{
	struct similar_words x = words_of(w, a), y = words_of(w, b);

	similar_prepare(similar, x);
	return similar_jaccard(similar, y) >= JACCARD ||
	       ((x.count < y.count ? x.count : y.count) >= CONTAINMENT_WORDS && similar_containment(similar, y) >= CONTAINMENT);
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

static uint32_t root(uint32_t *parent, uint32_t i)
{
	while (parent[i] != i) {
		parent[i] = parent[parent[i]];
		i = parent[i];
	}
	return i;
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
	n = distinct(keys->shingles, n);
	keys->at = xgrow(keys->at, &keys->cap, keys->count + KEYS, sizeof(*keys->at));
	for (size_t i = 0; i < n && i < KEYS; i++)
		keys->at[keys->count++] = (struct key){ keys->shingles[i], place, w->at[id].hash };
}

size_t wordings_independent(const struct wordings *w, uint32_t *ids, size_t count)
{
	size_t n = distinct(ids, count), independent = n;
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
		uint32_t a = root(parent, keys.at[k - 1].place), b = root(parent, keys.at[k].place);
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
	free(w->slots);
	*w = (struct wordings){ 0 };
}
