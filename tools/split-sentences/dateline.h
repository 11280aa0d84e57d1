/*
 * Datelines: "CITY - " or "CITY, REGION - ", with a long dash, belong to the
 * sentence that follows. Where one stands behind a heading that has no stop
 * (feeds and copied pages join the two on one line), the heading is a sentence.
 */
#ifndef SPLIT_DATELINE_H
#define SPLIT_DATELINE_H

#include "mark.h"

/* A heading has at most so many bytes, and at least two words. */
enum { HEADING_LONGEST = 200 };

/*
 * Whether `dash` ends a dateline that stands behind a heading, which begins at
 * `heading`. *city is then the byte where the dateline begins.
 */
bool dateline_follows(struct span text, size_t heading, const struct mark *dash, size_t *city);

#endif
