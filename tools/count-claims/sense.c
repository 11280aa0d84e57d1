#include "count-claims/sense.h"

#include "count-claims/befall.h"
#include "count-claims/number-word.h"
#include "letters.h"
#include "banned.h"

#define COURT 16    /* tokens before a word of killing in which a court may speak */
#define BEHIND 10   /* ... behind a number in which a hospital or a protest stands */
#define TRAP 6      /* ... in which stands where they are trapped */
#define OBJECT 5    /* ... in which stands what they lost */

static bool governor_is(const struct reading *reading, const struct counted *counted, uint32_t is)
{
	return counted->governor != NO_TOKEN && is_at(reading, counted->governor, is);
}

/* Whether a word of protest stands in the sentence. */
static bool speaks_of_protest(const struct reading *reading, struct sentence sentence)
{
	for (size_t i = sentence.first; i < sentence.last; i++)
		if (lex_at(reading, i)->event == EVENT_PROTESTED && ((lex_at(reading, i)->is & IS_WEAK) == 0 || is_at(reading, i, IS_PERSON)))
			return true;
	return false;
}

/* "a house of 5 floors fell": what another thing consists of. */
static bool is_material(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t begin = counted->number.hedge_first;

	if (counted->noun == NO_TOKEN || !is_at(reading, counted->noun, IS_THING) || begin <= sentence.first)
		return false;
	if (cue_at(reading, begin - 1, CUE_MADE)) /* "of a height of 5 floors" */
		return true;
	if (begin == sentence.first + 1 || !cue_at(reading, begin - 1, CUE_FROM))
		return false;
	size_t before = reading_before(reading, begin - 1);
	return is_at(reading, before, IS_THING) || cue_at(reading, before, CUE_MADE);
}

/* "carried out 200 workers a sit-in": what follows names what they did. */
static bool carries_out_protest(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	for (size_t i = counted_end(counted); i < sentence.last && i < counted_end(counted) + OBJECT; i++) {
		if (is_at(reading, i, IS_SPLIT | IS_THAT | IS_VERB) || sign_at(reading, i, ','))
			return false;
		if (lex_at(reading, i)->event == EVENT_PROTESTED && is_at(reading, i, IS_THING | IS_MASDAR))
			return true;
	}
	return false;
}

/* "a march of the unions comprised 200 workers": the verb before the number has a protest for its subject. */
static bool in_march(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t begin = counted_begin(counted);

	if (begin == sentence.first || !is_at(reading, begin - 1, IS_VERB) || lex_at(reading, begin - 1)->event != EVENT_DEPLOYED)
		return false;
	for (size_t i = begin - 1, steps = 0; i > sentence.first && steps < OBJECT; steps++) {
		const struct lexeme *lex = lex_at(reading, --i);
		if (lex->event == EVENT_PROTESTED && (lex->is & IS_THING) != 0)
			return true;
		if ((lex->is & (IS_VERB | IS_SPLIT | IS_THAT)) != 0)
			break;
	}
	return false;
}

/* Whether those who are "held" (the root h-j-z) are held by no one: "2 people were held in a lift". */
static bool is_trapped(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	struct span fold = token_fold(&reading->tokens, counted->governor);
	bool hold = false;

	for (size_t back = 1; 2 * back <= fold.len; back++)
		hold = hold || letter_from_end(fold, back) == ZAIN;
	for (size_t i = counted_end(counted); hold && i < sentence.last && i < counted_end(counted) + TRAP; i++) {
		if (is_at(reading, i, IS_SPLIT | IS_THAT | IS_VERB) || sign_at(reading, i, ','))
			return false;
		if (cue_at(reading, i, CUE_TRAP))
			return true;
	}
	return false;
}

/* A bare "case". */
static bool is_case(const struct reading *reading, const struct counted *counted)
{
	const struct word *word = &reading->words.at[counted->governor];
	return word->words == 1 && (word->lex.is & (IS_VICTIM | IS_PERSON)) == IS_VICTIM;
}

/* "the court ruled that ... be executed", "to 5 years of prison": a verbal noun behind a word of sentencing. */
static bool is_sentence(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t governor = counted->governor;

	if (counted->event == EVENT_SENTENCED || governor == NO_TOKEN || governor > counted->number.first || lex_at(reading, governor)->act != ACT_ORDERED)
		return false;
	for (size_t i = governor, steps = 0; i > sentence.first && steps < COURT; steps++) {
		const struct lexeme *lex = lex_at(reading, --i);
		if (lex->event == EVENT_SENTENCED && (lex->is & (IS_VERB | IS_MASDAR)) != 0)
			return true;
		if ((lex->is & (IS_SPLIT | IS_THAT | IS_REPORT)) != 0)
			return false;
	}
	return false;
}

/* What the people at the number lost: their lives, or something else. */
static enum event lost(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t end = counted_end(counted);

	for (size_t i = end; i < sentence.last && i < end + OBJECT; i++) {
		const struct lexeme *lex = lex_at(reading, i);
		if ((lex->is & IS_OWN) != 0 && (lex->is & IS_THING) != 0)
			return lex->event;
		if ((lex->is & (IS_ADJUNCT | IS_VERB | IS_SPLIT)) != 0 || reading->tokens.at[i].sign != 0)
			break;
	}
	return EVENT_MISSING;
}

/* The event that a place behind the number tells of: those in a hospital were hurt, those in a protest protest. */
static enum event place_tells(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t end = counted_end(counted);
	bool part = false, inside = false, taken = false, civilians = counted->noun != NO_TOKEN && lex_at(reading, counted->noun)->group == GROUP_CIVILIANS;

	if (counted->noun != NO_TOKEN && !is_at(reading, counted->noun, IS_PERSON) && counted->event != EVENT_INFECTED) /* nor "cases" */
		return EVENT_NONE;
	/* Without a noun only "112 of them", "2 to hospital". */
	if (counted->noun == NO_TOKEN && (end >= sentence.last || (!cue_at(reading, end, CUE_TO) && !(cue_at(reading, end, CUE_PART) && is_at(reading, end, IS_OWN)))))
		return EVENT_NONE;
	for (size_t i = end; i < sentence.last && i < end + BEHIND; i++) {
		const struct word *word = &reading->words.at[i];
		bool into = (word->clitics & (CLITIC_BI | CLITIC_LI)) != 0;

		const struct counted *other = counted_at(reading, i);

		part = part || word->lex.cue == CUE_PART;
		if ((word->lex.is & (IS_SPLIT | IS_THAT)) != 0 || (other != NULL && other != counted && !part))
			break;
		if (word->lex.cue == CUE_HOSPITAL)
			return taken || (!civilians && (inside || into)) ? EVENT_WOUNDED : EVENT_NONE; /* "20 workers in hospitals" */
		if (inside && word->lex.event == EVENT_PROTESTED && (word->lex.is & (IS_THING | IS_MASDAR)) != 0)
			return EVENT_PROTESTED;
		taken = word->lex.cue == CUE_TO; /* "took 20 workers to a hospital" */
		inside = word->lex.cue == CUE_IN || taken;
	}
	return EVENT_NONE;
}

/* Whether the counted are people who may be hurt or protest, not those who are there by their trade. */
static bool is_public(const struct reading *reading, const struct counted *counted)
{
	enum group group = counted->noun == NO_TOKEN ? GROUP_PERSONS : lex_at(reading, counted->noun)->group;

	return counted->number.kind == QUANTITY_COUNT && (group == GROUP_PERSONS || group == GROUP_CHILDREN || group == GROUP_CIVILIANS);
}

/* "rose from 25 to 31 dead": the first is of what the second is, or EVENT_NONE. */
static enum event of_the_next(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	const struct counted *next = counted + 1;
	size_t first = counted->number.hedge_first;

	if (next >= reading->counted + reading->counted_count || next->number.hedge_first >= sentence.last || counted->noun != NO_TOKEN || next->noun == NO_TOKEN)
		return EVENT_NONE;
	if (first == sentence.first || !cue_at(reading, first - 1, CUE_FROM) || next->number.hedge_first > counted->number.hedge_last + 3 ||
	    !cue_at(reading, next->number.hedge_first - 1, CUE_TO))
		return EVENT_NONE;
	return is_at(reading, next->noun, IS_VICTIM) ? lex_at(reading, next->noun)->event : EVENT_NONE;
}

/* Whether the governing word is of the root j-r-h, of which nobody is sick. */
static bool says_wound(const struct reading *reading, const struct counted *counted)
{
	if (counted->governor == NO_TOKEN)
		return false;
	struct span fold = token_fold(&reading->tokens, counted->governor);
	for (size_t back = 1; 2 * (back + 2) <= fold.len; back++)
		if (letter_from_end(fold, back) == HAH && (letter_from_end(fold, back + 1) == REH || letter_from_end(fold, back + 2) == REH))
			return true;
	return false;
}

/* Whether soldiers, policemen or vehicles are counted. */
static bool counts_forces(const struct reading *reading, const struct counted *counted)
{
	const struct lexeme *noun = counted->noun != NO_TOKEN ? lex_at(reading, counted->noun) : NULL;

	return noun != NULL && (noun->group == GROUP_SECURITY || noun->group == GROUP_MILITARY || (noun->is & IS_VEHICLE) != 0);
}

static const char *set(struct counted *counted, enum event event, const char *rule)
{
	counted->event = (uint8_t)event;
	return rule;
}

const char *event_sense(const struct reading *reading, struct sentence sentence, struct counted *counted, bool disease, const char *rule)
{
	enum event event;

	if (counted->event == EVENT_PROTESTED && governor_is(reading, counted, IS_WEAK) && !governor_is(reading, counted, IS_PERSON) &&
	    !speaks_of_protest(reading, sentence))
		return counts_forces(reading, counted) ? set(counted, EVENT_DEPLOYED, "they took part") : set(counted, EVENT_NONE, "they came out, but not to protest");
	if (counted->event == EVENT_INFECTED && counted->governor != NO_TOKEN && is_case(reading, counted) && !disease) {
		event = counted->governor == counted->noun ? place_tells(reading, sentence, counted) : EVENT_NONE;
		return set(counted, event, event != EVENT_NONE ? "where they are" : "cases, but not of a disease");
	}
	if (counted->event == EVENT_DESTROYED && is_material(reading, sentence, counted))
		return set(counted, EVENT_NONE, "what another thing consists of");
	if (counted->event == EVENT_SENTENCED && place_tells(reading, sentence, counted) == EVENT_WOUNDED)
		return set(counted, EVENT_WOUNDED, "referred to a hospital");
	if (counted->event == EVENT_ARRESTED && counted->noun != NO_TOKEN && lex_at(reading, counted->noun)->event == EVENT_KIDNAPPED)
		return set(counted, EVENT_KIDNAPPED, "hostages are held");
	if (counted->event == EVENT_ATTACKED && !counts_militants(reading, counted) && carries_out_protest(reading, sentence, counted))
		return set(counted, EVENT_PROTESTED, "what they carried out");
	if (counted->event == EVENT_ARRESTED && counted->governor != NO_TOKEN && is_trapped(reading, sentence, counted))
		return set(counted, EVENT_MISSING, "held by no one, but trapped");
	if (is_sentence(reading, sentence, counted))
		return set(counted, EVENT_SENTENCED, "a court rules so");
	if (counted->event == EVENT_MISSING && counted->governor < counted->number.first && (event = lost(reading, sentence, counted)) != EVENT_MISSING)
		return set(counted, event, "what they lost");
	if (counted->event == EVENT_NONE && (event = of_the_next(reading, sentence, counted)) != EVENT_NONE)
		return set(counted, event, "what it rose to");
	if (counted->event == EVENT_NONE && counts_person(reading, counted) && in_march(reading, sentence, counted))
		return set(counted, EVENT_PROTESTED, "a march comprises them");
	if (counted->event == EVENT_NONE && is_public(reading, counted) && (event = place_tells(reading, sentence, counted)) != EVENT_NONE)
		rule = set(counted, event, "where they are");
	if (counted->event == EVENT_WOUNDED && disease && !says_wound(reading, counted))
		return set(counted, EVENT_INFECTED, "struck by a disease");
	return rule;
}
