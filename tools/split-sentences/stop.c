#include "stop.h"

#include "context.h"
#include "letters.h"
#include "lists.h"
#include "space.h"
#include "banned.h"

/* A longer number at the front of a sentence is no list number. */
enum { LIST_NUMBER_DIGITS = 3 };

static struct span word_next(const struct stop *stop)
{
	return word_after(stop->text, stop->next, STOP_CONTEXT);
}

/* A conjunction with a verb of saying and the like: an abbreviation before it ends its sentence as well. */
static bool starter_follows(const struct stop *stop)
{
	struct span word = word_next(stop);
	return word_in(&list_starters, word);
}

/* No sentence begins with a comma, a colon or a closing bracket. */
static bool goes_on(const struct stop *stop)
{
	size_t size;
	switch (char_after(stop->text, stop->next, &size)) {
	case ',':
	case ';':
	case ':':
	case ')':
	case ']':
	case ARABIC_COMMA:
	case ARABIC_SEMICOLON:
		return true;
	}
	return false;
}

/* "(!)", "[...]": a sign by itself in brackets. */
static bool bracketed(const struct stop *stop)
{
	size_t size;
	uint32_t before = char_before(stop->text, stop->at, &size);
	uint32_t behind = char_after(stop->text, stop->behind, &size);

	return (before == '(' && behind == ')') || (before == '[' && behind == ']');
}

/* A mark without a word before it and a list number lead in: "... so", "1. so". */
static bool leads_in(const struct stop *stop)
{
	size_t i = stop->sentence, size, count = 0;

	for (; i < stop->at && is_digit(char_after(stop->text, i, &size)); i += size)
		if (++count > LIST_NUMBER_DIGITS)
			return false;
	return i == stop->at && (count == 0 || (stop->dot && stop->end == stop->behind));
}

/* An ellipsis behind a colon or a comma stands for words left out, not for an end. */
static bool leaves_out(const struct stop *stop)
{
	size_t size, at = space_before(stop->text, stop->sentence, stop->at);
	uint32_t cp = char_before(stop->text, at, &size);

	return !stop->dot && !stop->loud && at > stop->sentence && (cp == ':' || cp == ',' || cp == ARABIC_COMMA);
}

enum abbreviation { NO_ABBREVIATION, ABBREVIATION, INITIAL };

/* What a word before a full stop is: a letter and the name of one are initials. */
static enum abbreviation abbreviation_of(struct span word)
{
	size_t letters = word_letters(word);

	if (letters == 1)
		return INITIAL;
	if (letters == 0 || letters > LONGEST_ABBREVIATION)
		return NO_ABBREVIATION;
	int32_t tag = list_tag(&list_abbreviations, word_hash(word));
	if (tag < 0)
		return NO_ABBREVIATION;
	return span_eq(list_tag_text(&list_abbreviations, tag), SPAN("letter")) ? INITIAL : ABBREVIATION;
}

/*
 * What stands before a letter that is no initial: a number, whose unit or era
 * it is, another letter without a stop, or a word that names letters.
 */
static bool is_label(const struct stop *stop, size_t at)
{
	size_t size, behind = space_before(stop->text, stop->sentence, at);

	if (is_digit(char_before(stop->text, behind, &size)))
		return true;
	struct span word = word_before(stop->text, behind, STOP_CONTEXT);
	return abbreviation_of(word) == INITIAL || word_in(&list_labels, word);
}

/* Whether a full stop stands before `at`, white space between them or not: what stands there goes on with an acronym. */
static bool follows_dot(const struct stop *stop, size_t at)
{
	size_t size;
	return char_before(stop->text, space_before(stop->text, stop->sentence, at), &size) == '.';
}

/*
 * An initial, an acronym with dots, an abbreviation that stands before a name.
 * Before a closing mark only an acronym's stop is its own.
 */
static bool abbreviates(const struct stop *stop)
{
	size_t size;

	if (!stop->dot)
		return false;
	struct span word = word_before(stop->text, stop->at, STOP_CONTEXT);
	if (word.len == 0 || word.len >= STOP_CONTEXT)
		return false;
	enum abbreviation abbreviation = abbreviation_of(word);
	if (abbreviation == NO_ABBREVIATION)
		return false;
	size_t front = (size_t)(word.ptr - stop->text.ptr);
	uint32_t first = char_after(stop->text, front, &size), next = char_after(stop->text, stop->next, &size);

	if (is_latin_letter(first) && !is_latin_letter(next) && !is_digit(next))
		return false;
	if (abbreviation == INITIAL && is_latin_letter(first) && !is_latin_capital(first))
		return false;
	if (stop->end != stop->behind && !(abbreviation == INITIAL && follows_dot(stop, front)))
		return false;
	if (abbreviation == INITIAL && !follows_dot(stop, front) && is_label(stop, front))
		return false;
	return !starter_follows(stop);
}

static bool (*const holds_together[])(const struct stop *) = { goes_on, bracketed, leads_in, leaves_out, abbreviates };

/*
 * Without white space behind it, one mark ends a sentence between two words of
 * two letters or more that are written in Arabic script; before it a number
 * may stand.
 */
static bool ends_glued(const struct stop *stop)
{
	size_t size;
	uint32_t before = char_before(stop->text, stop->at, &size), next = char_after(stop->text, stop->end, &size);
	struct span word = word_before(stop->text, stop->at, STOP_CONTEXT);

	if (!(stop->dot || stop->loud) || !is_arabic_letter(next) || word_letters(word_next(stop)) < 2)
		return false;
	if (is_digit(before))
		return !leads_in(stop);
	if (!is_arabic_letter(before) && !is_arabic_mark(before))
		return false;
	return word_letters(word) > 1 && (!stop->dot || abbreviation_of(word) == NO_ABBREVIATION);
}

bool stop_ends_sentence(const struct stop *stop)
{
	if (stop->next == stop->end)
		return ends_glued(stop);
	for (size_t i = 0; i < sizeof(holds_together) / sizeof(*holds_together); i++)
		if (holds_together[i](stop))
			return false;
	return true;
}
