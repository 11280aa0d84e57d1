#include "count-claims/tally.h"

#include <math.h>
#include <stdlib.h>

#include "count-claims/cluster.h"
#include "count-claims/story.h"
#include "count-claims/tally-table.h"
#include "count-claims/wording.h"
#include "err.h"
#include "hash.h"
#include "mem.h"
#include "timestamp.h"
#include "banned.h"

/* In the order in which the table shows them; others come behind. */
static const char *const events[] = {
	"killed", "wounded", "casualties", "missing", "kidnapped", "arrested", "sentenced", "released", "rescued", "displaced",
	"infected", "attacked", "protested", "deployed", "destroyed", NULL,
};
static const char *const groups[] = {
	"persons", "civilians", "children", "security", "military", "militants", "protesters", "journalists", "officials", "medics", "-", NULL,
};

/* What each role claims of the question. */
static const struct {
	const char *role;
	enum scope scope;
} scopes[] = {
	{ "total", SCOPE_TOTAL }, { "implicit", SCOPE_TOTAL }, { "earlier", SCOPE_TOTAL }, { "part", SCOPE_PART },
	{ "more", SCOPE_PART },	  { "past", SCOPE_PAST },      { "denied", SCOPE_DENIED }, { "planned", SCOPE_PLANNED },
};

struct tally {
	struct tally_options options;
	struct tally_table table; /* all that writing needs: strings, documents, claims */
	size_t docs_cap, claims_cap;
	struct story_doc *story_docs; /* beside table.docs */
	size_t story_docs_cap;
	uint32_t *doc_of_name; /* by the interned name: document + 1 */
	size_t doc_of_name_cap;
	struct story_features features;
	struct tokens tokens, noun;
	uint32_t doc;          /* the document being read */
	uint64_t text_hash;    /* the sentence before: claims of one share it */
	uint32_t wording;
	bool fresh;            /* the row is another than that of the claim before */
	bool bad_time;
};

static void intern_table(struct intern *in, const char *const *names)
{
	for (; *names != NULL; names++)
		intern_id(in, (struct span){ *names, strlen(*names) });
}

struct tally *tally_new(const struct tally_options *options)
{
	struct tally *tally = xcalloc(1, sizeof(*tally));

	tally->options = *options;
	tally->doc = UINT32_MAX;
	intern_table(&tally->table.events, events);
	intern_table(&tally->table.groups, groups);
	origins_start(&tally->table.origins);
	return tally;
}

static int64_t row_time(struct tally *tally, struct span text)
{
	int64_t seconds = INT64_MIN;

	if (text.ptr != NULL && !timestamp_read(text, &seconds) && !tally->bad_time) {
		tally->bad_time = true;
		warn("--time: '%.*s' is no time (2013-02-01T14:00:00); such documents count as of unknown time", (int)text.len, text.ptr);
	}
	return seconds;
}

static uint32_t new_doc(struct tally *tally, uint32_t name, struct span outlet)
{
	struct tally_table *t = &tally->table;
	size_t cap = tally->doc_of_name_cap;

	t->docs = xgrow(t->docs, &tally->docs_cap, t->docs_count + 1, sizeof(*t->docs));
	tally->story_docs = xgrow(tally->story_docs, &tally->story_docs_cap, t->docs_count + 1, sizeof(*tally->story_docs));
	t->docs[t->docs_count] = (struct tally_doc){ name, outlet.ptr != NULL ? intern_id(&t->strings, outlet) : name, 0, INT64_MIN };
	struct span text = intern_text(&t->strings, name);
	tally->story_docs[t->docs_count] = (struct story_doc){ .time = INT64_MIN, .key = hash_bytes(text.ptr, text.len) };
	tally->doc_of_name = xgrow(tally->doc_of_name, &tally->doc_of_name_cap, (size_t)name + 1, sizeof(*tally->doc_of_name));
	memset(tally->doc_of_name + cap, 0, (tally->doc_of_name_cap - cap) * sizeof(*tally->doc_of_name));
	tally->doc_of_name[name] = (uint32_t)++t->docs_count;
	return (uint32_t)t->docs_count - 1;
}

static struct span column(const struct row *row, size_t number)
{
	return number > 0 ? row_column(row, number) : (struct span){ 0 };
}

/* Go over to the document of a row. */
static void enter_doc(struct tally *tally, const struct row *row)
{
	uint32_t name = intern_id(&tally->table.strings, row->doc);

	if (tally->doc != UINT32_MAX && tally->table.docs[tally->doc].name == name)
		return;
	if (tally->doc != UINT32_MAX)
		story_doc_take(&tally->story_docs[tally->doc], &tally->features);
	bool known = name < tally->doc_of_name_cap && tally->doc_of_name[name] != 0;
	tally->doc = known ? tally->doc_of_name[name] - 1 : new_doc(tally, name, column(row, tally->options.outlet_column));
	tally->text_hash = 0;
	struct tally_doc *doc = &tally->table.docs[tally->doc];
	struct span text = column(row, tally->options.time_column);
	int64_t time = row_time(tally, text);
	if (time != INT64_MIN && (doc->time == INT64_MIN || time < doc->time)) {
		doc->time = tally->story_docs[tally->doc].time = time;
		doc->time_text = intern_id(&tally->table.strings, text);
	}
}

static enum scope scope_of(struct span role)
{
	for (size_t i = 0; i < sizeof(scopes) / sizeof(scopes[0]); i++)
		if (role.len == strlen(scopes[i].role) && memcmp(role.ptr, scopes[i].role, role.len) == 0)
			return scopes[i].scope;
	return SCOPE_TOTAL;
}

/* A number as the claim rows write it, digits and a point; what is none is without bound. */
static double number(struct span text)
{
	char digits[64];

	if (text.len >= sizeof(digits))
		return (double)INFINITY;
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] != '.' && (text.ptr[i] < '0' || text.ptr[i] > '9'))
			return (double)INFINITY;
	memcpy(digits, text.ptr, text.len);
	digits[text.len] = '\0';
	return strtod(digits, NULL);
}

/* Names of sources and places are joined by `;` in the table. */
static uint32_t name_id(struct tally *tally, struct span name)
{
	return name.len == 0 ? ORIGIN_NONE : intern_id(&tally->table.origins.names, name);
}

/* The noun of things that are counted: its first word. People are told apart by their group. */
static uint32_t thing_of(struct tally *tally, const struct span *claim)
{
	if (!span_eq(claim[CLAIM_GROUP], SPAN("-")))
		return 0;
	tokens_read(&tally->noun, claim[CLAIM_OF]);
	return tally->noun.count > 0 ? (uint32_t)(tally->noun.at[0].hash >> 32) : 0;
}

/* Claims of one row, and rows with one text, are of one sentence. */
static void read_sentence(struct tally *tally, const struct row *row)
{
	if (!tally->fresh)
		return;
	tally->fresh = false;
	uint64_t hash = hash_bytes(row->text.ptr, row->text.len) | 1;
	if (hash == tally->text_hash)
		return;
	tally->text_hash = hash;
	tokens_read(&tally->tokens, row->text);
	story_features_add(&tally->features, &tally->tokens, row);
	tally->wording = wordings_add(&tally->table.wordings, row->text);
}

void tally_next_row(struct tally *tally)
{
	tally->fresh = true;
}

void tally_add(struct tally *tally, const struct row *row)
{
	struct tally_table *t = &tally->table;
	const struct span *claim = row->claim;

	if (claim[0].ptr == NULL || !span_eq(claim[CLAIM_KIND], SPAN("count")) || span_eq(claim[CLAIM_EVENT], SPAN("-")))
		return;
	enter_doc(tally, row);
	read_sentence(tally, row);
	t->claims = xgrow(t->claims, &tally->claims_cap, t->claims_count + 1, sizeof(*t->claims));
	struct tally_claim *c = &t->claims[t->claims_count++];
	*c = (struct tally_claim){
		.low = number(claim[CLAIM_LOW]),
		.high = number(claim[CLAIM_HIGH]),
		.doc = tally->doc,
		.low_text = intern_id(&t->strings, claim[CLAIM_LOW]),
		.high_text = intern_id(&t->strings, claim[CLAIM_HIGH]),
		.place = name_id(tally, claim[CLAIM_PLACE]),
		.source = name_id(tally, claim[CLAIM_SOURCE]),
		.via = name_id(tally, claim[CLAIM_VIA]),
		.wording = tally->wording,
		.thing = thing_of(tally, claim),
		.event = intern_id(&t->events, claim[CLAIM_EVENT]),
		.group = intern_id(&t->groups, claim[CLAIM_GROUP]),
		.scope = (uint8_t)scope_of(claim[CLAIM_ROLE]),
		.cmp = answer_cmp(claim[CLAIM_CMP]),
		.earlier = span_eq(claim[CLAIM_ROLE], SPAN("earlier")),
	};
	c->bare = span_eq(claim[CLAIM_ROLE], SPAN("implicit")) && c->high > c->low;
}

static void find_stories(struct tally *tally)
{
	struct tally_table *t = &tally->table;
	uint32_t *story = xcalloc(t->docs_count + 1, sizeof(*story));

	if (tally->doc != UINT32_MAX)
		story_doc_take(&tally->story_docs[tally->doc], &tally->features);
	if (!tally->options.one_story)
		stories_find(tally->story_docs, t->docs_count, tally->options.window, story);
	for (size_t i = 0; i < t->claims_count; i++)
		t->claims[i].story = story[t->claims[i].doc];
	free(story);
}

void tally_finish(struct tally *tally)
{
	find_stories(tally);
	if (tally->options.range)
		tally_write_ranges(&tally->table);
	else
		tally_write_answers(&tally->table);
	for (size_t d = 0; d < tally->table.docs_count; d++)
		free(tally->story_docs[d].features);
	free(tally->story_docs);
	free(tally->doc_of_name);
	free(tally->features.at);
	tokens_free(&tally->tokens);
	tokens_free(&tally->noun);
	tally_table_free(&tally->table);
	free(tally);
}
