/* What is written of a row: its columns and what was found. */
#ifndef DEDUPE_REPORT_H
#define DEDUPE_REPORT_H

#include "near.h"
#include "row.h"

/* --groups: the row with the columns `first verdict` before its text. */
void report_group(const struct row *row, struct span first, enum verdict verdict);

/* --count: the row with how often it stood before its text. */
void report_count(const struct row *row, uint64_t count);

/* One side of a pair: its number or id, its document and its text. */
struct side {
	struct span name;
	struct span doc;
	struct span text;
};

/* Working memory for report_pair(). Start with a zeroed struct. */
struct pair_report;
struct pair_report *pair_report_new(void);
void pair_report_free(struct pair_report *report);

/* --pairs: `match` with its similarities, and the bytes of the longest run of words that both texts hold. */
void report_pair(struct pair_report *report, const struct side *row, const struct side *earlier, const struct match *match);

#endif
