/*
 * count-claims: find the counts that a report claims.
 *
 * Reads rows (khabar(5)) and writes one row for each number that says how many
 * or how much: what happened, to whom, how many, how hedged, where, and on
 * whose word. A row without such a number gives no row. Sources reach over
 * sentences, so the rows of a document must come in order.
 */
#include "count-claims/claim.h"
#include "err.h"
#include "input.h"
#include "opts.h"
#include "output.h"
#include "banned.h"

enum { OPT_EXPLAIN = OPT_LONG, OPT_STATEMENTS };

static const struct opt options[] = {
	{ OPT_EXPLAIN, "explain", NULL, "say on standard error which rule gave each value" },
	{ OPT_STATEMENTS, "statements", NULL, "also give attributed statements without a count" },
	{ 0, NULL, NULL, NULL }
};
static const struct tool tool = { "count-claims", "find the counts that a report claims, and who claims them", options };

struct output {
	bool explain;
	struct buf line; /* of --explain */
};

/* On standard error: the row's id, then `column=value (rule)` for each column that a rule gave. */
static void explain(struct output *output, const struct row *row, const struct claim *claim)
{
	struct buf *line = &output->line;

	line->len = 0;
	row_id(row, 0, line);
	for (size_t i = 0; i < CLAIM_COLUMNS; i++) {
		buf_add(line, i == 0 ? ": " : "  ", 2);
		buf_add(line, claim_column_names[i], strlen(claim_column_names[i]));
		buf_char(line, '=');
		buf_span(line, claim->cell[i]);
		if (claim->rule[i] == NULL)
			continue;
		buf_span(line, SPAN(" ("));
		buf_add(line, claim->rule[i], strlen(claim->rule[i]));
		buf_char(line, ')');
	}
	buf_char(line, '\n');
	err_write(line->ptr, line->len);
}

static void write_claim(const struct row *row, const struct claim *claim, void *context)
{
	struct output *output = context;

	out_span(row->head);
	for (size_t i = 0; i < CLAIM_COLUMNS; i++) {
		out_span(claim->cell[i]);
		out_char('\t');
	}
	out_span(row->text);
	out_char('\n');
	if (output->explain)
		explain(output, row, claim);
}

int main(int argc, char **argv)
{
	struct output output = { 0 };
	struct claims claims = { .sink = write_claim, .context = &output };
	struct input in = { 0 };
	struct opts opts;
	struct span line;
	struct row row;
	int key;

	opts_start(&opts, &tool, argc, argv);
	while ((key = opts_next(&opts)) != 0)
		switch (key) {
		case OPT_EXPLAIN:
			output.explain = true;
			break;
		case OPT_STATEMENTS:
			claims.statements = true;
			break;
		}
	input_start(&in, opts.count, opts.operands);
	while (input_line(&in, &line)) {
		row_split(&row, line);
		row_columns(&row);
		claims_read(&claims, &row);
	}
	int status = input_status(&in);
	input_free(&in);
	claims_free(&claims);
	buf_free(&output.line);
	return out_finish(status);
}
