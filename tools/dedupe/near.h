/* Finding earlier rows that are nearly the same: candidates by shared keys, each verified. */
#ifndef DEDUPE_NEAR_H
#define DEDUPE_NEAR_H

#include "index.h"

enum verdict { VERDICT_FIRST, VERDICT_EXACT, VERDICT_NEAR, VERDICT_CONTAINED, VERDICT_UPDATE };

/* The verdict as a column holds it. */
struct span verdict_name(enum verdict verdict);

struct match {
	struct record *record;
	enum verdict verdict; /* exact, near or contained; an update is one of the latter whose numbers differ */
	bool numbers_differ;  /* the row has a number that the record lacks */
	double jaccard, containment;
};

/* Working memory of near_find(). Start with a zeroed struct but for the settings. */
struct near {
	double threshold; /* of the Jaccard; of the containment too where it is above 0.7 */
	bool copies;      /* whether rows that are copies themselves count as earlier rows */
	struct match *matches;
	size_t count;

	/* private */
	size_t cap;
	struct similar similar;
};

/*
 * Find the earlier rows of which `sentence` is nearly a copy; it has words and
 * keys. near->matches[0..near->count) are in the order of their rows, valid
 * until the next index_add().
 */
void near_find(struct near *near, const struct index *index, const struct sentence *sentence, int64_t time);

/*
 * The single comparison: make a sentence ready, then verify other rows' words.
 * `telling` says whether they share a key that few rows have; without one,
 * containment does not count. Returns false, and *match is void, where the two
 * are no copies of one another; match->record is not set.
 */
void near_prepare(struct near *near, const struct sentence *sentence);
bool near_verify(struct near *near, struct similar_words words, bool telling, struct match *match);

/* Fill in both similarities of a match with the sentence that is ready: verifying computes what it needs. */
void near_measure(struct near *near, struct similar_words words, struct match *match);

/*
 * The row of which this one is a copy: the earliest whose numbers do not
 * differ, else the earliest (an update of it), else NULL.
 */
const struct match *near_best(const struct near *near);

void near_free(struct near *near);

#endif
