#include "count-claims/undergo.h"

#include "count-claims/befall.h"
#include "letters.h"
#include "utf8.h"
#include "banned.h"

#define COMPLEMENT 9 /* tokens behind the number or the verb in which the complement stands */
#define VERB 4       /* ... before the number in which the verb stands */
#define THEM 16      /* ... behind the number in which "them" goes back to it */

enum event undergo_behind(const struct reading *reading, struct sentence sentence, const struct counted *counted, size_t from, size_t *governor)
{
	for (size_t i = from; i < sentence.last && i < from + COMPLEMENT; i++) {
		const struct lexeme *lex = lex_at(reading, i);
		const struct counted *other = counted_at(reading, i);

		if ((lex->is & (IS_SPLIT | IS_THAT | IS_VERB | IS_RELATIVE)) != 0 && (lex->is & IS_MASDAR) == 0)
			break;
		if (other != NULL && other != counted)
			break;
		bool names = (lex->is & (IS_MASDAR | IS_VICTIM)) != 0 || (lex->event == EVENT_PROTESTED && (lex->is & IS_THING) != 0); /* "held a march" */
		if (lex->event != EVENT_NONE && lex->event != EVENT_ATTACKED && lex->event != EVENT_MISSING && names && (lex->is & IS_PERSON) == 0) {
			*governor = i;
			return event_befalls(reading, counted, lex->event) ? lex->event : EVENT_NONE;
		}
	}
	return EVENT_NONE;
}

enum event undergo_before(const struct reading *reading, struct sentence sentence, const struct counted *counted, size_t *governor)
{
	size_t begin = counted_begin(counted);

	for (size_t i = begin, steps = 0; i > sentence.first && steps < VERB; steps++) {
		i--;
		if (cue_at(reading, i, CUE_UNDERGO))
			return undergo_behind(reading, sentence, counted, counted_end(counted), governor);
		if (is_at(reading, i, IS_VERB | IS_MASDAR | IS_SPLIT | IS_THAT | IS_REPORT | IS_RELATIVE) || counted_at(reading, i) != NULL)
			break;
	}
	return EVENT_NONE;
}

/* Whether the word, or the one behind it, ends in the pronoun "them". */
static bool says_them(const struct reading *reading, size_t i, size_t within)
{
	char them[8];
	size_t len = utf8_encode(HEH, them);

	len += utf8_encode(MEEM, them + len);
	size_t last = i + (reading->words.at[i].words > 0 ? reading->words.at[i].words : 1) - 1;
	for (size_t k = last; k < last + within && k < reading->tokens.count; k++) {
		struct span fold = token_fold(&reading->tokens, k);
		if (fold.len > len + 2 && memcmp(fold.ptr + fold.len - len, them, len) == 0)
			return true;
	}
	return false;
}

enum event undergo_them(const struct reading *reading, struct sentence sentence, const struct counted *counted, size_t *governor)
{
	size_t end = counted_end(counted);

	if (!counts_people(reading, counted))
		return EVENT_NONE;
	for (size_t i = end; i < sentence.last && i < end + THEM; i++) {
		const struct word *word = &reading->words.at[i];
		if ((word->lex.is & (IS_SPLIT | IS_THAT)) != 0)
			break;
		bool governs = (word->lex.is & IS_VICTIM) == 0 && ((word->lex.is & IS_MASDAR) != 0 ? says_them(reading, i, 2) : (word->lex.is & IS_VERB) != 0 && says_them(reading, i, 1));
		if (word->lex.event != EVENT_NONE && governs && (joined_at(reading, i) || joined_at(reading, i - 1))) {
			*governor = i;
			return event_befalls(reading, counted, word->lex.event) ? word->lex.event : EVENT_NONE;
		}
	}
	return EVENT_NONE;
}
