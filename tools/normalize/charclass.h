/*
 * What the default cleaning does with each code point. man/normalize.1 has
 * the same as a table.
 */
#ifndef NORMALIZE_CHARCLASS_H
#define NORMALIZE_CHARCLASS_H

#include <stdbool.h>
#include <stdint.h>

enum char_class {
	CHAR_KEPT,         /* may still compose with what follows */
	CHAR_SPACE,        /* any kind of space, TAB: one space a run */
	CHAR_LINE_FEED,    /* ends a row and a physical line */
	CHAR_LINE_BREAK,   /* CR, VT, FF, NEL, U+2028, U+2029: ends a row */
	CHAR_DROPPED,      /* controls, bidi controls, zero-width characters, BOM, soft hyphen */
	CHAR_JOINER,       /* ZWNJ, ZWJ: kept where scripts and emoji need them, ZWNJ between letters that it parts */
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

/* Tatweel, ZWNJ or ZWJ: what stands before and behind it decides. */
bool char_is_soft(uint32_t cp);

/* A letter of the Arabic script: no mark, no tatweel, no digit. */
bool char_is_arabic_letter(uint32_t cp);

/* Whether an Arabic letter joins the one behind it: after beh it does, after alef it does not. */
bool char_joins_next(uint32_t cp);

/* Letters and marks of scripts in which ZWNJ and ZWJ choose the form of a letter. */
bool char_needs_joiners(uint32_t cp);

/* Emoji and other pictures, which ZWJ makes one. */
bool char_is_pictograph(uint32_t cp);

#endif
