#include "count-claims/source-name.h"

#include "count-claims/name-form.h"
#include "count-claims/number-word.h"
#include "letters.h"
#include "utf8.h"
#include "banned.h"

#define PHRASE 6 /* words that the name of a body has at most */
#define NAME 7   /* ... and that of a person */
#define LONGEST 5 /* ... where nothing but their form says that they are a name */
#define QUOTED 5  /* ... and that of a paper in quotation marks */

/* Words that end a noun phrase. */
#define ENDS (IS_VERB | IS_MASDAR | IS_REPORT | IS_PARTICIPLE | IS_ACCORDING | IS_SPLIT | IS_THAT | IS_RELATIVE | IS_ADJUNCT | IS_TIME | IS_OTHER)

bool source_is_portfolio(const struct reading *reading, size_t i)
{
	return (reading->words.at[i].clitics & CLITIC_AL) != 0 && (lex_at(reading, i)->is & (IS_MASDAR | IS_VERB)) == IS_MASDAR && i > 0 &&
	       is_at(reading, reading_before(reading, i), IS_TITLE | IS_BODY);
}

static bool ends_phrase(const struct reading *reading, size_t i)
{
	const struct token *token = &reading->tokens.at[i];
	const struct lexeme *lex = lex_at(reading, i);

	if (token->sign != 0)
		return !sign_at(reading, i, '#') && !sign_at(reading, i, '\'');
	return ((lex->is & ENDS) != 0 && !source_is_portfolio(reading, i)) || (lex->cue != CUE_NONE && lex->cue != CUE_HOSPITAL) || (reading->words.at[i].clitics & (CLITIC_BI | CLITIC_LI)) != 0 ||
	       token->kind == TOKEN_NUMBER;
}

bool source_definite(const struct reading *reading, size_t i)
{
	char article[8];
	size_t len = utf8_encode(ALEF, article);
	struct span fold = token_fold(&reading->tokens, i);

	len += utf8_encode(LAM, article + len);
	return (reading->words.at[i].clitics & CLITIC_AL) != 0 || (fold.len > len && memcmp(fold.ptr, article, len) == 0);
}

/* Whether the word at i begins another phrase than the one begun at `first`: a title, an agency that is told, "of X" behind those who say it. */
static bool begins_another(const struct reading *reading, size_t first, size_t i)
{
	bool office = i == first + 1 && is_at(reading, first, IS_BODY) && !source_definite(reading, first); /* "the office of the minister" */
	if ((is_at(reading, i, IS_TITLE) && !office) || (is_at(reading, i, IS_AGENCY) && !is_at(reading, first, IS_AGENCY)))
		return true;
	return is_at(reading, first, IS_SAYER) && name_begins_with(reading, i, BEH) && lex_at(reading, i)->is == 0 && name_at(reading, i) == NULL;
}

size_t source_phrase_end(const struct reading *reading, size_t first, size_t last)
{
	size_t end = first + (reading->words.at[first].words > 0 ? reading->words.at[first].words : 1);
	bool definite = source_definite(reading, end - 1);

	/* Behind a definite word only definite words complete the phrase. */
	while (end < last && end < first + PHRASE && !ends_phrase(reading, end) && !begins_another(reading, first, end) && (lex_at(reading, end)->is != 0 || !name_has_pronoun(reading, end)) && (!definite || source_definite(reading, end)))
		definite = source_definite(reading, end++);
	if (end + 2 < last && end <= first + 4 && sign_at(reading, end, '"')) { /* a name in quotation marks belongs to it */
		size_t close = end + 1;
		while (close < last && close < end + 4 && !sign_at(reading, close, '"'))
			close++;
		if (close < last && sign_at(reading, close, '"'))
			return close + 1;
	}
	return end < last ? end : last;
}

/* "To" by itself, before a quotation mark: "told 'X'". */
static bool is_to(const struct reading *reading, size_t i)
{
	char lam[4];
	size_t len = utf8_encode(LAM, lam);

	return span_eq(token_fold(&reading->tokens, i), (struct span){ lam, len });
}

/* Past the initial of a title: "d. X Y". */
static size_t behind_initial(const struct reading *reading, size_t i, size_t last)
{
	bool initial = i + 2 < last && reading->tokens.at[i].end - reading->tokens.at[i].start == 2 && sign_at(reading, i + 1, '.');

	return initial ? i + 2 : i;
}

size_t source_unknown_end(const struct reading *reading, size_t first, size_t last)
{
	size_t end = first;

	while (end < last && end < first + NAME && !is_to(reading, end) && reading->tokens.at[end].kind == TOKEN_WORD && lex_at(reading, end)->is == 0 && lex_at(reading, end)->cue == CUE_NONE &&
	       lex_at(reading, end)->event == EVENT_NONE && reading->words.at[end].words == 1 && (end > first || reading->words.at[end].clitics == 0))
		end++;
	return end;
}

bool source_is_told(const struct reading *reading, size_t i)
{
	if ((reading->words.at[i].clitics & CLITIC_LI) != 0) /* nor "the toll of the police" */
		return i == 0 || !(is_at(reading, reading_before(reading, i), IS_ACCORDING | IS_TOLL) || (i > 1 && is_at(reading, i - 2, IS_TOLL)));
	const struct name *name = name_at(reading, i);
	if (name != NULL && name->first == i && name->particle == LAM)
		return i > 0 && !is_at(reading, reading_before(reading, i), IS_ACCORDING);
	if (i > 0 && sign_at(reading, i - 1, '"'))
		i--;
	if (i == 0)
		return false;
	size_t before = reading_before(reading, i);
	if (cue_at(reading, before, CUE_TO) || cue_at(reading, before, CUE_WITH)) /* "in a message to Reuters", "in an interview with" */
		return is_at(reading, i, IS_AGENCY);
	if ((reading->words.at[i - 1].clitics & CLITIC_LI) != 0)
		return is_at(reading, i - 1, IS_AGENCY);
	return is_to(reading, i - 1);
}

static bool set(const struct reading *reading, size_t first, size_t end, struct source_name *name)
{
	name->first = first;
	name->end = end;
	name->who = reading_noun(reading, first, end);
	return true;
}

/* The first person named; not in the title of a paper, "in the journal 'X Y'". */
static bool person(const struct reading *reading, size_t first, size_t last, struct source_name *name)
{
	bool title = false;

	for (size_t i = first; i < last; i++) {
		if (sign_at(reading, i, '"') && i > first)
			title = !title;
		if (title)
			continue;
		const struct name *mention = name_at(reading, i);
		if (mention == NULL || mention->type != NAME_PERSON || mention->last > last || source_is_told(reading, i))
			continue;
		size_t end = source_unknown_end(reading, mention->last, last); /* the rest of the name, where something ends it */
		bool ended = end < last && (reading->tokens.at[end].sign != 0 || is_at(reading, end, IS_THAT));
		return set(reading, mention->first, ended || end == last ? end : mention->last, name);
	}
	return false;
}

/* Whether the unknown words up to `end` are a clause rather than a name: too many, nunated, or what follows goes on with them. */
static bool is_clause(const struct reading *reading, size_t first, size_t end, size_t last)
{
	if (end - first > LONGEST || (end < last && (reading->tokens.at[end].kind == TOKEN_NUMBER || is_at(reading, end, IS_RELATIVE | IS_VERB | IS_MASDAR))))
		return true;
	if (end < last && reading->tokens.at[end].kind == TOKEN_WORD && lex_at(reading, end)->is == 0 && lex_at(reading, end)->cue == CUE_NONE && !source_is_told(reading, end))
		return true;
	for (size_t i = first; i < end; i++)
		if (name_has_nunation(reading, i))
			return true;
	return false;
}

/* A name by its form at the very beginning, where something ends it: "said X Y, the governor". */
static bool untitled(const struct reading *reading, size_t first, size_t last, struct source_name *name)
{
	size_t end = source_unknown_end(reading, first, last);
	const struct name *country = name_at(reading, first);

	if (country != NULL && country->type == NAME_PLACE && country->first == first && country->last <= last && country->particle != BEH && country->particle != LAM)
		return (name->guessed = true) && set(reading, first, country->last, name);
	if (end == first || name_has_pronoun(reading, first) || (end < first + 2 && end < last && !ends_phrase(reading, end)))
		return false;
	if (is_clause(reading, first, end, last) || (name_looks_common(reading, first, end) && !name_ends_sharply(reading, end, last))) {
		name->clause = end >= first + 2;
		return false;
	}
	name->guessed = true;
	return set(reading, first, end, name);
}

/* A name by its form behind a title: "Colonel X Y". */
static bool titled(const struct reading *reading, size_t first, size_t last, struct source_name *name)
{
	for (size_t i = first; i < last; i++) {
		if (name_at(reading, i) != NULL && name_at(reading, i)->type != NAME_PERSON) /* "the hospital of King X" */
			continue;
		if (!is_at(reading, i, IS_TITLE) && (lex_at(reading, i)->is & (IS_SAYER | IS_GENERIC)) != (IS_SAYER | IS_GENERIC))
			continue;
		size_t begin = i + (reading->words.at[i].words > 0 ? reading->words.at[i].words : 1);
		while (begin < last && source_definite(reading, begin) && lex_at(reading, begin)->cue == CUE_NONE) /* "the Turkish prime minister" */
			begin++;
		size_t end = begin < last ? source_unknown_end(reading, begin, last) : begin;
		if (end >= begin + 2)
			return set(reading, begin, end, name);
	}
	return false;
}

/* A name by its form behind a comma: "the head of the board, X Y, said". */
static bool apposed(const struct reading *reading, size_t first, size_t last, struct source_name *name)
{
	if (!is_at(reading, first, IS_TITLE | IS_SAYER | IS_PERSON))
		return false;
	for (size_t i = first + 1; i + 2 < last; i++) {
		size_t end = sign_at(reading, i, ',') ? source_unknown_end(reading, i + 1, last) : i;
		if (end >= i + 3 && (end == last || ends_phrase(reading, end)))
			return set(reading, i + 1, end, name);
	}
	return false;
}

/* The first body: a mention, or a phrase that a head begins. */
static bool body(const struct reading *reading, size_t first, size_t last, struct source_name *name)
{
	for (size_t i = first; i < last && (i == first || !is_at(reading, i, IS_ADJUNCT) || cue_at(reading, i, CUE_IN)); i++) {
		const struct name *mention = name_at(reading, i);
		bool mentioned = mention != NULL && mention->type == NAME_BODY && mention->first == i && !is_at(reading, i, IS_AGENCY) &&
			(i == first || !is_at(reading, i - 1, IS_AGENCY));
		if ((mentioned || is_at(reading, i, IS_BODY)) && i > first && source_is_told(reading, i))
			continue;
		bool adjective = !mentioned && i == first + 1 && (lex_at(reading, first)->is & (IS_SAYER | IS_PLURAL)) == (IS_SAYER | IS_PLURAL) && !source_definite(reading, first);
		if (adjective && !source_definite(reading, i) && letter_from_end(token_fold(&reading->tokens, i), 1) == HEH) /* "opposition sources" */
			continue;
		bool seat = mention != NULL && mention->type == NAME_PLACE && mention->first == i && is_at(reading, i, IS_BODY); /* "the hospital of X" */
		if (mentioned || seat)
			return set(reading, i, mention->last, name);
		if (is_at(reading, i, IS_BODY))
			return set(reading, i, source_phrase_end(reading, i, last), name);
	}
	return false;
}

/* Past "in X", attached, behind a body: "the spokesman of the police in X Y Z". */
static size_t behind_seat(const struct reading *reading, size_t i, size_t last)
{
	if (i >= last || !name_begins_with(reading, i, BEH) || lex_at(reading, i)->is != 0)
		return i;
	const struct name *name = name_at(reading, i);
	if (name != NULL)
		return name->type == NAME_PLACE && name->first == i && name->particle == BEH ? name->last : i;
	char article[12];
	size_t len = utf8_encode(BEH, article);
	len += utf8_encode(ALEF, article + len);
	len += utf8_encode(LAM, article + len);
	struct span fold = token_fold(&reading->tokens, i);
	return fold.len > len && memcmp(fold.ptr, article, len) == 0 ? i + 1 : i;
}

/* A name by its form behind the body that its bearer speaks for: "the spokesman of the police X Y". */
static bool behind_body(const struct reading *reading, size_t first, size_t last, struct source_name *name)
{
	struct source_name found = { 0 };

	if (!is_at(reading, first, IS_TITLE | IS_SAYER) || !body(reading, first, last, &found))
		return false;
	size_t begin = behind_initial(reading, behind_seat(reading, found.end, last), last), end = begin < last ? source_unknown_end(reading, begin, last) : last;
	return end >= begin + 2 && (end == last || ends_phrase(reading, end)) && set(reading, begin, end, name);
}

/* Whether a body is named first: then who speaks is that body, whoever is named behind it. */
static bool begins_with_body(const struct reading *reading, size_t first)
{
	const struct name *mention = name_at(reading, first);

	if (is_at(reading, first, IS_TITLE | IS_SAYER | IS_AGENCY) || source_is_told(reading, first))
		return false;
	return mention != NULL ? mention->type == NAME_BODY && mention->first == first : is_at(reading, first, IS_BODY);
}

/* Whether nothing knows the word at i: it may be a part of a name. */
static bool may_be_named(const struct reading *reading, size_t i)
{
	return name_at(reading, i) == NULL && source_unknown_end(reading, i, i + 1) == i + 1;
}

/* A name by its form that ends the subject, behind all that its bearer speaks for: "the spokesman of X in the town of Y Z W said that". */
static bool closing_name(const struct reading *reading, size_t first, size_t last, struct source_name *name)
{
	for (size_t i = first + 1; i < last; i++)
		if (sign_at(reading, i, ','))
			last = i;
	size_t begin = last;

	if (!is_at(reading, first, IS_TITLE | IS_SAYER | IS_PERSON) || (lex_at(reading, first)->is & (IS_SAYER | IS_PLURAL)) == (IS_SAYER | IS_PLURAL))
		return false;
	while (begin > first + 1 && (may_be_named(reading, begin - 1) || (begin < last && begin > first + 2 && is_at(reading, begin - 1, IS_PERSON) && !source_definite(reading, begin - 1) &&
	       may_be_named(reading, begin - 2) && !source_definite(reading, begin - 2))))
		begin--;
	while (begin + 2 < last && name_belongs_to_body(reading, begin))
		begin++;
	if (last < begin + 2 || last - begin > LONGEST || is_at(reading, begin - 1, IS_PLACE | IS_ADJUNCT | IS_OTHER) || cue_at(reading, begin - 1, CUE_FROM))
		return false;
	return !is_clause(reading, begin, last, last) && set(reading, begin, last, name);
}

/* "sources of agency X", "figures of X": nothing stands between the noun at i and the agency at `end`, which is not told. */
static bool is_of_agency(const struct reading *reading, size_t i, size_t end)
{
	return is_at(reading, i, IS_SAYER) && is_at(reading, i, IS_PLURAL) && !is_at(reading, i, IS_PERSON) && end == i + 1 && !source_definite(reading, i) &&
	       is_at(reading, end, IS_AGENCY) && reading->words.at[end].clitics == 0 && (i == 0 || !cue_at(reading, reading_before(reading, i), CUE_TOLD));
}

/* The first phrase that a word of kind `is` begins, which no preposition puts aside. */
static bool phrase(const struct reading *reading, size_t first, size_t last, uint32_t is, struct source_name *name)
{
	for (size_t i = first; i < last; i++) {
		if (i > first && is == IS_AGENCY && is_at(reading, reading_before(reading, i), IS_AGENCY))
			continue; /* the rest of its name */
		if (!is_at(reading, i, is) || (i > first && is_at(reading, i - 1, IS_ADJUNCT)) || source_is_told(reading, i))
			continue;
		size_t end = source_phrase_end(reading, i, last);
		if (end < last && is_of_agency(reading, i, end))
			return set(reading, end, source_phrase_end(reading, end, last), name);
		return set(reading, i, end, name);
	}
	return false;
}

/* The agency that is spoken to: "told Reuters", "told 'X'". */
static void relay(const struct reading *reading, size_t first, size_t last, struct source_name *name)
{
	for (size_t i = first; i < last && name->via.len == 0; i++) {
		if (!source_is_told(reading, i))
			continue;
		if (is_at(reading, i, IS_AGENCY))
			name->via = reading_noun(reading, i, source_phrase_end(reading, i, last));
		else if (i > 0 && sign_at(reading, i - 1, '"'))
			for (size_t close = i + 1; close < last && close <= i + QUOTED; close++)
				if (sign_at(reading, close, '"')) {
					name->via = reading_noun(reading, i, close);
					break;
				}
	}
}

/* Before the clause that says more of an indefinite noun: "a report (that) the council issued". */
static size_t before_verb(const struct reading *reading, size_t first, size_t last)
{
	for (size_t i = first + 1; i < last; i++)
		if (is_at(reading, i, IS_VERB) && name_at(reading, i) == NULL && !is_at(reading, i, IS_TITLE | IS_PERSON | IS_BODY))
			return i;
	return last;
}

bool source_name_find(const struct reading *reading, size_t first, size_t last, struct source_name *name)
{
	*name = (struct source_name){ .first = first, .end = first };
	if (first >= last)
		return false;
	relay(reading, first, last, name);
	if (is_at(reading, first, IS_VERB) && name_at(reading, first) == NULL && !is_at(reading, first, IS_TITLE | IS_PERSON | IS_BODY))
		return false; /* a clause of its own */
	last = before_verb(reading, first, last);
	return (begins_with_body(reading, first) && body(reading, first, last, name)) || person(reading, first, last, name) || untitled(reading, first, last, name) ||
	       titled(reading, first, last, name) || apposed(reading, first, last, name) || behind_body(reading, first, last, name) ||
	       closing_name(reading, first, last, name) || body(reading, first, last, name) || phrase(reading, first, last, IS_SAYER, name) ||
	       phrase(reading, first, last, IS_AGENCY, name) ||
	       (is_at(reading, first, IS_PERSON | IS_TITLE) && (reading->words.at[first].clitics & (CLITIC_BI | CLITIC_LI)) == 0 &&
		set(reading, first, source_phrase_end(reading, first, last), name));
}

void source_spell_article(struct buf *spelled, const struct reading *reading, bool to, struct source_name *name)
{
	char lam[4], alef[4];
	size_t len = utf8_encode(LAM, lam), from = spelled->len;

	utf8_encode(ALEF, alef);
	const struct name *mention = name_at(reading, name->first);
	bool own = mention != NULL && mention->first == name->first && mention->particle == 0; /* its lam is its own */
	to = to && !own && name->who.len > 3 * len && memcmp(name->who.ptr, lam, len) == 0;
	bool article = (to || (reading->words.at[name->first].clitics & (CLITIC_LI | CLITIC_AL)) == (CLITIC_LI | CLITIC_AL)) && name->who.len > 2 * len &&
		memcmp(name->who.ptr, lam, len) == 0 && memcmp(name->who.ptr + len, lam, len) == 0;
	if (to && !article) {
		name->who.ptr += len;
		name->who.len -= len;
	}
	if (!article || spelled->cap - spelled->len < name->who.len)
		return;
	buf_add(spelled, alef, len);
	buf_add(spelled, name->who.ptr + len, name->who.len - len);
	name->who = (struct span){ spelled->ptr + from, spelled->len - from };
}
