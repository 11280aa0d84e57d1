#include "context.h"

#include "banned.h"

/* A head with the article is a body where a nation's adjective follows. */
static void national_body(struct sentence *s, size_t i)
{
	int32_t nation = -1;
	size_t end = context_adjectives(s, i, i + 1, &nation);
	const struct found *of = context_mention_at(s, end);

	if (end > i + 1 && of != NULL && of->type == TYPE_LOC && (of->cut.clitics & ~CLITIC_AL) == CLITIC_LI)
		end = context_adjectives(s, i, of->end, &nation);
	else if (nation < 0)
		return;
	struct found found = context_found(i, end, TYPE_ORG, s->words[i]->cut);
	found.nation = nation;
	found.sure = true;
	context_claim(s, &found);
}

static bool is_genitive(const struct sentence *s, size_t i)
{
	return sentence_definite(s, i) && (s->words[i]->cut.clitics & ~CLITIC_AL) == 0 && !sentence_has(s, i, NO_CLASS | CLASS_TITLE | CLASS_OFFICE);
}

/* More portfolios joined by waw, and what a body is for or where, joined by lam. */
static size_t joined(const struct sentence *s, size_t head, size_t i, int32_t *nation)
{
	for (;;) {
		size_t start = i;
		if (sentence_has(s, i, CLASS_PORTFOLIO) && s->words[i]->cut.clitics == (CLITIC_WA | CLITIC_AL))
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

/* A noun between a head and its genitive: of the words with no class, one with a definite noun behind it. */
static bool is_construct(const struct sentence *s, size_t i)
{
	return i < s->tokens.count && s->covered[i] < 0 && s->words[i]->cut.clitics == 0 && (s->words[i]->classes & ~(uint32_t)(CLASS_PARTICLE | CLASS_BODY | CLASS_FEMININE | CLASS_SMALL)) == 0 &&
	       s->tokens.at[i].kind == TOKEN_WORD && sentence_definite(s, i + 1) && s->words[i + 1]->cut.clitics == CLITIC_AL;
}

/* So many words that belong together are hardly so by chance. */
#define LONG_NAME 4

/* A head in the construct state: what it governs, and adjectives. */
static void governing_body(struct sentence *s, size_t i)
{
	int32_t nation = -1;
	size_t at = i + 1;
	bool ministry = sentence_has(s, i, CLASS_MINISTRY) && sentence_has(s, at, CLASS_PORTFOLIO), construct = false;

	while (sentence_has(s, at, CLASS_PORTFOLIO) && s->words[at]->cut.clitics == 0)
		at++;
	at += at == i + 1 && is_construct(s, at);
	/* What the body is for, or a body's noun again: the union of the workers of ..., the agency of the administration of ... */
	construct = at == i + 2 && sentence_has(s, i + 1, CLASS_PORTFOLIO | CLASS_BODY) && is_genitive(s, at) && !sentence_has(s, i, CLASS_SMALL);
	const struct found *name = context_mention_at(s, at);
	if (name != NULL && name->cut.clitics == 0)
		at = name->end;
	else if (is_genitive(s, at))
		at++;
	else
		return;
	at = context_adjectives(s, i, at, &nation);
	at = joined(s, i, at, &nation);
	struct found found = context_found(i, at, TYPE_ORG, s->words[i]->cut);
	found.nation = nation;
	if (sentence_has(s, i, CLASS_NATIONAL) && nation < 0 && !ministry && name == NULL)
		return;
	found.sure = ministry || nation >= 0 || at - i >= LONG_NAME || construct;
	found.national = ministry;
	context_claim(s, &found);
}

void context_body(struct sentence *s, size_t i)
{
	if (sentence_has(s, i, CLASS_KIND | CLASS_SMALL))
		return;
	if (!sentence_definite(s, i))
		governing_body(s, i);
	else if (sentence_has(s, i, CLASS_NATIONAL))
		national_body(s, i);
}
