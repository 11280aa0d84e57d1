/*
 * The user's rules: `before<TAB>after<TAB>break|keep`, two patterns (PCRE2)
 * and what to do where the first ends and the second begins, as in SRX. The
 * first rule of the file that matches at a place decides; where none does,
 * the language's rules do.
 *
 * A rule's places are found from left to right: the search goes on behind
 * what `before` matched. A text that is not valid UTF-8 has no places.
 */
#ifndef SPLIT_RULES_H
#define SPLIT_RULES_H

#include <stdint.h>

#include "span.h"

/* A place where a rule decides. */
struct place {
	size_t at; /* byte of the text; white space that stands there is behind it */
	uint32_t rule;
	bool breaks;
};

struct rules;

/* Read a rule file; exits with STATUS_USAGE where it cannot be read or is wrong. */
struct rules *rules_read(const char *path);
void rules_free(struct rules *rules);

/* The places of a text, in order, each once. They belong to `rules`, and are valid until the next call. */
const struct place *rules_places(struct rules *rules, struct span text, size_t *count);

#endif
