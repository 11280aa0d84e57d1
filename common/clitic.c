#include "clitic.h"

#include <assert.h>

#include "letters.h"
#include "banned.h"

#define LETTER_BYTES 2 /* Arabic letters are two bytes in UTF-8 */
#define STEM_BYTES (2 * LETTER_BYTES)

static unsigned letter_at(struct span word, size_t at)
{
	if (at + 1 >= word.len)
		return 0;
	return ((unsigned char)word.ptr[at] & 0x1Fu) << 6 | ((unsigned char)word.ptr[at + 1] & 0x3Fu);
}

static void add(struct clitic_cut *cuts, size_t *n, unsigned clitics, size_t bytes, size_t len)
{
	assert(*n < CLITIC_CUTS);
	if (len >= bytes + STEM_BYTES)
		cuts[(*n)++] = (struct clitic_cut){ (uint8_t)clitics, (uint8_t)bytes };
}

/* The cuts behind `at`: the article, a preposition, both. */
static void cuts_from(struct span word, size_t at, unsigned clitics, struct clitic_cut *cuts, size_t *n)
{
	unsigned a = letter_at(word, at), b = letter_at(word, at + LETTER_BYTES), c = letter_at(word, at + 2 * LETTER_BYTES);
	unsigned preposition = a == BEH ? CLITIC_BI : a == LAM ? CLITIC_LI : a == KAF ? CLITIC_KA : 0;

	if (a == ALEF && b == LAM)
		add(cuts, n, clitics | CLITIC_AL, at + 2 * LETTER_BYTES, word.len);
	if (preposition == 0)
		return;
	add(cuts, n, clitics | preposition, at + LETTER_BYTES, word.len);
	if (preposition == CLITIC_LI && b == LAM)
		add(cuts, n, clitics | CLITIC_LI | CLITIC_AL, at + 2 * LETTER_BYTES, word.len);
	if (b == ALEF && c == LAM)
		add(cuts, n, clitics | preposition | CLITIC_AL, at + 3 * LETTER_BYTES, word.len);
}

size_t clitic_cuts(struct span word, struct clitic_cut cuts[CLITIC_CUTS])
{
	size_t n = 0;
	unsigned first = letter_at(word, 0);
	unsigned conjunction = first == WAW ? CLITIC_WA : first == FEH ? CLITIC_FA : 0;

	cuts[n++] = (struct clitic_cut){ 0, 0 };
	cuts_from(word, 0, 0, cuts, &n);
	if (conjunction != 0) {
		add(cuts, &n, conjunction, LETTER_BYTES, word.len);
		cuts_from(word, LETTER_BYTES, conjunction, cuts, &n);
	}
	return n;
}
