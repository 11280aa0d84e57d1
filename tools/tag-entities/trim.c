#include "sentence.h"

#include "banned.h"

static void uncover(struct sentence *s, size_t i)
{
	s->covered[i] = -1;
}

/* Words before a name that stay outside it (news agency, city), unless adjectives alone would be left (the border area). */
static void trim_front(struct sentence *s, struct found *found)
{
	uint32_t first = found->first;

	while (found->end - first > 1 && sentence_has(s, first, CLASS_KIND))
		first++;
	if (first == found->first || (sentence_definite(s, first) && sentence_definite(s, first - 1)))
		return;
	for (uint32_t i = found->first; i < first; i++)
		uncover(s, i);
	found->first = first;
	found->cut = (struct clitic_cut){ 0, 0 };
}

/* A nation's adjective behind a name that has no article. */
static void trim_back(struct sentence *s, struct found *found)
{
	while (found->end - found->first > 1 && sentence_definite(s, found->end - 1) && sentence_has(s, found->end - 1, CLASS_NATION) &&
	       !sentence_definite(s, found->end - 2) && !sentence_has(s, found->first, CLASS_BODY | CLASS_PLACE_KIND))
		uncover(s, --found->end);
}

/* Function words and verbs at a name's end are none of it; one may be all that was taken for a name. */
static void trim_stops(struct sentence *s, struct found *found)
{
	while (found->end > found->first && sentence_has(s, found->end - 1, CLASS_STOP) &&
	       !sentence_has(s, found->end - 1, CLASS_GIVEN | CLASS_FAMILY))
		uncover(s, --found->end);
}

/* The army, security forces: no names where no nation or place is named with them. */
static bool is_generic(const struct sentence *s, const struct found *found)
{
	if (!sentence_has(s, found->first, CLASS_NATIONAL) || sentence_has(s, found->first, CLASS_MINISTRY))
		return false;
	for (uint32_t i = found->first + 1; i < found->end; i++)
		if (sentence_has(s, i, CLASS_NATION | CLASS_UNKNOWN) || s->hints[i] != HINT_NONE)
			return false;
	return true;
}

/* A kind of body alone is left where a rule took the name behind it. */
static bool is_kind_alone(const struct sentence *s, const struct found *found)
{
	return found->end == found->first + 1 && sentence_has(s, found->first, CLASS_BODY) && !sentence_definite(s, found->first);
}

#define ALLAH "\xD8\xA7\xD9\x84\xD9\x84\xD9\x87" /* alef, lam, lam, heh */

/* People of a nation, a faith or a kind are no name, nor is a kind of place alone or with adjectives. */
static bool is_common(const struct sentence *s, const struct found *found)
{
	const struct word *word = s->words[found->first];

	if (found->end == found->first + 1 && found->type == TYPE_PER && span_eq(token_fold(&s->tokens, found->first), SPAN(ALLAH)))
		return true;
	if (found->end == found->first + 1 && sentence_has(s, found->first, CLASS_PLACE_KIND) && s->hints[found->first] == HINT_NONE)
		return true;
	if (found->end == found->first + 1)
		return word->nation >= 0 || (word->sense >= 0 && span_eq(list_tag_text(&list_word_classes, word->sense), SPAN("people_noun")));
	if (!sentence_has(s, found->first, CLASS_KIND) || !sentence_definite(s, found->first))
		return false;
	for (uint32_t i = found->first + 1; i < found->end; i++)
		if (!sentence_definite(s, i) || sentence_has(s, i, CLASS_UNKNOWN) || s->hints[i] != HINT_NONE)
			return false;
	return true;
}

/* A word that this document has in a person's name. */
static bool is_name_word(const struct sentence *s, size_t i)
{
	return i < s->tokens.count && s->covered[i] < 0 && (s->recalls[i] == RECALL_BEGIN(TYPE_PER) || s->recalls[i] == RECALL_INSIDE(TYPE_PER)) &&
	       sentence_has(s, i, CLASS_UNKNOWN | CLASS_GIVEN) && !sentence_has(s, i, CLASS_TITLE | CLASS_OFFICE) && s->words[i]->cut.clitics == 0;
}

/* A person's name begins with such words before it. */
static void grow(struct sentence *s, struct found *found, int32_t id)
{
	uint32_t first = found->first;

	while (found->first > 0 && found->cut.clitics == 0 && s->tokens.at[found->first].spaced && is_name_word(s, found->first - 1))
		s->covered[--found->first] = id;
	if (found->first < first)
		found->tag = -1;
}

void trim_mentions(struct sentence *s)
{
	for (size_t i = 0; i < s->tokens.count; i++) {
		const struct found *at = sentence_mention(s, i);
		if (at == NULL)
			continue;
		struct found *found = &s->found[s->covered[i]];
		if (found->type == TYPE_PER && found->by != BY_USER)
			grow(s, found, s->covered[i]);
		if (!found->sure && found->tag < 0) {
			trim_front(s, found);
			trim_back(s, found);
			trim_stops(s, found);
			if (found->end > found->first && (is_common(s, found) || (found->type == TYPE_ORG && (is_generic(s, found) || is_kind_alone(s, found)))))
				for (uint32_t k = found->first; k < found->end; k++)
					uncover(s, k);
		}
		i = found->end > i ? found->end - 1 : i;
	}
}
