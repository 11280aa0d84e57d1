/* Who speaks, around a verb of saying: where the words stand that may name the subject. */
#ifndef COUNT_CLAIMS_SUBJECT_H
#define COUNT_CLAIMS_SUBJECT_H

#include "count-claims/source-name.h"

/* Where the words that may name the subject of the verb at i end. */
size_t subject_end(const struct reading *reading, struct sentence sentence, size_t i);

/* Past words that name nobody. */
size_t subject_behind_particles(const struct reading *reading, size_t first, size_t last);

/* The subject in front of the verb at i: "the ministry said". A via that `name` holds stays where none is found. */
bool subject_before(const struct reading *reading, struct sentence sentence, size_t i, struct source_name *name);

#endif
