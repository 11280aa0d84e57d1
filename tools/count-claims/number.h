/*
 * Number phrases: "3", "2,500", "three and twenty thousand", "2 million and
 * 300 thousand", "tens of thousands", as written, without a thought for what
 * is counted.
 */
#ifndef COUNT_CLAIMS_NUMBER_H
#define COUNT_CLAIMS_NUMBER_H

#include "count-claims/decimal.h"
#include "count-claims/number-word.h"

/* A text as the readers of numbers see it. */
struct passage {
	const struct tokens *tokens;
	const struct number_word *words; /* one empty behind the last */
	struct span text;
};

struct number {
	size_t first, last; /* its tokens, last excluded */
	struct decimal low, high;
	uint8_t scale;      /* power of ten of its last multiplier, or 0 */
	bool bare;          /* the multiplier stands alone: million */
	bool vague, digits, words;
	bool fraction;      /* low is a share in percent: half, two thirds */
	bool dual;          /* the noun itself */
	bool one;           /* the word one */
	bool ambiguous;     /* an -in that may be a plural */
	bool unsafe;        /* digits that are hardly a quantity: 12/5, 007, 10:30, 5+1, F-16 */
	bool grouped;       /* digits with separators */
	bool full;          /* ... of millions and more, written out: "5,030,408 millions" says it twice */
};

/* Read the longest number phrase that begins at token i. */
bool number_read(const struct passage *passage, size_t i, struct number *number);

/* Digits with their separators, from the number token i. Returns the token behind. literal.c */
size_t literal_read(const struct passage *passage, size_t i, struct number *number);

/* Whether a token is a sign, one word, is written on to the token before it. */
static inline bool token_is_sign(const struct passage *r, size_t i, uint32_t sign)
{
	return i < r->tokens->count && r->tokens->at[i].sign == sign;
}

static inline bool token_is_glued(const struct passage *r, size_t i)
{
	return i > 0 && i < r->tokens->count && !r->tokens->at[i].spaced;
}

static inline bool token_is_word(const struct passage *r, size_t i)
{
	return i < r->tokens->count && r->tokens->at[i].kind == TOKEN_WORD;
}

static inline bool token_is_number(const struct passage *r, size_t i)
{
	return i < r->tokens->count && r->tokens->at[i].kind == TOKEN_NUMBER;
}

#endif
