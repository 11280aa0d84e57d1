#include "count-claims/number-word.h"

#include <stdlib.h>

#include "err.h"
#include "letters.h"
#include "mem.h"
#include "banned.h"

extern const struct list list_number_words, list_dual_nouns;

static const char *const class_names[NUMBER_CLASSES] = {
	[NUMBER_ZERO] = "zero", [NUMBER_ONE] = "one", [NUMBER_AHAD] = "ahad", [NUMBER_UNIT] = "unit", [NUMBER_TEN] = "ten",
	[NUMBER_TEEN] = "teen", [NUMBER_TENS] = "tens", [NUMBER_HUNDRED] = "hundred", [NUMBER_HUNDREDS] = "hundreds",
	[NUMBER_SCALE] = "scale", [NUMBER_VAGUE] = "vague", [NUMBER_FEW] = "few", [NUMBER_FRACTION] = "fraction",
	[NUMBER_PART] = "part", [NUMBER_POINT] = "point", [NUMBER_AND] = "and", [NUMBER_CLITIC] = "clitic", [NUMBER_ORDINAL] = "ordinal", [NUMBER_NO] = "no",
};

/* Classes that a number may begin with: where a text has none of these, nothing is counted in it. */
static const bool counts[NUMBER_CLASSES] = {
	[NUMBER_DIGITS] = true, [NUMBER_ZERO] = true, [NUMBER_ONE] = true, [NUMBER_AHAD] = true, [NUMBER_UNIT] = true, [NUMBER_TEN] = true,
	[NUMBER_TEEN] = true, [NUMBER_TENS] = true, [NUMBER_HUNDRED] = true, [NUMBER_HUNDREDS] = true, [NUMBER_SCALE] = true,
	[NUMBER_VAGUE] = true, [NUMBER_FEW] = true, [NUMBER_FRACTION] = true, [NUMBER_DUAL] = true,
};

bool number_begins(enum number_class class)
{
	return counts[class];
}

/* The list's tags, read once. */
static struct number_word *tags;
static struct dual_noun {
	bool sound;     /* -in may be the plural */
	bool construct; /* -i before a noun is a dual */
	bool own;       /* -ti is "my" */
	bool person;
} *nouns; /* by tag of list_dual_nouns */

static struct number_word read_tag(struct span tag)
{
	static const char forms[] = "-sadp";
	struct number_word word = { 0 };
	struct span name, value, form;

	if (!span_next(&tag, ' ', &name) || !span_next(&tag, ' ', &value) || !span_next(&tag, ' ', &form) || form.len != 1)
		die(STATUS_FAILED, "number words: a tag is not CLASS VALUE FORM");
	for (uint8_t i = 1; i < NUMBER_CLASSES; i++)
		if (class_names[i] != NULL && span_eq(name, (struct span){ class_names[i], strlen(class_names[i]) }))
			word.class = i;
	for (size_t i = 0; i < value.len; i++)
		word.value = (uint16_t)(word.value * 10 + (value.ptr[i] - '0'));
	const char *at = memchr(forms, form.ptr[0], sizeof(forms) - 1);
	if (word.class == NUMBER_NONE || at == NULL)
		die(STATUS_FAILED, "number words: '%.*s %.*s': unknown class or form", (int)name.len, name.ptr, (int)value.len, value.ptr);
	word.form = (uint8_t)(at - forms);
	return word;
}

static void read_lists(void)
{
	tags = xcalloc(list_number_words.tags, sizeof(*tags));
	for (uint32_t i = 0; i < list_number_words.tags; i++)
		tags[i] = read_tag(list_tag_text(&list_number_words, (int32_t)i));
	nouns = xcalloc(list_dual_nouns.tags, sizeof(*nouns));
	for (uint32_t i = 0; i < list_dual_nouns.tags; i++) {
		struct span tag = list_tag_text(&list_dual_nouns, (int32_t)i), sort = SPAN("");
		span_next(&tag, ' ', &sort);
		nouns[i] = (struct dual_noun){ span_eq(sort, SPAN("sound")), span_eq(sort, SPAN("construct")), span_eq(sort, SPAN("own")), span_eq(tag, SPAN("person")) };
	}
}

/* The tag of a stem that a dual leaves, with `heh` for the teh of the feminine, or -1. */
static int32_t noun_tag(struct span stem, bool feminine)
{
	char bytes[64];

	if (!feminine)
		return list_tag(&list_dual_nouns, hash_bytes(stem.ptr, stem.len));
	if (stem.len < 4 || stem.len > sizeof(bytes) || letter_from_end(stem, 1) != TEH)
		return -1;
	memcpy(bytes, stem.ptr, stem.len);
	bytes[stem.len - 2] = (char)(0xC0 | HEH >> 6);
	bytes[stem.len - 1] = (char)(0x80 | (HEH & 0x3F));
	return list_tag(&list_dual_nouns, hash_bytes(bytes, stem.len));
}

/* Read a word as a dual: -an, -in, and before a noun -a, -i. */
static bool read_dual(struct span word, unsigned clitics, struct number_word *out)
{
	unsigned last = letter_from_end(word, 1), vowel = letter_from_end(word, last == NOON ? 2 : 1);
	bool construct = last != NOON;

	if (word.len < 6 || (vowel != ALEF && vowel != YEH) || (construct && (clitics & CLITIC_AL) != 0))
		return false;
	struct span stem = { word.ptr, word.len - (construct ? 2 : 4) };
	int32_t tag = noun_tag(stem, true);
	bool feminine = tag >= 0;
	if (!feminine)
		tag = noun_tag(stem, false);
	if (tag < 0 || (!nouns[tag].person && (clitics & CLITIC_AL) != 0))
		return false;
	if (construct && (feminine ? nouns[tag].own && vowel == YEH : !nouns[tag].construct || vowel != YEH))
		return false;
	out->class = NUMBER_DUAL;
	out->value = construct ? DUAL_CONSTRUCT : nouns[tag].sound && vowel == YEH ? DUAL_OR_PLURAL : DUAL_CERTAIN;
	return true;
}

/*
 * Words come again and again, so how a form is read is kept in a table where a
 * later form takes the place of an earlier one.
 */
#define MEMO 4096
static struct memo {
	uint64_t hash;
	struct number_word word;
} memo[MEMO];

static struct number_word read_word(const struct tokens *tokens, size_t i)
{
	struct clitic_cut cuts[CLITIC_CUTS];
	struct span fold = token_fold(tokens, i);
	size_t count = clitic_cuts(fold, cuts);
	struct number_word word = { 0 };

	for (size_t c = 0; c < count && word.class == NUMBER_NONE; c++) {
		struct span stem = { fold.ptr + cuts[c].bytes, fold.len - cuts[c].bytes };
		int32_t tag = list_tag(&list_number_words, c == 0 ? tokens->at[i].hash : hash_bytes(stem.ptr, stem.len));
		if (tag >= 0)
			word = tags[tag];
		else if (!read_dual(stem, cuts[c].clitics, &word))
			continue;
		word.clitics = cuts[c].clitics;
		word.cut = cuts[c].bytes;
	}
	return word;
}

void number_words_read(struct number_words *words, const struct tokens *tokens)
{
	if (tags == NULL)
		read_lists();
	words->at = xgrow(words->at, &words->cap, tokens->count + 1, sizeof(*words->at));
	words->count = tokens->count;
	words->any = false;
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *token = &tokens->at[i];
		if (token->kind != TOKEN_WORD) {
			words->at[i] = (struct number_word){ .class = token->kind == TOKEN_NUMBER ? NUMBER_DIGITS : NUMBER_NONE };
			words->any |= token->kind == TOKEN_NUMBER;
			continue;
		}
		struct memo *slot = &memo[token->hash % MEMO];
		if (slot->hash != token->hash)
			*slot = (struct memo){ token->hash, read_word(tokens, i) };
		words->at[i] = slot->word;
		words->any |= counts[slot->word.class];
	}
	words->at[tokens->count] = (struct number_word){ 0 };
}

void number_words_free(struct number_words *words)
{
	free(words->at);
	*words = (struct number_words){ 0 };
}

bool number_noun(const struct tokens *tokens, size_t i, unsigned allowed)
{
	struct clitic_cut cuts[CLITIC_CUTS];
	struct span fold = token_fold(tokens, i);
	size_t count = clitic_cuts(fold, cuts);

	for (size_t c = 0; c < count; c++) {
		struct span stem = { fold.ptr + cuts[c].bytes, fold.len - cuts[c].bytes };
		if ((cuts[c].clitics & ~allowed) != 0)
			continue;
		if (noun_tag(stem, false) >= 0)
			return true;
		if (stem.len > 2 && letter_from_end(stem, 1) == ALEF && noun_tag((struct span){ stem.ptr, stem.len - 2 }, false) >= 0)
			return true;
	}
	return false;
}
