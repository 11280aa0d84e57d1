#include "normalize/compose.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "letters.h"
#include "mem.h"
#include "banned.h"

enum { DECOMPOSITION_MAX = 20, CLASSES = 256, FEW = 16 };

static int combining_class(int32_t cp)
{
	return utf8proc_get_property(cp)->combining_class;
}

/*
 * What combines with a character before it is a mark by its category, a vowel
 * or final of Hangul, or a vowel sign of Kirat Rai, which Unicode 16 has as a
 * letter. Marks that combine with nothing only make a piece longer.
 */
bool compose_begins(uint32_t cp)
{
	if (cp < 0x0300)
		return true;
	if ((cp >= 0x1160 && cp <= 0x11FF) || (cp >= 0x16D60 && cp <= 0x16D6F))
		return false;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return false;
	default:
		return true;
	}
}

static void push(struct compose *c, int32_t cp)
{
	c->at = xgrow(c->at, &c->cap, c->count + 1, sizeof(*c->at));
	c->at[c->count++] = cp;
}

static void decompose(struct compose *c, int32_t cp)
{
	utf8proc_int32_t parts[DECOMPOSITION_MAX];
	int boundclass = 0;

	if (cp < 0x00C0 || (cp >= ALEF && cp <= SUKUN)) {
		push(c, cp); /* these decompose to themselves */
		return;
	}
	utf8proc_ssize_t n = utf8proc_decompose_char(cp, parts, DECOMPOSITION_MAX, UTF8PROC_DECOMPOSE, &boundclass);
	for (utf8proc_ssize_t i = 0; i < n && i < DECOMPOSITION_MAX; i++)
		push(c, parts[i]);
	if (n < 1)
		push(c, cp);
}

static void sort_few(int32_t *cps, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		int32_t cp = cps[i];
		int class = combining_class(cp);
		size_t j = i;
		for (; j > 0 && combining_class(cps[j - 1]) > class; j--)
			cps[j] = cps[j - 1];
		cps[j] = cp;
	}
}

static void sort_many(struct compose *c, int32_t *cps, size_t count)
{
	size_t starts[CLASSES + 1] = { 0 };

	for (size_t i = 0; i < count; i++)
		starts[combining_class(cps[i]) + 1]++;
	for (size_t k = 1; k <= CLASSES; k++)
		starts[k] += starts[k - 1];
	c->scratch = xgrow(c->scratch, &c->scratch_cap, count, sizeof(*c->scratch));
	for (size_t i = 0; i < count; i++)
		c->scratch[starts[combining_class(cps[i])]++] = cps[i];
	memcpy(cps, c->scratch, count * sizeof(*cps));
}

/* Stable, by combining class, each run of marks between starters for itself. */
static void sort_marks(struct compose *c)
{
	for (size_t i = 0, end; i < c->count; i = end) {
		for (end = i; end < c->count && combining_class(c->at[end]) != 0; end++)
			;
		if (end - i > FEW)
			sort_many(c, c->at + i, end - i);
		else if (end - i > 1)
			sort_few(c->at + i, end - i);
		end += end == i;
	}
}

void compose_run(struct compose *c, const uint32_t *cps, size_t count)
{
	c->count = 0;
	for (size_t i = 0; i < count; i++)
		decompose(c, (int32_t)cps[i]);
	if (c->count < 2)
		return;
	sort_marks(c);
	/* In place; it can only shrink, and has nothing to fail at. */
	utf8proc_ssize_t n = utf8proc_normalize_utf32(c->at, (utf8proc_ssize_t)c->count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	if (n >= 0)
		c->count = (size_t)n;
}

void compose_free(struct compose *c)
{
	free(c->at);
	free(c->scratch);
	*c = (struct compose){ 0 };
}
