#include "tagger.h"

#include "model.h"
#include "banned.h"

void tagger_prepare(struct words *words, const struct memory *memory, struct sentence *s, struct span text)
{
	sentence_read(s, words, text);
	gazetteer_find(s, words);
	context_find(s);
	memory_recall(memory, s);
}

/* What lists bar has done its work. */
static void unbar(struct sentence *s)
{
	for (size_t i = 0; i < s->tokens.count; i++)
		if (s->covered[i] >= 0 && s->found[s->covered[i]].type == TYPES)
			s->covered[i] = -1;
}

void tagger_find(struct words *words, struct memory *memory, struct rules *rules, struct sentence *s, struct span text)
{
	tagger_prepare(words, memory, s, text);
	rules_find(rules, s);
	model_find(words, s);
	unbar(s);
	if (!words->free)
		trim_mentions(s);
	memory_learn_all(memory, s);
}
