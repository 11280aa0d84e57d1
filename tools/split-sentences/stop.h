/*
 * Stops: what tells a run of terminators that ends a sentence from one that
 * does not, seen from the words next to it. Each rule looks at no more than
 * STOP_CONTEXT bytes on either side.
 */
#ifndef SPLIT_STOP_H
#define SPLIT_STOP_H

#include "span.h"

enum { STOP_CONTEXT = 48 };

/* A run of terminators in its place. Positions are bytes of the text. */
struct stop {
	struct span text;
	size_t sentence; /* where the sentence begins that it may end */
	size_t at;       /* the first terminator */
	size_t behind;   /* behind the last terminator */
	size_t end;      /* behind the closing marks that follow it */
	size_t next;     /* behind the white space that follows these: end where there is none */
	bool dot;        /* it is one full stop */
	bool loud;       /* an exclamation or question mark is in it */
};

/* Whether the sentence ends at stop->end. stop->next is before the end of the text. */
bool stop_ends_sentence(const struct stop *stop);

#endif
