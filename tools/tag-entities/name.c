#include "name.h"

#include "banned.h"

#define ARTICLE "\xD8\xA7\xD9\x84"
#define TEH_MARBUTA_BYTES "\xD8\xA9"

void name_surface(const struct sentence *s, const struct found *found, struct buf *out)
{
	size_t start, end;

	sentence_bytes(s, found, &start, &end);
	if ((found->cut.clitics & (CLITIC_LI | CLITIC_AL)) == (CLITIC_LI | CLITIC_AL)) {
		buf_span(out, SPAN(ARTICLE));
		start += 4;
	}
	buf_add(out, s->text.ptr + start, end - start);
}

/* A body of a nation: its words up to the nation's adjective, then that in its first spelling and the head's gender. */
static void national_name(const struct sentence *s, const struct found *found, struct buf *out)
{
	struct found words = *found;
	struct span tag = list_tag_text(&list_nations, found->nation), country = { 0 }, adjective = { 0 };

	while (words.end > words.first + 1 && s->words[words.end - 1]->nation != found->nation)
		words.end--;
	words.end--;
	name_surface(s, &words, out);
	span_next(&tag, '\t', &country);
	span_next(&tag, '\t', &adjective);
	buf_span(out, SPAN(" " ARTICLE));
	buf_span(out, adjective);
	if (sentence_has(s, found->first, CLASS_FEMININE))
		buf_span(out, SPAN(TEH_MARBUTA_BYTES));
}

static void raw_name(const struct sentence *s, const struct words *words, const struct found *found, struct buf *out)
{
	if (found->tag >= 0) {
		buf_span(out, gazetteer_entry(words->gazetteers[found->gazetteer], found->tag).name);
	} else if (found->inner >= 0) {
		struct found kind = *found;
		kind.end = s->found[found->inner].first;
		name_surface(s, &kind, out);
		buf_char(out, ' ');
		raw_name(s, words, &s->found[found->inner], out);
	} else if (found->nation >= 0) {
		national_name(s, found, out);
	} else {
		name_surface(s, found, out);
	}
}

void name_of(const struct sentence *s, const struct words *words, const struct found *found, struct buf *out)
{
	size_t start = out->len;

	raw_name(s, words, found, out);
	for (size_t i = start; i < out->len; i++)
		if (memchr(":;|\t\n", out->ptr[i], 5) != NULL)
			out->ptr[i] = ' ';
}
