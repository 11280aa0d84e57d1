#include "count-claims/answer.h"

#include <stdlib.h>

#include "count-claims/ids.h"
#include "mem.h"
#include "banned.h"

/* What "about n" allows on either side: a share of n, one at least. And from which number on the same one given for another group is no chance. */
#define TOLERANCE 0.05
#define TELLING_NUMBER 3

/* A report that gives one number and another so many times as large means the small one for some of those. */
#define PART_FACTOR 4

const char *const answer_cmps[] = { "=", "~", "<", "<=", ">", ">=", "..", NULL };
enum { CMP_EXACT, CMP_ABOUT, CMP_LESS, CMP_AT_MOST, CMP_MORE, CMP_AT_LEAST, CMP_RANGE };

const char *const answer_verdicts[] = { "alone", "agree", "rival", "part", "earlier", "regroup" };

uint8_t answer_cmp(struct span cmp)
{
	for (uint8_t i = 0; answer_cmps[i] != NULL; i++)
		if (cmp.len == strlen(answer_cmps[i]) && memcmp(cmp.ptr, answer_cmps[i], cmp.len) == 0)
			return i;
	return CMP_EXACT;
}

/* Exact and "about" numbers with the same bounds are one answer. */
static int bounds_kind(const struct tally_claim *claim)
{
	return claim->cmp == CMP_ABOUT || claim->cmp == CMP_RANGE ? CMP_EXACT : claim->cmp;
}

#define ORDER(x, y) \
	if ((x) != (y)) \
		return (x) < (y) ? -1 : 1

static int question_order(const struct tally_claim *x, const struct tally_claim *y)
{
	ORDER(x->story, y->story);
	ORDER(x->event, y->event);
	ORDER(x->group, y->group);
	ORDER(x->thing, y->thing);
	return 0;
}

static int answer_order(const struct tally_claim *x, const struct tally_claim *y)
{
	ORDER(x->scope, y->scope);
	ORDER(x->low, y->low);
	ORDER(x->high, y->high);
	ORDER(bounds_kind(x), bounds_kind(y));
	ORDER(x->bare, y->bare);
	return 0;
}

int tally_claim_order(const void *a, const void *b)
{
	const struct tally_claim *x = a, *y = b;
	int order = question_order(x, y);

	if (order == 0)
		order = answer_order(x, y);
	if (order != 0)
		return order;
	ORDER(x->doc, y->doc);
	ORDER(x->cmp, y->cmp);
	return 0;
}

size_t question_length(const struct tally_claim *claims, size_t count)
{
	size_t n = 1;
	while (n < count && question_order(&claims[0], &claims[n]) == 0)
		n++;
	return n;
}

static void set_interval(struct answer *answer)
{
	const struct tally_claim *claim = &answer->claims[0];

	answer->low = claim->low;
	answer->high = claim->high;
	for (size_t i = 0; i < answer->count; i++)
		if (answer->claims[i].cmp == CMP_ABOUT && claim->low == claim->high) {
			double around = claim->low * TOLERANCE > 1 ? claim->low * TOLERANCE : 1;
			answer->low = claim->low - around;
			answer->high = claim->high + around;
		}
}

/* Cut the sorted claims of a question into answers. */
static void cut(struct answers *answers, const struct tally_claim *claims, size_t count)
{
	answers->count = 0;
	answers->ids = xgrow(answers->ids, &answers->ids_cap, 2 * count, sizeof(*answers->ids));
	for (size_t i = 0, n; i < count; i += n) {
		for (n = 1; i + n < count && answer_order(&claims[i], &claims[i + n]) == 0;)
			n++;
		answers->at = xgrow(answers->at, &answers->cap, answers->count + 1, sizeof(*answers->at));
		struct answer *answer = &answers->at[answers->count++];
		*answer = (struct answer){ .claims = &claims[i], .count = n, .scope = claims[i].scope, .bare = claims[i].bare };
		answer->docs = answers->ids + 2 * i;
		answer->places = answer->docs + n;
		for (size_t j = 0; j < n; j++) {
			answer->docs[j] = claims[i + j].doc;
			if (claims[i + j].place != ORIGIN_NONE)
				answer->places[answer->places_count++] = claims[i + j].place;
		}
		answer->docs_count = ids_distinct(answer->docs, n);
		answer->places_count = ids_distinct(answer->places, answer->places_count);
		set_interval(answer);
	}
}

struct by_outlet {
	uint32_t outlet, via;
	int64_t time;
	size_t claim;
	double low;
};

static int by_outlet_latest_first(const void *a, const void *b)
{
	const struct by_outlet *x = a, *y = b;

	ORDER(x->outlet, y->outlet);
	ORDER(x->via, y->via);
	ORDER(y->time, x->time);
	return 0;
}

/*
 * A total is an earlier one where the same outlet, over the same relay, later
 * gives a higher one. Another outlet's later text proves nothing: it may be an
 * older wire.
 */
static void find_superseded(struct tally_claim *claims, size_t count, const struct tally_doc *docs)
{
	struct by_outlet *order = xmalloc(count * sizeof(*order));
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		const struct tally_doc *doc = &docs[claims[i].doc];
		if (claims[i].scope == SCOPE_TOTAL && !claims[i].bare && doc->time != INT64_MIN)
			order[n++] = (struct by_outlet){ doc->outlet, claims[i].via, doc->time, i, claims[i].low };
	}
	qsort(order, n, sizeof(*order), by_outlet_latest_first);
	for (size_t i = 0, run = 0; i < n; i++) {
		if (order[i].outlet != order[run].outlet || order[i].via != order[run].via)
			run = i;
		for (size_t j = run; j < i && order[j].time > order[i].time; j++)
			if (order[j].low > order[i].low) {
				claims[order[i].claim].earlier = true;
				break;
			}
	}
	free(order);
}

static bool all_earlier(const struct answer *answer)
{
	for (size_t i = 0; i < answer->count; i++)
		if (!answer->claims[i].earlier)
			return false;
	return true;
}

static bool any_earlier(const struct answer *answer)
{
	for (size_t i = 0; i < answer->count; i++)
		if (answer->claims[i].earlier)
			return true;
	return false;
}

static size_t count_reports(const struct answer *answer, const struct tally_doc *docs)
{
	uint32_t *outlets = xmalloc(answer->docs_count * sizeof(*outlets));

	for (size_t i = 0; i < answer->docs_count; i++)
		outlets[i] = docs[answer->docs[i]].outlet;
	size_t n = ids_distinct(outlets, answer->docs_count);
	free(outlets);
	return n;
}

/* Whether both say where, and no place of one is a place of the other. */
static bool elsewhere(const struct answer *a, const struct answer *b, struct origins *origins)
{
	for (size_t i = 0; i < a->places_count; i++)
		for (size_t j = 0; j < b->places_count; j++)
			if (origins_same(origins, a->places[i], b->places[j]))
				return false;
	return a->places_count > 0 && b->places_count > 0;
}

/*
 * Whether so many documents give both that they cannot be meant for the same
 * total: half as many or more as give only one of them.
 */
static bool given_together(const struct answer *a, const struct answer *b)
{
	size_t both = 0;

	for (size_t i = 0, j = 0; i < a->docs_count && j < b->docs_count;) {
		if (a->docs[i] == b->docs[j]) {
			both++;
			i++;
			j++;
		} else if (a->docs[i] < b->docs[j]) {
			i++;
		} else {
			j++;
		}
	}
	return both > 0 && both * 2 >= a->docs_count + b->docs_count - 2 * both;
}

static bool is_claim_of_total(const struct answer *answer)
{
	return answer->scope == SCOPE_TOTAL && !answer->earlier && !answer->dwarfed;
}

static bool gives(const struct answer *answer, uint32_t doc)
{
	return bsearch(&doc, answer->docs, answer->docs_count, sizeof(doc), ids_order) != NULL;
}

/* Whether all reports that give the answer give a much larger one as well, and of no other place. */
static bool is_dwarfed(const struct answers *answers, const struct answer *answer, struct origins *origins)
{
	for (size_t d = 0; d < answer->docs_count; d++) {
		bool larger = false;
		for (size_t i = 0; i < answers->count && !larger; i++) {
			const struct answer *other = &answers->at[i];
			larger = other->scope == SCOPE_TOTAL && other->low >= PART_FACTOR * answer->high && gives(other, answer->docs[d]) &&
				 !elsewhere(answer, other, origins);
		}
		if (!larger)
			return false;
	}
	return answer->scope == SCOPE_TOTAL && !answer->bare;
}

static bool disjoint(const struct answer *a, const struct answer *b)
{
	return a->high < b->low || b->high < a->low;
}

bool answers_are_rivals(const struct answer *a, const struct answer *b, struct origins *origins)
{
	return disjoint(a, b) && is_claim_of_total(a) && is_claim_of_total(b) && !a->bare && !b->bare && !given_together(a, b) &&
	       !elsewhere(a, b, origins);
}

static void find_rivals(struct answers *answers, struct origins *origins)
{
	for (size_t i = 0; i < answers->count; i++)
		for (size_t j = 0; j < i; j++)
			if (answers_are_rivals(&answers->at[i], &answers->at[j], origins))
				answers->at[i].has_rival = answers->at[j].has_rival = true;
}

/* Whether another document's answer is true with this one. */
static bool is_supported(const struct answers *answers, const struct answer *answer)
{
	for (size_t i = 0; i < answers->count; i++) {
		const struct answer *other = &answers->at[i];
		if (other != answer && is_claim_of_total(other) && !disjoint(answer, other) &&
		    (other->docs_count > 1 || answer->docs_count > 1 || other->docs[0] != answer->docs[0]))
			return true;
	}
	return false;
}

static enum verdict verdict_of(const struct answers *answers, const struct answer *answer)
{
	if (answer->has_rival)
		return VERDICT_RIVAL;
	if (answer->earlier)
		return VERDICT_EARLIER;
	if (answer->scope == SCOPE_PART || answer->dwarfed)
		return VERDICT_PART;
	if (answer->reports > 1 || (answer->scope == SCOPE_TOTAL && is_supported(answers, answer)))
		return VERDICT_AGREE;
	return VERDICT_ALONE;
}

void answers_find(struct answers *answers, struct tally_claim *claims, size_t count, const struct tally_doc *docs, struct origins *origins)
{
	cut(answers, claims, count);
	/* One text that calls a number earlier settles it; else all that give it must have been overtaken. */
	for (size_t i = 0; i < answers->count; i++)
		answers->at[i].earlier = any_earlier(&answers->at[i]);
	find_superseded(claims, count, docs);
	for (size_t i = 0; i < answers->count; i++) {
		struct answer *answer = &answers->at[i];
		answer->earlier = answer->earlier || all_earlier(answer);
		answer->dwarfed = is_dwarfed(answers, answer, origins);
		answer->reports = count_reports(answer, docs);
	}
	find_rivals(answers, origins);
	for (size_t i = 0; i < answers->count; i++)
		answers->at[i].verdict = verdict_of(answers, &answers->at[i]);
}

static bool same_number(const struct answer *a, const struct answer *b)
{
	const struct tally_claim *x = &a->claims[0], *y = &b->claims[0];
	return x->low == y->low && x->high == y->high && x->low == x->high && x->low >= TELLING_NUMBER;
}

static bool may_regroup(const struct answer *answer)
{
	return is_claim_of_total(answer) && (answer->verdict == VERDICT_ALONE || answer->verdict == VERDICT_AGREE);
}

/* An answer is regrouped where at least as many reports give its number for another group. */
static bool is_regrouped(const struct answers *questions, size_t count, size_t own, const struct answer *answer)
{
	for (size_t q = 0; q < count; q++)
		for (size_t i = 0; q != own && i < questions[q].count; i++) {
			const struct answer *other = &questions[q].at[i];
			if (is_claim_of_total(other) && same_number(answer, other) && other->reports >= answer->reports && !given_together(answer, other))
				return true;
		}
	return false;
}

void answers_regroup(struct answers *questions, size_t count)
{
	for (size_t q = 0; q < count; q++)
		for (size_t i = 0; i < questions[q].count; i++) {
			struct answer *answer = &questions[q].at[i];
			if (may_regroup(answer) && is_regrouped(questions, count, q, answer))
				answer->verdict = VERDICT_REGROUP;
		}
}

void answers_free(struct answers *answers)
{
	free(answers->at);
	free(answers->ids);
	*answers = (struct answers){ 0 };
}
