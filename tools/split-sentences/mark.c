#include "mark.h"

#include "letters.h"
#include "utf8.h"
#include "banned.h"

struct form {
	uint32_t cp;
	uint8_t kind, family;
	bool opens, closes;
};

/* The first is for what is no mark. */
static const struct form forms[] = {
	{ 0, MARK_NONE, 0, false, false },
	{ '.', MARK_DOT, 0, false, false },
	{ '!', MARK_LOUD, 0, false, false },
	{ '?', MARK_LOUD, 0, false, false },
	{ '"', MARK_QUOTE, QUOTE_STRAIGHT, true, true },
	{ ARABIC_QUESTION_MARK, MARK_LOUD, 0, false, false },
	{ ARABIC_FULL_STOP, MARK_DOT, 0, false, false },
	{ ELLIPSIS, MARK_ELLIPSIS, 0, false, false },
	{ LEFT_DOUBLE_GUILLEMET, MARK_QUOTE, QUOTE_GUILLEMET, true, false },
	{ RIGHT_DOUBLE_GUILLEMET, MARK_QUOTE, QUOTE_GUILLEMET, false, true },
	{ LEFT_DOUBLE_QUOTE, MARK_QUOTE, QUOTE_CURLY, true, true },
	{ RIGHT_DOUBLE_QUOTE, MARK_QUOTE, QUOTE_CURLY, true, true },
	{ LOW_DOUBLE_QUOTE, MARK_QUOTE, QUOTE_CURLY, true, false },
	{ EN_DASH, MARK_DASH, 0, false, false },
	{ EM_DASH, MARK_DASH, 0, false, false },
	{ TATWEEL, MARK_DASH, 0, false, false },
};

/* By the first byte of a character: the first form that may begin so (those of one byte are alone), or 0. */
static const uint8_t first_form[256] = {
	['.'] = 1, ['!'] = 2, ['?'] = 3, ['"'] = 4, [0xC2] = 8, [0xD8] = 5, [0xD9] = 15, [0xDB] = 6, [0xE2] = 7,
};

struct mark mark_at(struct span text, size_t at)
{
	size_t form = at < text.len ? first_form[(unsigned char)text.ptr[at]] : 0, size = form > 0;

	if (form > 0 && (unsigned char)text.ptr[at] >= 0x80) {
		uint32_t cp = utf8_decode(text.ptr + at, text.len - at, &size);
		while (form < sizeof(forms) / sizeof(*forms) && forms[form].cp != cp)
			form++;
		if (form == sizeof(forms) / sizeof(*forms))
			form = size = 0;
	}
	const struct form *found = &forms[form];
	return (struct mark){ found->kind, found->family, found->opens, found->closes, at, size };
}

/*
 * The bytes that give a mark away, and how many bytes before them it begins.
 * The lead bytes of Arabic letters would stop the search at every second byte,
 * so the Arabic marks are found by their last byte, which is rare.
 */
enum { LAST_OF_QUESTION_MARK = 0x9F, LAST_OF_FULL_STOP = 0x94, LAST_OF_TATWEEL = 0x80, LEAD_OF_GUILLEMETS = 0xC2, LEAD_OF_PUNCTUATION = 0xE2 };

static const uint8_t before[256] = {
	['.'] = 1, ['!'] = 1, ['?'] = 1, ['"'] = 1, [LEAD_OF_GUILLEMETS] = 1, [LEAD_OF_PUNCTUATION] = 1,
	[LAST_OF_QUESTION_MARK] = 2, [LAST_OF_FULL_STOP] = 2, [LAST_OF_TATWEEL] = 2,
};

typedef unsigned char block __attribute__((vector_size(16)));

static bool block_has_mark(const char *ptr)
{
	block b;
	memcpy(&b, ptr, sizeof(b));
	block hits = (block)((b == '.') | (b == '!') | (b == '?') | (b == '"') | (b == LAST_OF_QUESTION_MARK) |
			     (b == LAST_OF_FULL_STOP) | (b == LAST_OF_TATWEEL) | (b == LEAD_OF_GUILLEMETS) | (b == LEAD_OF_PUNCTUATION));
	uint64_t half[2];
	memcpy(half, &hits, sizeof(half));
	return (half[0] | half[1]) != 0;
}

bool mark_find(struct span text, size_t from, size_t limit, struct mark *mark)
{
	size_t i = from;

	while (i < limit) {
		if (limit - i >= sizeof(block) && !block_has_mark(text.ptr + i)) {
			i += sizeof(block);
			continue;
		}
		size_t stop = limit - i >= sizeof(block) ? i + sizeof(block) : limit;
		for (; i < stop; i++) {
			size_t back = before[(unsigned char)text.ptr[i]];
			if (back == 0 || i + 1 < from + back)
				continue;
			*mark = mark_at(text, i + 1 - back);
			if (mark->kind != MARK_NONE)
				return true;
		}
	}
	return false;
}
