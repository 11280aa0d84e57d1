/*
 * The column of `normalize --offsets`: `@START` and then segments of the text,
 * `,N` for N bytes that are N bytes of the original, `,N>M` for N bytes that
 * came from M. Cut here to the part of it that a sentence covers.
 */
#ifndef SPLIT_OFFSETS_H
#define SPLIT_OFFSETS_H

#include <stdint.h>

#include "buf.h"

struct offsets {
	struct span rest;   /* segments not yet begun */
	uint64_t text;      /* the byte of the text, and the one of the original, */
	uint64_t original;  /* where the segment at hand goes on */
	uint64_t n, m;      /* what is left of it: bytes of the text, of the original */
	bool same;          /* it has no `>`: n equals m */
};

/* Begin with a column. What follows its last good segment is left out. */
void offsets_start(struct offsets *offsets, struct span column);

/*
 * Append to out the column for the bytes start to end of the text. Calls go
 * forwards: start is not before the end of the call before. A segment `,N>M`
 * that is cut gives all its M bytes to the first sentence that has a part of
 * it. Bytes of the original that were dropped at either end of the sentence
 * are left out; text behind the last segment has no original (`,N>0`).
 */
void offsets_cut(struct offsets *offsets, size_t start, size_t end, struct buf *out);

#endif
