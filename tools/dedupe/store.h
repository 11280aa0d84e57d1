/*
 * An index that stays on disk between runs (--index DIR).
 *
 * DIR holds segments, a `manifest` that names those that count, and a `lock`.
 * A run maps the segments, collects its own rows in memory, and at its end
 * writes them as a new segment, then a new manifest beside the old, and
 * renames that over it. So a crash at any instant leaves the old or the new
 * state; what a manifest does not name is removed at the end of the
 * next run. The manifest ends with a checksum of itself: one that is lost or cut
 * is refused, and nothing is removed. Small
 * segments at the end are merged, so that there are few.
 */
#ifndef DEDUPE_STORE_H
#define DEDUPE_STORE_H

#include "index.h"

struct store;

/*
 * Open or make the index at `dir` and put its segments at the front of
 * `index`. Exits with STATUS_FAILED and a message where it is in use, damaged
 * or of another version.
 */
struct store *store_open(const char *dir, struct index *index);

/* Make the run's rows part of the index, and give it up. Exits with STATUS_FAILED where that fails: the index is as it was. */
void store_commit(struct store *store, struct index *index);

/* --info: write rows, bytes, segments and the span of time, and check all data. Returns STATUS_OK or STATUS_FAILED. */
int store_info(const char *dir);

#endif
