#include "count-claims/source-name.h"

#include "letters.h"
#include "utf8.h"
#include "banned.h"

#define PHRASE 6 /* words that the name of a body has at most */

/* Words that end a noun phrase. */
#define ENDS (IS_VERB | IS_MASDAR | IS_REPORT | IS_PARTICIPLE | IS_ACCORDING | IS_SPLIT | IS_THAT | IS_RELATIVE | IS_ADJUNCT | IS_TIME | IS_OTHER)

static bool ends_phrase(const struct reading *reading, size_t i)
{
	const struct token *token = &reading->tokens.at[i];
	const struct lexeme *lex = lex_at(reading, i);

	if (token->sign != 0)
		return !sign_at(reading, i, '#') && !sign_at(reading, i, '\'');
	return (lex->is & ENDS) != 0 || lex->cue != CUE_NONE || (reading->words.at[i].clitics & (CLITIC_BI | CLITIC_LI)) != 0 ||
	       token->kind == TOKEN_NUMBER;
}

/* With the article, by itself or written as a part of an entry ("the police"). */
static bool definite_at(const struct reading *reading, size_t i)
{
	char article[8];
	size_t len = utf8_encode(ALEF, article);
	struct span fold = token_fold(&reading->tokens, i);

	len += utf8_encode(LAM, article + len);
	return (reading->words.at[i].clitics & CLITIC_AL) != 0 || (fold.len > len && memcmp(fold.ptr, article, len) == 0);
}

size_t source_phrase_end(const struct reading *reading, size_t first, size_t last)
{
	size_t end = first + (reading->words.at[first].words > 0 ? reading->words.at[first].words : 1);
	bool definite = definite_at(reading, first);

	/* Behind a definite word only definite words complete the phrase. */
	while (end < last && end < first + PHRASE && !ends_phrase(reading, end) && !is_at(reading, end, IS_TITLE) && (!definite || definite_at(reading, end)))
		definite = definite_at(reading, end++);
	if (end + 2 < last && end <= first + 2 && sign_at(reading, end, '"')) { /* a name in quotation marks belongs to it */
		size_t close = end + 1;
		while (close < last && close < end + 4 && !sign_at(reading, close, '"'))
			close++;
		if (close < last && sign_at(reading, close, '"'))
			return close + 1;
	}
	return end < last ? end : last;
}

size_t source_unknown_end(const struct reading *reading, size_t first, size_t last)
{
	size_t end = first;

	while (end < last && end < first + 4 && reading->tokens.at[end].kind == TOKEN_WORD && lex_at(reading, end)->is == 0 && lex_at(reading, end)->cue == CUE_NONE &&
	       lex_at(reading, end)->event == EVENT_NONE && reading->words.at[end].words == 1 && (end > first || reading->words.at[end].clitics == 0))
		end++;
	return end;
}

/* The first person named. */
static bool person(const struct reading *reading, size_t first, size_t last, struct span *who, size_t *end)
{
	for (size_t i = first; i < last; i++) {
		const struct name *name = name_at(reading, i);
		if (name != NULL && name->type == NAME_PERSON && name->last <= last) {
			*who = reading_noun(reading, name->first, name->last);
			*end = name->last;
			return true;
		}
	}
	return false;
}

/* The first body or agency: a mention, or a phrase that a head begins. */
static bool body(const struct reading *reading, size_t first, size_t last, uint32_t is, struct span *who, size_t *end)
{
	for (size_t i = first; i < last; i++) {
		const struct name *name = name_at(reading, i);
		bool mentioned = name != NULL && name->type == NAME_BODY && name->first == i && is != IS_AGENCY && !is_at(reading, i, IS_AGENCY) &&
			(i == first || !is_at(reading, i - 1, IS_AGENCY));
		if (!is_at(reading, i, is) && !mentioned)
			continue;
		*end = name != NULL && name->type == NAME_BODY && name->first <= i ? name->last : source_phrase_end(reading, i, last);
		*who = reading_noun(reading, i, *end);
		return true;
	}
	return false;
}

/* A name that the lexicon does not know, behind a title: "Colonel X Y". */
static bool titled(const struct reading *reading, size_t first, size_t last, struct span *who, size_t *end)
{
	for (size_t i = first; i < last; i++) {
		if (!is_at(reading, i, IS_TITLE))
			continue;
		size_t begin = i + (reading->words.at[i].words > 0 ? reading->words.at[i].words : 1);
		size_t run = begin < last ? source_unknown_end(reading, begin, last) : begin;
		if (run >= begin + 2) {
			*who = reading_span(reading, begin, run);
			*end = run;
			return true;
		}
	}
	return false;
}

/* Such a name at the very beginning, where something ends it: "said X Y, the governor". */
static bool untitled(const struct reading *reading, size_t first, size_t last, struct span *who, size_t *end)
{
	*end = source_unknown_end(reading, first, last);
	if (*end == first || (*end < last && !ends_phrase(reading, *end)))
		return false;
	*who = reading_span(reading, first, *end);
	return true;
}

/* The agency that is spoken to ("told Reuters"). */
static void relay(const struct reading *reading, size_t first, size_t last, struct span *via)
{
	for (size_t i = first; i < last; i++)
		if (is_at(reading, i, IS_AGENCY) && (reading->words.at[i].clitics & CLITIC_LI) != 0)
			*via = reading_noun(reading, i, source_phrase_end(reading, i, last));
}

bool source_name(const struct reading *reading, size_t first, size_t last, struct span *who, struct span *via, size_t *end)
{
	*via = (struct span){ NULL, 0 };
	if (first >= last)
		return false;
	relay(reading, first, last, via);
	if (person(reading, first, last, who, end) || untitled(reading, first, last, who, end) || titled(reading, first, last, who, end))
		return true;
	if (body(reading, first, last, IS_BODY, who, end))
		return true;
	for (size_t i = first; i < last; i++)
		if (is_at(reading, i, IS_SAYER) && (i == first || !is_at(reading, i - 1, IS_ADJUNCT))) {
			*end = source_phrase_end(reading, i, last);
			*who = reading_noun(reading, i, *end);
			return true;
		}
	if (via->len == 0 && body(reading, first, last, IS_AGENCY, who, end))
		return true;
	if (is_at(reading, first, IS_PERSON | IS_TITLE)) {
		*end = source_phrase_end(reading, first, last);
		*who = reading_noun(reading, first, *end);
		return true;
	}
	return false;
}
