/*
 * The answers to one question: told apart, compared, and given their verdicts.
 *
 * Two answers are rivals where both claim the same total and their intervals
 * are disjoint; "about n" is n give or take a twentieth (one at least), and
 * "more than n" begins at n. A part, an increment, a denial, a plan, another
 * event's count, and a toll that a text calls earlier are no claims of the
 * total; neither is a number of which the same report gives four times as many.
 * Nor are answers rivals that put the event at different known places, nor
 * those that mostly the same documents give. A bare plural bounds from below
 * and is nobody's rival. Things (group `-`) are a question for each noun.
 */
#ifndef COUNT_CLAIMS_ANSWER_H
#define COUNT_CLAIMS_ANSWER_H

#include <stdint.h>

#include "count-claims/origin.h"

/* What an answer claims of its question; answers of different scopes are different answers. */
enum scope { SCOPE_TOTAL, SCOPE_PART, SCOPE_PAST, SCOPE_DENIED, SCOPE_PLANNED };

enum verdict { VERDICT_ALONE, VERDICT_AGREE, VERDICT_RIVAL, VERDICT_PART, VERDICT_EARLIER, VERDICT_REGROUP };

/* A claim as the tally keeps it: numbers of interned strings, and bounds. */
struct tally_claim {
	double low, high;
	uint32_t story, doc;
	uint32_t low_text, high_text; /* interned */
	uint32_t place, source, via;    /* names of origins */
	uint32_t wording;
	uint32_t thing;        /* what is counted where it is no people: a hash of the noun; else 0 */
	uint32_t event, group; /* interned */
	uint8_t scope;
	uint8_t cmp;       /* a place in answer_cmps */
	bool earlier;      /* its text, or its outlet later, replaces it */
	bool bare;         /* a bare plural */
};

/* What the answers need to know of a document. */
struct tally_doc {
	uint32_t name;   /* interned */
	uint32_t outlet; /* interned: the outlet, or the document itself */
	uint32_t time_text; /* interned */
	int64_t time;    /* INT64_MIN: unknown */
};

struct answer {
	const struct tally_claim *claims; /* those that give it, by document */
	size_t count;
	double low, high; /* the interval that it allows */
	enum scope scope;
	enum verdict verdict;
	bool earlier, bare, has_rival;
	bool dwarfed; /* its reports give a much larger number as well: it counts some of those */
	uint32_t *docs; /* that give it, sorted, each once */
	size_t docs_count;
	uint32_t *places; /* that it names, sorted, each once */
	size_t places_count;
	size_t reports;
};

struct answers {
	struct answer *at;
	size_t count, cap;
	uint32_t *ids; /* the memory of docs and places */
	size_t ids_cap;
};

extern const char *const answer_cmps[];
extern const char *const answer_verdicts[];

/* The place of a cmp in answer_cmps; what is none counts as "=". */
uint8_t answer_cmp(struct span cmp);

/* Sort order of claims: story, event, group, then what makes one answer, then the document. */
int tally_claim_order(const void *a, const void *b);

/* The length of the run at claims[0] that answers one question, of at most `count`. */
size_t question_length(const struct tally_claim *claims, size_t count);

/*
 * Find the answers to one question, `claims` being sorted; verdicts except
 * regroup, which answers_regroup() finds over the questions of one event.
 */
void answers_find(struct answers *answers, struct tally_claim *claims, size_t count, const struct tally_doc *docs, struct origins *origins);

/* Mark the answers of an event's questions that give the same number for another group. */
void answers_regroup(struct answers *questions, size_t count);

/* Whether both cannot be true of the same total. */
bool answers_are_rivals(const struct answer *a, const struct answer *b, struct origins *origins);

void answers_free(struct answers *answers);

#endif
