/* The words around a number: lists/number-heads.tsv before it, lists/not-nouns.tsv behind it. */
#ifndef COUNT_CLAIMS_CONTEXT_H
#define COUNT_CLAIMS_CONTEXT_H

#include "count-claims/number.h"

/* What the word before a number says of it. */
enum head { HEAD_NONE, HEAD_NAME, HEAD_WEAK, HEAD_YEAR, HEAD_CLOCK, HEAD_AGE, HEAD_ORDINAL, HEAD_NEVER, HEAD_REACH, HEAD_IDIOM, HEAD_BOTH, HEAD_STRENGTH, HEAD_SUM, HEAD_PLAIN, HEADS };

enum head head_of(const struct passage *passage, size_t i);

/* Whether a word may be a noun that a number before it counts. */
bool may_be_counted(const struct passage *passage, size_t i);

/* Whether a word is none of those that only bind others, whatever its clitics but waw. */
bool is_content_word(const struct passage *passage, size_t i);

/* ... and whatever its waw. */
bool is_noun_like(const struct passage *passage, size_t i);

/* Whether a word is one of the verbs that often stand beside a number. */
bool is_often_verb(const struct passage *passage, size_t i);

/* All clitics that might stand before a word, a set of clitic. */
unsigned clitics_possible(const struct passage *passage, size_t i);

/* Whether a word is definite, by its article or by a pronoun at its end. */
bool is_known_noun(const struct passage *passage, size_t i);

/* Whether a word is min, "of". */
bool is_word_of(const struct passage *passage, size_t i);

/* Whether a word begins with the article. */
bool has_article(const struct passage *passage, size_t i);

/* Whether the article stands before the number as a word by itself: "al 18". */
bool article_before(const struct passage *passage, size_t first);

/* The token that begins the number with its prepositions, article and opening bracket or quotation mark: "by ( 25". */
size_t left_edge(const struct passage *passage, size_t first);

/* Whether a word is written with nunation. */
bool has_tanween(const struct passage *passage, size_t i);

/* Whether a word ends in alef, as an indefinite accusative does. */
bool is_accusative(const struct passage *passage, size_t i);

/* Behind closing brackets and quotation marks. */
size_t right_edge(const struct passage *passage, size_t last);

/* The tag of a word or, clitics apart, of its stem in a list, or -1. *clitics (may be NULL): those. */
int32_t stem_tag(const struct passage *passage, const struct list *list, size_t i, unsigned *clitics);

#endif
