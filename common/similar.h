/*
 * How alike two sentences are, as arrays of word hashes: 32 bits of the hash
 * of each folded word, in order.
 *
 * Shingles are bags, not sets: one that stands twice counts twice, so that the
 * sizes follow from the number of words.
 *
 *	jaccard      word bigrams: shared / all. SIMILAR_JACCARD and more is reuse for
 *	             sentences of news; it says the same as 0.5 of character 5-grams
 *	containment  word trigrams: shared / those of the shorter. SIMILAR_CONTAINMENT
 *	             and more, where the shorter has SIMILAR_CONTAINMENT_WORDS words
 *	             or more, is a passage taken over
 */
#ifndef KHABAR_SIMILAR_H
#define KHABAR_SIMILAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "span.h"

#define SIMILAR_JACCARD 0.35
#define SIMILAR_CONTAINMENT 0.7
#define SIMILAR_CONTAINMENT_WORDS 10

/* Words of a text, owned by somebody else. */
struct similar_words {
	const uint32_t *hash;
	size_t count;
};

struct similar_bag {
	struct similar_gram *slots;
	size_t mask, cap;
	uint32_t base; /* of the comparison that is under way */
	uint32_t most; /* how often any shingle stands */
	uint64_t seen[16]; /* a bit for each shingle there is: what has none need not be looked for */
};

/* A sentence made ready to be compared with many. Start with a zeroed struct. */
struct similar {
	struct similar_words words;
	struct similar_bag bigrams, trigrams, numbers;
	size_t distinct_numbers;
	bool has_bigrams, has_trigrams, has_numbers; /* filled when first asked for */
};

/* `words` must stay until the last comparison. */
void similar_prepare(struct similar *similar, struct similar_words words);
void similar_free(struct similar *similar);

/* Both are 0 where a text is shorter than the shingle. Linear in the number of words. */
double similar_jaccard(struct similar *similar, struct similar_words other);
double similar_containment(struct similar *similar, struct similar_words other);

/*
 * The pairs of neighbouring words that both have, from which the Jaccard
 * follows, or 0 where they are fewer than `least`: those are given up early.
 */
size_t similar_pairs(struct similar *similar, struct similar_words other, size_t least);

/* The pairs that texts of so many words share at least where their Jaccard or containment is this. */
size_t similar_pairs_for_jaccard(size_t a, size_t b, double jaccard);
size_t similar_pairs_for_containment(size_t a, size_t b, double containment);

/* Whether every number of the prepared text stands in the other too. */
bool similar_numbers_within(struct similar *similar, struct similar_words other);

/* The longest run of words that stands in both, at its first place in `b`. */
struct similar_run {
	size_t a, b; /* the words where it begins */
	size_t words; /* 0 where they share none */
};

/* Working memory of similar_longest_run(), to be free()d. Start with a zeroed struct. */
struct similar_places {
	struct similar_place *at;
	size_t cap;
};

/* O(n log n), by hashes of windows and a search over their width; each hit is compared. */
struct similar_run similar_longest_run(struct similar_places *places, struct similar_words a, struct similar_words b);

/*
 * Append the word hashes of a folded text (fold_text() with FOLD_ALL) to
 * words[0..count), which grows; returns the new count. Words are runs of
 * bytes that are no ASCII space or sign. A number in digits is one word, its
 * thousands joined; one spelled in a word (lists/spelled-numbers.tsv) is the
 * same word as its digits; both have the bit SIMILAR_NUMBER set.
 */
#define SIMILAR_NUMBER UINT32_C(1)
size_t similar_split(struct span folded, uint32_t **words, size_t *cap, size_t count);

#endif
