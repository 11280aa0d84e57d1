/* Tolls: numbers that are spoken of as numbers, "the toll of the dead rose to 20". */
#ifndef COUNT_CLAIMS_TOLL_H
#define COUNT_CLAIMS_TOLL_H

#include "count-claims/reading.h"

/* Whether words that speak of a number itself stand before the one that begins at token `begin`. */
bool toll_before(const struct reading *reading, struct sentence sentence, size_t begin);

/* Whether nothing says whose number it is, in the noun or before it: "the number rose to 20 (persons)", not "its inhabitants, whose number is 20". */
bool toll_of_any(const struct reading *reading, struct sentence sentence, const struct counted *counted);

#endif
