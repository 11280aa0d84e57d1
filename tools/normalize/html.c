#include "normalize/html.h"

#include "normalize/charclass.h"
#include "normalize/lists.h"
#include "normalize/reference.h"
#include "token.h"
#include "utf8.h"
#include "banned.h"

static const char cdata[] = "<![CDATA[";
#define CDATA_LENGTH (sizeof(cdata) - 1)

void html_start(struct html *html, struct map *map)
{
	struct buf text = html->text;

	text.len = 0;
	*html = (struct html){ .text = text, .map = map, .line = 1, .par = 1, .ends = true };
}

/* The paragraph that was given is done with. */
static void begin_paragraph(struct html *html)
{
	html->ends = false;
	html->text.len = 0;
	html->par = html->line;
	if (html->map != NULL) {
		html->map->count = 0;
		html->map->start = html->at;
	}
}

/* Use bytes that give no text. */
static void skip(struct html *html, const char *ptr, size_t len)
{
	for (const char *lf = ptr; (lf = memchr(lf, '\n', len - (size_t)(lf - ptr))) != NULL; lf++)
		html->line++;
	html->at += len;
	map_change(html->map, 0, len);
	if (html->text.len == 0)
		html->par = html->line;
}

/* Use bytes that stand for a code point. Line breaks are spaces here. */
static void put(struct html *html, uint32_t cp, size_t size)
{
	enum char_class class = char_class(cp);

	if (class == CHAR_LINE_FEED || class == CHAR_LINE_BREAK)
		cp = ' ';
	if (class == CHAR_SPACE && html->text.len == 0) {
		html->at += size;
		map_change(html->map, 0, size);
		return;
	}
	buf_reserve(&html->text, 4);
	size_t n = utf8_encode(cp, html->text.ptr + html->text.len);
	html->text.len += n;
	html->at += size;
	map_change(html->map, n, size);
}

static void keep(struct html *html, const char *ptr, size_t len)
{
	buf_add(&html->text, ptr, len);
	map_same(html->map, len);
	html->at += len;
}

enum effect { EFFECT_NONE, EFFECT_BLOCK, EFFECT_SPACE, EFFECT_PRE, EFFECT_RAW };
static const char *const effects[] = { "", "block", "space", "pre", "raw" };

static enum effect effect_of(struct span name)
{
	static struct tokens tokens;
	struct list_walk walk = list_begin();

	tokens_read(&tokens, name);
	for (size_t i = 0; i < tokens.count; i++)
		if (!list_step(&list_elements, &walk, tokens.at[i].hash))
			return EFFECT_NONE;
	struct span what = walk.tag < 0 ? SPAN("") : list_tag_text(&list_elements, walk.tag);
	for (size_t i = EFFECT_BLOCK; i < sizeof(effects) / sizeof(effects[0]); i++)
		if (what.len == strlen(effects[i]) && memcmp(what.ptr, effects[i], what.len) == 0)
			return (enum effect)i;
	return EFFECT_NONE;
}

static bool is_name(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-';
}

/* What a tag with this name does; the tag itself is still to be read. */
static void open_tag(struct html *html, struct span name, bool closes)
{
	enum effect effect = effect_of(name);

	html->state = HTML_TAG;
	html->quote = html->before = 0;
	html->raw_len = 0;
	if (effect == EFFECT_BLOCK || effect == EFFECT_PRE)
		html->ends = html->text.len > 0;
	if (effect == EFFECT_PRE)
		html->pre = !closes;
	if (effect == EFFECT_SPACE && html->text.len > 0) {
		buf_char(&html->text, ' ');
		map_change(html->map, 1, 0);
	}
	if (effect == EFFECT_RAW && !closes) {
		memcpy(html->raw, name.ptr, name.len);
		html->raw_len = name.len;
	}
}

/* Markup at ptr, a `<`. Returns the bytes to use, 0 where more must be seen. */
static size_t read_markup(struct html *html, const char *ptr, size_t len, bool last)
{
	size_t end = len > 1 && ptr[1] == '/' ? 2 : 1;
	size_t begin = end, most = len < HTML_LOOKAHEAD ? len : HTML_LOOKAHEAD;

	if (!last && len < CDATA_LENGTH)
		return 0;
	if (len > 1 && (ptr[1] == '!' || ptr[1] == '?')) {
		if (len >= CDATA_LENGTH && memcmp(ptr, cdata, CDATA_LENGTH) == 0) {
			html->cdata = true;
			return CDATA_LENGTH;
		}
		bool comment = len >= 4 && memcmp(ptr, "<!--", 4) == 0;
		html->state = comment ? HTML_COMMENT : HTML_DECLARATION;
		html->dashes = comment ? 2 : 0; /* <!--> is a whole comment */
		return comment ? 4 : 2;
	}
	while (end < most && is_name(ptr[end]))
		end++;
	if (end == len && !last && end < HTML_LOOKAHEAD)
		return 0;
	/* A prefix of a name (content:encoded) says nothing. */
	if (end < most && ptr[end] == ':' && end > begin) {
		for (begin = ++end; end < most && is_name(ptr[end]); end++)
			;
		if (end == len && !last && end < HTML_LOOKAHEAD)
			return 0;
	}
	if (end == begin || (ptr[begin] >= '0' && ptr[begin] <= '9'))
		return SIZE_MAX;
	open_tag(html, (struct span){ ptr + begin, end - begin }, ptr[1] == '/');
	return end;
}

/* How much of the text at ptr is nothing but text. */
static size_t plain_text(const struct html *html, const char *ptr, size_t len)
{
	size_t n = 0;

	while (n < len && ptr[n] != '<' && ptr[n] != '&' && ptr[n] != '\n' && ptr[n] != '\r' && !(html->cdata && ptr[n] == ']'))
		n++;
	return n;
}

/* Use some text. Returns the bytes used, 0 where more must be seen. */
static size_t read_text(struct html *html, const char *ptr, size_t len, bool last)
{
	uint32_t cps[REFERENCE_MAX];
	size_t count, n;

	switch (ptr[0]) {
	case '\n':
		html->line++;
		html->ends = html->ends || (html->pre && html->text.len > 0);
		/* fallthrough */
	case '\r':
		put(html, ' ', 1);
		if (html->text.len == 0)
			html->par = html->line;
		return 1;
	case '<':
		n = read_markup(html, ptr, len, last);
		if (n == SIZE_MAX)
			keep(html, ptr, n = 1);
		else
			skip(html, ptr, n);
		return n;
	case '&':
		if (!last && len < HTML_LOOKAHEAD && memchr(ptr, ';', len) == NULL)
			return 0;
		n = reference_decode(ptr, len < HTML_LOOKAHEAD ? len : HTML_LOOKAHEAD, cps, &count);
		if (n == 0)
			keep(html, ptr, n = 1);
		else
			for (size_t i = 0; i < count; i++)
				put(html, cps[i], i == 0 ? n : 0);
		return n;
	case ']':
		if (html->cdata && !last && len < 3)
			return 0;
		if (html->cdata && len >= 3 && memcmp(ptr, "]]>", 3) == 0) {
			html->cdata = false;
			skip(html, ptr, 3);
			return 3;
		}
		keep(html, ptr, 1);
		return 1;
	default:
		n = plain_text(html, ptr, len);
		keep(html, ptr, n);
		return n;
	}
}

/* How many bytes go to the end of a tag, a comment or a declaration, or all. */
static size_t markup_length(struct html *html, const char *ptr, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char c = ptr[i];
		bool ends = c == '>' && (html->state == HTML_COMMENT ? html->dashes >= 2 : html->quote == 0);
		if (ends) {
			html->state = html->state == HTML_TAG && html->raw_len > 0 ? HTML_RAW : HTML_TEXT;
			return i + 1;
		}
		html->dashes = c == '-' ? html->dashes + 1 : 0;
		if (html->state != HTML_TAG)
			continue;
		if (html->quote != 0)
			html->quote = c == html->quote ? 0 : html->quote;
		else if ((c == '"' || c == '\'') && html->before == '=')
			html->quote = c;
		if (c != ' ' && c != '\n')
			html->before = c;
	}
	return len;
}

static bool same_name(const char *a, const char *b, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((a[i] | 0x20) != (b[i] | 0x20))
			return false;
	return true;
}

/* How many bytes go to the end tag of an element without text; 0 where more must be seen. */
static size_t raw_length(struct html *html, const char *ptr, size_t len, bool last)
{
	const char *less = memchr(ptr, '<', len);

	if (less == NULL)
		return len;
	size_t at = (size_t)(less - ptr), left = len - at;
	if (left < html->raw_len + 3)
		return last ? len : at;
	if (less[1] != '/' || !same_name(less + 2, html->raw, html->raw_len) || is_name(less[2 + html->raw_len]))
		return at + 1;
	html->state = HTML_TAG;
	html->quote = html->before = 0;
	html->raw_len = 0;
	return at + 2;
}

bool html_run(struct html *html, const char *ptr, size_t len, bool last, size_t *used)
{
	size_t at = 0, n;

	if (html->ends)
		begin_paragraph(html);
	while (at < len && !html->ends) {
		const char *here = ptr + at;
		if (html->state == HTML_TEXT) {
			n = read_text(html, here, len - at, last);
		} else {
			n = html->state == HTML_RAW ? raw_length(html, here, len - at, last) : markup_length(html, here, len - at);
			skip(html, here, n);
		}
		if (n == 0)
			break;
		at += n;
	}
	*used = at;
	return html->ends;
}

void html_free(struct html *html)
{
	buf_free(&html->text);
}
