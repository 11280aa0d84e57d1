/*
 * The laws of a divided paragraph, with and without rules of a user's: its
 * sentences, joined by the white space between them, are the paragraph; none
 * is empty but that of an empty paragraph; none begins or ends with space;
 * their offset columns cover them.
 */
#include <stdlib.h>

#include "split-sentences/divide.h"
#include "split-sentences/offsets.h"
#include "split-sentences/space.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void hold(bool law)
{
	if (!law)
		abort();
}

static void check(struct rules *rules, struct span text)
{
	struct divide divide;
	struct offsets offsets;
	struct buf column = { 0 };
	size_t start, end, before = 0, count = 0;

	divide_start(&divide, rules, text);
	offsets_start(&offsets, SPAN("@7,1,0>3,2>9,5,4>0,100"));
	for (; divide_next(&divide, &start, &end); count++) {
		hold(before <= start && start <= end && end <= text.len);
		hold(space_after(text, before) == start);
		hold(start < end || (count == 0 && end == text.len));
		hold(space_before(text, start, end) == end);
		column.len = 0;
		offsets_cut(&offsets, start, end, &column);
		hold(column.len >= 2 && column.ptr[0] == '@');
		before = end;
	}
	hold(count > 0 && space_after(text, before) == text.len);
	buf_free(&column);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct rules *rules;

	if (rules == NULL)
		rules = rules_read("tests/cases/split-sentences/rules.tsv");
	struct span text = { (const char *)data, size };
	check(NULL, text);
	check(rules, text);
	return 0;
}
