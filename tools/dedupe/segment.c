#include "segment.h"

#include <stdlib.h>
#include <sys/mman.h>

#include "err.h"
#include "pages.h"
#include "banned.h"

struct segment segment_new(void)
{
	return (struct segment){ .prints = prints_new(true), .buckets = buckets_new(), .oldest = RECORD_NO_TIME, .newest = RECORD_NO_TIME };
}

void segment_free(struct segment *segment)
{
	prints_free(&segment->prints);
	buckets_free(&segment->buckets);
	if (segment->path == NULL && segment->arena != NULL)
		pages_free(segment->arena, segment->cap);
	else if (segment->map != NULL)
		munmap(segment->map, segment->mapped);
	free(segment->path);
	*segment = (struct segment){ 0 };
}

static size_t record_size(size_t words, size_t bytes)
{
	return (sizeof(struct record) + words * sizeof(uint32_t) + bytes + 7) & ~(size_t)7;
}

/* What a file says of places and lengths is not believed. */
static struct record *record_at(const struct segment *segment, size_t at)
{
	if (segment->path != NULL && (at >= segment->len || segment->len - at < sizeof(struct record)))
		die(STATUS_FAILED, "%s: damaged; remove the index and make it anew", segment->path);
	struct record *record = (struct record *)(void *)(segment->arena + at);
	if (segment->path != NULL && (record->bytes > segment->len || record_size(record->words, record->bytes) > segment->len - at))
		die(STATUS_FAILED, "%s: damaged; remove the index and make it anew", segment->path);
	return record;
}

struct record *segment_record(const struct segment *segment, uint32_t ref)
{
	return record_at(segment, (size_t)(ref - 1) * 8);
}

struct record *segment_next(const struct segment *segment, const struct record *record)
{
	size_t at = record == NULL ? 0 : (size_t)((const char *)record - segment->arena) + record_size(record->words, record->bytes);
	return at >= segment->len ? NULL : record_at(segment, at);
}

size_t segment_bytes_with(const struct segment *segment, size_t words, size_t bytes)
{
	size_t want = segment->len + record_size(words, bytes);
	size_t arena = want <= segment->cap ? segment->cap : segment->cap + segment->cap / 4 + record_size(words, bytes);
	return arena + prints_bytes_next(&segment->prints) + buckets_bytes_next(&segment->buckets);
}

bool segment_has_room(const struct segment *segment, size_t words, size_t bytes)
{
	return (segment->len + record_size(words, bytes)) / 8 < UINT32_MAX;
}

#define PAGE ((size_t)1 << 16)

/* Grows by a quarter: a large arena moves by its page tables, so that this costs little. */
static struct record *append(struct segment *segment, size_t size)
{
	if (segment->cap - segment->len < size) {
		size_t cap = (segment->cap + segment->cap / 4 + size + PAGE) & ~(PAGE - 1);
		segment->arena = pages_resize(segment->arena, segment->cap, cap);
		segment->cap = cap;
	}
	struct record *record = (struct record *)(void *)(segment->arena + segment->len);
	segment->len += size;
	return record;
}

void segment_add(struct segment *segment, const struct record *fixed, struct similar_words words, const uint32_t *keys,
		 size_t key_count, struct span bytes)
{
	uint32_t ref = (uint32_t)(segment->len / 8) + 1;
	struct record *record = append(segment, record_size(words.count, bytes.len));
	char *behind = (char *)(record + 1);

	*record = *fixed;
	record->words = (uint32_t)words.count;
	record->bytes = bytes.len;
	if (words.count > 0)
		memcpy(behind, words.hash, words.count * sizeof(*words.hash));
	behind += words.count * sizeof(*words.hash);
	if (bytes.len > 0)
		memcpy(behind, bytes.ptr, bytes.len);
	behind += bytes.len;
	memset(behind, 0, (size_t)(segment->arena + segment->len - behind));

	size_t slot = prints_find(&segment->prints, fixed->print);
	if (prints_taken(&segment->prints, slot))
		segment->prints.refs[slot] = ref; /* an older row of the same text, out of the window */
	else
		prints_take(&segment->prints, slot, fixed->print, ref);
	for (size_t i = 0; i < key_count; i++)
		buckets_add(&segment->buckets, bucket_tag(keys[i]), ref);
	segment->rows++;
	if (record->time != RECORD_NO_TIME) {
		segment->oldest = segment->oldest == RECORD_NO_TIME || record->time < segment->oldest ? record->time : segment->oldest;
		segment->newest = record->time > segment->newest ? record->time : segment->newest;
	}
}
