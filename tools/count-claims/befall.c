#include "count-claims/befall.h"

#include "count-claims/number-word.h"
#include "letters.h"
#include "banned.h"

#define HAD 24 /* tokens before vehicles in which stands who has them */

/*
 * A feminine plural in -at, or a feminine singular behind a number above ten,
 * that the lexicon does not know: the women that news counts are known, the
 * kinds of things are endless.
 */
static bool is_unknown_thing(const struct reading *reading, const struct counted *counted)
{
	const struct lexeme *lex = lex_at(reading, counted->noun);

	if (lex->is != 0 || lex->event != EVENT_NONE || lex->cue != CUE_NONE || counted->noun < counted->number.last || reading->words.at[counted->noun].words == 0)
		return false;
	struct span fold = token_fold(&reading->tokens, counted->noun);
	if (fold.len > 8 && letter_from_end(fold, 1) == TEH && letter_from_end(fold, 2) == ALEF && letter_from_end(fold, 3) != YEH)
		return true; /* "hundreds of calls"; in -yat women of some country may be counted */
	return counted->number.form != FORM_DUAL && decimal_cmp(counted->number.low, decimal_from(10)) > 0 && letter_from_end(fold, 1) == HEH;
}

bool counts_thing(const struct reading *reading, const struct counted *counted)
{
	if (counted->noun == NO_TOKEN)
		return false;
	return (lex_at(reading, counted->noun)->is & (IS_THING | IS_PERSON)) == IS_THING || is_unknown_thing(reading, counted);
}

bool counts_person(const struct reading *reading, const struct counted *counted)
{
	return counted->noun != NO_TOKEN && is_at(reading, counted->noun, IS_PERSON);
}

bool counts_militants(const struct reading *reading, const struct counted *counted)
{
	return counted->noun != NO_TOKEN && lex_at(reading, counted->noun)->group == GROUP_MILITANTS;
}

bool counts_people(const struct reading *reading, const struct counted *counted)
{
	return counted->number.kind == QUANTITY_COUNT && !counts_thing(reading, counted);
}

bool counts_family(const struct reading *reading, const struct counted *counted)
{
	return counts_thing(reading, counted) && is_at(reading, counted->noun, IS_GENERIC);
}

/* What befalls families as it befalls people. */
static const bool of_people[EVENTS] = { [EVENT_KILLED] = true, [EVENT_ARRESTED] = true, [EVENT_MISSING] = true, [EVENT_KIDNAPPED] = true,
	[EVENT_DISPLACED] = true, [EVENT_RELEASED] = true, [EVENT_RESCUED] = true };

bool event_befalls(const struct reading *reading, const struct counted *counted, enum event event)
{
	if (counted->number.kind == QUANTITY_MONEY || counted->number.kind == QUANTITY_MEASURE)
		return false;
	if (counted->noun != NO_TOKEN && cue_at(reading, counted->noun, CUE_HEADS)) /* a country's inhabitants */
		return event == EVENT_DISPLACED || event == EVENT_INFECTED;
	if (counts_family(reading, counted))
		return of_people[event];
	if (counts_thing(reading, counted))
		return event == EVENT_DESTROYED || (event == EVENT_DEPLOYED && is_at(reading, counted->noun, IS_VEHICLE));
	if (counted->noun == NO_TOKEN)
		return counted->number.kind == QUANTITY_COUNT && event != EVENT_DEPLOYED;
	const struct lexeme *noun = lex_at(reading, counted->noun);
	bool person = (noun->is & (IS_PERSON | IS_VICTIM)) != 0;
	if (counted->number.kind == QUANTITY_PERCENT && event == EVENT_DEPLOYED)
		return false;
	if (counted->number.kind == QUANTITY_PERCENT || event == EVENT_MISSING) /* other things are lost in other ways */
		return person;
	if (event == EVENT_DEPLOYED)
		return noun->event == EVENT_DEPLOYED || (person && (noun->group == GROUP_SECURITY || noun->group == GROUP_MILITARY || noun->group == GROUP_MEDICS || (noun->is & IS_GENERIC) != 0));
	return event != EVENT_DESTROYED || !person;
}

bool vehicles_are_idle(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t begin = counted_begin(counted);

	if (counted->number.definite || (begin > sentence.first && is_at(reading, reading_before(reading, begin), IS_ADJUNCT)))
		return true;
	for (size_t i = begin, steps = 0; i > sentence.first && steps < HAD; steps++) {
		const struct lexeme *lex = lex_at(reading, --i);
		if (lex->cue == CUE_HAS || (lex->event == EVENT_ARRESTED && (lex->is & IS_WEAK) != 0)) /* owned, or seized */
			return true;
		if ((lex->is & (IS_THAT | IS_SPLIT | IS_REPORT)) != 0 || lex->event == EVENT_DEPLOYED)
			break;
	}
	return false;
}

bool event_is_place(const struct reading *reading, size_t i)
{
	return lex_at(reading, i)->act == ACT_ORDERED && is_at(reading, i, IS_MASDAR) && i > 0 && (cue_at(reading, i - 1, CUE_IN) || is_at(reading, i - 1, IS_PLACE));
}

size_t counted_begin(const struct counted *counted)
{
	size_t begin = counted->number.hedge_first;
	return counted->noun != NO_TOKEN && counted->noun < begin ? counted->noun : begin;
}

size_t counted_end(const struct counted *counted)
{
	size_t end = counted->number.hedge_last;
	return counted->noun != NO_TOKEN && counted->noun_end > end ? counted->noun_end : end;
}
