/* The word lists of this room; lists/README.md says what they hold. */
#ifndef SPLIT_LISTS_H
#define SPLIT_LISTS_H

#include "list.h"

extern const struct list list_abbreviations; /* words that a full stop follows inside a sentence */
extern const struct list list_labels;        /* words that name letters: a letter behind one is no initial */
extern const struct list list_starters;      /* words that begin a sentence also behind an abbreviation */

#endif
