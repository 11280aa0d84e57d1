/*
 * The tally: from the claim rows of many reports to one row for each answer to
 * each question, or with `range` one row for each question.
 *
 * A question is story, event and group; an answer is a number given for it.
 * Only rows of kind `count` with an event are tallied. All that is kept are
 * fixed-size records and interned strings, so memory grows with the distinct
 * answers, sources and wordings, not with the text.
 */
#ifndef COUNT_CLAIMS_TALLY_H
#define COUNT_CLAIMS_TALLY_H

#include "row.h"

struct tally_options {
	bool one_story;        /* all documents are of one story */
	bool range;            /* a row a question */
	size_t time_column;    /* 1-based, 0: none */
	size_t outlet_column;  /* 1-based, 0: each document is an outlet of its own */
	uint64_t window;       /* seconds within which documents may be of one story, 0: any; needs times */
};

struct tally;

struct tally *tally_new(const struct tally_options *options);

/* Before the claims of each row of the input: it has a text of its own. */
void tally_next_row(struct tally *tally);

/*
 * Add a claim row (row_columns() found its columns). The spans need not
 * outlive the call. A time that cannot be read counts as unknown, with one
 * message for all.
 */
void tally_add(struct tally *tally, const struct row *row);

/* Write the table to standard output and free the tally. */
void tally_finish(struct tally *tally);

#endif
