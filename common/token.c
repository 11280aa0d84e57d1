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

static bool is_tatweel(struct span text, size_t i)
{
	return (unsigned char)text.ptr[i] == (0xC0 | TATWEEL >> 6) && (unsigned char)text.ptr[i + 1] == (0x80 | (TATWEEL & 0x3F));
}

/* A code point as the reader of tokens needs it. */
struct point {
	uint8_t class;
	uint8_t len;   /* of its folded form, UTF-8; 0: dropped */
	char bytes[4]; /* the folded form */
	uint32_t sign; /* the folded code point */
};

static struct point point_of(uint32_t cp)
{
	uint32_t to = cp == UTF8_BAD ? REPLACEMENT_CHARACTER : fold_code_point(cp);
	struct point point = { .class = (uint8_t)class_of_any(cp), .sign = to };

	if (to != FOLD_DROPPED && cp != ZERO_WIDTH_NON_JOINER && cp != ZERO_WIDTH_JOINER)
		point.len = (uint8_t)utf8_encode(to, point.bytes);
	return point;
}

/* Those of U+0000 to U+07FF, one or two bytes each: nearly all text. */
#define SHORT_POINTS 0x800
static struct point short_points[SHORT_POINTS];

/* The code point at text[i] where it is a short one; *size its bytes, 0 where it is not. */
static inline const struct point *short_point(struct span text, size_t i, size_t *size)
{
	unsigned char a = (unsigned char)text.ptr[i];

	if (a < 0x80) {
		*size = 1;
		return &short_points[a];
	}
	if (a >= 0xC2 && a < 0xE0 && text.len - i > 1 && utf8_continues(text.ptr[i + 1])) {
		*size = 2;
		return &short_points[(a & 0x1Fu) << 6 | ((unsigned char)text.ptr[i + 1] & 0x3Fu)];
	}
	*size = 0;
	return NULL;
}

static struct point point_at(struct span text, size_t i, size_t *size)
{
	const struct point *point = short_point(text, i, size);
	return point != NULL ? *point : point_of(utf8_decode(text.ptr + i, text.len - i, size));
}

static struct token *push(struct tokens *tokens, size_t start, enum token_kind kind, bool spaced)
{
	if (tokens->count == tokens->cap)
		tokens->at = xgrow(tokens->at, &tokens->cap, tokens->count + 1, sizeof(*tokens->at));
	struct token *token = &tokens->at[tokens->count++];
	*token = (struct token){ .start = (uint32_t)start, .fold = (uint32_t)tokens->fold.len, .kind = (uint8_t)kind, .spaced = spaced };
	return token;
}

/*
 * Fold the run of short points from text[i] that are of `class` or marks, and
 * do not grow, into fold, which has room for them and two bytes more. Returns
 * its end.
 */
static size_t short_run(struct buf *fold, struct span text, size_t i, enum class class)
{
	char *out = fold->ptr + fold->len;
	size_t size;

	while (i < text.len) {
		const struct point *point = short_point(text, i, &size);
		if (point == NULL || (point->class != class && point->class != CLASS_MARK) || point->len > size)
			break;
		memcpy(out, point->bytes, 2);
		out += point->len;
		i += size;
	}
	fold->len = (size_t)(out - fold->ptr);
	return i;
}

/* Fold a word or number, the run of `class` and marks from text[i]. Returns its end. */
static size_t run(struct buf *fold, struct span text, size_t i, enum class class)
{
	size_t size;

	while ((i = short_run(fold, text, i, class)) < text.len) {
		struct point point = point_at(text, i, &size);
		if (point.class != class && point.class != CLASS_MARK)
			break;
		buf_add(fold, point.bytes, point.len);
		i += size;
		buf_reserve(fold, text.len - i + 4); /* some have grown */
	}
	return i;
}

void tokens_read(struct tokens *tokens, struct span text)
{
	bool spaced = true;
	size_t size;

	if (short_points['a'].class == CLASS_UNSET)
		for (uint32_t cp = 0; cp < SHORT_POINTS; cp++)
			short_points[cp] = point_of(cp);
	tokens->count = 0;
	tokens->fold.len = 0;
	if (text.len > UINT32_MAX)
		text.len = UINT32_MAX;
	buf_reserve(&tokens->fold, text.len + 4);
	for (size_t i = 0; i < text.len;) {
		struct point point = point_at(text, i, &size);
		bool tatweel = point.class == CLASS_MARK && point.sign == FOLD_DROPPED && size == 2 && is_tatweel(text, i);
		if (point.class == CLASS_SPACE || (point.class == CLASS_MARK && !tatweel)) {
			spaced |= point.class == CLASS_SPACE; /* else a mark on nothing, or on a sign */
			i += size;
			continue;
		}
		bool word = point.class == CLASS_LETTER, number = point.class == CLASS_DIGIT;
		struct token *token = push(tokens, i, word ? TOKEN_WORD : number ? TOKEN_NUMBER : TOKEN_SIGN, spaced);
		spaced = false;
		if (word || number) {
			i = run(&tokens->fold, text, i, point.class);
		} else {
			if (tatweel)
				point = short_points['-']; /* on nothing, it is a dash */
			token->sign = point.sign;
			buf_add(&tokens->fold, point.bytes, point.len);
			i += size;
			buf_reserve(&tokens->fold, text.len - i + 4);
		}
		token->end = (uint32_t)i;
		token->fold_len = (uint32_t)(tokens->fold.len - token->fold);
		token->hash = hash_bytes(tokens->fold.ptr + token->fold, token->fold_len);
	}
}

void tokens_free(struct tokens *tokens)
{
	free(tokens->at);
	buf_free(&tokens->fold);
	*tokens = (struct tokens){ 0 };
}
