/* Counts of those who did it, not of those whom it befell. */
#ifndef COUNT_CLAIMS_AGENTS_H
#define COUNT_CLAIMS_AGENTS_H

#include "count-claims/reading.h"

/*
 * "killed 4 gunmen 67 people": whether the sentence's number `at` counts the
 * subject of the verb before it, its governor, and the next one its object.
 */
bool agents_have_object(const struct reading *reading, struct sentence sentence, size_t at);

#endif
