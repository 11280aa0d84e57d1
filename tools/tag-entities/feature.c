#include "feature.h"

#include "hash.h"
#include "banned.h"

/* Sets of offsets: the word itself, it and its neighbours, all five. */
#define AT FEATURE_AT
#define NEAR (2 | 4 | 8)
#define WIDE 31

enum kind {
	KIND_WORD = 1, KIND_STEM, KIND_CLITICS, KIND_PREFIX, KIND_SUFFIX, KIND_GRAM, KIND_CLASS, KIND_GAZETTEER, KIND_LENGTH,
	KIND_SHAPE, KIND_LATIN, KIND_HINT, KIND_EDGE, KIND_RECALL, KIND_DICTIONARY, KIND_SENSE,
};

struct writer {
	struct feature *features;
	size_t count;
};

static void add(struct writer *w, enum kind kind, uint64_t value, unsigned offsets)
{
	if (w->count < FEATURES_MAX)
		w->features[w->count++] = (struct feature){ hash_mix(value ^ HASH_P2, HASH_P0 * (kind + 1)), (uint8_t)offsets };
}

static void add_bytes(struct writer *w, enum kind kind, const char *ptr, size_t len, unsigned offsets)
{
	add(w, kind, hash_bytes(ptr, len), offsets);
}

#define LETTER 2
#define LETTERS_SEEN 20

/* Affixes of one to four letters and the letters by twos and threes, of a word in two-byte letters. */
static void add_letters(struct writer *w, struct span stem)
{
	size_t len = stem.len / LETTER * LETTER;

	for (size_t n = LETTER; n <= 4 * LETTER && n <= len; n += LETTER) {
		add_bytes(w, KIND_PREFIX, stem.ptr, n, AT);
		add_bytes(w, KIND_SUFFIX, stem.ptr + len - n, n, AT);
	}
	if (len > LETTERS_SEEN * LETTER)
		len = LETTERS_SEEN * LETTER;
	for (size_t n = 2 * LETTER; n <= 4 * LETTER; n += LETTER)
		for (size_t i = 0; i + n <= len; i += LETTER)
			add_bytes(w, KIND_GRAM, stem.ptr + i, n, AT);
}

/* What the dictionary says of each reading of a word; that none is in it says most. */
static void add_dictionary(struct writer *w, const struct dictionary_reading *readings, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add(w, KIND_DICTIONARY, 1 + (readings[i].classes | (uint64_t)readings[i].clitics << 8 | (uint64_t)readings[i].ending << 16), NEAR);
	if (n == 0)
		add(w, KIND_DICTIONARY, 0, WIDE);
}

static bool all_arabic(struct span word)
{
	for (size_t i = 0; i < word.len; i++)
		if ((unsigned char)word.ptr[i] < 0x80 || (unsigned char)word.ptr[i] > 0xDF)
			return false;
	return word.len % LETTER == 0;
}

size_t features_of_word(const struct word *word, struct span fold, const struct dictionary_reading *readings, size_t count,
    struct feature features[FEATURES_MAX])
{
	struct writer w = { features, 0 };

	add(&w, KIND_WORD, word->hash, WIDE);
	if ((word->classes & CLASS_NO_WORD) != 0) {
		add(&w, KIND_SHAPE, fold.len > 0 && fold.ptr[0] >= '0' && fold.ptr[0] <= '9' ? 1 + fold.len : 0, NEAR);
		return w.count;
	}
	if (!all_arabic(fold)) {
		add(&w, KIND_LATIN, 1, NEAR);
		return w.count;
	}
	struct clitic_cut cuts[CLITIC_CUTS];
	size_t n = clitic_cuts(fold, cuts);
	for (size_t i = 0; i < n; i++)
		add_bytes(&w, KIND_STEM, fold.ptr + cuts[i].bytes, fold.len - cuts[i].bytes, i == 0 ? WIDE : NEAR);
	add_dictionary(&w, readings, count);
	add(&w, KIND_CLITICS, (uint64_t)word->cut.clitics, NEAR);
	add_letters(&w, fold);
	add(&w, KIND_LENGTH, fold.len / LETTER < 10 ? fold.len / LETTER : 10, AT);
	if (word->sense >= 0)
		add(&w, KIND_SENSE, (uint64_t)word->sense, WIDE);
	for (unsigned bit = 0; bit < 32; bit++)
		if ((word->classes >> bit & 1) != 0)
			add(&w, KIND_CLASS, bit, WIDE);
	for (unsigned bit = 0; bit < 8; bit++)
		if ((word->whole >> bit & 1) != 0)
			add(&w, KIND_GAZETTEER, bit, WIDE);
	return w.count;
}

size_t features_of_hint(unsigned hint, struct feature features[FEATURES_MAX])
{
	struct writer w = { features, 0 };

	add(&w, KIND_HINT, hint, NEAR);
	return w.count;
}

size_t features_of_recall(unsigned recall, struct feature features[FEATURES_MAX])
{
	struct writer w = { features, 0 };

	add(&w, KIND_RECALL, recall, NEAR);
	return w.count;
}

size_t features_of_edge(struct feature features[FEATURES_MAX])
{
	struct writer w = { features, 0 };

	add(&w, KIND_EDGE, 0, WIDE);
	return w.count;
}
