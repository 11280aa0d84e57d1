#include "passage.h"

#include <stdlib.h>

#include "hash.h"
#include "mem.h"
#include "banned.h"

#define ANCHOR 3  /* words of a run that a passage begins with */
#define GAP 4     /* words that may stand between two runs of one passage */
#define ENOUGH 6  /* words that make a passage: fewer are a phrase that anyone may use */
#define LONG 20   /* words that make one even if all are common: a text that many took over */
#define PLACES 8  /* of one trigram that are looked at */
#define RECENT 8  /* passages that a run may still join */

struct passage_slot {
	uint64_t gram; /* 0: free */
	uint32_t place;
};

/* From words a..a_end of the document and b..b_end of the other; `words` of them are the same. */
struct passage {
	size_t a, a_end, b, b_end, words, longest;
};

static uint64_t gram_at(const uint32_t *word)
{
	uint64_t gram = hash_mix(((uint64_t)word[0] << 32 | word[1]) ^ HASH_P0, word[2] ^ HASH_P1);
	return gram != 0 ? gram : 1;
}

static struct passage_slot *find_slot(const struct passages *passages, uint64_t gram)
{
	size_t i = (size_t)gram & passages->mask;

	while (passages->slots[i].gram != 0 && passages->slots[i].gram != gram)
		i = (i + 1) & passages->mask;
	return &passages->slots[i];
}

void passages_prepare(struct passages *passages, struct similar_words words, const uint8_t *common)
{
	size_t size = 64;

	while (size < 2 * words.count)
		size *= 2;
	passages->words = words;
	passages->common = common;
	passages->slots = xgrow(passages->slots, &passages->slot_cap, size, sizeof(*passages->slots));
	passages->mask = size - 1;
	memset(passages->slots, 0, size * sizeof(*passages->slots));
	passages->next = xgrow(passages->next, &passages->next_cap, words.count + 1, sizeof(*passages->next));
	passages->found = xgrow(passages->found, &passages->found_cap, words.count + 1, 1);
	for (size_t i = words.count; i-- > 0;) {
		if (i + ANCHOR > words.count)
			continue;
		struct passage_slot *slot = find_slot(passages, gram_at(words.hash + i));
		passages->next[i + 1] = slot->gram != 0 ? slot->place : 0;
		slot->gram = gram_at(words.hash + i);
		slot->place = (uint32_t)i + 1;
	}
}

void passages_begin(struct passages *passages)
{
	memset(passages->found, 0, passages->words.count);
	passages->shared = passages->longest = 0;
}

static size_t run_length(struct similar_words a, size_t i, struct similar_words b, size_t j)
{
	size_t n = 0;
	while (i + n < a.count && j + n < b.count && a.hash[i + n] == b.hash[j + n])
		n++;
	return n;
}

/* The longest run that begins at word `at` of the other, not counting those that begin earlier. */
static struct passage longest_from(const struct passages *passages, struct similar_words other, size_t at)
{
	struct passage best = { 0 };
	struct similar_words words = passages->words;
	const struct passage_slot *slot = find_slot(passages, gram_at(other.hash + at));
	uint32_t place = slot->gram != 0 ? slot->place : 0;

	for (unsigned n = 0; place != 0 && n < PLACES; place = passages->next[place], n++) {
		size_t i = place - 1;
		if (i > 0 && at > 0 && words.hash[i - 1] == other.hash[at - 1])
			continue;
		size_t length = run_length(words, i, other, at);
		if (length > best.words)
			best = (struct passage){ i, i + length, at, at + length, length, length };
	}
	return best;
}

static bool follows(const struct passage *before, const struct passage *run)
{
	return run->a >= before->a_end && run->a - before->a_end <= GAP && run->b >= before->b_end && run->b - before->b_end <= GAP;
}

/* Join a run to a recent passage, or begin one with it. */
static void add_run(struct passages *passages, const struct passage *run)
{
	size_t oldest = passages->open_count > RECENT ? passages->open_count - RECENT : 0;

	for (size_t i = passages->open_count; i-- > oldest;) {
		struct passage *before = &passages->open[i];
		if (!follows(before, run))
			continue;
		before->a_end = run->a_end;
		before->b_end = run->b_end;
		before->words += run->words;
		before->longest = run->longest > before->longest ? run->longest : before->longest;
		return;
	}
	passages->open = xgrow(passages->open, &passages->open_cap, passages->open_count + 1, sizeof(*passages->open));
	passages->open[passages->open_count++] = *run;
}

/* The nearest pair of words that stands in both behind the passage (or, `back`, before it). Returns false where none is near. */
static bool extend(const struct passages *passages, struct similar_words other, struct passage *passage, bool back)
{
	struct similar_words words = passages->words;

	for (size_t apart = 1; apart <= 2 * GAP; apart++)
		for (size_t i = apart > GAP ? apart - GAP : 0; i <= GAP && i <= apart; i++) {
			size_t j = apart - i;
			size_t a = back ? passage->a - i - 2 : passage->a_end + i, b = back ? passage->b - j - 2 : passage->b_end + j;
			bool inside = back ? passage->a >= i + 2 && passage->b >= j + 2 : a + 2 <= words.count && b + 2 <= other.count;
			if (!inside || words.hash[a] != other.hash[b] || words.hash[a + 1] != other.hash[b + 1])
				continue;
			if (back) {
				passage->a = a;
				passage->b = b;
			} else {
				passage->a_end = a + 2;
				passage->b_end = b + 2;
			}
			passage->words += 2;
			return true;
		}
	return false;
}

/* The words of the passage that stand in both and are not common, its gaps being no part of them. */
static size_t telling(const struct passages *passages, const struct passage *passage)
{
	size_t common = 0;

	for (size_t i = passage->a; i < passage->a_end; i++)
		common += passages->common[i];
	return passage->words > common ? passage->words - common : 0;
}

/* Mark the words that the passage shares: all between its ends, gaps being short. */
static void close_passage(struct passages *passages, struct similar_words other, struct passage *passage)
{
	while (extend(passages, other, passage, true))
		;
	while (extend(passages, other, passage, false))
		;
	if (passage->words < LONG && telling(passages, passage) < ENOUGH)
		return;
	for (size_t i = passage->a; i < passage->a_end; i++) {
		passages->shared += passages->found[i] == 0;
		passages->found[i] = 1;
	}
	passages->longest = passage->longest > passages->longest ? passage->longest : passages->longest;
}

void passages_find(struct passages *passages, struct similar_words other)
{
	passages->open_count = 0;
	for (size_t at = 0; at + ANCHOR <= other.count; at++) {
		struct passage run = longest_from(passages, other, at);
		if (run.words >= ANCHOR)
			add_run(passages, &run);
	}
	for (size_t i = 0; i < passages->open_count; i++)
		close_passage(passages, other, &passages->open[i]);
}

void passages_free(struct passages *passages)
{
	free(passages->slots);
	free(passages->next);
	free(passages->found);
	free(passages->open);
	*passages = (struct passages){ 0 };
}
