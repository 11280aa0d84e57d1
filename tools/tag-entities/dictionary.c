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
