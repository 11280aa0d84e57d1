#include "normalize/clean.h"

#include "letters.h"
#include "normalize/charclass.h"
#include "utf8.h"
#include "banned.h"

/* Bytes that need nothing when plain bytes stand around them: printable ASCII, and letters of the Arabic block that nothing changes. */
static unsigned char plain_ascii[128], plain_arabic[256];
static bool tables_made;

static void make_tables(void)
{
	for (unsigned c = '!'; c <= '~'; c++)
		plain_ascii[c] = 1;
	for (uint32_t cp = 0x600; cp < 0x700; cp++)
		plain_arabic[cp - 0x600] = char_class(cp) == CHAR_KEPT && compose_is_boundary(cp);
	tables_made = true;
}

/* The end of the run of plain characters and single spaces between them; `end` is behind the last byte. */
static const char *plain_run(const char *ptr, const char *end)
{
	const unsigned char *p = (const unsigned char *)ptr, *stop = (const unsigned char *)end - 2;

	while (p < stop) {
		if (p[0] < 0x80) {
			if (plain_ascii[p[0]])
				p++;
			else if (p[0] == ' ' && p[1] != ' ' && p > (const unsigned char *)ptr && p[-1] != ' ')
				p++;
			else
				break;
		} else if (p[0] >= 0xD8 && p[0] <= 0xDB && utf8_continues((char)p[1]) && plain_arabic[(p[0] & 3u) << 6 | (p[1] & 0x3Fu)]) {
			p += 2;
		} else {
			break;
		}
	}
	return (const char *)p;
}

static void keep(struct clean *c, uint32_t cp)
{
	if (c->space && c->started)
		compose_add(&c->compose, ' ', &c->text);
	c->space = false;
	c->started = true;
	c->before = cp;
	compose_add(&c->compose, cp, &c->text);
}

/* Whether the tatweel, ZWNJ or ZWJ that waits stays, given what stands behind it (0: the row's end or a space). */
static bool soft_stays(const struct clean *c, uint32_t next)
{
	bool word_before = !c->space && char_in_arabic_word(c->before), word_after = char_in_arabic_word(next);

	switch (c->soft) {
	case TATWEEL:
		return !word_before || (next == 0 && !char_joins_next(c->before));
	case ZERO_WIDTH_NON_JOINER:
		return c->started && next != 0 && !c->space && (word_before ? word_after && char_joins_next(c->before) : !word_after && c->before > 0x7F);
	default:
		return c->started && next != 0 && !word_before && !word_after;
	}
}

static void settle_soft(struct clean *c, uint32_t next)
{
	uint32_t soft = c->soft;
	size_t count = c->soft_count;

	if (soft == 0)
		return;
	bool stays = soft_stays(c, next);
	c->soft = 0;
	c->soft_count = 0;
	for (size_t i = 0; stays && i < count; i++)
		keep(c, soft);
}

static void take_soft(struct clean *c, uint32_t cp)
{
	if (c->soft != cp)
		settle_soft(c, cp);
	c->soft = cp;
	/* Joiners have no number: a run of them says what one does. */
	c->soft_count = cp == TATWEEL ? c->soft_count + 1 : 1;
}

static void take_kept(struct clean *c, uint32_t cp)
{
	settle_soft(c, cp);
	keep(c, cp);
}

static void take_presentation(struct clean *c, uint32_t cp)
{
	uint32_t letters[PRESENTATION_MAX];
	unsigned n = char_letters(cp, letters);

	for (unsigned i = 0; i < n; i++) {
		if (letters[i] == TATWEEL)
			take_soft(c, TATWEEL);
		else if (letters[i] == ' ')
			c->space = true;
		else
			take_kept(c, letters[i]);
	}
}

/* Take a code point; returns CLEAN_MORE where the row goes on. */
static enum clean_stop take(struct clean *c, uint32_t cp)
{
	enum char_class class = char_class(cp);

	if (c->nfc_only) {
		if (class == CHAR_LINE_FEED)
			return CLEAN_LINE_FEED;
		keep(c, cp == '\t' ? ' ' : cp);
		return CLEAN_MORE;
	}
	switch (class) {
	case CHAR_KEPT:
		take_kept(c, cp);
		break;
	case CHAR_SPACE:
		settle_soft(c, 0);
		c->space = true;
		break;
	case CHAR_LINE_FEED:
		return CLEAN_LINE_FEED;
	case CHAR_LINE_BREAK:
		return CLEAN_LINE_BREAK;
	case CHAR_DROPPED:
		break;
	case CHAR_TATWEEL:
	case CHAR_JOINER:
	case CHAR_NON_JOINER:
		take_soft(c, cp);
		break;
	case CHAR_PRESENTATION:
		take_presentation(c, cp);
		break;
	}
	return CLEAN_MORE;
}

/* Whether the sequence at ptr may only be cut off: its prefix is good so far. */
static bool is_cut_off(const char *ptr, size_t len, size_t size)
{
	static const unsigned char wants[16] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 3, 4 };
	unsigned char lead = (unsigned char)ptr[0];
	return size == len && len < wants[lead >> 4] && lead >= 0xC2 && lead < 0xF5;
}

/* Copy what is plain; its last character may still change with what follows and is left. Returns the bytes used. */
static size_t copy_plain(struct clean *c, const char *ptr, size_t len)
{
	const char *end = plain_run(ptr, ptr + len);
	size_t n = (size_t)(end - ptr);

	if (n < 4)
		return 0;
	do
		n--;
	while (utf8_continues(ptr[n]));
	if (n == 0 || ptr[n - 1] == ' ' || ptr[0] == ' ')
		return 0;
	size_t size, last = n - 1;
	settle_soft(c, utf8_decode(ptr, n, &size));
	if (c->space && c->started)
		compose_add(&c->compose, ' ', &c->text);
	compose_end(&c->compose, &c->text);
	buf_add(&c->text, ptr, n);
	c->space = false;
	c->started = true;
	while (utf8_continues(ptr[last]))
		last--;
	c->before = utf8_decode(ptr + last, n - last, &size);
	return n;
}

enum clean_stop clean_run(struct clean *c, const char *ptr, size_t len, bool last, size_t *used)
{
	size_t at = 0, size;

	if (!tables_made)
		make_tables();
	while (at < len) {
		if (!c->nfc_only && !c->no_fast_path) {
			at += copy_plain(c, ptr + at, len - at);
			if (at == len)
				break;
		}
		uint32_t cp = utf8_decode(ptr + at, len - at, &size);
		if (cp == UTF8_BAD) {
			if (!last && is_cut_off(ptr + at, len - at, size))
				break;
			if (c->bad++ == 0)
				c->bad_at = at;
			cp = REPLACEMENT_CHARACTER;
		}
		at += size;
		enum clean_stop stop = take(c, cp);
		if (stop != CLEAN_MORE) {
			clean_end_row(c);
			*used = at;
			return stop;
		}
	}
	*used = at;
	return CLEAN_MORE;
}

void clean_end_row(struct clean *c)
{
	settle_soft(c, 0);
	compose_end(&c->compose, &c->text);
	c->started = c->space = false;
	c->before = 0;
}

void clean_free(struct clean *c)
{
	compose_free(&c->compose);
	buf_free(&c->text);
}
