#include "normalize/job.h"

#include "err.h"
#include "letters.h"
#include "normalize/encoding.h"
#include "normalize/tsv.h"
#include "row.h"
#include "utf8.h"
#include "banned.h"

/* A row is held up to here, then written in pieces (folded ones up to a space, where there is one). */
#define PIECE ((size_t)1 << 18)
#define MOST ((size_t)1 << 22)

void job_start(struct job *job)
{
	job->finish.numbered = !job->rows;
	job->finish.again.nfc_only = job->clean.nfc_only;
	job->clean.map = job->finish.offsets ? &job->map : NULL;
}

/* Some bytes were no UTF-8: count them, or end. `line` is the physical line, `byte` the place of the first in the file. */
static void count_bad(struct job *job, uint64_t count, uint64_t line, uint64_t byte)
{
	if (count == 0)
		return;
	if (job->strict)
		die(STATUS_FAILED, "%s:%llu: byte %llu: not UTF-8", job->in->name, (unsigned long long)line, (unsigned long long)byte);
	if (job->bad == 0) {
		buf_add(&job->bad_in, job->in->name, strlen(job->in->name));
		buf_char(&job->bad_in, ':');
		buf_uint(&job->bad_in, line);
	}
	job->bad += count;
}

/* Append a column, what is no UTF-8 as U+FFFD. `at` is its place in the file. */
static void add_column(struct job *job, struct span column, uint64_t at)
{
	size_t size;

	if (utf8_valid(column.ptr, column.len)) {
		buf_span(&job->lead, column);
		return;
	}
	for (size_t i = 0; i < column.len; i += size) {
		uint32_t cp = utf8_decode(column.ptr + i, column.len - i, &size);
		if (cp == UTF8_BAD)
			count_bad(job, 1, job->in->line, at + i);
		buf_reserve(&job->lead, 4);
		job->lead.len += utf8_encode(cp == UTF8_BAD ? REPLACEMENT_CHARACTER : cp, job->lead.ptr + job->lead.len);
	}
}

/* Put the columns before par together: doc, which begins at `at` in the file, those looked up, those that the row has more. */
static void set_lead(struct job *job, struct span doc, struct span more, uint64_t at)
{
	job->lead.len = 0;
	add_column(job, doc, at);
	buf_char(&job->lead, '\t');
	if (job->meta != NULL)
		buf_span(&job->lead, meta_columns(job->meta, doc));
	add_column(job, more, at + doc.len + 1);
	job->finish.lead = buf_as_span(&job->lead);
}

/* Write the row that ended, or the rest of it where pieces went before. `upper` maps what was cleaned to the file, NULL: it is the file. */
static void end_row(struct job *job, uint64_t par, const struct map *upper)
{
	struct clean *clean = &job->clean;
	const struct map *map = &job->map;

	if (job->finish.open) {
		finish_piece(&job->finish, par, clean->row);
		finish_end(&job->finish);
	} else if (clean->row.len > 0) {
		if (upper != NULL && job->finish.offsets) {
			job->whole_map.count = 0;
			map_join(&job->whole_map, upper, map);
			map = &job->whole_map;
		}
		finish_row(&job->finish, par, clean->row, map);
	}
	clean->text.len = 0;
	job->map.count = 0;
	job->wordless = 0;
}

/* What can go out of a row that has not ended. */
static void write_some(struct job *job, uint64_t par)
{
	struct buf *text = &job->clean.text;
	size_t upto = text->len;

	if (upto < PIECE || finish_holds(&job->finish))
		return;
	if (job->finish.fold != 0) {
		while (upto > job->wordless && text->ptr[upto - 1] != ' ')
			upto--;
		if (upto == job->wordless)
			upto = text->len >= MOST ? text->len : 0;
	}
	job->wordless = upto == 0 ? text->len : 0;
	finish_piece(&job->finish, par, (struct span){ text->ptr, upto });
	memmove(text->ptr, text->ptr + upto, text->len - upto);
	text->len -= upto;
}

static void do_file(struct job *job, struct input *in)
{
	struct clean *clean = &job->clean;
	uint64_t par = 1;
	size_t used;

	clean->at = 0;
	do {
		enum clean_stop stop = CLEAN_LINE_FEED;
		while (in->start < in->end && stop != CLEAN_MORE) {
			stop = clean_run(clean, in->buf + in->start, in->end - in->start, in->eof, &used);
			count_bad(job, clean->bad, par, clean->bad_at);
			clean->bad = 0;
			in->start += used;
			if (stop != CLEAN_MORE)
				end_row(job, par, NULL);
			par += stop == CLEAN_LINE_FEED;
		}
		write_some(job, par);
	} while (input_fill(in) > 0 || in->start < in->end);
	clean_end_row(clean);
	end_row(job, par, NULL);
}

/* Rows of a text that is held: `line` is the file's, `byte` where the text begins there. */
static void do_text(struct job *job, struct span text, uint64_t par, const struct map *upper, uint64_t line, uint64_t byte)
{
	struct clean *clean = &job->clean;
	enum clean_stop stop = CLEAN_MORE;
	size_t used;

	clean->at = 0;
	for (size_t at = 0; at < text.len; at += used) {
		stop = clean_run(clean, text.ptr + at, text.len - at, true, &used);
		count_bad(job, clean->bad, line, byte + clean->bad_at);
		clean->bad = 0;
		if (stop != CLEAN_MORE)
			end_row(job, par, upper);
		par += stop == CLEAN_LINE_FEED;
	}
	clean_end_row(clean);
	end_row(job, par, upper);
}

/* The paragraph that job->page holds; `upper` maps the page to the file, NULL: it is the file. */
static void do_paragraph(struct job *job, const struct map *upper)
{
	struct html *page = &job->page;
	const struct map *map = page->map;

	if (page->text.len == 0)
		return;
	if (upper != NULL && map != NULL) {
		job->field_page_map.count = 0;
		map_join(&job->field_page_map, upper, map);
		map = &job->field_page_map;
	}
	do_text(job, buf_as_span(&page->text), page->par, map, upper != NULL ? job->in->line : page->par, page->at);
}

static void do_page(struct job *job, struct input *in)
{
	bool ended = false;
	size_t used;

	html_start(&job->page, job->finish.offsets ? &job->page_map : NULL);
	do {
		if (in->start < in->end) {
			ended = html_run(&job->page, in->buf + in->start, in->end - in->start, in->eof, &used);
			in->start += used;
			if (ended)
				do_paragraph(job, NULL);
		}
	} while ((ended && in->start < in->end) || input_fill(in) > 0 || in->start < in->end);
	if (!ended)
		do_paragraph(job, NULL);
}

/* The text of a raw row as a page of its own. */
static void do_field_page(struct job *job, struct span text, const struct map *upper)
{
	bool ended = false;
	size_t used;

	html_start(&job->page, upper != NULL ? &job->page_map : NULL);
	for (size_t at = 0; at < text.len; at += used) {
		ended = html_run(&job->page, text.ptr + at, text.len - at, true, &used);
		if (ended)
			do_paragraph(job, upper);
	}
	if (!ended)
		do_paragraph(job, upper);
}

static void do_raw_row(struct job *job, struct span line, uint64_t at)
{
	struct row row;

	row_split(&row, line);
	struct span more = { row.head.ptr + row.doc.len + 1, row.head.len - row.doc.len - 1 };
	set_lead(job, row.doc, row.head.len > 0 ? more : (struct span){ 0 }, at);
	job->field.len = 0;
	job->field_map.count = 0;
	job->field_map.start = at + row.head.len;
	struct map *map = job->finish.offsets ? &job->field_map : NULL;
	tsv_decode(row.text, &job->field, map);
	if (job->html)
		do_field_page(job, buf_as_span(&job->field), map);
	else
		do_text(job, buf_as_span(&job->field), 1, map, job->in->line, at + row.head.len);
}

static void do_row(struct job *job, struct span line, uint64_t at)
{
	struct row row;

	row_split(&row, line);
	clean_text(&job->clean, row.text);
	count_bad(job, job->clean.bad, job->in->line, at + row.head.len + job->clean.bad_at);
	job->clean.bad = 0;
	job->finish.lead = row.head;
	end_row(job, 0, NULL);
}

/* Whether the operand's first block is in another encoding, with a message. */
static bool refused(struct input *in)
{
	if (in->start == in->end)
		input_fill(in);
	const char *encoding = encoding_detect((struct span){ in->buf + in->start, in->end - in->start });
	if (encoding != NULL)
		warn("%s: this looks like %s; convert it to UTF-8: iconv -f %s -t UTF-8", in->name, encoding, encoding);
	return encoding != NULL;
}

bool job_operand(struct job *job, struct input *in)
{
	struct span doc = { job->doc != NULL ? job->doc : in->name, 0 }, line;
	uint64_t at = 0;

	job->in = in;
	if (refused(in))
		return false;
	if (job->tsv || job->rows) {
		for (; input_line_here(in, &line); at += line.len + 1) {
			if (job->tsv)
				do_raw_row(job, line, at);
			else
				do_row(job, line, at);
		}
		return true;
	}
	doc.len = strlen(doc.ptr);
	set_lead(job, doc, (struct span){ 0 }, 0);
	if (job->html)
		do_page(job, in);
	else
		do_file(job, in);
	return true;
}

void job_free(struct job *job)
{
	struct map *maps[] = { &job->map, &job->field_map, &job->page_map, &job->field_page_map, &job->whole_map };

	clean_free(&job->clean);
	finish_free(&job->finish);
	html_free(&job->page);
	meta_free(job->meta);
	buf_free(&job->lead);
	buf_free(&job->field);
	buf_free(&job->bad_in);
	for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++)
		map_free(maps[i]);
}
