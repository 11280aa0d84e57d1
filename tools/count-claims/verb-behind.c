#include "count-claims/verb-behind.h"

#include "count-claims/befall.h"
#include "count-claims/undergo.h"
#include "count-claims/number-word.h"
#include "letters.h"
#include "banned.h"

#define REACH 24 /* tokens within which a verb is looked for */

/* Whether an object follows the verb at i: then its subject is no victim. */
static bool has_object(const struct reading *reading, struct sentence sentence, size_t i)
{
	size_t next = i + reading->words.at[i].words;

	bool destroys = lex_at(reading, i)->event == EVENT_DESTROYED && next < sentence.last && (reading->words.at[next].clitics & (CLITIC_BI | CLITIC_LI)) == 0;
	if (destroys && ((is_at(reading, next, IS_THING) && !is_at(reading, next, IS_ADJUNCT)) || cue_at(reading, next, CUE_PART))) /* "6 raids destroyed houses" */
		return true;
	return next < sentence.last && (counted_at(reading, next) != NULL || (is_at(reading, next, IS_PERSON) && !is_at(reading, next, IS_ADJUNCT)));
}

/* Past what stands between two commas, which says more of the subject; a verb whose object is not named has that subject. */
static size_t behind_parenthesis(const struct reading *reading, struct sentence sentence, size_t comma)
{
	size_t verb = comma + 1;

	if (verb < sentence.last && is_at(reading, verb, IS_VERB) && lex_at(reading, verb)->event != EVENT_NONE && !has_object(reading, sentence, verb))
		return verb;
	for (size_t i = comma + 1; i < sentence.last && i < comma + 10; i++)
		if (sign_at(reading, i, ','))
			return i + 1;
	return comma + 1;
}

/* The event of the verb at i, whose subject is counted. */
static const char *behind_verb(const struct reading *reading, struct sentence sentence, struct counted *counted, size_t i)
{
	const struct lexeme *lex = lex_at(reading, i);
	bool agent = lex->event == EVENT_ATTACKED || lex->event == EVENT_DEPLOYED || lex->event == EVENT_PROTESTED || lex->event == EVENT_DISPLACED;

	if (!agent && ((lex->is & IS_ACTIVE) != 0 || has_object(reading, sentence, i))) {
		counted->event = counts_person(reading, counted) ? EVENT_ATTACKED : EVENT_NONE;
		return "the subject of a verb behind it";
	}
	if (lex->event == EVENT_PROTESTED && (lex->is & IS_WEAK) != 0 && counted->noun != NO_TOKEN && is_at(reading, counted->noun, IS_VEHICLE)) {
		counted->event = EVENT_DEPLOYED; /* "4 planes took part" */
		counted->governor = i;
		return "they took part";
	}
	if (!event_befalls(reading, counted, lex->event))
		return NULL;
	counted->event = lex->event;
	counted->governor = i;
	return "the verb behind it";
}

/* Whether a number that stands between belongs to the subject as well: coordinated, a part, or the whole of which it is a part. */
static bool within_subject(const struct reading *reading, size_t i)
{
	enum cue cue = i > 0 ? lex_at(reading, reading_before(reading, i))->cue : CUE_NONE;

	return cue == CUE_OUT_OF || cue == CUE_PART || joined_at(reading, i);
}

/* Whether the verb at i may be that of more than two people before it: behind its subject it is in the plural, -u or -n. */
static bool agrees(const struct reading *reading, const struct counted *counted, size_t i)
{
	struct span verb = token_fold(&reading->tokens, i);
	unsigned end = letter_from_end(verb, 1);

	if (reading->words.at[i].words > 1 || !counts_person(reading, counted) || counted->number.kind != QUANTITY_COUNT || decimal_cmp(counted->number.low, decimal_from(2)) <= 0)
		return true;
	return end == NOON || (end == ALEF && letter_from_end(verb, 2) == WAW);
}

/* The verb behind the number: "20 people were killed", "20 people who ... were killed", "20 were among the dead". */
const char *event_of_verb_behind(const struct reading *reading, struct sentence sentence, struct counted *counted)
{
	bool relative = false, other_head = false, comma = false;

	for (size_t i = counted_end(counted), steps = 0; i < sentence.last && steps < REACH; i++, steps++) {
		const struct lexeme *lex = lex_at(reading, i);
		const struct counted *other = counted_at(reading, i);

		if (sign_at(reading, i, ',')) {
			if (i + 1 < sentence.last && (reading->words.at[i + 1].clitics & CLITIC_WA) != 0 && !cue_at(reading, i + 1, CUE_PART))
				return NULL; /* "20 cars, and after ..." */
			comma = true;
			i = behind_parenthesis(reading, sentence, i) - 1;
			continue;
		}
		if ((lex->is & (IS_SPLIT | IS_THAT)) != 0 || (other != NULL && other != counted && other->number.hedge_first == i && !within_subject(reading, i)))
			return NULL;
		if ((lex->is & IS_VICTIM) != 0 && lex->event != EVENT_NONE && i > 0) {
			enum cue cue = lex_at(reading, reading_before(reading, i))->cue;
			if ((cue == CUE_AMONG || cue == CUE_PART || cue == CUE_STILL) && !counts_thing(reading, counted)) {
				counted->event = lex->event;
				counted->governor = i;
				return "among those";
			}
		}
		if ((lex->is & IS_RELATIVE) != 0)
			relative = true, other_head = i > counted_end(counted);
		if ((lex->is & (IS_VERB | IS_REPORT)) == 0 || event_is_place(reading, i))
			continue;
		if (relative && (lex->event == EVENT_NONE || other_head)) { /* the verb of the relative clause */
			relative = false;
			continue;
		}
		if (i == counted_end(counted) && lex->event == EVENT_NONE && lex->cue != CUE_UNDERGO && counts_person(reading, counted) && !counted->number.definite &&
		    (reading->words.at[counted->noun].clitics & CLITIC_AL) == 0)
			continue; /* "20 people (who) work there were killed" */
		size_t governor;
		if (lex->cue == CUE_UNDERGO && (counted->event = (uint8_t)undergo_behind(reading, sentence, counted, i + 1, &governor)) != EVENT_NONE) {
			counted->governor = governor;
			return "what they underwent";
		}
		if (comma && lex->event == EVENT_KILLED && (lex->is & IS_WEAK) != 0) /* what "fell" is said right behind */
			return NULL;
		if (lex->event == EVENT_ATTACKED && (lex->is & IS_WEAK) != 0 && !counts_militants(reading, counted))
			return NULL;
		if (!agrees(reading, counted, i))
			return NULL;
		if (lex->event == EVENT_NONE || (reading->words.at[i].clitics & (CLITIC_WA | CLITIC_FA | CLITIC_LI)) != 0 || cue_at(reading, i - 1, CUE_NOT))
			return NULL;
		return behind_verb(reading, sentence, counted, i);
	}
	return NULL;
}
