#include "normalize/map.h"

#include <stdlib.h>

#include "mem.h"
#include "banned.h"

static void add(struct map *map, struct map_step step)
{
	map->steps = xgrow(map->steps, &map->cap, map->count + 1, sizeof(*map->steps));
	map->steps[map->count++] = step;
}

void map_same(struct map *map, size_t bytes)
{
	if (map == NULL || bytes == 0)
		return;
	if (map->count > 0 && map->steps[map->count - 1].same) {
		map->steps[map->count - 1].text += bytes;
		map->steps[map->count - 1].origin += bytes;
	} else {
		add(map, (struct map_step){ bytes, bytes, true });
	}
}

void map_change(struct map *map, size_t text, size_t origin)
{
	if (map == NULL || (text == 0 && origin == 0))
		return;
	struct map_step *last = map->count > 0 ? &map->steps[map->count - 1] : NULL;
	if (last != NULL && !last->same && text == 0 && last->text == 0)
		last->origin += origin;
	else if (last != NULL && !last->same && origin == 0 && last->text > 0)
		last->text += text;
	else
		add(map, (struct map_step){ text, origin, false });
}

void map_pop(struct map *map, size_t text, size_t origin)
{
	while (text > 0 && map->count > 0) {
		struct map_step *last = &map->steps[map->count - 1];
		size_t n = last->text < text ? last->text : text, from = last->same ? n : last->origin;
		text -= n;
		origin += from;
		last->text -= n;
		last->origin -= from;
		map->count -= last->text == 0;
	}
	map_change(map, 0, origin);
}

/* A place in a map: the step at hand and how much of it is left. */
struct cursor {
	const struct map *map;
	size_t at;
	struct map_step left;
};

static void cursor_load(struct cursor *cursor)
{
	if (cursor->at < cursor->map->count)
		cursor->left = cursor->map->steps[cursor->at];
}

static bool cursor_ended(const struct cursor *cursor)
{
	return cursor->at >= cursor->map->count;
}

static void cursor_next(struct cursor *cursor)
{
	cursor->at++;
	cursor_load(cursor);
}

/* Take `bytes` off the front of a step of equal bytes. */
static void cursor_cut(struct cursor *cursor, size_t bytes)
{
	cursor->left.text -= bytes;
	cursor->left.origin -= bytes;
	if (cursor->left.text == 0)
		cursor_next(cursor);
}

/* Take up to *middle bytes of the middle text off the upper map; what it stands for is added to *origin. */
static void take_upper(struct cursor *upper, size_t *middle, size_t *over, size_t *origin)
{
	size_t n = upper->left.text < *middle ? upper->left.text : *middle;

	if (upper->left.same) {
		*origin += n;
		*middle -= n;
		cursor_cut(upper, n);
		return;
	}
	*origin += upper->left.origin;
	*over += upper->left.text - n;
	*middle -= n;
	cursor_next(upper);
}

static void take_lower(struct cursor *lower, size_t *middle, size_t *over, size_t *text)
{
	size_t n = lower->left.origin < *over ? lower->left.origin : *over;

	if (lower->left.same) {
		*text += n;
		*over -= n;
		cursor_cut(lower, n);
		return;
	}
	*text += lower->left.text;
	*middle += lower->left.origin - n;
	*over -= n;
	cursor_next(lower);
}

/* A step of either map that changes bytes, with all that it overlaps in the other. */
static void join_change(struct map *to, struct cursor *upper, struct cursor *lower)
{
	size_t text = 0, origin = 0, middle = 0, over = 0;

	if (!lower->left.same)
		take_lower(lower, &middle, &over, &text);
	else
		take_upper(upper, &middle, &over, &origin);
	while (middle > 0 || over > 0) {
		if (middle > 0 && !cursor_ended(upper))
			take_upper(upper, &middle, &over, &origin);
		else if (over > 0 && !cursor_ended(lower))
			take_lower(lower, &middle, &over, &text);
		else
			break;
	}
	map_change(to, text, origin);
}

/* Go to the middle text's byte `start`; the bytes of the original before it are counted into to->start. */
static void skip(struct map *to, struct cursor *upper, uint64_t start)
{
	while (start > 0 && !cursor_ended(upper)) {
		size_t n = upper->left.text < start ? upper->left.text : (size_t)start;
		start -= n;
		if (upper->left.same) {
			to->start += n;
			cursor_cut(upper, n);
		} else {
			to->start += upper->left.origin;
			cursor_next(upper);
		}
	}
	while (!cursor_ended(upper) && upper->left.text == 0) {
		to->start += upper->left.origin;
		cursor_next(upper);
	}
}

void map_join(struct map *to, const struct map *upper_map, const struct map *lower_map)
{
	struct cursor upper = { .map = upper_map }, lower = { .map = lower_map };

	cursor_load(&upper);
	cursor_load(&lower);
	to->start = upper_map->start;
	skip(to, &upper, lower_map->start);
	while (!cursor_ended(&lower)) {
		if (cursor_ended(&upper)) {
			map_change(to, lower.left.text, 0);
			cursor_next(&lower);
		} else if (lower.left.same && upper.left.same) {
			size_t n = lower.left.text < upper.left.text ? lower.left.text : upper.left.text;
			map_same(to, n);
			cursor_cut(&lower, n);
			cursor_cut(&upper, n);
		} else {
			join_change(to, &upper, &lower);
		}
	}
}

void map_write(const struct map *map, struct buf *out)
{
	buf_char(out, '@');
	buf_uint(out, map->start);
	for (size_t i = 0; i < map->count; i++) {
		buf_char(out, ',');
		buf_uint(out, map->steps[i].text);
		if (map->steps[i].same)
			continue;
		buf_char(out, '>');
		buf_uint(out, map->steps[i].origin);
	}
}

void map_free(struct map *map)
{
	free(map->steps);
	*map = (struct map){ 0 };
}
