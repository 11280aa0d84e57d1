#include "normalize/tsv.h"

#include "banned.h"

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

/* A number of up to `most` digits; returns how many there are. */
static size_t number(struct span s, int base, size_t most, char *byte)
{
	int value = 0;
	size_t n = 0;

	for (; n < s.len && n < most && hex(s.ptr[n]) >= 0 && hex(s.ptr[n]) < base; n++)
		value = value * base + hex(s.ptr[n]);
	*byte = (char)(value & 0xFF);
	return n;
}

/* The byte that an escape stands for; `s` is what follows its backslash. Returns the length used of it. */
static size_t escape(struct span s, char *byte)
{
	static const char letters[] = "tnrbfv", bytes[] = "\t\n\r\b\f\v";
	const char *letter = memchr(letters, s.ptr[0], sizeof(letters) - 1);
	size_t n = number(s, 8, 3, byte);

	if (n > 0)
		return n;
	if (s.ptr[0] == 'x' && (n = number((struct span){ s.ptr + 1, s.len - 1 }, 16, 2, byte)) > 0)
		return n + 1;
	*byte = letter != NULL ? bytes[letter - letters] : s.ptr[0];
	return 1;
}

void tsv_decode(struct span field, struct buf *out, struct map *map)
{
	size_t at = 0;

	if (span_eq(field, SPAN("\\N")))
		return;
	while (at < field.len) {
		const char *backslash = memchr(field.ptr + at, '\\', field.len - at);
		size_t plain = backslash == NULL ? field.len - at : (size_t)(backslash - field.ptr) - at;
		buf_add(out, field.ptr + at, plain);
		map_same(map, plain);
		at += plain;
		if (backslash == NULL)
			break;
		char byte = '\\';
		size_t used = at + 1 < field.len ? escape((struct span){ backslash + 1, field.len - at - 1 }, &byte) : 0;
		buf_char(out, byte);
		map_change(map, 1, used + 1);
		at += used + 1;
	}
}
