/*
 * UTF-8: decoding, encoding and checking. Code points are uint32_t.
 *
 * A bad sequence is read as the WHATWG Encoding Standard and the Unicode
 * Standard (section 3.9, "U+FFFD substitution of maximal subparts") say: its
 * longest prefix that could begin a good sequence is one error.
 */
#ifndef KHABAR_UTF8_H
#define KHABAR_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_BAD UINT32_MAX

/*
 * Decode the code point at ptr; len > 0 bytes are there. *size is the number
 * of bytes it takes. A bad sequence gives UTF8_BAD and *size the length of its
 * maximal subpart (1 to 3).
 */
uint32_t utf8_decode(const char *ptr, size_t len, size_t *size);

/* Write `cp`, a scalar value, to out (4 bytes of room). Returns its length. */
size_t utf8_encode(uint32_t cp, char *out);

/* Whether all of it is well-formed UTF-8. */
bool utf8_valid(const char *ptr, size_t len);

/* Whether the len > 0 bytes at ptr are the begin of a good sequence whose end is not there. */
bool utf8_is_cut(const char *ptr, size_t len);

/* Whether a byte continues a sequence (10xxxxxx). */
static inline bool utf8_continues(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

#endif
