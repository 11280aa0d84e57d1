/*
 * The default cleaning: bytes in, the text of one row after another out.
 *
 * A state machine over code points that holds a few of them at most, so a line
 * may be of any length. charclass.h says what becomes of each; runs of bytes
 * that need nothing are copied whole.
 */
#ifndef NORMALIZE_CLEAN_H
#define NORMALIZE_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "normalize/compose.h"

struct clean {
	struct buf text;   /* what is finished of the row: the caller takes it */
	bool nfc_only;     /* nothing but NFC, and what the stream cannot hold */
	uint64_t bad;      /* bytes sequences that were no UTF-8 */
	size_t bad_at;     /* where in the bytes given last the first of them stands */

	/* private */
	struct compose compose;
	bool started;      /* the row has text: a space behind it counts */
	bool space;        /* a space waits for text behind it */
	bool no_fast_path; /* for tests: every byte takes the slow path */
	uint32_t before;   /* the last code point kept, 0 at the row's begin */
	uint32_t soft;     /* tatweel, ZWNJ or ZWJ that waits for what follows */
	size_t soft_count;
};

enum clean_stop {
	CLEAN_MORE,       /* all bytes are used, but for a sequence that is cut off */
	CLEAN_LINE_FEED,  /* the row ended, and the physical line */
	CLEAN_LINE_BREAK, /* the row ended */
};

/*
 * Clean bytes up to the end of a row or of the bytes. *used says how many were
 * used. With `last`, no bytes follow, and a sequence cut off is a bad one.
 */
enum clean_stop clean_run(struct clean *clean, const char *ptr, size_t len, bool last, size_t *used);

/* The bytes end here: finish the row. */
void clean_end_row(struct clean *clean);

void clean_free(struct clean *clean);

#endif
