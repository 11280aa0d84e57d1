#include "count-claims/number.h"

#include "count-claims/context.h"
#include "letters.h"
#include "banned.h"

static const struct number_word *word_at(const struct passage *r, size_t i)
{
	return &r->words[i < r->tokens->count ? i : r->tokens->count];
}

static enum number_class class_at(const struct passage *r, size_t i)
{
	return word_at(r, i)->class;
}

/* Whether token i is joined to the phrase before by waw, its own or one by itself; *next is the number's token. */
static bool is_joined(const struct passage *r, size_t i, size_t *next)
{
	if (class_at(r, i) == NUMBER_AND) {
		*next = i + 1;
		return (word_at(r, i + 1)->clitics & CLITIC_WA) == 0 && class_at(r, i + 1) != NUMBER_AND;
	}
	*next = i;
	return (word_at(r, i)->clitics & CLITIC_WA) != 0;
}

/* Whether token i goes on with the phrase without waw, of the given class. */
static bool follows(const struct passage *r, size_t i, enum number_class class)
{
	return class_at(r, i) == class && (word_at(r, i)->clitics & ~(unsigned)CLITIC_AL) == 0;
}

static uint64_t power_of_ten(unsigned exponent)
{
	uint64_t power = 1;
	while (exponent-- > 0)
		power *= 10;
	return power;
}

/* 1 to 99 from token i: returns the token behind, or i where there is none. */
static size_t read_low(const struct passage *r, size_t i, uint64_t *value)
{
	const struct number_word *word = word_at(r, i);
	size_t next;

	switch (word->class) {
	case NUMBER_TEN:
	case NUMBER_TEEN:
	case NUMBER_TENS:
		*value = word->value;
		return i + 1;
	case NUMBER_ONE:
	case NUMBER_AHAD:
	case NUMBER_UNIT:
		*value = word->value;
		if (follows(r, i + 1, NUMBER_TEN)) {
			*value += 10;
			return i + 2;
		}
		if (is_joined(r, i + 1, &next) && class_at(r, next) == NUMBER_TENS) {
			*value += word_at(r, next)->value;
			return next + 1;
		}
		return word->class == NUMBER_AHAD ? i : i + 1;
	default:
		return i;
	}
}

/* What may follow hundreds: units and tens, with waw (in speech without), or digits below 100. */
static size_t read_behind_hundreds(const struct passage *r, size_t i, uint64_t *value)
{
	uint64_t low = 0;
	size_t next;
	bool joined = is_joined(r, i, &next);

	/* "two hundred and a thousand thousands" is what some programs write for 201,000. */
	if (joined && class_at(r, next) == NUMBER_SCALE && follows(r, next + 1, NUMBER_SCALE) && word_at(r, next)->value == word_at(r, next + 1)->value) {
		*value += 1;
		return next + 1;
	}

	if (!joined && (class_at(r, i) != NUMBER_UNIT && class_at(r, i) != NUMBER_ONE && class_at(r, i) != NUMBER_TENS))
		return i;
	if (!joined && word_at(r, i)->clitics != 0)
		return i;
	size_t end = read_low(r, next, &low);
	if (end == next)
		return i;
	if (class_at(r, end) == NUMBER_HUNDRED && end == next + 1 && low < 10)
		return i; /* five hundred of the next phrase */
	*value += low;
	return end;
}

/* Words below 1,000. Returns the token behind, or i. */
static size_t read_words(const struct passage *r, size_t i, uint64_t *value)
{
	const struct number_word *word = word_at(r, i);

	if (word->class == NUMBER_HUNDRED || word->class == NUMBER_HUNDREDS) {
		*value = word->value;
		return read_behind_hundreds(r, i + 1, value);
	}
	bool many = follows(r, i + 1, NUMBER_HUNDRED) || (follows(r, i + 1, NUMBER_VAGUE) && word_at(r, i + 1)->value == 100);
	if (word->class == NUMBER_UNIT && word->value >= 3 && many) {
		*value = (uint64_t)word->value * 100;
		return read_behind_hundreds(r, i + 2, value);
	}
	return read_low(r, i, value);
}

static bool multiply(struct number *n, uint64_t by)
{
	struct decimal factor = decimal_from(by), high = n->high;

	/* The upper end of a vague number is the last before the next ten, hundred ... */
	if (n->vague && (!decimal_add(high, decimal_from(1), &high) || !decimal_multiply(high, factor, &high)))
		return false;
	if (n->vague)
		high.digits--;
	else if (!decimal_multiply(high, factor, &high))
		return false;
	n->high = high;
	return decimal_multiply(n->low, factor, &n->low);
}

static void set(struct number *n, uint64_t low, uint64_t high)
{
	n->low = decimal_from(low);
	n->high = decimal_from(high);
}

/* Behind a few: ten (13 to 19), tens, hundreds. */
static size_t read_few(const struct passage *r, size_t i, struct number *n)
{
	set(n, 3, 9);
	n->vague = true;
	if (follows(r, i + 1, NUMBER_TEN)) {
		set(n, 13, 19);
		return i + 2;
	}
	if (follows(r, i + 1, NUMBER_VAGUE) || follows(r, i + 1, NUMBER_HUNDRED)) {
		multiply(n, word_at(r, i + 1)->value);
		return i + 2;
	}
	return i + 1;
}

/* A scale that no number stands before. */
static size_t read_bare_scale(const struct passage *r, size_t i, struct number *n)
{
	const struct number_word *word = word_at(r, i);
	uint64_t power = power_of_ten(word->value);
	size_t next;

	n->bare = true;
	n->words = true;
	n->scale = (uint8_t)word->value;
	set(n, power, power);
	switch (word->form) {
	case SCALE_PLURAL:
		n->vague = true;
		n->high = decimal_from(power * 10 - 1);
		break;
	case SCALE_DUAL:
		multiply(n, 2);
		break;
	case SCALE_ACCUSATIVE:
		/* "a thousand and 200", or "two thousand soldiers" */
		if (!has_tanween(r, i) && !(is_joined(r, i + 1, &next) && class_at(r, next) != NUMBER_NONE))
			multiply(n, 2);
		break;
	default:
		break;
	}
	return i + 1;
}

/* Half, a third: of the scale behind it, else a share in percent. */
static size_t read_fraction(const struct passage *r, size_t i, unsigned numerator, unsigned denominator, struct number *n)
{
	const struct number_word *scale = word_at(r, i);

	n->words = true;
	if (follows(r, i, NUMBER_SCALE) && (scale->form == SCALE_SINGULAR)) {
		n->scale = (uint8_t)scale->value;
		set(n, power_of_ten(scale->value) * numerator / denominator, power_of_ten(scale->value) * numerator / denominator);
		return i + 1;
	}
	n->fraction = true;
	set(n, (1000 * numerator + denominator / 2) / denominator, (1000 * numerator + denominator / 2) / denominator);
	n->low.scale = n->high.scale = 1;
	n->low = n->high = decimal_canonical(n->low);
	return i;
}

/* "point" and the digits behind it, zeros said one by one. */
static size_t read_point(const struct passage *r, size_t i, struct number *n)
{
	uint64_t value = 0;
	unsigned scale = 0;
	size_t end;

	for (i++; class_at(r, i) == NUMBER_ZERO; i++)
		scale++;
	if (class_at(r, i) == NUMBER_DIGITS) {
		struct number digits = { 0 };
		end = literal_read(r, i, &digits);
		value = digits.low.digits;
		scale += (unsigned)r->tokens->at[i].fold_len;
	} else {
		end = read_words(r, i, &value);
		for (uint64_t rest = value; rest > 0; rest /= 10)
			scale++;
	}
	if (scale > 9 || n->low.scale > 0)
		return end;
	struct decimal behind = { value, (uint8_t)scale, false };
	decimal_add(n->low, behind, &n->low);
	n->high = n->low;
	return end;
}

/* A group (below 1,000, or digits) and its scales: "three and twenty thousand". Returns the token behind, or i. */
static size_t read_chunk(const struct passage *r, size_t i, struct number *n)
{
	const struct number_word *word = word_at(r, i);
	uint64_t value = 0;
	size_t end = i;

	switch (word->class) {
	case NUMBER_DIGITS:
		end = literal_read(r, i, n);
		break;
	case NUMBER_ZERO:
		end = i + 1;
		n->words = true;
		break;
	case NUMBER_FEW:
		end = read_few(r, i, n);
		n->words = true;
		break;
	case NUMBER_VAGUE:
		n->vague = n->words = true;
		set(n, word->value, (uint64_t)word->value * 10 - 1);
		end = i + 1;
		break;
	case NUMBER_SCALE:
		end = read_bare_scale(r, i, n);
		break;
	case NUMBER_FRACTION:
		return read_fraction(r, i + 1, word->value / 100u, word->value % 100u, n);
	default:
		end = read_words(r, i, &value);
		n->words = end > i;
		set(n, value, value);
	}
	if (end > i && class_at(r, end) == NUMBER_PART && follows(r, end, NUMBER_PART) && value > 0 && value < word_at(r, end)->value)
		return read_fraction(r, end + 1, (unsigned)value, word_at(r, end)->value, n);
	if (end > i && class_at(r, end) == NUMBER_POINT && !n->vague)
		end = read_point(r, end, n);
	/* "(2.5) million" */
	if (n->digits && i > 0 && token_is_sign(r, i - 1, '(') && token_is_sign(r, end, ')') && follows(r, end + 1, NUMBER_SCALE))
		end++;
	for (; end > i && follows(r, end, NUMBER_SCALE) && word_at(r, end)->form != SCALE_DUAL; end++) {
		if (!n->full && !multiply(n, power_of_ten(word_at(r, end)->value)))
			break;
		n->scale = (uint8_t)word_at(r, end)->value;
		n->words = true;
		n->bare &= word->class == NUMBER_SCALE;
	}
	return end;
}

/* "and a half": of the last scale. */
static size_t read_and_fraction(const struct passage *r, size_t i, struct number *n)
{
	const struct number_word *word = word_at(r, i);
	struct number part = { 0 };
	size_t end = read_fraction(r, i + 1, word->value / 100u, word->value % 100u, &part);

	if (part.fraction) {
		unsigned numerator = word->value / 100u, denominator = word->value % 100u;
		if (100 % denominator != 0 && n->scale == 0)
			return i;
		part.low = n->scale == 0 ? decimal_canonical((struct decimal){ 100 * numerator / denominator, 2, false }) :
			decimal_from(power_of_ten(n->scale) * numerator / denominator);
	}
	if (decimal_cmp(part.low, decimal_from(power_of_ten(n->scale))) >= 0 || !decimal_add(n->low, part.low, &n->low))
		return i;
	n->high = n->low;
	n->words = true;
	return end;
}

static void read_noun(const struct passage *r, size_t i, struct number *n)
{
	const struct number_word *word = word_at(r, i);

	n->dual = true;
	n->ambiguous = word->value == DUAL_OR_PLURAL;
	set(n, 2, 2);
	n->last = i + 1;
	/* "two persons, two" says it twice */
	if (follows(r, i + 1, NUMBER_UNIT) && word_at(r, i + 1)->value == 2) {
		n->last++;
		n->ambiguous = false;
	}
}

/*
 * Whether a noun that has lost its noon stands before an indefinite noun, "two
 * guards of security"; two names behind it are a known pair: "the provinces of
 * Karkuk and Diyala".
 */
static bool is_construct(const struct passage *r, size_t i)
{
	struct span noun = token_fold(r->tokens, i);
	bool feminine = letter_from_end(noun, 2) == TEH; /* "2 cases of drowning": no verb, which would have to agree */
	bool counts = is_content_word(r, i + 1) || (token_is_word(r, i + 1) && number_noun(r->tokens, i + 1, 0)) || (feminine && is_often_verb(r, i + 1));

	if (!counts || !r->tokens->at[i + 1].spaced)
		return false;
	bool pair = i + 2 < r->tokens->count && (class_at(r, i + 2) == NUMBER_AND || (token_is_word(r, i + 2) && (clitics_possible(r, i + 2) & CLITIC_WA) != 0));
	/* "my car, heading for": an accusative of manner */
	return !pair && !has_article(r, i + 1) && !is_accusative(r, i + 1);
}

bool number_read(const struct passage *r, size_t i, struct number *n)
{
	size_t next;

	*n = (struct number){ .first = i };
	if (class_at(r, i) == NUMBER_DUAL) {
		read_noun(r, i, n);
		return word_at(r, i)->value != DUAL_CONSTRUCT || is_construct(r, i);
	}
	/* "a fifth of the inhabitants": five would count them without the article */
	const struct number_word *word = word_at(r, i);
	if ((word->class == NUMBER_UNIT || word->class == NUMBER_TEN) && (word->value == 5 || word->value == 10) &&
	    r->tokens->at[i].fold_len == word->cut + 6u && word->clitics == 0 && has_article(r, i + 1) && class_at(r, i + 1) == NUMBER_NONE) {
		n->last = read_fraction(r, i + 1, 1, word->value, n);
		return true;
	}
	n->one = class_at(r, i) == NUMBER_ONE;
	n->last = read_chunk(r, i, n);
	if (n->last == i)
		return false;
	n->one &= n->last == i + 1;
	while (!n->vague && !n->fraction && is_joined(r, n->last, &next)) {
		struct number part = { 0 };
		size_t end;
		if (class_at(r, next) == NUMBER_FRACTION) {
			if (n->one || (n->scale == 0 && (word_at(r, i)->clitics & CLITIC_AL) != 0))
				break;
			end = read_and_fraction(r, next, n);
			if (end > next)
				n->last = end;
			break;
		}
		if (n->scale == 0 || class_at(r, next) == NUMBER_DUAL)
			break;
		end = read_chunk(r, next, &part);
		if (end == next || part.vague || part.fraction || part.unsafe || decimal_cmp(part.low, decimal_from(power_of_ten(n->scale))) >= 0)
			break;
		if (!decimal_add(n->low, part.low, &n->low))
			break;
		n->high = n->low;
		n->scale = part.scale;
		n->digits |= part.digits;
		n->words |= part.words;
		n->bare = false;
		n->last = end;
	}
	return true;
}
