#include "normalize/charclass.h"

#include <stdbool.h>
#include <stddef.h>
#include <utf8proc.h>

#include "letters.h"
#include "banned.h"

static const struct range {
	uint32_t low, high;
	enum char_class class;
} ranges[] = {
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
	{ ZERO_WIDTH_NON_JOINER, ZERO_WIDTH_NON_JOINER, CHAR_NON_JOINER },
	{ ZERO_WIDTH_JOINER, ZERO_WIDTH_JOINER, CHAR_JOINER },
	{ 0x200E, 0x200F, CHAR_DROPPED },
	{ 0x2028, 0x2029, CHAR_LINE_BREAK },
	{ 0x202A, 0x202E, CHAR_DROPPED },
	{ 0x202F, 0x202F, CHAR_SPACE },
	{ 0x205F, 0x205F, CHAR_SPACE },
	{ 0x2060, 0x206F, CHAR_DROPPED },
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
	size_t low = 0, high = sizeof(ranges) / sizeof(ranges[0]);

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (cp > ranges[mid].high)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == sizeof(ranges) / sizeof(ranges[0]) || cp < ranges[low].low)
		return CHAR_KEPT;
	return ranges[low].class;
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

int char_in_arabic_word(uint32_t cp)
{
	return (cp >= 0x0610 && cp <= 0x061A) || (cp >= 0x0620 && cp <= 0x065F && cp != TATWEEL) || (cp >= 0x066E && cp <= 0x06D3) ||
	       (cp >= 0x06D5 && cp <= 0x06DC) || (cp >= 0x06DF && cp <= 0x06E8) || (cp >= 0x06EA && cp <= 0x06EF) ||
	       (cp >= 0x06FA && cp <= 0x06FF) || (cp >= 0x0750 && cp <= 0x077F) || (cp >= 0x08A0 && cp <= 0x08FF);
}

/* Letters that end their joined group (Unicode's Joining_Type R and U) among those of Arabic and Persian. */
static bool ends_group(uint32_t cp)
{
	static const uint32_t ends[] = {
		HAMZA, ALEF_WITH_MADDA_ABOVE, ALEF_WITH_HAMZA_ABOVE, WAW_WITH_HAMZA_ABOVE, ALEF_WITH_HAMZA_BELOW, ALEF,
		TEH_MARBUTA, DAL, THAL, REH, ZAIN, WAW, ALEF_WASLA, ALEF_WITH_WAVY_HAMZA_ABOVE, ALEF_WITH_WAVY_HAMZA_BELOW,
		DDAL, RREH, JEH, HEH_WITH_YEH_ABOVE, YEH_BARREE, YEH_BARREE_WITH_HAMZA_ABOVE, AE,
	};
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (ends[i] == cp)
			return true;
	return cp >= 0x0688 && cp <= 0x0699;
}

int char_joins_next(uint32_t cp)
{
	return char_in_arabic_word(cp) && !ends_group(cp);
}
