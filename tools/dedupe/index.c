#include "index.h"

#include <stdlib.h>
#include <time.h>

#include "err.h"
#include "mem.h"
#include "banned.h"

static void begin_segment(struct index *index)
{
	index->segments = xgrow(index->segments, &index->cap, index->count + 1, sizeof(*index->segments));
	index->segments[index->count++] = segment_new();
}

struct index index_new(size_t limit, int64_t window)
{
	struct index index = { .limit = limit, .window = window, .now = RECORD_NO_TIME, .clock = (int64_t)time(NULL) };
	begin_segment(&index);
	return index;
}

void index_free(struct index *index)
{
	for (size_t i = 0; i < index->count; i++)
		segment_free(&index->segments[i]);
	free(index->segments);
	*index = (struct index){ 0 };
}

void index_prefetch(const struct index *index, const struct sentence *sentence)
{
	for (size_t s = 0; s < index->count; s++) {
		const struct segment *segment = &index->segments[s];
		prints_prefetch(&segment->prints, sentence->print);
		for (unsigned i = 0; i < sentence->keys.count; i++)
			__builtin_prefetch(bucket_of(&segment->buckets, bucket_tag(sentence->keys.key[i])), 1);
	}
}

static void see_time(struct index *index, int64_t when)
{
	if (when > index->now && when <= index->clock)
		index->now = when;
}

void index_freeze(struct index *index, struct segment segment)
{
	if (index->count > index->frozen)
		segment_free(&index->segments[--index->count]);
	index->segments = xgrow(index->segments, &index->cap, index->count + 1, sizeof(*index->segments));
	index->segments[index->count++] = segment;
	index->frozen++;
	see_time(index, segment.newest);
	begin_segment(index);
}

bool index_expired(const struct index *index, int64_t time)
{
	return index->expire != 0 && time != RECORD_NO_TIME && index->now != RECORD_NO_TIME && time < index->now - index->expire;
}

bool index_compares(const struct index *index, const struct record *record, int64_t time)
{
	if (index_expired(index, record->time))
		return false;
	if (index->window == 0 || time == RECORD_NO_TIME || record->time == RECORD_NO_TIME)
		return true;
	/* Unsigned, since the distance of two times may be more than an int64_t holds. */
	uint64_t apart = time > record->time ? (uint64_t)time - (uint64_t)record->time : (uint64_t)record->time - (uint64_t)time;
	return apart <= (uint64_t)index->window;
}

struct record *index_seen(const struct index *index, struct fingerprint print, int64_t time)
{
	for (size_t s = 0; s < index->count; s++) {
		const struct segment *segment = &index->segments[s];
		size_t slot = prints_find(&segment->prints, print);
		if (!prints_taken(&segment->prints, slot))
			continue;
		struct record *record = segment_record(segment, segment->prints.refs[slot]);
		if (index_in_window(index, record, time))
			return record;
	}
	return NULL;
}

static void forget_oldest(struct index *index)
{
	struct segment *oldest = &index->segments[index->frozen];

	if (index->forgotten == 0)
		warn("the index is full (--memory): rows that were read first are forgotten");
	index->forgotten += oldest->rows;
	if (index->on_forget != NULL)
		index->on_forget(oldest);
	segment_free(oldest);
	memmove(oldest, oldest + 1, (index->count - index->frozen - 1) * sizeof(*oldest));
	index->count--;
}

static void make_room(struct index *index, size_t words, size_t bytes)
{
	struct segment *last = &index->segments[index->count - 1];

	if (last->rows == 0 || (segment_bytes_with(last, words, bytes) <= index->limit / 2 && segment_has_room(last, words, bytes)))
		return;
	if (index->spill != NULL) {
		index->spill(index->spill_context, index);
		return;
	}
	if (index->count - index->frozen > 1)
		forget_oldest(index);
	begin_segment(index);
}

void index_add(struct index *index, const struct record *fixed, struct similar_words words, const uint32_t *keys, size_t key_count,
	       struct span bytes)
{
	make_room(index, words.count, bytes.len);
	see_time(index, fixed->time);
	segment_add(&index->segments[index->count - 1], fixed, words, keys, key_count, bytes);
}
