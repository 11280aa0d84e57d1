/* White space between sentences: Unicode's White_Space characters. Positions are bytes of the text. */
#ifndef SPLIT_SPACE_H
#define SPLIT_SPACE_H

#include "span.h"

/* The first position at or after `at` that no white space stands at. */
size_t space_after(struct span text, size_t at);

/* The last position at or before `at`, not before `from`, that no white space stands before. */
size_t space_before(struct span text, size_t from, size_t at);

#endif
