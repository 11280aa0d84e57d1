#include "count-claims/role.h"

#include "count-claims/event.h"
#include "banned.h"

#define CLAUSE 20 /* tokens before a number in which a cue holds for it */
#define LISTED 8  /* ... between one part and the next */
#define BEHIND 4  /* ... and behind it */
#define OPENING 8 /* ... of a sentence that says when */
#define YEAR_FIRST 1900
#define YEAR_LAST 2099

const char *const role_names[ROLES] = { "total", "part", "more", "earlier", "past", "denied", "planned", "implicit" };

/* The first token of the number's own clause. */
static size_t clause_begin(const struct reading *reading, struct sentence sentence, size_t from)
{
	size_t i = from;

	while (i > sentence.first && from - i < CLAUSE && !is_at(reading, i - 1, IS_SPLIT) && !sign_at(reading, i - 1, ':'))
		i--;
	return i;
}

/* A cue in front of the number, in its clause; what stands behind a relative pronoun is no more planned. */
static bool cue_before(const struct reading *reading, size_t begin, size_t at, enum cue cue)
{
	bool verb = false;

	for (size_t i = at; i > begin;) {
		i--;
		if (cue_at(reading, i, cue)) /* "the threat became a battle that killed 5" */
			return !(verb && cue == CUE_PLAN && (reading->words.at[i].clitics & CLITIC_AL) != 0);
		if (cue == CUE_PLAN && (is_at(reading, i, IS_RELATIVE) || (sign_at(reading, i, ',') && verb && joined_at(reading, i + 1))))
			return false; /* "the wedding is planned, and the toll rose to 4" */
		verb = verb || is_at(reading, i, IS_VERB | IS_TOLL);
	}
	return false;
}

static bool only(const struct reading *reading, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (cue_at(reading, i, CUE_EXCEPT))
			return true;
	return false;
}

/* A negation right before what governs the number ("did not kill", "without"), or that and the number. */
static bool is_denied(const struct reading *reading, size_t begin, const struct counted *counted)
{
	size_t from = counted->governor != NO_TOKEN && counted->governor < counted->number.hedge_first ? counted->governor : counted->number.hedge_first;
	size_t i = from;

	while (i > begin && from - i < 4) {
		i--;
		if (is_at(reading, i, IS_THAT | IS_SPLIT) || sign_at(reading, i, ','))
			return false;
		if (cue_at(reading, i, CUE_NOT))
			return !only(reading, i, counted->number.hedge_first); /* "not ... but 5" is 5 */
	}
	return false;
}

/* Something that happened "since" or "in" a year, or last year. */
static bool years_ago(const struct reading *reading, size_t begin, size_t i)
{
	if (!cue_at(reading, i, CUE_YEARS))
		return false;
	for (size_t steps = 0; i > begin && steps < 4; steps++) {
		enum cue cue = lex_at(reading, --i)->cue;
		if (cue == CUE_SINCE || cue == CUE_AGO)
			return true;
	}
	return false;
}

/* A year by itself. */
static bool is_year(const struct reading *reading, size_t i)
{
	struct span fold = token_fold(&reading->tokens, i);
	unsigned year = 0;

	if (reading->tokens.at[i].kind != TOKEN_NUMBER || fold.len != 4 || counted_at(reading, i) != NULL)
		return false;
	for (size_t d = 0; d < 4; d++)
		year = 10 * year + (unsigned)(fold.ptr[d] - '0');
	return year >= YEAR_FIRST && year <= YEAR_LAST;
}

/* "last month"; not "since last month", from when on it is counted. */
static bool is_time_past(const struct reading *reading, size_t i)
{
	if (!cue_at(reading, i, CUE_PAST))
		return is_year(reading, i);
	size_t next = i + reading->words.at[i].words;
	if (next < reading->tokens.count && cue_at(reading, next, CUE_FROM)) /* "two weeks before" something */
		return false;
	for (size_t steps = 0; i > 0 && steps < 3; steps++)
		if (cue_at(reading, --i, CUE_SINCE))
			return false;
	return true;
}

/* "In July 2008 ...": what a sentence begins with holds to the end of its clause, however far. */
static bool opens_in_past(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t first = counted->number.hedge_first;

	if (!is_at(reading, sentence.first, IS_ADJUNCT))
		return false;
	for (size_t i = sentence.first; i < first; i++) {
		if (is_at(reading, i, IS_SPLIT | IS_REPORT))
			return false;
		if (i < sentence.first + OPENING && is_time_past(reading, i)) {
			while (i < first && !is_at(reading, i, IS_SPLIT))
				i++;
			return i == first;
		}
	}
	return false;
}

/* "200 thousand are still homeless after the quake of 2011". */
static bool still(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t first = counted->number.hedge_first, end = counted->noun != NO_TOKEN && counted->noun_end > counted->number.hedge_last ? counted->noun_end : counted->number.hedge_last;

	return (first > sentence.first && cue_at(reading, reading_before(reading, first), CUE_STILL)) || (end < sentence.last && cue_at(reading, end, CUE_STILL));
}

static bool is_past(const struct reading *reading, struct sentence sentence, size_t begin, const struct counted *counted)
{
	if (counted->governor != NO_TOKEN && counted->governor > sentence.first && cue_at(reading, reading_before(reading, counted->governor), CUE_SINCE))
		return true; /* "the worst since the killing of 100" */
	if (counted->noun != NO_TOKEN && cue_at(reading, counted->noun, CUE_HEADS))
		return false; /* so many live there */
	if (still(reading, sentence, counted))
		return false;
	for (size_t i = begin; i < sentence.last && i < counted->number.hedge_last + CLAUSE; i++) {
		if (i > counted->number.hedge_last && is_at(reading, i, IS_SPLIT))
			return false;
		if (is_time_past(reading, i) || years_ago(reading, begin, i))
			return true;
	}
	return opens_in_past(reading, sentence, counted);
}

static bool is_others(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t end = counted->number.hedge_last, first = counted->number.hedge_first;

	if (first > sentence.first && cue_at(reading, reading_before(reading, first), CUE_ADDED))
		return true;
	for (size_t i = end; i < sentence.last && i < end + BEHIND; i++) {
		if (i > end && (is_at(reading, i, IS_VERB | IS_ADJUNCT) || sign_at(reading, i, ',')))
			return false;
		if (cue_at(reading, i, CUE_OTHERS))
			return true;
	}
	return false;
}

/* "rose from 5 to 7": the first. */
static bool is_replaced(const struct reading *reading, struct sentence sentence, size_t at)
{
	const struct counted *counted = &reading->counted[at], *next = at + 1 < reading->counted_count ? counted + 1 : NULL;
	size_t first = counted->number.hedge_first;

	if (first <= sentence.first || !cue_at(reading, first - 1, CUE_FROM) || next == NULL || next->number.hedge_first > counted->number.hedge_last + 3)
		return false;
	for (size_t i = first, steps = 0; i > sentence.first && steps < CLAUSE; steps++)
		if (is_at(reading, --i, IS_TOLL))
			return next->number.hedge_first > sentence.first && cue_at(reading, next->number.hedge_first - 1, CUE_TO);
	return false;
}

static void set(struct counted *counted, enum role role, const char *rule)
{
	counted->role = (uint8_t)role;
	counted->role_rule = rule;
}

/* Whether the number follows on the one before and is coordinated with it. */
static bool coordinated_at_once(const struct reading *reading, struct sentence sentence, size_t at)
{
	const struct counted *counted = &reading->counted[at], *before = counted - 1;

	if (before->event != counted->event || !event_coordinated(reading, sentence, at))
		return false;
	size_t end = before->noun != NO_TOKEN && before->noun_end > before->number.hedge_last ? before->noun_end : before->number.hedge_last;
	return counted->number.hedge_first <= end + 2;
}

/* "among them 5 women, 3 girls and ...": the next kind behind a comma. */
static bool goes_on(const struct reading *reading, const struct counted *counted, const struct counted *before)
{
	size_t begin = counted->number.hedge_first, end = before->noun != NO_TOKEN ? before->noun_end : before->number.hedge_last;

	if (counted->event != before->event || counted->group == GROUP_NONE || begin <= end || begin > end + LISTED || !sign_at(reading, begin - 1, ','))
		return false;
	for (size_t i = end; i < begin; i++)
		if (is_at(reading, i, IS_VERB | IS_MASDAR | IS_SPLIT | IS_THAT | IS_REPORT))
			return false;
	return true;
}

/* A part of those just counted, or of those whom "among the dead" speaks of. */
static bool is_part(const struct reading *reading, struct sentence sentence, size_t at, const struct counted *before)
{
	const struct counted *counted = &reading->counted[at];
	size_t governor = counted->governor, cue = event_part_cue(reading, sentence, at);

	bool definite = counted->noun != NO_TOKEN && (reading->words.at[counted->noun].clitics & CLITIC_AL) != 0;

	if (definite && counted->number.form != FORM_VAGUE && counted->noun > counted->number.last && is_at(reading, counted->noun, IS_VICTIM) &&
	    !is_at(reading, counted->noun, IS_WEAK) && cue_at(reading, counted->noun - 1, CUE_FROM))
		return true; /* "2 of the dead" */
	if (counted->noun != NO_TOKEN && counted->noun > counted->number.last && cue_at(reading, counted->noun - 1, CUE_THESE))
		return true; /* "60 of these men" */
	if (before != NULL && before->role == ROLE_PART && (coordinated_at_once(reading, sentence, at) || event_listed(reading, sentence, at) || goes_on(reading, counted, before)))
		return true; /* "among them 5 women and 2 children" */
	if (counted->number.kind == QUANTITY_PERCENT && before == NULL && cue != NO_TOKEN && cue_at(reading, cue, CUE_OUT_OF))
		return false; /* "5 percent of the whole" */
	if (cue != NO_TOKEN && (before != NULL || cue > counted->number.first || counted->event != EVENT_NONE))
		return true;
	if (governor == NO_TOKEN || governor == sentence.first || governor == counted->noun || !is_at(reading, governor, IS_VICTIM))
		return false;
	enum cue of = lex_at(reading, reading_before(reading, governor))->cue;
	return of == CUE_AMONG || of == CUE_PART || of == CUE_FROM;
}

void role_find(struct reading *reading, struct sentence sentence, size_t at)
{
	struct counted *counted = &reading->counted[at];
	size_t first = counted->number.hedge_first, begin = clause_begin(reading, sentence, first);
	const struct counted *before = at > 0 && reading->counted[at - 1].number.first >= sentence.first ? &reading->counted[at - 1] : NULL;

	set(counted, ROLE_TOTAL, "nothing said");
	if (is_denied(reading, begin, counted) || (counted->implicit && decimal_cmp(counted->number.high, decimal_from(0)) == 0))
		set(counted, ROLE_DENIED, "a negation before it");
	else if (counted->implicit)
		set(counted, ROLE_IMPLICIT, "no number said");
	else if (is_replaced(reading, sentence, at))
		set(counted, ROLE_EARLIER, "what it rose from");
	else if (cue_before(reading, begin, first, CUE_EARLIER))
		set(counted, ROLE_EARLIER, "an earlier toll");
	else if (is_part(reading, sentence, at, before))
		set(counted, ROLE_PART, "of those before");
	else if (cue_before(reading, begin, first, CUE_PLAN))
		set(counted, ROLE_PLANNED, "to come, feared or possible");
	else if (is_past(reading, sentence, begin, counted))
		set(counted, ROLE_PAST, "a year or a time past");
	else if (before != NULL && before->event == counted->event && (before->group == GROUP_NONE) == (counted->group == GROUP_NONE) && is_others(reading, sentence, counted))
		set(counted, ROLE_MORE, "others than those before");
}
