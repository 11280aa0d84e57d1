#include "sentence.h"

#include "banned.h"

#define NO_CLASS (CLASS_STOP | CLASS_NO_WORD)

/* The mention that begins at token i, or NULL. */
static const struct found *mention_at(const struct sentence *s, size_t i)
{
	if (i >= s->tokens.count || s->covered[i] < 0)
		return NULL;
	const struct found *found = &s->found[s->covered[i]];
	return found->first == i ? found : NULL;
}

static struct found by_context(size_t first, size_t end, unsigned type, struct clitic_cut cut)
{
	return (struct found){ .first = (uint32_t)first, .end = (uint32_t)end, .cut = cut, .type = (uint8_t)type, .by = BY_CONTEXT,
	                       .tag = -1, .nation = -1, .inner = -1 };
}

static void claim(struct sentence *s, const struct found *found)
{
	const struct found *listed = mention_at(s, found->first);

	if (listed != NULL && listed->end >= found->end && !(listed->first == found->first && listed->end == found->end))
		return;
	if (sentence_add(s, *found) >= 0)
		sentence_hint(s, found, HINT_CONTEXT);
}

/*
 * Definite adjectives from token i on; the nation among them goes to *nation.
 * A nation's adjective must be of the head's gender: else it speaks of another noun.
 */
static size_t adjectives(const struct sentence *s, size_t head, size_t i, int32_t *nation)
{
	while (sentence_definite(s, i) && (s->words[i]->cut.clitics & ~CLITIC_AL) == 0 && !sentence_has(s, i, NO_CLASS) &&
	       sentence_has(s, i, CLASS_ADJECTIVE | CLASS_NATION | CLASS_RELATION) && !sentence_has(s, i, CLASS_TITLE | CLASS_OFFICE)) {
		if (s->words[i]->nation >= 0 && sentence_has(s, i, CLASS_FEMININE) != sentence_has(s, head, CLASS_FEMININE))
			break;
		if (s->words[i]->nation >= 0)
			*nation = s->words[i]->nation;
		i++;
	}
	return i;
}

/* A head with the article is a body where a nation's adjective follows. */
static void national_body(struct sentence *s, size_t i)
{
	int32_t nation = -1;
	size_t end = adjectives(s, i, i + 1, &nation);
	const struct found *of = mention_at(s, end);

	if (end > i + 1 && of != NULL && of->type == TYPE_LOC && (of->cut.clitics & ~CLITIC_AL) == CLITIC_LI)
		end = adjectives(s, i, of->end, &nation);
	else if (nation < 0)
		return;
	struct found found = by_context(i, end, TYPE_ORG, s->words[i]->cut);
	found.nation = nation;
	found.sure = true;
	claim(s, &found);
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
			i = adjectives(s, head, i + 1, nation);
		const struct found *place = mention_at(s, i);
		if (place != NULL && place->type == TYPE_LOC && (place->cut.clitics & ~CLITIC_AL) == CLITIC_LI)
			i = place->end;
		else if (sentence_has(s, i, CLASS_PORTFOLIO) && s->words[i]->cut.clitics == (CLITIC_LI | CLITIC_AL))
			i = adjectives(s, head, i + 1, nation);
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
	const struct found *name = mention_at(s, at);
	if (name != NULL && name->cut.clitics == 0)
		at = name->end;
	else if (is_genitive(s, at))
		at++;
	else
		return;
	at = adjectives(s, i, at, &nation);
	at = joined(s, i, at, &nation);
	struct found found = by_context(i, at, TYPE_ORG, s->words[i]->cut);
	found.nation = nation;
	if (sentence_has(s, i, CLASS_NATIONAL) && nation < 0 && !ministry && name == NULL)
		return;
	found.sure = ministry || nation >= 0 || at - i >= LONG_NAME || construct;
	found.national = ministry;
	claim(s, &found);
}

static void body(struct sentence *s, size_t i)
{
	if (sentence_has(s, i, CLASS_KIND | CLASS_SMALL))
		return;
	if (!sentence_definite(s, i))
		governing_body(s, i);
	else if (sentence_has(s, i, CLASS_NATIONAL))
		national_body(s, i);
}

static bool is_free_word(const struct sentence *s, size_t i)
{
	return i < s->tokens.count && s->covered[i] < 0 && s->tokens.at[i].spaced && (s->words[i]->cut.clitics & ~CLITIC_AL) == 0 &&
	       !sentence_has(s, i, NO_CLASS);
}

/* The listed entry that begins at token i, also an ambiguous one, or -1. */
static int32_t listed_place(const struct sentence *s, size_t i)
{
	for (size_t k = s->count; k-- > 0;)
		if (s->found[k].first == i && s->found[k].type == TYPE_LOC && s->found[k].by == BY_LIST && s->found[k].cut.clitics == 0)
			return (int32_t)k;
	return -1;
}

#define STRANGE_BYTES 6 /* three letters: shorter words are often pieces of others */

/* A word that is none of the language where it stands: behind a noun in construct. */
static bool is_strange(const struct sentence *s, size_t i)
{
	return is_free_word(s, i) && s->words[i]->cut.clitics == 0 && sentence_has(s, i, CLASS_UNKNOWN | CLASS_ACCUSATIVE) &&
	       s->tokens.at[i].fold_len >= STRANGE_BYTES;
}

/* Foreign names of places have up to two words. */
static size_t strange_end(const struct sentence *s, size_t i)
{
	return i + 1 + (is_strange(s, i + 1) && sentence_has(s, i + 1, CLASS_UNKNOWN));
}

/* Behind the city of, the capital (of a nation): a place, whatever else the word may be. */
static void named_place(struct sentence *s, size_t i)
{
	size_t at = i + 1;

	while (sentence_definite(s, at) && sentence_has(s, at, CLASS_NATION | CLASS_ADJECTIVE))
		at++;
	int32_t k = listed_place(s, at);
	if (k >= 0) {
		struct found found = s->found[k];
		found.by = BY_CONTEXT;
		found.sure = true;
		claim(s, &found);
	} else if (at == i + 1 && !sentence_definite(s, i) && is_strange(s, at)) {
		struct found found = by_context(at, strange_end(s, at), TYPE_LOC, (struct clitic_cut){ 0, 0 });
		found.sure = true;
		claim(s, &found);
	}
}

/* An airport, a square, ... with the name of a place. */
static void place(struct sentence *s, size_t i)
{
	size_t at = i + 1 + (sentence_has(s, i + 1, CLASS_BODY) && !sentence_definite(s, i + 1)); /* the building of the city hall of ... */
	const struct found *inner = mention_at(s, at);

	if (sentence_has(s, i, CLASS_KIND)) {
		named_place(s, i);
		return;
	}
	int32_t whole = listed_place(s, i);
	if (whole >= 0 && !sentence_definite(s, i) && s->found[whole].end > i + 1 && sentence_mention(s, i) == &s->found[whole])
		s->found[whole].sure = true;
	if (sentence_definite(s, i) || (inner != NULL && (inner->type != TYPE_LOC || inner->cut.clitics != 0)) || (inner == NULL && !is_strange(s, at)))
		return;
	struct found found = by_context(i, inner != NULL ? inner->end : strange_end(s, at), TYPE_LOC, s->words[i]->cut);
	found.inner = s->covered[at];
	found.sure = true;
	claim(s, &found);
}

/* What stands between brackets from token i on, where it is a place or a body: the token behind it, else i. */
static size_t bracketed(const struct sentence *s, size_t i)
{
	const struct found *found = sentence_sign(s, i, '(') ? mention_at(s, i + 1) : NULL;

	return found != NULL && found->type != TYPE_PER && sentence_sign(s, found->end, ')') ? found->end + 1 : i;
}

/* A dateline: a place, its country or an agency in brackets, a dash. */
static void dateline(struct sentence *s)
{
	size_t end = 0;

	while (end < 3 && is_free_word(s, end) && s->words[end]->cut.clitics == 0)
		end++;
	size_t at = bracketed(s, end);
	if (end == 0 || at == end || !sentence_sign(s, bracketed(s, at), '-'))
		return;
	struct found found = by_context(0, end, TYPE_LOC, (struct clitic_cut){ 0, 0 });
	found.sure = true;
	claim(s, &found);
}

/* Words of a name from token i on: known ones, and one unknown behind them. */
static size_t name_end(const struct sentence *s, size_t i)
{
	size_t end = i;

	while (is_free_word(s, end) && sentence_has(s, end, CLASS_GIVEN | CLASS_FAMILY | CLASS_PARTICLE | CLASS_UNKNOWN))
		end++;
	if (end > i && is_free_word(s, end) && s->words[end]->classes == 0 && (end == i + 1 || sentence_has(s, end - 1, CLASS_PARTICLE)))
		end++;
	return end;
}

/* What may stand between a title and the name: adjectives, the office's body or place, a comma. */
static size_t name_after(const struct sentence *s, size_t i)
{
	size_t limit = i + 8;

	while (i < s->tokens.count && i < limit) {
		const struct found *found = mention_at(s, i);
		if (found != NULL && found->type != TYPE_PER)
			i = found->end;
		else if (sentence_definite(s, i) || sentence_has(s, i, CLASS_PORTFOLIO | CLASS_VOICE | CLASS_OFFICE | CLASS_TITLE))
			i++;
		else
			break;
	}
	return i + sentence_sign(s, i, ',');
}

static void person(struct sentence *s, size_t i)
{
	size_t first = name_after(s, i + 1), end = name_end(s, first);

	if (end > first)
		claim(s, &(struct found){ .first = (uint32_t)first, .end = (uint32_t)end, .type = TYPE_PER, .by = BY_CONTEXT, .tag = -1, .nation = -1, .inner = -1 });
}

static const struct {
	uint32_t classes;
	void (*find)(struct sentence *sentence, size_t i);
} rules[] = {
	{ CLASS_PLACE_KIND, place },
	{ CLASS_BODY, body },
	{ CLASS_TITLE | CLASS_OFFICE | CLASS_VOICE, person },
};

void context_find(struct sentence *s)
{
	dateline(s);
	for (size_t r = 0; r < sizeof(rules) / sizeof(rules[0]); r++)
		for (size_t i = 0; i < s->tokens.count; i++)
			if (sentence_has(s, i, rules[r].classes) && (s->covered[i] < 0 || mention_at(s, i) != NULL))
				rules[r].find(s, i);
}
