#include "normalize/reference.h"

#include "letters.h"
#include "list.h"
#include "normalize/lists.h"
#include "token.h"
#include "banned.h"

enum { NAME_MAX_LENGTH = 32, LEGACY_MAX_LENGTH = 6 };

/* Windows-1252 from 0x80 on; 0 where it has nothing. */
static const uint16_t windows_1252[32] = {
	0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
	0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

static int digit_value(char c, unsigned base)
{
	int value = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : 99;
	return value < (int)base ? value : -1;
}

static size_t decode_number(const char *ptr, size_t len, uint32_t *cp)
{
	size_t at = 2;
	unsigned base = 10;
	int value;

	if (at < len && (ptr[at] | 0x20) == 'x') {
		base = 16;
		at++;
	}
	size_t first = at;
	*cp = 0;
	for (; at < len && (value = digit_value(ptr[at], base)) >= 0; at++)
		*cp = *cp > 0x10FFFF ? *cp : *cp * base + (uint32_t)value;
	if (at == first)
		return 0;
	if (*cp >= 0x80 && *cp < 0xA0 && windows_1252[*cp - 0x80] != 0)
		*cp = windows_1252[*cp - 0x80];
	if (*cp > 0x10FFFF || (*cp >= 0xD800 && *cp <= 0xDFFF))
		*cp = REPLACEMENT_CHARACTER;
	return at + (at < len && ptr[at] == ';');
}

/* The code points behind `NAME=` in a list's tag, as 1F+2E. Names that need no semicolon have a `!`. */
static size_t read_entry(struct span tag, struct span name, bool legacy, uint32_t cps[REFERENCE_MAX])
{
	struct span entry;
	size_t count = 0;

	while (span_next(&tag, ' ', &entry)) {
		if (entry.len <= name.len || memcmp(entry.ptr, name.ptr, name.len) != 0)
			continue;
		size_t at = name.len;
		bool marked = entry.ptr[at] == '!';
		at += marked;
		if (at >= entry.len || entry.ptr[at] != '=' || (legacy && !marked))
			continue;
		cps[count++] = 0;
		for (at++; at < entry.len; at++) {
			if (entry.ptr[at] == '+' && count < REFERENCE_MAX)
				cps[count++] = 0;
			else if (entry.ptr[at] != '+')
				cps[count - 1] = cps[count - 1] << 4 | (uint32_t)digit_value(entry.ptr[at], 16);
		}
		break;
	}
	return count;
}

static size_t look_up(struct span name, bool legacy, uint32_t cps[REFERENCE_MAX])
{
	static struct tokens tokens;
	struct list_walk walk = list_begin();

	tokens_read(&tokens, name);
	for (size_t i = 0; i < tokens.count; i++)
		if (!list_step(&list_character_references, &walk, tokens.at[i].hash))
			return 0;
	return walk.tag < 0 ? 0 : read_entry(list_tag_text(&list_character_references, walk.tag), name, legacy, cps);
}

static bool is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

size_t reference_decode(const char *ptr, size_t len, uint32_t cps[REFERENCE_MAX], size_t *count)
{
	size_t end = 1;

	if (len > 1 && ptr[1] == '#') {
		*count = 1;
		return decode_number(ptr, len, &cps[0]);
	}
	while (end < len && end <= NAME_MAX_LENGTH && is_alphanumeric(ptr[end]))
		end++;
	struct span name = { ptr + 1, end - 1 };
	if (end < len && ptr[end] == ';' && name.len > 0 && (*count = look_up(name, false, cps)) > 0)
		return end + 1;
	for (name.len = name.len < LEGACY_MAX_LENGTH ? name.len : LEGACY_MAX_LENGTH; name.len > 1; name.len--)
		if ((*count = look_up(name, true, cps)) > 0)
			return name.len + 1;
	return 0;
}
