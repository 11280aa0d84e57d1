#include "sentence.h"

#include <stdlib.h>

#include "fold.h"
#include "hash.h"
#include "banned.h"

/*
 * Both halves of a 128-bit product go on, each with a word of the input added
 * again, so that a product of 0 forgets nothing.
 */
struct fingerprint fingerprint_of(struct span bytes)
{
	const char *ptr = bytes.ptr;
	size_t len = bytes.len;
	uint64_t a = HASH_P0 ^ len, b = HASH_P1;

	for (; len >= 16; ptr += 16, len -= 16) {
		uint64_t x = hash_read64(ptr), y = hash_read64(ptr + 8);
		hash_u128 product = (hash_u128)(a ^ x) * (b ^ y ^ HASH_P2);
		a = (uint64_t)product + y;
		b = (uint64_t)(product >> 64) + x;
	}
	uint64_t x = 0, y = 0;
	if (len >= 8) {
		x = hash_read64(ptr);
		y = hash_read_tail(ptr + 8, len - 8);
	} else if (len > 0) {
		x = hash_read_tail(ptr, len);
	}
	hash_u128 product = (hash_u128)(a ^ x) * (b ^ y ^ HASH_P2);
	a = (uint64_t)product + y;
	b = (uint64_t)(product >> 64) + x;
	return (struct fingerprint){ hash_mix(a ^ HASH_P1, b ^ HASH_P0), hash_mix(b ^ HASH_P2, a ^ HASH_P1) };
}

void sentence_fold(struct sentence *sentence, struct span text)
{
	sentence->fold.len = 0;
	fold_text(FOLD_ALL, text, &sentence->fold);
	sentence->print = fingerprint_of(buf_as_span(&sentence->fold));
}

/* Multilinear hashing (Lemire and Kaser, "Strongly universal string hashing is fast", 2014). */
uint32_t keys_trigram(const uint32_t *word)
{
	return (uint32_t)((word[0] * HASH_P0 + word[1] * HASH_P1 + word[2] * HASH_P2) >> 32);
}

/* Put a hash that is smaller than the last where it belongs, unless it is there already. */
static void keep(struct keys *keys, uint32_t hash)
{
	unsigned at = 0;

	while (at < keys->count && keys->key[at] < hash)
		at++;
	if (at < keys->count && keys->key[at] == hash)
		return;
	if (keys->count < SENTENCE_KEYS)
		keys->count++;
	for (unsigned i = keys->count - 1; i > at; i--)
		keys->key[i] = keys->key[i - 1];
	keys->key[at] = hash;
}

/* How many trigrams are expected under the bound that they are first held against. */
#define LIKELY (2 * SENTENCE_KEYS)

/*
 * Only trigrams under `bound` are looked at closely. Returns false where those
 * are too few to be sure that the keys are among them.
 */
static bool choose(struct similar_words words, uint32_t bound, struct keys *keys)
{
	uint32_t low[64];
	size_t trigrams = words.count - 2;

	keys->count = 0;
	for (size_t at = 0; at < trigrams;) {
		size_t count = 0;
		/* Without a branch that could not be foretold. */
		for (; at < trigrams && count < 64; at++) {
			low[count] = keys_trigram(words.hash + at);
			count += low[count] <= bound;
		}
		for (size_t i = 0; i < count; i++)
			if (keys->count < SENTENCE_KEYS || low[i] < keys->key[SENTENCE_KEYS - 1])
				keep(keys, low[i]);
	}
	return keys->count == SENTENCE_KEYS || bound == UINT32_MAX;
}

struct keys keys_of(struct similar_words words)
{
	struct keys keys = { .count = 0 };

	if (words.count < SENTENCE_WORDS_MIN)
		return keys;
	size_t trigrams = words.count - 2;
	uint32_t bound = trigrams > LIKELY ? (uint32_t)(UINT32_MAX / trigrams * LIKELY) : UINT32_MAX;
	if (!choose(words, bound, &keys))
		choose(words, UINT32_MAX, &keys);
	return keys;
}

void sentence_split(struct sentence *sentence)
{
	sentence->words = similar_split(buf_as_span(&sentence->fold), &sentence->word, &sentence->word_cap, 0);
	sentence->keys = keys_of(sentence_words(sentence));
}

void sentence_free(struct sentence *sentence)
{
	buf_free(&sentence->fold);
	free(sentence->word);
	*sentence = (struct sentence){ 0 };
}
