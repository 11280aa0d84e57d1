/* What may stand behind a number and says what it measures: lists/units.tsv. */
#ifndef COUNT_CLAIMS_UNIT_H
#define COUNT_CLAIMS_UNIT_H

#include "count-claims/number.h"

enum unit {
	UNIT_NONE,
	UNIT_PERCENT,
	UNIT_MONEY,
	UNIT_CENT,    /* of money: a hundredth */
	UNIT_MEASURE,
	UNIT_TIME,    /* years, hours: a duration, an age */
	UNIT_MONTH,   /* the number is a day */
	UNIT_CLOCK,   /* in the morning, o'clock */
	UNIT_TIMES,   /* how often */
	UNIT_ERA,     /* the number is a year */
	UNIT_POINT,   /* of an index, where the number is no whole one */
	UNITS
};

/*
 * The unit that begins at token i, clitics apart. *last is the token behind
 * it, *clitics what stands before it.
 */
enum unit unit_read(const struct passage *passage, size_t i, size_t *last, unsigned *clitics);

#endif
