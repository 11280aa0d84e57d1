/*
 * The end of a row's way: rules, folding, and its columns to standard output.
 *
 * A row comes whole (finish_row), or in pieces where nothing must hold it
 * (finish_piece, then finish_end).
 */
#ifndef NORMALIZE_FINISH_H
#define NORMALIZE_FINISH_H

#include "normalize/clean.h"
#include "normalize/map.h"
#include "normalize/rules.h"

struct finish {
	struct rules *rules; /* or NULL */
	unsigned fold;       /* kinds, 0: none */
	bool offsets;        /* write the map as a column */
	struct span lead;    /* the columns before par, each with its TAB behind it */
	bool numbered;       /* write par */

	/* private */
	bool open; /* a row's columns are written, its text is not all */
	struct clean again;
	struct buf folded, column;
	struct map ruled, recleaned, fold_map, joined[3];
};

/* Whether rows must come whole. */
bool finish_holds(const struct finish *finish);

/* Write the row of `text`, unless nothing is left of it. `map` is that of the text to the original, where offsets are written. */
void finish_row(struct finish *finish, uint64_t par, struct span text, const struct map *map);

/* Write a piece of a row that may go on: whole words, for folding. */
void finish_piece(struct finish *finish, uint64_t par, struct span text);
void finish_end(struct finish *finish);

void finish_free(struct finish *finish);

#endif
