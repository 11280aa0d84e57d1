#include "normalize/encoding.h"

#include <stdint.h>

#include "utf8.h"
#include "banned.h"

enum { LOOKED_AT = 64 << 10, FEW = 24 };

/* The letters of Arabic in windows-1256: bytes 0xC0 to 0xFF, less the Latin ones that French needs. */
static const uint64_t letters_1256 = UINT64_C(0x856F307AFF7FFFFF);

/* UTF-16 without a mark: of Latin text every second byte is NUL, of Arabic text it is 6. */
static const char *utf_16_of(const unsigned char *p, size_t len)
{
	size_t high[2] = { 0, 0 };

	for (size_t i = 0; i < len; i++)
		high[i & 1] += p[i] == 0 || p[i] == 6;
	if (len < FEW)
		return NULL;
	if (high[1] * 2 > len * 9 / 10 && high[0] * 8 < len)
		return "UTF-16LE";
	if (high[0] * 2 > len * 9 / 10 && high[1] * 8 < len)
		return "UTF-16BE";
	return NULL;
}

static bool is_windows_1256(const char *ptr, size_t len)
{
	size_t size, letters = 0, others = 0, good = 0;

	for (size_t i = 0; i < len; i += size) {
		unsigned char c = (unsigned char)ptr[i];
		uint32_t cp = utf8_decode(ptr + i, len - i, &size);
		if (c < 0x80)
			continue;
		good += cp != UTF8_BAD;
		for (size_t j = i; j < i + size; j++) {
			c = (unsigned char)ptr[j];
			letters += c >= 0xC0 && (letters_1256 >> (c - 0xC0) & 1) != 0;
			others += c < 0xC0 || (letters_1256 >> (c - 0xC0) & 1) == 0;
		}
	}
	return letters >= FEW && others * 10 < letters && good * 20 < letters;
}

const char *encoding_detect(struct span begin)
{
	const unsigned char *p = (const unsigned char *)begin.ptr;
	size_t len = begin.len < LOOKED_AT ? begin.len : LOOKED_AT;

	if (len >= 2 && p[0] == 0xFF && p[1] == 0xFE)
		return "UTF-16";
	if (len >= 2 && p[0] == 0xFE && p[1] == 0xFF)
		return "UTF-16";
	const char *name = utf_16_of(p, len);
	if (name != NULL)
		return name;
	return is_windows_1256(begin.ptr, len) ? "WINDOWS-1256" : NULL;
}
