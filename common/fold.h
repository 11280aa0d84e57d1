/*
 * Folding: the one form in which the tools compare text, and what
 * `normalize --fold` writes. Input is text as normalize gives it (NFC).
 *
 * Each kind can be left out by name:
 *
 *	marks    vowel marks, Quranic marks, tatweel and ZWNJ are dropped; a tatweel
 *	         that stands as a dash is one (with punct)
 *	alef     alef with hamza, madda, wasla -> alef
 *	hamza    waw and yeh with hamza -> hamza
 *	yeh      alef maksura -> yeh
 *	teh      teh marbuta -> heh
 *	digits   Arabic-Indic and extended digits -> ASCII, and their separators
 *	         (U+066B -> '.', U+066C -> ','), so that a number keeps its value
 *	punct    Arabic comma, semicolon, question mark, percent sign, full stop,
 *	         dashes and ellipsis -> ASCII; a comma between digits stays
 *	quotes   all quotation marks -> '"', single ones -> '\''
 *	case     simple lower case (Unicode)
 *	letters  Persian, Urdu and other forms -> their Arabic counterparts, signs
 *	         (U+FDFA ...) spelled out, a letter written three times or more -> once
 */
#ifndef KHABAR_FOLD_H
#define KHABAR_FOLD_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

enum fold_kind {
	FOLD_MARKS = 1 << 0,
	FOLD_ALEF = 1 << 1,
	FOLD_HAMZA = 1 << 2,
	FOLD_YEH = 1 << 3,
	FOLD_TEH = 1 << 4,
	FOLD_DIGITS = 1 << 5,
	FOLD_PUNCT = 1 << 6,
	FOLD_QUOTES = 1 << 7,
	FOLD_CASE = 1 << 8,
	FOLD_LETTERS = 1 << 9,
	FOLD_ALL = (1 << 10) - 1,
};

/* The version of the fold, kept in files that hold folded hashes: changed when any output changes. */
#define FOLD_VERSION 2

/* The kind that a name ("marks") stands for, or 0. */
unsigned fold_kind(struct span name);

/* Append the folded form of text to out. `kinds` is a set of fold_kind. */
void fold_text(unsigned kinds, struct span text, struct buf *out);

/*
 * The same, a code point at a time, for those who must know what came of
 * which bytes. Start with kinds set, begin the length of out, and all else 0.
 * Returns the bytes used: of one code point, or of a mark and the space
 * behind it. May take back or change what was added last: a letter that is
 * repeated, a letter that composes with a mark.
 */
struct fold {
	unsigned kinds;
	size_t begin; /* where in out this text begins */

	/* private */
	uint32_t before;  /* the code point before, those dropped left out */
	uint32_t last;    /* the code point added last, */
	unsigned run;     /* and how often it stood: 1, 2, or 3 and more */
	size_t letter;    /* where in out the letter is that marks may compose with, */
	size_t marks_end; /* as long as out ends here */
	int class;        /* of the last mark on it */
};
size_t fold_next(struct fold *fold, struct span text, size_t at, struct buf *out);

/*
 * What one code point becomes by itself under FOLD_ALL: a code point, or
 * FOLD_DROPPED. Signs that are spelled out come back as they are.
 */
#define FOLD_DROPPED UINT32_MAX
uint32_t fold_code_point(uint32_t cp);

#endif
