#include "documents.h"

#include <stdio.h>
#include <stdlib.h>

#include "fold.h"
#include "mem.h"
#include "output.h"
#include "passage.h"
#include "row.h"
#include "banned.h"

/*
 * Of each WINDOW trigrams that follow one another the smallest is kept, so
 * that a shared run of WINDOW + 2 words always shows.
 */
#define WINDOW 4

/* Kept trigrams that a source must share, and how many sources are compared in full. */
#define HITS 2
#define SOURCES 16

/* Words that must stand in a source for it to be one. */
#define SOURCE_WORDS 8

/* Sources are remembered in parts, so that a long one costs no more than a short one to compare with. */
#define PART_WORDS ((size_t)8192)
#define DOCUMENT_WORDS ((size_t)1 << 20)

struct source {
	const struct record *record;
	size_t hits;
	size_t shared, longest;
};

struct documents {
	struct index *index;
	bool all;
	uint64_t number;
	struct buf doc, fold;
	uint32_t *words;
	size_t count, cap;
	uint32_t *keys; /* winnowed from the words */
	size_t keys_count, keys_cap;
	uint8_t *common; /* for each word, whether it stands in a phrase that many documents hold */
	size_t common_cap;
	struct record **hits; /* one for each key that is found */
	size_t hits_count, hits_cap;
	struct source *sources;
	size_t sources_count, sources_cap;
	struct passages passages;
};

static int by_address(const void *left, const void *right)
{
	const struct record *const *a = left, *const *b = right;
	return (*a > *b) - (*a < *b);
}

static int by_hits(const void *left, const void *right)
{
	const struct source *a = left, *b = right;
	return a->hits != b->hits ? (a->hits < b->hits) - (a->hits > b->hits) : (a->record->row > b->record->row) - (a->record->row < b->record->row);
}

static int by_row(const void *left, const void *right)
{
	const struct source *a = left, *b = right;
	return (a->record->row > b->record->row) - (a->record->row < b->record->row);
}

static int by_shared(const void *left, const void *right)
{
	const struct source *a = left, *b = right;
	return a->shared != b->shared ? (a->shared < b->shared) - (a->shared > b->shared) : by_row(left, right);
}

static void winnow(struct documents *documents, struct similar_words words)
{
	documents->keys_count = 0;
	if (words.count < 3)
		return;
	size_t last = words.count - 3, kept = SIZE_MAX;
	documents->keys = xgrow(documents->keys, &documents->keys_cap, last + 1, sizeof(*documents->keys));
	for (size_t i = 0; i == 0 || i + WINDOW <= last + 1; i++) {
		size_t least = i;
		for (size_t at = i + 1; at < i + WINDOW && at <= last; at++)
			if (keys_trigram(words.hash + at) <= keys_trigram(words.hash + least))
				least = at;
		if (least != kept)
			documents->keys[documents->keys_count++] = keys_trigram(words.hash + least);
		kept = least;
	}
}

static void look_up_key(struct documents *documents, const struct segment *segment, uint32_t tag)
{
	uint32_t refs[BUCKET_ENTRIES];
	size_t count = bucket_find(bucket_of(&segment->buckets, tag), tag, refs);

	documents->hits = xgrow(documents->hits, &documents->hits_cap, documents->hits_count + count, sizeof(*documents->hits));
	for (size_t i = 0; i < count; i++)
		documents->hits[documents->hits_count++] = segment_record(segment, refs[i]);
}

static void look_up(struct documents *documents)
{
	documents->hits_count = 0;
	for (size_t s = 0; s < documents->index->count; s++)
		for (size_t i = 0; i < documents->keys_count; i++)
			look_up_key(documents, &documents->index->segments[s], bucket_tag(documents->keys[i]));
}

/* Mark the words of trigrams that many documents hold: names with their titles, formulas. */
static void mark_common(struct documents *documents)
{
	uint32_t refs[BUCKET_ENTRIES];

	documents->common = xgrow(documents->common, &documents->common_cap, documents->count + 1, 1);
	memset(documents->common, 0, documents->count);
	for (size_t i = 0; i + 3 <= documents->count; i++) {
		uint32_t tag = bucket_tag(keys_trigram(documents->words + i));
		for (size_t s = 0; s < documents->index->count; s++)
			if (bucket_find(bucket_of(&documents->index->segments[s].buckets, tag), tag, refs) >= BUCKET_HOT)
				memset(documents->common + i, 1, 3);
	}
}

/* The parts of earlier documents with the most hits, in the order in which they were read. */
static void choose_sources(struct documents *documents)
{
	documents->sources_count = 0;
	if (documents->hits_count == 0)
		return;
	qsort(documents->hits, documents->hits_count, sizeof(*documents->hits), by_address);
	for (size_t i = 0, n; i < documents->hits_count; i += n) {
		const struct record *record = documents->hits[i];
		for (n = 1; i + n < documents->hits_count && documents->hits[i + n] == record; n++)
			;
		if (n < HITS || span_eq(record_bytes(record), buf_as_span(&documents->doc)))
			continue;
		documents->sources =
			xgrow(documents->sources, &documents->sources_cap, documents->sources_count + 1, sizeof(*documents->sources));
		documents->sources[documents->sources_count++] = (struct source){ .record = record, .hits = n };
	}
	if (documents->sources_count == 0)
		return;
	qsort(documents->sources, documents->sources_count, sizeof(*documents->sources), by_hits);
	if (documents->sources_count > SOURCES)
		documents->sources_count = SOURCES;
	qsort(documents->sources, documents->sources_count, sizeof(*documents->sources), by_row);
}

/* Compare with each source; parts of one document become one. Sources of which next to nothing stands here go. */
static void compare(struct documents *documents)
{
	struct passages *passages = &documents->passages;
	size_t kept = 0;

	if (documents->sources_count == 0)
		return;
	mark_common(documents);
	passages_prepare(passages, (struct similar_words){ documents->words, documents->count }, documents->common);
	for (size_t i = 0; i < documents->sources_count; i++) {
		struct source *source = &documents->sources[i];
		bool same = kept > 0 && span_eq(record_bytes(documents->sources[kept - 1].record), record_bytes(source->record));
		if (!same)
			passages_begin(passages);
		passages_find(passages, record_words(source->record));
		source->shared = passages->shared;
		source->longest = passages->longest;
		if (passages->shared >= SOURCE_WORDS)
			documents->sources[same ? kept - 1 : kept++] = *source;
	}
	documents->sources_count = kept;
	if (kept > 0)
		qsort(documents->sources, kept, sizeof(*documents->sources), by_shared);
}

static void write_source(const struct documents *documents, struct span name, size_t shared, size_t longest)
{
	char share[32];
	int n = snprintf(share, sizeof(share), "%.3f", documents->count > 0 ? (double)shared / (double)documents->count : 0.0);

	out_span(buf_as_span(&documents->doc));
	out_char('\t');
	out_span(name);
	out_char('\t');
	out_uint(shared);
	out_char('\t');
	out_uint(documents->count);
	out_char('\t');
	out_write(share, (size_t)n);
	out_char('\t');
	out_uint(longest);
	out_char('\n');
}

static void remember(struct documents *documents)
{
	for (size_t at = 0; at < documents->count; at += PART_WORDS) {
		/* Parts overlap by two words, so that no trigram is lost between them. */
		size_t n = documents->count - at < PART_WORDS + 2 ? documents->count - at : PART_WORDS + 2;
		struct similar_words part = { documents->words + at, n };
		struct span bytes = { (const char *)part.hash, n * sizeof(*part.hash) };
		struct record fixed = { .print = fingerprint_of(bytes), .row = ++documents->number, .time = RECORD_NO_TIME, .count = 1 };
		winnow(documents, part);
		index_add(documents->index, &fixed, part, documents->keys, documents->keys_count, buf_as_span(&documents->doc));
	}
}

static void end_document(struct documents *documents)
{
	winnow(documents, (struct similar_words){ documents->words, documents->count });
	look_up(documents);
	choose_sources(documents);
	compare(documents);
	if (documents->sources_count == 0)
		write_source(documents, SPAN("-"), 0, 0);
	for (size_t i = 0; i < documents->sources_count && (i == 0 || documents->all); i++) {
		const struct source *source = &documents->sources[i];
		write_source(documents, record_bytes(source->record), source->shared, source->longest);
	}
	remember(documents);
	documents->count = 0;
}

void documents_run(struct index *index, struct input *in, bool all)
{
	struct documents documents = { .index = index, .all = all };
	bool open = false;
	struct span line;

	while (input_line(in, &line)) {
		struct row row;
		row_split(&row, line);
		if (open && (documents.count >= DOCUMENT_WORDS || !span_eq(row.doc, buf_as_span(&documents.doc))))
			end_document(&documents);
		open = true;
		documents.doc.len = 0;
		buf_span(&documents.doc, row.doc);
		documents.fold.len = 0;
		fold_text(FOLD_ALL, row.text, &documents.fold);
		documents.count = similar_split(buf_as_span(&documents.fold), &documents.words, &documents.cap, documents.count);
	}
	if (open)
		end_document(&documents);
	passages_free(&documents.passages);
	buf_free(&documents.doc);
	buf_free(&documents.fold);
	free(documents.words);
	free(documents.keys);
	free(documents.common);
	free(documents.hits);
	free(documents.sources);
}
