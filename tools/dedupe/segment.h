/*
 * A part of the index: the records of a run of rows, and the tables that find
 * them. In memory one grows; on disk (disk.h) it has the same form.
 */
#ifndef DEDUPE_SEGMENT_H
#define DEDUPE_SEGMENT_H

#include "buckets.h"
#include "prints.h"
#include "sentence.h"

/* What is known of a row; its words and then its bytes stand behind it. */
struct record {
	struct fingerprint print;
	uint64_t row;   /* its number in the input */
	int64_t time;   /* seconds since 1970, or RECORD_NO_TIME */
	uint64_t bytes; /* length of what is kept of the row: its id, its whole line, or nothing */
	uint32_t words;
	uint32_t flags;
	uint64_t count; /* how often it stood */
};

#define RECORD_NO_TIME INT64_MIN
#define RECORD_COPY 1u /* a copy of an earlier row: there for --pairs alone */

static inline const uint32_t *record_word(const struct record *record)
{
	return (const uint32_t *)(const void *)(record + 1);
}

static inline struct similar_words record_words(const struct record *record)
{
	return (struct similar_words){ record_word(record), record->words };
}

static inline struct span record_bytes(const struct record *record)
{
	return (struct span){ (const char *)(record_word(record) + record->words), record->bytes };
}

struct segment {
	char *arena; /* records, each at a multiple of 8 bytes */
	size_t len, cap;
	struct prints prints;
	struct buckets buckets;
	char *path;       /* the file that it is mapped from, owned, or NULL */
	size_t mapped;    /* bytes of the mapping, which begins before the arena */
	void *map;
	uint64_t rows;
	int64_t oldest, newest; /* times of its rows; RECORD_NO_TIME where none has one */
};

struct segment segment_new(void);
void segment_free(struct segment *segment);

/*
 * The record of a reference: its place in the arena, in units of 8 bytes, plus
 * 1. A reference out of a damaged file that leads nowhere ends the process.
 */
struct record *segment_record(const struct segment *segment, uint32_t ref);

/* Ask for the cache lines of a record. */
static inline void segment_prefetch(const struct segment *segment, uint32_t ref)
{
	const char *at = segment->arena + (size_t)(ref - 1) * 8;

	__builtin_prefetch(at);
	__builtin_prefetch(at + 64);
	__builtin_prefetch(at + 128);
}

/* The first record and the next one: a walk over all; NULL behind the last. */
struct record *segment_next(const struct segment *segment, const struct record *record);

/* Bytes held once a row of so many words and kept bytes is added, tables that grow counted twice. */
size_t segment_bytes_with(const struct segment *segment, size_t words, size_t bytes);

/* Whether references reach so far (32 GiB of records). */
bool segment_has_room(const struct segment *segment, size_t words, size_t bytes);

/*
 * Add a row, with words and keys where it has them. `fixed` gives print, row,
 * time, flags and count. Records may move.
 */
void segment_add(struct segment *segment, const struct record *fixed, struct similar_words words, const uint32_t *keys,
		 size_t key_count, struct span bytes);

#endif
