#include "letters.h"
#include "count-claims/number.h"
#include "count-claims/unit.h"
#include "banned.h"

/* A number of more groups than this is none; the rest is passed over all the same. */
#define GROUPS_MAX 7

struct literal {
	struct span groups[GROUPS_MAX];
	uint32_t seps[GROUPS_MAX]; /* seps[i] stands before groups[i]: ',' '.' ' ' 'r' or the Arabic separators */
	size_t count;
	bool too_many;
};

/* The separator at token i with digits glued on both sides, or 0. */
static uint32_t separator_at(const struct passage *r, size_t i)
{
	if (!token_is_glued(r, i) || !token_is_glued(r, i + 1) || !token_is_number(r, i + 1))
		return 0;
	const struct token *token = &r->tokens->at[i];
	if (token->sign == ',' || token->sign == '.' || token->sign == '/' || token->sign == ':' || token->sign == '+') {
		unsigned char lead = (unsigned char)r->text.ptr[token->start];
		unsigned char trail = token->end - token->start > 1 ? (unsigned char)r->text.ptr[token->start + 1] : 0;
		uint32_t cp = (lead & 0x1Fu) << 6 | (trail & 0x3Fu);
		return cp == ARABIC_DECIMAL_SEPARATOR || cp == ARABIC_THOUSANDS_SEPARATOR ? cp : token->sign;
	}
	struct span fold = token_fold(r->tokens, i);
	bool reh = token->kind == TOKEN_WORD && fold.len == 2 && (unsigned char)fold.ptr[0] == (0xC0 | REH >> 6) && (unsigned char)fold.ptr[1] == (0x80 | (REH & 0x3F));
	return reh ? 'r' : 0;
}

static void add_group(struct literal *literal, uint32_t sep, struct span digits)
{
	literal->too_many |= literal->count == GROUPS_MAX;
	if (literal->too_many)
		return;
	literal->seps[literal->count] = sep;
	literal->groups[literal->count++] = digits;
}

/* Groups of three digits apart by spaces, behind a first of one to three: 3 000 000. */
static bool space_group(const struct passage *r, size_t i, size_t first_len)
{
	return first_len <= 3 && token_is_number(r, i) && r->tokens->at[i].spaced && r->tokens->at[i].fold_len == 3;
}

static size_t collect(const struct passage *r, size_t i, struct literal *literal)
{
	uint32_t sep;

	add_group(literal, 0, token_fold(r->tokens, i));
	for (i++; (sep = separator_at(r, i)) != 0; i += 2)
		add_group(literal, sep, token_fold(r->tokens, i + 1));
	if (literal->count == 1)
		for (; space_group(r, i, literal->groups[0].len); i++)
			add_group(literal, ' ', token_fold(r->tokens, i));
	return i;
}

/* All of groups[first..last) are of three digits. */
static bool of_three(const struct literal *literal, size_t first, size_t last)
{
	for (size_t i = first; i < last; i++)
		if (literal->groups[i].len != 3)
			return false;
	return true;
}

static bool same_separator(const struct literal *literal, size_t first, size_t last)
{
	for (size_t i = first + 1; i < last; i++)
		if (literal->seps[i] != literal->seps[first])
			return false;
	return true;
}

static bool add_digits(struct decimal *value, struct span digits, bool behind_point)
{
	for (size_t i = 0; i < digits.len; i++) {
		if (value->digits > (UINT64_MAX - 9) / 10 || value->scale > 17)
			return false;
		value->digits = value->digits * 10 + (uint64_t)(digits.ptr[i] - '0');
		value->scale = (uint8_t)(value->scale + behind_point);
	}
	return true;
}

/* Whether what stands behind makes 2.207 a number with a fraction: a multiplier, a percentage, a measure. */
static bool fraction_wanted(const struct passage *r, size_t i)
{
	size_t last;
	unsigned clitics;

	if (r->words[i < r->tokens->count ? i : r->tokens->count].class == NUMBER_SCALE)
		return true;
	enum unit unit = unit_read(r, i, &last, &clitics);
	return unit == UNIT_PERCENT || unit == UNIT_MEASURE;
}

/* How many of the groups, counted from the first, stand before the point. 0: this is no number. */
static size_t whole_groups(const struct passage *r, const struct literal *literal, size_t end)
{
	size_t n = literal->count;
	uint32_t last = n > 1 ? literal->seps[n - 1] : 0;

	if (n == 1)
		return 1;
	if (!same_separator(literal, 1, n - 1) || literal->groups[0].len > 3)
		return n == 2 && literal->groups[1].len != 3 && last != ' ' ? 1 : 0;
	if (n > 2 && last != literal->seps[1]) /* 1,234.56 */
		return of_three(literal, 1, n - 1) ? n - 1 : 0;
	if (n > 2)
		return of_three(literal, 1, n) ? n : 0;
	if (last == ARABIC_DECIMAL_SEPARATOR)
		return 1;
	if (last == ARABIC_THOUSANDS_SEPARATOR || last == ' ')
		return of_three(literal, 1, 2) ? 2 : 0;
	bool zero = literal->groups[0].ptr[0] == '0';
	return literal->groups[1].len == 3 && !zero && !fraction_wanted(r, end) ? 2 : 1;
}

/* The groups of 491r13 stand in reversed order: the fraction first, or the smallest thousands. */
static void reverse(struct literal *literal)
{
	for (size_t i = 0, j = literal->count - 1; i < j; i++, j--) {
		struct span group = literal->groups[i];
		literal->groups[i] = literal->groups[j];
		literal->groups[j] = group;
	}
}

size_t literal_read(const struct passage *r, size_t i, struct number *number)
{
	struct literal literal = { 0 };
	struct decimal value = { 0 };
	size_t end = collect(r, i, &literal);
	bool odd = literal.too_many;

	for (size_t g = 1; g < literal.count; g++) {
		odd |= literal.seps[g] == '/' || literal.seps[g] == ':' || literal.seps[g] == '+';
		odd |= (literal.seps[g] == 'r') != (literal.seps[1] == 'r');
	}
	if (literal.count > 1 && literal.seps[1] == 'r' && !odd)
		reverse(&literal);
	size_t whole = odd ? 0 : whole_groups(r, &literal, end);
	/* Leading zeros are those of a code, a telephone number or a clock. */
	odd |= whole == 0 || (literal.groups[0].len > 1 && literal.groups[0].ptr[0] == '0');
	for (size_t g = 0; g < literal.count && !odd; g++)
		odd = !add_digits(&value, literal.groups[g], g >= whole);
	number->low = number->high = decimal_canonical(value);
	number->unsafe |= odd;
	number->grouped |= literal.count > 1;
	number->full = whole > 2;
	number->digits = true;
	return end;
}
