#include "near.h"

#include <stdlib.h>

#include "mem.h"
#include "banned.h"

#define CANDIDATES (SENTENCE_KEYS * BUCKET_ENTRIES)

struct candidate {
	uint32_t ref;
	uint32_t telling; /* shared keys that are not hot: rows that share only hot ones are alike as a whole or not at all */
};

struct span verdict_name(enum verdict verdict)
{
	static const char *const names[] = { "first", "exact", "near", "contained", "update" };
	return (struct span){ names[verdict], strlen(names[verdict]) };
}

static void add_candidate(struct candidate *candidates, size_t *count, uint32_t ref, bool hot)
{
	size_t i = 0;

	while (i < *count && candidates[i].ref != ref)
		i++;
	if (i == *count)
		candidates[(*count)++] = (struct candidate){ ref, 0 };
	candidates[i].telling += !hot;
}

static void gather_key(const struct bucket *bucket, uint32_t tag, struct candidate *candidates, size_t *count)
{
	uint32_t refs[BUCKET_ENTRIES];
	size_t hits = bucket_find(bucket, tag, refs);

	for (size_t i = hits; i-- > 0;) /* the oldest first, so that there is little to sort */
		add_candidate(candidates, count, refs[i], hits >= BUCKET_HOT);
}

/* In the order of their rows. There are few: insertion is the fastest. */
static void sort(struct candidate *candidates, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct candidate candidate = candidates[i];
		size_t at = i;
		for (; at > 0 && candidates[at - 1].ref > candidate.ref; at--)
			candidates[at] = candidates[at - 1];
		candidates[at] = candidate;
	}
}

static size_t gather(const struct segment *segment, const struct sentence *sentence, struct candidate *candidates)
{
	size_t count = 0;

	for (unsigned i = 0; i < sentence->keys.count; i++) {
		uint32_t tag = bucket_tag(sentence->keys.key[i]);
		gather_key(bucket_of(&segment->buckets, tag), tag, candidates, &count);
	}
	sort(candidates, count);
	return count;
}

void near_prepare(struct near *near, const struct sentence *sentence)
{
	similar_prepare(&near->similar, sentence_words(sentence));
}

/* One pass over the pairs of words gives up early what can be neither near nor contained. */
bool near_verify(struct near *near, struct similar_words words, bool telling, struct match *match)
{
	size_t own = near->similar.words.count, shorter = words.count < own ? words.count : own;
	size_t enough = similar_pairs_for_jaccard(own, words.count, near->threshold), contained = SIZE_MAX;
	double containment = near->threshold > SIMILAR_CONTAINMENT ? near->threshold : SIMILAR_CONTAINMENT;

	if (telling && shorter >= SIMILAR_CONTAINMENT_WORDS)
		contained = similar_pairs_for_containment(own, words.count, containment);
	size_t pairs = similar_pairs(&near->similar, words, enough < contained ? enough : contained);
	*match = (struct match){ .verdict = VERDICT_NEAR };
	if (pairs == 0)
		return false;
	if (pairs < enough) {
		if (pairs < contained || similar_containment(&near->similar, words) < containment)
			return false;
		match->verdict = VERDICT_CONTAINED;
	}
	match->numbers_differ = !similar_numbers_within(&near->similar, words);
	return true;
}

void near_find(struct near *near, const struct index *index, const struct sentence *sentence, int64_t time)
{
	struct candidate candidates[CANDIDATES];

	near->count = 0;
	near_prepare(near, sentence);
	for (size_t s = 0; s < index->count; s++) {
		const struct segment *segment = &index->segments[s];
		size_t count = gather(segment, sentence, candidates);
		for (size_t i = 0; i < count; i++)
			segment_prefetch(segment, candidates[i].ref);
		near->matches = xgrow(near->matches, &near->cap, near->count + count + 1, sizeof(*near->matches));
		for (size_t i = 0; i < count; i++) {
			struct record *record = segment_record(segment, candidates[i].ref);
			if (((record->flags & RECORD_COPY) != 0 && !near->copies) || !index_in_window(index, record, time))
				continue;
			struct match *match = &near->matches[near->count];
			near->count += near_verify(near, record_words(record), candidates[i].telling > 0, match);
			match->record = record;
		}
	}
}

void near_measure(struct near *near, struct similar_words words, struct match *match)
{
	match->jaccard = similar_jaccard(&near->similar, words);
	match->containment = similar_containment(&near->similar, words);
}

const struct match *near_best(const struct near *near)
{
	const struct match *update = NULL;

	for (size_t i = 0; i < near->count; i++) {
		const struct match *match = &near->matches[i];
		if ((match->record->flags & RECORD_COPY) != 0)
			continue;
		if (!match->numbers_differ)
			return match;
		if (update == NULL)
			update = match;
	}
	return update;
}

void near_free(struct near *near)
{
	free(near->matches);
	similar_free(&near->similar);
	*near = (struct near){ 0 };
}
