#include "count-claims/attribution.h"

#include "count-claims/number-word.h"
#include "count-claims/quotation.h"
#include "count-claims/subject.h"
#include "letters.h"
#include "mem.h"
#include "utf8.h"
#include "banned.h"

#define NAMED 30    /* tokens in which "according to" names its source */
#define THAT 15     /* ... between a verb that need not assert and its that-clause */
#define TOLL 4      /* ... before "announced it" in which the toll stands */
#define GIVEN 5     /* ... behind "according to" in which stands whose toll it is */
#define HEADING 8   /* tokens before the colon of a headline */

static struct attribution *add(struct speaker *speaker, size_t at, enum reach reach, const char *rule)
{
	speaker->at = xgrow(speaker->at, &speaker->cap, speaker->count + 1, sizeof(*speaker->at));
	struct attribution *attribution = &speaker->at[speaker->count++];
	*attribution = (struct attribution){ .at = at, .end = at + 1, .reach = (uint8_t)reach, .rule = rule };
	return attribution;
}

/* Whether what follows a verb of saying is said to be so: always behind some, behind others only in a that-clause or a quotation. */
static bool asserts(const struct reading *reading, struct sentence sentence, size_t i, size_t end)
{
	static const bool always[ACTS] = { [ACT_SAID] = true, [ACT_CONFIRMED] = true, [ACT_ANNOUNCED] = true, [ACT_DENIED] = true };

	const struct lexeme *lex = lex_at(reading, i);

	return (always[lex->act] && (lex->is & IS_WEAK) == 0) || (end < sentence.last && end - i <= THAT && (is_at(reading, end, IS_THAT) || sign_at(reading, end, ':')));
}

/* "an earlier toll spoke of ...": nobody is named. */
static bool is_earlier_toll(const struct reading *reading, struct sentence sentence, size_t i)
{
	for (size_t steps = 0; i > sentence.first && steps < 6; steps++)
		if (cue_at(reading, --i, CUE_EARLIER))
			return true;
	return false;
}

const struct attribution *attribution_before(const struct speaker *speaker, const struct attribution *attribution)
{
	for (const struct attribution *a = attribution; a > speaker->at;)
		if ((--a)->reach == REACH_ON && a->who.len > 0)
			return a;
	return speaker->count > 1 ? attribution - 1 : NULL;
}

/* Who speaks was said before: in this sentence, else in an earlier one. */
static void carry(const struct speaker *speaker, struct attribution *attribution, const char *rule)
{
	const struct attribution *last = attribution_before(speaker, attribution);

	if (last == NULL && speaker->before.len == 0)
		return;
	attribution->who = last != NULL ? last->who : buf_as_span(&speaker->before);
	attribution->carried = true;
	attribution->rule = rule;
}

/* Whether token i stands in a quotation that somebody's verb introduced in this sentence. */
static bool is_quoted(const struct speaker *speaker, const struct reading *reading, struct sentence sentence, size_t i)
{
	bool quoted = false;

	for (size_t k = sentence.first; k < i; k++)
		quoted = quotation_after(reading, k, quoted);
	return quoted && speaker->count > 0;
}

/* Whether a verb is of the present: yeh or teh begins it. */
static bool is_imperfect(const struct reading *reading, size_t i)
{
	struct span fold = token_fold(&reading->tokens, i);
	size_t size;
	uint32_t letter = fold.len > 0 ? utf8_decode(fold.ptr, fold.len, &size) : 0;

	return reading->words.at[i].clitics == 0 && (letter == YEH || letter == TEH);
}

/* A verb of saying at i. */
static void read_verb(struct speaker *speaker, const struct reading *reading, struct sentence sentence, size_t i)
{
	const struct lexeme *lex = lex_at(reading, i);
	size_t end = subject_end(reading, sentence, i), first = i + (reading->words.at[i].words > 0 ? reading->words.at[i].words : 1);
	struct attribution *attribution;
	struct source_name name;
	bool relayed = (lex->is & IS_RELAYED) != 0 && end < sentence.last && cue_at(reading, end, CUE_ABOUT);

	if (i > sentence.first && cue_at(reading, i - 1, CUE_NOT))
		return;
	if ((lex->is & IS_RELAYED) != 0 && !relayed && (end >= sentence.last || !is_at(reading, end, IS_THAT)))
		return; /* it carried something else */
	if (is_earlier_toll(reading, sentence, i)) {
		add(speaker, i, REACH_ASIDE, "an earlier toll");
		return;
	}
	first = subject_behind_particles(reading, first, end); /* "said today" */
	bool quoted = is_quoted(speaker, reading, sentence, i);
	struct span told = { NULL, 0 };
	if (lex->cue == CUE_TOLD)
		first = subject_behind_told(reading, first, end, &told);
	attribution = add(speaker, i, asserts(reading, sentence, i, end) ? REACH_ON : REACH_NOTHING, "the verb's subject");
	attribution->act = lex->act;
	if (relayed) {
		if (source_name_find(reading, first, end, &name))
			attribution->via = name.who;
		source_name_find(reading, end + 1, subject_end(reading, sentence, end), &name);
		attribution->rule = "relayed from";
	} else if (!subject_find(reading, sentence, i, first, (lex->is & IS_MASDAR) == 0 ? end : first, &name)) {
		if ((lex->is & IS_TOLL) != 0) { /* "was estimated at" */
			speaker->count--;
			return;
		}
		if (quoted)
			speaker->count--;
		else if (name.clause || (first < end && (lex_at(reading, first)->is & (IS_TOLL | IS_VERB)) == IS_TOLL)) /* "the toll points to ..." */
			attribution->reach = REACH_ASIDE;
		else
			carry(speaker, attribution, "who spoke before");
		return;
	}
	if (name.end <= i && is_imperfect(reading, i) && speaker->count > 1 && attribution[-1].reach == REACH_ON && attribution[-1].who.len > 0) {
		speaker->count--; /* "said that the room got a call (that) tells of ..." */
		return;
	}
	if (name.guessed && quoted) { /* words of the speaker's own: "our study shows ..." */
		speaker->count--;
		return;
	}
	attribution->who = name.who;
	if (name.via.len > 0 || told.len > 0)
		attribution->via = told.len > 0 ? told : name.via;
	attribution->end = name.end > i ? name.end : i + 1;
	attribution->doubtful = name.guessed && (end >= sentence.last || !(is_at(reading, end, IS_THAT) || sign_at(reading, end, ':')));
	bool same = (lex_at(reading, name.first)->is & (IS_SAYER | IS_OWN)) == (IS_SAYER | IS_OWN); /* "the same source" */
	if (same || (is_at(reading, name.first, IS_GENERIC) && name.end == name.first + reading->words.at[name.first].words))
		carry(speaker, attribution, same ? "the same who spoke before" : "the spokesman of whom it spoke");
	else if ((lex_at(reading, name.first)->is & (IS_SAYER | IS_THING)) == (IS_SAYER | IS_THING) && speaker->count > 1 && attribution[-1].reach == REACH_ON)
		speaker->count--; /* what somebody's figures say, he says */
}

/* Whether a person's name stands at token i, behind a comma: a mention, or words that look like one behind a title. */
static bool names_person(const struct reading *reading, struct sentence sentence, size_t first, size_t i)
{
	if (i >= sentence.last)
		return false;
	const struct name *mention = name_at(reading, i);
	return mention != NULL ? mention->type == NAME_PERSON : is_at(reading, first, IS_TITLE | IS_SAYER) && source_unknown_end(reading, i, sentence.last) >= i + 2;
}

/* "according to the usual procedures": a definite noun and its adjective that the lexicon does not know name nobody. */
static bool is_manner(const struct reading *reading, const struct source_name *name)
{
	size_t i = name->first;

	return name->end == i + 2 && name_at(reading, i) == NULL && lex_at(reading, i)->is == 0 && lex_at(reading, i + 1)->is == 0 &&
	       source_definite(reading, i) && source_definite(reading, i + 1);
}

/* "as agency X carried from him", the name at `first`: it relays what the one before said. Returns the token to go on at. */
static size_t read_relayer(struct speaker *speaker, const struct reading *reading, struct sentence sentence, size_t first)
{
	struct source_name name;

	if (!source_name_find(reading, first, sentence.last, &name))
		return first;
	if (speaker->count > 0)
		speaker->at[speaker->count - 1].via = name.who;
	return name.end > first ? name.end - 1 : first;
}

/* "the police said ..., according to Reuters": where somebody is named in front, the agency at `name` only carries it. */
static bool relays_the_last(struct speaker *speaker, const struct reading *reading, const struct source_name *name, size_t i)
{
	struct attribution *last = speaker->count > 0 ? &speaker->at[speaker->count - 1] : NULL;

	if (last == NULL || last->reach != REACH_ON || last->who.len == 0 || last->via.len > 0 || !is_at(reading, name->first, IS_AGENCY))
		return false;
	for (size_t k = last->end; k < i; k++)
		if (is_at(reading, k, IS_SPLIT))
			return false;
	last->via = name->who;
	return true;
}

/* "the last toll of the police", with "of" attached to who gave it: the token of who did; else `first`. */
static size_t behind_toll(const struct reading *reading, struct sentence sentence, size_t first)
{
	bool toll = false;

	for (size_t i = first; i < sentence.last && i < first + GIVEN; i++) {
		if (reading->tokens.at[i].kind != TOKEN_WORD || is_at(reading, i, IS_VERB | IS_REPORT | IS_ADJUNCT | IS_SPLIT | IS_THAT))
			break;
		if (toll && (reading->words.at[i].clitics & CLITIC_LI) != 0)
			return i;
		toll = toll || is_at(reading, i, IS_TOLL);
	}
	return first;
}

/* "according to" at i; returns the token to go on at. */
static size_t read_according(struct speaker *speaker, const struct reading *reading, struct sentence sentence, size_t i)
{
	size_t first = i + reading->words.at[i].words, last;
	struct source_name name;
	bool front = i == sentence.first || is_at(reading, i - 1, IS_SPLIT);

	if (is_at(reading, i, IS_REPORT) && (first >= sentence.last || !is_at(reading, first, IS_REPORT | IS_RELAYS)))
		return i;
	for (size_t k = first; k < first + 6 && k < sentence.last && !sign_at(reading, k, ',') && !is_at(reading, k, IS_SPLIT); k++)
		if (is_at(reading, k, IS_REPORT | IS_RELAYS) && !is_at(reading, k, IS_ACCORDING)) {
			if (k + 1 < sentence.last && cue_at(reading, k + 1, CUE_OF_HIM))
				return read_relayer(speaker, reading, sentence, k + 2);
			first = k + 1;
			break;
		}
	first = behind_toll(reading, sentence, first);
	for (last = first; last < sentence.last && last < first + NAMED; last++) {
		if (is_at(reading, last, IS_THAT | IS_SPLIT | IS_VERB | IS_REPORT | IS_RELATIVE | IS_PARTICIPLE))
			break;
		if (sign_at(reading, last, ',') && !names_person(reading, sentence, first, last + 1))
			break;
	}
	if (!source_name_find(reading, first, last, &name) || is_manner(reading, &name))
		return i;
	if (relays_the_last(speaker, reading, &name, i))
		return name.end - 1;
	struct attribution *attribution = add(speaker, i, front ? REACH_ON : REACH_BACK, "according to");
	if (name.end < sentence.last && sign_at(reading, name.end, ':')) /* "..., and according to X: '...'" */
		attribution->reach = REACH_ON;
	bool to = name.first == first && letter_from_end(token_fold(&reading->tokens, i), 1) == ALEF; /* "wafqan li-", according to */
	source_spell_article(&speaker->spelled, reading, to, &name);
	attribution->who = name.who;
	attribution->via = name.via;
	if ((lex_at(reading, name.first)->is & (IS_SAYER | IS_OWN)) == (IS_SAYER | IS_OWN))
		carry(speaker, attribution, "the same who spoke before");
	if ((lex_at(reading, i)->is & IS_RELAYED) != 0 && speaker->count > 1) { /* the one before only carries it */
		attribution->reach = REACH_ON;
		attribution->via = attribution[-1].who;
	}
	attribution->end = name.end;
	return name.end - 1;
}

/* "The ministry: 20 dead". */
static void read_heading(struct speaker *speaker, const struct reading *reading, struct sentence sentence)
{
	size_t from = NO_TOKEN; /* the first word that may speak */

	for (size_t i = sentence.first; i < sentence.last && i < sentence.first + HEADING; i++) {
		if (is_at(reading, i, IS_REPORT | IS_THAT | IS_VERB | IS_PARTICIPLE) || counted_at(reading, i) != NULL)
			return;
		const struct name *mention = name_at(reading, i);
		bool speaks = is_at(reading, i, IS_BODY | IS_SAYER | IS_AGENCY | IS_TITLE) || (mention != NULL && mention->type != NAME_PLACE);
		if (speaks && from == NO_TOKEN)
			from = i;
		if (!sign_at(reading, i, ':'))
			continue;
		if (from == NO_TOKEN)
			return;
		struct source_name name;
		if (!source_name_find(reading, from, i, &name))
			return;
		struct attribution *attribution = add(speaker, sentence.first, REACH_ON, "the heading before the colon");
		attribution->end = i + 1;
		attribution->who = name.who;
		attribution->via = name.via;
		size_t mark = from > sentence.first && sign_at(reading, from - 1, '"') ? from - 1 : from;
		if (is_at(reading, from, IS_AGENCY) && mark > sentence.first && sign_at(reading, mark - 1, '-')) { /* "Town - Agency: ..." relays */
			attribution->via = name.who;
			attribution->who = (struct span){ NULL, 0 };
		}
		return;
	}
}

/* "in a statement that agency X carried"; "in a toll that X announced". */
static void read_relays(struct speaker *speaker, const struct reading *reading, struct sentence sentence, size_t i)
{
	struct attribution *last = speaker->count > 0 ? &speaker->at[speaker->count - 1] : NULL;

	if (i + 1 >= sentence.last)
		return;
	if (is_at(reading, i + 1, IS_AGENCY)) {
		if (last != NULL && last->via.len == 0)
			last->via = reading_noun(reading, i + 1, source_phrase_end(reading, i + 1, sentence.last));
		return;
	}
	struct source_name name;
	bool toll = false; /* "in a toll that sources announced": back to the numbers before */
	for (size_t k = i, steps = 0; k > sentence.first && steps < TOLL; steps++)
		toll = toll || is_at(reading, --k, IS_TOLL);
	if (!toll || !source_name_find(reading, i + 1, subject_end(reading, sentence, i), &name))
		return;
	struct attribution *attribution = add(speaker, i, REACH_BACK, "who announced the toll");
	attribution->who = name.who;
	attribution->end = name.end;
}

/* "The minister visited ..., adding that": who does what the sentence begins with, where nobody has spoken in it; else who spoke before. */
static void read_participle(struct speaker *speaker, const struct reading *reading, struct sentence sentence, size_t i)
{
	struct attribution *attribution = add(speaker, i, REACH_ON, "nobody");
	struct source_name name;

	if (speaker->count == 1 && subject_of_sentence(reading, sentence, i, &name)) {
		attribution->who = name.who;
		attribution->rule = "who does what the sentence begins with";
		return;
	}
	carry(speaker, attribution, "who the participle goes back to");
}

void attributions_read(struct speaker *speaker, const struct reading *reading, struct sentence sentence)
{
	read_heading(speaker, reading, sentence);
	for (size_t i = sentence.first; i < sentence.last; i++) {
		uint32_t is = lex_at(reading, i)->is;
		if ((is & (IS_REPORT | IS_ACCORDING | IS_ASIDE | IS_RELAYS)) == 0)
			continue;
		if ((is & IS_RELAYS) != 0) {
			read_relays(speaker, reading, sentence, i);
			continue;
		}
		if ((is & IS_ACCORDING) != 0)
			i = read_according(speaker, reading, sentence, i);
		else if ((is & IS_ASIDE) != 0)
			add(speaker, i, REACH_ASIDE, "the report itself, aside");
		else if ((is & IS_PARTICIPLE) == 0)
			read_verb(speaker, reading, sentence, i);
		else
			read_participle(speaker, reading, sentence, i);
	}
}
