/* A paragraph divided into sentences: the rules of the language (sentence.h) and over them the user's (rules.h). */
#ifndef SPLIT_DIVIDE_H
#define SPLIT_DIVIDE_H

#include "rules.h"
#include "sentence.h"

struct divide {
	struct sentences walk;
	const struct place *places; /* of the user's rules, those not yet reached */
	size_t place_count;
	struct sentence_end end; /* by the rules of the language, not yet reached */
	bool has_end, finished;
};

/* Begin with a text. `rules` may be NULL. */
void divide_start(struct divide *divide, struct rules *rules, struct span text);

/*
 * The next sentence, bytes start to end of the text. Only white space stands
 * between one and the next. Every text has one, which may be empty; only that
 * of an empty text is. Returns false behind the last.
 */
bool divide_next(struct divide *divide, size_t *start, size_t *end);

#endif
