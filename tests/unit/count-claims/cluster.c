#include <stdlib.h>

#include "count-claims/cluster.h"
#include "hash.h"
#include "mem.h"
#include "tap.h"

enum { EVENTS = 6, REPORTS = 12, DOCS = EVENTS * REPORTS, OWN = 8, SHARED = 10, DAY = 86400 };

static struct story_doc docs[DOCS], shuffled[DOCS];
static uint32_t story[DOCS], story_shuffled[DOCS];

static void add(struct story_features *f, uint64_t feature, uint32_t kind)
{
	f->at = xgrow(f->at, &f->cap, f->count + 1, sizeof(*f->at));
	f->at[f->count++] = ((uint32_t)(hash_mix(feature + 1, HASH_P1) >> 32) & ~UINT32_C(1)) | kind;
}

/* Document d tells of event d % EVENTS: most of that event's names and words, some that all events share, some of its own. */
static void make(uint32_t d)
{
	struct story_features f = { 0 };
	uint64_t event = d % EVENTS;

	for (uint64_t i = 0; i < 2; i++)
		add(&f, 1000 * (event + 1) + i, FEATURE_NAME);
	for (uint64_t i = 0; i < SHARED; i++)
		if (hash_mix(d * 31 + i + 7, HASH_P0) % 3 != 0)
			add(&f, 1000 * (event + 1) + 100 + i, FEATURE_WORD);
	for (uint64_t i = 0; i < OWN; i++)
		add(&f, 100000 + d * 100 + i, FEATURE_WORD);
	add(&f, d % 7, FEATURE_WORD);
	docs[d] = (struct story_doc){ .time = INT64_MIN, .key = hash_mix(d + 1, HASH_P2) };
	story_doc_take(&docs[d], &f);
	free(f.at);
}

static int all_right(const uint32_t *found)
{
	int right = 1;
	for (uint32_t d = 0; d < DOCS; d++)
		right &= found[d] == d % EVENTS;
	return right;
}

static void test_order(void)
{
	int same = 1;

	for (uint32_t d = 0; d < DOCS; d++)
		shuffled[d] = docs[(d * 29 + 5) % DOCS]; /* 29 and 72 share no factor: a permutation */
	stories_find(shuffled, DOCS, 0, story_shuffled);
	for (uint32_t a = 0; a < DOCS; a++)
		for (uint32_t b = 0; b < DOCS; b++)
			same &= (story_shuffled[a] == story_shuffled[b]) == (story[(a * 29 + 5) % DOCS] == story[(b * 29 + 5) % DOCS]);
	ok(same, "the order of documents changes nothing");
}

static void test_window(void)
{
	uint32_t first = 0, second = EVENTS;

	for (uint32_t d = 0; d < DOCS; d++)
		docs[d].time = d / EVENTS < REPORTS / 2 ? 0 : 30 * DAY;
	stories_find(docs, DOCS, 7 * DAY, story);
	for (uint32_t d = 0; d < DOCS; d += EVENTS) {
		first += d / EVENTS < REPORTS / 2 && story[d] == 0;
		second -= d / EVENTS >= REPORTS / 2 && story[d] == REPORTS / 2 * EVENTS;
	}
	ok(first == REPORTS / 2 && second == EVENTS - REPORTS / 2, "a month apart, one event's reports are two stories");
	stories_find(docs, DOCS, 0, story);
	ok(all_right(story), "without a window they are one");
}

int main(void)
{
	struct story_features none = { 0 };
	struct story_doc empty = { .time = INT64_MIN };

	for (uint32_t d = 0; d < DOCS; d++)
		make(d);
	stories_find(docs, DOCS, 0, story);
	ok(all_right(story), "each story is named by its first document");
	test_order();
	test_window();
	story_doc_take(&empty, &none);
	stories_find(&empty, 1, 0, story);
	ok(story[0] == 0, "a document without features is a story of its own");
	for (uint32_t d = 0; d < DOCS; d++)
		free(docs[d].features);
	return done();
}
