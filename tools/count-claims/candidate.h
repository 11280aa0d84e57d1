/*
 * Candidates: the numbers of a text on their way to be quantities. They are
 * found (candidate.c), joined to ranges (range.c), and those that are no claim
 * dropped (noclaim.c).
 */
#ifndef COUNT_CLAIMS_CANDIDATE_H
#define COUNT_CLAIMS_CANDIDATE_H

#include "count-claims/context.h"
#include "count-claims/unit.h"

struct candidate {
	struct number number;
	enum unit unit;
	size_t unit_last;    /* the token behind the unit, or behind the number */
	bool unit_before;    /* the unit stands before it: $5, one dollar */
	size_t noun;         /* the counted noun or the unit, or SIZE_MAX */
	bool noun_before;
	bool definite;
	bool range;
	bool code;           /* of a name, a model or a telephone number */
	bool dropped;
};

struct candidates {
	struct candidate *at;
	size_t count, cap;
};

/* Find the numbers of a text, in order, with their units and nouns. */
void candidates_find(struct candidates *candidates, const struct passage *passage);

/* Join the two ends of a range, and a number and its repetition in words, to one candidate. */
void ranges_join(struct candidates *candidates, const struct passage *passage);

/* Give numbers the units that are said once for several, or by the word before them. */
void units_complete(struct candidates *candidates, const struct passage *passage);

/* Drop what is no claim. */
void noclaims_drop(struct candidates *candidates, const struct passage *passage);

/* What the word before the number says of it, the word before "between" or "from" of a range too. */
enum head head_before(const struct passage *passage, const struct candidate *candidate);

/* Four plain digits, of this age or the one before. */
bool may_be_year(const struct candidate *candidate);

/* Whether a number that changes or is reached stands before token `first`: "rose from 5 to 7". */
bool tells_change(const struct passage *passage, size_t first);

/* Whether "to" stands before the number. */
bool is_reached(const struct passage *passage, size_t first);

/*
 * Whether candidate b follows a at once, so that what holds for one holds for
 * both: "5 and 6 March", "articles 5 and 6".
 */
bool candidates_coordinate(const struct passage *passage, const struct candidate *a, const struct candidate *b);

#endif
