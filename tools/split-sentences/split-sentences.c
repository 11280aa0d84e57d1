/*
 * split-sentences: one sentence a row.
 *
 * Reads rows whose last column is a paragraph and writes a row for each of
 * its sentences: the columns before it as they are, the sentence's number,
 * the sentence. See split-sentences(1), and sentence.h for where they end.
 */
#include "err.h"
#include "input.h"
#include "opts.h"
#include "output.h"
#include "row.h"
#include "sentence.h"
#include "space.h"
#include "banned.h"

static const struct opt options[] = {
	{ 0 }
};

static const struct tool tool = { "split-sentences", "write one sentence a row", options };

/* Numbers go on while the document and the paragraph stay. */
struct numbering {
	struct buf key; /* of the row before */
	struct buf now;
	uint64_t sent;
};

static void number_row(struct numbering *numbering, const struct row *row)
{
	numbering->now.len = 0;
	buf_span(&numbering->now, row->doc);
	buf_char(&numbering->now, '\t');
	buf_span(&numbering->now, row->par);
	if (!span_eq(buf_as_span(&numbering->now), buf_as_span(&numbering->key))) {
		struct buf swap = numbering->key;
		numbering->key = numbering->now;
		numbering->now = swap;
		numbering->sent = 0;
	}
}

static void write_sentence(struct numbering *numbering, const struct row *row, size_t start, size_t end)
{
	if (row->head.len > 0)
		out_span(row->head);
	else
		out_write("-\t", 2);
	out_uint(++numbering->sent);
	out_char('\t');
	out_write(row->text.ptr + start, end - start);
	out_char('\n');
}

static void split_row(struct numbering *numbering, struct span line)
{
	struct row row;
	struct sentences walk;
	struct sentence_end place;

	row_split(&row, line);
	row_columns(&row);
	number_row(numbering, &row);
	sentences_start(&walk, row.text);
	while (sentences_next(&walk, &place)) {
		write_sentence(numbering, &row, walk.start, place.end);
		sentences_break(&walk, place.next);
	}
	write_sentence(numbering, &row, walk.start, space_before(row.text, walk.start, row.text.len));
}

int main(int argc, char **argv)
{
	struct opts opts;
	struct input in = { 0 };
	struct span line;
	struct numbering numbering = { 0 };

	opts_start(&opts, &tool, argc, argv);
	while (opts_next(&opts) != 0)
		;
	input_start(&in, opts.count, opts.operands);
	while (input_line(&in, &line))
		split_row(&numbering, line);
	return out_finish(input_status(&in));
}
