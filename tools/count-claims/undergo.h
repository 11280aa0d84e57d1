/*
 * Events that a complement names: "20 were exposed to arrest", "forced 20
 * people to flee", "foiled the entry of 20 and arrested them".
 */
#ifndef COUNT_CLAIMS_UNDERGO_H
#define COUNT_CLAIMS_UNDERGO_H

#include "count-claims/reading.h"

/* The event that befalls the counted by the complement of the verb at or before token `from`, and the token that names it; or EVENT_NONE. */
enum event undergo_behind(const struct reading *reading, struct sentence sentence, const struct counted *counted, size_t from, size_t *governor);

/* ... of a verb of undergoing that stands shortly before the number. */
enum event undergo_before(const struct reading *reading, struct sentence sentence, const struct counted *counted, size_t *governor);

/* The event of a verbal noun behind the number whose object "them" goes back to the counted. */
enum event undergo_them(const struct reading *reading, struct sentence sentence, const struct counted *counted, size_t *governor);

#endif
