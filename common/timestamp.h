/* Times of the stream: ISO 8601, as a column of rows holds them. */
#ifndef KHABAR_TIMESTAMP_H
#define KHABAR_TIMESTAMP_H

#include <stdint.h>

#include "span.h"

/*
 * Read `2013-02-01`, `2013-02-01T14:00[:21[.5]]` (a space may stand for T)
 * with `Z`, `+02`, `+02:00` or `+0200` behind; without a zone it is UTC.
 * *seconds is then the time since 1970-01-01T00:00:00Z, fractions cut off.
 * Returns false, and leaves *seconds, where it is no such time.
 */
bool timestamp_read(struct span text, int64_t *seconds);

#endif
