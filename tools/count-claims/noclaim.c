#include "count-claims/candidate.h"
#include "count-claims/hedge.h"
#include "letters.h"
#include "banned.h"

extern const struct list list_dual_cues;

/* From this year on, four digits without a noun are a year wherever they stand. */
#define YEAR_RECENT 1900

/* What may stand before a noun with the article. */
#define KNOWN_CLITICS (CLITIC_AL | CLITIC_WA | CLITIC_FA | CLITIC_BI | CLITIC_LI | CLITIC_KA)

/* More digits than this, without separators and a noun, are a code. */
#define PLAIN_DIGITS 7

/* Whether what stands behind says that the number is a count: a unit of people or things, not of time. */
static bool is_counting(const struct candidate *c)
{
	return c->noun != SIZE_MAX && !c->noun_before && c->unit != UNIT_TIME;
}

static bool drops_by_unit(const struct passage *r, const struct candidate *c)
{
	(void)r;
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

/*
 * Whether the noun behind the number agrees with it: an indefinite plural
 * behind 3 to 10, behind 11 to 99 a singular in the accusative (or a noun
 * that is often counted, spelled without care).
 */
static bool agrees(const struct passage *r, const struct candidate *c)
{
	uint64_t rest = c->number.high.digits % 100;

	if (!is_counting(c))
		return false;
	if (c->noun > right_edge(r, c->number.last) && c->unit == UNIT_NONE)
		return !c->definite; /* "three of the policemen", not "the (round of the) four of the league" */
	if (has_article(r, c->noun))
		return false;
	if (c->unit != UNIT_NONE || c->number.high.scale != 0 || number_noun(r->tokens, c->noun, 0) || rest <= 10)
		return true;
	/* The accusative's alef, or teh marbuta, folded to heh. */
	return is_accusative(r, c->noun) || (letter_from_end(token_fold(r->tokens, c->noun), 1) == HEH && clitics_possible(r, c->noun) == 0);
}

/* One letter is a unit, or says of the era: the year 711 m., the century 14 m. */
static bool is_one_letter(const struct passage *r, size_t i)
{
	return r->tokens->at[i].fold_len == 2;
}

static bool drops_by_head(const struct passage *r, const struct candidate *c)
{
	size_t at = left_edge(r, c->number.first);

	if (at == 0 || c->number.dual)
		return false;
	/* "channel Arabia 24" */
	if (at > 1 && c->number.digits && !agrees(r, c) && is_noun_like(r, at - 1) && head_of(r, at - 2) == HEAD_WEAK && head_of(r, at - 1) == HEAD_NONE)
		return true;
	switch (head_before(r, c)) {
	case HEAD_NAME:
	case HEAD_CLOCK:
	case HEAD_NEVER:
		return true;
	case HEAD_YEAR:
		return !c->number.vague && (!agrees(r, c) || may_be_year(c) || is_one_letter(r, c->noun));
	case HEAD_WEAK: /* "amounting in sum to 8" is spelled as "amounting, group 8" */
		return !c->number.vague && !agrees(r, c) && !(at > 1 && (head_of(r, at - 2) == HEAD_AGE || head_of(r, at - 2) == HEAD_REACH));
	case HEAD_AGE:
	case HEAD_ORDINAL:
		return !c->number.vague && (!agrees(r, c) || is_one_letter(r, c->noun));
	default:
		return false;
	}
}

static bool is_hedged(const struct passage *r, const struct candidate *c)
{
	return hedge_before(r, c->number.first, c->number.last).cmp != CMP_EQUAL;
}

/*
 * A number of four digits by itself is a year, but where a noun that is often
 * counted stands behind it, or a hedge or a word of reaching before it.
 */
static bool is_year(const struct passage *r, const struct candidate *c)
{
	size_t at = left_edge(r, c->number.first);

	if (!may_be_year(c) || c->unit != UNIT_NONE)
		return false;
	if (at > 0 && head_of(r, at - 1) == HEAD_REACH)
		return false;
	if (!c->range && is_hedged(r, c))
		return false;
	if (!c->range && is_reached(r, c->number.first) && tells_change(r, c->number.first))
		return false;
	if (c->number.low.digits < YEAR_RECENT)
		return !agrees(r, c) && at > 0 && !is_noun_like(r, at - 1) && !is_often_verb(r, at - 1);
	return c->noun == SIZE_MAX || c->noun_before || !number_noun(r->tokens, c->noun, 0);
}

/* F-16, G20, Kovid-19, +962, 5-a: part of a name or a code. */
static bool is_code(const struct passage *r, const struct candidate *c)
{
	size_t first = c->number.first, last = c->number.last, unit_last;
	unsigned clitics;

	if (!c->number.digits)
		return false;
	if (!c->number.grouped && !c->number.words && r->tokens->at[first].fold_len > PLAIN_DIGITS && c->noun == SIZE_MAX && c->unit == UNIT_NONE)
		return true;
	if (first == 0)
		return false;
	/* "m2" behind a number */
	if (c->number.high.digits <= 3 && unit_read(r, first - 1, &unit_last, &clitics) == UNIT_MEASURE)
		return true;
	if (token_is_glued(r, first) && (token_is_sign(r, first - 1, '+') || token_is_sign(r, first - 1, '#') || token_is_sign(r, first - 1, '@') ||
					 token_is_sign(r, first - 1, '/') || token_is_sign(r, first - 1, '.')))
		return true;
	if (token_is_glued(r, first) && token_is_word(r, first - 1) && (unsigned char)r->text.ptr[r->tokens->at[first - 1].end - 1] < 0x80)
		return true;
	if (token_is_glued(r, last) && token_is_word(r, last) && (unsigned char)r->text.ptr[r->tokens->at[last].start] < 0x80)
		return true;
	if (first > 1 && token_is_sign(r, first - 1, '-') && head_of(r, first - 2) == HEAD_NAME)
		return true;
	if (token_is_glued(r, first) && token_is_sign(r, first - 1, '-') && token_is_glued(r, first - 1) && token_is_word(r, first - 2))
		return is_noun_like(r, first - 2);
	return false;
}

/* The end of a name in quotation marks: "Channel 24". */
static bool ends_name(const struct passage *r, const struct candidate *c)
{
	size_t first = c->number.first, far = 0;

	if (!c->number.digits || c->number.words || !token_is_sign(r, c->number.last, '"') || hedge_before(r, first, c->number.last).cmp != CMP_EQUAL)
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

	if (c->number.words || !c->number.digits)
		return false;
	if (first == 0 && last + 1 >= count)
		return true; /* nothing else is there */
	/* "as follows: 1- ..." */
	if (token_is_glued(r, last) && token_is_sign(r, last, '-') && token_is_word(r, last + 1) && r->tokens->at[last + 1].spaced)
		return true;
	if (first > 0 && token_is_sign(r, first - 1, ':') && last + 1 == count && token_is_sign(r, last, '.'))
		return true; /* "as follows: 1." */
	bool closed = token_is_sign(r, last, ')') || token_is_sign(r, last, ']');
	if ((first == 0 || (opened && first == 1)) && c->number.low.digits > 10 && agrees(r, c))
		return false;
	if (first == 0 || (opened && first == 1))
		return closed || token_is_sign(r, last, '-') || (token_is_sign(r, last, '.') && last + 1 < count);
	return opened && closed && (c->noun == SIZE_MAX || c->noun_before) && head_of(r, first - 2) != HEAD_REACH;
}

/* Whether a dash, a slash or a sign of multiplication stands at token i, with a number on each side. */
static bool separates(const struct passage *r, size_t i)
{
	if (i == 0 || i + 1 >= r->tokens->count)
		return false;
	if (token_is_word(r, i) && span_eq(token_fold(r->tokens, i), SPAN("x")))
		return token_is_number(r, i - 1) && token_is_number(r, i + 1);
	enum number_class before = r->words[i - 1].class, behind = r->words[i + 1].class;
	return (token_is_sign(r, i, '-') || token_is_sign(r, i, '/') || token_is_sign(r, i, MULTIPLICATION_SIGN)) &&
	       (before == NUMBER_DIGITS || before == NUMBER_ZERO) && (behind == NUMBER_DIGITS || behind == NUMBER_ZERO);
}

/* A dash between two numbers that make no range, or a slash: a score, a season, a date, a telephone number. */
static bool is_dashed(const struct passage *r, const struct candidate *c)
{
	size_t first = c->number.first, last = c->number.last;

	return (c->number.digits || r->words[first].class == NUMBER_ZERO) && ((separates(r, last) && !c->range) || (first > 0 && separates(r, first - 1)));
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
	if (c->number.dual || c->number.vague)
		return false;
	/* "the soldier, the 18th, came back", "the accused 14" */
	before = left_edge(r, first);
	if (before > 0 && c->number.digits && c->unit == UNIT_NONE && has_article(r, before - 1) && number_noun(r->tokens, before - 1, KNOWN_CLITICS) && !agrees(r, c))
		return true;
	if (!c->definite)
		return false;
	if (c->noun != SIZE_MAX && !c->noun_before)
		return false;
	bool alone = c->noun == SIZE_MAX || !is_content_word(r, c->noun);
	if (!alone && number_noun(r->tokens, c->noun, KNOWN_CLITICS))
		return true; /* the nth soldier */
	if (class == NUMBER_HUNDRED || class == NUMBER_SCALE)
		alone &= !is_hedged(r, c); /* "exceeds the hundred" */
	return alone && (class == NUMBER_TENS || class == NUMBER_HUNDRED || class == NUMBER_SCALE || class == NUMBER_DIGITS);
}

/* "one" in what is no count: "the one", "one of", "at one time". */
static bool is_idle_one(const struct passage *r, const struct candidate *c)
{
	size_t first = c->number.first, last = c->number.last;

	if (!c->number.one)
		return false;
	if (c->definite)
		return true;
	/* "the police and one (of)", spelled as "one" is: no adjective of a definite noun */
	if (c->noun_before && c->unit == UNIT_NONE && has_article(r, c->noun) && token_is_word(r, last))
		return true;
	/* "one of", where it is no adjective: the noun before it is missing, or known */
	if (is_word_of(r, last) && (!c->noun_before || is_known_noun(r, c->noun)))
		return true;
	return first > 0 && (head_of(r, first - 1) == HEAD_IDIOM || head_of(r, first - 1) == HEAD_ORDINAL);
}

/* Whether one of the next words speaks of two: "the death of both". */
static bool has_dual_cue(const struct passage *r, size_t i)
{
	for (size_t end = i + 4; i < end && token_is_word(r, i); i++)
		if (stem_tag(r, &list_dual_cues, i, NULL) >= 0 && !has_tanween(r, i)) /* "by killing" is spelled as "both were killed" */
			return true;
	return false;
}

/* Two as a weekday, a dual that may be a plural, a share of nothing. */
static bool is_doubtful(const struct passage *r, const struct candidate *c)
{
	const struct number *n = &c->number;
	size_t last = n->last;

	if ((n->ambiguous && !has_dual_cue(r, n->last)) || n->unsafe)
		return true;
	/* "both men": a known pair */
	if (n->dual && n->first > 0 && head_of(r, n->first - 1) == HEAD_BOTH)
		return true;
	/* "below zero", "from distance zero" */
	if (r->words[n->first].class == NUMBER_ZERO && (c->definite || c->noun == SIZE_MAX))
		return true;
	if (c->definite && !n->dual && r->words[n->first].class == NUMBER_UNIT && r->words[n->first].value == 2 && n->last == n->first + 1)
		return true;
	/* "in the hundred", behind a number that was not understood */
	if (r->words[n->first].class == NUMBER_HUNDRED && (r->words[n->first].clitics & CLITIC_AL) != 0 && n->last == n->first + 1 && !is_hedged(r, c))
		return true;
	/* "composed a book": a thousand would count it in the genitive */
	if (n->bare && n->last == n->first + 1 && r->words[n->first].form == SCALE_SINGULAR && r->words[n->first].value == 3 &&
	    c->noun == last && c->unit == UNIT_NONE && is_accusative(r, last) && !number_noun(r->tokens, last, 0))
		return true;
	if (n->fraction) /* half of the inhabitants; not half an hour, the first half */
		return c->definite || c->unit != UNIT_NONE || !is_content_word(r, last) || !has_article(r, last);
	return false;
}

/* What makes a number no claim: one is enough. */
static bool (*const rules[])(const struct passage *, const struct candidate *) = {
	is_doubtful, ends_name, is_list_number, is_dashed, is_idle_one, is_ordinal, is_year, drops_by_unit, drops_by_head,
};

void noclaims_drop(struct candidates *list, const struct passage *r)
{
	for (size_t i = 0; i < list->count; i++) {
		struct candidate *c = &list->at[i];
		const struct candidate *before = i > 0 ? &list->at[i - 1] : NULL;
		/* the rest of a telephone number goes with its begin */
		c->code = is_code(r, c) || (before != NULL && before->code && c->number.digits && before->number.last == c->number.first);
		c->dropped = c->code;
		for (size_t rule = 0; rule < sizeof(rules) / sizeof(rules[0]) && !c->dropped; rule++)
			c->dropped = rules[rule](r, c);
		/* "articles 5 and 6" */
		if (!c->dropped && before != NULL && before->dropped && !is_counting(c) && !c->number.dual && drops_by_head(r, before))
			c->dropped = candidates_coordinate(r, before, c);
	}
}
