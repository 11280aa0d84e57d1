/* Where it happened: the nearest place that the clause names, else the sentence, else the document's. */
#ifndef COUNT_CLAIMS_PLACE_H
#define COUNT_CLAIMS_PLACE_H

#include "count-claims/reading.h"

/* The place of the document's first sentence; start with a zeroed struct. */
struct setting {
	struct buf place;
	bool known; /* the first sentence was read */
};

/* A new document begins. */
void setting_begin(struct setting *setting);

/* Read a sentence; the first of a document that names a place sets it. */
void setting_read(struct setting *setting, const struct reading *reading, struct sentence sentence);

/* Set place and place_rule of a number. The span is into the row or the setting. */
void place_find(const struct setting *setting, const struct reading *reading, struct sentence sentence, struct counted *counted);

void setting_free(struct setting *setting);

#endif
