#include "sentence.h"

#include "context.h"
#include "dateline.h"
#include "letters.h"
#include "space.h"
#include "stop.h"
#include "banned.h"

/* The number of a note has at most so many bytes, its first bracket too. */
enum { LONGEST_NOTE = 7 };

void sentences_start(struct sentences *walk, struct span text)
{
	*walk = (struct sentences){ .text = text };
	walk->start = walk->at = space_after(text, 0);
}

void sentences_break(struct sentences *walk, size_t start)
{
	walk->start = start;
	if (walk->at < start)
		walk->at = start;
}

/* Whether the text at `at` cannot begin a word: the end, white space, punctuation that closes. */
static bool closed_off(struct span text, size_t at)
{
	size_t size;
	uint32_t cp = char_after(text, at, &size);
	struct mark mark;

	if (at >= text.len || space_after(text, at) > at)
		return true;
	switch (cp) {
	case ')':
	case ']':
	case '}':
	case ',':
	case ';':
	case ':':
	case '\'':
	case ARABIC_COMMA:
	case ARABIC_SEMICOLON:
	case RIGHT_SINGLE_QUOTE:
		return true;
	}
	mark = mark_at(text, at);
	return mark_is_terminator(&mark) || (mark.kind == MARK_QUOTE && mark.closes);
}

static bool spaced_before(struct span text, size_t at)
{
	return space_before(text, 0, at) != at || at == 0;
}

/* A doubled mark is one mark. */
static size_t quote_behind(struct span text, const struct mark *mark)
{
	size_t at = mark->at + mark->size;
	while (mark->family == QUOTE_STRAIGHT && at < text.len && text.ptr[at] == '"')
		at++;
	return at;
}

/* Marks that look alike on both sides open where space stands before them and none behind, and close the other way round. */
static bool may_open(struct span text, const struct mark *mark)
{
	return mark->opens && (spaced_before(text, mark->at) || !closed_off(text, quote_behind(text, mark)));
}

static bool may_close(struct span text, const struct mark *mark)
{
	return mark->closes && (!spaced_before(text, mark->at) || closed_off(text, quote_behind(text, mark)));
}

/* The mark that closes the quotation that `open` opens. Returns false where none stands in its reach. */
static bool quotation_close(struct sentences *walk, const struct mark *open, struct mark *close)
{
	struct span text = walk->text;
	size_t from = quote_behind(text, open), limit = from + QUOTATION_REACH;
	size_t *unclosed = &walk->unclosed[open->family];

	if (limit > text.len)
		limit = text.len;
	if (from < *unclosed)
		from = *unclosed;
	while (mark_find(text, from, limit, close)) {
		from = close->at + close->size;
		if (close->kind != MARK_QUOTE || close->family != open->family)
			continue;
		if (may_close(text, close))
			return true;
		if (open->family != QUOTE_GUILLEMET) {
			limit = close->at;
			break;
		}
	}
	if (*unclosed < limit)
		*unclosed = limit;
	return false;
}

/* Terminators right before `at`: where their run begins. */
static size_t run_before(struct span text, size_t from, size_t at)
{
	for (;;) {
		size_t size, behind = space_before(text, from, at);
		if (behind <= from)
			return at;
		char_before(text, behind, &size);
		struct mark mark = mark_at(text, behind - size);
		if (!mark_is_terminator(&mark) || mark.size != size)
			return at;
		at = behind - size;
	}
}

/* Behind a quotation mark that opens: the quotation is passed but for the terminators at its end. */
static void pass_quotation(struct sentences *walk, const struct mark *open)
{
	struct mark close;

	walk->at = quote_behind(walk->text, open);
	if (!may_open(walk->text, open) || !quotation_close(walk, open, &close))
		return;
	size_t run = run_before(walk->text, walk->at, close.at);
	walk->closer = close.at;
	walk->at = run < close.at ? run : quote_behind(walk->text, &close);
}

/* Behind the terminators that follow `at`, white space between them or not. A row of one sign is passed at once. */
static size_t run_behind(struct span text, size_t at, struct stop *stop)
{
	for (size_t next = at;; next = space_after(text, at)) {
		struct mark mark = mark_at(text, next);
		if (!mark_is_terminator(&mark) || (next > at && !closed_off(text, next + mark.size)))
			return at;
		at = next + mark.size;
		while (at < text.len && mark.size == 1 && text.ptr[at] == text.ptr[next])
			at++;
		stop->loud |= mark.kind == MARK_LOUD;
		stop->dot = mark.kind == MARK_DOT && at == stop->at + mark.size;
	}
}

/*
 * Whether the character at `at` closes what stands before it. A quotation mark
 * that may as well open does so where it is attached, and where it closes the
 * last quotation, at `closer`.
 */
static bool closes(struct span text, size_t at, bool attached, size_t closer, size_t *size)
{
	struct mark mark = mark_at(text, at);
	uint32_t cp = char_after(text, at, size);

	if (mark.kind == MARK_QUOTE)
		return mark.closes && (at == closer || ((attached || !mark.opens) && closed_off(text, at + *size)));
	switch (cp) {
	case ')':
	case ']':
	case '}':
	case '\'':
	case RIGHT_SINGLE_QUOTE:
		return attached || closed_off(text, at + *size);
	}
	return false;
}

/* Behind the number of a note, "[12]", that is attached at `at`; `at` where there is none. */
static size_t note_behind(struct span text, size_t at)
{
	size_t size, end = at + 1;

	if (char_after(text, at, &size) != '[')
		return at;
	while (end - at < LONGEST_NOTE && is_digit(char_after(text, end, &size)))
		end += size;
	return end > at + 1 && char_after(text, end, &size) == ']' && (text.len == end + 1 || text.ptr[end + 1] == '[' || closed_off(text, end + 1)) ? end + 1 : at;
}

/* Behind the closing quotation marks and brackets that follow `at`, white space before them or not, and numbers of notes. */
static size_t closers_behind(struct span text, size_t at, size_t closer)
{
	for (size_t next, size;; at = next + size) {
		for (size_t note = note_behind(text, at); note > at; note = note_behind(text, at))
			at = note;
		next = space_after(text, at);
		if (!closes(text, next, next == at, closer, &size))
			return at;
	}
}

bool sentences_next(struct sentences *walk, struct sentence_end *place)
{
	struct mark mark;

	while (mark_find(walk->text, walk->at, walk->text.len, &mark)) {
		if (mark.kind == MARK_QUOTE) {
			pass_quotation(walk, &mark);
			continue;
		}
		if (mark.kind == MARK_DASH) {
			size_t city;
			walk->at = mark.at + mark.size;
			if (!dateline_follows(walk->text, walk->start, &mark, &city))
				continue;
			*place = (struct sentence_end){ space_before(walk->text, walk->start, city), city };
			return true;
		}
		struct stop stop = { .text = walk->text, .sentence = walk->start, .at = mark.at };
		stop.behind = run_behind(walk->text, mark.at, &stop);
		stop.end = closers_behind(walk->text, stop.behind, walk->closer);
		stop.next = space_after(walk->text, stop.end);
		walk->at = stop.end;
		if (stop.next < walk->text.len && stop_ends_sentence(&stop)) {
			*place = (struct sentence_end){ stop.end, stop.next };
			return true;
		}
	}
	return false;
}
