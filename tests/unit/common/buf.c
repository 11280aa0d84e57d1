#include "buf.h"

#include "child.h"
#include "mem.h"
#include "span.h"

static void too_large(const void *unused)
{
	struct buf buf = { .len = 16 };
	(void)unused;
	buf_grow(&buf, SIZE_MAX - 8);
}

static void too_many(const void *unused)
{
	size_t cap = 0;
	(void)unused;
	xgrow(NULL, &cap, SIZE_MAX / 4, 16);
}

static void test_span(void)
{
	struct span rest = SPAN("a,,b"), piece;

	ok(span_next(&rest, ',', &piece) && span_eq(piece, SPAN("a")), "the first piece");
	ok(span_next(&rest, ',', &piece) && piece.len == 0, "an empty piece");
	ok(span_next(&rest, ',', &piece) && span_eq(piece, SPAN("b")), "the last piece");
	ok(!span_next(&rest, ',', &piece), "the end");
	rest = SPAN("");
	ok(span_next(&rest, ',', &piece) && piece.len == 0 && !span_next(&rest, ',', &piece), "an empty span is one empty piece");
	rest = SPAN("a,");
	ok(span_next(&rest, ',', &piece) && span_next(&rest, ',', &piece) && piece.len == 0, "a separator at the end: an empty last piece");
	ok(span_cmp(SPAN("a"), SPAN("ab")) < 0 && span_cmp(SPAN("b"), SPAN("ab")) > 0 && span_cmp(SPAN("a"), SPAN("a")) == 0, "order by bytes");
	ok(span_cmp(SPAN("a"), SPAN("\xC3\xA9")) < 0, "bytes are unsigned");
	ok(span_cmp((struct span){ NULL, 0 }, SPAN("a")) < 0 && span_eq((struct span){ NULL, 0 }, SPAN("")), "an empty span needs no address");
}

int main(void)
{
	struct buf buf = { 0 };

	buf_add(&buf, NULL, 0);
	ok(buf.len == 0 && buf.ptr == NULL, "adding nothing allocates nothing");
	buf_span(&buf, SPAN("a\0b"));
	is(buf_as_span(&buf), SPAN("a\0b"), "NUL is data");
	buf_char(&buf, 'c');
	buf_uint(&buf, 0);
	buf_uint(&buf, UINT64_MAX);
	is(buf_as_span(&buf), SPAN("a\0bc018446744073709551615"), "characters and numbers");
	char *before = buf.ptr;
	buf.len = 0;
	buf_span(&buf, SPAN("x"));
	ok(buf.ptr == before, "an emptied buffer keeps its memory");
	for (int i = 0; i < 100000; i++)
		buf_char(&buf, (char)i);
	ok(buf.len == 100001 && buf.ptr[100000] == (char)99999 && buf.cap < 4 * buf.len, "it grows by doubling");
	buf_free(&buf);
	ok(buf.ptr == NULL && buf.len == 0 && buf.cap == 0, "freed, it is as new");
	ends(too_large, NULL, 1, "khabar: out of memory: a buffer past the address space\n", "a buffer past the address space");
	struct child child = child_run(too_many, NULL);
	ok(child.status == 1, "an array past the address space");
	test_span();
	return done();
}
