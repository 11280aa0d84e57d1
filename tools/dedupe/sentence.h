/* The text of a row as it is compared: folded, its fingerprint, its words and its keys. */
#ifndef DEDUPE_SENTENCE_H
#define DEDUPE_SENTENCE_H

#include <stdint.h>

#include "buf.h"
#include "similar.h"

/*
 * 128 bits of the folded bytes. Two texts with one fingerprint are taken to
 * be the same: among 10^12 different texts the chance of one such pair is
 * 10^-15.
 */
struct fingerprint {
	uint64_t high, low;
};

/* A row with fewer words repeats exactly or not at all: it has no keys. */
#define SENTENCE_WORDS_MIN 5

/* The keys of a row: the smallest of the hashes of its word trigrams. */
#define SENTENCE_KEYS 8

struct keys {
	uint32_t key[SENTENCE_KEYS]; /* ascending, each once */
	unsigned count;
};

struct sentence {
	struct fingerprint print;
	struct buf fold;
	uint32_t *word; /* hashes as similar.h has them */
	size_t words;
	size_t word_cap;
	struct keys keys;
};

struct fingerprint fingerprint_of(struct span bytes);

/* The hash of three words, of which keys are made. */
uint32_t keys_trigram(const uint32_t *word);

/* The keys of a row's words. */
struct keys keys_of(struct similar_words words);

/* Fold `text` and take its fingerprint. Start with a zeroed struct; memory is used again. */
void sentence_fold(struct sentence *sentence, struct span text);

/* Find the words and keys of what was folded. */
void sentence_split(struct sentence *sentence);

void sentence_free(struct sentence *sentence);

static inline struct similar_words sentence_words(const struct sentence *sentence)
{
	return (struct similar_words){ sentence->word, sentence->words };
}

#endif
