/* Columns looked up by a document's id, for --meta: lines of `doc<TAB>column...`. */
#ifndef NORMALIZE_META_H
#define NORMALIZE_META_H

#include "span.h"

struct meta;

/* Exits with STATUS_USAGE and FILE:LINE where lines differ in their number of columns or a doc stands twice. */
struct meta *meta_read(const char *path);

/* The columns of a document, each with a TAB behind it; `-` in each where it is not listed. */
struct span meta_columns(const struct meta *meta, struct span doc);

void meta_free(struct meta *meta);

#endif
