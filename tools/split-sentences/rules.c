#include "rules.h"

#include <stdlib.h>

#include "buf.h"
#include "err.h"
#include "input.h"
#include "mem.h"
#include "pattern.h"
#include "space.h"
#include "utf8.h"
#include "banned.h"

struct rule {
	struct pattern *before, *after;
	bool breaks;
};

struct rules {
	struct rule *at;
	size_t count, cap;
	struct place *places;
	size_t place_count, place_cap;
};

static void add_rule(struct rules *rules, const char *path, uint64_t number, struct span line)
{
	struct span rest = line, before, after, verdict;

	if (!span_next(&rest, '\t', &before) || !span_next(&rest, '\t', &after) || !span_next(&rest, '\t', &verdict) || rest.ptr != NULL)
		die(STATUS_USAGE, "%s:%llu: want three columns: before, after, and 'break' or 'keep'", path, (unsigned long long)number);
	bool breaks = span_eq(verdict, SPAN("break"));
	if (!breaks && !span_eq(verdict, SPAN("keep")))
		die(STATUS_USAGE, "%s:%llu: the third column must be 'break' or 'keep'", path, (unsigned long long)number);
	rules->at = xgrow(rules->at, &rules->cap, rules->count + 1, sizeof(*rules->at));
	rules->at[rules->count++] = (struct rule){
		.before = pattern_compile(path, number, 0, before),
		.after = pattern_compile(path, number, (size_t)(after.ptr - line.ptr), after),
		.breaks = breaks,
	};
}

struct rules *rules_read(const char *path)
{
	size_t len;
	struct rules *rules = xcalloc(1, sizeof(*rules));
	char *file = input_slurp(path, &len);
	struct span rest = { file, len }, line;

	for (uint64_t number = 1; span_next(&rest, '\n', &line); number++) {
		if (line.len > 0 && line.ptr[line.len - 1] == '\r')
			line.len--;
		if (line.len > 0 && line.ptr[0] != '#')
			add_rule(rules, path, number, line);
	}
	free(file);
	return rules;
}

void rules_free(struct rules *rules)
{
	for (size_t i = 0; i < rules->count; i++) {
		pattern_free(rules->at[i].before);
		pattern_free(rules->at[i].after);
	}
	free(rules->at);
	free(rules->places);
	free(rules);
}

static void find_places(struct rules *rules, uint32_t number, struct span text)
{
	const struct rule *rule = &rules->at[number];
	size_t from = 0, start, end;

	/* The places on either side of white space are one: its front. */
	while (from <= text.len && pattern_search(rule->before, text, from)) {
		pattern_group(rule->before, 0, &start, &end);
		if (pattern_match_at(rule->after, text, end)) {
			rules->places = xgrow(rules->places, &rules->place_cap, rules->place_count + 1, sizeof(*rules->places));
			rules->places[rules->place_count++] = (struct place){ space_before(text, 0, end), number, rule->breaks };
		}
		from = end > from ? end : from + 1;
		while (from < text.len && utf8_continues(text.ptr[from]))
			from++;
	}
}

static int by_place(const void *a, const void *b)
{
	const struct place *p = a, *q = b;
	if (p->at != q->at)
		return p->at < q->at ? -1 : 1;
	return (p->rule > q->rule) - (p->rule < q->rule);
}

const struct place *rules_places(struct rules *rules, struct span text, size_t *count)
{
	size_t kept = 0;

	rules->place_count = 0;
	if (text.len > 0 && utf8_valid(text.ptr, text.len))
		for (size_t i = 0; i < rules->count; i++)
			find_places(rules, (uint32_t)i, text);
	if (rules->place_count > 1)
		qsort(rules->places, rules->place_count, sizeof(*rules->places), by_place);
	for (size_t i = 0; i < rules->place_count; i++)
		if (kept == 0 || rules->places[kept - 1].at != rules->places[i].at)
			rules->places[kept++] = rules->places[i];
	*count = kept;
	return rules->places;
}
