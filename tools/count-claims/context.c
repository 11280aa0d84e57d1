#include "count-claims/context.h"

#include "err.h"
#include "letters.h"
#include "mem.h"
#include "banned.h"

extern const struct list list_number_heads, list_not_nouns;

static const char *const head_names[HEADS] = { "", "name", "weak", "year", "clock", "age", "ordinal", "never", "reach", "idiom", "both", "strength", "sum", "none" };

static uint8_t *head_tags;

static void read_list(void)
{
	head_tags = xcalloc(list_number_heads.tags, sizeof(*head_tags));
	for (uint32_t i = 0; i < list_number_heads.tags; i++) {
		struct span tag = list_tag_text(&list_number_heads, (int32_t)i);
		for (uint8_t head = 1; head < HEADS; head++)
			if (span_eq(tag, (struct span){ head_names[head], strlen(head_names[head]) }))
				head_tags[i] = head;
		if (head_tags[i] == HEAD_NONE)
			die(STATUS_FAILED, "number heads: unknown class '%.*s'", (int)tag.len, tag.ptr);
	}
}

int32_t stem_tag(const struct passage *r, const struct list *list, size_t i, unsigned *clitics)
{
	struct clitic_cut cuts[CLITIC_CUTS];
	struct span fold = token_fold(r->tokens, i);
	size_t count = clitic_cuts(fold, cuts);

	for (size_t c = 0; c < count; c++) {
		int32_t tag = list_tag(list, c == 0 ? r->tokens->at[i].hash : hash_bytes(fold.ptr + cuts[c].bytes, fold.len - cuts[c].bytes));
		if (tag >= 0) {
			if (clitics != NULL)
				*clitics = cuts[c].clitics;
			return tag;
		}
	}
	return -1;
}

enum head head_of(const struct passage *r, size_t i)
{
	if (head_tags == NULL)
		read_list();
	if (!token_is_word(r, i))
		return HEAD_NONE;
	int32_t tag = stem_tag(r, &list_number_heads, i, NULL);
	return tag < 0 ? HEAD_NONE : head_tags[tag];
}

unsigned clitics_possible(const struct passage *r, size_t i)
{
	struct clitic_cut cuts[CLITIC_CUTS];
	size_t count = clitic_cuts(token_fold(r->tokens, i), cuts);
	unsigned clitics = 0;

	for (size_t c = 0; c < count; c++)
		clitics |= cuts[c].clitics;
	return clitics;
}

/* Whether a word ends in the -u of a verb's plural: "13 stayed". */
static bool is_plural_verb(const struct passage *r, size_t i)
{
	struct span fold = token_fold(r->tokens, i);

	return fold.len > 6 && letter_from_end(fold, 1) == ALEF && letter_from_end(fold, 2) == WAW;
}

bool may_be_counted(const struct passage *r, size_t i)
{
	enum number_class class = i < r->tokens->count ? r->words[i].class : NUMBER_NONE;

	if (!token_is_word(r, i) || (class != NUMBER_NONE && class != NUMBER_DUAL) || list_tag(&list_not_nouns, r->tokens->at[i].hash) >= 0)
		return false;
	if (number_noun(r->tokens, i, 0))
		return true;
	if (is_plural_verb(r, i))
		return false;
	/* A waw may belong to the noun (wazir), but the next phrase begins with it far more often. */
	unsigned clitics = clitics_possible(r, i);
	if ((clitics & CLITIC_WA) != 0 || ((clitics & CLITIC_AL) != 0 && (clitics & (CLITIC_BI | CLITIC_LI | CLITIC_FA)) != 0))
		return false;
	return stem_tag(r, &list_not_nouns, i, NULL) < 0;
}

bool is_often_verb(const struct passage *r, size_t i)
{
	int32_t tag = token_is_word(r, i) ? stem_tag(r, &list_not_nouns, i, NULL) : -1;
	return tag >= 0 && span_eq(list_tag_text(&list_not_nouns, tag), SPAN("verb"));
}

bool is_noun_like(const struct passage *r, size_t i)
{
	return token_is_word(r, i) && (r->words[i].class == NUMBER_NONE || r->words[i].class == NUMBER_DUAL) && stem_tag(r, &list_not_nouns, i, NULL) < 0;
}

bool is_content_word(const struct passage *r, size_t i)
{
	return is_noun_like(r, i) && (clitics_possible(r, i) & CLITIC_WA) == 0;
}

bool has_article(const struct passage *r, size_t i)
{
	return token_is_word(r, i) && (clitics_possible(r, i) & CLITIC_AL) != 0;
}

bool is_accusative(const struct passage *r, size_t i)
{
	struct span fold = token_fold(r->tokens, i);
	return fold.len > 4 && letter_from_end(fold, 1) == ALEF;
}

/* Whether a word is definite by its article or by a pronoun at its end (-ha, -hum, -huma, -na, -kum, -hunna). */
bool is_known_noun(const struct passage *r, size_t i)
{
	struct span fold = token_fold(r->tokens, i);
	unsigned a = letter_from_end(fold, 2), b = letter_from_end(fold, 1);
	bool pronoun = (a == HEH && (b == ALEF || b == MEEM || b == NOON)) || (a == MEEM && b == ALEF) || (a == NOON && b == ALEF) ||
		       (a == KAF && b == MEEM);

	return has_article(r, i) || (pronoun && fold.len > 8);
}

static enum number_class class_before(const struct passage *r, size_t first)
{
	return first > 0 ? r->words[first - 1].class : NUMBER_NONE;
}

bool is_word_of(const struct passage *r, size_t i)
{
	struct span fold;

	if (!token_is_word(r, i))
		return false;
	fold = token_fold(r->tokens, i);
	return fold.len == 4 && letter_from_end(fold, 2) == MEEM && letter_from_end(fold, 1) == NOON;
}

bool article_before(const struct passage *r, size_t first)
{
	if (class_before(r, first) != NUMBER_CLITIC)
		return false;
	return r->tokens->at[first - 1].fold_len > 2;
}

size_t left_edge(const struct passage *r, size_t first)
{
	while (first > 0 && (class_before(r, first) == NUMBER_CLITIC || token_is_sign(r, first - 1, '(') || token_is_sign(r, first - 1, '"') ||
			     token_is_sign(r, first - 1, '[')))
		first--;
	return first;
}

size_t right_edge(const struct passage *r, size_t last)
{
	while (token_is_sign(r, last, ')') || token_is_sign(r, last, '"') || token_is_sign(r, last, ']'))
		last++;
	return last;
}

bool has_tanween(const struct passage *r, size_t i)
{
	const struct token *token = &r->tokens->at[i];

	for (uint32_t at = token->start; at + 1 < token->end; at++) {
		unsigned char a = (unsigned char)r->text.ptr[at], b = (unsigned char)r->text.ptr[at + 1];
		if (a == (0xC0 | FATHATAN >> 6) && b == (0x80 | (FATHATAN & 0x3F)))
			return true;
	}
	return false;
}
