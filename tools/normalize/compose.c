#include "normalize/compose.h"

#include <stdbool.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "letters.h"
#include "mem.h"
#include "utf8.h"
#include "banned.h"

enum { DECOMPOSITION_MAX = 20, SECOND_OF_PAIR = 0x8000, NO_PAIR = 0xFFFF };

static int combining_class(int32_t cp)
{
	return utf8proc_get_property(cp)->combining_class;
}

int compose_is_boundary(uint32_t cp)
{
	if (cp < 0x0300)
		return true;
	const utf8proc_property_t *property = utf8proc_get_property((utf8proc_int32_t)cp);
	if (property->combining_class != 0)
		return false;
	if (property->comb_index != NO_PAIR && property->comb_index >= SECOND_OF_PAIR)
		return false;
	bool hangul_vowel_or_final = cp >= 0x1160 && cp <= 0x11FF;
	return !hangul_vowel_or_final;
}

/* Stable, by combining class, each run between starters for itself. */
static void sort_marks(struct compose *c)
{
	size_t counts[257];

	for (size_t i = 0, end; i < c->count; i = end) {
		end = i + 1;
		if (combining_class(c->segment[i]) == 0)
			continue;
		bool ordered = true;
		for (; end < c->count && combining_class(c->segment[end]) != 0; end++)
			ordered = ordered && combining_class(c->segment[end - 1]) <= combining_class(c->segment[end]);
		if (ordered)
			continue;
		memset(counts, 0, sizeof(counts));
		for (size_t j = i; j < end; j++)
			counts[combining_class(c->segment[j]) + 1]++;
		for (size_t k = 1; k < 257; k++)
			counts[k] += counts[k - 1];
		c->scratch = xgrow(c->scratch, &c->scratch_cap, end - i, sizeof(*c->scratch));
		for (size_t j = i; j < end; j++)
			c->scratch[counts[combining_class(c->segment[j])]++] = c->segment[j];
		memcpy(c->segment + i, c->scratch, (end - i) * sizeof(*c->segment));
	}
}

static void push(struct compose *c, int32_t cp)
{
	c->segment = xgrow(c->segment, &c->cap, c->count + DECOMPOSITION_MAX + 1, sizeof(*c->segment));
	c->segment[c->count++] = cp;
}

static void finish_segment(struct compose *c, struct buf *out)
{
	if (c->count == 0)
		return;
	sort_marks(c);
	/* Composes in place; without newline options it can only shrink, and cannot fail. */
	utf8proc_ssize_t n = c->count == 1 ? 1 : utf8proc_normalize_utf32(c->segment, (utf8proc_ssize_t)c->count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	buf_reserve(out, 4 * c->count);
	for (utf8proc_ssize_t i = 0; i < n; i++)
		out->len += utf8_encode((uint32_t)c->segment[i], out->ptr + out->len);
	c->count = 0;
}

void compose_add(struct compose *c, uint32_t cp, struct buf *out)
{
	utf8proc_int32_t parts[DECOMPOSITION_MAX];
	int boundclass = 0;

	if (compose_is_boundary(cp) || c->count >= COMPOSE_MOST)
		finish_segment(c, out);
	if (cp < 0x00C0 || (cp >= ALEF && cp <= YEH)) {
		push(c, (int32_t)cp); /* these decompose to themselves */
		return;
	}
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)cp, parts, DECOMPOSITION_MAX, UTF8PROC_DECOMPOSE, &boundclass);
	for (utf8proc_ssize_t i = 0; i < n && i < DECOMPOSITION_MAX; i++)
		push(c, parts[i]);
	if (n < 1)
		push(c, (int32_t)cp); /* no scalar value that the tables know: itself */
}

void compose_end(struct compose *c, struct buf *out)
{
	finish_segment(c, out);
}

void compose_free(struct compose *c)
{
	free(c->segment);
	free(c->scratch);
	*c = (struct compose){ 0 };
}
