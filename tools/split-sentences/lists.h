/* The word lists of this room; lists/README.md says what they hold. */
#ifndef SPLIT_LISTS_H
#define SPLIT_LISTS_H

#include "list.h"

extern const struct list list_abbreviations; /* words that a full stop follows inside a sentence */
extern const struct list list_labels;        /* words that name letters: a letter behind one is no initial */
extern const struct list list_starters;      /* words that begin a sentence also behind an abbreviation */
extern const struct list list_datelines;     /* cities */
extern const struct list list_place_heads;   /* words that a city behind them belongs to */

/* No word of the abbreviations has more letters: a longer one need not be looked up. */
enum { LONGEST_ABBREVIATION = 7 };

/* The hash of a word as lists hold it. */
uint64_t word_hash(struct span word);

static inline bool word_in(const struct list *list, struct span word)
{
	return word.len > 0 && list_tag(list, word_hash(word)) >= 0;
}

#endif
