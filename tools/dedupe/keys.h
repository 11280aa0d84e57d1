/*
 * Past one machine: --keys writes each row under each of its keys, sort brings
 * the rows of one key together, --join compares them.
 *
 *	KEY TAB ROW TAB the row
 *
 * KEY is `e` and the fingerprint in hexadecimal, whose first byte shards exact
 * repeats, or `n` and one of the keys of near-duplicates; ROW is the row's
 * number in 16 digits, so that any sort puts the rows of a key in order.
 */
#ifndef DEDUPE_KEYS_H
#define DEDUPE_KEYS_H

#include "filter.h"

/* Write the keys of all rows, which are numbered from `first` on; `exact` writes only those of exact repeats. */
void keys_run(struct input *in, bool exact, uint64_t first);

/*
 * Read sorted keys and write the pairs, as MODE_PAIRS does. A pair that is
 * contained may come under several keys, the same line each time. Of the
 * filter, the settings are used. Returns STATUS_OK, or STATUS_FAILED where a
 * line was none of --keys.
 */
int join_run(struct filter *filter, const struct index *window, struct input *in);

#endif
