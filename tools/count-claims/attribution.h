/* The attributions of a sentence: who says so, by each of the ways in which a text says it. */
#ifndef COUNT_CLAIMS_ATTRIBUTION_H
#define COUNT_CLAIMS_ATTRIBUTION_H

#include "count-claims/source.h"

/* Add the sentence's attributions to the speaker's, in text order. */
void attributions_read(struct speaker *speaker, const struct reading *reading, struct sentence sentence);

/* The attribution before this one that says something, else the last; NULL where this is the first. */
const struct attribution *attribution_before(const struct speaker *speaker, const struct attribution *attribution);

#endif
