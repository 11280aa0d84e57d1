#include "count-claims/candidate.h"
#include "banned.h"

#define YEAR_FIRST 1500
#define YEAR_LAST 2100

/* Whether what stands behind says that the number is a count: a unit of people or things, not of time. */
static bool is_counting(const struct passage *r, const struct candidate *c)
{
	(void)r;
	return c->noun != SIZE_MAX && !c->noun_before && c->unit != UNIT_TIME;
}

static bool drops_by_unit(const struct candidate *c)
{
	switch (c->unit) {
	case UNIT_TIME:
	case UNIT_MONTH:
	case UNIT_CLOCK:
	case UNIT_TIMES:
	case UNIT_ERA:
		return true;
	default:
		return false;
	}
}

/* Four digits, of this age or one before. */
static bool may_be_year(const struct candidate *c)
{
	const struct number *n = &c->number;

	return n->digits && !n->words && !n->grouped && n->low.scale == 0 && n->high.scale == 0 && c->unit == UNIT_NONE &&
	       n->low.digits >= YEAR_FIRST && n->high.digits <= YEAR_LAST;
}

static bool drops_by_head(const struct passage *r, const struct candidate *c)
{
	size_t at = left_edge(r, c->number.first);

	if (at == 0 || c->number.dual)
		return false;
	/* "channel Arabia 24" */
	if (at > 1 && c->noun == SIZE_MAX && c->number.digits && is_noun_like(r, at - 1) && head_of(r, at - 2) == HEAD_WEAK && head_of(r, at - 1) == HEAD_NONE)
		return true;
	switch (head_of(r, at - 1)) {
	case HEAD_NAME:
	case HEAD_CLOCK:
	case HEAD_AGE:
		return true;
	case HEAD_YEAR:
		return !is_counting(r, c) || may_be_year(c);
	case HEAD_WEAK:
		return !is_counting(r, c) || (c->unit == UNIT_NONE && !number_noun(r->tokens, c->noun, 0) && c->number.digits && !c->number.words);
	case HEAD_ORDINAL:
		return !is_counting(r, c);
	default:
		return false;
	}
}

/* A number of four digits by itself is a year, but where a noun that is often counted stands behind it. */
static bool is_year(const struct passage *r, const struct candidate *c)
{
	size_t at = left_edge(r, c->number.first);

	if (!may_be_year(c))
		return false;
	if (at > 0 && head_of(r, at - 1) == HEAD_REACH)
		return false;
	return c->noun == SIZE_MAX || c->noun_before || !number_noun(r->tokens, c->noun, 0);
}

/* F-16, G20, Kovid-19, +962, 5-a: part of a name or a code. */
static bool is_code(const struct passage *r, const struct candidate *c)
{
	size_t first = c->number.first, last = c->number.last;

	if (!c->number.digits || first == 0)
		return false;
	if (token_is_glued(r, first) && (token_is_sign(r, first - 1, '+') || token_is_sign(r, first - 1, '#') || token_is_sign(r, first - 1, '@') ||
					 token_is_sign(r, first - 1, '/') || token_is_sign(r, first - 1, '.')))
		return true;
	if (token_is_glued(r, first) && token_is_word(r, first - 1) && (unsigned char)r->text.ptr[r->tokens->at[first - 1].start] < 0x80)
		return true;
	if (token_is_glued(r, last) && token_is_word(r, last) && (unsigned char)r->text.ptr[r->tokens->at[last].start] < 0x80)
		return true;
	if (token_is_glued(r, first) && token_is_sign(r, first - 1, '-') && token_is_glued(r, first - 1) && token_is_word(r, first - 2))
		return is_noun_like(r, first - 2);
	return false;
}

/* The end of a name in quotation marks: "Channel 24". */
static bool ends_name(const struct passage *r, const struct candidate *c)
{
	size_t first = c->number.first, far = 0;

	if (!c->number.digits || c->number.words || !token_is_sign(r, c->number.last, '"') || c->noun != SIZE_MAX)
		return false;
	while (first > 0 && far < 4 && token_is_word(r, first - 1) && head_of(r, first - 1) != HEAD_REACH && is_noun_like(r, first - 1)) {
		first--;
		far++;
	}
	return far > 0 && far < 4 && first > 0 && token_is_sign(r, first - 1, '"');
}

/* The number of a list or of a heading: at the text's begin or end, with a stop or brackets. */
static bool is_list_number(const struct passage *r, const struct candidate *c)
{
	size_t first = c->number.first, last = c->number.last, count = r->tokens->count;
	bool opened = first > 0 && (token_is_sign(r, first - 1, '(') || token_is_sign(r, first - 1, '['));

	if (c->number.words || !c->number.digits || last >= count)
		return false;
	bool closed = token_is_sign(r, last, ')') || token_is_sign(r, last, ']');
	if (first == 0 || (opened && first == 1))
		return closed || token_is_sign(r, last, '-') || (token_is_sign(r, last, '.') && last + 1 < count);
	return opened && closed && (c->noun == SIZE_MAX || c->noun_before) && head_of(r, first - 2) != HEAD_REACH;
}

/* A dash between two numbers that make no range: a score, a season, a telephone number. */
static bool is_dashed(const struct passage *r, const struct candidate *c)
{
	size_t first = c->number.first, last = c->number.last;

	if (!c->number.digits || c->range)
		return false;
	return (token_is_sign(r, last, '-') && token_is_number(r, last + 1) && token_is_glued(r, last + 1)) ||
	       (first > 1 && token_is_glued(r, first) && token_is_sign(r, first - 1, '-') && token_is_number(r, first - 2));
}

/* The tens and teens of an ordinal, "the third and twentieth"; "the twentieth century", "the 18th". */
static bool is_ordinal(const struct passage *r, const struct candidate *c)
{
	size_t first = c->number.first, before = first;
	enum number_class class = r->words[first].class;

	if (before > 0 && r->words[before - 1].class == NUMBER_AND)
		before--;
	if (before > 0 && r->words[before - 1].class == NUMBER_ORDINAL) {
		bool joined = before != first || (r->words[first].clitics & CLITIC_WA) != 0;
		if (class == NUMBER_TEN && !joined)
			return true;
		if ((class == NUMBER_TENS || class == NUMBER_HUNDRED) && joined &&
		    ((r->words[before - 1].clitics ^ r->words[first].clitics) & CLITIC_AL) == 0)
			return true;
	}
	if (!c->definite || c->number.dual || c->number.vague || (c->noun != SIZE_MAX && !c->noun_before))
		return false;
	bool alone = c->noun == SIZE_MAX || !is_content_word(r, c->noun);
	if (!alone && number_noun(r->tokens, c->noun, CLITIC_AL | CLITIC_WA | CLITIC_BI | CLITIC_LI))
		return true; /* the nth soldier */
	return alone && (class == NUMBER_TENS || class == NUMBER_HUNDRED || class == NUMBER_SCALE || class == NUMBER_DIGITS);
}

/* Whether a word is definite by its article or by a pronoun at its end. */
static bool is_known(const struct passage *r, size_t i)
{
	static const char *const pronouns[] = { "\xD9\x87\xD8\xA7", "\xD9\x87\xD9\x85", "\xD9\x86\xD8\xA7", "\xD9\x83\xD9\x85", "\xD9\x87\xD9\x86" };
	struct span fold = token_fold(r->tokens, i);

	for (size_t p = 0; p < sizeof(pronouns) / sizeof(pronouns[0]); p++)
		if (fold.len > 8 && memcmp(fold.ptr + fold.len - 4, pronouns[p], 4) == 0)
			return true;
	return has_article(r, i);
}

/* Whether a word ends in alef, as an indefinite accusative does. */
static bool is_accusative(const struct passage *r, size_t i)
{
	struct span fold = token_fold(r->tokens, i);
	return fold.len > 4 && memcmp(fold.ptr + fold.len - 2, "\xD8\xA7", 2) == 0;
}

/* "one" in what is no count: "the one", "one of", "at one time". */
static bool is_idle_one(const struct passage *r, const struct candidate *c)
{
	size_t first = c->number.first, last = c->number.last;

	if (!c->number.one)
		return false;
	if (c->definite)
		return true;
	/* "one of", "one after the other", where it is no adjective: the noun before it is missing, or known */
	if ((!c->noun_before || is_known(r, c->noun)) && last < r->tokens->count)
		for (size_t w = 0; w < 2; w++)
			if (span_eq(token_fold(r->tokens, last), w == 0 ? SPAN("\xD9\x85\xD9\x86") : SPAN("\xD8\xAA\xD9\x84\xD9\x88")))
				return true;
	return first > 0 && (head_of(r, first - 1) == HEAD_IDIOM || head_of(r, first - 1) == HEAD_ORDINAL);
}

/* Two as a weekday, a dual that may be a plural, a share of nothing. */
static bool is_doubtful(const struct passage *r, const struct candidate *c)
{
	const struct number *n = &c->number;
	size_t last = n->last;

	if (n->ambiguous || n->unsafe)
		return true;
	/* "below zero" */
	if (c->definite && r->words[n->first].class == NUMBER_ZERO)
		return true;
	if (c->definite && !n->dual && r->words[n->first].class == NUMBER_UNIT && r->words[n->first].value == 2 && n->last == n->first + 1)
		return true;
	/* "in the hundred", behind a number that was not understood */
	if (r->words[n->first].class == NUMBER_HUNDRED && (r->words[n->first].clitics & CLITIC_AL) != 0 && n->last == n->first + 1)
		return true;
	/* "composed a book": a thousand would count it in the genitive */
	if (n->bare && n->last == n->first + 1 && r->words[n->first].form == SCALE_SINGULAR && r->words[n->first].value == 3 &&
	    c->noun == last && c->unit == UNIT_NONE && is_accusative(r, last) && !number_noun(r->tokens, last, 0))
		return true;
	if (n->fraction) /* half of the inhabitants; not half an hour, the first half */
		return c->definite || c->unit != UNIT_NONE || !is_content_word(r, last) || !has_article(r, last);
	return false;
}

bool candidates_coordinate(const struct passage *r, const struct candidate *a, const struct candidate *b)
{
	size_t from = right_edge(r, a->number.last), to = left_edge(r, b->number.first);

	if (to < from)
		return true;
	if (to - from > 1)
		return false;
	if (to == from)
		return (r->words[b->number.first].clitics & CLITIC_WA) != 0;
	return r->words[from].class == NUMBER_AND || token_is_sign(r, from, '-') || token_is_sign(r, from, ',') || token_is_sign(r, from, '/') ||
	       (token_is_word(r, from) && !is_content_word(r, from));
}

void noclaims_drop(struct candidates *list, const struct passage *r)
{
	for (size_t i = 0; i < list->count; i++) {
		struct candidate *c = &list->at[i];
		c->dropped = is_doubtful(r, c) || is_code(r, c) || ends_name(r, c) || is_list_number(r, c) || is_dashed(r, c) || is_idle_one(r, c) || is_ordinal(r, c) ||
			     is_year(r, c) || drops_by_unit(c) || drops_by_head(r, c);
		/* "articles 5 and 6" */
		if (!c->dropped && i > 0 && list->at[i - 1].dropped && !is_counting(r, c) && !c->number.dual && drops_by_head(r, &list->at[i - 1]))
			c->dropped = candidates_coordinate(r, &list->at[i - 1], c);
	}
	/* "5 and 6 March" */
	for (size_t i = list->count; i-- > 1;) {
		struct candidate *a = &list->at[i - 1];
		if (list->at[i].dropped && drops_by_unit(&list->at[i]) && !a->dropped && !a->number.dual && a->noun == SIZE_MAX && candidates_coordinate(r, a, &list->at[i]))
			a->dropped = true;
	}
}
