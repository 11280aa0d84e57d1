/*
 * What normalize does with an operand: as a text file, as a page (html), as
 * raw rows (tsv), as rows of the stream (rows).
 */
#ifndef NORMALIZE_JOB_H
#define NORMALIZE_JOB_H

#include "input.h"
#include "normalize/clean.h"
#include "normalize/finish.h"
#include "normalize/html.h"
#include "normalize/meta.h"

struct job {
	const char *doc;   /* --doc, or NULL: the operand's name */
	struct meta *meta; /* or NULL */
	bool html, tsv, rows, strict;
	struct clean clean;
	struct finish finish;

	uint64_t bad;      /* sequences that were no UTF-8 in all operands, */
	struct buf bad_in; /* and FILE:LINE of the first */

	/* private */
	const struct input *in;
	size_t wordless; /* bytes at the begin of clean.text in which there is no space */
	struct html page;
	struct buf lead, field;
	struct map map, field_map, page_map, field_page_map, whole_map;
};

/* Set up what follows from the options. */
void job_start(struct job *job);

/* Do the operand that `in` has open. Returns false where it is refused, with a message. */
bool job_operand(struct job *job, struct input *in);

void job_free(struct job *job);

#endif
