/*
 * count-claims: find the counts that a report claims.
 *
 * Reads rows (khabar(5)) and writes one row for each number that says how many
 * or how much: what happened, to whom, how many, how hedged, where, and on
 * whose word. A row without such a number gives no row. Sources reach over
 * sentences, so the rows of a document must come in order.
 */
#include "count-claims/claim.h"
#include "count-claims/tally.h"
#include "err.h"
#include "input.h"
#include "opts.h"
#include "output.h"
#include "banned.h"

enum { OPT_EXPLAIN = OPT_LONG, OPT_ONE_STORY, OPT_OUTLET, OPT_RANGE, OPT_STATEMENTS, OPT_TALLY, OPT_TIME, OPT_WINDOW };

static const struct opt options[] = {
	{ OPT_EXPLAIN, "explain", NULL, "say on standard error which rule gave each value" },
	{ OPT_ONE_STORY, "one-story", NULL, "with --tally: all documents tell of one story" },
	{ OPT_OUTLET, "outlet", "COL", "with --tally: column COL names the outlet, which counts once for an answer" },
	{ OPT_RANGE, "range", NULL, "one row a question: lowest, highest and best supported answer" },
	{ OPT_STATEMENTS, "statements", NULL, "also give attributed statements without a count" },
	{ OPT_TALLY, "tally", NULL, "one row for each answer to each question: who agrees, who differs" },
	{ OPT_TIME, "time", "COL", "with --tally: column COL holds the document's time (ISO 8601)" },
	{ OPT_WINDOW, "window", "TIME", "with --time: documents of one story are at most so long apart (7d)" },
	{ 0, NULL, NULL, NULL }
};
static const struct tool tool = { "count-claims", "find the counts that a report claims, and who claims them", options };

struct output {
	bool explain;
	const struct input *in; /* for the row's number in it */
	struct buf line;        /* of --explain */
};

/* On standard error: the row's id, then `column=value (rule)` for each column that a rule gave. */
static void explain(struct output *output, const struct row *row, const struct claim *claim)
{
	struct buf *line = &output->line;

	line->len = 0;
	row_id(row, output->in->line, line);
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

/* To the tally a claim just found is what its row would have been. */
static void tally_claim(const struct row *row, const struct claim *claim, void *context)
{
	struct row full = *row;

	memcpy(full.claim, claim->cell, sizeof(full.claim));
	tally_add(context, &full);
}

/* Reads the options; returns whether a tally is wanted. */
static bool read_options(struct opts *opts, struct claims *claims, struct output *output, struct tally_options *tally)
{
	bool wanted = false, window = false;
	int key;

	tally->window = UINT64_C(7) * 86400;
	while ((key = opts_next(opts)) != 0)
		switch (key) {
		case OPT_EXPLAIN:
			output->explain = true;
			break;
		case OPT_ONE_STORY:
			tally->one_story = true;
			break;
		case OPT_OUTLET:
			tally->outlet_column = opts_uint("outlet", opts->arg, 1, SIZE_MAX);
			break;
		case OPT_RANGE:
			tally->range = wanted = true;
			break;
		case OPT_STATEMENTS:
			claims->statements = true;
			break;
		case OPT_TALLY:
			wanted = true;
			break;
		case OPT_TIME:
			tally->time_column = opts_uint("time", opts->arg, 1, SIZE_MAX);
			break;
		case OPT_WINDOW:
			tally->window = opts_duration("window", opts->arg);
			window = true;
			break;
		}
	if (!wanted && (tally->one_story || tally->outlet_column > 0 || tally->time_column > 0))
		die(STATUS_USAGE, "--one-story, --outlet and --time go with --tally");
	if (window && tally->time_column == 0)
		die(STATUS_USAGE, "--window goes with --time");
	if (wanted && (output->explain || claims->statements))
		die(STATUS_USAGE, "--explain and --statements do not go with --tally");
	return wanted;
}

int main(int argc, char **argv)
{
	struct input in = { 0 };
	struct output output = { .in = &in };
	struct claims claims = { .sink = write_claim, .context = &output };
	struct tally_options tally_options = { 0 };
	struct tally *tally = NULL;
	struct opts opts;
	struct span line;
	struct row row;

	opts_start(&opts, &tool, argc, argv);
	if (read_options(&opts, &claims, &output, &tally_options)) {
		claims.sink = tally_claim;
		claims.context = tally = tally_new(&tally_options);
	}
	input_start(&in, opts.count, opts.operands);
	while (input_line(&in, &line)) {
		row_split(&row, line);
		row_columns(&row);
		if (tally != NULL)
			tally_next_row(tally);
		if (tally != NULL && row.claim[CLAIM_KIND].ptr != NULL)
			tally_add(tally, &row);
		else
			claims_read(&claims, &row);
	}
	int status = input_status(&in);
	claims_free(&claims);
	input_free(&in);
	buf_free(&output.line);
	if (tally != NULL)
		tally_finish(tally);
	return out_finish(status);
}
