#include "normalize/charclass.h"

#include <stddef.h>
#include <utf8proc.h>

#include "letters.h"
#include "banned.h"

struct range {
	uint32_t low, high;
};

static const struct {
	uint32_t low, high;
	enum char_class class;
} classes[] = {
	{ 0x0000, 0x0008, CHAR_DROPPED },
	{ 0x0009, 0x0009, CHAR_SPACE },
	{ 0x000A, 0x000A, CHAR_LINE_FEED },
	{ 0x000B, 0x000D, CHAR_LINE_BREAK },
	{ 0x000E, 0x001F, CHAR_DROPPED },
	{ 0x0020, 0x0020, CHAR_SPACE },
	{ 0x007F, 0x0084, CHAR_DROPPED },
	{ 0x0085, 0x0085, CHAR_LINE_BREAK },
	{ 0x0086, 0x009F, CHAR_DROPPED },
	{ 0x00A0, 0x00A0, CHAR_SPACE },
	{ 0x00AD, 0x00AD, CHAR_DROPPED },
	{ ARABIC_LETTER_MARK, ARABIC_LETTER_MARK, CHAR_DROPPED },
	{ TATWEEL, TATWEEL, CHAR_TATWEEL },
	{ 0x1680, 0x1680, CHAR_SPACE },
	{ 0x2000, 0x200A, CHAR_SPACE },
	{ 0x200B, 0x200B, CHAR_DROPPED },
	{ ZERO_WIDTH_NON_JOINER, ZERO_WIDTH_JOINER, CHAR_JOINER },
	{ 0x200E, 0x200F, CHAR_DROPPED },
	{ 0x2028, 0x2029, CHAR_LINE_BREAK },
	{ 0x202A, 0x202E, CHAR_DROPPED },
	{ 0x202F, 0x202F, CHAR_SPACE },
	{ 0x205F, 0x205F, CHAR_SPACE },
	{ 0x2060, 0x2064, CHAR_DROPPED },
	{ 0x2066, 0x206F, CHAR_DROPPED },
	{ 0x3000, 0x3000, CHAR_SPACE },
	{ 0xFB50, 0xFBB1, CHAR_PRESENTATION },
	{ 0xFBD3, 0xFD3D, CHAR_PRESENTATION },
	{ 0xFD50, 0xFDCF, CHAR_PRESENTATION },
	{ 0xFDF0, 0xFDF9, CHAR_PRESENTATION },
	{ 0xFE70, 0xFEFC, CHAR_PRESENTATION },
	{ 0xFEFF, 0xFEFF, CHAR_DROPPED },
	{ 0xFFF9, 0xFFFB, CHAR_DROPPED },
};

static enum char_class find(uint32_t cp)
{
	size_t low = 0, high = sizeof(classes) / sizeof(classes[0]);

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (cp > classes[mid].high)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == sizeof(classes) / sizeof(classes[0]) || cp < classes[low].low)
		return CHAR_KEPT;
	return classes[low].class;
}

enum char_class char_class(uint32_t cp)
{
	enum char_class class = find(cp);
	/* A block has unassigned code points, which nobody can read as letters. */
	if (class == CHAR_PRESENTATION && utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_CN)
		return CHAR_KEPT;
	return class;
}

unsigned char_letters(uint32_t cp, uint32_t to[PRESENTATION_MAX])
{
	utf8proc_int32_t buffer[PRESENTATION_MAX];
	int boundclass = 0;
	utf8proc_ssize_t n =
	    utf8proc_decompose_char((utf8proc_int32_t)cp, buffer, PRESENTATION_MAX, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &boundclass);
	unsigned kept = 0;

	/* Marks standing alone are a space and the mark in Unicode's tables: here the mark is all. */
	for (utf8proc_ssize_t i = 0; i < n && i < PRESENTATION_MAX; i++)
		if (buffer[i] != ' ' || kept > 0)
			to[kept++] = (uint32_t)buffer[i];
	return kept;
}

bool char_is_soft(uint32_t cp)
{
	return cp == TATWEEL || cp == ZERO_WIDTH_NON_JOINER || cp == ZERO_WIDTH_JOINER;
}

static bool in_ranges(const struct range *range, uint32_t cp)
{
	while (cp > range->high)
		range++;
	return cp >= range->low;
}
#define END_OF_RANGES { UINT32_MAX, UINT32_MAX }

bool char_is_arabic_letter(uint32_t cp)
{
	static const struct range letters[] = {
		{ 0x0620, 0x063F }, { 0x0641, 0x064A }, { 0x066E, 0x066F }, { ALEF_WASLA, 0x06D3 }, { AE, AE }, { 0x06EE, 0x06EF },
		{ 0x06FA, 0x06FC }, { 0x06FF, 0x06FF }, { 0x0750, 0x077F }, { 0x0870, 0x0887 }, { 0x0889, 0x088E }, { 0x08A0, 0x08C8 },
		END_OF_RANGES,
	};
	return in_ranges(letters, cp);
}

/* Letters of Joining_Type R and U, in ArabicShaping.txt of Unicode 15. */
bool char_joins_next(uint32_t cp)
{
	static const struct range parted[] = {
		{ HAMZA, ALEF_WITH_HAMZA_BELOW }, { ALEF, ALEF }, { TEH_MARBUTA, TEH_MARBUTA }, { DAL, ZAIN }, { WAW, WAW },
		{ ALEF_WASLA, 0x0677 }, { DDAL, 0x0699 }, { HEH_WITH_YEH_ABOVE, HEH_WITH_YEH_ABOVE }, { 0x06C3, 0x06CB }, { 0x06CD, 0x06CD },
		{ 0x06CF, 0x06CF }, { YEH_BARREE, YEH_BARREE_WITH_HAMZA_ABOVE }, { AE, AE }, { 0x06EE, 0x06EF }, { 0x0759, 0x075B },
		{ 0x076B, 0x076C }, { 0x0771, 0x0771 }, { 0x0773, 0x0774 }, { 0x0778, 0x0779 }, { 0x0870, 0x0885 }, { 0x0887, 0x0887 }, { 0x088E, 0x088E },
		{ 0x08AA, 0x08AE }, { 0x08B1, 0x08B2 }, { 0x08B9, 0x08B9 }, END_OF_RANGES,
	};
	return char_is_arabic_letter(cp) && !in_ranges(parted, cp);
}

bool char_needs_joiners(uint32_t cp)
{
	/* Syriac to Mandaic, Indic, Myanmar, Khmer, Mongolian and their like, Brahmic and Semitic ones of plane 1. */
	static const struct range scripts[] = {
		{ 0x0700, 0x074F }, { 0x0780, 0x086F }, { 0x0900, 0x109F }, { 0x1700, 0x1CFF }, { 0xA800, 0xABFF }, { 0x10A00, 0x11FFF },
		END_OF_RANGES,
	};
	return in_ranges(scripts, cp);
}

bool char_is_pictograph(uint32_t cp)
{
	static const struct range pictures[] = { { 0x2190, 0x2BFF }, { 0x1F000, 0x1FAFF }, END_OF_RANGES };
	return in_ranges(pictures, cp);
}
