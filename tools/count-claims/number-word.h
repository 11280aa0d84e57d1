/*
 * The words that numbers are made of (lists/number-words.tsv), nouns that may
 * stand in the dual (lists/dual-nouns.tsv), and how the tokens of a text are
 * read by them.
 */
#ifndef COUNT_CLAIMS_NUMBER_WORD_H
#define COUNT_CLAIMS_NUMBER_WORD_H

#include "clitic.h"
#include "list.h"
#include "token.h"

enum number_class {
	NUMBER_NONE,
	NUMBER_DIGITS,
	NUMBER_ZERO,
	NUMBER_ONE,      /* wahid: a noun may stand before it */
	NUMBER_AHAD,     /* one and two as they stand in 11, 12 and 21 only */
	NUMBER_UNIT,     /* 2 to 9 */
	NUMBER_TEN,      /* 10, and the second word of 11 to 19 */
	NUMBER_TEEN,     /* 11 to 19 in one word */
	NUMBER_TENS,
	NUMBER_HUNDRED,  /* 100 */
	NUMBER_HUNDREDS, /* 200 to 900 in one word */
	NUMBER_SCALE,    /* value: the power of ten */
	NUMBER_VAGUE,    /* tens, hundreds: value 10, 100 */
	NUMBER_FEW,
	NUMBER_FRACTION, /* value: numerator * 100 + denominator */
	NUMBER_PART,     /* quarters, behind a numeral: the denominator */
	NUMBER_POINT,
	NUMBER_AND,      /* waw by itself */
	NUMBER_CLITIC,   /* a preposition or the article by itself */
	NUMBER_ORDINAL,
	NUMBER_NO,       /* looks like a clitic and a number, and is a word */
	NUMBER_DUAL,     /* a noun in the dual; value: enum dual_sort */
	NUMBER_CLASSES
};

enum scale_form { SCALE_NONE, SCALE_SINGULAR, SCALE_ACCUSATIVE, SCALE_DUAL, SCALE_PLURAL };

enum dual_sort {
	DUAL_CERTAIN,
	DUAL_OR_PLURAL, /* -in, of a noun whose plural ends so too */
	DUAL_CONSTRUCT, /* without its noon: a noun must follow */
};

struct number_word {
	uint8_t class;   /* enum number_class */
	uint8_t clitics; /* before it */
	uint8_t cut;     /* bytes of the folded form that they take */
	uint8_t form;    /* enum scale_form */
	uint16_t value;
};

/* Start with a zeroed struct; at[i] is token i, and one empty word stands behind the last. */
struct number_words {
	struct number_word *at;
	size_t count, cap;
	bool any; /* whether anything but `and` and ordinals is there */
};

void number_words_read(struct number_words *words, const struct tokens *tokens);
/* Whether a number may begin with a word of this class. */
bool number_begins(enum number_class class);
void number_words_free(struct number_words *words);

/* The letter that stands `back` letters before a word's end (1: the last), or 0. Of words in two-byte letters. */
static inline unsigned letter_from_end(struct span word, size_t back)
{
	if (word.len < 2 * back)
		return 0;
	const unsigned char *at = (const unsigned char *)word.ptr + word.len - 2 * back;
	return (at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu);
}

/*
 * Whether the word is a noun of lists/dual-nouns.tsv in the singular, or its
 * accusative, with none before it but the clitics allowed (a set of clitic).
 */
bool number_noun(const struct tokens *tokens, size_t i, unsigned allowed);

#endif
