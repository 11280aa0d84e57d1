#include "count-claims/toll.h"

#include "count-claims/befall.h"
#include "count-claims/number-word.h"
#include "count-claims/source-name.h"
#include "letters.h"
#include "banned.h"

#define REACH 16    /* tokens before a number in which a word of a toll stands */
#define REACH_TO 40 /* ... before "to 20" */
#define KIND 16     /* ... in which a noun says whose number it is */

/* Whether words that speak of a number itself stand before the number: "the toll of the dead rose to 20". */
bool toll_before(const struct reading *reading, struct sentence sentence, size_t begin)
{
	bool to = begin > sentence.first && cue_at(reading, reading_before(reading, begin), CUE_TO);
	size_t most = to ? REACH_TO : REACH;

	for (size_t i = begin, steps = 0; i > sentence.first && steps < most; steps++) {
		if (is_at(reading, --i, IS_TOLL) && (to || lex_at(reading, i)->event == EVENT_NONE)) /* who "reaches" a place is no toll */
			return true;
		if (is_at(reading, i, IS_SPLIT | IS_THAT))
			return false;
	}
	return false;
}

/* Whether what the number at token i is the number of is neither people nor victims: a definite noun that is none of them, or "its" number. */
static bool names_other(const struct reading *reading, size_t i)
{
	size_t next = i + reading->words.at[i].words;
	const struct lexeme *lex = lex_at(reading, i);

	if ((lex->is & IS_OWN) != 0)
		return letter_from_end(token_fold(&reading->tokens, i), 1) == ALEF; /* "its number", that of things and groups */
	return next < reading->tokens.count && reading->tokens.at[next].kind == TOKEN_WORD && (reading->words.at[next].clitics & ~(unsigned)CLITIC_AL) == 0 && counted_at(reading, next) == NULL &&
	       lex_at(reading, next)->is == 0 && lex_at(reading, next)->cue == CUE_NONE && lex_at(reading, next)->event == EVENT_NONE && lex->event == EVENT_NONE && source_definite(reading, next);
}

/* Whether nothing says whose number it is, in the noun or before it: "the number rose to 20 (persons)", not "its inhabitants, whose number is 20". */
bool toll_of_any(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	if (counted->noun != NO_TOKEN && !(counts_person(reading, counted) && lex_at(reading, counted->noun)->group == GROUP_PERSONS))
		return false;
	for (size_t i = counted_begin(counted), steps = 0; i > sentence.first && steps < KIND; steps++) {
		const struct lexeme *lex = lex_at(reading, --i);
		if ((lex->is & (IS_SPLIT | IS_THAT)) != 0)
			break;
		if ((lex->is & (IS_TOLL | IS_VERB)) == IS_TOLL && names_other(reading, i)) /* "the number of the followers is 20" */
			return false;
		bool forces = (lex->is & IS_BODY) != 0 && (lex->group == GROUP_MILITARY || lex->group == GROUP_SECURITY);
		if ((lex->is & (IS_PERSON | IS_VICTIM)) == IS_PERSON && (forces || (lex->is & (IS_SAYER | IS_BODY)) == 0))
			return false;
	}
	return true;
}
