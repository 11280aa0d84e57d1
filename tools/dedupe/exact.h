/* `dedupe --exact` when nothing but the rows is asked for: fingerprints alone, at the speed of memory. */
#ifndef DEDUPE_EXACT_H
#define DEDUPE_EXACT_H

#include "input.h"

/* Copy the rows of all operands to standard output, each text once. Holds at most `limit` bytes. */
void exact_run(struct input *in, size_t limit);

#endif
