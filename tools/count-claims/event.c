#include "count-claims/event.h"

#include "count-claims/agents.h"
#include "count-claims/befall.h"
#include "count-claims/name-form.h"
#include "count-claims/sense.h"
#include "count-claims/toll.h"
#include "count-claims/undergo.h"
#include "count-claims/verb-behind.h"
#include "letters.h"
#include "banned.h"

#define REACH 40       /* tokens within which a governing word is looked for */
#define LISTED 6       /* ... between two numbers of a list: "2 from X, 3 from Y" */
#define REACH_NEAR 10  /* ... of events whose words govern other things as well */

/* "..., and they are 5 men and 3 women": those before, kind by kind. */
static bool says_who_they_are(const struct reading *reading, struct sentence sentence, size_t i, size_t at)
{
	if (!cue_at(reading, i, CUE_ARE) || at == 0 || i == sentence.first || counts_thing(reading, &reading->counted[at]))
		return false;
	const struct counted *before = &reading->counted[at - 1];
	return before->number.first >= sentence.first && before->event != EVENT_NONE && (joined_at(reading, i) || sign_at(reading, i - 1, ','));
}

size_t event_part_cue(const struct reading *reading, struct sentence sentence, size_t at)
{
	const struct counted *counted = &reading->counted[at];
	size_t begin = counted_begin(counted), end = counted_end(counted);

	for (size_t i = begin, steps = 0; i > sentence.first && steps < 3;) {
		steps += !is_at(reading, --i, IS_PERSON); /* "among them women and children and a soldier (one)" */
		if (cue_at(reading, i, CUE_PART) || (i + 1 == begin && says_who_they_are(reading, sentence, i, at)))
			return i;
		if (is_at(reading, i, IS_VERB | IS_MASDAR | IS_THAT) || counted_at(reading, i) != NULL)
			break;
	}
	if (counted->noun == NO_TOKEN && end < sentence.last && cue_at(reading, end, CUE_OUT_OF))
		return end;
	bool last = end + 1 >= sentence.last || counted_at(reading, end + 1) == NULL;
	return counted->noun == NO_TOKEN && end < sentence.last && cue_at(reading, end, CUE_PART) && is_at(reading, end, IS_OWN) && last ? end : NO_TOKEN;
}

/* Whether a number has no noun but a place that says whence: "2 from X", "4 X". */
static bool is_of_place(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t end = counted->number.hedge_last;

	if (counted->noun != NO_TOKEN || end >= sentence.last)
		return false;
	const struct name *name = name_at(reading, end);
	return cue_at(reading, end, CUE_FROM) || (name != NULL && name->type == NAME_PLACE) || lex_at(reading, end)->is == 0;
}

bool event_listed(const struct reading *reading, struct sentence sentence, size_t at)
{
	const struct counted *counted = &reading->counted[at], *before = counted - 1;

	if (at == 0 || before->number.hedge_first < sentence.first || !is_of_place(reading, sentence, counted) || !is_of_place(reading, sentence, before))
		return false;
	size_t begin = counted->number.hedge_first, end = before->number.hedge_last;
	if (begin > end + LISTED || !(joined_at(reading, begin) || sign_at(reading, begin - 1, '-') || sign_at(reading, begin - 1, ',')))
		return false;
	for (size_t i = end; i < begin; i++)
		if (name_at(reading, i) == NULL && is_at(reading, i, IS_VERB | IS_MASDAR | IS_SPLIT | IS_THAT | IS_REPORT | IS_PERSON))
			return false;
	return true;
}

bool event_coordinated(const struct reading *reading, struct sentence sentence, size_t at)
{
	const struct counted *counted = &reading->counted[at];
	size_t begin = counted_begin(counted);

	return at > 0 && counted_begin(&reading->counted[at - 1]) >= sentence.first && joined_at(reading, begin);
}

/* The counted noun's own event: "20 dead", also "20 people wounded" and "20 (people) dead and wounded". */
static const char *from_noun(const struct reading *reading, struct sentence sentence, struct counted *counted, bool weak)
{
	size_t noun = counted->noun, first = noun != NO_TOKEN ? noun : counted->number.hedge_last;

	for (size_t i = first; i < first + 5 && i < sentence.last; i++) {
		const struct lexeme *lex = lex_at(reading, i);
		bool near = noun != NO_TOKEN && i <= (counted->number.noun_before ? counted->number.last : noun + 1);

		if (i > first && (lex->is & (IS_VERB | IS_MASDAR | IS_THAT | IS_SPLIT)) != 0 && (lex->is & IS_WEAK) == 0)
			return NULL;
		if ((lex->is & IS_VICTIM) == 0 || (!near && lex->event != EVENT_CASUALTIES))
			continue;
		/* Of the wounded something else may be said: "the death of 3 of the wounded". */
		bool yields = (lex->is & IS_WEAK) != 0 || (lex->event == EVENT_WOUNDED && i == noun && i > 0 && cue_at(reading, i - 1, CUE_FROM) && i - 1 >= counted->number.last);
		if (yields != weak || !event_befalls(reading, counted, lex->event))
			continue;
		if (lex->event == EVENT_DEPLOYED && weak && i == noun && vehicles_are_idle(reading, sentence, counted))
			return NULL;
		counted->event = lex->event;
		counted->governor = i;
		return weak ? "what the noun stands for" : "the counted noun";
	}
	return NULL;
}

/* A toll behind its number: "raises to 20 the toll of the dead". */
static const char *from_toll_behind(const struct reading *reading, struct sentence sentence, struct counted *counted)
{
	size_t i = counted->number.hedge_last;

	if (i >= sentence.last || !is_at(reading, i, IS_TOLL))
		return NULL;
	for (size_t end = i + 4; i < end && i < sentence.last; i++)
		if (is_at(reading, i, IS_VICTIM)) {
			counted->event = lex_at(reading, i)->event;
			counted->governor = i;
			return "the toll's noun behind it";
		}
	return NULL;
}

/* What a word to the left does to the search for the governing word. */
enum step { STEP_ON, STEP_FOUND, STEP_STOP };

static const uint8_t reach[EVENTS] = {
	[EVENT_KILLED] = REACH, [EVENT_WOUNDED] = REACH, [EVENT_CASUALTIES] = REACH, [EVENT_ARRESTED] = REACH, [EVENT_MISSING] = REACH,
	[EVENT_KIDNAPPED] = REACH, [EVENT_DISPLACED] = REACH_NEAR, [EVENT_ATTACKED] = REACH_NEAR, [EVENT_DEPLOYED] = REACH_NEAR,
	[EVENT_PROTESTED] = REACH_NEAR, [EVENT_RELEASED] = REACH_NEAR, [EVENT_RESCUED] = REACH_NEAR, [EVENT_SENTENCED] = REACH_NEAR,
	[EVENT_INFECTED] = REACH, [EVENT_DESTROYED] = REACH_NEAR,
};

/*
 * Words that say it only of some: those who "fell" are people named right
 * behind it, and what is "seized" is arrested where it is people.
 */
static bool governs_weakly(const struct reading *reading, size_t i, const struct counted *counted)
{
	const struct lexeme *lex = lex_at(reading, i);

	if (lex->event == EVENT_ATTACKED)
		return counts_militants(reading, counted);
	if (lex->event == EVENT_MISSING) /* spelled as a particle is */
		return i + reading->words.at[i].words == counted_begin(counted);
	if (lex->event == EVENT_KILLED)
		return counts_person(reading, counted) && i + reading->words.at[i].words == counted_begin(counted);
	return lex->event != EVENT_ARRESTED || counts_person(reading, counted) || counted->noun == NO_TOKEN;
}

/* "took part in the rescue 20 boats", "died because of the infection 20": a verbal noun with the article has its object behind a preposition only. */
static bool is_adverbial(const struct reading *reading, size_t i, const struct counted *counted)
{
	const struct word *word = &reading->words.at[i];
	bool aside = i > 0 && (is_at(reading, i - 1, IS_ADJUNCT) || (word->clitics & CLITIC_BI) != 0);

	if (i + 1 == counted_begin(counted) && name_begins_with(reading, i + 1, BEH)) /* "by toppling more than 20", with "of" */
		return false;
	return (word->lex.is & (IS_VERB | IS_MASDAR)) == IS_MASDAR && (word->clitics & CLITIC_AL) != 0 && word->words == 1 && aside &&
	       !is_at(reading, i + 1, IS_ADJUNCT | IS_OTHER) && !cue_at(reading, i + 1, CUE_ABOUT) && !joined_at(reading, counted_begin(counted));
}

static enum step step_left(const struct reading *reading, size_t i, bool toll, const struct counted *counted)
{
	const struct lexeme *lex = lex_at(reading, i);

	if ((lex->is & (IS_SPLIT | IS_THAT)) != 0)
		return STEP_STOP;
	if (lex->event != EVENT_NONE) {
		/* The number behind a verb of attacking is its subject only where it follows at once. */
		if (lex->event == EVENT_ATTACKED && (lex->is & IS_ACTIVE) != 0 && i + 1 < counted_begin(counted))
			return STEP_STOP;
		if ((lex->is & IS_TOLL) != 0 && !event_befalls(reading, counted, lex->event))
			return STEP_ON; /* "reached" a number, not a place */
		if ((lex->is & IS_WEAK) != 0 && !governs_weakly(reading, i, counted))
			return (lex->is & IS_VERB) != 0 ? STEP_STOP : STEP_ON;
		if (is_adverbial(reading, i, counted) || event_is_place(reading, i))
			return STEP_ON;
		if ((lex->is & (IS_VERB | IS_MASDAR)) != 0)
			return event_befalls(reading, counted, lex->event) && counted_begin(counted) - i <= reach[lex->event] ? STEP_FOUND : STEP_STOP;
		if ((lex->is & (IS_VICTIM | IS_WEAK)) == IS_VICTIM || (toll && (lex->is & IS_VICTIM) != 0 && (lex->is & IS_PLURAL) != 0))
			return event_befalls(reading, counted, lex->event) ? STEP_FOUND : STEP_ON;
	}
	return !toll && ((lex->is & IS_RELATIVE) != 0 || ((lex->is & (IS_VERB | IS_REPORT)) != 0 && (lex->is & IS_TOLL) == 0)) ? STEP_STOP : STEP_ON;
}

/* "his killing with 2 of his guards", "died with dozens of others". */
static bool shares_fate(const struct reading *reading, struct sentence sentence, struct counted *counted, size_t begin)
{
	if (!cue_at(reading, begin - 1, CUE_WITH) || !counts_people(reading, counted))
		return false;
	for (size_t i = begin - 1, steps = 0; i > sentence.first && steps < 3; steps++) {
		const struct lexeme *lex = lex_at(reading, --i);
		if ((lex->is & (IS_VERB | IS_MASDAR)) == 0)
			continue;
		if ((lex->is & IS_WEAK) != 0 || (lex->event != EVENT_KILLED && lex->event != EVENT_WOUNDED && lex->event != EVENT_ARRESTED && lex->event != EVENT_KIDNAPPED))
			return false;
		counted->event = lex->event;
		counted->governor = i;
		return true;
	}
	return false;
}

/* The governing word before the number. */
static const char *from_left(struct reading *reading, struct sentence sentence, struct counted *counted, enum event toll_event)
{
	size_t begin = counted_begin(counted);
	bool toll = toll_before(reading, sentence, begin);
	bool linked = joined_at(reading, begin) || (begin > 0 && sign_at(reading, begin - 1, ',')) || counted->noun == NO_TOKEN;

	if (begin > sentence.first && is_at(reading, reading_before(reading, begin), IS_ADJUNCT) && !(toll && cue_at(reading, begin - 1, CUE_TO))) /* "stands at 20" */
		return shares_fate(reading, sentence, counted, begin) ? "with whom it happened" : NULL;
	enum cue before = begin > sentence.first ? lex_at(reading, reading_before(reading, begin))->cue : CUE_NONE;
	if (before == CUE_STILL) /* "5 are still ..." */
		return NULL;
	for (size_t i = begin, steps = 0; i > sentence.first && steps < REACH; steps++) {
		const struct counted *other = counted_at(reading, --i);
		if (other != NULL && other != counted && !toll && !linked) /* what governs that has its object */
			return NULL;
		enum step step = step_left(reading, i, toll, counted);
		if (step == STEP_STOP)
			break;
		if (step == STEP_FOUND) {
			counted->event = lex_at(reading, i)->event;
			counted->governor = i;
			if (counted->event == EVENT_CASUALTIES && is_at(reading, i, IS_VERB) && i > sentence.first && (is_at(reading, i - 1, IS_PERSON) || counted_at(reading, i - 1) != NULL))
				counted->event = EVENT_WOUNDED; /* "one was killed and 5 wounded" */
			return toll ? "the toll's noun" : "the word that governs it";
		}
	}
	if (toll && toll_event != EVENT_NONE && toll_of_any(reading, sentence, counted) && event_befalls(reading, counted, toll_event)) {
		counted->event = (uint8_t)toll_event;
		return "the document's toll";
	}
	return NULL;
}

/* The number before it; for a part of people the nearest of people: "5 of one family, among them 2 children". */
static const struct counted *before_part(const struct reading *reading, struct sentence sentence, size_t at, bool part)
{
	const struct counted *before = &reading->counted[at - 1];

	if (!part || counts_thing(reading, &reading->counted[at]))
		return before;
	for (size_t k = at; k > 0 && counted_begin(&reading->counted[k - 1]) >= sentence.first; k--)
		if (!counts_thing(reading, &reading->counted[k - 1]) && reading->counted[k - 1].event != EVENT_NONE)
			return &reading->counted[k - 1];
	return before;
}

/* What the number before it has: for a part, and for what is coordinated with it. */
static const char *from_before(const struct reading *reading, struct sentence sentence, size_t at)
{
	struct counted *counted = &reading->counted[at];

	if (at == 0)
		return NULL;
	size_t cue = event_part_cue(reading, sentence, at);
	const struct counted *before = before_part(reading, sentence, at, cue != NO_TOKEN);
	if (!event_befalls(reading, counted, before->event) || before->event == EVENT_NONE)
		return NULL;
	if (event_listed(reading, sentence, at)) {
		counted->event = before->event;
		return "the next of a list";
	}
	/* "and arrested 15 of them", "died of them 15" */
	bool part = cue != NO_TOKEN, governed = !part || cue > counted->number.first || (cue > counted_end(before) && is_at(reading, cue - 1, IS_VERB));
	if (!part && !event_coordinated(reading, sentence, at))
		return NULL;
	for (size_t i = counted_end(before); i < counted_begin(counted); i++)
		if (governed && i != before->governor && (is_at(reading, i, IS_VERB | IS_MASDAR | IS_SPLIT | IS_THAT | IS_REPORT) || cue_at(reading, i, CUE_STILL)))
			return NULL; /* of those still held nothing is said by those killed */
	counted->event = before->event;
	return part ? "a part of the number before" : "coordinated with the number before";
}

/* "33 dead, 25 wounded and 50 prisoners": each noun says its own event, as that of the number before does. */
static bool is_victim_as_before(const struct reading *reading, struct sentence sentence, size_t at)
{
	const struct counted *counted = &reading->counted[at], *before = counted - 1;

	return event_coordinated(reading, sentence, at) && before->governor != NO_TOKEN && before->governor == before->noun && counted->noun != NO_TOKEN &&
	       is_at(reading, counted->noun, IS_VICTIM) && lex_at(reading, counted->noun)->event != lex_at(reading, before->noun)->event;
}

/* "2 of 3 halls": nothing is said of the 3. */
static bool is_whole(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t begin = counted_begin(counted);

	if (begin <= sentence.first + 1)
		return false;
	size_t cue = reading_before(reading, begin), end = counted_end(counted);
	if (counted > reading->counted && counted[-1].number.kind == QUANTITY_PERCENT && end < sentence.last && is_at(reading, end, IS_VERB) && lex_at(reading, end)->event != EVENT_NONE)
		return false; /* "90 percent of 3 million who fled" */
	return lex_at(reading, cue)->cue == CUE_OUT_OF;
}

/* "dozens are still among the missing" */
static bool still_among(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t still = counted_end(counted);

	if (still >= sentence.last || !cue_at(reading, still, CUE_STILL))
		return false;
	size_t among = still + reading->words.at[still].words;
	return among < sentence.last && (cue_at(reading, among, CUE_AMONG) || lex_at(reading, among)->event == EVENT_MISSING);
}

/* "20 people were exposed to arrest". */
static const char *from_complement(const struct reading *reading, struct sentence sentence, struct counted *counted)
{
	size_t governor;
	enum event event = undergo_before(reading, sentence, counted, &governor);

	if (event == EVENT_NONE)
		return NULL;
	counted->event = (uint8_t)event;
	counted->governor = governor;
	return "what they underwent";
}

/* "sank with 37 on board, 27 of the crew and 10 drivers": nothing is said of those with whom these are coordinated. */
static bool nothing_before(const struct reading *reading, struct sentence sentence, size_t at)
{
	const struct counted *counted = &reading->counted[at], *before = counted - 1;

	return event_coordinated(reading, sentence, at) && before->event == EVENT_NONE && counts_person(reading, before) && counts_person(reading, counted) &&
	       counted_begin(counted) <= counted_end(before) + 2;
}

/* "Among them were 5 children", at the begin of a sentence: a part of those counted last. */
static const char *from_toll(const struct reading *reading, struct sentence sentence, size_t at, enum event toll)
{
	struct counted *counted = &reading->counted[at];
	size_t cue = event_part_cue(reading, sentence, at);

	if (toll == EVENT_NONE || cue == NO_TOKEN || cue > sentence.first + 1 || cue > counted->number.first || !counts_people(reading, counted) || !event_befalls(reading, counted, toll))
		return NULL;
	counted->event = (uint8_t)toll;
	return "a part of those counted last";
}

/* The object of a verb whose subject is counted before it. */
static const char *from_subject(const struct reading *reading, struct sentence sentence, size_t at)
{
	if (at == 0 || !agents_have_object(reading, sentence, at - 1))
		return NULL;
	reading->counted[at].event = lex_at(reading, reading->counted[at - 1].governor)->event;
	reading->counted[at].governor = reading->counted[at - 1].governor;
	return "the object, whose subject is counted too";
}

void event_find(struct reading *reading, struct sentence sentence, size_t at, enum event toll, bool disease)
{
	struct counted *counted = &reading->counted[at];
	const char *rule = NULL;

	counted->event = EVENT_NONE;
	if (counted->implicit && counted->governor != NO_TOKEN) {
		counted->event = lex_at(reading, counted->governor)->event;
		rule = "the word that implies it";
	} else if (counted->number.kind == QUANTITY_COUNT || counted->number.kind == QUANTITY_PERCENT) {
		if (is_whole(reading, sentence, counted))
			rule = "the whole of which others are a part";
		else
			rule = from_noun(reading, sentence, counted, false);
		if (rule == NULL)
			rule = from_toll_behind(reading, sentence, counted);
		if (rule == NULL && is_victim_as_before(reading, sentence, at))
			rule = from_noun(reading, sentence, counted, true);
		if (rule == NULL)
			rule = from_before(reading, sentence, at);
		if (rule == NULL && still_among(reading, sentence, counted))
			rule = event_of_verb_behind(reading, sentence, counted);
		if (rule == NULL)
			rule = from_toll(reading, sentence, at, toll);
		if (rule == NULL)
			rule = from_subject(reading, sentence, at);
		if (rule == NULL)
			rule = from_complement(reading, sentence, counted);
		if (rule == NULL && !nothing_before(reading, sentence, at))
			rule = from_left(reading, sentence, counted, toll);
		if (rule == NULL)
			rule = event_of_verb_behind(reading, sentence, counted);
		if (rule == NULL)
			rule = from_noun(reading, sentence, counted, true);
	}
	size_t governor;
	enum event them = EVENT_NONE;
	if (counted->event == EVENT_NONE && (them = undergo_them(reading, sentence, counted, &governor)) != EVENT_NONE) {
		counted->event = (uint8_t)them;
		counted->governor = governor;
		rule = "what was done to them";
	}
	if (agents_have_object(reading, sentence, at)) {
		counted->event = EVENT_ATTACKED;
		rule = "the subject, whose object is counted too";
	}
	rule = event_sense(reading, sentence, counted, disease, rule);
	counted->event_rule = rule != NULL ? rule : "nothing said";
}
