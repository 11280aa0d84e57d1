/*
 * What the default cleaning does with each code point. man/normalize.1 has
 * the same as a table.
 */
#ifndef NORMALIZE_CHARCLASS_H
#define NORMALIZE_CHARCLASS_H

#include <stdint.h>

enum char_class {
	CHAR_KEPT,         /* may still compose with what follows */
	CHAR_SPACE,        /* any kind of space, TAB: one space a run */
	CHAR_LINE_FEED,    /* ends a row and a physical line */
	CHAR_LINE_BREAK,   /* CR, VT, FF, NEL, U+2028, U+2029: ends a row */
	CHAR_DROPPED,      /* controls, bidi controls, zero-width characters, BOM, soft hyphen */
	CHAR_JOINER,       /* ZWJ: dropped beside Arabic letters, kept elsewhere (emoji) */
	CHAR_NON_JOINER,   /* ZWNJ: kept between letters that it keeps from joining */
	CHAR_TATWEEL,      /* dropped inside words, kept as a dash */
	CHAR_PRESENTATION, /* Arabic presentation forms: become letters */
};

enum char_class char_class(uint32_t cp);

/*
 * The letters of a presentation form, canonically decomposed, in `to`;
 * returns their number.
 */
#define PRESENTATION_MAX 20
unsigned char_letters(uint32_t cp, uint32_t to[PRESENTATION_MAX]);

/* Whether it is an Arabic letter, or a mark on one: inside a word. */
int char_in_arabic_word(uint32_t cp);

/* Whether an Arabic letter joins the one behind it: after beh it does, after alef it does not. */
int char_joins_next(uint32_t cp);

#endif
