/*
 * What the word that governs a number means where it stands: a court that
 * puts to death has sentenced, cases are infections only where a disease is
 * spoken of, and people in hospital were hurt though no word says so.
 */
#ifndef COUNT_CLAIMS_SENSE_H
#define COUNT_CLAIMS_SENSE_H

#include "count-claims/reading.h"

/*
 * Correct the event that event_find() found for a number, or find one where it
 * found none. `disease`: the document speaks of one. Returns the rule, or
 * `rule` where nothing changes.
 */
const char *event_sense(const struct reading *reading, struct sentence sentence, struct counted *counted, bool disease, const char *rule);

#endif
