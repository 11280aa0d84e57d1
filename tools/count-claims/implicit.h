/* Counts without a number: "a soldier was killed" is one, "dead and wounded" two or more. */
#ifndef COUNT_CLAIMS_IMPLICIT_H
#define COUNT_CLAIMS_IMPLICIT_H

#include "count-claims/reading.h"

/* Add them to the reading's counted, in text order. */
void implicit_find(struct reading *reading);

#endif
