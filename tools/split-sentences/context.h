/* The characters and words next to a place in a text. Positions are bytes of the text. */
#ifndef SPLIT_CONTEXT_H
#define SPLIT_CONTEXT_H

#include <stdint.h>

#include "span.h"

/* The code point that ends before `at`, or 0 at the front. Its first byte is at - *size. */
uint32_t char_before(struct span text, size_t at, size_t *size);

/* The code point at `at`, or 0 at the end. */
uint32_t char_after(struct span text, size_t at, size_t *size);

bool is_digit(uint32_t cp);
bool is_arabic_letter(uint32_t cp); /* a letter, not a mark on one */
bool is_arabic_mark(uint32_t cp);   /* a vowel mark or a tatweel */
bool is_latin_letter(uint32_t cp);
bool is_latin_capital(uint32_t cp);

static inline bool is_letter(uint32_t cp)
{
	return is_arabic_letter(cp) || is_latin_letter(cp);
}

/* The word (letters of any script and marks) that ends before `at`, or begins at it; longer than `most` bytes it is cut. */
struct span word_before(struct span text, size_t at, size_t most);
struct span word_after(struct span text, size_t at, size_t most);

/* How many letters a word has, marks not counted. */
size_t word_letters(struct span word);

#endif
