#include "filter.h"

#include "output.h"
#include "timestamp.h"
#include "banned.h"

/* Rows worked on together, so that memory answers for one while another is folded. */
#define BATCH 32

int64_t filter_time(const struct filter *filter, const struct row *row)
{
	int64_t time;

	if (filter->time_column == 0 || !timestamp_read(row_column(row, filter->time_column), &time))
		return filter->time;
	return time;
}

/* What a record keeps of its row. */
static struct span kept_bytes(const struct filter *filter, struct span line)
{
	if (filter->keeps_index || filter->mode == MODE_PAIRS || filter->mode == MODE_COUNT)
		return line;
	return filter->mode == MODE_GROUPS ? buf_as_span(&filter->id) : (struct span){ 0 };
}

static struct row kept_row(const struct record *record)
{
	struct row row;
	row_split(&row, record_bytes(record));
	return row;
}

/* The id of a row, or its number: how one run names it, and how runs that share an index do. */
static struct span name_row(const struct filter *filter, struct row *row, uint64_t number, struct buf *name)
{
	name->len = 0;
	if (filter->keeps_index || filter->mode == MODE_GROUPS) {
		row_columns(row);
		row_id(row, number, name);
	} else {
		buf_uint(name, number);
	}
	return buf_as_span(name);
}

static void write_pair(struct filter *filter, const struct row *row, const struct match *match)
{
	struct row earlier_row = kept_row(match->record);
	struct side side = { buf_as_span(&filter->id), row->doc, row->text };
	struct side earlier = { name_row(filter, &earlier_row, match->record->row, &filter->earlier_id), earlier_row.doc, earlier_row.text };
	report_pair(filter->pairs, &side, &earlier, match);
}

static void write_group(struct filter *filter, const struct row *row, const struct match *best, enum verdict verdict)
{
	struct span first = buf_as_span(&filter->id);

	if (best->record != NULL && filter->keeps_index) {
		struct row earlier = kept_row(best->record);
		first = name_row(filter, &earlier, best->record->row, &filter->earlier_id);
	} else if (best->record != NULL) {
		first = record_bytes(best->record);
	}
	report_group(row, first, verdict);
}

static void write_counts(const struct segment *segment)
{
	for (const struct record *record = NULL; (record = segment_next(segment, record)) != NULL;) {
		struct row row = kept_row(record);
		report_count(&row, record->count);
	}
}

/* The best match of a row; all that are nearly the same stand in filter->near. */
static struct match find(struct filter *filter, const struct sentence *sentence, int64_t time)
{
	struct record *seen = index_seen(filter->index, sentence->print, time);

	filter->near.count = 0;
	if (seen != NULL && ((seen->flags & RECORD_COPY) == 0 || filter->mode == MODE_PAIRS))
		return (struct match){ seen, VERDICT_EXACT, false, 1, 1 };
	if (filter->exact || sentence->keys.count == 0)
		return (struct match){ 0 };
	near_find(&filter->near, filter->index, sentence, time);
	const struct match *best = near_best(&filter->near);
	return best != NULL ? *best : (struct match){ 0 };
}

static void write_row(struct filter *filter, const struct row *row, struct span line, const struct match *best, bool copy)
{
	enum verdict verdict = best->numbers_differ ? VERDICT_UPDATE : best->verdict;

	switch (filter->mode) {
	case MODE_DROP:
		if (!copy) {
			out_span(line);
			out_char('\n');
		}
		break;
	case MODE_GROUPS:
		write_group(filter, row, best, verdict);
		break;
	case MODE_PAIRS:
		if (verdict == VERDICT_EXACT)
			write_pair(filter, row, best);
		for (size_t i = 0; i < filter->near.count; i++) {
			near_measure(&filter->near, record_words(filter->near.matches[i].record), &filter->near.matches[i]);
			write_pair(filter, row, &filter->near.matches[i]);
		}
		break;
	case MODE_COUNT:
		if (copy)
			best->record->count++;
		break;
	}
}

static void do_row(struct filter *filter, struct row *row, struct span line, const struct sentence *sentence)
{
	int64_t time = filter_time(filter, row);

	filter->number++;
	if (filter->mode == MODE_GROUPS || filter->mode == MODE_PAIRS)
		name_row(filter, row, filter->number, &filter->id);
	struct match best = find(filter, sentence, time);
	bool copy = best.record != NULL && (!best.numbers_differ || filter->drop_updates);
	write_row(filter, row, line, &best, copy);
	if (best.verdict == VERDICT_EXACT || (copy && filter->mode != MODE_PAIRS))
		return;
	struct record fixed = { .print = sentence->print, .row = filter->number, .time = time, .flags = copy ? RECORD_COPY : 0, .count = 1 };
	index_add(filter->index, &fixed, sentence_words(sentence), sentence->keys.key, sentence->keys.count, kept_bytes(filter, line));
}

void filter_run(struct filter *filter, struct index *index, struct input *in)
{
	static struct sentence sentences[BATCH];
	struct span lines[BATCH];
	struct row rows[BATCH];
	bool wants_words = !filter->exact || filter->keeps_index;
	size_t count;

	filter->index = index;
	filter->near.copies = filter->mode == MODE_PAIRS;
	filter->pairs = filter->mode == MODE_PAIRS ? pair_report_new() : NULL;
	index->on_forget = filter->mode == MODE_COUNT ? write_counts : NULL;
	while ((count = input_lines(in, lines, BATCH)) > 0) {
		for (size_t i = 0; i < count; i++) {
			row_split(&rows[i], lines[i]);
			sentence_fold(&sentences[i], rows[i].text);
			if (wants_words)
				sentence_split(&sentences[i]);
			index_prefetch(index, &sentences[i]);
		}
		for (size_t i = 0; i < count; i++)
			do_row(filter, &rows[i], lines[i], &sentences[i]);
	}
	if (filter->mode == MODE_COUNT)
		for (size_t i = index->frozen; i < index->count; i++)
			write_counts(&index->segments[i]);
	for (size_t i = 0; i < BATCH; i++)
		sentence_free(&sentences[i]);
	near_free(&filter->near);
	pair_report_free(filter->pairs);
	buf_free(&filter->id);
	buf_free(&filter->earlier_id);
}
