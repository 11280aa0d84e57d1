#include "count-claims/implicit.h"

#include "count-claims/hedge.h"
#include "letters.h"
#include "banned.h"

#define NAME_REACH 4   /* tokens of titles between "the killing of" and a name */
#define CHAIN_REACH 5  /* ... between one of those killed and the next: "a captain in the police and a judge" */
#define VERB_REACH 3   /* ... between one who is hurt and the verb behind */
#define OBJECT_REACH 3 /* ... between an attacker and whom he killed */
#define HEDGE_REACH 8  /* ... between one and "at least" */
#define DENIAL_REACH 5 /* ... between a negation and what did not happen */

/* What implies a count: the noun, the number that it says, and the word whose event it has, or NO_TOKEN. */
struct implied {
	size_t first, last, governor;
	unsigned number;
	bool exact; /* the number is said, not the least of a plural */
};

/* Events whose bare noun counts. */
static bool counts(enum event event)
{
	return event == EVENT_KILLED || event == EVENT_WOUNDED || event == EVENT_CASUALTIES || event == EVENT_ARRESTED || event == EVENT_KIDNAPPED;
}

static bool is_governor(const struct reading *reading, size_t i)
{
	const struct lexeme *lex = lex_at(reading, i);
	return (lex->is & (IS_VERB | IS_MASDAR)) != 0 && (lex->is & IS_WEAK) == 0 && counts(lex->event);
}

/* Whether the word before token i governs what stands there. */
static bool governed(const struct reading *reading, size_t i)
{
	return i > 0 && is_governor(reading, reading_before(reading, i));
}

static size_t behind(const struct reading *reading, size_t i)
{
	return i + (reading->words.at[i].words > 0 ? reading->words.at[i].words : 1);
}

/* A bare person: no title, body or source, no article, 1 or 2 and more. */
static unsigned bare_person(const struct reading *reading, size_t i)
{
	const struct lexeme *lex = lex_at(reading, i);

	if ((lex->is & IS_PERSON) == 0 || (lex->is & (IS_TITLE | IS_BODY | IS_SAYER | IS_OWN)) != 0 || (reading->words.at[i].clitics & CLITIC_AL) != 0)
		return 0;
	return (lex->is & IS_SINGULAR) != 0 ? 1 : (lex->is & IS_PLURAL) != 0 ? 2 : 0;
}

/* Whether the noun that ends before token i belongs to what stands there: "the dead of Port Said", "the victims of the blast". */
static bool is_possessed(const struct reading *reading, size_t i)
{
	if (i >= reading->tokens.count || reading->tokens.at[i].kind != TOKEN_WORD)
		return false;
	unsigned clitics = reading->words.at[i].clitics;
	if ((clitics & ~(unsigned)CLITIC_AL) != 0)
		return false;
	const struct name *name = name_at(reading, i);
	return (clitics & CLITIC_AL) != 0 || (name != NULL && name->first == i) || (lex_at(reading, i)->is & (IS_THING | IS_MASDAR)) != 0;
}

/* Whom an attacker at token i killed, where a verb before him has him as its subject: "a bomber killed an officer". */
static size_t object_of(const struct reading *reading, size_t i)
{
	if (lex_at(reading, i)->group != GROUP_MILITANTS || i == 0 || !is_at(reading, reading_before(reading, i), IS_VERB))
		return NO_TOKEN;
	for (size_t at = behind(reading, i), steps = 0; at < reading->tokens.count && steps < OBJECT_REACH; at = behind(reading, at), steps++) {
		const struct word *word = &reading->words.at[at];
		bool militant = word->lex.group == GROUP_MILITANTS;
		if (counted_at(reading, at) != NULL || (word->lex.is & (IS_VERB | IS_ADJUNCT | IS_SPLIT | IS_RELATIVE)) != 0 || word->lex.cue != CUE_NONE || (word->clitics & ~(unsigned)CLITIC_AL) != 0 ||
		    reading->tokens.at[at].sign != 0)
			return NO_TOKEN;
		if ((word->lex.is & IS_PERSON) != 0 && !militant)
			return (word->clitics & CLITIC_AL) == 0 ? at : NO_TOKEN;
	}
	return NO_TOKEN;
}

/* Whether the noun at token i, behind a verb, is its subject and the counted behind are the object: "soldiers of the army killed 3". */
static bool is_agent(const struct reading *reading, size_t i)
{
	if (i == 0 || (lex_at(reading, reading_before(reading, i))->is & (IS_VERB | IS_MASDAR)) == 0)
		return false;
	for (size_t at = behind(reading, i), steps = 0; at < reading->tokens.count && steps < OBJECT_REACH; at = behind(reading, at), steps++) {
		const struct word *word = &reading->words.at[at];
		if (counted_at(reading, at) != NULL)
			return !joined_at(reading, at);
		if ((word->lex.is & ~(uint32_t)(IS_PERSON | IS_PLURAL | IS_SINGULAR | IS_VICTIM | IS_WEAK)) != 0 || word->lex.cue != CUE_NONE || (word->clitics & ~(unsigned)CLITIC_AL) != 0 ||
		    reading->tokens.at[at].sign != 0)
			return false;
	}
	return false;
}

/* "a dead", "dead and wounded". */
static bool is_victim(const struct reading *reading, size_t i, struct implied *implied)
{
	const struct lexeme *lex = lex_at(reading, i);

	if ((lex->is & (IS_VICTIM | IS_WEAK | IS_MASDAR | IS_OWN)) != IS_VICTIM || !counts(lex->event) || (reading->words.at[i].clitics & (CLITIC_AL | CLITIC_BI)) != 0)
		return false;
	if ((i > 0 && is_at(reading, i - 1, IS_TOLL)) || is_possessed(reading, behind(reading, i)))
		return false;
	implied->number = (lex->is & IS_SINGULAR) != 0 ? 1 : (lex->is & IS_PLURAL) != 0 ? 2 : 0;
	return implied->number != 0;
}

/* "they do not kill a worshipper": nobody. */
static bool is_denied_verb(const struct reading *reading, size_t i)
{
	return is_at(reading, i, IS_VERB) && i > 0 && cue_at(reading, reading_before(reading, i), CUE_NOT);
}

/* "the killing of a soldier", "a bomber killed an officer". */
static bool is_object(const struct reading *reading, size_t i, struct implied *implied)
{
	size_t object;

	if (!governed(reading, i) || (reading->words.at[i].clitics & CLITIC_AL) != 0 || is_denied_verb(reading, reading_before(reading, i)))
		return false;
	if ((object = object_of(reading, i)) != NO_TOKEN) {
		implied->governor = reading_before(reading, i);
		implied->first = object;
		implied->last = behind(reading, object);
		implied->number = is_at(reading, object, IS_SINGULAR) ? 1 : 0;
		return implied->number != 0;
	}
	const struct name *name = name_at(reading, i);
	if (name != NULL && name->type == NAME_PERSON)
		return false; /* the name says it */
	if (is_agent(reading, i))
		return false;
	implied->number = bare_person(reading, i);
	return implied->number != 0;
}

/* "... that a journalist was also hurt". */
static bool is_subject(const struct reading *reading, size_t i, struct implied *implied)
{
	if (bare_person(reading, i) != 1 || (i == 0 && letter_from_end(token_fold(&reading->tokens, i), 1) == ALEF) || (i > 0 && !is_at(reading, reading_before(reading, i), IS_THAT) && !sign_at(reading, i - 1, ':')))
		return false;
	for (size_t at = behind(reading, i), steps = 0; at < reading->tokens.count && steps < VERB_REACH; at = behind(reading, at), steps++) {
		const struct word *word = &reading->words.at[at];
		if (is_governor(reading, at) && (word->lex.is & (IS_VERB | IS_ACTIVE)) == IS_VERB && word->clitics == 0) {
			size_t next = behind(reading, at);
			bool object = next < reading->tokens.count && (counted_at(reading, next) != NULL || is_at(reading, next, IS_PERSON | IS_TITLE));
			implied->number = 1;
			implied->governor = at;
			return !object;
		}
		if ((word->lex.is & (IS_VERB | IS_REPORT | IS_ADJUNCT | IS_SPLIT | IS_RELATIVE)) != 0 || reading->tokens.at[at].sign != 0)
			return false;
	}
	return false;
}

/* "... and a judge", behind one whom `chain` governs and who ends before token `from`. */
static bool is_next(const struct reading *reading, size_t i, size_t from, size_t chain, struct implied *implied)
{
	if (chain == NO_TOKEN || i < from || i > from + CHAIN_REACH || !joined_at(reading, i) || bare_person(reading, i) != 1)
		return false;
	for (size_t at = from; at < i; at++)
		if ((lex_at(reading, at)->is & (IS_VERB | IS_MASDAR | IS_REPORT | IS_SPLIT | IS_THAT | IS_RELATIVE)) != 0 || counted_at(reading, at) != NULL || sign_at(reading, at, '.'))
			return false;
	implied->number = 1;
	implied->governor = chain;
	return true;
}

/* "the two dead are a guard and ..." */
static bool is_predicate(const struct reading *reading, size_t i, struct implied *implied)
{
	size_t at = i;

	if (bare_person(reading, i) != 1 || i < 2)
		return false;
	if (sign_at(reading, at - 1, ','))
		at--;
	if (at < 2 || !cue_at(reading, at - 1, CUE_ARE) || !is_at(reading, at - 2, IS_VICTIM) || !counts(lex_at(reading, at - 2)->event))
		return false;
	implied->governor = at - 2;
	implied->number = 1;
	return true;
}

/* "none was hurt", "without victims": nought. */
static bool is_none(const struct reading *reading, size_t i, struct implied *implied)
{
	const struct lexeme *lex = lex_at(reading, i);
	bool any = lex->cue == CUE_ANY;

	if (any ? !governed(reading, i) : (lex->is & (IS_VICTIM | IS_PLURAL | IS_WEAK)) != (IS_VICTIM | IS_PLURAL) || !counts(lex->event) || (reading->words.at[i].clitics & CLITIC_AL) != 0)
		return false;
	for (size_t at = i, steps = 0; at > 0 && steps < DENIAL_REACH; steps++) {
		at = reading_before(reading, at);
		if (cue_at(reading, at, CUE_NOT)) {
			implied->governor = any ? reading_before(reading, i) : i;
			implied->number = 0;
			return true;
		}
		if (reading->tokens.at[at].sign != 0 || (lex_at(reading, at)->is & (IS_SPLIT | IS_RELATIVE)) != 0 || counted_at(reading, at) != NULL)
			return false;
	}
	return false;
}

/* "and two others were hurt": the dual of "other", which no number word says. */
static bool is_two_others(const struct reading *reading, size_t i, struct implied *implied)
{
	struct span fold = token_fold(&reading->tokens, i);

	if (!cue_at(reading, i, CUE_OTHERS) || !governed(reading, i) || letter_from_end(fold, 1) != NOON || letter_from_end(fold, 2) != ALEF)
		return false;
	implied->number = 2;
	implied->exact = true;
	return true;
}

/* "the killing of Colonel X Y". */
static const struct name *named(const struct reading *reading, size_t i)
{
	const struct lexeme *lex = lex_at(reading, i);

	if ((lex->is & IS_MASDAR) == 0 || !counts(lex->event))
		return NULL;
	for (size_t at = behind(reading, i); at < reading->tokens.count && at <= i + NAME_REACH; at++) {
		const struct name *name = name_at(reading, at);
		if (name != NULL)
			return name->type == NAME_PERSON ? name : NULL;
		if (counted_at(reading, at) != NULL || (!is_at(reading, at, IS_TITLE) && (reading->words.at[at].clitics & CLITIC_AL) == 0 && !sign_at(reading, at, '"')))
			return NULL;
	}
	return NULL;
}

/* "a citizen or two citizens": the one belongs to the number behind it. */
static bool is_range(struct reading *reading, size_t i)
{
	size_t or = behind(reading, i);

	if (bare_person(reading, i) != 1 || or + 1 >= reading->tokens.count || !cue_at(reading, or, CUE_OR) || counted_at(reading, or + 1) == NULL)
		return false;
	struct counted *two = &reading->counted[reading->counted_at[or + 1] - 1];
	if (two->number.cmp != CMP_EQUAL || decimal_cmp(two->number.low, decimal_from(2)) != 0)
		return false;
	two->number.cmp = CMP_RANGE;
	two->number.low = decimal_from(1);
	two->number.first = two->number.hedge_first = i;
	two->number.at_start = reading->tokens.at[i].start;
	return true;
}

/* "at least" behind it, before anything else that is counted. */
static void read_hedge(const struct reading *reading, struct quantity *number)
{
	struct passage passage = { .tokens = &reading->tokens, .text = reading->text };
	struct hedge hedge = { CMP_EQUAL, number->first, number->last };

	size_t end = number->last;
	while (end < reading->tokens.count && end < number->last + HEDGE_REACH && counted_at(reading, end) == NULL && (reading->words.at[end].clitics & CLITIC_WA) == 0 &&
	       !is_at(reading, end, IS_VERB | IS_MASDAR | IS_SPLIT))
		end++;
	hedge_after(&passage, &hedge, end);
	if (hedge.cmp != CMP_AT_LEAST)
		return;
	number->cmp = CMP_AT_LEAST;
	number->high = DECIMAL_INFINITE;
}

static void add(struct reading *reading, const struct implied *implied)
{
	struct counted *counted = reading_add(reading);
	unsigned number = implied->number;
	bool equal = number < 2 || implied->exact;

	counted->implicit = !implied->exact;
	if (!cue_at(reading, implied->first, CUE_ANY)) {
		counted->noun = implied->first;
		counted->noun_end = implied->last;
	}
	counted->governor = implied->governor;
	counted->number = (struct quantity){
		.kind = QUANTITY_COUNT, .form = FORM_ONE, .cmp = equal ? CMP_EQUAL : CMP_AT_LEAST,
		.low = decimal_from(number), .high = equal ? decimal_from(number) : DECIMAL_INFINITE,
		.first = implied->first, .last = implied->last, .hedge_first = implied->first, .hedge_last = implied->last,
		.at_start = reading->tokens.at[implied->first].start, .at_end = reading->tokens.at[implied->last - 1].end, .noun = implied->first,
	};
	if (number == 1)
		read_hedge(reading, &counted->number);
}

void implicit_find(struct reading *reading)
{
	size_t before = reading->counted_count, chain = NO_TOKEN, chain_end = 0;

	for (size_t i = 0; i < reading->tokens.count; i++) {
		struct implied implied = { i, behind(reading, i), NO_TOKEN, 0, false };
		const struct counted *counted = counted_at(reading, i);
		const struct name *name;

		if (counted != NULL && counted->noun != NO_TOKEN && governed(reading, counted->number.hedge_first)) {
			chain = reading_before(reading, counted->number.hedge_first);
			chain_end = counted->noun_end;
		}
		if (reading->words.at[i].words == 0 || counted != NULL || is_range(reading, i))
			continue;
		if ((name = named(reading, i)) != NULL) {
			implied.first = name->first;
			implied.last = name->last;
			implied.number = 1;
			add(reading, &implied);
		} else if (is_two_others(reading, i, &implied) || is_none(reading, i, &implied) || is_victim(reading, i, &implied) || is_object(reading, i, &implied) || is_subject(reading, i, &implied) ||
			   is_predicate(reading, i, &implied) || is_next(reading, i, chain_end, chain, &implied)) {
			add(reading, &implied);
			if (is_at(reading, implied.first, IS_PERSON)) {
				chain = implied.governor != NO_TOKEN ? implied.governor : reading_before(reading, implied.first);
				chain_end = implied.last;
			}
		}
	}
	if (reading->counted_count > before)
		reading_merge(reading, reading->counted_count - before);
}
