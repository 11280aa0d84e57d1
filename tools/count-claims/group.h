/*
 * What kind of people are counted: from the counted noun, from what completes
 * it, or from what "others", "of them" and "in its ranks" refer to.
 */
#ifndef COUNT_CLAIMS_GROUP_H
#define COUNT_CLAIMS_GROUP_H

#include "count-claims/reading.h"

/* Set group and group_rule of the sentence's number `at`; its event is known, those before it are done. */
void group_find(struct reading *reading, struct sentence sentence, size_t at);

#endif
