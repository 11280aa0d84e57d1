#include "letters.h"
#include "count-claims/candidate.h"
#include "list.h"
#include "banned.h"

extern const struct list list_range_words;

/* Words between "rose" and "from 5 to 7". */
#define CHANGE_DISTANCE 12

enum range_word { RANGE_NONE, RANGE_BETWEEN, RANGE_FROM, RANGE_TO, RANGE_OR, RANGE_CHANGE, RANGE_OF_WHICH };

static enum range_word range_word_at(const struct passage *r, size_t i)
{
	static const char *const names[] = { "", "between", "from", "to", "or", "change", "of-which" };

	if (!token_is_word(r, i))
		return RANGE_NONE;
	int32_t tag = stem_tag(r, &list_range_words, i, NULL);
	if (tag < 0)
		return RANGE_NONE;
	struct span text = list_tag_text(&list_range_words, tag);
	for (unsigned w = 1; w < sizeof(names) / sizeof(names[0]); w++)
		if (span_eq(text, (struct span){ names[w], strlen(names[w]) }))
			return w;
	return RANGE_NONE;
}

/* Whether "between" or "from" stands before the number; hedges may stand in between. */
static bool opened_by(const struct passage *r, size_t first, enum range_word word)
{
	size_t at = left_edge(r, first);

	for (unsigned far = 0; at > 0 && far < 3; far++) {
		at--;
		if (range_word_at(r, at) == word)
			return word != RANGE_BETWEEN || at == 0 || range_word_at(r, at - 1) != RANGE_FROM;
		if (head_of(r, at) != HEAD_NONE || !token_is_word(r, at))
			return false;
	}
	return false;
}

/* Whether a number that changes stands here: "rose from 5 to 7" are two numbers, an earlier and a later. */
bool tells_change(const struct passage *r, size_t first)
{
	for (size_t at = first, far = 0; at-- > 0 && far < CHANGE_DISTANCE; far++) {
		if (r->tokens->at[at].kind == TOKEN_SIGN && !token_is_sign(r, at, '"'))
			return false;
		if (range_word_at(r, at) == RANGE_CHANGE)
			return true;
	}
	return false;
}

bool is_reached(const struct passage *r, size_t first)
{
	size_t at = left_edge(r, first);

	return (at > 0 && range_word_at(r, at - 1) == RANGE_TO) || (r->words[first].clitics & CLITIC_LI) != 0 ||
	       (first > 0 && r->words[first - 1].class == NUMBER_CLITIC);
}

/* The only token between the two numbers, hedges and brackets apart, or SIZE_MAX; `none` where there is none at all. */
static bool bound_by(const struct passage *r, const struct candidate *a, const struct candidate *b, enum range_word word)
{
	size_t from = right_edge(r, a->unit_last), to = left_edge(r, b->number.first);

	if (a->unit == UNIT_NONE && !a->noun_before && a->noun == from && to > from + 1)
		from++;
	for (size_t at = from; at < to && at < from + 3; at++)
		if (range_word_at(r, at) == word)
			return to - at <= 3;
	return false;
}

static bool by_dash(const struct passage *r, const struct candidate *a, const struct candidate *b)
{
	return a->unit_last + 1 == b->number.first && token_is_sign(r, a->unit_last, '-') &&
	       (a->number.digits || token_is_glued(r, a->unit_last)) && (b->noun != SIZE_MAX && !b->noun_before);
}

static bool by_and(const struct passage *r, const struct candidate *a, const struct candidate *b)
{
	size_t gap = b->number.first - a->unit_last, at = b->number.first;
	bool waw = (r->words[at].clitics & CLITIC_WA) != 0 || (at > 0 && r->words[at - 1].class == NUMBER_AND) ||
		(at > 0 && r->words[at - 1].class == NUMBER_CLITIC && (r->words[at - 1].clitics & CLITIC_WA) != 0); /* "and the 25" */

	for (size_t i = a->unit_last; i < b->number.first && i < a->unit_last + 4; i++)
		waw |= r->words[i].class == NUMBER_AND || (token_is_word(r, i) && i > a->unit_last && range_word_at(r, i) == RANGE_NONE && gap <= 3 && (r->words[i].clitics & CLITIC_WA) != 0);
	return waw && gap <= 3;
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
	       range_word_at(r, from) == RANGE_TO || range_word_at(r, from) == RANGE_OR;
}

/* A multiplier or a unit said once holds for both ends: "between 3 and 5 million". */
static struct decimal lower_end(const struct candidate *a, const struct candidate *b)
{
	struct decimal low = a->number.low, factor = decimal_from(1), scaled;

	if (b->number.scale == 0 || b->number.bare || a->number.scale != 0 || a->number.vague)
		return low;
	for (unsigned i = 0; i < b->number.scale; i++)
		decimal_multiply(factor, decimal_from(10), &factor);
	return decimal_multiply(low, factor, &scaled) && decimal_cmp(scaled, b->number.high) < 0 ? scaled : low;
}

/* The letters of a noun without those that its plural and cases change: alef, waw, yeh, heh. */
static size_t skeleton(struct span fold, unsigned letters[3])
{
	size_t count = 0;

	for (size_t back = fold.len / 2; back > 0 && count < 3; back--) {
		unsigned letter = letter_from_end(fold, back);
		if (letter != ALEF && letter != WAW && letter != YEH && letter != HEH)
			letters[count++] = letter;
	}
	return count;
}

/* Whether both count the same noun, "10 persons and 20 persons", or one leaves it out. */
static bool same_noun(const struct passage *r, const struct candidate *a, const struct candidate *b)
{
	unsigned x[3], y[3];

	if (a->noun == SIZE_MAX || b->noun == SIZE_MAX)
		return true;
	size_t n = skeleton(token_fold(r->tokens, a->noun), x);
	return n == skeleton(token_fold(r->tokens, b->noun), y) && memcmp(x, y, n * sizeof(*x)) == 0;
}

static bool is_range(const struct passage *r, const struct candidate *a, const struct candidate *b)
{
	if (a->number.dual || b->number.dual || a->number.unsafe || b->number.unsafe || a->range || a->number.fraction || b->number.fraction)
		return false;
	if (decimal_cmp(lower_end(a, b), b->number.high) >= 0 || (head_before(r, a) == HEAD_YEAR && !may_be_year(b)))
		return false;
	if (a->unit != UNIT_NONE && b->unit != UNIT_NONE ? a->unit != b->unit : !same_noun(r, a, b))
		return false;
	if (by_dash(r, a, b))
		return true;
	if (opened_by(r, a->number.first, RANGE_BETWEEN))
		return by_and(r, a, b) || bound_by(r, a, b, RANGE_TO);
	if (bound_by(r, a, b, RANGE_TO))
		return !tells_change(r, a->number.first) && (opened_by(r, a->number.first, RANGE_FROM) || b->number.first - a->unit_last <= 1);
	return bound_by(r, a, b, RANGE_OR) && b->number.first - a->unit_last <= 1;
}

static void join(struct candidate *a, const struct candidate *b)
{
	struct decimal low = lower_end(a, b), high = b->number.high;

	a->number.low = low;
	a->number.high = high;
	a->number.last = b->number.last;
	a->number.digits |= b->number.digits;
	a->number.words |= b->number.words;
	a->number.one = false;
	if (b->unit != UNIT_NONE || a->unit == UNIT_NONE) {
		a->unit = b->unit;
		a->noun = b->noun;
		a->noun_before = b->noun_before;
		a->unit_before = b->unit_before;
	}
	a->unit_last = b->unit_last;
	a->range = true;
}

/* "25 (five and twenty)": the same number again, nothing but brackets and quotation marks between. */
static bool repeats(const struct passage *r, const struct candidate *a, const struct candidate *b)
{
	if (a->number.words == b->number.words && a->number.digits == b->number.digits)
		return false;
	if (decimal_cmp(a->number.low, b->number.low) != 0 || decimal_cmp(a->number.high, b->number.high) != 0)
		return false;
	size_t edge = left_edge(r, b->number.first);
	return right_edge(r, a->number.last) >= edge && b->number.first > a->number.last;
}

static void absorb(const struct passage *r, struct candidate *a, const struct candidate *b)
{
	a->number.last = right_edge(r, b->number.last);
	a->number.one = false;
	a->unit = b->unit;
	a->unit_last = b->unit_last > a->number.last ? b->unit_last : a->number.last;
	a->noun = b->noun;
	a->noun_before = b->noun_before;
}

void ranges_join(struct candidates *list, const struct passage *r)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		struct candidate *before = kept > 0 ? &list->at[kept - 1] : NULL;
		if (before != NULL && repeats(r, before, &list->at[i]))
			absorb(r, before, &list->at[i]);
		else if (before != NULL && is_range(r, before, &list->at[i]))
			join(before, &list->at[i]);
		else
			list->at[kept++] = list->at[i];
	}
	list->count = kept;
}
