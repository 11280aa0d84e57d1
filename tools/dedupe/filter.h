/*
 * Rows in, rows out: each is looked up among the earlier ones, written as the
 * mode asks, and remembered.
 */
#ifndef DEDUPE_FILTER_H
#define DEDUPE_FILTER_H

#include "input.h"
#include "near.h"
#include "report.h"

enum mode { MODE_DROP, MODE_GROUPS, MODE_PAIRS, MODE_COUNT };

struct filter {
	/* settings */
	enum mode mode;
	bool exact;         /* near-duplicates are not looked for */
	bool drop_updates;
	bool keeps_index;   /* the index goes to disk: rows are remembered whole, and named by their ids */
	size_t time_column; /* 0: rows have no time */
	int64_t time;       /* of rows without one, or RECORD_NO_TIME */

	/* working memory, made by filter_run() */
	struct index *index;
	struct near near;
	struct pair_report *pairs;
	uint64_t number; /* of the row */
	struct buf id, earlier_id;
};

/* Work on all rows of `in`, with `index` for memory. near.threshold is a setting too. Output may stay in the buffer. */
void filter_run(struct filter *filter, struct index *index, struct input *in);

/* The time of a row, from its column. */
int64_t filter_time(const struct filter *filter, const struct row *row);

#endif
