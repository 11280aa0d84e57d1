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
	int64_t expire;  /* seconds, or 0: rows older than this are forgotten */
	int64_t now;     /* what `expire` counts from: the newest time of a row, if that is not to come */
	int64_t clock;
	uint64_t forgotten;
	/* What is done with a full segment instead of forgetting one; NULL: forget. */
	void (*spill)(void *context, struct index *index);
	void *spill_context;
	/* Called with a segment that is about to be forgotten; NULL for nothing. */
	void (*on_forget)(const struct segment *segment);
};

struct index index_new(size_t limit, int64_t window);

/* Put a segment from disk behind the others of that kind, and an empty one to grow last. */
void index_freeze(struct index *index, struct segment segment);

/* Whether a row of this time has expired. */
bool index_expired(const struct index *index, int64_t time);
void index_free(struct index *index);

/* Ask for the cache lines that a sentence's lookups will need. */
void index_prefetch(const struct index *index, const struct sentence *sentence);

/* The earliest record with this very text, or NULL. Records are valid until the next index_add(). */
struct record *index_seen(const struct index *index, struct fingerprint print, int64_t time);

/* Whether a record may be compared with a row of this time: it is in the window and has not expired. */
bool index_compares(const struct index *index, const struct record *record, int64_t time);

static inline bool index_in_window(const struct index *index, const struct record *record, int64_t time)
{
	return (index->window == 0 && index->expire == 0) || index_compares(index, record, time);
}

/* Remember a row; as segment_add(). */
void index_add(struct index *index, const struct record *fixed, struct similar_words words, const uint32_t *keys, size_t key_count,
	       struct span bytes);

#endif
