/*
 * The text of a raw row, as `jq -r @tsv`, PostgreSQL's COPY and sfeed write
 * it: \t \n \r \b \f \v \\, \OOO and \xHH are one byte, a lone \N (NULL) is
 * nothing, and any other character behind a backslash is itself.
 */
#ifndef NORMALIZE_TSV_H
#define NORMALIZE_TSV_H

#include "buf.h"
#include "normalize/map.h"

/* Append the field with its escapes decoded to out, and what came of which bytes to the map (or NULL). */
void tsv_decode(struct span field, struct buf *out, struct map *map);

#endif
