/*
 * dedupe: drop the rows whose text repeats an earlier row, exactly or nearly.
 *
 * Texts are compared in the folded form. A row is nearly a copy of an earlier
 * one where their words are alike (near.h); one whose numbers differ is an
 * update and stays. Rows keep their order, and the first of equal rows stays.
 */
#include <stdlib.h>

#include "err.h"
#include "exact.h"
#include "near.h"
#include "opts.h"
#include "output.h"
#include "report.h"
#include "timestamp.h"
#include "banned.h"

enum mode { MODE_DROP, MODE_GROUPS, MODE_PAIRS, MODE_COUNT };

enum { OPT_DROP_UPDATES = OPT_LONG, OPT_MEMORY, OPT_WINDOW, OPT_TIME };

static const struct opt options[] = {
	{ 'e', "exact", NULL, "drop exact repeats only" },
	{ 't', "threshold", "T", "copies share at least T of their word pairs (0.35)" },
	{ OPT_DROP_UPDATES, "drop-updates", NULL, "drop copies whose numbers differ too" },
	{ 'g', "groups", NULL, "keep all rows, with the columns first and verdict" },
	{ 'p', "pairs", NULL, "write who repeats whom, how much and where" },
	{ 'c', "count", NULL, "write how often each row stood, when all are read" },
	{ OPT_MEMORY, "memory", "SIZE", "hold at most SIZE in memory (1G)" },
	{ OPT_TIME, "time", "COL", "column COL is the row's time (ISO 8601)" },
	{ OPT_WINDOW, "window", "TIME", "compare rows at most TIME apart, such as 7d; with --time" },
	{ 0 },
};

static const struct tool tool = { "dedupe", "drop rows that repeat an earlier row, exactly or nearly", options };

/* Rows worked on together, so that memory answers for one while another is folded. */
#define BATCH 32

struct dedupe {
	enum mode mode;
	bool exact, drop_updates;
	size_t memory, time_column;
	int64_t window;
	struct index index;
	struct near near;
	struct pair_report *pairs;
	uint64_t number; /* of the row */
	struct buf id, earlier_id;
};

static int64_t time_of(const struct dedupe *dedupe, const struct row *row)
{
	int64_t time;

	if (dedupe->time_column == 0 || !timestamp_read(row_column(row, dedupe->time_column), &time))
		return RECORD_NO_TIME;
	return time;
}

/* The row whose line a record keeps. */
static struct row kept_row(const struct record *record)
{
	struct row row;
	row_split(&row, record_bytes(record));
	return row;
}

static struct span number_name(uint64_t number, struct buf *name)
{
	name->len = 0;
	buf_uint(name, number);
	return buf_as_span(name);
}

static void write_pair(struct dedupe *dedupe, const struct row *row, const struct match *match)
{
	struct row earlier_row = kept_row(match->record);
	struct side side = { number_name(dedupe->number, &dedupe->id), row->doc, row->text };
	struct side earlier = { number_name(match->record->row, &dedupe->earlier_id), earlier_row.doc, earlier_row.text };
	report_pair(dedupe->pairs, &side, &earlier, match);
}

static void write_kept_rows(const struct segment *segment)
{
	for (const struct record *record = NULL; (record = segment_next(segment, record)) != NULL;) {
		struct row row = kept_row(record);
		report_count(&row, record->count);
	}
}

/* The best match of a row, and whether it is dropped; every match of a row stands in dedupe->near. */
static struct match find(struct dedupe *dedupe, const struct sentence *sentence, int64_t time)
{
	struct record *seen = index_seen(&dedupe->index, sentence->print, time);

	dedupe->near.count = 0;
	if (seen != NULL)
		return (struct match){ seen, VERDICT_EXACT, false, 1, 1 };
	if (dedupe->exact || sentence->keys == 0)
		return (struct match){ 0 };
	near_find(&dedupe->near, &dedupe->index, sentence, time);
	const struct match *best = near_best(&dedupe->near);
	return best != NULL ? *best : (struct match){ 0 };
}

static void write_row(struct dedupe *dedupe, const struct row *row, struct span line, const struct match *best, bool copy)
{
	enum verdict verdict = best->numbers_differ ? VERDICT_UPDATE : best->verdict;

	switch (dedupe->mode) {
	case MODE_DROP:
		if (!copy) {
			out_span(line);
			out_char('\n');
		}
		break;
	case MODE_GROUPS:
		report_group(row, best->record != NULL ? record_bytes(best->record) : buf_as_span(&dedupe->id), verdict);
		break;
	case MODE_PAIRS:
		if (verdict == VERDICT_EXACT)
			write_pair(dedupe, row, best);
		for (size_t i = 0; i < dedupe->near.count; i++) {
			near_measure(&dedupe->near, &dedupe->near.matches[i]);
			write_pair(dedupe, row, &dedupe->near.matches[i]);
		}
		break;
	case MODE_COUNT:
		if (copy)
			best->record->count++;
		break;
	}
}

static void do_row(struct dedupe *dedupe, struct row *row, struct span line, const struct sentence *sentence)
{
	int64_t time = time_of(dedupe, row);

	dedupe->number++;
	if (dedupe->mode == MODE_GROUPS) {
		dedupe->id.len = 0;
		row_columns(row);
		row_id(row, dedupe->number, &dedupe->id);
	}
	struct match best = find(dedupe, sentence, time);
	bool copy = best.record != NULL && (!best.numbers_differ || dedupe->drop_updates);
	write_row(dedupe, row, line, &best, copy);
	if (best.verdict == VERDICT_EXACT || (copy && dedupe->mode != MODE_PAIRS))
		return;
	struct record fixed = { .print = sentence->print, .row = dedupe->number, .time = time, .flags = copy ? RECORD_COPY : 0, .count = 1 };
	struct span bytes = dedupe->mode == MODE_DROP ? (struct span){ 0 } : dedupe->mode == MODE_GROUPS ? buf_as_span(&dedupe->id) : line;
	index_add(&dedupe->index, &fixed, sentence, !dedupe->exact, bytes);
}

static void do_rows(struct dedupe *dedupe, struct input *in)
{
	static struct sentence sentences[BATCH];
	struct span lines[BATCH];
	struct row rows[BATCH];
	size_t count;

	while ((count = input_lines(in, lines, BATCH)) > 0) {
		for (size_t i = 0; i < count; i++) {
			row_split(&rows[i], lines[i]);
			sentence_fold(&sentences[i], rows[i].text);
			if (!dedupe->exact)
				sentence_split(&sentences[i]);
			index_prefetch(&dedupe->index, &sentences[i]);
		}
		for (size_t i = 0; i < count; i++)
			do_row(dedupe, &rows[i], lines[i], &sentences[i]);
	}
	for (size_t i = 0; i < BATCH; i++)
		sentence_free(&sentences[i]);
}

static void set_mode(struct dedupe *dedupe, enum mode mode)
{
	if (dedupe->mode != MODE_DROP && dedupe->mode != mode)
		die(STATUS_USAGE, "only one of --groups, --pairs and --count can be given");
	dedupe->mode = mode;
}

static void read_options(struct dedupe *dedupe, struct opts *opts)
{
	int key;

	while ((key = opts_next(opts)) != 0)
		switch (key) {
		case 'e': dedupe->exact = true; break;
		case 't': dedupe->near.threshold = opts_real("threshold", opts->arg, 0.01, 1); break;
		case 'g': set_mode(dedupe, MODE_GROUPS); break;
		case 'p': set_mode(dedupe, MODE_PAIRS); break;
		case 'c': set_mode(dedupe, MODE_COUNT); break;
		case OPT_DROP_UPDATES: dedupe->drop_updates = true; break;
		case OPT_MEMORY: dedupe->memory = opts_size("memory", opts->arg); break;
		case OPT_TIME: dedupe->time_column = opts_uint("time", opts->arg, 1, 1000000); break;
		case OPT_WINDOW: dedupe->window = (int64_t)opts_duration("window", opts->arg); break;
		}
	if (dedupe->window != 0 && dedupe->time_column == 0)
		die(STATUS_USAGE, "--window needs --time");
}

int main(int argc, char **argv)
{
	struct dedupe dedupe = { .memory = (size_t)1 << 30, .near.threshold = 0.35 };
	struct opts opts;
	struct input in = { 0 };

	opts_start(&opts, &tool, argc, argv);
	read_options(&dedupe, &opts);
	input_start(&in, opts.count, opts.operands);
	if (dedupe.exact && dedupe.mode == MODE_DROP && dedupe.window == 0) {
		exact_run(&in, dedupe.memory);
	} else {
		dedupe.index = index_new(dedupe.memory, dedupe.window);
		dedupe.index.on_forget = dedupe.mode == MODE_COUNT ? write_kept_rows : NULL;
		dedupe.near.copies = dedupe.mode == MODE_PAIRS;
		dedupe.pairs = dedupe.mode == MODE_PAIRS ? pair_report_new() : NULL;
		do_rows(&dedupe, &in);
		if (dedupe.mode == MODE_COUNT)
			for (size_t i = 0; i < dedupe.index.count; i++)
				write_kept_rows(&dedupe.index.segments[i]);
		index_free(&dedupe.index);
		near_free(&dedupe.near);
		pair_report_free(dedupe.pairs);
		buf_free(&dedupe.id);
		buf_free(&dedupe.earlier_id);
	}
	int status = input_status(&in);
	input_free(&in);
	return out_finish(status);
}
