/*
 * Ways of reading of normalize: a page in pieces gives the paragraphs of the
 * whole page, and its map and that of decoded escapes lead back to the bytes.
 */
#include <stdlib.h>

#include "normalize/html.h"
#include "normalize/reference.h"
#include "normalize/tsv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void check_map(struct span text, struct span original, const struct map *map)
{
	size_t at = 0, origin = (size_t)map->start;

	for (size_t i = 0; i < map->count; i++) {
		struct map_step step = map->steps[i];
		must(step.text <= text.len - at && origin <= original.len && step.origin <= original.len - origin);
		must(!step.same || memcmp(text.ptr + at, original.ptr + origin, step.text) == 0);
		at += step.text;
		origin += step.origin;
	}
	must(at == text.len);
}

/* All paragraphs with their lines, in pieces of `piece` bytes. */
static void paragraphs(struct span text, size_t piece, struct buf *out)
{
	struct html html = { 0 };
	struct map map = { 0 };
	size_t at = 0, end = 0, used;
	bool ended = false;

	html_start(&html, &map);
	while (at < text.len) {
		end = text.len - end > piece ? end + piece : text.len;
		do {
			ended = html_run(&html, text.ptr + at, end - at, end == text.len, &used);
			at += used;
			must(html.at == at);
			check_map(buf_as_span(&html.text), text, &map);
			if (ended) {
				buf_uint(out, html.par);
				buf_span(out, buf_as_span(&html.text));
				buf_char(out, '\n');
			}
		} while (ended && at < end);
		must(end < text.len || at == text.len);
	}
	if (!ended)
		buf_span(out, buf_as_span(&html.text));
	html_free(&html);
	map_free(&map);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const size_t pieces[] = { 1, 2, 3, 7, 33, 64, 100, 1000 };
	struct buf whole = { 0 }, apart = { 0 };
	struct map map = { 0 };

	if (size < 1)
		return 0;
	struct span text = { (const char *)data + 1, size - 1 };
	paragraphs(text, SIZE_MAX, &whole);
	paragraphs(text, pieces[data[0] % 8], &apart);
	must(span_eq(buf_as_span(&whole), buf_as_span(&apart)));
	apart.len = 0;
	tsv_decode(text, &apart, &map);
	if (!span_eq(text, SPAN("\\N")))
		check_map(buf_as_span(&apart), text, &map);
	buf_free(&whole);
	buf_free(&apart);
	map_free(&map);
	return 0;
}
