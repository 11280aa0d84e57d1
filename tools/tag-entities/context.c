#include "context.h"

#include "banned.h"

const struct found *context_mention_at(const struct sentence *s, size_t i)
{
	if (i >= s->tokens.count || s->covered[i] < 0)
		return NULL;
	const struct found *found = &s->found[s->covered[i]];
	return found->first == i && found->type < TYPES ? found : NULL;
}

struct found context_found(size_t first, size_t end, unsigned type, struct clitic_cut cut)
{
	return (struct found){ .first = (uint32_t)first, .end = (uint32_t)end, .cut = cut, .type = (uint8_t)type, .by = BY_CONTEXT,
	                       .tag = -1, .nation = -1, .inner = -1 };
}

void context_claim(struct sentence *s, const struct found *found)
{
	const struct found *listed = context_mention_at(s, found->first);

	if (listed != NULL && listed->end > found->end)
		return;
	if (sentence_add(s, *found) >= 0)
		sentence_hint(s, found, HINT_CONTEXT);
}

void context_claim_listed(struct sentence *s, int32_t k)
{
	struct found found = s->found[k];

	found.by = BY_CONTEXT;
	found.sure = true;
	context_claim(s, &found);
}

void context_claim_named(struct sentence *s, int32_t k, size_t first, size_t end, unsigned type)
{
	struct found found = context_found(first, end, type, (struct clitic_cut){ 0, 0 });

	found.sure = true;
	if (k >= 0)
		context_claim_listed(s, k);
	else if (end > first)
		context_claim(s, &found);
}

size_t context_adjectives(const struct sentence *s, size_t head, size_t i, int32_t *nation)
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

bool context_is_free(const struct sentence *s, size_t i)
{
	return i < s->tokens.count && s->covered[i] < 0 && s->tokens.at[i].spaced && (s->words[i]->cut.clitics & ~CLITIC_AL) == 0 &&
	       !sentence_has(s, i, NO_CLASS);
}

int32_t context_listed(const struct sentence *s, size_t i, unsigned type, unsigned clitics)
{
	for (int32_t k = i < s->tokens.count ? s->begins[i] : -1; k >= 0; k = s->found[k].same)
		if (s->found[k].type == type && s->found[k].by == BY_LIST && s->found[k].cut.clitics == clitics)
			return k;
	return -1;
}

#define STRANGE_BYTES 6 /* three letters: shorter words are often pieces of others */

bool context_is_strange(const struct sentence *s, size_t i)
{
	if (!context_is_free(s, i))
		return false;
	uint32_t classes = CLASS_UNKNOWN | (s->words[i]->cut.clitics == 0 ? CLASS_ACCUSATIVE : 0);
	return sentence_has(s, i, classes) && s->tokens.at[i].fold_len - s->words[i]->cut.bytes >= STRANGE_BYTES;
}

size_t context_strange_end(const struct sentence *s, size_t i)
{
	return i + 1 + (context_is_strange(s, i + 1) && sentence_has(s, i + 1, CLASS_UNKNOWN) && !sentence_has(s, i + 1, CLASS_GIVEN));
}

#define ALA "\xD8\xB9\xD9\x84\xD9\x89" /* ain, lam, alef maksura: "on", which folds as Ali does */

bool context_is_name(const struct sentence *s, size_t i)
{
	bool behind = i > 0 && sentence_has(s, i - 1, CLASS_PARTICLE) && sentence_definite(s, i);

	if (!context_is_free(s, i) || sentence_has(s, i, CLASS_TITLE) ||
	    (!behind && !sentence_has(s, i, CLASS_GIVEN | CLASS_FAMILY | CLASS_PARTICLE)))
		return false;
	const struct token *token = &s->tokens.at[i];
	return !span_eq((struct span){ s->text.ptr + token->start, token->end - token->start }, SPAN(ALA));
}

size_t context_name_end(const struct sentence *s, size_t i)
{
	size_t end = i;

	while (context_is_name(s, end) || (context_is_free(s, end) && sentence_has(s, end, CLASS_UNKNOWN)))
		end++;
	if (end > i && context_is_free(s, end) && s->words[end]->classes == 0 && (end == i + 1 || sentence_has(s, end - 1, CLASS_PARTICLE)))
		end++;
	return end;
}

/* What stands between brackets from token i on, where it is a place or a body: the token behind it, else i. */
static size_t bracketed(const struct sentence *s, size_t i)
{
	const struct found *found = sentence_sign(s, i, '(') ? context_mention_at(s, i + 1) : NULL;

	return found != NULL && found->type != TYPE_PER && sentence_sign(s, found->end, ')') ? found->end + 1 : i;
}

/* A dateline: a place, its country or an agency in brackets, a dash. */
static void dateline(struct sentence *s)
{
	size_t end = 0;

	while (end < 3 && context_is_free(s, end) && s->words[end]->cut.clitics == 0)
		end++;
	size_t at = bracketed(s, end);
	if (end == 0 || at == end || !sentence_sign(s, bracketed(s, at), '-'))
		return;
	struct found found = context_found(0, end, TYPE_LOC, (struct clitic_cut){ 0, 0 });
	found.sure = true;
	context_claim(s, &found);
}

static const struct {
	uint32_t classes;
	void (*find)(struct sentence *sentence, size_t i);
} rules[] = {
	{ CLASS_PLACE_KIND, context_place },
	{ CLASS_BODY | CLASS_NO_WORD, context_body },
	{ CLASS_TITLE | CLASS_OFFICE | CLASS_VOICE, context_person },
	{ CLASS_GIVEN, context_names },
};

/* The listed place that is another word as well behind one that ends before token i: joined by waw or a comma. Or -1. */
static int32_t joined_place(const struct sentence *s, size_t i)
{
	size_t at = i + sentence_sign(s, i, ',');
	int32_t k = context_listed(s, at, TYPE_LOC, CLITIC_WA);

	if (k < 0 && at > i)
		k = context_listed(s, at, TYPE_LOC, 0);
	return k >= 0 && s->found[k].ambiguous && !s->words[at]->function ? k : -1;
}

/* Behind a function word two such make one another places; so does a place the next one. */
static void coordinated(struct sentence *s, size_t i)
{
	const struct found *before = context_mention_at(s, i);
	int32_t first = before == NULL && i > 0 && sentence_has(s, i - 1, CLASS_STOP) && !s->words[i]->function
			    ? context_listed(s, i, TYPE_LOC, 0)
			    : -1;

	if (before == NULL && first < 0)
		return;
	if (before != NULL && before->type != TYPE_LOC)
		return;
	int32_t next = joined_place(s, before != NULL ? before->end : s->found[first].end);
	if (next < 0)
		return;
	if (first >= 0)
		context_claim_listed(s, first);
	context_claim_listed(s, next);
}

void context_find(struct sentence *s)
{
	dateline(s);
	for (size_t r = 0; r < sizeof(rules) / sizeof(rules[0]); r++)
		for (size_t i = 0; i < s->tokens.count; i++)
			if (sentence_has(s, i, rules[r].classes) && (s->covered[i] < 0 || context_mention_at(s, i) != NULL))
				rules[r].find(s, i);
	for (size_t i = 0; i < s->tokens.count; i++)
		coordinated(s, i);
}
