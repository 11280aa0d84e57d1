#include "hash.h"

#include <stdlib.h>

#include "tap.h"

static int compare(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

/* These stand in files on users' disks: they never change. */
static void test_values(void)
{
	static const struct {
		struct span bytes;
		uint64_t hash;
	} fixed[] = {
		{ SPAN(""), 0xC5E4D5201D79C438 },
		{ SPAN("a"), 0x17626986A1C94E43 },
		{ SPAN("ab"), 0x3F00F98817781CD2 },
		{ SPAN("abc"), 0x90972070530FE419 },
		{ SPAN("abcd"), 0x64B24A98C7643544 },
		{ SPAN("abcdefg"), 0x719C2D328E8677A8 },
		{ SPAN("abcdefgh"), 0x8EF289AD96EB400A },
		{ SPAN("abcdefghi"), 0xC1F602B1A718733F },
		{ SPAN("abcdefghijklmno"), 0x88E078DE50FE25DB },
		{ SPAN("abcdefghijklmnop"), 0x3F8E576F53A98801 },
		{ SPAN("abcdefghijklmnopq"), 0x8A8F7F6A63DA4D76 },
		{ SPAN("\u0642\u062a\u0644"), 0x8D016408642AD00E },
	};
	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++) {
		uint64_t hash = hash_bytes(fixed[i].bytes.ptr, fixed[i].bytes.len);
		ok(hash == fixed[i].hash, "the hash of '%.*s' is 0x%016llX", (int)fixed[i].bytes.len, fixed[i].bytes.ptr, (unsigned long long)hash);
	}
	ok(hash_join(hash_bytes("a", 1), hash_bytes("b", 1)) == 0xE449FBBA1812AB8A, "a joined hash: 0x%016llX",
	   (unsigned long long)hash_join(hash_bytes("a", 1), hash_bytes("b", 1)));
}

static void test_every_byte_counts(void)
{
	char text[64] = { 0 };
	unsigned equal = 0;

	for (size_t len = 1; len <= sizeof(text); len++) {
		uint64_t base = hash_bytes(text, len);
		equal += base == hash_bytes(text, len - 1);
		for (size_t bit = 0; bit < 8 * len; bit++) {
			text[bit / 8] = (char)(1 << bit % 8);
			equal += base == hash_bytes(text, len);
			text[bit / 8] = 0;
		}
	}
	ok(equal == 0, "every bit, and the length, change the hash");
	ok(hash_bytes("ab", 2) != hash_bytes("ba", 2) && hash_join(1, 2) != hash_join(2, 1), "so does the order");
	ok(hash_bytes_seeded("ab", 2, 1) != hash_bytes_seeded("ab", 2, 2), "so does the seed");
}

static void test_spread(void)
{
	enum { MANY = 1 << 18 };
	uint64_t *hashes = malloc(MANY * sizeof(*hashes));
	size_t same = 0, same_low = 0;

	if (hashes == NULL)
		return;
	for (uint32_t i = 0; i < MANY; i++) {
		char text[] = { (char)('a' + i % 26), (char)('a' + i / 26 % 26), (char)('a' + i / 676 % 26), (char)('a' + i / 17576) };
		hashes[i] = hash_bytes(text, sizeof(text));
	}
	qsort(hashes, MANY, sizeof(*hashes), compare);
	for (size_t i = 1; i < MANY; i++)
		same += hashes[i] == hashes[i - 1];
	for (size_t i = 0; i < MANY; i++)
		hashes[i] &= MANY - 1;
	qsort(hashes, MANY, sizeof(*hashes), compare);
	for (size_t i = 1; i < MANY; i++)
		same_low += hashes[i] == hashes[i - 1];
	ok(same == 0, "short words have hashes of their own");
	/* Of n balls thrown into n boxes, n/e = 0.368 n share one. */
	ok(same_low > MANY / 100 * 36 && same_low < MANY / 100 * 38, "the low bits are spread as by chance (%zu of %d share)", same_low, MANY);
	free(hashes);
}

int main(void)
{
	test_values();
	test_every_byte_counts();
	test_spread();
	return done();
}
