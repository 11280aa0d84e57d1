/* The name of a source: the shortest phrase that says who speaks, within a stretch of tokens. */
#ifndef COUNT_CLAIMS_SOURCE_NAME_H
#define COUNT_CLAIMS_SOURCE_NAME_H

#include "count-claims/reading.h"

struct source_name {
	struct span who;
	struct span via; /* an agency that is only spoken to ("told Reuters"), or length 0 */
	size_t first, end; /* tokens of the name, end excluded */
	bool guessed;      /* words that nothing knows, behind a verb */
	bool clause;       /* such words, but more than a name: nobody is named */
};

/*
 * Find who is named in the tokens from `first` to before `last`: a person's
 * name, else a body, else the noun for who speaks. Returns false where nobody
 * is; via is set all the same.
 */
bool source_name_find(const struct reading *reading, size_t first, size_t last, struct source_name *name);

/* The token behind the noun phrase that begins at `first`: its noun and the words that complete it, before `last`. */
size_t source_phrase_end(const struct reading *reading, size_t first, size_t last);

/* The token behind the words from `first` on that the lexicon does not know, at most four: a name by its form. */
size_t source_unknown_end(const struct reading *reading, size_t first, size_t last);

/* Whether "to" stands before the word at i, attached, as a particle of its own or before its kind: "told Reuters", "told 'X'", "told channel X". */
bool source_is_told(const struct reading *reading, size_t i);

/* Whether the word at i, spelled as an event is, says what a body or a minister is for: "the minister of migration". */
bool source_is_portfolio(const struct reading *reading, size_t i);

/* Whether a word has the article, by itself or as a part of an entry ("the police"). */
bool source_definite(const struct reading *reading, size_t i);

/*
 * Give a name the article back that "to" took from it: lil-hay'a is al-hay'a;
 * where `to` says that "to" must stand before it, take that off any other name.
 * `spelled` is the memory; it never grows here, and a name for which it has no
 * room stays as it is.
 */
void source_spell_article(struct buf *spelled, const struct reading *reading, bool to, struct source_name *name);

#endif
