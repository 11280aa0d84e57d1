/*
 * All that is remembered of earlier rows: segments, the oldest first, the
 * last of them growing. In memory there are two at most: when the growing one
 * has half of what may be held, the older one is forgotten.
 */
#ifndef DEDUPE_INDEX_H
#define DEDUPE_INDEX_H

#include "segment.h"

struct index {
	struct segment *segments;
	size_t count, cap;
	size_t frozen;   /* the first so many are from disk and stay */
	size_t limit;    /* bytes that the others may hold */
	int64_t window;  /* seconds, or 0: rows further apart in time are not compared */
	uint64_t forgotten;
	/* Called with a segment that is about to be forgotten; NULL for nothing. */
	void (*on_forget)(const struct segment *segment);
};

struct index index_new(size_t limit, int64_t window);
void index_free(struct index *index);

/* Ask for the cache lines that a sentence's lookups will need. */
void index_prefetch(const struct index *index, const struct sentence *sentence);

/* The earliest record with this very text, or NULL. Records are valid until the next index_add(). */
struct record *index_seen(const struct index *index, struct fingerprint print, int64_t time);

/* Whether a record may be compared with a row of this time. */
bool index_in_window(const struct index *index, const struct record *record, int64_t time);

/* Remember a row; `near` says whether with its words and keys. Returns its record. */
struct record *index_add(struct index *index, const struct record *fixed, const struct sentence *sentence, bool near, struct span bytes);

#endif
