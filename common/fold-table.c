#include "fold-table.h"

#include <utf8proc.h>

#include "fold.h"
#include "letters.h"
#include "banned.h"

static const struct {
	const char *name;
	unsigned kind;
} names[] = {
	{ "marks", FOLD_MARKS }, { "alef", FOLD_ALEF }, { "hamza", FOLD_HAMZA }, { "yeh", FOLD_YEH },
	{ "teh", FOLD_TEH }, { "digits", FOLD_DIGITS }, { "punct", FOLD_PUNCT }, { "quotes", FOLD_QUOTES },
	{ "case", FOLD_CASE }, { "letters", FOLD_LETTERS },
};

/* Ranges of code points, what each becomes (`step` 1: to + the distance from low), and under which kind. Sorted. */
static const struct range {
	uint32_t low, high, to;
	unsigned kind;
	unsigned step;
} ranges[] = {
	{ LEFT_DOUBLE_GUILLEMET, LEFT_DOUBLE_GUILLEMET, '"', FOLD_QUOTES, 0 },
	{ RIGHT_DOUBLE_GUILLEMET, RIGHT_DOUBLE_GUILLEMET, '"', FOLD_QUOTES, 0 },
	{ ARABIC_COMMA, ARABIC_COMMA, ',', FOLD_PUNCT, 0 },
	{ 0x0610, 0x061A, FOLD_DROPPED, FOLD_MARKS, 0 },
	{ ARABIC_SEMICOLON, ARABIC_SEMICOLON, ';', FOLD_PUNCT, 0 },
	{ ARABIC_QUESTION_MARK, ARABIC_QUESTION_MARK, '?', FOLD_PUNCT, 0 },
	{ ALEF_WITH_MADDA_ABOVE, ALEF_WITH_HAMZA_ABOVE, ALEF, FOLD_ALEF, 0 },
	{ WAW_WITH_HAMZA_ABOVE, WAW_WITH_HAMZA_ABOVE, HAMZA, FOLD_HAMZA, 0 },
	{ ALEF_WITH_HAMZA_BELOW, ALEF_WITH_HAMZA_BELOW, ALEF, FOLD_ALEF, 0 },
	{ YEH_WITH_HAMZA_ABOVE, YEH_WITH_HAMZA_ABOVE, HAMZA, FOLD_HAMZA, 0 },
	{ TEH_MARBUTA, TEH_MARBUTA, HEH, FOLD_TEH, 0 },
	{ TATWEEL, TATWEEL, FOLD_DROPPED, FOLD_MARKS, 0 },
	{ ALEF_MAKSURA, ALEF_MAKSURA, YEH, FOLD_YEH, 0 },
	{ FATHATAN, 0x065F, FOLD_DROPPED, FOLD_MARKS, 0 },
	{ ARABIC_INDIC_DIGIT_ZERO, ARABIC_INDIC_DIGIT_ZERO + 9, '0', FOLD_DIGITS, 1 },
	{ ARABIC_PERCENT_SIGN, ARABIC_PERCENT_SIGN, '%', FOLD_PUNCT, 0 },
	{ ARABIC_DECIMAL_SEPARATOR, ARABIC_DECIMAL_SEPARATOR, '.', FOLD_DIGITS, 0 },
	{ ARABIC_THOUSANDS_SEPARATOR, ARABIC_THOUSANDS_SEPARATOR, ',', FOLD_DIGITS, 0 },
	{ SUPERSCRIPT_ALEF, SUPERSCRIPT_ALEF, FOLD_DROPPED, FOLD_MARKS, 0 },
	{ ALEF_WASLA, ALEF_WITH_WAVY_HAMZA_BELOW, ALEF, FOLD_ALEF, 0 },
	{ TTEH, TTEH, TEH, FOLD_LETTERS, 0 },
	{ PEH, PEH, BEH, FOLD_LETTERS, 0 },
	{ TCHEH, TCHEH, JEEM, FOLD_LETTERS, 0 },
	{ DDAL, DDAL, DAL, FOLD_LETTERS, 0 },
	{ RREH, RREH, REH, FOLD_LETTERS, 0 },
	{ JEH, JEH, ZAIN, FOLD_LETTERS, 0 },
	{ FEH_WITH_DOT_MOVED_BELOW, FEH_WITH_DOT_MOVED_BELOW, FEH, FOLD_LETTERS, 0 },
	{ VEH, VEH, FEH, FOLD_LETTERS, 0 },
	{ QAF_WITH_THREE_DOTS_ABOVE, QAF_WITH_THREE_DOTS_ABOVE, QAF, FOLD_LETTERS, 0 },
	{ KEHEH, KEHEH, KAF, FOLD_LETTERS, 0 },
	{ NG, NG, KAF, FOLD_LETTERS, 0 },
	{ GAF, GAF, KAF, FOLD_LETTERS, 0 },
	{ NOON_GHUNNA, NOON_GHUNNA, NOON, FOLD_LETTERS, 0 },
	{ HEH_DOACHASHMEE, HEH_DOACHASHMEE, HEH, FOLD_LETTERS, 0 },
	{ HEH_WITH_YEH_ABOVE, HEH_GOAL_WITH_HAMZA_ABOVE, HEH, FOLD_LETTERS, 0 },
	{ FARSI_YEH, FARSI_YEH, YEH, FOLD_LETTERS, 0 },
	{ YEH_BARREE, YEH_BARREE_WITH_HAMZA_ABOVE, YEH, FOLD_LETTERS, 0 },
	{ ARABIC_FULL_STOP, ARABIC_FULL_STOP, '.', FOLD_PUNCT, 0 },
	{ AE, AE, HEH, FOLD_LETTERS, 0 },
	{ 0x06D6, 0x06DC, FOLD_DROPPED, FOLD_MARKS, 0 },
	{ 0x06DF, 0x06E8, FOLD_DROPPED, FOLD_MARKS, 0 },
	{ 0x06EA, 0x06ED, FOLD_DROPPED, FOLD_MARKS, 0 },
	{ EXTENDED_ARABIC_INDIC_DIGIT_ZERO, EXTENDED_ARABIC_INDIC_DIGIT_ZERO + 9, '0', FOLD_DIGITS, 1 },
	{ 0x0898, 0x089F, FOLD_DROPPED, FOLD_MARKS, 0 },
	{ 0x08CA, 0x08E1, FOLD_DROPPED, FOLD_MARKS, 0 },
	{ 0x08E3, 0x08FF, FOLD_DROPPED, FOLD_MARKS, 0 },
	{ ZERO_WIDTH_NON_JOINER, ZERO_WIDTH_NON_JOINER, FOLD_DROPPED, FOLD_MARKS, 0 },
	{ 0x2010, 0x2015, '-', FOLD_PUNCT, 0 },
	{ LEFT_SINGLE_QUOTE, 0x201B, '\'', FOLD_QUOTES, 0 },
	{ LEFT_DOUBLE_QUOTE, 0x201F, '"', FOLD_QUOTES, 0 },
	{ 0x2039, 0x203A, '\'', FOLD_QUOTES, 0 },
	{ 0x2212, 0x2212, '-', FOLD_PUNCT, 0 },
};
#define RANGES (sizeof(ranges) / sizeof(ranges[0]))

/* Code points that become several. */
static const struct spelled {
	uint32_t cp;
	unsigned kind;
	uint16_t text[20];
} spelled[] = {
	{ ELLIPSIS, FOLD_PUNCT, { '.', '.', '.' } },
	{ SAW_LIGATURE, FOLD_LETTERS, { SAD, LAM, YEH, ' ', ALEF, LAM, LAM, HEH, ' ', AIN, LAM, YEH, HEH, ' ', WAW, SEEN, LAM, MEEM } },
	{ JALLAJALALOUHOU, FOLD_LETTERS, { JEEM, LAM, ' ', JEEM, LAM, ALEF, LAM, HEH } },
	{ RIAL_SIGN, FOLD_LETTERS, { REH, YEH, ALEF, LAM } },
};

unsigned fold_kind(struct span name)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (name.len == strlen(names[i].name) && memcmp(name.ptr, names[i].name, name.len) == 0)
			return names[i].kind;
	return 0;
}

static const struct range *range_of(uint32_t cp)
{
	size_t low = 0, high = RANGES;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (cp > ranges[mid].high)
			low = mid + 1;
		else
			high = mid;
	}
	return low < RANGES && cp >= ranges[low].low ? &ranges[low] : NULL;
}

uint32_t fold_one(unsigned kinds, uint32_t cp)
{
	const struct range *range = range_of(cp);

	if (range != NULL)
		return (range->kind & kinds) == 0 ? cp : range->to + (range->step != 0 ? cp - range->low : 0);
	if ((kinds & FOLD_CASE) != 0 && !(cp >= HAMZA && cp < 0x0700)) {
		if (cp < 0x80)
			return cp >= 'A' && cp <= 'Z' ? cp + ('a' - 'A') : cp;
		return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
	}
	return cp;
}

uint32_t fold_code_point(uint32_t cp)
{
	return fold_one(FOLD_ALL, cp);
}

const uint16_t *fold_spelling(unsigned kinds, uint32_t cp)
{
	if (cp != ELLIPSIS && cp < SAW_LIGATURE)
		return NULL;
	for (size_t i = 0; i < sizeof(spelled) / sizeof(spelled[0]); i++)
		if (spelled[i].cp == cp && (spelled[i].kind & kinds) != 0)
			return spelled[i].text;
	return NULL;
}
