#include "rules.h"

#include <stdlib.h>

#include "err.h"
#include "input.h"
#include "mem.h"
#include "pattern.h"
#include "utf8.h"
#include "banned.h"

struct rule {
	unsigned type, group;
	struct pattern *pattern;
};

struct rules {
	struct rule *at;
	size_t count, cap;
	bool passed; /* text that is not UTF-8: said once */
};

static void add_rule(struct rules *rules, const char *path, unsigned long long number, struct span line)
{
	struct span type, source = line;

	span_next(&source, '\t', &type);
	if (source.ptr == NULL || type_of(type) == TYPES)
		die(STATUS_USAGE, "%s:%llu: not a type (PER, LOC, ORG), a TAB and a pattern", path, number);
	rules->at = xgrow(rules->at, &rules->cap, rules->count + 1, sizeof(*rules->at));
	struct rule *rule = &rules->at[rules->count++];
	rule->type = type_of(type);
	rule->pattern = pattern_compile(path, number, (size_t)(source.ptr - line.ptr), source);
	rule->group = pattern_group_named(rule->pattern, "name");
}

struct rules *rules_read(const char *path)
{
	struct rules *rules = xcalloc(1, sizeof(*rules));
	unsigned long long number = 0;
	size_t len;
	char *bytes = input_slurp(path, &len);
	struct span file = { bytes, len }, line;

	while (span_next(&file, '\n', &line)) {
		number++;
		if (line.len > 0 && line.ptr[line.len - 1] == '\r')
			line.len--;
		if (line.len > 0 && line.ptr[0] != '#')
			add_rule(rules, path, number, line);
	}
	free(bytes);
	return rules;
}

void rules_free(struct rules *rules)
{
	for (size_t i = 0; rules != NULL && i < rules->count; i++)
		pattern_free(rules->at[i].pattern);
	if (rules != NULL)
		free(rules->at);
	free(rules);
}

/*
 * The tokens that bytes start..end touch are a mention. `at` is a token that begins before them: matches come
 * from left to right, but a group of one may lie behind that of the next (lookahead), so it may go back.
 */
static size_t add_bytes(struct sentence *s, unsigned type, size_t start, size_t end, size_t at)
{
	size_t last;

	while (at > 0 && s->tokens.at[at - 1].end > start)
		at--;
	while (at < s->tokens.count && s->tokens.at[at].end <= start)
		at++;
	for (last = at; last < s->tokens.count && s->tokens.at[last].start < end; last++)
		;
	if (last > at)
		sentence_add(s, (struct found){ .first = (uint32_t)at, .end = (uint32_t)last, .type = (uint8_t)type, .by = BY_USER, .sure = true,
		                                .tag = -1, .nation = -1, .inner = -1 });
	return at;
}

static void rule_find(const struct rule *rule, struct sentence *s)
{
	size_t from = 0, token = 0, start, end, match_start, match_end;

	while (from <= s->text.len && pattern_search(rule->pattern, s->text, from)) {
		pattern_group(rule->pattern, 0, &match_start, &match_end);
		if (pattern_group(rule->pattern, rule->group, &start, &end) && end > start)
			token = add_bytes(s, rule->type, start, end, token);
		from = match_end > from ? match_end : from + 1;
		while (from < s->text.len && utf8_continues(s->text.ptr[from]))
			from++;
	}
}

void rules_find(struct rules *rules, struct sentence *s)
{
	if (rules == NULL || rules->count == 0)
		return;
	if (!utf8_valid(s->text.ptr, s->text.len)) {
		if (!rules->passed)
			warn("rules pass over text that is not UTF-8");
		rules->passed = true;
		return;
	}
	for (size_t i = 0; i < rules->count; i++)
		rule_find(&rules->at[i], s);
}
