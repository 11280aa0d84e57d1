#include "type.h"

#include "banned.h"

const char *const type_names[TYPES] = { "PER", "LOC", "ORG" };

unsigned type_of(struct span name)
{
	for (unsigned t = 0; t < TYPES; t++)
		if (span_eq(name, (struct span){ type_names[t], strlen(type_names[t]) }))
			return t;
	return TYPES;
}
