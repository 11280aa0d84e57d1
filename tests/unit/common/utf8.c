#include "utf8.h"

#include "tap.h"

/* Maximal subparts (Unicode, section 3.9, table 3-8 and its neighbours): a digit is the length of an error, x a good code point. */
static const struct {
	struct span bytes;
	const char *shape;
} bad[] = {
	{ SPAN("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64"), "x321x1x11x" },
	{ SPAN("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"), "11111111x" },
	{ SPAN("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"), "11111111x" },
	{ SPAN("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"), "11111x11x" },
	{ SPAN("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), "2132x" },
	{ SPAN("\xD8"), "1" },
	{ SPAN("\xE0\xA4"), "2" },
	{ SPAN("\xF0\x9F\x98"), "3" },
	{ SPAN("\xFE\xFF\xF5\x80"), "1111" },
	{ SPAN("\xC1\xBF"), "11" },
};

static void test_subparts(void)
{
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		char shape[32];
		size_t n = 0, size;
		for (size_t at = 0; at < bad[i].bytes.len; at += size) {
			uint32_t cp = utf8_decode(bad[i].bytes.ptr + at, bad[i].bytes.len - at, &size);
			shape[n++] = cp == UTF8_BAD ? (char)('0' + size) : 'x';
		}
		is((struct span){ shape, n }, (struct span){ bad[i].shape, strlen(bad[i].shape) }, "maximal subparts");
		ok(!utf8_valid(bad[i].bytes.ptr, bad[i].bytes.len), "is not valid");
	}
}

/* Every scalar value comes back; every prefix of its bytes is one error of that length. */
static void test_round_trip(void)
{
	uint32_t wrong = 0, wrong_prefix = 0;

	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		char bytes[4];
		size_t size;
		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		size_t len = utf8_encode(cp, bytes);
		wrong += utf8_decode(bytes, len, &size) != cp || size != len || !utf8_valid(bytes, len);
		for (size_t part = 1; part < len; part++)
			wrong_prefix += utf8_decode(bytes, part, &size) != UTF8_BAD || size != part;
	}
	ok(wrong == 0, "every scalar value is encoded and decoded again");
	ok(wrong_prefix == 0, "every prefix of one is one error");
}

/* All strings of two and three bytes, decoded in steps, take exactly their length. */
static void test_all_short(void)
{
	uint32_t wrong = 0;

	for (uint32_t n = 0; n < 1u << 24; n++) {
		const char bytes[3] = { (char)(n >> 16), (char)(n >> 8), (char)n };
		size_t at = 0, size;
		if ((n >> 16) < 0xC0 && n % 251 != 0)
			continue; /* leads below are one byte each: a sample will do */
		for (; at < 3; at += size) {
			uint32_t cp = utf8_decode(bytes + at, 3 - at, &size);
			wrong += size == 0 || (cp != UTF8_BAD && (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)));
		}
		wrong += at != 3;
	}
	ok(wrong == 0, "no three bytes give a surrogate, leave the string or stand still");
}

int main(void)
{
	test_subparts();
	test_round_trip();
	test_all_short();
	ok(utf8_valid(NULL, 0) && utf8_valid("\0", 1), "nothing, and NUL, are valid");
	ok(utf8_continues('\x80') && utf8_continues('\xBF') && !utf8_continues('\xC2') && !utf8_continues('a'), "continuation bytes");
	return done();
}
