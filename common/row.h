/*
 * A row of the stream: columns separated by one TAB, the document's id first,
 * the text last. See khabar(5). A line without a TAB is all text; its
 * document is "-".
 *
 * Columns of earlier tools are found by their form, from the text leftwards:
 * a claim block, an entity list, an offset map (`@...`), and the numbers sent
 * and par. Everything else is carried through untouched.
 */
#ifndef KHABAR_ROW_H
#define KHABAR_ROW_H

#include <stdint.h>

#include "buf.h"
#include "span.h"

enum claim_column {
	CLAIM_KIND, CLAIM_EVENT, CLAIM_ROLE, CLAIM_GROUP, CLAIM_CMP, CLAIM_LOW, CLAIM_HIGH,
	CLAIM_AT, CLAIM_OF, CLAIM_PLACE, CLAIM_SOURCE, CLAIM_VIA, CLAIM_COLUMNS
};

/* Spans into the line that was given; an absent column has ptr NULL and length 0. */
struct row {
	struct span doc;      /* the first column, or "-" */
	struct span head;     /* all before the text, its last TAB too */
	struct span text;
	/* set by row_columns() */
	struct span par, sent; /* digits; one number alone is par */
	struct span offsets;
	struct span entities;
	struct span claim[CLAIM_COLUMNS]; /* claim[0].ptr is NULL where there is no claim block */
};

/* Find doc, head and text; the other columns are absent until row_columns(). */
void row_split(struct row *row, struct span line);

/* Find the columns of earlier tools by their form. */
void row_columns(struct row *row);

/* Column `number` of the head, 1-based from the left, as --time and --outlet name one. Absent: ptr NULL. */
struct span row_column(const struct row *row, size_t number);

/*
 * Append the row's id, `doc:par:sent` as far as it has them; where it has
 * neither, `number`, its place in the input.
 */
void row_id(const struct row *row, uint64_t number, struct buf *id);

/* One mention of an entity list: TYPE:start-end:name. */
struct mention {
	struct span type;
	size_t start, end; /* bytes of the text, start <= end; what others wrote may lie outside it */
	struct span name;
};

/*
 * Take the next mention off the front of an entity column. Returns false at
 * its end, and for `-` and what is no mention.
 */
bool mention_next(struct span *entities, struct mention *mention);

#endif
