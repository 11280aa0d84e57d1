/* What the form of words that nothing knows says of their being a name. */
#ifndef COUNT_CLAIMS_NAME_FORM_H
#define COUNT_CLAIMS_NAME_FORM_H

#include "count-claims/reading.h"

/* Whether the word at i begins with a letter. */
bool name_begins_with(const struct reading *reading, size_t i, unsigned letter);

/* Whether a word is written with nunation, as no name is. */
bool name_has_nunation(const struct reading *reading, size_t i);

/*
 * Whether unknown words are rather a common noun than a name: with the article
 * (but for surnames in -i), with "for the", or feminine with its adjective.
 */
bool name_looks_common(const struct reading *reading, size_t first, size_t end);

/* Whether what he said begins right at token i, so that no more can belong to the subject. */
bool name_ends_sharply(const struct reading *reading, size_t i, size_t last);

/* Whether a word ends in "her" or "them", as no name does: "according to its nearness". */
bool name_has_pronoun(const struct reading *reading, size_t i);

/* Whether the unknown word at i is rather the rest of what its bearer speaks for than his name: "the X", "and the X", "in X" not before "son of". */
bool name_belongs_to_body(const struct reading *reading, size_t i);

#endif
