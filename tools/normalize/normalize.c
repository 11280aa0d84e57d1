/*
 * normalize: make Arabic news text safe and uniform, one row a paragraph.
 *
 * Reads text files, or rows of the stream with --rows, and writes rows
 * `doc par text`. The default changes nothing that a reader would miss;
 * --fold gives the form in which the other tools compare text.
 */
#include <stdlib.h>

#include "err.h"
#include "fold.h"
#include "input.h"
#include "normalize/clean.h"
#include "opts.h"
#include "output.h"
#include "row.h"
#include "utf8.h"
#include "banned.h"

enum { OPT_DOC = 'd', OPT_FOLD = 'f', OPT_ROWS = 'r', OPT_STRICT = 's', OPT_NFC = OPT_LONG };

static const struct opt options[] = {
	{ OPT_DOC, "doc", "ID", "the document's id instead of the file's name" },
	{ OPT_FOLD, "fold", "[LIST]", "search form: marks,alef,hamza,yeh,teh,digits,punct,quotes,case,letters; all without LIST" },
	{ OPT_NFC, "nfc", NULL, "Unicode NFC and nothing else" },
	{ OPT_ROWS, "rows", NULL, "read rows of the stream and clean their text" },
	{ OPT_STRICT, "strict", NULL, "stop at the first bytes that are not UTF-8" },
	{ 0 },
};
static const struct tool tool = { "normalize", "make Arabic text safe and uniform", options };

/* A row is held up to here, then written in pieces (folded ones up to a space, where there is one). */
#define PIECE ((size_t)1 << 20)
#define MOST ((size_t)16 << 20)

static struct {
	const char *doc;
	unsigned fold;
	bool rows, strict;
} option;

static struct clean clean;
static struct buf folded;
static uint64_t bad_total;

static unsigned fold_kinds(const char *list)
{
	struct span rest = { list, list != NULL ? strlen(list) : 0 }, name;
	unsigned kinds = 0;

	if (list == NULL)
		return FOLD_ALL;
	while (span_next(&rest, ',', &name)) {
		unsigned kind = fold_kind(name);
		if (kind == 0)
			die(STATUS_USAGE, "--fold: '%.*s' is no kind of folding", (int)name.len, name.ptr);
		kinds |= kind;
	}
	return kinds;
}

static void read_options(struct opts *opts)
{
	int key;

	while ((key = opts_next(opts)) != 0) {
		switch (key) {
		case OPT_DOC:
			option.doc = opts->arg;
			if (opts->arg[0] == '\0' || strpbrk(opts->arg, "\t\n") != NULL || !utf8_valid(opts->arg, strlen(opts->arg)))
				die(STATUS_USAGE, "--doc: an id is UTF-8 without TAB and line feed");
			break;
		case OPT_FOLD:
			option.fold = fold_kinds(opts->arg);
			break;
		case OPT_NFC:
			clean.nfc_only = true;
			break;
		case OPT_ROWS:
			option.rows = true;
			break;
		case OPT_STRICT:
			option.strict = true;
			break;
		}
	}
	if (clean.nfc_only && option.fold != 0)
		die(STATUS_USAGE, "--nfc and --fold do not go together");
}

/* The cleaned text so far, folded where asked; keeps what is behind `upto`. */
static struct span take_text(size_t upto)
{
	struct span text = { clean.text.ptr, upto };

	if (option.fold == 0)
		return text;
	folded.len = 0;
	fold_text(option.fold, text, &folded);
	return buf_as_span(&folded);
}

static void drop_text(size_t upto)
{
	memmove(clean.text.ptr, clean.text.ptr + upto, clean.text.len - upto);
	clean.text.len -= upto;
}

/* Bad bytes are counted, or the end. `start` is the operand's byte where those given to clean_run() began. */
static void count_bad(const struct input *in, uint64_t line, uint64_t start)
{
	if (clean.bad == 0)
		return;
	if (option.strict)
		die(STATUS_FAILED, "%s:%llu: byte %llu is not UTF-8", in->name, (unsigned long long)line, (unsigned long long)(start + clean.bad_at));
	bad_total += clean.bad;
	clean.bad = 0;
}

/* The rows of one text file. */
struct lines {
	const char *doc;
	uint64_t par;
	bool open; /* the row's head is written */
};

static void write_piece(struct lines *lines, size_t upto)
{
	struct span text = take_text(upto);

	if (text.len > 0 && !lines->open) {
		lines->open = true;
		out_write(lines->doc, strlen(lines->doc));
		out_char('\t');
		out_uint(lines->par);
		out_char('\t');
	}
	out_span(text);
	drop_text(upto);
}

static void end_row(struct lines *lines)
{
	write_piece(lines, clean.text.len);
	if (lines->open)
		out_char('\n');
	lines->open = false;
}

/* What can go out of a row that has not ended. */
static void write_some(struct lines *lines)
{
	size_t upto = clean.text.len;

	if (upto < PIECE)
		return;
	while (option.fold != 0 && upto > 0 && clean.text.ptr[upto - 1] != ' ')
		upto--;
	if (upto == 0 && clean.text.len >= MOST)
		upto = clean.text.len;
	write_piece(lines, upto);
}

static void normalize_file(struct input *in)
{
	struct lines lines = { option.doc != NULL ? option.doc : in->name, 1, false };
	uint64_t at = 0;

	do {
		enum clean_stop stop = CLEAN_LINE_FEED;
		while (in->start < in->end && stop != CLEAN_MORE) {
			size_t used;
			stop = clean_run(&clean, in->buf + in->start, in->end - in->start, in->eof, &used);
			count_bad(in, lines.par, at);
			in->start += used;
			at += used;
			if (stop == CLEAN_MORE)
				break;
			end_row(&lines);
			lines.par += stop == CLEAN_LINE_FEED;
		}
		write_some(&lines);
	} while (input_fill(in) > 0 || in->start < in->end);
	clean_end_row(&clean);
	end_row(&lines);
}

/* A row's text stays one row, whatever line breaks stand in it. */
static void normalize_row(const struct input *in, struct span line)
{
	struct row row;
	size_t used;

	row_split(&row, line);
	for (size_t at = 0; at < row.text.len; at += used) {
		enum clean_stop stop = clean_run(&clean, row.text.ptr + at, row.text.len - at, true, &used);
		count_bad(in, in->line, row.head.len + at);
		if (stop != CLEAN_MORE && at + used < row.text.len && clean.text.len > 0)
			buf_char(&clean.text, ' ');
	}
	clean_end_row(&clean);
	struct span text = take_text(clean.text.len);
	if (text.len > 0) {
		out_span(row.head);
		out_span(text);
		out_char('\n');
	}
	clean.text.len = 0;
}

int main(int argc, char **argv)
{
	struct opts opts;
	struct input in;
	struct span line;

	opts_start(&opts, &tool, argc, argv);
	read_options(&opts);
	input_start(&in, opts.count, opts.operands);
	if (option.rows) {
		while (input_line(&in, &line))
			normalize_row(&in, line);
	} else {
		while (input_open(&in))
			normalize_file(&in);
	}
	if (bad_total > 0)
		warn("%llu bad byte sequences became U+FFFD", (unsigned long long)bad_total);
	int status = input_status(&in);
	input_free(&in);
	clean_free(&clean);
	buf_free(&folded);
	return out_finish(status);
}
