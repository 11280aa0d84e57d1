/*
 * The sentences of one paragraph, found one after another in one pass.
 *
 * A sentence ends behind a run of terminators and the closing marks and
 * numbers of notes behind it, where white space follows and none of the rules
 * of stop.h holds it together. A terminator inside a quotation that goes on
 * ends nothing, where the quotation is closed within QUOTATION_REACH bytes. A
 * heading without a terminator ends before a dateline (dateline.h).
 *
 * The work is linear in the length of the text, whatever the text: each byte
 * is looked at a bounded number of times.
 */
#ifndef SPLIT_SENTENCE_H
#define SPLIT_SENTENCE_H

#include "mark.h"

/* A quotation mark that is not closed within so many bytes is no quotation. */
enum { QUOTATION_REACH = 400 };

struct sentences {
	struct span text;
	size_t start; /* where the sentence begins that is being read */
	size_t at;    /* how far the text was read */
	size_t closer; /* where the last quotation is closed, or 0 */
	size_t unclosed[QUOTE_FAMILIES]; /* no closing mark stands before this */
};

/* Where a sentence ends: text[end] is the first byte behind it, text[next] the first of what follows the space. */
struct sentence_end {
	size_t end, next;
};

/* Begin with a text. White space at its front is left out. */
void sentences_start(struct sentences *walk, struct span text);

/*
 * Find the next place that ends a sentence by the rules of the language.
 * Returns false where there is none before the end of the text. walk->start
 * is moved only by sentences_break(), so that a place can be declined.
 */
bool sentences_next(struct sentences *walk, struct sentence_end *place);

/* Begin a new sentence at `start`, which is not before the last place given. */
void sentences_break(struct sentences *walk, size_t start);

#endif
