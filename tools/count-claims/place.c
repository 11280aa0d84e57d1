#include "count-claims/place.h"

#include "count-claims/source-name.h"
#include "letters.h"
#include "banned.h"

#define DATELINE 20 /* tokens of a dateline */
#define PHRASE 5    /* ... before a place in which its preposition stands */
#define BELONGS 8   /* how remote is a place that belongs to another noun */
#define REMOTE 25   /* ... whence or whither */

void setting_begin(struct setting *setting)
{
	setting->place.len = 0;
	setting->known = false;
}

void setting_free(struct setting *setting)
{
	buf_free(&setting->place);
}

/* A place at token i: a mention, or the name behind a kind of place. Its name, or length 0. */
static struct span place_at(const struct reading *reading, size_t i, size_t last)
{
	const struct name *name = name_at(reading, i);

	if (counted_at(reading, i) != NULL && counted_at(reading, i)->noun == i) /* people counted, spelled as their country */
		return (struct span){ NULL, 0 };
	if (i > 0 && sign_at(reading, i - 1, '"') && source_is_told(reading, i)) /* a paper that was told so */
		return (struct span){ NULL, 0 };
	if (name != NULL && name->last == i + 1 && (lex_at(reading, i)->is & (IS_THING | IS_PLURAL)) == (IS_THING | IS_PLURAL)) /* "the villages" */
		return (struct span){ NULL, 0 };
	if (name != NULL)
		return name->type == NAME_PLACE && name->first == i ? name->name : (struct span){ NULL, 0 };
	if (reading->names_count > 0 || !is_at(reading, i, IS_PLACE) || is_at(reading, i, IS_ADJUNCT) || (reading->words.at[i].clitics & CLITIC_AL) != 0)
		return (struct span){ NULL, 0 };
	size_t next = i + 1;
	while (next < last && sign_at(reading, next, '"'))
		next++;
	if (next >= last || reading->tokens.at[next].kind != TOKEN_WORD || lex_at(reading, next)->is != 0 || lex_at(reading, next)->cue != CUE_NONE)
		return (struct span){ NULL, 0 };
	return reading_noun(reading, next, next + 1);
}

/* "2 from X, 3 from Y": whence the counted are, not where it happened. */
static bool is_origin(const struct reading *reading, size_t i)
{
	size_t number = i > 0 && cue_at(reading, i - 1, CUE_FROM) ? i - 1 : i;

	return number > 0 && counted_at(reading, number - 1) != NULL && counted_at(reading, number - 1)->noun == NO_TOKEN &&
	       counted_at(reading, number - 1)->number.hedge_last == number;
}

/* Past the parentheses of a dateline: what stands before it says where the desk is. */
static size_t behind_dateline(const struct reading *reading, struct sentence sentence)
{
	for (size_t i = sentence.first; i + 1 < sentence.last && i < sentence.first + DATELINE; i++)
		if (sign_at(reading, i, '(') && is_at(reading, i + 1, IS_AGENCY))
			return i + 1;
	return sentence.first;
}

/*
 * How far a place is from being where the event is, in tokens: none behind
 * "in" or "near", some where it only belongs to a noun ("the army of X"),
 * and more behind "from", "to", "with".
 */
static size_t remoteness(const struct reading *reading, struct sentence sentence, size_t i)
{
	const struct name *name = name_at(reading, i);
	bool from = false;

	if ((reading->words.at[i].clitics & CLITIC_LI) != 0 || (name != NULL && name->first == i && name->particle == LAM))
		return REMOTE;
	if (name != NULL && name->first == i && name->particle == BEH)
		return 0;
	for (size_t at = i + 1, steps = 0; at > sentence.first && steps < PHRASE; steps++) {
		const struct word *word = &reading->words.at[--at];

		if ((word->clitics & CLITIC_BI) != 0 || word->lex.cue == CUE_IN || (at < i && (word->lex.is & (IS_ADJUNCT | IS_PLACE)) == (IS_ADJUNCT | IS_PLACE)))
			return 0;
		if (at == i)
			continue;
		if (word->lex.cue == CUE_FROM)
			from = true;
		else if (word->lex.cue == CUE_TO || word->lex.cue == CUE_WITH || word->lex.cue == CUE_ABOUT)
			return REMOTE;
		else if ((word->lex.is & (IS_VERB | IS_SPLIT | IS_THAT | IS_RELATIVE)) != 0 || counted_at(reading, at) != NULL || sign_at(reading, at, ',') ||
			 (name_at(reading, at) != NULL && name_at(reading, at) != name) || ((word->lex.is & IS_ADJUNCT) != 0 && word->lex.cue == CUE_NONE))
			break;
	}
	return from ? REMOTE : BELONGS;
}

/* In the tokens from `first` to before `last` the first place where something is, else the first that is named, becomes the document's. */
static bool find_setting(struct setting *setting, const struct reading *reading, struct sentence sentence, size_t first, size_t last)
{
	struct span found = { NULL, 0 };
	size_t least = SIZE_MAX;

	for (size_t i = first; i < last && least > 0; i++) {
		struct span place = place_at(reading, i, last);
		if (place.len == 0 || is_origin(reading, i))
			continue;
		size_t remote = remoteness(reading, sentence, i);
		if (remote < least) {
			least = remote;
			found = place;
		}
	}
	for (size_t i = first; i < last && found.len == 0; i++) /* "near the capital": of no other the report tells */
		if ((lex_at(reading, i)->is & (IS_PLACE | IS_THING | IS_ADJUNCT)) == IS_PLACE && source_definite(reading, i))
			found = reading_noun(reading, i, i + 1);
	buf_span(&setting->place, found);
	return setting->known = found.len > 0;
}

/* The place of "Town - Agency: ...", with which one of several reports begins; length 0 where there is none. */
static struct span new_dateline(const struct reading *reading, struct sentence sentence)
{
	size_t i = sentence.first;

	while (i < sentence.last && reading->tokens.at[i].sign != 0)
		i++;
	const struct name *name = i < sentence.last ? name_at(reading, i) : NULL;
	if (sentence.first > 0 || name == NULL || name->type != NAME_PLACE || name->first != i || name->last + 2 >= sentence.last || !sign_at(reading, name->last, '-'))
		return (struct span){ NULL, 0 };
	i = name->last + 1;
	if (sign_at(reading, i, '"'))
		i++;
	return is_at(reading, i, IS_AGENCY) ? name->name : (struct span){ NULL, 0 };
}

void setting_read(struct setting *setting, const struct reading *reading, struct sentence sentence)
{
	size_t begin = behind_dateline(reading, sentence);
	struct span town = new_dateline(reading, sentence);

	if (town.len > 0 && setting->known) { /* another report of the same document */
		setting->place.len = 0;
		buf_span(&setting->place, town);
	}

	if (!setting->known && !find_setting(setting, reading, sentence, begin, sentence.last))
		find_setting(setting, reading, sentence, sentence.first, begin);
}

/* "In the town in the province of ...": whether the place at token i only says where that of the name before it, ended at `end`, lies. */
static bool lies_in(const struct reading *reading, size_t end, size_t i)
{
	if (end > 0 && i == end + 1 && sign_at(reading, end, '(')) /* "X (Y)" */
		return true;
	return end > 0 && i > end && i - end <= 2 && is_at(reading, i - 1, IS_PLACE) && !joined_at(reading, i - 1) && !joined_at(reading, end) &&
	       reading->tokens.at[end].kind == TOKEN_WORD;
}

void place_find(const struct setting *setting, const struct reading *reading, struct sentence sentence, struct counted *counted)
{
	size_t t = counted->number.first, best = SIZE_MAX, end = 0, remote = 0;
	struct span town = { NULL, 0 }; /* the place before, ended at `end` */

	counted->place = (struct span){ NULL, 0 };
	for (size_t i = behind_dateline(reading, sentence); i < sentence.last; i++) {
		struct span place = place_at(reading, i, sentence.last);
		if (place.len == 0 || is_origin(reading, i))
			continue;
		bool within = lies_in(reading, end, i);
		if (within)
			place = town;
		else
			remote = remoteness(reading, sentence, i);
		town = place;
		end = name_at(reading, i) != NULL ? name_at(reading, i)->last : 0;
		size_t distance = i > t ? i - t : t - i;
		for (size_t k = i > t ? t : i; k < (i > t ? i : t); k++)
			if (is_at(reading, k, IS_SPLIT))
				distance += 100;
		distance += remote;
		if (distance < best) {
			best = distance;
			counted->place = place;
			counted->place_rule = "the nearest place of the sentence";
		}
	}
	if (best < SIZE_MAX)
		return;
	counted->place_rule = "no place named";
	if (counted->event != EVENT_NONE && setting->place.len > 0) {
		counted->place = buf_as_span(&setting->place);
		counted->place_rule = "the document's place";
	}
}
