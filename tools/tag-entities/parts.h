/* Names by their words: whether one is a part, or another spelling, of another. Words are folded and separated by a space. */
#ifndef KHABAR_TAG_PARTS_H
#define KHABAR_TAG_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "span.h"

#define PARTS_MAX 8

/* Split a name; words behind PARTS_MAX are left out. Returns their number. */
size_t parts_split(struct span name, struct span parts[PARTS_MAX]);

/* One word: the same name, or but for two neighbouring letters of a long one exchanged. */
bool parts_same_word(struct span a, struct span b);

/* How many words of the shorter name are in the longer one, in order: all of them, or 0. */
size_t parts_common(struct span a, struct span b);

/* Whether the words of one begin with all words of the other, letter for letter. */
bool parts_prefix(struct span a, struct span b);

#endif
