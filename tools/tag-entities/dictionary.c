#include "dictionary.h"

#include <stdio.h>
#include <stdlib.h>

#include "built-in.h"
#include "err.h"
#include "hash.h"
#include "input.h"
#include "mem.h"
#include "token.h"
#include "banned.h"

#define CLASS_BITS 3
#define KEY_OF(hash) ((uint32_t)((hash) >> 32) >> CLASS_BITS << CLASS_BITS)

unsigned dictionary_classes(uint64_t hash)
{
	const struct dictionary *d = dictionary_built_in();
	uint32_t key = KEY_OF(hash);

	for (uint64_t i = hash; d != NULL; i++) {
		uint32_t slot = d->slots[i & d->mask];
		if (slot == 0)
			return 0;
		if (KEY_OF((uint64_t)slot << 32) == key)
			return slot & ((1u << CLASS_BITS) - 1);
	}
	return 0;
}

#define LETTER 2
#define A "\xD8\xA7" /* alef */
#define H "\xD9\x87" /* heh, also for teh marbuta */
#define M "\xD9\x85" /* meem */
#define N "\xD9\x86" /* noon */
#define T "\xD8\xAA" /* teh */
#define W "\xD9\x88" /* waw */
#define Y "\xD9\x8A" /* yeh */

static const struct span endings[] = {
	SPAN(""), SPAN(H), SPAN(H A), SPAN(H M), SPAN(H M A), SPAN(N A), SPAN(Y), SPAN(T), SPAN(W A), SPAN(A), SPAN(W N), SPAN(Y N), SPAN(A N), SPAN(A T),
	SPAN(T Y N), SPAN(T A N), SPAN(Y H), SPAN(T H), SPAN(T H A), SPAN(T H M), SPAN(Y W N), SPAN(Y Y N),
};
#define ENDINGS (sizeof(endings) / sizeof(endings[0]))
#define ACCUSATIVE 9

/* The classes of a stem less an ending, or 0 where it is too short or does not end so. */
static unsigned classes_less(struct span stem, struct span end)
{
	if (stem.len < end.len + 2 * LETTER || (end.len > 0 && stem.ptr[stem.len - 1] != end.ptr[end.len - 1]) ||
	    memcmp(stem.ptr + stem.len - end.len, end.ptr, end.len) != 0)
		return 0;
	return dictionary_classes(hash_bytes(stem.ptr, stem.len - end.len));
}

_Static_assert(CLITIC_CUTS * ENDINGS <= DICTIONARY_READINGS, "each reading has room");

size_t dictionary_read(struct span fold, const struct clitic_cut *cuts, size_t n, struct dictionary_reading readings[DICTIONARY_READINGS])
{
	size_t count = 0;

	for (size_t c = 0; c < n; c++)
		for (size_t e = 0; e < ENDINGS; e++) {
			unsigned classes = classes_less((struct span){ fold.ptr + cuts[c].bytes, fold.len - cuts[c].bytes }, endings[e]);
			if (classes != 0)
				readings[count++] = (struct dictionary_reading){ (uint8_t)classes, cuts[c].clitics, (uint8_t)e };
		}
	return count;
}

bool dictionary_accusative(struct span fold, const struct dictionary_reading *readings, size_t n)
{
	if (n == 0 || fold.len < LETTER || memcmp(fold.ptr + fold.len - LETTER, A, LETTER) != 0)
		return false;
	for (size_t i = 0; i < n; i++)
		if (readings[i].ending != ACCUSATIVE)
			return false;
	return true;
}

static const struct {
	const char *section;
	unsigned class;
} sections[] = {
	{ "stopwords.dic", DICTIONARY_PARTICLE },
	{ "tools.dic", DICTIONARY_PARTICLE },
	{ "names.dic", DICTIONARY_NOUN },
	{ "verb.huns.dic", DICTIONARY_VERB },
};

/* Returns whether it is new. */
static bool put(struct dictionary *d, uint64_t hash, unsigned class)
{
	uint32_t key = KEY_OF(hash);

	for (uint64_t i = hash;; i++) {
		uint32_t *slot = &d->slots[i & d->mask];
		if (*slot != 0 && KEY_OF((uint64_t)*slot << 32) != key)
			continue;
		bool is_new = *slot == 0;
		*slot |= key | class;
		return is_new;
	}
}

#define SLOTS (1u << 18)

void dictionary_make(const char *hunspell, const char *output)
{
	size_t len, size = sizeof(struct dictionary) + SLOTS * sizeof(uint32_t), used = 0;
	char *bytes = input_slurp(hunspell, &len);
	struct span file = { bytes, len }, line, form;
	struct dictionary *d = xcalloc(1, size);
	struct tokens tokens = { 0 };
	unsigned class = 0;

	d->magic = DICTIONARY_MAGIC;
	d->mask = SLOTS - 1;
	while (span_next(&file, '\n', &line)) {
		for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++)
			if (span_eq(line, (struct span){ sections[i].section, strlen(sections[i].section) }))
				class = sections[i].class;
		span_next(&line, '/', &form);
		tokens_read(&tokens, form);
		if (tokens.count == 0 || tokens.at[0].kind != TOKEN_WORD || class == 0)
			continue;
		used += put(d, tokens.at[0].hash, class);
		if (used > SLOTS / 4 * 3)
			die(STATUS_FAILED, "%s: too many words", hunspell);
	}
	FILE *out = fopen(output, "wb");
	if (out == NULL || fwrite(d, 1, size, out) != size || fclose(out) != 0)
		die_errno(STATUS_FAILED, "%s", output);
	tokens_free(&tokens);
	free(d);
	free(bytes);
}
