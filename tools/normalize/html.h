/*
 * Text out of HTML, and out of feeds: tags, comments, scripts and styles go,
 * a paragraph ends at block elements, character references are decoded, line
 * feeds are spaces. No browser: nothing is nested, repaired or laid out.
 */
#ifndef NORMALIZE_HTML_H
#define NORMALIZE_HTML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "normalize/map.h"

/* The longest character reference, and the longest tag name that is told apart. */
#define HTML_LOOKAHEAD 40

/* Start with html_start(). */
struct html {
	struct buf text; /* of the paragraph so far */
	struct map *map; /* NULL, or takes the map of the paragraph to the bytes given */
	uint64_t par;    /* the physical line where the paragraph's text begins, from 1 */
	uint64_t at;     /* the number of bytes used so far: what map->start counts in */

	/* private */
	enum { HTML_TEXT, HTML_TAG, HTML_COMMENT, HTML_DECLARATION, HTML_RAW } state;
	uint64_t line;
	char quote, before;  /* of an attribute's value that is open; the character before, in a tag */
	unsigned dashes;     /* at the end of what was read of a comment */
	bool ends, pre, cdata;
	char raw[HTML_LOOKAHEAD]; /* the element whose content is left out */
	size_t raw_len;
};

void html_start(struct html *html, struct map *map);

/*
 * Read bytes up to the end of a paragraph that has any, and return true; the
 * caller takes it, and the next call begins another. False: all bytes are
 * used, but for what must be seen together with what follows. With `last`,
 * nothing follows; what is in html->text then is the last paragraph.
 */
bool html_run(struct html *html, const char *ptr, size_t len, bool last, size_t *used);

void html_free(struct html *html);

#endif
