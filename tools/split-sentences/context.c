#include "context.h"

#include "letters.h"
#include "utf8.h"
#include "banned.h"

/* A character of two bytes, as Arabic's are: 0 where the bytes are none. */
static uint32_t pair(const char *ptr)
{
	unsigned char lead = (unsigned char)ptr[0];
	if (lead < 0xC2 || lead > 0xDF || !utf8_continues(ptr[1]))
		return 0;
	return (lead & 0x1Fu) << 6 | ((unsigned char)ptr[1] & 0x3Fu);
}

uint32_t char_before(struct span text, size_t at, size_t *size)
{
	uint32_t cp;

	*size = at > 0;
	if (at == 0)
		return 0;
	if ((unsigned char)text.ptr[at - 1] < 0x80)
		return (unsigned char)text.ptr[at - 1];
	if (at > 1 && (cp = pair(text.ptr + at - 2)) != 0) {
		*size = 2;
		return cp;
	}
	size_t lead = at - 1;
	while (lead > 0 && at - lead < 4 && utf8_continues(text.ptr[lead]))
		lead--;
	cp = utf8_decode(text.ptr + lead, at - lead, size);
	if (lead + *size == at)
		return cp;
	*size = 1;
	return UTF8_BAD;
}

uint32_t char_after(struct span text, size_t at, size_t *size)
{
	uint32_t cp;

	*size = 0;
	if (at >= text.len)
		return 0;
	if (text.len - at > 1 && (cp = pair(text.ptr + at)) != 0) {
		*size = 2;
		return cp;
	}
	return utf8_decode(text.ptr + at, text.len - at, size);
}

bool is_digit(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') || (cp >= ARABIC_INDIC_DIGIT_ZERO && cp <= ARABIC_INDIC_DIGIT_ZERO + 9) ||
	       (cp >= EXTENDED_ARABIC_INDIC_DIGIT_ZERO && cp <= EXTENDED_ARABIC_INDIC_DIGIT_ZERO + 9);
}

bool is_arabic_mark(uint32_t cp)
{
	return cp == TATWEEL || (cp >= FATHATAN && cp <= 0x065F) || cp == SUPERSCRIPT_ALEF || (cp >= 0x0610 && cp <= 0x061A);
}

bool is_arabic_letter(uint32_t cp)
{
	return (cp >= 0x0620 && cp <= YEH && cp != TATWEEL) || (cp >= ALEF_WASLA && cp <= AE && cp != ARABIC_FULL_STOP) ||
	       (cp >= 0x0750 && cp <= 0x077F) || (cp >= 0xFB50 && cp <= 0xFDFB && cp != 0xFD3E && cp != 0xFD3F) ||
	       (cp >= 0xFE70 && cp <= 0xFEFC);
}

bool is_latin_capital(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp <= 0xDE && cp != 0xD7);
}

bool is_latin_letter(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z') || (cp >= 0xC0 && cp <= 0x024F && cp != 0xD7 && cp != 0xF7);
}

static bool is_word_char(uint32_t cp)
{
	return is_letter(cp) || is_arabic_mark(cp);
}

struct span word_before(struct span text, size_t at, size_t most)
{
	size_t start = at, size;
	while (at - start < most && is_word_char(char_before(text, start, &size)))
		start -= size;
	return (struct span){ text.ptr + start, at - start };
}

struct span word_after(struct span text, size_t at, size_t most)
{
	size_t end = at, size;
	while (end - at < most && is_word_char(char_after(text, end, &size)))
		end += size;
	return (struct span){ text.ptr + at, end - at };
}

size_t word_letters(struct span word)
{
	size_t n = 0, size;
	for (size_t i = 0; i < word.len; i += size)
		n += is_letter(char_after(word, i, &size));
	return n;
}
