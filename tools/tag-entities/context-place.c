#include "context.h"

#include "banned.h"

/* Words of a place's name behind its kind: one of no language, or those of a person whom it is named after. */
static size_t named_end(const struct sentence *s, size_t i, bool person)
{
	size_t end = person && sentence_has(s, i, CLASS_GIVEN | CLASS_FAMILY | CLASS_PARTICLE) ? context_name_end(s, i) : i;

	if (end > i + 1) /* one word alone is often another one */
		return end;
	return context_is_strange(s, i) ? context_strange_end(s, i) : i;
}

/* Behind the city of, the capital (of a nation): a place, whatever else the word may be. */
static void named_place(struct sentence *s, size_t i)
{
	size_t at = i + 1;

	while (sentence_definite(s, at) && sentence_has(s, at, CLASS_NATION | CLASS_ADJECTIVE))
		at++;
	int32_t k = context_listed(s, at, TYPE_LOC, 0);
	size_t end = at == i + 1 && !sentence_definite(s, i) ? named_end(s, at, sentence_has(s, i, CLASS_NAMED)) : at;
	context_claim_named(s, k, at, end, TYPE_LOC);
}

/* The end of what a place is named after: a place, a person with a title, a word of no language; i where it is none. */
static size_t place_name_end(const struct sentence *s, size_t i)
{
	const struct found *inner = context_mention_at(s, i);
	size_t at = i;

	if (inner != NULL)
		return inner->type == TYPE_LOC && inner->cut.clitics == 0 ? inner->end : i;
	while (sentence_definite(s, at) && sentence_has(s, at, CLASS_TITLE))
		at++;
	size_t end = at > i ? context_name_end(s, at) : named_end(s, at, false);
	return end > at ? end : i;
}

/* An airport, a square, ... with the name of a place or a person, and its adjectives. */
void context_place(struct sentence *s, size_t i)
{
	/* The building of the city hall of ..., the peninsula of ... */
	size_t at =
	    i + 1 +
	    (sentence_has(s, i + 1, CLASS_BODY | CLASS_PLACE_KIND) && !sentence_has(s, i + 1, CLASS_KIND) && !sentence_definite(s, i + 1));

	if (sentence_has(s, i, CLASS_KIND)) {
		named_place(s, i);
		return;
	}
	if (sentence_definite(s, i))
		return;
	int32_t nation = -1;
	const struct found *whole = context_mention_at(s, i), *inner = context_mention_at(s, at);
	bool listed = whole != NULL && whole->type == TYPE_LOC && whole->end > i + 1;
	size_t end = listed ? whole->end : place_name_end(s, at);
	if (end == at && !listed)
		return;
	size_t adjectives = context_adjectives(s, i, end, &nation);
	struct found found = listed ? *whole : context_found(i, end, TYPE_LOC, s->words[i]->cut);
	found.inner = listed || inner == NULL ? -1 : s->covered[at];
	found.end = (uint32_t)(nation < 0 ? adjectives : end);
	found.by = BY_CONTEXT;
	found.sure = true;
	context_claim(s, &found);
}
