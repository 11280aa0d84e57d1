/* The verb behind a number whose subject is counted: "20 people were killed". */
#ifndef COUNT_CLAIMS_VERB_BEHIND_H
#define COUNT_CLAIMS_VERB_BEHIND_H

#include "count-claims/reading.h"

/* Set the event and the governor of a number by the verb behind it; returns the rule, or NULL. */
const char *event_of_verb_behind(const struct reading *reading, struct sentence sentence, struct counted *counted);

#endif
