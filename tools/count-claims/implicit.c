#include "count-claims/implicit.h"

#include "banned.h"

#define NAME_REACH 4 /* tokens of titles between "the killing of" and a name */

/* Events whose bare noun counts. */
static bool counts(enum event event)
{
	return event == EVENT_KILLED || event == EVENT_WOUNDED || event == EVENT_CASUALTIES || event == EVENT_ARRESTED || event == EVENT_KIDNAPPED;
}

/* Whether the word before token i governs what stands there. */
static bool governed(const struct reading *reading, size_t i)
{
	if (i == 0)
		return false;
	const struct lexeme *before = lex_at(reading, reading_before(reading, i));
	return (before->is & (IS_VERB | IS_MASDAR)) != 0 && counts(before->event);
}

/* "a dead", "dead and wounded", "the killing of a soldier": 1, 2 or more, or 0 for what is no count. */
static unsigned bare_noun(const struct reading *reading, size_t i)
{
	const struct lexeme *lex = lex_at(reading, i);
	bool victim = (lex->is & (IS_VICTIM | IS_WEAK | IS_MASDAR)) == IS_VICTIM && counts(lex->event);
	unsigned number = (lex->is & IS_SINGULAR) != 0 ? 1 : (lex->is & IS_PLURAL) != 0 ? 2 : 0;

	if ((reading->words.at[i].clitics & CLITIC_AL) != 0 || number == 0)
		return 0;
	if (victim)
		return i > 0 && is_at(reading, i - 1, IS_TOLL) ? 0 : number;
	if ((lex->is & IS_PERSON) == 0 || (lex->is & (IS_TITLE | IS_BODY)) != 0 || !governed(reading, i))
		return 0;
	size_t next = i + reading->words.at[i].words;
	return next < reading->tokens.count && counted_at(reading, next) != NULL && !joined_at(reading, next) ? 0 : number; /* then it is a subject */
}

/* "the killing of Colonel X Y". */
static const struct name *named(const struct reading *reading, size_t i)
{
	const struct lexeme *lex = lex_at(reading, i);

	if ((lex->is & IS_MASDAR) == 0 || !counts(lex->event))
		return NULL;
	for (size_t at = i + reading->words.at[i].words; at < reading->tokens.count && at <= i + NAME_REACH; at++) {
		const struct name *name = name_at(reading, at);
		if (name != NULL)
			return name->type == NAME_PERSON ? name : NULL;
		if (counted_at(reading, at) != NULL || (!is_at(reading, at, IS_TITLE) && (reading->words.at[at].clitics & CLITIC_AL) == 0 && !sign_at(reading, at, '"')))
			return NULL;
	}
	return NULL;
}

static void add(struct reading *reading, size_t first, size_t last, unsigned number)
{
	struct counted *counted = reading_add(reading);

	counted->implicit = true;
	counted->noun = first;
	counted->noun_end = last;
	counted->number = (struct quantity){
		.kind = QUANTITY_COUNT, .form = FORM_ONE, .cmp = number == 1 ? CMP_EQUAL : CMP_AT_LEAST,
		.low = decimal_from(number), .high = number == 1 ? decimal_from(1) : DECIMAL_INFINITE,
		.first = first, .last = last, .hedge_first = first, .hedge_last = last,
		.at_start = reading->tokens.at[first].start, .at_end = reading->tokens.at[last - 1].end, .noun = first,
	};
}

void implicit_find(struct reading *reading)
{
	size_t before = reading->counted_count;

	for (size_t i = 0; i < reading->tokens.count; i++) {
		const struct name *name;
		unsigned number;

		if (reading->words.at[i].words == 0 || counted_at(reading, i) != NULL)
			continue;
		if ((number = bare_noun(reading, i)) != 0)
			add(reading, i, i + reading->words.at[i].words, number);
		else if ((name = named(reading, i)) != NULL)
			add(reading, name->first, name->last, 1);
	}
	if (reading->counted_count > before)
		reading_sort(reading);
}
