#include "utf8.h"

#include "banned.h"

/* What may follow each lead byte: the length and the range of the second byte (Unicode table 3-7). */
struct lead {
	unsigned char size, low, high;
};

static struct lead lead_of(unsigned char byte)
{
	if (byte < 0xC2)
		return (struct lead){ 0, 0, 0 };
	if (byte < 0xE0)
		return (struct lead){ 2, 0x80, 0xBF };
	if (byte < 0xF0)
		return (struct lead){ 3, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF };
	if (byte < 0xF5)
		return (struct lead){ 4, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF };
	return (struct lead){ 0, 0, 0 };
}

uint32_t utf8_decode(const char *ptr, size_t len, size_t *size)
{
	const unsigned char *s = (const unsigned char *)ptr;

	*size = 1;
	if (s[0] < 0x80)
		return s[0];
	struct lead lead = lead_of(s[0]);
	if (lead.size == 0 || len < 2 || s[1] < lead.low || s[1] > lead.high)
		return UTF8_BAD;
	uint32_t cp = ((uint32_t)s[0] & (0x7Fu >> lead.size)) << 6 | (s[1] & 0x3Fu);
	for (*size = 2; *size < lead.size; ++*size) {
		if (*size >= len || (s[*size] & 0xC0) != 0x80)
			return UTF8_BAD;
		cp = cp << 6 | (s[*size] & 0x3Fu);
	}
	return cp;
}

bool utf8_is_cut(const char *ptr, size_t len)
{
	size_t size;

	return len < lead_of((unsigned char)ptr[0]).size && utf8_decode(ptr, len, &size) == UTF8_BAD && size == len;
}

size_t utf8_encode(uint32_t cp, char *out)
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xE0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}

bool utf8_valid(const char *ptr, size_t len)
{
	size_t size;

	for (size_t i = 0; i < len; i += size)
		if (utf8_decode(ptr + i, len - i, &size) == UTF8_BAD)
			return false;
	return true;
}
