#include "count-claims/candidate.h"

#include "letters.h"
#include "mem.h"
#include "banned.h"

#define YEAR_FIRST 1000
#define YEAR_LAST 2100

bool may_be_year(const struct candidate *c)
{
	const struct number *n = &c->number;

	return n->digits && !n->words && !n->grouped && n->low.scale == 0 && n->high.scale == 0 && n->low.digits >= YEAR_FIRST &&
	       n->high.digits <= YEAR_LAST;
}

/* A sign of money before the number, or the percent sign. */
static void find_unit_before(const struct passage *r, struct candidate *c)
{
	size_t last, first = c->number.first;
	unsigned clitics;

	if (first == 0 || r->tokens->at[first - 1].kind != TOKEN_SIGN)
		return;
	enum unit unit = unit_read(r, first - 1, &last, &clitics);
	if (unit == UNIT_NONE || last != first)
		return;
	c->unit = unit;
	c->unit_before = true;
	c->noun = first - 1;
}

static void find_unit(const struct passage *r, struct candidate *c)
{
	size_t last, at = right_edge(r, c->number.last);
	unsigned clitics;

	c->unit_last = c->number.last;
	c->unit = unit_read(r, at, &last, &clitics);
	if (c->unit == UNIT_POINT) /* "1,615.5 points" of an index; others are counted */
		c->unit = c->number.high.scale > 0 ? UNIT_MEASURE : UNIT_NONE;
	/* "the 14th of May" */
	if (c->unit == UNIT_NONE && is_word_of(r, at) && unit_read(r, at + 1, &last, &clitics) == UNIT_MONTH)
		c->unit = UNIT_MONTH;
	if (c->unit == UNIT_NONE) {
		find_unit_before(r, c);
		return;
	}
	/* "and a day": the unit of nothing before it; "in hours" neither */
	if (clitics != 0 && clitics != CLITIC_AL && c->unit != UNIT_PERCENT && c->unit != UNIT_CLOCK) {
		c->unit = UNIT_NONE;
		return;
	}
	c->unit_last = last;
	c->noun = at;
	/* one letter is "metres" behind a measure, and "of the era" behind a year */
	if (c->unit == UNIT_MEASURE && r->tokens->at[at].fold_len == 2 && may_be_year(c))
		c->unit = UNIT_ERA;
	/* "half a kilometre", but "half of the kilometres" */
	if (c->number.fraction && clitics == 0 && c->number.low.scale == 0 && (c->unit == UNIT_MEASURE || c->unit == UNIT_MONEY)) {
		c->number.fraction = false;
		c->number.low.scale = 2;
		c->number.low = c->number.high = decimal_canonical(c->number.low);
	}
}

/* "one": the noun before it. */
static bool find_singular(const struct passage *r, struct candidate *c)
{
	size_t before = c->number.first - 1;

	if (c->number.first == 0 || !token_is_word(r, before) || r->words[c->number.first].clitics != 0)
		return false;
	size_t last;
	unsigned clitics;
	c->unit = unit_read(r, before, &last, &clitics);
	c->unit_before = c->unit != UNIT_NONE;
	if (c->unit == UNIT_NONE && (head_of(r, before) == HEAD_REACH || !is_noun_like(r, before)))
		return false;
	/* "a soldier, Afghan, one": an adjective stands between */
	if (c->unit == UNIT_NONE && before > 0 && token_is_word(r, before - 1) && number_noun(r->tokens, before - 1, CLITIC_WA | CLITIC_BI | CLITIC_LI))
		before--;
	c->noun = before;
	c->noun_before = true;
	return true;
}

/* The noun before a definite number, "the killed, the 18"; or only a unit there, "the hours, the 24". */
static bool find_known(const struct passage *r, struct candidate *c, bool only_unit)
{
	size_t last, before = left_edge(r, c->number.first);
	unsigned clitics;

	if (before == 0 || !token_is_word(r, before - 1))
		return false;
	/* "his guards, the four": -hu and -i end too many other words to be asked for elsewhere */
	unsigned end = letter_from_end(token_fold(r->tokens, before - 1), 1);
	if (!(is_known_noun(r, before - 1) && is_noun_like(r, before - 1)) && ((end != HEH && end != YEH) || !is_noun_like(r, before - 1)))
		return false;
	enum unit unit = unit_read(r, before - 1, &last, &clitics);
	/* "the years of his reign, the four" */
	if (unit == UNIT_NONE && before > 1 && unit_read(r, before - 2, &last, &clitics) == UNIT_TIME && last == before - 1)
		unit = UNIT_TIME;
	else if (unit != UNIT_NONE && last != before)
		unit = UNIT_NONE;
	if (only_unit && unit == UNIT_NONE)
		return false;
	c->noun = before - 1;
	c->noun_before = true;
	c->unit = unit;
	c->unit_before = unit != UNIT_NONE;
	return true;
}

static void find_noun(const struct passage *r, struct candidate *c)
{
	const struct number *n = &c->number;
	size_t at = right_edge(r, n->last);

	if (n->dual) {
		size_t last;
		unsigned clitics;
		enum unit unit = unit_read(r, n->first, &last, &clitics);
		c->noun = n->first;
		if (last == n->last && (unit == UNIT_MEASURE || unit == UNIT_MONEY)) /* two kilometres */
			c->unit = unit;
		return;
	}
	find_unit(r, c);
	if (c->unit != UNIT_NONE || (c->definite && find_known(r, c, true)))
		return;
	if (n->one && find_singular(r, c))
		return;
	/* "the three presidencies": the article before both says which noun is counted */
	size_t before = left_edge(r, n->first);
	if (c->definite && !n->vague && before > 0 && has_article(r, before - 1) && is_noun_like(r, before - 1) && find_known(r, c, false))
		return;
	if (may_be_counted(r, at)) {
		c->noun = at;
		return;
	}
	if (c->definite && !(n->vague && is_word_of(r, at) && is_content_word(r, at + 1)) && find_known(r, c, false))
		return;
	/* "three of the policemen" */
	if (is_word_of(r, at) && is_content_word(r, at + 1))
		c->noun = at + 1;
}

void candidates_find(struct candidates *list, const struct passage *r)
{
	struct number number;

	list->count = 0;
	for (size_t i = 0; i < r->tokens->count;) {
		enum number_class class = r->words[i].class;
		if (!number_begins(class) || !number_read(r, i, &number)) {
			i++;
			continue;
		}
		list->at = xgrow(list->at, &list->cap, list->count + 1, sizeof(*list->at));
		struct candidate *c = &list->at[list->count++];
		/* "two attacks, suicide (two)": an adjective */
		if (number.dual && list->count > 1 && c[-1].number.dual && c[-1].number.last == i && r->words[i].clitics == (r->words[c[-1].number.first].clitics & CLITIC_AL)) {
			list->count--;
			i = number.last;
			continue;
		}
		*c = (struct candidate){ .number = number, .unit_last = number.last, .noun = SIZE_MAX };
		c->definite = (r->words[i].clitics & CLITIC_AL) != 0 || article_before(r, i);
		find_noun(r, c);
		/* the hundred of "in the hundred" is no number of its own */
		i = c->unit == UNIT_PERCENT && !c->unit_before ? c->unit_last : number.last;
	}
}

enum head head_before(const struct passage *r, const struct candidate *c)
{
	size_t at = left_edge(r, c->number.first);

	if (at == 0)
		return HEAD_NONE;
	if (c->range && at > 1 && head_of(r, at - 1) == HEAD_NONE && !is_noun_like(r, at - 1))
		at--;
	return head_of(r, at - 1);
}

/* What is said once for two coordinated numbers: "5 and 10 percent". */
static void share_units(struct candidates *list, const struct passage *r)
{
	for (size_t i = list->count; i-- > 1;) {
		struct candidate *a = &list->at[i - 1], *b = &list->at[i];
		if (a->unit == UNIT_NONE && a->noun == SIZE_MAX && !a->number.dual && b->unit != UNIT_NONE && !b->unit_before && candidates_coordinate(r, a, b))
			a->unit = b->unit;
	}
}

/* Strengths and sums say by the word before them what they are. */
static void name_units(struct candidates *list, const struct passage *r)
{
	for (size_t i = 0; i < list->count; i++) {
		struct candidate *c = &list->at[i];
		if (c->unit != UNIT_NONE || c->noun != SIZE_MAX || c->number.dual)
			continue;
		enum head head = head_before(r, c);
		if (head == HEAD_STRENGTH)
			c->unit = UNIT_MEASURE;
		else if (head == HEAD_SUM)
			c->unit = UNIT_MONEY;
	}
}

void units_complete(struct candidates *list, const struct passage *r)
{
	share_units(list, r);
	name_units(list, r);
}
