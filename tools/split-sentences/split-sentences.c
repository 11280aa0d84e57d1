/*
 * split-sentences: one sentence a row.
 *
 * Reads rows whose last column is a paragraph and writes a row for each of
 * its sentences: the columns before it as they are, the sentence's number,
 * the sentence. See split-sentences(1), and sentence.h for where they end.
 */
#include "divide.h"
#include "err.h"
#include "input.h"
#include "offsets.h"
#include "opts.h"
#include "output.h"
#include "row.h"
#include "banned.h"

static const struct opt options[] = {
	{ 'r', "rules", "FILE", "where the rules in FILE match, they decide: before, after, break|keep" },
	{ 0 }
};

static const struct tool tool = { "split-sentences", "write one sentence a row", options };

struct splitter {
	struct rules *rules;   /* the user's, or NULL */
	struct buf key, now;   /* document and paragraph of the row before, and of this */
	uint64_t sent;         /* the number of the last sentence */
	struct offsets offsets;
	struct buf cut; /* the offsets of one sentence */
};

/* Numbers go on while the document and the paragraph stay. */
static void number_row(struct splitter *splitter, const struct row *row)
{
	splitter->now.len = 0;
	buf_span(&splitter->now, row->doc);
	buf_char(&splitter->now, '\t');
	buf_span(&splitter->now, row->par);
	if (span_eq(buf_as_span(&splitter->now), buf_as_span(&splitter->key)))
		return;
	struct buf swap = splitter->key;
	splitter->key = splitter->now;
	splitter->now = swap;
	splitter->sent = 0;
}

/* The columns before the text; a line of text alone gets the document's column that it stands for. */
static void write_head(struct splitter *splitter, const struct row *row, size_t start, size_t end)
{
	if (row->head.len == 0) {
		out_span(row->doc);
		out_char('\t');
		return;
	}
	if (row->offsets.ptr == NULL) {
		out_span(row->head);
		return;
	}
	const char *behind = row->offsets.ptr + row->offsets.len;
	splitter->cut.len = 0;
	offsets_cut(&splitter->offsets, start, end, &splitter->cut);
	out_write(row->head.ptr, (size_t)(row->offsets.ptr - row->head.ptr));
	out_span(buf_as_span(&splitter->cut));
	out_write(behind, (size_t)(row->head.ptr + row->head.len - behind));
}

static void split_row(struct splitter *splitter, struct span line)
{
	struct row row;
	struct divide divide;
	size_t start, end;

	row_split(&row, line);
	row_columns(&row);
	number_row(splitter, &row);
	offsets_start(&splitter->offsets, row.offsets);
	divide_start(&divide, splitter->rules, row.text);
	while (divide_next(&divide, &start, &end)) {
		write_head(splitter, &row, start, end);
		out_uint(++splitter->sent);
		out_char('\t');
		out_write(row.text.ptr + start, end - start);
		out_char('\n');
	}
}

static void splitter_free(struct splitter *splitter)
{
	if (splitter->rules != NULL)
		rules_free(splitter->rules);
	buf_free(&splitter->key);
	buf_free(&splitter->now);
	buf_free(&splitter->cut);
}

int main(int argc, char **argv)
{
	struct opts opts;
	struct input in = { 0 };
	struct span line;
	struct splitter splitter = { 0 };

	opts_start(&opts, &tool, argc, argv);
	while (opts_next(&opts) != 0) {
		if (splitter.rules != NULL)
			rules_free(splitter.rules);
		splitter.rules = rules_read(opts.arg);
	}
	input_start(&in, opts.count, opts.operands);
	while (input_line(&in, &line))
		split_row(&splitter, line);
	int status = input_status(&in);
	input_free(&in);
	splitter_free(&splitter);
	return out_finish(status);
}
