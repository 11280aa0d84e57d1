/*
 * Marks: the few characters at which a sentence or a quotation may begin or
 * end, and the fast search for the next one. Text without marks is passed at
 * the speed of memory.
 *
 * Positions are bytes of the text. Bad UTF-8 is no mark, and harms nothing.
 */
#ifndef SPLIT_MARK_H
#define SPLIT_MARK_H

#include <stdint.h>

#include "span.h"

enum mark_kind {
	MARK_NONE,
	MARK_DOT,      /* a full stop, also the Urdu one */
	MARK_LOUD,     /* an exclamation or question mark */
	MARK_ELLIPSIS, /* as one character */
	MARK_QUOTE,    /* a double quotation mark */
	MARK_DASH,     /* a long dash; a tatweel may be one */
};

enum quote_family { QUOTE_STRAIGHT, QUOTE_GUILLEMET, QUOTE_CURLY, QUOTE_FAMILIES };

struct mark {
	enum mark_kind kind;
	enum quote_family family; /* of MARK_QUOTE */
	bool opens, closes;       /* what the form of a quotation mark allows */
	size_t at, size;          /* where it stands, its bytes */
};

/* The mark whose first byte is at `at`; kind is MARK_NONE and size 0 where there is none. */
struct mark mark_at(struct span text, size_t at);

/* The next mark at or after `from`, before `limit`. Returns false where there is none. */
bool mark_find(struct span text, size_t from, size_t limit, struct mark *mark);

/* Whether it can end a sentence. */
static inline bool mark_is_terminator(const struct mark *mark)
{
	return mark->kind >= MARK_DOT && mark->kind <= MARK_ELLIPSIS;
}

#endif
