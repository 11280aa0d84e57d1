#include "context.h"

#include "banned.h"

static bool is_genitive(const struct sentence *s, size_t i)
{
	return sentence_definite(s, i) && (s->words[i]->cut.clitics & ~CLITIC_AL) == 0 &&
	       !sentence_has(s, i, NO_CLASS | CLASS_TITLE | CLASS_OFFICE);
}

/* More portfolios joined by waw, and what a body is for or where, joined by lam. */
static size_t joined(const struct sentence *s, size_t head, size_t i, int32_t *nation)
{
	for (;;) {
		size_t start = i;
		if (sentence_has(s, i, CLASS_PORTFOLIO) && s->words[i]->cut.clitics == (CLITIC_WA | CLITIC_AL) &&
		    context_mention_at(s, i) == NULL && context_listed(s, i, TYPE_ORG, CLITIC_WA) < 0)
			i = context_adjectives(s, head, i + 1, nation);
		const struct found *place = context_mention_at(s, i);
		if (place != NULL && place->type == TYPE_LOC && (place->cut.clitics & ~CLITIC_AL) == CLITIC_LI)
			i = place->end;
		else if (sentence_has(s, i, CLASS_PORTFOLIO) && s->words[i]->cut.clitics == (CLITIC_LI | CLITIC_AL))
			i = context_adjectives(s, head, i + 1, nation);
		if (i == start)
			return i;
	}
}

/* What a body with adjectives is for, joined by lam: for international trade, for human rights. Returns its end, or i. */
static size_t purpose_end(const struct sentence *s, size_t head, size_t i)
{
	const struct found *place = context_mention_at(s, i);
	int32_t nation = -1;
	size_t end = i + 1;

	if (place != NULL && place->type == TYPE_LOC && (place->cut.clitics & ~CLITIC_AL) == CLITIC_LI)
		return place->end;
	if (i >= s->tokens.count || (s->words[i]->cut.clitics & ~CLITIC_AL) != CLITIC_LI || sentence_has(s, i, NO_CLASS))
		return i;
	bool portfolio = sentence_has(s, i, CLASS_PORTFOLIO);
	if (s->words[i]->cut.clitics == CLITIC_LI) {
		while (sentence_has(s, end, CLASS_PORTFOLIO) && s->words[end]->cut.clitics == 0)
			end++;
		if (!portfolio || !is_genitive(s, end))
			return i;
		end++;
	}
	size_t adjectives = context_adjectives(s, head, end, &nation);
	return portfolio || adjectives > end ? joined(s, head, adjectives, &nation) : i;
}

/* A noun between a head and its genitive: of the words with no class, one with a definite noun behind it. */
static bool is_construct(const struct sentence *s, size_t i)
{
	return i < s->tokens.count && s->covered[i] < 0 && s->words[i]->cut.clitics == 0 &&
	       (s->words[i]->classes & ~(uint32_t)(CLASS_PARTICLE | CLASS_BODY | CLASS_FEMININE | CLASS_SMALL)) == 0 &&
	       s->tokens.at[i].kind == TOKEN_WORD && sentence_definite(s, i + 1) && s->words[i + 1]->cut.clitics == CLITIC_AL;
}

/*
 * A head with the article and adjectives is a body where a nation is among them, for a head that each nation has, or
 * where what it is for follows: the Norwegian council for the affairs of refugees.
 */
static void definite_body(struct sentence *s, size_t i)
{
	int32_t nation = -1;
	size_t end = context_adjectives(s, i, i + 1, &nation), purpose = end > i + 1 ? purpose_end(s, i, end) : end;

	if (purpose == end && (nation < 0 || !sentence_has(s, i, CLASS_NATIONAL)))
		return;
	struct found found = context_found(i, context_adjectives(s, i, purpose, &nation), TYPE_ORG, s->words[i]->cut);
	found.nation = sentence_has(s, i, CLASS_NATIONAL) ? nation : -1;
	found.sure = true;
	context_claim(s, &found);
}

/* So many words that belong together are hardly so by chance. */
#define LONG_NAME 4

/* A movement, a company, ... and a body of the lists: the kind is a part of the name only where the rest is no name without it. */
static bool group_name(struct sentence *s, size_t i, size_t at)
{
	int32_t k = sentence_has(s, i, CLASS_GROUP) && at == i + 1 ? context_listed(s, at, TYPE_ORG, 0) : -1;

	if (k < 0)
		return false;
	if (!s->found[k].ambiguous) {
		context_claim_listed(s, k);
		return true;
	}
	struct found found = context_found(i, s->found[k].end, TYPE_ORG, s->words[i]->cut);
	found.sure = true;
	context_claim(s, &found);
	return true;
}

/* A head in the construct state: what it governs, and adjectives. */
static void governing_body(struct sentence *s, size_t i)
{
	int32_t nation = -1;
	size_t at = i + 1;
	bool ministry = sentence_has(s, i, CLASS_MINISTRY) && sentence_has(s, at, CLASS_PORTFOLIO);

	while (sentence_has(s, at, CLASS_PORTFOLIO) && s->words[at]->cut.clitics == 0)
		at++;
	at += at == i + 1 && is_construct(s, at);
	/* What the body is for, or a body's noun again: the union of the workers of ..., the agency of the administration of ... */
	bool construct = at == i + 2 && sentence_has(s, i + 1, CLASS_PORTFOLIO | CLASS_BODY) && is_genitive(s, at);
	at += sentence_has(s, at, CLASS_KIND) && s->words[at]->cut.clitics == 0 &&
	      context_mention_at(s, at + 1) != NULL; /* the police of the province of ... */
	if (group_name(s, i, at))
		return;
	const struct found *name = context_mention_at(s, at);
	int32_t place = name == NULL && sentence_has(s, i, CLASS_NATIONAL | CLASS_MINISTRY) ? context_listed(s, at, TYPE_LOC, 0) : -1;
	if (place >= 0)
		name = &s->found[place]; /* the police of a place that is another word as well */
	int32_t its_own = -1; /* the nation of the name inside, which may be of another gender */
	if (name != NULL && name->cut.clitics == 0)
		at = context_adjectives(s, at, name->end, &its_own);
	else if (is_genitive(s, at))
		at++;
	else
		return;
	at = context_adjectives(s, i, at, &nation);
	at = joined(s, i, at, &nation);
	struct found found = context_found(i, at, TYPE_ORG, s->words[i]->cut);
	found.nation = nation;
	bool unnamed = nation < 0 && !ministry && name == NULL;
	if (unnamed && (sentence_has(s, i, CLASS_NATIONAL) || sentence_has(s, at - 1, CLASS_BODY)))
		return; /* the board of the company */
	found.sure = ministry || nation >= 0 || its_own >= 0 || at - i >= LONG_NAME || construct || (name != NULL && name->type != TYPE_PER);
	found.national = ministry;
	context_claim(s, &found);
}

#define QUOTED_WORDS 4

/* The end of what stands between quotation marks from token i on, where it can be a name: a few words, none of function. Else i. */
static size_t quoted_end(const struct sentence *s, size_t i)
{
	size_t end = i + 1;

	if (!sentence_sign(s, i, '"'))
		return i;
	while (end < s->tokens.count && end <= i + QUOTED_WORDS && s->tokens.at[end].kind == TOKEN_WORD &&
	       !sentence_has(s, end, CLASS_STOP | CLASS_JOINED))
		end++;
	return end > i + 1 && sentence_sign(s, end, '"') ? end : i;
}

/* Behind a kind of body that stays outside its name (an agency, a newspaper, a company): the name, also between quotation marks. */
static void named_body(struct sentence *s, size_t i)
{
	size_t at = i + 1;

	while (sentence_definite(s, at) && sentence_has(s, at, CLASS_NATION | CLASS_ADJECTIVE))
		at++;
	size_t quoted = quoted_end(s, at);
	at += sentence_sign(s, at, '"') || sentence_sign(s, at, '(');
	int32_t k = context_listed(s, at, TYPE_ORG, 0);
	bool strange =
	    sentence_has(s, i, CLASS_KIND) && !sentence_definite(s, i) && context_is_strange(s, at) && sentence_has(s, at, CLASS_UNKNOWN);
	size_t end = quoted > at ? quoted : strange ? context_strange_end(s, at) : at;
	context_claim_named(s, k, at, end, TYPE_ORG);
}

/* What stands whole between quotation marks and is a body's name, besides other things, is that: a newspaper's. */
static void quoted_body(struct sentence *s, size_t i)
{
	int32_t k = sentence_sign(s, i, '"') ? context_listed(s, i + 1, TYPE_ORG, 0) : -1;

	if (k < 0 || !sentence_sign(s, s->found[k].end, '"'))
		return;
	context_claim_listed(s, k);
}

void context_body(struct sentence *s, size_t i)
{
	const struct found *listed = context_mention_at(s, i);

	if (listed != NULL && listed->type == TYPE_LOC)
		return; /* the Suez Canal, which is no channel */
	if (sentence_has(s, i, CLASS_NO_WORD))
		quoted_body(s, i);
	else if (i > 0 && sentence_has(s, i - 1, CLASS_OFFICE) && sentence_has(s, i, CLASS_PORTFOLIO))
		return; /* of a foreign minister */
	else if (sentence_has(s, i, CLASS_KIND) || (sentence_has(s, i, CLASS_GROUP) && sentence_sign(s, i + 1, '"')))
		named_body(s, i);
	else if (sentence_has(s, i, CLASS_PLACE_KIND))
		return;
	else if (sentence_has(s, i, CLASS_SMALL)) {
		if (!sentence_definite(s, i))
			group_name(s, i, i + 1);
	}
	else if (sentence_definite(s, i))
		definite_body(s, i);
	else
		governing_body(s, i);
}
