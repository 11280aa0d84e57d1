#include "normalize/rules.h"

#include <stdlib.h>

#include "err.h"
#include "input.h"
#include "mem.h"
#include "pattern.h"
#include "utf8.h"
#include "banned.h"

/* A piece of a replacement: a text, or a group where `group` is not TEXT. */
struct piece {
	struct span text;
	unsigned group;
};
#define TEXT ((unsigned)-1)

struct rule {
	struct pattern *pattern;
	struct piece *pieces;
	size_t count, cap;
};

struct rules {
	char *file; /* what texts of pieces point into */
	struct rule *at;
	size_t count, cap;
	struct buf out[2]; /* the text of the rule before, and of the one at hand */
	struct map step, joined;
};

static void add_piece(struct rule *rule, struct piece piece)
{
	if (piece.group == TEXT && piece.text.len == 0)
		return;
	rule->pieces = xgrow(rule->pieces, &rule->cap, rule->count + 1, sizeof(*rule->pieces));
	rule->pieces[rule->count++] = piece;
}

static size_t digits(struct span s, unsigned *value)
{
	size_t n = 0;

	*value = 0;
	for (; n < s.len && n < 5 && s.ptr[n] >= '0' && s.ptr[n] <= '9'; n++)
		*value = *value * 10 + (unsigned)(s.ptr[n] - '0');
	return n;
}

/* The group that stands behind a `$`; returns the length of its name, or 0. */
static size_t group_reference(struct pattern *pattern, struct span s, unsigned *group)
{
	const char *close;
	char name[64] = "";
	size_t n = digits(s, group);

	if (n > 0)
		return *group <= pattern_groups(pattern) ? n : 0;
	if (s.len == 0 || s.ptr[0] != '{' || (close = memchr(s.ptr, '}', s.len)) == NULL)
		return 0;
	struct span inside = { s.ptr + 1, (size_t)(close - s.ptr) - 1 };
	if (inside.len == 0 || inside.len >= sizeof(name))
		return 0;
	if (digits(inside, group) != inside.len) {
		memcpy(name, inside.ptr, inside.len);
		*group = pattern_group_named(pattern, name);
		if (*group == 0)
			return 0;
	}
	return *group <= pattern_groups(pattern) ? inside.len + 2 : 0;
}

/* `offset` is the replacement's byte in its line, for messages. */
static void read_replacement(struct rule *rule, const char *path, uint64_t line, size_t offset, struct span s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		if (c < ' ' || c == 0x7F)
			die(STATUS_USAGE, "%s:%llu: byte %zu: a control character in a replacement", path, (unsigned long long)line, offset + i);
		if (c != '$')
			continue;
		struct piece text = { { s.ptr + from, i - from }, TEXT }, group = { { 0 }, 0 };
		struct span rest = { s.ptr + i + 1, s.len - i - 1 };
		bool dollar = rest.len > 0 && rest.ptr[0] == '$';
		size_t n = dollar ? 1 : group_reference(rule->pattern, rest, &group.group);
		if (n == 0)
			die(STATUS_USAGE, "%s:%llu: byte %zu: no group of the pattern; write $$ for a dollar sign", path, (unsigned long long)line,
			    offset + i);
		text.text.len += dollar;
		add_piece(rule, text);
		if (!dollar)
			add_piece(rule, group);
		i += n;
		from = i + 1;
	}
	add_piece(rule, (struct piece){ { s.ptr + from, s.len - from }, TEXT });
}

static void read_rule(struct rules *rules, const char *path, uint64_t line, struct span text)
{
	const char *tab = memchr(text.ptr, '\t', text.len);

	if (tab == NULL)
		die(STATUS_USAGE, "%s:%llu: no TAB between a pattern and its replacement", path, (unsigned long long)line);
	size_t len = (size_t)(tab - text.ptr);
	if (!utf8_valid(text.ptr, text.len))
		die(STATUS_USAGE, "%s:%llu: not UTF-8", path, (unsigned long long)line);
	rules->at = xgrow(rules->at, &rules->cap, rules->count + 1, sizeof(*rules->at));
	struct rule *rule = &rules->at[rules->count++];
	*rule = (struct rule){ .pattern = pattern_compile(path, line, 0, (struct span){ text.ptr, len }) };
	read_replacement(rule, path, line, len + 1, (struct span){ tab + 1, text.len - len - 1 });
}

struct rules *rules_read(const char *path)
{
	struct rules *rules = xcalloc(1, sizeof(*rules));
	struct span rest = { 0 }, line;
	uint64_t number = 0;

	rules->file = input_slurp(path, &rest.len);
	rest.ptr = rules->file;
	while (span_next(&rest, '\n', &line)) {
		number++;
		if (line.len > 0 && line.ptr[line.len - 1] == '\r')
			line.len--;
		if (line.len > 0 && line.ptr[0] != '#')
			read_rule(rules, path, number, line);
	}
	return rules;
}

static void write_replacement(const struct rule *rule, struct span text, struct buf *out)
{
	size_t start, end;

	for (size_t i = 0; i < rule->count; i++) {
		const struct piece *piece = &rule->pieces[i];
		if (piece->group == TEXT)
			buf_span(out, piece->text);
		else if (pattern_group(rule->pattern, piece->group, &start, &end) && start <= end)
			buf_add(out, text.ptr + start, end - start);
	}
}

/* Copy text[from..to) unchanged. */
static void keep(struct span text, size_t from, size_t to, struct buf *out, struct map *map)
{
	buf_add(out, text.ptr + from, to - from);
	map_same(map, to - from);
}

/* Replace each match, from left to right; an empty one moves on by a code point. Returns whether there was any. */
static bool apply_rule(struct rule *rule, struct span text, struct buf *out, struct map *map)
{
	size_t done = 0, from = 0, start, end;
	bool any = false;

	out->len = 0;
	while (from <= text.len && pattern_search(rule->pattern, text, from) && pattern_group(rule->pattern, 0, &start, &end)) {
		any = true;
		if (start < done) /* \K or a lookbehind went back into what was replaced */
			start = done;
		keep(text, done, start, out, map);
		size_t before = out->len;
		write_replacement(rule, text, out);
		map_change(map, out->len - before, end > start ? end - start : 0);
		done = end > start ? end : start;
		from = done;
		if (end <= start)
			for (from++; from < text.len && utf8_continues(text.ptr[from]); from++)
				;
	}
	if (any)
		keep(text, done, text.len, out, map);
	return any;
}

bool rules_apply(struct rules *rules, struct span text, struct span *out, struct map *map)
{
	bool any = false;
	size_t side = 0;

	for (size_t i = 0; i < rules->count; i++) {
		rules->step.count = 0;
		if (!apply_rule(&rules->at[i], text, &rules->out[side], map != NULL ? &rules->step : NULL))
			continue;
		if (map != NULL && any) {
			struct map swap = *map;
			rules->joined.count = 0;
			map_join(&rules->joined, map, &rules->step);
			*map = rules->joined;
			rules->joined = swap;
		} else if (map != NULL) {
			struct map swap = *map;
			*map = rules->step;
			rules->step = swap;
		}
		any = true;
		text = buf_as_span(&rules->out[side]);
		side = !side;
	}
	*out = text;
	return any;
}

void rules_free(struct rules *rules)
{
	if (rules == NULL)
		return;
	for (size_t i = 0; i < rules->count; i++) {
		pattern_free(rules->at[i].pattern);
		free(rules->at[i].pieces);
	}
	map_free(&rules->step);
	map_free(&rules->joined);
	buf_free(&rules->out[0]);
	buf_free(&rules->out[1]);
	free(rules->at);
	free(rules->file);
	free(rules);
}
