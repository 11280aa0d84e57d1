#include "normalize/clean.h"

#include <stdlib.h>

#include "letters.h"
#include "mem.h"
#include "normalize/charclass.h"
#include "normalize/scan.h"
#include "utf8.h"
#include "banned.h"

/* Write what stands before a text that begins at byte `start`: a space, or a gap that the map shows. */
static void begin_text(struct clean *c, enum clean_space space, size_t gap, uint64_t start)
{
	if (!c->started) {
		c->started = true;
		if (c->map != NULL)
			c->map->start = start;
		return;
	}
	if (space != SPACE_NONE)
		buf_char(&c->text, ' ');
	if (space == SPACE_PLAIN && gap == 1)
		map_same(c->map, 1);
	else
		map_change(c->map, space != SPACE_NONE, gap);
}

/* The letter that a segment begins with, 0 where that is a mark, which may change its place. */
static uint32_t segment_letter(const struct segment *segment)
{
	return compose_begins(segment->cps[0]) ? segment->cps[0] : 0;
}

/* Whether the tatweels of a segment are decoration: not, where they stand as a dash. `next` is 0 at a space or the row's end. */
static bool tatweel_goes(const struct segment *segment, uint32_t next)
{
	uint32_t letter = segment_letter(segment);

	if (!char_is_arabic_letter(letter))
		return false;
	if (char_is_arabic_letter(next))
		return true;
	/* A heh alone is drawn with a tatweel to look like one: the Hijri year's sign. */
	return char_joins_next(letter) && (letter != HEH || segment->in_word);
}

static bool joiner_stays(const struct segment *segment, uint32_t joiner, uint32_t next)
{
	uint32_t letter = segment_letter(segment);

	if (char_needs_joiners(letter))
		return true;
	if (joiner == ZERO_WIDTH_NON_JOINER)
		return char_joins_next(letter) && char_is_arabic_letter(next) && next != HAMZA;
	return char_is_pictograph(letter) && char_is_pictograph(next);
}

/* Take out the tatweels and joiners that do not stay; what begins the segment does. */
static void settle(struct segment *segment, uint32_t next)
{
	bool goes = tatweel_goes(segment, next), joined = false;
	size_t kept = 0;

	for (size_t i = 0; i < segment->count; i++) {
		uint32_t cp = segment->cps[i];
		bool joiner = cp != TATWEEL && char_is_soft(cp);
		if ((cp == TATWEEL && goes) || (joiner && (joined || !joiner_stays(segment, cp, next)))) {
			segment->exact = false;
			continue;
		}
		joined = joiner;
		segment->cps[kept++] = cp;
	}
	segment->count = kept;
}

static void write_composed(struct clean *c, const struct segment *segment)
{
	size_t before = c->text.len;
	bool same = segment->exact;

	compose_run(&c->compose, segment->cps, segment->count);
	buf_reserve(&c->text, 4 * c->compose.count);
	for (size_t i = 0; i < c->compose.count; i++)
		c->text.len += utf8_encode((uint32_t)c->compose.at[i], c->text.ptr + c->text.len);
	if (c->map == NULL)
		return;
	same = same && c->compose.count == segment->count;
	for (size_t i = 0; same && i < segment->count; i++)
		same = (uint32_t)c->compose.at[i] == segment->cps[i];
	if (same)
		map_same(c->map, c->text.len - before);
	else
		map_change(c->map, c->text.len - before, segment->origin);
}

/* The segment is complete: write it. `next` is the code point behind it, 0 at a space or the row's end. */
static void close_segment(struct clean *c, uint32_t next)
{
	struct segment *segment = &c->segment;

	if (segment->count == 0)
		return;
	if (segment->count > 1 && !c->nfc_only)
		settle(segment, next);
	begin_text(c, segment->space, segment->gap, segment->start);
	write_composed(c, segment);
	c->before = segment->cps[0];
	segment->count = 0;
}

static void push(struct segment *segment, uint32_t cp)
{
	segment->cps = xgrow(segment->cps, &segment->cap, segment->count + 1, sizeof(*segment->cps));
	segment->cps[segment->count++] = cp;
}

/* Take a code point that stays for now; `size` bytes gave it, `exact` says that they are its own. */
static void take_kept(struct clean *c, uint32_t cp, size_t size, bool exact)
{
	struct segment *segment = &c->segment;
	bool joins = segment->count > 0 && c->space == SPACE_NONE && segment->count < SEGMENT_MOST && (!compose_begins(cp) || (char_is_soft(cp) && !c->nfc_only));

	if (joins) {
		segment->exact = segment->exact && exact && c->gap == 0;
		segment->origin += c->gap + size;
	} else {
		close_segment(c, c->space != SPACE_NONE ? 0 : cp);
		segment->in_word = c->space == SPACE_NONE && c->started && char_is_arabic_letter(c->before);
		segment->gap = c->gap;
		segment->space = c->space;
		segment->start = c->at;
		segment->origin = size;
		segment->exact = exact;
	}
	c->gap = 0;
	c->space = SPACE_NONE;
	push(segment, cp);
}

static void take_presentation(struct clean *c, uint32_t cp, size_t size)
{
	uint32_t letters[PRESENTATION_MAX];
	unsigned n = char_letters(cp, letters);

	/* The first letter has all the bytes: the map cannot cut a ligature. */
	for (unsigned i = 0; i < n; i++)
		take_kept(c, letters[i], i == 0 ? size : 0, false);
}

/* Take a code point; returns CLEAN_MORE where the row goes on. */
static enum clean_stop take(struct clean *c, uint32_t cp, size_t size)
{
	enum char_class class = char_class(cp);

	if (c->nfc_only && cp != '\n' && cp != '\t')
		class = CHAR_KEPT;
	switch (class) {
	case CHAR_JOINER:
		/* On nothing, it is nothing. */
		if (c->segment.count == 0 || c->space != SPACE_NONE) {
			c->gap += size;
			break;
		}
		take_kept(c, cp, size, true);
		break;
	case CHAR_KEPT:
	case CHAR_TATWEEL:
		take_kept(c, cp, size, true);
		break;
	case CHAR_SPACE:
		if (c->nfc_only) {
			take_kept(c, ' ', size, false);
			break;
		}
		close_segment(c, 0);
		c->space = cp == ' ' && c->gap == 0 ? SPACE_PLAIN : SPACE_OTHER;
		c->gap += size;
		break;
	case CHAR_DROPPED:
		c->gap += size;
		break;
	case CHAR_PRESENTATION:
		take_presentation(c, cp, size);
		break;
	case CHAR_LINE_FEED:
		return CLEAN_LINE_FEED;
	case CHAR_LINE_BREAK:
		return CLEAN_LINE_BREAK;
	}
	return CLEAN_MORE;
}

void clean_end_row(struct clean *c)
{
	close_segment(c, 0);
	c->row = buf_as_span(&c->text);
	c->segment.count = 0;
	c->gap = 0;
	c->space = SPACE_NONE;
	c->started = false;
	c->before = 0;
}

/* The code point that begins last before `end`, marks left out. */
static size_t last_letter(const char *ptr, size_t end, uint32_t *cp)
{
	size_t at = end, size;

	do {
		do
			at--;
		while (at > 0 && utf8_continues(ptr[at]));
		*cp = utf8_decode(ptr + at, end - at, &size);
	} while (at > 0 && !compose_begins(*cp));
	return at;
}

/*
 * Copy what is clean. Its last letter may still change with what follows and
 * is left, unless a line feed follows. Returns the bytes used.
 */
static size_t copy_clean(struct clean *c, const char *ptr, size_t len)
{
	size_t n = scan_clean(ptr, len), size;
	uint32_t last;
	bool ends = n < len && ptr[n] == '\n';

	if (n == 0)
		return 0;
	if (!ends)
		n = last_letter(ptr, n, &last);
	size_t kept = n - (n > 0 && ends && ptr[n - 1] == ' ' && !c->nfc_only);
	if (kept == 0)
		return 0;
	close_segment(c, c->space != SPACE_NONE ? 0 : utf8_decode(ptr, n, &size));
	if (ends && !c->started && c->map == NULL) {
		c->row = (struct span){ ptr, kept };
		return n;
	}
	begin_text(c, c->space, c->gap, c->at);
	c->gap = 0;
	c->space = SPACE_NONE;
	buf_add(&c->text, ptr, kept);
	map_same(c->map, kept);
	if (!ends)
		last_letter(ptr, n, &c->before);
	return n;
}

enum clean_stop clean_run(struct clean *c, const char *ptr, size_t len, bool last, size_t *used)
{
	size_t at = 0, size;
	enum clean_stop stop = CLEAN_MORE;

	c->row = (struct span){ 0 };
	while (at < len && stop == CLEAN_MORE) {
		if (!c->plain && scan_begins(ptr + at, len - at)) {
			size_t n = copy_clean(c, ptr + at, len - at);
			at += n;
			c->at += n;
			if (c->row.len > 0) {
				struct span row = c->row;
				*used = at + 1;
				c->at++;
				clean_end_row(c);
				c->row = row;
				return CLEAN_LINE_FEED;
			}
			if (ptr[at] == '\n')
				continue;
		}
		uint32_t cp = utf8_decode(ptr + at, len - at, &size);
		if (cp == UTF8_BAD && !last && utf8_is_cut(ptr + at, len - at))
			break;
		if (cp == UTF8_BAD) {
			if (c->bad++ == 0)
				c->bad_at = c->at;
			take_kept(c, REPLACEMENT_CHARACTER, size, false);
		} else {
			stop = take(c, cp, size);
		}
		if (stop != CLEAN_MORE)
			clean_end_row(c);
		at += size;
		c->at += size;
	}
	*used = at;
	return stop;
}

void clean_text(struct clean *c, struct span text)
{
	size_t used, before;

	c->text.len = 0;
	c->at = 0;
	for (size_t at = 0; at < text.len; at += used) {
		before = c->text.len;
		if (clean_run(c, text.ptr + at, text.len - at, true, &used) == CLEAN_MORE)
			continue;
		if (c->row.ptr != c->text.ptr)
			buf_span(&c->text, c->row);
		if (at + used < text.len && c->text.len > before)
			buf_char(&c->text, ' ');
	}
	clean_end_row(c);
	c->row.len -= !c->nfc_only && c->row.len > 0 && c->row.ptr[c->row.len - 1] == ' ';
}

void clean_free(struct clean *c)
{
	buf_free(&c->text);
	compose_free(&c->compose);
	free(c->segment.cps);
	*c = (struct clean){ 0 };
}
