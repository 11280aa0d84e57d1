/*
 * What is counted, and what may befall it: money is not killed, houses are
 * not arrested, and a country's inhabitants are not deployed.
 */
#ifndef COUNT_CLAIMS_BEFALL_H
#define COUNT_CLAIMS_BEFALL_H

#include "count-claims/reading.h"

/* Whether the counted noun names a thing; families; people; and whether people are counted, or nothing is named. */
bool counts_thing(const struct reading *reading, const struct counted *counted);
bool counts_family(const struct reading *reading, const struct counted *counted);
bool counts_person(const struct reading *reading, const struct counted *counted);
bool counts_militants(const struct reading *reading, const struct counted *counted); /* who "steal in" attack where they are armed */
bool counts_people(const struct reading *reading, const struct counted *counted);

/* Whether nothing says that the vehicles counted were sent: "the 24 planes", "were in 4 boats", "owns 5 planes". */
bool vehicles_are_idle(const struct reading *reading, struct sentence sentence, const struct counted *counted);

/* Whether the word at token i, spelled as one of an event, names a place: "in a prison". */
bool event_is_place(const struct reading *reading, size_t i);

/* Whether an event may befall what is counted. */
bool event_befalls(const struct reading *reading, const struct counted *counted, enum event event);

/* The tokens of the number, its hedges and its noun: the first, and the one behind the last. */
size_t counted_begin(const struct counted *counted);
size_t counted_end(const struct counted *counted);

#endif
