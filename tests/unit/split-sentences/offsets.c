#include "split-sentences/offsets.h"
#include "tap.h"

/* The column of bytes start to end of a text whose column is `column`. */
static void cut(const char *column, size_t start, size_t end, const char *want)
{
	struct offsets offsets;
	struct buf out = { 0 };

	offsets_start(&offsets, (struct span){ column, strlen(column) });
	offsets_cut(&offsets, start, end, &out);
	is(buf_as_span(&out), (struct span){ want, strlen(want) }, column);
	buf_free(&out);
}

int main(void)
{
	cut("@0,10", 0, 10, "@0,10");
	cut("@5,10", 3, 7, "@8,4");
	cut("@5,2,0>3,8", 2, 4, "@10,2");
	cut("@5,2,0>3,8", 0, 2, "@5,2");
	cut("@5,2,0>3,0>4,8", 1, 3, "@6,1,0>7,1");
	cut("@5,4>2,8", 1, 4, "@5,3>2");
	cut("@5,4>2,8", 4, 6, "@7,2");
	cut("@5,3>0,8", 3, 5, "@5,2");
	cut("@5", 2, 4, "@5,2>0");
	cut("@", 0, 1, "@0,1>0");
	cut("@5,,>", 0, 1, "@5,1>0");
	cut("", 0, 0, "@0");
	return done();
}
