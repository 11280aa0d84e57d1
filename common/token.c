#include "token.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "fold.h"
#include "hash.h"
#include "letters.h"
#include "mem.h"
#include "utf8.h"
#include "banned.h"

enum class { CLASS_UNSET, CLASS_SPACE, CLASS_LETTER, CLASS_MARK, CLASS_DIGIT, CLASS_SIGN };

static enum class class_of_any(uint32_t cp)
{
	if (cp == UTF8_BAD)
		return CLASS_SIGN;
	if (cp == TATWEEL || cp == ZERO_WIDTH_NON_JOINER || cp == ZERO_WIDTH_JOINER)
		return CLASS_MARK;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return CLASS_LETTER;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return CLASS_MARK;
	case UTF8PROC_CATEGORY_ND:
		return fold_code_point(cp) < 0x80 ? CLASS_DIGIT : CLASS_LETTER;
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
	case UTF8PROC_CATEGORY_CC:
		return CLASS_SPACE;
	default:
		return CLASS_SIGN;
	}
}

/* Classes and folded forms of U+0000 to U+06FF, filled as they are met: nearly all text is in there. */
#define CACHED 0x700
static unsigned char cached_class[CACHED];
static uint32_t cached_fold[CACHED];

static enum class classify(uint32_t cp, uint32_t *to)
{
	if (cp >= CACHED) {
		*to = cp == UTF8_BAD ? REPLACEMENT_CHARACTER : fold_code_point(cp);
		return class_of_any(cp);
	}
	if (cached_class[cp] == CLASS_UNSET) {
		cached_class[cp] = (unsigned char)class_of_any(cp);
		cached_fold[cp] = fold_code_point(cp);
	}
	*to = cached_fold[cp];
	return cached_class[cp];
}

/* U+0000 to U+07FF take two bytes at most: the common case, decoded here. */
static inline uint32_t decode(const char *ptr, size_t len, size_t *size)
{
	unsigned char a = (unsigned char)ptr[0];

	if (a < 0x80) {
		*size = 1;
		return a;
	}
	if (a >= 0xC2 && a < 0xE0 && len > 1 && utf8_continues(ptr[1])) {
		*size = 2;
		return (a & 0x1Fu) << 6 | ((unsigned char)ptr[1] & 0x3Fu);
	}
	return utf8_decode(ptr, len, size);
}

static struct token *push(struct tokens *tokens, size_t start, enum token_kind kind, bool spaced)
{
	tokens->at = xgrow(tokens->at, &tokens->cap, tokens->count + 1, sizeof(*tokens->at));
	struct token *token = &tokens->at[tokens->count++];
	*token = (struct token){ .start = (uint32_t)start, .fold = (uint32_t)tokens->fold.len, .kind = (uint8_t)kind, .spaced = spaced };
	return token;
}

static void finish(struct tokens *tokens, struct token *token, size_t end)
{
	token->end = (uint32_t)end;
	token->fold_len = (uint32_t)(tokens->fold.len - token->fold);
	token->hash = hash_bytes(tokens->fold.ptr + token->fold, token->fold_len);
}

void tokens_read(struct tokens *tokens, struct span text)
{
	struct token *open = NULL; /* a word or number that may go on */
	bool spaced = true;
	size_t size;

	tokens->count = 0;
	tokens->fold.len = 0;
	if (text.len > UINT32_MAX)
		text.len = UINT32_MAX;
	/* No folded code point is longer than its original but for a few cased letters; the reserve in the loop covers those. */
	buf_reserve(&tokens->fold, text.len + 8);
	for (size_t i = 0; i < text.len; i += size) {
		uint32_t to, cp = decode(text.ptr + i, text.len - i, &size);
		enum class class = classify(cp, &to);
		bool goes_on = open != NULL && (class == CLASS_MARK || class == (open->kind == TOKEN_WORD ? CLASS_LETTER : CLASS_DIGIT));

		if (open != NULL && !goes_on) {
			finish(tokens, open, i);
			open = NULL;
		}
		if (class == CLASS_SPACE) {
			spaced = true;
			continue;
		}
		if (class == CLASS_MARK && !goes_on && cp != TATWEEL)
			continue; /* a mark on nothing, or on a sign */
		if (!goes_on) {
			bool word = class == CLASS_LETTER, number = class == CLASS_DIGIT;
			open = push(tokens, i, word ? TOKEN_WORD : number ? TOKEN_NUMBER : TOKEN_SIGN, spaced);
			spaced = false;
		}
		if (cp == TATWEEL && !goes_on)
			to = '-';
		if (to != FOLD_DROPPED && cp != ZERO_WIDTH_NON_JOINER && cp != ZERO_WIDTH_JOINER) {
			buf_reserve(&tokens->fold, 4);
			tokens->fold.len += utf8_encode(to, tokens->fold.ptr + tokens->fold.len);
		}
		if (open->kind == TOKEN_SIGN) {
			open->sign = to;
			finish(tokens, open, i + size);
			open = NULL;
		}
	}
	if (open != NULL)
		finish(tokens, open, text.len);
}

void tokens_free(struct tokens *tokens)
{
	free(tokens->at);
	buf_free(&tokens->fold);
	*tokens = (struct tokens){ 0 };
}
