/*
 * What happened to the counted: from the counted noun itself, from the word
 * that governs it before or behind, from a number that it is coordinated with
 * or a part of, or from what the noun usually stands for.
 */
#ifndef COUNT_CLAIMS_EVENT_H
#define COUNT_CLAIMS_EVENT_H

#include "count-claims/reading.h"

/*
 * Set event, governor and event_rule of the sentence's number `at` (an index
 * of reading->counted); those before it are done. `toll` is the event that
 * the last toll of the document spoke of, for "the number rose to 20";
 * `disease` that the text speaks of one: those struck are infected.
 */
void event_find(struct reading *reading, struct sentence sentence, size_t at, enum event toll, bool disease);

/* Whether what is counted at `at` stands in a row with the number before it: "5 soldiers and 3 policemen". */
bool event_coordinated(const struct reading *reading, struct sentence sentence, size_t at);

/* Whether it goes on a list of places: "5 from X, 3 from Y". */
bool event_listed(const struct reading *reading, struct sentence sentence, size_t at);

/* The token that says that the counted are a part of those before, or NO_TOKEN. */
size_t event_part_cue(const struct reading *reading, struct sentence sentence, size_t at);

#endif
