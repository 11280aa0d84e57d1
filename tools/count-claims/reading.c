#include "count-claims/reading.h"

#include <stdlib.h>

#include "count-claims/name-form.h"
#include "count-claims/number-word.h"
#include "letters.h"
#include "mem.h"
#include "utf8.h"
#include "banned.h"

/* Words of one sentence: what has more is read in pieces, so that time is linear in any text. */
#define LISTED 6 /* tokens from one number of a list to the next */
#define SENTENCE 400

/* The first token that ends behind byte `at`. */
static size_t token_of_byte(const struct tokens *tokens, size_t at)
{
	size_t low = 0, high = tokens->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (tokens->at[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The letter between the begin of token i and byte `start` of the text, where a name begins within the token; 0 where it begins with it. */
static unsigned particle_before(const struct reading *reading, size_t i, size_t start)
{
	size_t size;

	if (i >= reading->tokens.count || reading->tokens.at[i].start + 2 > start)
		return 0;
	return utf8_decode(reading->text.ptr + start - 2, 2, &size);
}

static void read_names(struct reading *reading, struct span entities)
{
	struct mention mention;

	reading->names_count = 0;
	reading->name_at = xgrow(reading->name_at, &reading->name_at_cap, reading->tokens.count + 1, sizeof(*reading->name_at));
	memset(reading->name_at, 0, (reading->tokens.count + 1) * sizeof(*reading->name_at));
	while (mention_next(&entities, &mention)) {
		if (mention.end > reading->text.len || mention.start >= mention.end)
			continue;
		reading->names = xgrow(reading->names, &reading->names_cap, reading->names_count + 1, sizeof(*reading->names));
		struct name *name = &reading->names[reading->names_count++];
		name->type = span_eq(mention.type, SPAN("PER")) ? NAME_PERSON : span_eq(mention.type, SPAN("LOC")) ? NAME_PLACE : NAME_BODY;
		name->first = token_of_byte(&reading->tokens, mention.start);
		name->last = token_of_byte(&reading->tokens, mention.end - 1) + 1;
		name->name = mention.name;
		name->particle = particle_before(reading, name->first, mention.start);
		for (size_t i = name->first; i < name->last && i < reading->tokens.count; i++) {
			if (i == name->first && i + 1 < name->last && is_at(reading, i, IS_REPORT) && (reading->words.at[i].clitics & CLITIC_WA) != 0) {
				name->first++; /* "and made clear X", spelled as a name */
				continue;
			}
			reading->name_at[i] = (uint32_t)reading->names_count;
			if (is_at(reading, i, IS_VERB | IS_REPORT)) /* a name that is spelled as a verb is */
				reading->words.at[i].lex = (struct lexeme){ 0 };
		}
	}
}

struct counted *reading_add(struct reading *reading)
{
	reading->counted = xgrow(reading->counted, &reading->counted_cap, reading->counted_count + 1, sizeof(*reading->counted));
	struct counted *counted = &reading->counted[reading->counted_count++];
	*counted = (struct counted){ .noun = NO_TOKEN, .governor = NO_TOKEN };
	return counted;
}

/* Whether a word may be a counted noun. */
static bool is_noun(const struct lexeme *lex, bool before)
{
	if ((lex->is & (IS_PERSON | IS_THING | IS_VICTIM)) != 0)
		return !before || (lex->is & IS_MASDAR) == 0;
	return (lex->is & (IS_VERB | IS_REPORT | IS_TOLL | IS_OTHER | IS_TIME | IS_ADJUNCT | IS_SPLIT | IS_THAT | IS_RELATIVE)) == 0 && (!before || (lex->is & IS_MASDAR) == 0);
}

/* Whether waw is the first letter of the whole word, be it the conjunction or not: nothing was cut off. */
static bool begins_with_waw(const struct reading *reading, size_t i)
{
	struct span fold = token_fold(&reading->tokens, i);
	char waw[4];
	size_t len = utf8_encode(WAW, waw);

	return reading->words.at[i].clitics == 0 && fold.len >= len && memcmp(fold.ptr, waw, len) == 0;
}

/* "7 of one family" are people, not families. */
static bool is_of_family(const struct reading *reading, size_t noun)
{
	uint32_t family = IS_THING | IS_GENERIC | IS_SINGULAR;

	return noun > 0 && (lex_at(reading, noun)->is & family) == family && cue_at(reading, noun - 1, CUE_FROM);
}

/* "2 from X" and "4 X" count no X; "3 million X" does, where X ends as the names of peoples do. */
static bool names_place(const struct reading *reading, size_t noun)
{
	const struct name *name = name_at(reading, noun);

	if (name != NULL && name->last == noun + 1 && noun > 0 && letter_from_end(token_fold(&reading->tokens, noun), 1) == YEH && reading->words.at[noun].clitics == 0 &&
	    reading->tokens.at[noun - 1].kind == TOKEN_WORD && !cue_at(reading, noun - 1, CUE_FROM))
		return false;
	return name != NULL && name->type == NAME_PLACE && name->first == noun && !is_at(reading, noun, IS_PERSON | IS_THING | IS_VICTIM);
}

/* Whether the word at the noun's token belongs to an entry that governs the number: "killing and wounding (of) the dozens". */
static bool is_within_governor(const struct reading *reading, size_t noun)
{
	return reading->words.at[noun].words == 0 && is_at(reading, reading_before(reading, noun), IS_MASDAR | IS_VERB);
}

/* The noun of "... of the soldiers" at token i; `any`: also one that the lexicon does not know. */
static size_t partitive(const struct reading *reading, size_t i, bool any)
{
	size_t next = i + (i < reading->tokens.count ? reading->words.at[i].words : 0);

	if (next >= reading->tokens.count || (!cue_at(reading, i, CUE_FROM) && !cue_at(reading, i, CUE_AMONG)))
		return NO_TOKEN;
	if (is_of_family(reading, next) || names_place(reading, next))
		return NO_TOKEN;
	if ((lex_at(reading, next)->is & (IS_THING | IS_BODY)) == (IS_THING | IS_BODY) && !is_at(reading, next, IS_VEHICLE)) /* "of the units of X" are people */
		return NO_TOKEN;
	if (next + 1 < reading->tokens.count && is_at(reading, next, IS_OTHER) && is_at(reading, next + 1, IS_PERSON)) /* "of these militants" */
		return next + 1;
	bool known = is_at(reading, next, IS_PERSON | IS_THING | IS_VICTIM | IS_BODY);
	return known || (any && reading->tokens.at[next].kind == TOKEN_WORD) ? next : NO_TOKEN;
}

/* What a percentage is of: "17 % of the sick", "17 % sick". Beside it stands the sign. */
static size_t noun_of_percent(const struct reading *reading, const struct quantity *number)
{
	size_t at = number->hedge_last;

	if (number->noun != NO_TOKEN && number->noun >= at)
		at = number->noun + 1;
	if (at < reading->tokens.count && is_at(reading, at, IS_PERSON | IS_VICTIM))
		return at;
	return partitive(reading, at, true);
}

/*
 * The counted noun: not a verb that follows the number, nor a verbal noun that
 * governs it. A number without a noun beside it may count what stands behind a
 * partitive: "3 of the soldiers".
 */
static size_t noun_of(const struct reading *reading, const struct quantity *number)
{
	size_t at = number->hedge_last, noun = number->noun;

	if (number->kind == QUANTITY_PERCENT)
		return noun_of_percent(reading, number);
	if (noun != NO_TOKEN && number->kind == QUANTITY_COUNT) {
		if (number->noun_before && is_within_governor(reading, noun))
			noun = NO_TOKEN;
		else if (!number->noun_before && names_place(reading, noun))
			return NO_TOKEN;
	}
	if (noun != NO_TOKEN && number->kind == QUANTITY_COUNT && !number->noun_before && is_of_family(reading, noun))
		return NO_TOKEN;
	if (noun != NO_TOKEN && reading->words.at[noun].words == 0 && cue_at(reading, reading_before(reading, noun), CUE_OUT_OF))
		return NO_TOKEN;
	if (noun != NO_TOKEN && noun > at && number->kind == QUANTITY_COUNT && cue_at(reading, noun - 1, CUE_FROM) && (lex_at(reading, noun)->is & (IS_BODY | IS_GENERIC | IS_VEHICLE)) == IS_BODY)
		return NO_TOKEN; /* "20 of the organisation X" */
	if (noun != NO_TOKEN && number->kind == QUANTITY_COUNT && noun >= at && (reading->words.at[noun].clitics & CLITIC_BI) != 0)
		return NO_TOKEN; /* "15 were wounded by the explosion" */
	if (noun != NO_TOKEN && noun == at && number->kind == QUANTITY_COUNT && lex_at(reading, noun)->is == 0 && name_has_pronoun(reading, noun))
		return NO_TOKEN; /* "5 (whom) the water carried off" */
	if (noun != NO_TOKEN && noun >= at && number->kind == QUANTITY_COUNT && noun + 1 < reading->tokens.count && is_at(reading, noun, IS_OTHER) && is_at(reading, noun + 1, IS_PERSON))
		return noun + 1; /* "7 of the most senior managers" */
	if (noun != NO_TOKEN && (number->kind != QUANTITY_COUNT || is_noun(lex_at(reading, noun), number->noun_before)))
		return noun;
	if (noun == NO_TOKEN && number->kind == QUANTITY_COUNT && at < reading->tokens.count && begins_with_waw(reading, at) && is_at(reading, at, IS_VICTIM | IS_PERSON))
		return at; /* a noun whose own first letter looks like the conjunction */
	return number->kind == QUANTITY_COUNT ? partitive(reading, at, false) : NO_TOKEN;
}

/* Note for each token which number it belongs to. */
static void mark_counted(struct reading *reading)
{
	size_t tokens = reading->tokens.count;

	reading->counted_at = xgrow(reading->counted_at, &reading->counted_at_cap, tokens + 1, sizeof(*reading->counted_at));
	memset(reading->counted_at, 0, (tokens + 1) * sizeof(*reading->counted_at));
	for (size_t c = 0; c < reading->counted_count; c++) {
		const struct counted *counted = &reading->counted[c];
		for (size_t i = counted->number.hedge_first; i < counted->number.hedge_last && i < tokens; i++)
			reading->counted_at[i] = (uint32_t)(c + 1);
		if (counted->noun != NO_TOKEN && counted->noun < tokens)
			reading->counted_at[counted->noun] = (uint32_t)(c + 1);
	}
}

void reading_merge(struct reading *reading, size_t added)
{
	size_t first = reading->counted_count - added, a = 0, b = first, n = 0;

	reading->spare = xgrow(reading->spare, &reading->spare_cap, reading->counted_count, sizeof(*reading->spare));
	while (a < first || b < reading->counted_count) {
		bool behind = a == first || (b < reading->counted_count && reading->counted[b].number.first < reading->counted[a].number.first);
		reading->spare[n++] = reading->counted[behind ? b++ : a++];
	}
	struct counted *merged = reading->spare;
	size_t cap = reading->spare_cap;
	reading->spare = reading->counted;
	reading->spare_cap = reading->counted_cap;
	reading->counted = merged;
	reading->counted_cap = cap;
	mark_counted(reading);
}

/* Whether the noun of a number is only the place of a list's next: "2 from X, 11 from Y, 4 Z", where nothing knows Y. */
static bool goes_on_list(const struct reading *reading, const struct counted *counted)
{
	if (counted == reading->counted)
		return false;
	const struct counted *before = counted - 1;
	size_t noun = counted->noun, end = before->number.hedge_last, begin = counted->number.hedge_first;
	if (noun == NO_TOKEN || before->noun != NO_TOKEN || lex_at(reading, noun)->is != 0 || counted->number.noun_before)
		return false;
	return counted->number.kind == QUANTITY_COUNT && before->number.kind == QUANTITY_COUNT && begin <= end + LISTED && (cue_at(reading, end, CUE_FROM) || names_place(reading, end)) &&
	       (cue_at(reading, noun - 1, CUE_FROM) || counted->number.last == noun);
}

/* A hedging verb with its subject between ends before that: "was put the number of the dead at 2". */
static void narrow_hedge(const struct reading *reading, struct quantity *number)
{
	for (size_t i = number->hedge_first; i < number->first; i++)
		if (is_at(reading, i, IS_VICTIM | IS_PERSON | IS_MASDAR)) {
			number->hedge_first = number->first;
			return;
		}
}

static void read_counted(struct reading *reading)
{
	reading->counted_count = 0;
	for (size_t q = 0; q < reading->quantities.count; q++) {
		struct counted *counted = reading_add(reading);
		counted->number = reading->quantities.at[q];
		narrow_hedge(reading, &counted->number);
		counted->noun = noun_of(reading, &counted->number);
		if (goes_on_list(reading, counted))
			counted->noun = NO_TOKEN;
		counted->noun_end = counted->noun == NO_TOKEN ? NO_TOKEN : counted->noun + 1;
	}
	mark_counted(reading);
}

void reading_read(struct reading *reading, const struct row *row)
{
	reading->text = row->text;
	tokens_read(&reading->tokens, row->text);
	words_read(&reading->words, &reading->tokens);
	read_names(reading, row->entities);
	quantities_read(&reading->quantities, &reading->tokens, row->text);
	read_counted(reading);
}

void reading_free(struct reading *reading)
{
	tokens_free(&reading->tokens);
	words_free(&reading->words);
	quantities_free(&reading->quantities);
	free(reading->names);
	free(reading->name_at);
	free(reading->counted);
	free(reading->spare);
	free(reading->counted_at);
	*reading = (struct reading){ 0 };
}

/* A full stop ends no sentence between digits, behind a single letter, or where no space follows. */
static bool ends_sentence(const struct reading *reading, size_t i)
{
	const struct token *token = &reading->tokens.at[i];

	if (token->sign != '.' && token->sign != '!' && token->sign != '?')
		return false;
	if (i + 1 < reading->tokens.count && !token[1].spaced && token[1].sign == 0)
		return token->sign != '.';
	return i == 0 || token->sign != '.' || token[-1].kind != TOKEN_WORD || token[-1].end - token[-1].start > 2;
}

bool reading_sentence(const struct reading *reading, size_t at, struct sentence *sentence)
{
	if (at >= reading->tokens.count)
		return false;
	sentence->first = at;
	while (at < reading->tokens.count && at - sentence->first < SENTENCE && !ends_sentence(reading, at))
		at++;
	while (at < reading->tokens.count && reading->tokens.at[at].sign != 0 && (ends_sentence(reading, at) || sign_at(reading, at, '"')))
		at++;
	sentence->last = at;
	return true;
}

struct span reading_span(const struct reading *reading, size_t first, size_t last)
{
	uint32_t start = reading->tokens.at[first].start, end = reading->tokens.at[last - 1].end;

	return (struct span){ reading->text.ptr + start, end - start };
}

struct span reading_noun(const struct reading *reading, size_t first, size_t last)
{
	struct span span = reading_span(reading, first, last);
	unsigned clitics = reading->words.at[first].clitics;
	size_t letters = (clitics & (CLITIC_WA | CLITIC_FA)) != 0 ? 1 : 0;

	if ((clitics & (CLITIC_BI | CLITIC_KA)) != 0 || (clitics & (CLITIC_LI | CLITIC_AL)) == CLITIC_LI)
		letters++;

	/* Marks between the letters only occur in vowelled text, which keeps its particles then. */
	if (2 * letters < span.len) {
		span.ptr += 2 * letters;
		span.len -= 2 * letters;
	}
	return span;
}

size_t reading_before(const struct reading *reading, size_t i)
{
	for (i--; i > 0 && reading->words.at[i].words == 0;)
		i--;
	return i;
}

bool joined_at(const struct reading *reading, size_t i)
{
	if ((reading->words.at[i].clitics & CLITIC_WA) != 0 || begins_with_waw(reading, i))
		return true;
	enum cue before = i > 0 ? lex_at(reading, reading_before(reading, i))->cue : CUE_NONE;
	return before == CUE_AND || before == CUE_ADDED;
}
