#include "count-claims/cluster.h"

#include <math.h>
#include <stdlib.h>

#include "count-claims/ids.h"
#include "hash.h"
#include "mem.h"
#include "banned.h"

/* Tuned on mixed streams of reports on several events. */
#define CLOSE_DOCUMENTS 0.12 /* cosine from which a pair of documents is looked at */
#define CLOSE_STORIES 0.18   /* cosine from which two stories are one */
#define ROUNDS 4             /* a pair that failed may succeed once its stories have grown */
#define BACKGROUND 150.0     /* documents assumed beside the stream's, so that a small stream has weights too */
#define NAME_WEIGHT 2.5      /* names of places, people and bodies tell more than words */
#define KEYS 16              /* a document's heaviest features are looked up */
#define NEIGHBOURS 4         /* and each compared with so many documents behind it in the feature's list */
#define SHARED_KEYS 2        /* pairs that share fewer are not compared */
#define APART (1u << 16)     /* pairs of stories remembered not to be close */
#define MOST_TERMS 1024      /* of a story */

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
	uint32_t documents;
	double norm;
};

struct space {
	const struct story_doc *docs;
	size_t count;
	struct frequencies df;
	struct vector *vectors; /* of each story, at its first document */
	uint32_t *parent;
	uint64_t window;
	uint64_t *apart; /* a cache: hashes of pairs of stories that are not close */
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
	struct vector vector = { .terms = xmalloc((doc->count + 1) * sizeof(struct term)), .documents = 1 };
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

static int heaviest_first(const void *a, const void *b)
{
	const struct term *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return (x->feature > y->feature) - (x->feature < y->feature);
}

static int by_feature_of_term(const void *a, const void *b)
{
	const struct term *x = a, *y = b;
	return (x->feature > y->feature) - (x->feature < y->feature);
}

/* A big story is known by its heaviest terms. */
static void prune(struct vector *vector)
{
	double squares = 0;

	qsort(vector->terms, vector->count, sizeof(*vector->terms), heaviest_first);
	vector->count = MOST_TERMS / 2;
	qsort(vector->terms, vector->count, sizeof(*vector->terms), by_feature_of_term);
	vector->terms = xrealloc(vector->terms, vector->count * sizeof(*vector->terms));
	for (uint32_t i = 0; i < vector->count; i++)
		squares += (double)vector->terms[i].weight * (double)vector->terms[i].weight;
	vector->norm = sqrt(squares);
}

/* The sum of two vectors, which are freed. */
static struct vector add_vectors(struct vector x, struct vector y)
{
	struct vector sum = { .terms = xmalloc((x.count + y.count + 1) * sizeof(struct term)), .documents = x.documents + y.documents };
	double squares = 0;

	for (uint32_t i = 0, j = 0; i < x.count || j < y.count;) {
		struct term *term = &sum.terms[sum.count++];
		if (j == y.count || (i < x.count && x.terms[i].feature < y.terms[j].feature)) {
			*term = x.terms[i++];
		} else if (i == x.count || y.terms[j].feature < x.terms[i].feature) {
			*term = y.terms[j++];
		} else {
			*term = (struct term){ x.terms[i].feature, x.terms[i].weight + y.terms[j].weight };
			i++;
			j++;
		}
		squares += (double)term->weight * (double)term->weight;
	}
	sum.norm = sqrt(squares);
	free(x.terms);
	free(y.terms);
	if (sum.count > MOST_TERMS)
		prune(&sum);
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

/* The postings of each document's heaviest features that another document has too. */
static struct posting *make_postings(const struct space *space, size_t *count)
{
	struct posting *postings = xmalloc((space->count + 1) * KEYS * sizeof(*postings));
	struct term heavy[MOST_FEATURES];
	*count = 0;

	for (size_t d = 0; d < space->count; d++) {
		const struct story_doc *doc = &space->docs[d];
		size_t n = 0;
		for (uint32_t i = 0; i < doc->count; i++) {
			if (frequency(space, doc->features[i]) > 1)
				heavy[n++] = (struct term){ doc->features[i], (float)weight(space, doc->features[i]) };
		}
		qsort(heavy, n, sizeof(*heavy), heaviest_first);
		for (size_t i = 0; i < n && i < KEYS; i++)
			postings[(*count)++] = (struct posting){ heavy[i].feature, (uint32_t)d, doc->time, doc->key };
	}
	qsort(postings, *count, sizeof(*postings), by_feature);
	return postings;
}

struct edge {
	uint32_t a, b; /* documents */
	float cosine;
	uint32_t key; /* an order of ties that does not depend on the input's */
};

static int closest_first(const void *a, const void *b)
{
	const struct edge *x = a, *y = b;

	if (x->cosine != y->cosine)
		return x->cosine > y->cosine ? -1 : 1;
	return (x->key > y->key) - (x->key < y->key);
}

static int by_pair(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	return (x > y) - (x < y);
}

/* The pairs of documents, lower << 32 | higher, that stand near one another in a feature's list: sorted, once for each feature. */
static uint64_t *find_pairs(const struct space *space, size_t *count)
{
	size_t n, cap = 0;
	struct posting *postings = make_postings(space, &n);
	uint64_t *pairs = NULL;
	*count = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n && j <= i + NEIGHBOURS && postings[j].feature == postings[i].feature; j++) {
			uint64_t a = postings[i].doc, b = postings[j].doc;
			if (!within_window(space, (uint32_t)a, (uint32_t)b))
				continue;
			pairs = xgrow(pairs, &cap, *count + 1, sizeof(*pairs));
			pairs[(*count)++] = a < b ? a << 32 | b : b << 32 | a;
		}
	free(postings);
	if (*count > 1)
		qsort(pairs, *count, sizeof(*pairs), by_pair);
	return pairs;
}

/* The pairs that share enough of their heaviest features, and are close at all. */
static struct edge *find_edges(const struct space *space, size_t *count)
{
	size_t n, cap = 0;
	uint64_t *pairs = find_pairs(space, &n);
	struct edge *edges = NULL;
	*count = 0;

	for (size_t i = 0, shared; i < n; i += shared) {
		for (shared = 1; i + shared < n && pairs[i + shared] == pairs[i];)
			shared++;
		uint32_t a = (uint32_t)(pairs[i] >> 32), b = (uint32_t)pairs[i];
		double near = shared >= SHARED_KEYS ? cosine(&space->vectors[a], &space->vectors[b]) : 0;
		if (near < CLOSE_DOCUMENTS)
			continue;
		edges = xgrow(edges, &cap, *count + 1, sizeof(*edges));
		edges[(*count)++] = (struct edge){ a, b, (float)near, (uint32_t)(space->docs[a].key ^ space->docs[b].key) };
	}
	free(pairs);
	if (*count > 1)
		qsort(edges, *count, sizeof(*edges), closest_first);
	return edges;
}

/* Whether two stories are close; remembers which were not, for as long as they stay as they are. */
static bool are_close(struct space *space, uint32_t a, uint32_t b)
{
	const struct vector *x = &space->vectors[a], *y = &space->vectors[b];
	uint64_t key = hash_mix(((uint64_t)a << 32 | x->documents) ^ HASH_P1, ((uint64_t)b << 32 | y->documents) ^ HASH_P2);
	uint64_t *apart = &space->apart[key % APART];

	if (*apart == key)
		return false;
	if (cosine(x, y) >= CLOSE_STORIES)
		return true;
	*apart = key;
	return false;
}

/* The closest pairs first: unite their stories where these, as wholes, are close. Returns whether any was. */
static bool unite_closest(struct space *space, const struct edge *edges, size_t count)
{
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		uint32_t a = ids_root(space->parent, edges[i].a), b = ids_root(space->parent, edges[i].b);
		uint32_t first = a < b ? a : b, second = a < b ? b : a;
		if (a == b || !are_close(space, first, second))
			continue;
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
	space.apart = xcalloc(APART, sizeof(*space.apart));
	for (int round = 0; round < ROUNDS && unite_closest(&space, edges, edges_count);)
		round++;
	for (size_t d = 0; d < count; d++)
		story[d] = ids_root(story, (uint32_t)d);
	for (size_t d = 0; d < count; d++)
		free(space.vectors[d].terms);
	free(space.vectors);
	free(space.apart);
	free(space.df.slots);
	free(edges);
}
