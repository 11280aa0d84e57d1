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

void tagger_find(struct words *words, struct memory *memory, struct rules *rules, struct sentence *s, struct span text)
{
	tagger_prepare(words, memory, s, text);
	rules_find(rules, s);
	model_find(words, s);
	if (!words->free)
		trim_mentions(s);
	memory_learn_all(memory, s);
}
