#include "count-claims/group.h"

#include "count-claims/befall.h"
#include "count-claims/event.h"
#include "count-claims/number-word.h"
#include "letters.h"
#include "utf8.h"
#include "banned.h"

#define COMPLEMENT 6 /* tokens in which a noun's complement stands */
#define SHARED 4     /* ... between a number and the next that shares its complement */
#define FORCE 5      /* ... between a force and the verb of the next number */

/* Set the group and say why. */
static void set(struct counted *counted, enum group group, const char *rule)
{
	counted->group = (uint8_t)group;
	counted->group_rule = rule;
}

/* The group of a body or noun that a pronoun ("its ranks", "its members") refers to: the nearest before. */
static enum group referred(const struct reading *reading, struct sentence sentence, size_t from)
{
	for (size_t i = from; i > sentence.first;) {
		const struct lexeme *lex = lex_at(reading, --i);
		if (lex->group == GROUP_SECURITY || lex->group == GROUP_MILITARY || lex->group == GROUP_MILITANTS)
			return lex->group;
	}
	return GROUP_NONE;
}

/* The group that the words behind the noun give: "members of the police", "armed men", "in the ranks of the army". */
static enum group complement(const struct reading *reading, struct sentence sentence, const struct counted *counted, size_t from)
{
	size_t unknown = 0;

	for (size_t i = from; i < sentence.last && i < from + COMPLEMENT; i++) {
		const struct lexeme *lex = lex_at(reading, i);
		const struct counted *other = counted_at(reading, i);

		if (lex->cue == CUE_RANKS)
			return referred(reading, sentence, counted->number.first);
		if ((lex->is & (IS_BODY | IS_GENERIC)) == (IS_BODY | IS_GENERIC) && reading->forces != GROUP_NONE) /* "the forces" */
			return reading->forces;
		if (other != NULL && other != counted && other->number.form == FORM_DUAL && !other->number.definite) /* "when two bombers blew themselves up" */
			return GROUP_NONE;
		bool joined = (reading->words.at[i].clitics & (CLITIC_WA | CLITIC_FA)) != 0; /* no complement, but others beside them */
		if (lex->group != GROUP_NONE && lex->group != GROUP_PERSONS && (lex->is & IS_TITLE) == 0 && !(joined && (lex->is & IS_BODY) == 0))
			return lex->group;
		if ((reading->words.at[i].clitics & CLITIC_BI) != 0) /* "by the explosion" */
			return GROUP_NONE;
		if (reading->tokens.at[i].kind == TOKEN_WORD && lex->is == 0 && lex->cue == CUE_NONE && name_at(reading, i) == NULL && (joined_at(reading, i) || ++unknown > 1))
			return GROUP_NONE; /* "and handed them to ...", "for motives hostile to ..." */
		if (other != NULL && other != counted)
			return GROUP_NONE;
		if ((lex->is & (IS_ADJUNCT | IS_VERB | IS_MASDAR | IS_THAT | IS_SPLIT | IS_RELATIVE | IS_ACCORDING | IS_REPORT)) != 0 || lex->cue == CUE_PART || lex->cue == CUE_ARE)
			return GROUP_NONE;
		if (reading->tokens.at[i].sign != 0 && !sign_at(reading, i, '"'))
			return GROUP_NONE;
	}
	return GROUP_NONE;
}

/* Past numbers and nouns of victims that share their complement: "20 dead and 30 wounded of the police". */
static size_t behind_shared(const struct reading *reading, struct sentence sentence, size_t at)
{
	size_t end = reading->counted[at].noun_end;

	for (size_t next = at + 1; next < reading->counted_count; next++) {
		const struct counted *other = &reading->counted[next];
		if (other->number.hedge_first > end + 1 || other->noun == NO_TOKEN || !is_at(reading, other->noun, IS_VICTIM))
			break;
		end = other->noun_end;
	}
	return end < sentence.last ? end : sentence.last;
}

/* A phrase in front: "of the police 5 were killed". */
static enum group in_front(const struct reading *reading, struct sentence sentence)
{
	if (!cue_at(reading, sentence.first, CUE_FROM))
		return GROUP_NONE;
	for (size_t i = sentence.first + 1; i < sentence.last && i < sentence.first + 4; i++)
		if (lex_at(reading, i)->group != GROUP_NONE)
			return lex_at(reading, i)->group;
	return GROUP_NONE;
}

/* Without a noun that says more: what the numbers before it counted. */
static void from_before(struct reading *reading, struct sentence sentence, size_t at, bool others)
{
	struct counted *counted = &reading->counted[at];
	const struct counted *before = at > 0 ? &reading->counted[at - 1] : NULL;
	bool part = event_part_cue(reading, sentence, at) != NO_TOKEN;
	enum group front = in_front(reading, sentence);

	/* "6 dead, among them 4 children, and 5 dead": as the 6 are */
	if (!part && !others && counted->noun != NO_TOKEN && before != NULL && at > 1 && before->number.first >= sentence.first && event_part_cue(reading, sentence, at - 1) != NO_TOKEN)
		before--;

	if (before != NULL && before->group != GROUP_NONE && before->number.first >= sentence.first &&
	    (others || part || event_listed(reading, sentence, at) || (event_coordinated(reading, sentence, at) && before->event == counted->event))) {
		bool mixed = others && at > 1 && reading->counted[at - 2].number.first >= sentence.first &&
			reading->counted[at - 2].event == before->event && reading->counted[at - 2].group != before->group && reading->counted[at - 2].group != GROUP_NONE;
		set(counted, mixed ? GROUP_PERSONS : before->group, others ? "others than those before" : part ? "of those before" : "coordinated with the number before");
	} else if (front != GROUP_NONE)
		set(counted, front, "the phrase in front");
	else
		set(counted, GROUP_PERSONS, "nobody named");
}

/* "all its passengers, who were 298 people". */
static enum group of_their_number(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t i = counted->number.hedge_first;

	if (i == sentence.first || (lex_at(reading, reading_before(reading, i))->is & (IS_TOLL | IS_OWN)) != (IS_TOLL | IS_OWN))
		return GROUP_NONE;
	for (size_t steps = 0; i > sentence.first && steps < 8; steps++)
		if (is_at(reading, --i, IS_PERSON) && lex_at(reading, i)->group != GROUP_PERSONS)
			return lex_at(reading, i)->group;
	return GROUP_NONE;
}

/* "citizens of the security team": a force that nationals belong to. */
static enum group team_of(const struct reading *reading, struct sentence sentence, const struct counted *counted)
{
	size_t i = counted->noun_end > counted->number.hedge_last ? counted->noun_end : counted->number.hedge_last;

	if (i + 1 >= sentence.last || !cue_at(reading, i, CUE_FROM) || !is_at(reading, i + 1, IS_BODY))
		return GROUP_NONE;
	return lex_at(reading, i + 1)->group;
}

/* Ends in -iyun or -iyin, as unknown names of peoples do. */
static bool is_nisba_plural(struct span fold)
{
	char end[2][12];

	for (int i = 0; i < 2; i++) {
		size_t len = utf8_encode(YEH, end[i]);
		len += utf8_encode(i == 0 ? WAW : YEH, end[i] + len);
		len += utf8_encode(NOON, end[i] + len);
		if (fold.len > 2 * len && memcmp(fold.ptr + fold.len - len, end[i], len) == 0)
			return true;
	}
	return false;
}

/* "20 percent of them": of people, in the masculine. */
static bool says_of_them(const struct reading *reading, struct sentence sentence, size_t i)
{
	return i < sentence.last && cue_at(reading, i, CUE_PART) && is_at(reading, i, IS_OWN) && letter_from_end(token_fold(&reading->tokens, i), 1) == MEEM;
}

/* Whether a verb or a verbal noun with an event of its own stands right before the next number, joined to this one: "30 were killed and wounded were 50". */
static bool governs_next(const struct reading *reading, const struct counted *counted, const struct counted *next)
{
	size_t begin = counted_begin(next), end = counted_end(counted);

	if (begin <= end || begin > end + SHARED)
		return false;
	const struct lexeme *lex = lex_at(reading, reading_before(reading, begin));
	return lex->event != EVENT_NONE && (lex->is & (IS_VERB | IS_MASDAR)) != 0 && joined_at(reading, end);
}

/* "30 were killed and 50 wounded of the rebels": what completes the second number completes the first. */
static enum group shared_with_next(const struct reading *reading, struct sentence sentence, size_t at)
{
	const struct counted *counted = &reading->counted[at], *next = counted + 1;

	if (at + 1 >= reading->counted_count || next->number.first >= sentence.last || !governs_next(reading, counted, next))
		return GROUP_NONE;
	if (next->noun == NO_TOKEN)
		return complement(reading, sentence, next, next->number.hedge_last);
	if (next->noun <= next->number.last || !cue_at(reading, next->noun - 1, CUE_FROM))
		return GROUP_NONE;
	enum group group = lex_at(reading, next->noun)->group;
	return group != GROUP_NONE && group != GROUP_PERSONS ? group : complement(reading, sentence, next, next->noun_end);
}

/* Whether the word at i is a finite verb. */
static bool is_finite(const struct reading *reading, size_t i)
{
	return (lex_at(reading, i)->is & IS_VERB) != 0;
}

/*
 * "3 of the police were killed and wounded were 9": the 9 are of the force as well, where nothing stands between;
 * "the army killed 3 gunmen and arrested 9": whom the same subject befalls is left out where it is the same.
 */
static enum group of_the_force_before(const struct reading *reading, struct sentence sentence, size_t at)
{
	const struct counted *counted = &reading->counted[at], *before = counted - 1;

	if (at == 0 || before->number.first < sentence.first || counted->event == EVENT_NONE)
		return GROUP_NONE;
	size_t governor = reading_before(reading, counted_begin(counted));
	bool force = before->group == GROUP_SECURITY || before->group == GROUP_MILITARY;
	bool verbs = is_finite(reading, governor) && !before->implicit && before->governor != NO_TOKEN && is_finite(reading, before->governor) && before->governor < before->number.first;
	if (!verbs && (!force || governor == counted_end(before)))
		return GROUP_NONE;
	if (governor < counted_end(before) || governor > counted_end(before) + FORCE || !joined_at(reading, governor) || !is_at(reading, governor, IS_VERB | IS_MASDAR))
		return GROUP_NONE;
	for (size_t i = counted_end(before); i < governor; i++)
		if (is_at(reading, i, IS_VERB | IS_MASDAR | IS_SPLIT | IS_THAT | IS_ADJUNCT | IS_RELATIVE) || sign_at(reading, i, ','))
			return GROUP_NONE;
	return before->group;
}

/* The group of those for whom no noun stands, or only "others"; `own`: "of them" stands behind. */
static void of_nobody_named(struct reading *reading, struct sentence sentence, size_t at, bool own)
{
	struct counted *counted = &reading->counted[at];
	size_t end = counted->number.hedge_last;
	bool noun = counted->noun != NO_TOKEN;
	enum group said = GROUP_NONE;

	if (!noun && end + 1 < sentence.last && cue_at(reading, end, CUE_OUT_OF) && is_at(reading, end + reading->words.at[end].words, IS_PERSON)) {
		set(counted, lex_at(reading, end + reading->words.at[end].words)->group, "those of whom they are");
		return;
	}
	if (!noun && !own && (counted->event == EVENT_NONE || counted->event == EVENT_DESTROYED))
		return;
	if (!noun)
		said = complement(reading, sentence, counted, end);
	else if (counted->noun_end < sentence.last && cue_at(reading, counted->noun_end, CUE_FROM)) /* "20 others of the police" */
		said = complement(reading, sentence, counted, counted->noun_end);
	if (!noun && said == GROUP_NONE && (said = shared_with_next(reading, sentence, at)) == GROUP_NONE)
		said = of_the_force_before(reading, sentence, at);
	if (said == GROUP_NONE)
		from_before(reading, sentence, at, noun);
	else
		set(counted, said, "what completes the number");
}

void group_find(struct reading *reading, struct sentence sentence, size_t at)
{
	struct counted *counted = &reading->counted[at];
	const struct lexeme *noun = counted->noun == NO_TOKEN ? NULL : lex_at(reading, counted->noun);
	enum group said = GROUP_NONE;

	set(counted, GROUP_NONE, "not people");
	if (counted->number.kind == QUANTITY_MONEY || counted->number.kind == QUANTITY_MEASURE)
		return;
	size_t end = counted->number.hedge_last;
	bool own = noun == NULL && says_of_them(reading, sentence, end) && at > 0 && reading->counted[at - 1].number.first >= sentence.first;
	if (counted->number.kind == QUANTITY_PERCENT && !own && (noun == NULL || ((noun->is & (IS_PERSON | IS_VICTIM)) == 0 && !is_nisba_plural(token_fold(&reading->tokens, counted->noun)))))
		return;
	if (counts_family(reading, counted) && counted->event != EVENT_NONE) {
		set(counted, GROUP_CIVILIANS, "families");
		return;
	}
	if (counts_thing(reading, counted))
		return;
	if (noun == NULL || noun->cue == CUE_OTHERS) {
		of_nobody_named(reading, sentence, at, own);
		return;
	}
	if ((noun->is & IS_GENERIC) != 0 || noun->group == GROUP_PERSONS || ((noun->is & IS_VICTIM) != 0 && noun->group == GROUP_NONE)) {
		said = complement(reading, sentence, counted, (noun->is & IS_VICTIM) != 0 ? behind_shared(reading, sentence, at) : counted->noun_end);
		if (said != GROUP_NONE) {
			set(counted, said, "what completes the noun");
			return;
		}
		if ((noun->is & (IS_VICTIM | IS_PERSON)) == IS_VICTIM) {
			from_before(reading, sentence, at, false);
			return;
		}
		said = (noun->is & IS_OWN) != 0 ? referred(reading, sentence, counted->noun) : GROUP_NONE;
	}
	if (noun->group == GROUP_CIVILIANS && (said = team_of(reading, sentence, counted)) != GROUP_NONE)
		set(counted, said, "the force they are of");
	else if (said != GROUP_NONE)
		set(counted, said, "what the pronoun refers to");
	else if (noun->group == GROUP_PERSONS && (said = of_their_number(reading, sentence, counted)) != GROUP_NONE)
		set(counted, said, "those whose number it is");
	else if (noun->group != GROUP_NONE)
		set(counted, noun->group, "the counted noun");
	else if (name_at(reading, counted->noun) != NULL && name_at(reading, counted->noun)->type == NAME_PLACE && counted->number.form != FORM_DUAL)
		set(counted, GROUP_CIVILIANS, "people of some place, spelled as its name");
	else if (counted->number.form != FORM_DUAL && is_nisba_plural(token_fold(&reading->tokens, counted->noun)))
		set(counted, GROUP_CIVILIANS, "people of some place, by the noun's form");
	else if ((noun->is & IS_THING) == 0 && counted->event != EVENT_NONE && counted->event != EVENT_DESTROYED && counted->event != EVENT_DEPLOYED)
		set(counted, GROUP_CIVILIANS, "people by their event");
}
