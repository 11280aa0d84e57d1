#include "normalize/finish.h"

#include "fold.h"
#include "output.h"
#include "banned.h"

bool finish_holds(const struct finish *finish)
{
	return finish->offsets || finish->rules != NULL;
}

static void write_columns(struct finish *finish, uint64_t par, const struct map *map)
{
	out_span(finish->lead);
	if (finish->numbered) {
		out_uint(par);
		out_char('\t');
	}
	if (!finish->offsets)
		return;
	finish->column.len = 0;
	map_write(map, &finish->column);
	buf_char(&finish->column, '\t');
	out_span(buf_as_span(&finish->column));
}

/* Fold and note in `map` what came of which bytes. */
static struct span fold_mapped(struct finish *finish, struct span text, struct map *map)
{
	struct buf *out = &finish->folded;
	struct fold fold = { .kinds = finish->fold };

	out->len = 0;
	for (size_t at = 0, used; at < text.len; at += used) {
		size_t before = out->len;
		used = fold_next(&fold, text, at, out);
		if (out->len < before) {
			map_pop(map, before - out->len, used);
			continue;
		}
		size_t grown = out->len - before;
		if (grown == used && memcmp(out->ptr + before, text.ptr + at, used) == 0)
			map_same(map, used);
		else
			map_change(map, grown, used);
	}
	return buf_as_span(out);
}

static struct span fold_plain(struct finish *finish, struct span text)
{
	finish->folded.len = 0;
	fold_text(finish->fold, text, &finish->folded);
	return buf_as_span(&finish->folded);
}

/* Apply the rules, and clean again what they left: they may have taken a word between two spaces. */
static struct span apply_rules(struct finish *finish, struct span text, const struct map **map)
{
	struct clean *again = &finish->again;
	bool mapped = *map != NULL;

	finish->ruled.count = finish->recleaned.count = 0;
	if (!rules_apply(finish->rules, text, &text, mapped ? &finish->ruled : NULL))
		return text;
	again->map = mapped ? &finish->recleaned : NULL;
	finish->recleaned.start = 0;
	clean_text(again, text);
	if (mapped) {
		finish->joined[0].count = finish->joined[1].count = 0;
		map_join(&finish->joined[0], *map, &finish->ruled);
		map_join(&finish->joined[1], &finish->joined[0], &finish->recleaned);
		*map = &finish->joined[1];
	}
	return again->row;
}

void finish_row(struct finish *finish, uint64_t par, struct span text, const struct map *map)
{
	if (!finish->offsets)
		map = NULL;
	if (finish->rules != NULL && text.len > 0)
		text = apply_rules(finish, text, &map);
	if (finish->fold != 0 && map == NULL) {
		text = fold_plain(finish, text);
	} else if (finish->fold != 0) {
		finish->fold_map.count = finish->joined[2].count = 0;
		text = fold_mapped(finish, text, &finish->fold_map);
		map_join(&finish->joined[2], map, &finish->fold_map);
		map = &finish->joined[2];
	}
	if (text.len == 0)
		return;
	write_columns(finish, par, map);
	out_span(text);
	out_char('\n');
}

void finish_piece(struct finish *finish, uint64_t par, struct span text)
{
	if (finish->fold != 0)
		text = fold_plain(finish, text);
	if (text.len == 0)
		return;
	if (!finish->open)
		write_columns(finish, par, NULL);
	finish->open = true;
	out_span(text);
}

void finish_end(struct finish *finish)
{
	if (finish->open)
		out_char('\n');
	finish->open = false;
}

void finish_free(struct finish *finish)
{
	rules_free(finish->rules);
	clean_free(&finish->again);
	buf_free(&finish->folded);
	buf_free(&finish->column);
	map_free(&finish->ruled);
	map_free(&finish->recleaned);
	map_free(&finish->fold_map);
	for (size_t i = 0; i < sizeof(finish->joined) / sizeof(finish->joined[0]); i++)
		map_free(&finish->joined[i]);
}
