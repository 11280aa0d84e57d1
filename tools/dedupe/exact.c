#include "exact.h"

#include "err.h"
#include "output.h"
#include "prints.h"
#include "row.h"
#include "banned.h"

/* Enough for the memory to answer the first request before the last is made. */
#define BATCH 64

/* Two generations: where the younger has half of what may be held, the older is forgotten. */
struct exact {
	struct prints young, old;
	size_t limit;
	bool full;
};

static void make_room(struct exact *exact)
{
	if (prints_bytes_next(&exact->young) <= exact->limit / 2 || exact->young.count == 0)
		return;
	if (exact->old.count > 0) {
		if (!exact->full)
			warn("the index is full (--memory): rows that were read first are forgotten");
		exact->full = true;
	}
	prints_free(&exact->old);
	exact->old = exact->young;
	exact->young = prints_new(false);
}

/* Whether this text is new; it is remembered. */
static bool is_new(struct exact *exact, struct fingerprint print)
{
	size_t slot = prints_find(&exact->young, print);

	if (prints_taken(&exact->young, slot) ||
	    (exact->old.count > 0 && prints_taken(&exact->old, prints_find(&exact->old, print))))
		return false;
	make_room(exact);
	slot = prints_find(&exact->young, print);
	prints_take(&exact->young, slot, print, 0);
	return true;
}

/* Write lines[from..to), which stand one behind the other with a line feed between. */
static void write_lines(const struct span *lines, size_t from, size_t to)
{
	if (from == to)
		return;
	out_write(lines[from].ptr, (size_t)(lines[to - 1].ptr - lines[from].ptr) + lines[to - 1].len);
	out_char('\n');
}

static void write_new(struct exact *exact, const struct span *lines, const struct fingerprint *prints, size_t count)
{
	size_t from = 0;

	for (size_t i = 0; i < count; i++) {
		if (is_new(exact, prints[i]))
			continue;
		write_lines(lines, from, i);
		from = i + 1;
	}
	write_lines(lines, from, count);
}

void exact_run(struct input *in, size_t limit)
{
	struct exact exact = { .young = prints_new(false), .limit = limit };
	struct sentence sentence = { 0 };
	struct span lines[BATCH];
	struct fingerprint prints[BATCH];
	size_t count;

	while ((count = input_lines(in, lines, BATCH)) > 0) {
		for (size_t i = 0; i < count; i++) {
			struct row row;
			row_split(&row, lines[i]);
			sentence_fold(&sentence, row.text);
			prints[i] = sentence.print;
			prints_prefetch(&exact.young, sentence.print);
		}
		write_new(&exact, lines, prints, count);
	}
	sentence_free(&sentence);
	prints_free(&exact.young);
	prints_free(&exact.old);
}
