#include "split-sentences/divide.h"
#include "buf.h"
#include "tap.h"

/* Write the sentences of a text, with a bar between them. */
static struct span sentences(const char *text, struct buf *out)
{
	struct span whole = { text, strlen(text) };
	struct divide divide;
	size_t start, end;

	out->len = 0;
	divide_start(&divide, NULL, whole);
	while (divide_next(&divide, &start, &end)) {
		if (out->len > 0)
			buf_char(out, '|');
		buf_add(out, text + start, end - start);
	}
	return buf_as_span(out);
}

static void divides(const char *text, const char *want)
{
	struct buf out = { 0 };
	is(sentences(text, &out), (struct span){ want, strlen(want) }, text);
	buf_free(&out);
}

/* A quotation holds stops together as far as its reach, not a byte farther. */
static void reach(size_t letters, int together)
{
	struct buf text = { 0 }, out = { 0 };

	buf_add(&text, "say \"a. ", 8);
	for (size_t i = 0; i < letters; i++)
		buf_char(&text, 'b');
	buf_add(&text, "\" on", 5);
	sentences(text.ptr, &out);
	ok((memchr(out.ptr, '|', out.len) == NULL) == together, "a mark %zu bytes on", letters + 3);
	buf_free(&text);
	buf_free(&out);
}

int main(void)
{
	divides("", "");
	divides(" ", "");
	divides("a. b! c? d", "a.|b!|c?|d");
	divides(" a.  b ", "a.|b");
	divides(". a", ". a");
	divides("... a", "... a");
	divides("a.\xC2\xA0" "b", "a.|b");
	divides("a\xFF. \xFF" "b", "a\xFF.|\xFF" "b");
	reach(QUOTATION_REACH - 4, 1);
	reach(QUOTATION_REACH - 3, 0);
	return done();
}
