/*
 * Origins: how many different sources stand behind an answer. Spellings of
 * one source, and its fuller names, are one. Places are compared so, too.
 */
#ifndef COUNT_CLAIMS_ORIGIN_H
#define COUNT_CLAIMS_ORIGIN_H

#include <stdint.h>

#include "count-claims/intern.h"
#include "token.h"

/* The words of a name that tell it from others: hashes, sorted. */
#define ORIGIN_WORDS 8
struct origin_form {
	uint64_t words[ORIGIN_WORDS];
	uint8_t count, bare; /* all words; those that are bare nouns (ministry, sources, officials) */
	bool known;
	size_t folded, folded_len; /* the whole name, in origins.folded */
	uint64_t key;              /* its name_key() */
};

/* Names of sources and places, interned, and their forms once these are asked for. Start with origins_start(). */
struct origins {
	struct intern names;
	struct origin_form *forms;
	size_t cap;
	struct buf folded;
	struct tokens tokens;
};

/* The number of the name "-": nobody, nowhere. */
#define ORIGIN_NONE 0

void origins_start(struct origins *origins);
void origins_free(struct origins *origins);

/*
 * Whether two names are one: spellings of one (name_same()), the same words,
 * or all words of one stand in the other and it says more than bare nouns
 * (which alone match only themselves).
 */
bool origins_same(struct origins *origins, uint32_t a, uint32_t b);

/*
 * Join those of at[0..count) that are one, also over a third (a ministry that
 * one report gives with this adjective, one with that, and one with none):
 * at[] then holds one name for each origin, the longest of its names, in byte
 * order, and ORIGIN_NONE is left out. Returns their number.
 */
size_t origins_join(struct origins *origins, uint32_t *at, size_t count);

#endif
