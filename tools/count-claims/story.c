#include "count-claims/story.h"

#include <math.h>
#include <stdlib.h>

#include "clitic.h"
#include "hash.h"
#include "list.h"
#include "mem.h"
#include "banned.h"

extern const struct list list_story_stop;

/* Tuned on mixed streams of reports on several events; see the man page. */
#define CLOSE_DOCUMENTS 0.05 /* cosine from which a pair of documents is looked at */
#define CLOSE_STORIES 0.18   /* cosine from which two stories are one */
#define ROUNDS 4             /* a pair that failed may succeed once its stories have grown */
#define BACKGROUND 150.0  /* documents assumed beside the stream's, so that a small stream has weights too */
#define NAME_WEIGHT 2.5      /* names of places, people and bodies tell more than words */
#define KEYS 24          /* a document's heaviest features are looked up */
#define NEIGHBOURS 12    /* and each compared with so many documents behind it in the feature's list */
#define MOST_FEATURES 192
#define SHORTEST_WORD 6 /* bytes: three Arabic letters */

/* The lowest bit of a feature tells names from words. */
enum { FEATURE_WORD = 0, FEATURE_NAME = 1 };

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

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

void story_doc_take(struct story_doc *doc, struct story_features *features)
{
	size_t n = 0;

	if (features->count == 0)
		return;
	for (uint32_t i = 0; i < doc->count; i++) {
		features->at = xgrow(features->at, &features->cap, features->count + 1, sizeof(*features->at));
		features->at[features->count++] = doc->features[i];
	}
	qsort(features->at, features->count, sizeof(*features->at), by_number);
	for (size_t i = 0; i < features->count; i++)
		if (i == 0 || features->at[i] != features->at[i - 1])
			features->at[n++] = features->at[i];
	/* Of a long document the features with the lowest hashes: a sample that depends on nothing else. */
	doc->count = (uint32_t)(n < MOST_FEATURES ? n : MOST_FEATURES);
	doc->features = xrealloc(doc->features, doc->count * sizeof(*doc->features));
	memcpy(doc->features, features->at, doc->count * sizeof(*doc->features));
	features->count = 0;
}

/* Document frequencies of features: open addressing; feature 0 is kept apart by adding one. */
struct frequencies {
	uint64_t *slots; /* (feature + 1) << 32 | count */
	uint64_t mask;
};

static uint64_t *frequency_slot(const struct frequencies *df, uint32_t feature)
{
	uint64_t key = (uint64_t)feature + 1, i = hash_mix(key, HASH_P0) & df->mask;

	while (df->slots[i] != 0 && (df->slots[i] & ~(uint64_t)UINT32_MAX) != key << 32)
		i = (i + 1) & df->mask;
	return &df->slots[i];
}

static struct frequencies count_frequencies(const struct story_doc *docs, size_t count)
{
	struct frequencies df = { NULL, 1023 };
	size_t features = 0;

	for (size_t d = 0; d < count; d++)
		features += docs[d].count;
	while (df.mask < features * 2)
		df.mask = df.mask * 2 + 1;
	df.slots = xcalloc(df.mask + 1, sizeof(*df.slots));
	for (size_t d = 0; d < count; d++)
		for (uint32_t i = 0; i < docs[d].count; i++) {
			uint64_t *slot = frequency_slot(&df, docs[d].features[i]);
			if (*slot == 0)
				*slot = ((uint64_t)docs[d].features[i] + 1) << 32;
			++*slot;
		}
	return df;
}

struct term {
	uint32_t feature;
	float weight;
};

/* A document, or the sum of a story's, in the space of features. */
struct vector {
	struct term *terms; /* by feature */
	uint32_t count;
	double norm;
};

struct space {
	const struct story_doc *docs;
	size_t count;
	struct frequencies df;
	struct vector *vectors; /* of each story, at its first document */
	uint32_t *parent;
	uint64_t window;
};

static uint32_t frequency(const struct space *space, uint32_t feature)
{
	return (uint32_t)*frequency_slot(&space->df, feature);
}

static double weight(const struct space *space, uint32_t feature)
{
	double idf = log(((double)space->count + BACKGROUND) / frequency(space, feature));
	return (feature & FEATURE_NAME) != 0 ? idf * NAME_WEIGHT : idf;
}

static struct vector doc_vector(const struct space *space, const struct story_doc *doc)
{
	struct vector vector = { xmalloc((doc->count + 1) * sizeof(struct term)), 0, 0 };
	double sum = 0;

	for (uint32_t i = 0; i < doc->count; i++) {
		if (frequency(space, doc->features[i]) == 1)
			continue; /* what no other document has tells nothing, and most words are such */
		double w = weight(space, doc->features[i]);
		vector.terms[vector.count++] = (struct term){ doc->features[i], (float)w };
		sum += w * w;
	}
	vector.norm = sqrt(sum);
	return vector;
}

static double cosine(const struct vector *x, const struct vector *y)
{
	double sum = 0;

	for (uint32_t i = 0, j = 0; i < x->count && j < y->count;) {
		if (x->terms[i].feature == y->terms[j].feature)
			sum += (double)x->terms[i++].weight * (double)y->terms[j++].weight;
		else if (x->terms[i].feature < y->terms[j].feature)
			i++;
		else
			j++;
	}
	return sum > 0 ? sum / (x->norm * y->norm) : 0;
}

/* The sum of two vectors, which are freed. */
static struct vector add_vectors(struct vector x, struct vector y)
{
	struct vector sum = { xmalloc((x.count + y.count + 1) * sizeof(struct term)), 0, 0 };
	double squares = 0;

	for (uint32_t i = 0, j = 0; i < x.count || j < y.count;) {
		struct term *term = &sum.terms[sum.count++];
		if (j == y.count || (i < x.count && x.terms[i].feature < y.terms[j].feature))
			*term = x.terms[i++];
		else if (i == x.count || y.terms[j].feature < x.terms[i].feature)
			*term = y.terms[j++];
		else
			*term = (struct term){ x.terms[i].feature, x.terms[i++].weight + y.terms[j++].weight };
		squares += (double)term->weight * (double)term->weight;
	}
	sum.norm = sqrt(squares);
	free(x.terms);
	free(y.terms);
	return sum;
}

static bool within_window(const struct space *space, uint32_t a, uint32_t b)
{
	int64_t x = space->docs[a].time, y = space->docs[b].time;

	if (space->window == 0 || x == INT64_MIN || y == INT64_MIN)
		return true;
	return (uint64_t)(x > y ? x - y : y - x) <= space->window;
}

struct posting {
	uint32_t feature, doc;
	int64_t time;
	uint64_t key;
};

static int by_feature(const void *a, const void *b)
{
	const struct posting *x = a, *y = b;

	if (x->feature != y->feature)
		return x->feature < y->feature ? -1 : 1;
	if (x->time != y->time)
		return x->time < y->time ? -1 : 1;
	return (x->key > y->key) - (x->key < y->key);
}

struct heavy {
	uint32_t frequency, feature;
};

static int by_frequency(const void *a, const void *b)
{
	const struct heavy *x = a, *y = b;

	if (x->frequency != y->frequency)
		return x->frequency < y->frequency ? -1 : 1;
	return (x->feature > y->feature) - (x->feature < y->feature);
}

/* The postings of each document's heaviest features that another document has too. */
static struct posting *make_postings(const struct space *space, size_t *count)
{
	struct posting *postings = xmalloc((space->count + 1) * KEYS * sizeof(*postings));
	struct heavy heavy[MOST_FEATURES];
	*count = 0;

	for (size_t d = 0; d < space->count; d++) {
		const struct story_doc *doc = &space->docs[d];
		size_t n = 0;
		for (uint32_t i = 0; i < doc->count; i++) {
			uint32_t f = frequency(space, doc->features[i]);
			if (f > 1)
				heavy[n++] = (struct heavy){ f, doc->features[i] };
		}
		qsort(heavy, n, sizeof(*heavy), by_frequency);
		for (size_t i = 0; i < n && i < KEYS; i++)
			postings[(*count)++] = (struct posting){ heavy[i].feature, (uint32_t)d, doc->time, doc->key };
	}
	qsort(postings, *count, sizeof(*postings), by_feature);
	return postings;
}

struct edge {
	uint32_t a, b; /* documents */
	double cosine;
	uint64_t key;
};

static int closest_first(const void *a, const void *b)
{
	const struct edge *x = a, *y = b;

	if (x->cosine != y->cosine)
		return x->cosine > y->cosine ? -1 : 1;
	return (x->key > y->key) - (x->key < y->key);
}

/* The pairs of documents that share one of their heaviest features and are close at all. */
static struct edge *find_edges(const struct space *space, size_t *count)
{
	size_t n, cap = 0;
	struct posting *postings = make_postings(space, &n);
	struct edge *edges = NULL;
	*count = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n && j <= i + NEIGHBOURS && postings[j].feature == postings[i].feature; j++) {
			uint32_t a = postings[i].doc, b = postings[j].doc;
			double near = within_window(space, a, b) ? cosine(&space->vectors[a], &space->vectors[b]) : 0;
			if (near < CLOSE_DOCUMENTS)
				continue;
			edges = xgrow(edges, &cap, *count + 1, sizeof(*edges));
			edges[(*count)++] = (struct edge){ a, b, near, postings[i].key ^ postings[j].key };
		}
	free(postings);
	if (*count > 0)
		qsort(edges, *count, sizeof(*edges), closest_first);
	return edges;
}

static uint32_t root(uint32_t *parent, uint32_t d)
{
	while (parent[d] != d) {
		parent[d] = parent[parent[d]];
		d = parent[d];
	}
	return d;
}

/* The closest pairs first: unite their stories where these, as wholes, are close. Returns whether any was. */
static bool unite_closest(struct space *space, const struct edge *edges, size_t count)
{
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		uint32_t a = root(space->parent, edges[i].a), b = root(space->parent, edges[i].b);
		if (a == b || cosine(&space->vectors[a], &space->vectors[b]) < CLOSE_STORIES)
			continue;
		uint32_t first = a < b ? a : b, second = a < b ? b : a;
		space->vectors[first] = add_vectors(space->vectors[first], space->vectors[second]);
		space->vectors[second] = (struct vector){ 0 };
		space->parent[second] = first;
		any = true;
	}
	return any;
}

void stories_find(const struct story_doc *docs, size_t count, uint64_t window, uint32_t *story)
{
	struct space space = { .docs = docs, .count = count, .window = window, .parent = story };
	size_t edges_count;

	space.df = count_frequencies(docs, count);
	space.vectors = xcalloc(count + 1, sizeof(*space.vectors));
	for (size_t d = 0; d < count; d++) {
		space.vectors[d] = doc_vector(&space, &docs[d]);
		story[d] = (uint32_t)d;
	}
	struct edge *edges = find_edges(&space, &edges_count);
	for (int round = 0; round < ROUNDS && unite_closest(&space, edges, edges_count);)
		round++;
	for (size_t d = 0; d < count; d++)
		story[d] = root(story, (uint32_t)d);
	for (size_t d = 0; d < count; d++)
		free(space.vectors[d].terms);
	free(space.vectors);
	free(space.df.slots);
	free(edges);
}
