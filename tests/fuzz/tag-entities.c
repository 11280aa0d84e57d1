/*
 * The laws of mentions: they stand in order, apart, inside the text, not on
 * space; their names are not empty and hold none of the signs that end one.
 * With and without the model.
 */
#include <stdlib.h>

#include "tag-entities/built-in.h"
#include "tag-entities/naming.h"
#include "tag-entities/tagger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void hold(bool law)
{
	if (!law)
		abort();
}

static void check(struct words *words, struct namer *namer, struct span text)
{
	struct sentence s = { 0 }; /* new each time, so that what is read beyond its end is found */
	static struct memory memory;
	size_t start, end, before = 0;

	memory_clear(&memory);
	namer_document(namer);
	for (unsigned again = 0; again < 2; again++, before = 0) {
		tagger_find(words, &memory, NULL, &s, text);
		namer_read(namer, &s, words);
		for (size_t i = 0; i < s.tokens.count; i++) {
			const struct found *found = sentence_mention(&s, i);
			if (found == NULL)
				continue;
			hold(found->first == i && found->end > i && found->end <= s.tokens.count && found->type < TYPES);
			sentence_bytes(&s, found, &start, &end);
			hold(before <= start && start < end && end <= text.len);
			struct span name = namer_name(namer, &s, words, found);
			hold(name.len > 0 && memchr(name.ptr, ':', name.len) == NULL && memchr(name.ptr, ';', name.len) == NULL);
			before = end;
			i = found->end - 1;
		}
	}
	sentence_free(&s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct words with, without;
	static struct namer namer;

	if (with.slots == NULL) {
		words_start(&with, NULL, model_built_in());
		words_start(&without, NULL, NULL);
		namer_start(&namer, false);
	}
	struct span text = sentence_piece((struct span){ (const char *)data, size });
	check(&with, &namer, text);
	check(&without, &namer, text);
	return 0;
}
