/*
 * Quantities: the numbers of a text that say how many or how much, with their
 * hedges, in text order. Numbers that are no claim (dates, times, ages,
 * durations, ordinals, years, names, scores, list numbers) are left out, as
 * are bare singulars and plurals ("a soldier", "soldiers").
 */
#ifndef COUNT_CLAIMS_QUANTITY_H
#define COUNT_CLAIMS_QUANTITY_H

#include "count-claims/decimal.h"
#include "token.h"

enum quantity_kind { QUANTITY_COUNT, QUANTITY_PERCENT, QUANTITY_MONEY, QUANTITY_MEASURE };

enum quantity_form {
	FORM_DIGITS,
	FORM_WORDS,
	FORM_MIXED, /* digits and words: 3 thousand */
	FORM_DUAL,  /* the noun itself says two */
	FORM_ONE,   /* a singular noun with the word one behind it */
	FORM_VAGUE, /* tens, hundreds, a few */
};

enum quantity_cmp { CMP_EQUAL, CMP_ABOUT, CMP_MORE, CMP_AT_LEAST, CMP_LESS, CMP_AT_MOST, CMP_RANGE };

#define QUANTITY_NO_TOKEN SIZE_MAX

struct quantity {
	uint8_t kind, form, cmp;
	bool definite;    /* with the article: known things, "the 18" */
	bool noun_before; /* the noun stands before the number: "the killed 18", "one person" */
	struct decimal low, high; /* as the columns of a claim say them: > n is n to inf, < n is 0 to n */
	size_t first, last;             /* tokens of the number itself, last excluded (a range: of both ends) */
	size_t hedge_first, hedge_last; /* with its hedges and, for percent, money and measure, its unit */
	uint32_t at_start, at_end;      /* bytes of the number in the text, without attached clitics */
	size_t noun; /* token of the counted noun or the unit, where the text has one beside the number, or QUANTITY_NO_TOKEN */
};

/* Start with a zeroed struct; quantities_read() uses its memory again. */
struct quantities {
	struct quantity *at;
	size_t count, cap;
	void *work; /* of quantities_read() */
};

/* Read the quantities of a text. `tokens` are its tokens. Time is linear in the text. */
void quantities_read(struct quantities *quantities, const struct tokens *tokens, struct span text);
void quantities_free(struct quantities *quantities);

/* A cmp as a claim's column says it: "=", "~", ">", ">=", "<", "<=", "..". */
struct span quantity_cmp_text(enum quantity_cmp cmp);

/* A kind as a claim's column says it: "count", "percent", "money", "measure". */
struct span quantity_kind_text(enum quantity_kind kind);

#endif
