/*
 * The features of a word: hashes of what it is (its form, stem, affixes,
 * letters, classes), each valid at some of the offsets from the token that is
 * tagged. Tagger and trainer share them.
 */
#ifndef KHABAR_TAG_FEATURE_H
#define KHABAR_TAG_FEATURE_H

#include <stdint.h>

#include "dictionary.h"
#include "word.h"

struct feature {
	uint64_t hash;
	uint8_t offsets; /* bit k: valid at offset k - WORD_REACH */
};

/* The offset of the word itself. Most features are of that alone. */
#define FEATURE_AT (1 << WORD_REACH)

#define FEATURES_MAX 256

/* Fill `features`; returns their number. `fold` is the word's folded form; its readings are those of dictionary_read(). */
size_t features_of_word(
    const struct word *word, struct span fold, const struct dictionary_reading *readings, size_t n, struct feature features[FEATURES_MAX]);

/* The features of a hint, of a recall (sentence.h), and of what stands beyond the text. */
size_t features_of_hint(unsigned hint, struct feature features[FEATURES_MAX]);
size_t features_of_recall(unsigned recall, struct feature features[FEATURES_MAX]);
size_t features_of_edge(struct feature features[FEATURES_MAX]);

/* A feature's key in the model; never 0. */
static inline uint32_t feature_key(uint64_t hash)
{
	return (uint32_t)(hash_mix(hash ^ HASH_P0, HASH_P1) >> 32) | 1;
}

#endif
