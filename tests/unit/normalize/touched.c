/* The default cleaning touches what normalize(1) lists, and beyond NFC no other code point of all. */
#include <stdlib.h>
#include <utf8proc.h>

#include "normalize/clean.h"
#include "tap.h"
#include "utf8.h"

/* What becomes of a code point that stands alone between two brackets. */
enum fate { KEPT, GONE, SPACE, LINE, LETTERS };

static const struct {
	uint32_t low, high;
	enum fate fate;
} touched[] = {
	{ 0x0000, 0x0008, GONE },  { 0x0009, 0x0009, SPACE }, { 0x000A, 0x000D, LINE },  { 0x000E, 0x001F, GONE },  { 0x007F, 0x0084, GONE },
	{ 0x0085, 0x0085, LINE },  { 0x0086, 0x009F, GONE },  { 0x00A0, 0x00A0, SPACE }, { 0x00AD, 0x00AD, GONE },  { 0x061C, 0x061C, GONE },
	{ 0x1680, 0x1680, SPACE }, { 0x2000, 0x200A, SPACE }, { 0x200B, 0x200F, GONE },  { 0x2028, 0x2029, LINE },  { 0x202A, 0x202E, GONE },
	{ 0x202F, 0x202F, SPACE }, { 0x205F, 0x205F, SPACE }, { 0x2060, 0x2064, GONE },  { 0x2066, 0x206F, GONE },  { 0x3000, 0x3000, SPACE },
	{ 0xFB50, 0xFBB1, LETTERS }, { 0xFBD3, 0xFD3D, LETTERS }, { 0xFD50, 0xFD8F, LETTERS }, { 0xFD92, 0xFDC7, LETTERS },
	{ 0xFDF0, 0xFDF9, LETTERS }, { 0xFE70, 0xFE72, LETTERS }, { 0xFE74, 0xFE74, LETTERS }, { 0xFE76, 0xFEFC, LETTERS },
	{ 0xFEFF, 0xFEFF, GONE },  { 0xFFF9, 0xFFFB, GONE },
};

static enum fate fate_of(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(touched) / sizeof(touched[0]); i++)
		if (cp >= touched[i].low && cp <= touched[i].high)
			return touched[i].fate;
	return KEPT;
}

static bool is_arabic(struct span s)
{
	size_t size;

	for (size_t i = 0; i < s.len; i += size) {
		uint32_t cp = utf8_decode(s.ptr + i, s.len - i, &size);
		if (cp < 0x0600 || cp >= 0x0700)
			return false;
	}
	return s.len > 0;
}

int main(void)
{
	struct clean clean = { 0 };
	size_t wrong = 0, used;

	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		char text[8] = "(";
		bool right = false;
		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		size_t size = utf8_encode(cp, text + 1);
		text[size + 1] = ')';
		clean.text.len = 0;
		enum clean_stop stop = clean_run(&clean, text, size + 2, true, &used);
		if (stop == CLEAN_MORE)
			clean_end_row(&clean);
		struct span row = clean.row, middle = { row.ptr + 1, row.len >= 2 ? row.len - 2 : 0 };
		switch (fate_of(cp)) {
		case LINE:
			right = stop != CLEAN_MORE && used == size + 1;
			clean_run(&clean, text + used, size + 2 - used, true, &used);
			clean_end_row(&clean);
			break;
		case GONE:
			right = span_eq(row, SPAN("()"));
			break;
		case SPACE:
			right = span_eq(row, SPAN("( )"));
			break;
		case LETTERS:
			right = is_arabic(middle);
			break;
		default: {
			utf8proc_uint8_t *nfc = NULL;
			utf8proc_ssize_t n = utf8proc_map((utf8proc_uint8_t *)text, (utf8proc_ssize_t)size + 2, &nfc, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
			right = n > 0 && span_eq(row, (struct span){ (const char *)nfc, (size_t)n });
			free(nfc);
		}
		}
		if (!right && wrong++ < 10)
			printf("# U+%04X\n", (unsigned)cp);
	}
	ok(wrong == 0, "each of 1,112,064 code points is touched as listed");
	clean_free(&clean);
	return done();
}
