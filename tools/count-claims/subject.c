#include "count-claims/subject.h"

#include "count-claims/number-word.h"
#include "letters.h"
#include "utf8.h"
#include "banned.h"

#define SUBJECT 30 /* tokens in which the subject of a verb of saying stands */
#define BEFORE 14  /* ... before it */
#define QUOTED 5   /* tokens that a name in quotation marks has at most */

/* "two ministries", "3 officials": who speaks is counted. */
static bool counts_sources(const struct reading *reading, size_t i)
{
	size_t noun = counted_at(reading, i)->noun;

	return noun != NO_TOKEN && is_at(reading, noun, IS_BODY | IS_SAYER | IS_AGENCY | IS_TITLE);
}

/* Whether "in", attached to the word at i, says where a body or its office is: "of the police in the region of X". */
static bool is_seat(const struct reading *reading, size_t i)
{
	const struct name *name = name_at(reading, i);

	const struct name *next = i + 1 < reading->tokens.count ? name_at(reading, i + 1) : NULL; /* "of the branch of X" */

	return is_at(reading, i, IS_BODY | IS_AGENCY | IS_PLACE) || (name != NULL && name->type != NAME_PERSON) || (next != NULL && next->type == NAME_BODY && next->first == i + 1) ||
	       (i + 1 < reading->tokens.count && is_at(reading, i + 1, IS_BODY));
}

/* The token of the mark that closes the quotation opened at i, where a name may stand in it; else NO_TOKEN. */
static size_t closes_name(const struct reading *reading, size_t i, size_t last)
{
	for (size_t close = i + 1; close < last && close <= i + QUOTED + 1; close++)
		if (sign_at(reading, close, '"'))
			return close;
	return NO_TOKEN;
}

/* Whether the word at i begins what is said, or says something else than who speaks. */
static bool ends_subject(const struct reading *reading, size_t i)
{
	const struct lexeme *lex = lex_at(reading, i);

	if ((lex->is & (IS_THAT | IS_SPLIT | IS_REPORT | IS_PARTICIPLE | IS_ACCORDING | IS_RELATIVE | IS_RELAYS)) != 0 || lex->cue == CUE_ABOUT)
		return true;
	if (lex->event != EVENT_NONE && (lex->is & (IS_MASDAR | IS_VERB)) != 0 && !source_is_portfolio(reading, i))
		return true;
	return sign_at(reading, i, ':') || (counted_at(reading, i) != NULL && !counts_sources(reading, i));
}

size_t subject_end(const struct reading *reading, struct sentence sentence, size_t i)
{
	size_t end = i + (reading->words.at[i].words > 0 ? reading->words.at[i].words : 1), most = i + SUBJECT < sentence.last ? i + SUBJECT : sentence.last;

	for (; end < most && !ends_subject(reading, end); end++) {
		if (sign_at(reading, end, '"')) {
			size_t close = closes_name(reading, end, most);
			const struct name *quoted = end + 1 < most ? name_at(reading, end + 1) : NULL;
			bool whole = close != NO_TOKEN && quoted != NULL && quoted->first == end + 1 && quoted->last == close;
			if (close == NO_TOKEN || (end == i + 1 && close > end + 3 && !whole)) /* what he said */
				break;
			end = close;
		} else if (is_at(reading, end, IS_ADJUNCT) && end + 1 < most && is_at(reading, end + 1, IS_SAYER)) /* "in a statement" names nobody */
			end++;
		else if ((reading->words.at[end].clitics & CLITIC_BI) != 0 && !is_seat(reading, end))
			break;
	}
	return end;
}

size_t subject_behind_particles(const struct reading *reading, size_t first, size_t last)
{
	while (first < last && is_at(reading, first, IS_OTHER | IS_TIME) && !is_at(reading, first, IS_TITLE))
		first++;
	return first;
}

/* "the group, which (fem.) he said ...": a masculine verb behind the feminine relative pronoun has another subject. */
static bool disagrees(const struct reading *reading, size_t i)
{
	if (i == 0 || !is_at(reading, i - 1, IS_RELATIVE))
		return false;
	struct span pronoun = token_fold(&reading->tokens, i - 1), verb = token_fold(&reading->tokens, i);
	bool feminine = letter_from_end(pronoun, 1) == YEH && letter_from_end(pronoun, 2) == TEH;
	size_t size;
	return feminine && letter_from_end(verb, 1) != TEH && utf8_decode(verb.ptr, verb.len, &size) != TEH;
}

/* The agency before the name in quotation marks that the one at `close` ends, or NO_TOKEN. */
static size_t before_title(const struct reading *reading, struct sentence sentence, size_t close)
{
	for (size_t open = close; open > sentence.first + 1 && close - open <= QUOTED;)
		if (sign_at(reading, --open, '"'))
			return is_at(reading, reading_before(reading, open), IS_AGENCY) ? reading_before(reading, open) : NO_TOKEN;
	return NO_TOKEN;
}

/* The subject in front of the verb at i: "the ministry said". */
static bool subject_before(const struct reading *reading, struct sentence sentence, size_t i, struct source_name *name)
{
	size_t first = i;

	if ((reading->words.at[i].clitics & CLITIC_WA) != 0 || disagrees(reading, i))
		return false;
	while (first > sentence.first && i - first < BEFORE) {
		size_t at = first - 1;
		size_t paper = first == i && sign_at(reading, at, '"') ? before_title(reading, sentence, at) : NO_TOKEN;
		if (paper != NO_TOKEN) { /* "the paper 'X' said" */
			first = paper;
			continue;
		}
		if (sign_at(reading, at, ')') && at > sentence.first + 2 && sign_at(reading, at - 2, '(')) { /* "the group (X)" */
			first = at - 2;
			continue;
		}
		if (is_at(reading, at, IS_THAT | IS_SPLIT | IS_REPORT | IS_ACCORDING) || counted_at(reading, at) != NULL || sign_at(reading, at, ':') ||
		    sign_at(reading, at, '"') || sign_at(reading, at, ')') || sign_at(reading, at, '-'))
			break;
		first = at;
	}
	first = subject_behind_particles(reading, first, i); /* "and ... had" */
	struct span via = name->via; /* whom he told stands behind the verb */
	bool found = source_name_find(reading, first, i, name) && (!name->guessed || name->end == i);
	if (found && is_at(reading, i - 1, IS_RELATIVE)) /* "the minister who said", not "the minister's attack, of which he said" */
		found = name->end + 2 >= i;
	if (name->via.len == 0)
		name->via = via;
	return found;
}

size_t subject_behind_told(const struct reading *reading, size_t first, size_t end, struct span *via)
{
	size_t last = first;

	if (first >= end || !(is_at(reading, first, IS_AGENCY) || sign_at(reading, first, '"')))
		return first;
	if (is_at(reading, first, IS_AGENCY)) {
		last = source_phrase_end(reading, first, end);
		*via = reading_noun(reading, first, last);
	} else {
		for (last = first + 1; last < end && !sign_at(reading, last, '"'); last++)
			;
		if (last < end && last > first + 1)
			*via = reading_noun(reading, first + 1, last++);
	}
	return last < end ? last : first;
}

/* "X had announced": a name between "was" and the verb at i. */
static bool had_said(const struct reading *reading, struct sentence sentence, size_t i)
{
	const struct name *name = i > sentence.first ? name_at(reading, i - 1) : NULL;

	return name != NULL && name->type != NAME_PLACE && name->last == i && name->first > sentence.first && cue_at(reading, name->first - 1, CUE_STILL);
}

bool subject_find(const struct reading *reading, struct sentence sentence, size_t i, size_t first, size_t end, struct source_name *name)
{
	bool aside = first < end && is_at(reading, first, IS_ADJUNCT);

	*name = (struct source_name){ .first = first, .end = first };
	if ((aside || had_said(reading, sentence, i)) && subject_before(reading, sentence, i, name))
		return true;
	if (source_name_find(reading, first, end, name) && !(aside && is_at(reading, name->first, IS_AGENCY)))
		return true;
	return !aside && subject_before(reading, sentence, i, name);
}

bool subject_of_sentence(const struct reading *reading, struct sentence sentence, size_t i, struct source_name *name)
{
	size_t first = sentence.first + 1;

	if (first >= i || lex_at(reading, sentence.first)->event != EVENT_NONE ||
	    (lex_at(reading, sentence.first)->is != 0 && !is_at(reading, sentence.first, IS_VERB)))
		return false;
	while (first < i && is_at(reading, first, IS_TITLE) && name_at(reading, first) == NULL)
		first++;
	const struct name *mention = first < i ? name_at(reading, first) : NULL;
	return mention != NULL && mention->type != NAME_PLACE && mention->first == first && source_name_find(reading, first, mention->last, name);
}
