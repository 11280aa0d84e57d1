#include "context.h"

#include "banned.h"

/* What may stand between a title and the name: adjectives, the office's body or place, a comma. */
static size_t name_after(const struct sentence *s, size_t i)
{
	size_t limit = i + 8;

	while (i < s->tokens.count && i < limit) {
		const struct found *found = context_mention_at(s, i);
		if (found != NULL && found->type != TYPE_PER)
			i = found->end;
		else if (sentence_definite(s, i) || sentence_has(s, i, CLASS_PORTFOLIO | CLASS_VOICE | CLASS_OFFICE | CLASS_TITLE))
			i++;
		else
			break;
	}
	return i + sentence_sign(s, i, ',');
}

/* A word of the language that is no name, as far as one can see. */
static bool is_common_word(const struct sentence *s, size_t i)
{
	return sentence_has(s, i, NO_CLASS) ||
	       (s->words[i]->sense >= 0 && !sentence_has(s, i, CLASS_GIVEN | CLASS_FAMILY | CLASS_PARTICLE | CLASS_UNKNOWN));
}

/* A word on which no name goes on. Behind a common word among those of a name it may. */
static bool ends_name(const struct sentence *s, size_t i)
{
	return i >= s->tokens.count || sentence_has(s, i, CLASS_JOINED) ||
	       (is_common_word(s, i) && (sentence_has(s, i, NO_CLASS) || !context_is_name(s, i + 1)));
}

/* A name begins behind a common word, or another mention, but not behind a kind of body or place: it may be a part of that. */
static bool begins_name(const struct sentence *s, size_t i)
{
	const struct found *before = i > 0 ? sentence_mention(s, i - 1) : NULL;

	if (before != NULL)
		return before->type != TYPE_PER;
	return i == 0 || (is_common_word(s, i - 1) && (!sentence_has(s, i - 1, CLASS_BODY | CLASS_PLACE_KIND) || sentence_definite(s, i - 1)));
}

/* So many of these words are names and nothing else. */
static size_t names_among(const struct sentence *s, size_t i, size_t end)
{
	size_t named = 0;

	for (; i < end; i++)
		named += sentence_has(s, i, CLASS_GIVEN | CLASS_FAMILY) && !sentence_has(s, i, CLASS_AMBIGUOUS);
	return named;
}

void context_person(struct sentence *s, size_t i)
{
	size_t first = name_after(s, i + 1), end = context_name_end(s, first);

	if (end == first)
		return;
	struct found found = context_found(first, end, TYPE_PER, (struct clitic_cut){ 0, 0 });
	found.sure = names_among(s, first, end) > 1 && ends_name(s, end);
	context_claim(s, &found);
}

/*
 * Words of names in a row, not all of them common words as well, are likely a person's, whatever stands before them:
 * the model is told. Between words that are no names they are one for sure, if the first is given to people only.
 */
void context_names(struct sentence *s, size_t i)
{
	size_t end = i + 1;

	if (s->covered[i] >= 0 || s->hints[i] >= HINT_CONTEXT || sentence_has(s, i, NO_CLASS | CLASS_TITLE))
		return;
	while (context_is_name(s, end))
		end++;
	while (end > i + 1 && sentence_has(s, end - 1, CLASS_PARTICLE))
		end--;
	size_t named = names_among(s, i, end) + (end == i + 2 && sentence_has(s, i, CLASS_PARTICLE)); /* Abd al-Rahim */
	if (named == 0 || end == i + 1)
		return;
	struct found found = context_found(i, end, TYPE_PER, s->words[i]->cut);
	found.sure = named > 1 && !sentence_has(s, i, CLASS_AMBIGUOUS) && begins_name(s, i) && ends_name(s, end);
	if (found.sure)
		context_claim(s, &found);
	sentence_hint(s, &found, HINT_NAMES);
}
