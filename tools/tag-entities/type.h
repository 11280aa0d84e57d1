/* The types of entities, and how they are written. */
#ifndef KHABAR_TAG_TYPE_H
#define KHABAR_TAG_TYPE_H

#include "span.h"

enum type { TYPE_PER, TYPE_LOC, TYPE_ORG, TYPES };

extern const char *const type_names[TYPES];

/* The type of this name, or TYPES. */
unsigned type_of(struct span name);

#endif
