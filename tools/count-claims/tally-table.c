#include "count-claims/tally-table.h"

#include <math.h>
#include <stdlib.h>

#include "count-claims/ids.h"
#include "mem.h"
#include "output.h"
#include "banned.h"

/* Working memory for the answers of one event: a set of answers for each group. */
struct work {
	struct tally_table *table;
	struct answers *questions;
	size_t count, cap;
	uint32_t *ids;
	size_t ids_cap;
};

static void column(struct span text)
{
	out_span(text);
	out_char('\t');
}

static void column_uint(uint64_t value)
{
	out_uint(value);
	out_char('\t');
}

static struct span string(const struct work *work, uint32_t id)
{
	return intern_text(&work->table->strings, id);
}

static struct span doc_name(const struct work *work, uint32_t doc)
{
	return string(work, work->table->docs[doc].name);
}

/* The claim that shows an answer's number: an exact one where there is one. Claims of an answer are sorted by document. */
static const struct tally_claim *shown(const struct answer *answer)
{
	const struct tally_claim *claim = &answer->claims[0];

	for (size_t i = 1; i < answer->count; i++)
		if (answer->claims[i].cmp < claim->cmp)
			claim = &answer->claims[i];
	return claim;
}

/* 12, >3000, 10..99 */
static void write_number(const struct work *work, const struct answer *answer)
{
	const struct tally_claim *claim = shown(answer);
	bool upper = answer_cmps[claim->cmp][0] == '<';
	struct span low = string(work, claim->low_text), high = string(work, claim->high_text);

	if (span_eq(low, high) || isinf(claim->high) || upper) {
		if (answer_cmps[claim->cmp][0] != '=')
			out_write(answer_cmps[claim->cmp], strlen(answer_cmps[claim->cmp]));
		out_span(upper ? high : low);
	} else {
		out_span(low);
		out_span(SPAN(".."));
		out_span(high);
	}
}

static uint32_t *ids(struct work *work, size_t count)
{
	work->ids = xgrow(work->ids, &work->ids_cap, count + 1, sizeof(*work->ids));
	return work->ids;
}

/* The place that most of the claims name, the first in byte order of those. */
static uint32_t main_place(struct work *work, const struct answer *answer)
{
	uint32_t best = ORIGIN_NONE;
	size_t most = 0;

	for (size_t p = 0; p < answer->places_count; p++) {
		size_t n = 0;
		uint32_t place = answer->places[p];
		for (size_t i = 0; i < answer->count; i++)
			n += answer->claims[i].place == place;
		const struct intern *names = &work->table->origins.names;
		if (n > most || (n == most && span_cmp(intern_text(names, place), intern_text(names, best)) < 0)) {
			best = place;
			most = n;
		}
	}
	return best;
}

static size_t count_wordings(struct work *work, const struct answer *answer)
{
	uint32_t *at = ids(work, answer->count);

	for (size_t i = 0; i < answer->count; i++)
		at[i] = answer->claims[i].wording;
	return wordings_independent(&work->table->wordings, at, answer->count);
}

/*
 * The named sources of claims, joined, in work->ids; returns their number. Where
 * nobody is named, *origins is the number of relays and, without those, of outlets.
 */
static size_t find_sources(struct work *work, const struct tally_claim *claims, size_t count, size_t *origins)
{
	uint32_t *at = ids(work, 2 * count);
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		at[i] = claims[i].source;
	n = origins_join(&work->table->origins, at, count);
	*origins = n;
	if (n > 0)
		return n;
	uint32_t *relays = at + count;
	for (size_t i = 0; i < count; i++)
		relays[i] = claims[i].via;
	*origins = origins_join(&work->table->origins, relays, count);
	size_t outlets = 0;
	for (size_t i = 0; i < count; i++)
		if (claims[i].via == ORIGIN_NONE)
			relays[outlets++] = work->table->docs[claims[i].doc].outlet;
	*origins += ids_distinct(relays, outlets);
	return 0;
}

static int by_bytes(const void *a, const void *b)
{
	return span_cmp(*(const struct span *)a, *(const struct span *)b);
}

static void write_joined(struct span *names, size_t count)
{
	qsort(names, count, sizeof(*names), by_bytes);
	if (count == 0)
		out_char('-');
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			out_char(';');
		out_span(names[i]);
	}
}

static struct span least_doc(const struct work *work, const struct answer *answer)
{
	struct span least = doc_name(work, answer->docs[0]);

	for (size_t i = 1; i < answer->docs_count; i++)
		if (span_cmp(doc_name(work, answer->docs[i]), least) < 0)
			least = doc_name(work, answer->docs[i]);
	return least;
}

static void write_rivals(const struct work *work, const struct answers *answers, const struct answer *answer)
{
	bool first = true;

	for (size_t i = 0; i < answers->count && answer->has_rival; i++) {
		const struct answer *rival = &answers->at[i];
		if (!answers_are_rivals(answer, rival, &work->table->origins))
			continue;
		if (!first)
			out_char(';');
		first = false;
		write_number(work, rival);
		out_char('@');
		out_span(least_doc(work, rival));
	}
	out_span(first ? SPAN("-\t") : SPAN("\t"));
}

static void write_question(const struct work *work, const struct tally_claim *claim)
{
	column(doc_name(work, claim->story));
	column(intern_text(&work->table->events, claim->event));
	column(intern_text(&work->table->groups, claim->group));
}

static void write_answer(struct work *work, const struct answers *answers, const struct answer *answer)
{
	const struct tally_claim *claim = shown(answer);
	const char *cmp = answer_cmps[claim->cmp], *verdict = answer_verdicts[answer->verdict];
	size_t origins, sources;

	write_question(work, claim);
	column(intern_text(&work->table->origins.names, main_place(work, answer)));
	column((struct span){ cmp, strlen(cmp) });
	column(string(work, claim->low_text));
	column(string(work, claim->high_text));
	column((struct span){ verdict, strlen(verdict) });
	column_uint(answer->reports);
	column_uint(count_wordings(work, answer));
	sources = find_sources(work, answer->claims, answer->count, &origins);
	column_uint(origins);
	write_rivals(work, answers, answer);
	struct span *names = xmalloc((sources + answer->docs_count + 1) * sizeof(*names));
	for (size_t i = 0; i < sources; i++)
		names[i] = intern_text(&work->table->origins.names, work->ids[i]);
	write_joined(names, sources);
	out_char('\t');
	for (size_t i = 0; i < answer->docs_count; i++)
		names[i] = doc_name(work, answer->docs[i]);
	write_joined(names, answer->docs_count);
	out_char('\n');
	free(names);
}

static int most_reports_first(const void *a, const void *b)
{
	const struct answer *x = *(const struct answer *const *)a, *y = *(const struct answer *const *)b;

	if (x->reports != y->reports)
		return x->reports > y->reports ? -1 : 1;
	return (x > y) - (x < y); /* else by number, as they stand */
}

static void write_answers(struct work *work, const struct answers *answers)
{
	const struct answer **order = xmalloc(answers->count * sizeof(*order));

	for (size_t i = 0; i < answers->count; i++)
		order[i] = &answers->at[i];
	qsort(order, answers->count, sizeof(const struct answer *), most_reports_first);
	for (size_t i = 0; i < answers->count; i++)
		write_answer(work, answers, order[i]);
	free(order);
}

/* The lowest and the highest number that answers claim of the total, as stated; an open end says nothing. */
static double stated_low(const struct answer *answer)
{
	return answer_cmps[shown(answer)->cmp][0] == '<' ? answer->claims[0].high : answer->claims[0].low;
}

static double stated_high(const struct answer *answer)
{
	return isinf(answer->claims[0].high) ? answer->claims[0].low : answer->claims[0].high;
}

struct range {
	const struct answer *low, *high, *best;
	size_t best_origins, best_wordings, rivals;
};

static bool is_better(const struct range *range, const struct answer *answer, size_t origins, size_t wordings)
{
	if (range->best == NULL || origins != range->best_origins)
		return range->best == NULL || origins > range->best_origins;
	if (wordings != range->best_wordings)
		return wordings > range->best_wordings;
	return answer->reports > range->best->reports;
}

static struct range find_range(struct work *work, const struct answers *answers)
{
	struct range range = { 0 };

	for (size_t i = 0; i < answers->count; i++) {
		const struct answer *answer = &answers->at[i];
		size_t origins, wordings = count_wordings(work, answer);
		if (answer->scope != SCOPE_TOTAL || answer->earlier)
			continue;
		find_sources(work, answer->claims, answer->count, &origins);
		if (range.low == NULL || stated_low(answer) < stated_low(range.low))
			range.low = answer;
		if (range.high == NULL || stated_high(answer) > stated_high(range.high))
			range.high = answer;
		if (is_better(&range, answer, origins, wordings)) {
			range.best = answer;
			range.best_origins = origins;
			range.best_wordings = wordings;
		}
		range.rivals += answer->has_rival;
	}
	return range;
}

static void write_span_of_time(const struct work *work, const struct tally_claim *claims, size_t count)
{
	const struct tally_doc *first = NULL, *last = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct tally_doc *doc = &work->table->docs[claims[i].doc];
		if (doc->time == INT64_MIN)
			continue;
		if (first == NULL || doc->time < first->time)
			first = doc;
		if (last == NULL || doc->time > last->time)
			last = doc;
	}
	column(first != NULL ? string(work, first->time_text) : SPAN("-"));
	out_span(last != NULL ? string(work, last->time_text) : SPAN("-"));
	out_char('\n');
}

static void write_range(struct work *work, const struct answers *answers)
{
	const struct tally_claim *claims = answers->at[0].claims;
	size_t count = 0, reports, origins;
	struct range range = find_range(work, answers);

	if (range.best == NULL)
		return; /* only parts, plans, denials: no total was claimed */
	for (size_t i = 0; i < answers->count; i++)
		count += answers->at[i].count;
	uint32_t *outlets = ids(work, count);
	for (size_t i = 0; i < count; i++)
		outlets[i] = work->table->docs[claims[i].doc].outlet;
	reports = ids_distinct(outlets, count);
	find_sources(work, claims, count, &origins);
	write_question(work, &claims[0]);
	const struct tally_claim *high = shown(range.high), *low = shown(range.low);
	column(string(work, answer_cmps[low->cmp][0] == '<' ? low->high_text : low->low_text));
	column(string(work, isinf(high->high) ? high->low_text : high->high_text));
	write_number(work, range.best);
	out_char('\t');
	column_uint(reports);
	column_uint(origins);
	column_uint(range.rivals);
	write_span_of_time(work, claims, count);
}

/* The length of the run at claims[0] that tells of one event of one story. */
static size_t event_length(const struct tally_claim *claims, size_t count)
{
	size_t n = 1;
	while (n < count && claims[n].story == claims[0].story && claims[n].event == claims[0].event)
		n++;
	return n;
}

static void find_questions(struct work *work, struct tally_claim *claims, size_t count)
{
	work->count = 0;
	for (size_t i = 0, n; i < count; i += n) {
		n = question_length(claims + i, count - i);
		if (work->count == work->cap) {
			size_t before = work->cap;
			work->questions = xgrow(work->questions, &work->cap, work->count + 1, sizeof(*work->questions));
			memset(work->questions + before, 0, (work->cap - before) * sizeof(*work->questions));
		}
		answers_find(&work->questions[work->count++], claims + i, n, work->table->docs, &work->table->origins);
	}
	answers_regroup(work->questions, work->count);
}

static void write_table(struct tally_table *table, void (*write)(struct work *, const struct answers *))
{
	struct work work = { .table = table };

	if (table->claims_count > 0)
		qsort(table->claims, table->claims_count, sizeof(*table->claims), tally_claim_order);
	for (size_t i = 0, n; i < table->claims_count; i += n) {
		n = event_length(table->claims + i, table->claims_count - i);
		find_questions(&work, table->claims + i, n);
		for (size_t q = 0; q < work.count; q++)
			write(&work, &work.questions[q]);
	}
	for (size_t q = 0; q < work.cap; q++)
		answers_free(&work.questions[q]);
	free(work.questions);
	free(work.ids);
}

void tally_write_answers(struct tally_table *table)
{
	write_table(table, write_answers);
}

void tally_write_ranges(struct tally_table *table)
{
	write_table(table, write_range);
}

void tally_table_free(struct tally_table *table)
{
	intern_free(&table->strings);
	intern_free(&table->events);
	intern_free(&table->groups);
	origins_free(&table->origins);
	wordings_free(&table->wordings);
	free(table->docs);
	free(table->claims);
}
