#include "sentence.h"

#include "err.h"
#include "fold.h"
#include "banned.h"

struct gazetteer_entry gazetteer_entry(const struct list *list, int32_t tag)
{
	struct span text = list_tag_text(list, tag), type = { 0 }, name = { 0 }, flags = { 0 }, flag;
	struct gazetteer_entry entry = { 0 };

	span_next(&text, '\t', &type);
	span_next(&text, '\t', &name);
	span_next(&text, '\t', &flags);
	entry.type = (uint8_t)type_of(type);
	while (span_next(&flags, ',', &flag))
		entry.ambiguous |= span_eq(flag, SPAN("ambiguous"));
	entry.name = name;
	return entry;
}

void gazetteer_check(const struct list *list)
{
	for (uint32_t tag = 0; tag < list->tags; tag++) {
		struct gazetteer_entry entry = gazetteer_entry(list, (int32_t)tag);
		struct span text = list_tag_text(list, (int32_t)tag);
		if (entry.type == TYPES || entry.name.len == 0)
			die(STATUS_USAGE, "%s: '%.*s' is not a type (PER, LOC, ORG), a TAB and a name", list->name, (int)text.len, text.ptr);
	}
}

/* The longest entry from token i on; of equal ones that of the fewer proclitics, of the earlier gazetteer. */
static bool longest(const struct sentence *s, const struct words *words, size_t i, struct found *best)
{
	const struct word *word = s->words[i];

	best->end = 0;
	for (size_t k = 0; k < word->count; k++) {
		const struct word_start *start = &word->starts[k];
		const struct list *list = words->gazetteers[start->gazetteer];
		struct list_walk walk = list_begin();
		uint64_t step = start->hash;
		for (size_t at = i; list_step(list, &walk, step);) {
			at++;
			if (walk.tag >= 0 && at > best->end)
				*best = (struct found){ .first = (uint32_t)i, .end = (uint32_t)at, .cut = start->cut, .by = BY_LIST,
				                        .gazetteer = start->gazetteer, .tag = walk.tag, .nation = -1, .inner = -1 };
			if (at == s->tokens.count)
				break;
			step = s->tokens.at[at].hash;
		}
	}
	return best->end > 0;
}

/* Whether an entry's own name begins with this word of the text. */
static bool begins_name(const struct sentence *s, size_t i, struct span name)
{
	static struct buf fold;
	struct span word = token_fold(&s->tokens, i), first = { 0 };

	fold.len = 0;
	fold_text(FOLD_ALL, name, &fold);
	name = buf_as_span(&fold);
	span_next(&name, ' ', &first);
	return span_eq((struct span){ word.ptr + s->words[i]->cut.bytes, word.len - s->words[i]->cut.bytes }, first) || span_eq(word, first);
}

/*
 * An entry may begin with a word that stays outside the name, and a nation's adjective: the capital, the city of.
 * Where the entry's own name begins with the word, it is a part of it: Sadr City.
 */
static void leave_kind(const struct sentence *s, struct found *found, struct span name)
{
	while (found->end - found->first > 1 && (sentence_has(s, found->first, CLASS_KIND) || sentence_has(s, found->first, CLASS_NATION)) &&
	       !begins_name(s, found->first, name)) {
		found->first++;
		found->cut = (struct clitic_cut){ 0, 0 };
	}
}

void gazetteer_find(struct sentence *s, const struct words *words)
{
	struct found found;

	for (size_t i = 0; i < s->tokens.count; i++) {
		if (s->words[i]->count == 0 || !longest(s, words, i, &found))
			continue;
		struct gazetteer_entry entry = gazetteer_entry(words->gazetteers[found.gazetteer], found.tag);
		if (entry.type == TYPES)
			continue;
		found.type = entry.type;
		if (found.type == TYPE_LOC)
			leave_kind(s, &found, entry.name);
		sentence_hint(s, &found, entry.ambiguous ? HINT_AMBIGUOUS : HINT_LIST);
		found.ambiguous = entry.ambiguous;
		if (entry.ambiguous) {
			sentence_keep(s, found);
			continue;
		}
		found.by = found.gazetteer == GAZETTEER_USER ? BY_USER : BY_LIST;
		found.sure = found.by == BY_USER || found.gazetteer == GAZETTEER_BODIES;
		if (sentence_add(s, found) >= 0)
			i = found.end - 1;
	}
}
