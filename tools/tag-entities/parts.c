#include "parts.h"

#include "name.h"
#include "banned.h"

#define LETTER 2
#define LONG_WORD (6 * LETTER)

size_t parts_split(struct span name, struct span parts[PARTS_MAX])
{
	struct span word;
	size_t n = 0;

	while (n < PARTS_MAX && span_next(&name, ' ', &word))
		if (word.len > 0)
			parts[n++] = word;
	return n;
}

static bool exchanged(struct span a, struct span b)
{
	size_t i = 0;

	if (a.len != b.len || a.len < LONG_WORD || a.len % LETTER != 0)
		return false;
	while (i < a.len && memcmp(a.ptr + i, b.ptr + i, LETTER) == 0)
		i += LETTER;
	return i + 2 * LETTER <= a.len && memcmp(a.ptr + i, b.ptr + i + LETTER, LETTER) == 0 &&
	       memcmp(a.ptr + i + LETTER, b.ptr + i, LETTER) == 0 &&
	       memcmp(a.ptr + i + 2 * LETTER, b.ptr + i + 2 * LETTER, a.len - i - 2 * LETTER) == 0;
}

bool parts_same_word(struct span a, struct span b)
{
	return span_eq(a, b) || name_same(a, b) || exchanged(a, b);
}

size_t parts_common(struct span a, struct span b)
{
	struct span x[PARTS_MAX], y[PARTS_MAX];
	size_t n = parts_split(a, x), m = parts_split(b, y), at = 0, common = 0;

	if (n > m)
		return parts_common(b, a);
	for (size_t i = 0; i < n; i++) {
		while (at < m && !parts_same_word(x[i], y[at]))
			at++;
		if (at == m)
			return 0;
		at++;
		common++;
	}
	return common;
}

bool parts_prefix(struct span a, struct span b)
{
	if (a.len > b.len)
		return parts_prefix(b, a);
	return memcmp(a.ptr, b.ptr, a.len) == 0 && (a.len == b.len || b.ptr[a.len] == ' ');
}
