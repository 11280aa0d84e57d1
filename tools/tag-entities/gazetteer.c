#include "sentence.h"

#include "fold.h"
#include "hash.h"
#include "banned.h"

/* The longest entry of each gazetteer from token i on; returns that of the longest, of equal ones the earlier, or NULL. */
static const struct found *longest(const struct sentence *s, const struct words *words, size_t i, struct found best[GAZETTEERS])
{
	const struct word *word = s->words[i];
	const struct found *of_all = NULL;

	for (size_t g = 0; g < GAZETTEERS; g++)
		best[g].end = 0;
	for (size_t k = 0; k < word->count; k++) {
		const struct word_start *start = &word->starts[k];
		const struct list *list = words->gazetteers[start->gazetteer];
		struct list_walk walk = list_begin();
		uint64_t step = start->hash;
		for (size_t at = i; list_step(list, &walk, step);) {
			at++;
			const struct found *known = &best[start->gazetteer];
			if (walk.tag >= 0 && (at > known->end || (at == known->end && gazetteer_entry(list, known->tag).ambiguous &&
								     !gazetteer_entry(list, walk.tag).ambiguous)))
				best[start->gazetteer] = (struct found){ .first = (uint32_t)i,
					.end = (uint32_t)at,
					.cut = start->cut,
					.by = BY_LIST,
					.gazetteer = start->gazetteer,
					.tag = walk.tag,
					.start = start->hash,
					.nation = -1,
					.inner = -1 };
			if (at == s->tokens.count)
				break;
			step = s->tokens.at[at].hash;
		}
		const struct found *found = &best[start->gazetteer];
		if (found->end > 0 && (of_all == NULL || found->end > of_all->end))
			of_all = found;
	}
	return of_all;
}

/* Whether an entry's own name begins with the first word of a mention. */
static bool begins_own_name(const struct found *found, struct span name)
{
	static struct buf fold;
	struct span first = { 0 };

	fold.len = 0;
	fold_text(FOLD_ALL, name, &fold);
	name = buf_as_span(&fold);
	span_next(&name, ' ', &first);
	return hash_bytes(first.ptr, first.len) == found->start;
}

/*
 * An entry may begin with a word that stays outside the name, and a nation's adjective: the capital, the city of.
 * Where the entry's own name begins with the word, it may be a part of it: Sadr City, but no province.
 */
static void leave_kind(const struct sentence *s, struct found *found, struct span name)
{
	while (found->end - found->first > 1 && (sentence_has(s, found->first, CLASS_KIND) || sentence_has(s, found->first, CLASS_NATION)) &&
	       !(sentence_has(s, found->first, CLASS_NAMED) && begins_own_name(found, name))) {
		found->first++;
		found->cut = (struct clitic_cut){ 0, 0 };
	}
}

/* Whether tokens first..end are an entry of this gazetteer that is no other body's name alone. */
static bool is_bare(const struct sentence *s, const struct words *words, const struct found *found, uint32_t end)
{
	struct list_walk walk = list_begin();
	const struct list *list = words->gazetteers[found->gazetteer];

	if (!list_step(list, &walk, found->start))
		return false;
	for (uint32_t i = found->first + 1; i < end; i++)
		if (!list_step(list, &walk, s->tokens.at[i].hash))
			return false;
	if (walk.tag < 0)
		return false;
	struct gazetteer_entry bare = gazetteer_entry(list, walk.tag);
	return bare.ambiguous || span_eq(bare.name, gazetteer_entry(list, found->tag).name);
}

/* A club or a paper may stand with its nation's adjective, which is no part of a name that is one without it. */
static void leave_nation(const struct sentence *s, const struct words *words, struct found *found)
{
	uint32_t last = found->end - 1;

	if (last == found->first || s->words[last]->nation < 0 || sentence_has(s, found->first, CLASS_BODY))
		return;
	if ((last == found->first + 1 || !sentence_definite(s, found->first)) && is_bare(s, words, found, last))
		found->end = last;
}

/* What is no name, though words of it may look so (a cup of a country, a prayer), is none, unless a rule finds more than it. */
static bool bar(struct sentence *s, struct found found)
{
	found.sure = found.ambiguous = true;
	return sentence_add(s, found) >= 0;
}

/* Make an entry a mention, or keep it for context and model. Returns whether it is one. */
static bool take(struct sentence *s, const struct words *words, struct found found, bool alone)
{
	struct gazetteer_entry entry = gazetteer_entry(words->gazetteers[found.gazetteer], found.tag);

	found.type = entry.type;
	if (entry.type == TYPES)
		return bar(s, found);
	if (found.end == found.first + 1 && s->words[found.first]->function)
		alone = false; /* wa-in, and Van */
	found.ambiguous = entry.ambiguous || !alone;
	if (found.type == TYPE_LOC)
		leave_kind(s, &found, entry.name);
	else if (found.type == TYPE_ORG)
		leave_nation(s, words, &found);
	if (alone)
		sentence_hint(s, &found, entry.ambiguous ? HINT_AMBIGUOUS : HINT_LIST);
	if (found.ambiguous) {
		sentence_keep(s, found);
		return false;
	}
	found.by = found.gazetteer == GAZETTEER_USER ? BY_USER : BY_LIST;
	found.sure = found.by == BY_USER || found.gazetteer == GAZETTEER_BODIES;
	return sentence_add(s, found) >= 0;
}

void gazetteer_find(struct sentence *s, const struct words *words)
{
	struct found found[GAZETTEERS];

	for (size_t i = 0; i < s->tokens.count; i++) {
		const struct found *first = s->words[i]->count > 0 ? longest(s, words, i, found) : NULL;
		if (first == NULL)
			continue;
		for (size_t g = 0; g < GAZETTEERS; g++)
			if (&found[g] != first && found[g].end == first->end)
				take(s, words, found[g], false); /* a newspaper with a region's name */
		if (take(s, words, *first, true))
			i = first->end - 1;
	}
}
