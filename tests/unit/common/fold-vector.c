/* fold-vector.h: in blocks or code point by code point, fold_text() writes the same. */
#include <stdlib.h>

#include "fold.h"
#include "fold-vector.h"
#include "tap.h"
#include "utf8.h"

static uint64_t state = 88172645463325252u;

/* Xorshift (Marsaglia, 2003). */
static uint32_t below(uint32_t limit)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state % limit);
}

/* What is likely, what depends on its neighbours, and what ends a block. */
static uint32_t any_code_point(unsigned kind)
{
	static const uint32_t few[] = { ' ', ' ', '5', 'a', 'Z', 0x60C, 0x61B, 0x640, 0x64B, 0x651, 0x660, 0x669, 0x627, 0x623, 0x644, 0x670, 0x66B };

	switch (below(kind)) {
	case 0: case 1: case 2: case 3: case 4: case 5: return 0x627 + below(36);
	case 6: return few[below(sizeof(few) / sizeof(few[0]))];
	case 7: return 0x600 + below(0x100);
	case 8: return below(0x80);
	case 9: return 0x644 + below(2);
	case 10: return 0xA0 + below(0x300);
	default: return 0x2010 + below(0x30);
	}
}

static void fold_slowly(struct span text, struct buf *out)
{
	struct fold fold = { .kinds = FOLD_ALL, .begin = out->len };

	for (size_t at = 0; at < text.len;)
		at += fold_next(&fold, text, at, out);
}

static void check(unsigned kind, const char *what)
{
	struct buf text = { 0 }, fast = { 0 }, slow = { 0 };
	size_t bad = 0;

	for (int round = 0; round < 20000; round++) {
		size_t n = below(300);
		text.len = fast.len = slow.len = 0;
		buf_char(&fast, 'x'); /* what stands before is no part of it */
		buf_char(&slow, 'x');
		while (text.len < n) {
			uint32_t cp = any_code_point(kind);
			unsigned times = below(20) == 0 ? below(5) : 1;
			buf_reserve(&text, 32);
			while (times-- > 0)
				text.len += utf8_encode(cp, text.ptr + text.len);
			if (kind > 12 && below(60) == 0)
				buf_char(&text, (char)below(256));
		}
		fold_text(FOLD_ALL, buf_as_span(&text), &fast);
		fold_slowly(buf_as_span(&text), &slow);
		if (!span_eq(buf_as_span(&fast), buf_as_span(&slow)) && bad++ == 0) {
			printf("# text %.*s\n# fast %.*s\n# slow %.*s\n", (int)text.len, text.ptr, (int)fast.len, fast.ptr, (int)slow.len, slow.ptr);
		}
	}
	ok(bad == 0, "%s: %zu differ", what, bad);
	buf_free(&text);
	buf_free(&fast);
	buf_free(&slow);
}

int main(void)
{
	printf("# blocks are %s here\n", fold_vector_usable() ? "used" : "not used");
	check(7, "letters and signs");
	check(10, "all of the script");
	check(12, "other scripts between");
	check(13, "bad bytes between");
	return done();
}
