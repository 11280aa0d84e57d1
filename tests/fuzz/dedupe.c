/*
 * The laws of dedupe over rows of any bytes: an exact repeat is found, a
 * match holds when it is measured the other way round, what a document shares
 * with itself is all of it, and an index read again from its file is the same.
 */
#include <stdlib.h>
#include <unistd.h>

#include "dedupe/disk.h"
#include "dedupe/near.h"
#include "dedupe/passage.h"
#include "row.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void hold(bool law)
{
	if (!law)
		abort();
}

/* A pair is as alike one way round as the other. */
static void check_match(const struct near *near, const struct match *match, const struct sentence *sentence)
{
	struct similar other = { 0 };

	similar_prepare(&other, record_words(match->record));
	double jaccard = similar_jaccard(&other, sentence_words(sentence));
	hold(match->verdict == VERDICT_CONTAINED || jaccard >= near->threshold - 1e-5);
	hold(match->verdict != VERDICT_CONTAINED || similar_containment(&other, sentence_words(sentence)) >= 0.7);
	similar_free(&other);
}

static void check_row(struct index *index, struct near *near, struct sentence *sentence, struct span line)
{
	struct row row;

	row_split(&row, line);
	sentence_fold(sentence, row.text);
	sentence_split(sentence);
	hold(sentence->words <= sentence->fold.len);
	if (index_seen(index, sentence->print, RECORD_NO_TIME) != NULL)
		return;
	if (sentence->keys.count > 0) {
		near_find(near, index, sentence, RECORD_NO_TIME);
		for (size_t i = 0; i < near->count; i++)
			check_match(near, &near->matches[i], sentence);
	}
	struct record fixed = { .print = sentence->print, .time = RECORD_NO_TIME, .count = 1 };
	index_add(index, &fixed, sentence_words(sentence), sentence->keys.key, sentence->keys.count, line);
	hold(index_seen(index, sentence->print, RECORD_NO_TIME) != NULL);
}

static void check_passages(struct similar_words words)
{
	struct passages passages = { 0 };
	uint8_t *common = calloc(words.count + 1, 1);

	passages_prepare(&passages, words, common);
	passages_begin(&passages);
	passages_find(&passages, words);
	hold(passages.shared <= words.count && passages.longest <= words.count);
	hold(words.count < 6 || passages.shared == words.count);
	passages_free(&passages);
	free(common);
	struct similar_places places = { 0 };
	struct similar_run run = similar_longest_run(&places, words, words);
	hold(run.words == words.count && run.a == 0 && run.b == 0);
	free(places.at);
}

static void check_disk(const struct segment *segment)
{
	char path[] = "/tmp/khabar-fuzz.XXXXXX";
	int fd = mkstemp(path);

	hold(fd >= 0 && close(fd) == 0 && disk_write(segment, path));
	struct segment read = disk_map(strdup(path));
	hold(disk_check(&read) && read.rows == segment->rows && read.len == segment->len);
	hold(segment->len == 0 || memcmp(read.arena, segment->arena, segment->len) == 0);
	segment_free(&read);
	unlink(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct index index = index_new((size_t)1 << 18, 0);
	struct near near = { .threshold = SIMILAR_JACCARD };
	struct sentence sentence = { 0 };
	struct span rest = { (const char *)data, size }, line;

	while (rest.ptr != NULL && span_next(&rest, '\n', &line))
		check_row(&index, &near, &sentence, line);
	sentence_fold(&sentence, (struct span){ (const char *)data, size });
	sentence_split(&sentence);
	check_passages(sentence_words(&sentence));
	if (size % 16 == 0) /* the disk is slow */
		check_disk(&index.segments[index.count - 1]);
	sentence_free(&sentence);
	near_free(&near);
	index_free(&index);
	return 0;
}
