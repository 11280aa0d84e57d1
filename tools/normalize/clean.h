/*
 * The default cleaning: bytes in, the text of one row after another out.
 *
 * Text is cleaned in segments: a letter with the marks, tatweels and joiners
 * behind it, as far as the next letter, which decides on the tatweels. What
 * scan.h finds clean is copied whole. charclass.h says what becomes of each
 * code point. No more than a segment is held, so a line may be of any length.
 */
#ifndef NORMALIZE_CLEAN_H
#define NORMALIZE_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "normalize/compose.h"
#include "normalize/map.h"

/* Marks, tatweels and joiners on one letter past this number are cleaned in pieces, so that memory is bounded. */
#define SEGMENT_MOST ((size_t)2 << 20)

/* What stands before a text: nothing, a space of some kind, or first of all a plain one. */
enum clean_space { SPACE_NONE, SPACE_OTHER, SPACE_PLAIN };

/* Start with a zeroed struct. */
struct clean {
	struct buf text;  /* what is finished of the row: the caller takes it and sets its length to 0 */
	struct span row;  /* set where a row ends: its text, in `text` or in the bytes given */
	struct map *map;  /* NULL, or takes the map of the row's text to the bytes given; the caller empties it */
	bool nfc_only;    /* nothing but NFC, and what the stream cannot hold; lines end at a line feed alone */
	bool plain;       /* for tests: every byte goes the slow way */
	uint64_t bad;     /* sequences that were no UTF-8, since the caller set it to 0 */
	uint64_t bad_at;  /* where the first of them stands, counted as map->start is */
	uint64_t at;      /* the number of bytes used so far: what map->start counts in */

	/* private */
	struct compose compose;
	struct segment {
		uint32_t *cps;
		size_t count, cap;
		uint64_t start;    /* the byte where it begins, */
		size_t origin;     /* and the bytes it came from */
		size_t gap;        /* bytes before it that gave nothing, or a space */
		enum clean_space space;
		bool exact;   /* its bytes are those of its code points */
		bool in_word; /* an Arabic letter stands right before it */
	} segment;
	size_t gap;             /* bytes used behind the segment that gave nothing yet */
	enum clean_space space; /* whether some of them are a space */
	bool started;           /* the row has text */
	uint32_t before;        /* the letter before the segment, 0 at the row's begin */
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

/* Clean a text that stays one row whatever line breaks stand in it; they become spaces. clean->row is it. */
void clean_text(struct clean *clean, struct span text);

void clean_free(struct clean *clean);

#endif
