/* Who speaks, around a verb of saying: where the words stand that may name the subject. */
#ifndef COUNT_CLAIMS_SUBJECT_H
#define COUNT_CLAIMS_SUBJECT_H

#include "count-claims/source-name.h"

/* Where the words that may name the subject of the verb at i end. */
size_t subject_end(const struct reading *reading, struct sentence sentence, size_t i);

/* Past words that name nobody. */
size_t subject_behind_particles(const struct reading *reading, size_t first, size_t last);

/*
 * "told 'X' that": who is told stands right behind the verb, in quotation marks
 * or an agency, and becomes `via`. The token behind him, where somebody is
 * named in what is left before `end`, else `first`.
 */
size_t subject_behind_told(const struct reading *reading, size_t first, size_t end, struct span *via);

/*
 * Find the subject of the verb at i, behind it in the tokens from `first` to
 * before `end`, or before it: "X had announced in a statement on its website".
 */
bool subject_find(const struct reading *reading, struct sentence sentence, size_t i, size_t first, size_t end, struct source_name *name);

/* Who does what the sentence begins with, before token i: "Minister X visited ..., adding that". */
bool subject_of_sentence(const struct reading *reading, struct sentence sentence, size_t i, struct source_name *name);

#endif
