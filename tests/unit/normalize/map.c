/* Maps joined, and their column's form. */
#include "normalize/map.h"

#include "tap.h"

static struct buf column;

static struct span written(const struct map *map)
{
	column.len = 0;
	map_write(map, &column);
	return buf_as_span(&column);
}

static void joins(const struct map *upper, const struct map *lower, const char *want, const char *what)
{
	struct map to = { 0 };

	map_join(&to, upper, lower);
	is(written(&to), (struct span){ want, strlen(want) }, what);
	map_free(&to);
}

int main(void)
{
	struct map upper = { .start = 100 }, lower = { 0 }, whole = { 0 }, cut = { .start = 4 }, none = { 0 };

	map_same(&upper, 3);
	map_change(&upper, 1, 5);
	map_change(&upper, 0, 2);
	map_change(&upper, 0, 3);
	map_same(&upper, 2);
	map_same(&upper, 2);
	map_change(&upper, 2, 1);
	map_change(&upper, 1, 0);
	is(written(&upper), SPAN("@100,3,1>5,0>5,4,3>1"), "neighbours that can be one are one");
	map_same(&whole, 11);
	joins(&upper, &whole, "@100,3,1>5,0>5,4,3>1", "a lower map that keeps all gives the upper");
	map_same(&lower, 2);
	map_change(&lower, 3, 4);
	map_same(&lower, 5);
	joins(&upper, &lower, "@100,2,3>13,2,3>1", "what overlaps a change is one change with it");
	map_change(&cut, 1, 5);
	map_same(&cut, 1);
	joins(&upper, &cut, "@113,2>5", "a text that begins in the middle starts behind what was dropped");
	joins(&upper, &none, "@100", "no text has a start alone");
	map_pop(&upper, 4, 7);
	is(written(&upper), SPAN("@100,3,1>5,0>5,3,0>9"), "what is taken back leaves its bytes");
	map_same(NULL, 3);
	map_change(NULL, 3, 4);
	map_free(&upper);
	map_free(&lower);
	map_free(&whole);
	map_free(&cut);
	buf_free(&column);
	return done();
}
