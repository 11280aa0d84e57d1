/*
 * normalize: make Arabic news text safe and uniform, one row a paragraph.
 *
 * Reads text files (or pages with --html, raw rows with --tsv, rows of the
 * stream with --rows) and writes rows `doc par text`. The default changes
 * nothing that a reader would miss; --fold gives the form in which the other
 * tools compare text. clean.h has the cleaning, finish.h the row's way out.
 */
#include <stdlib.h>

#include "err.h"
#include "fold.h"
#include "input.h"
#include "normalize/clean.h"
#include "normalize/finish.h"
#include "opts.h"
#include "output.h"
#include "row.h"
#include "utf8.h"
#include "banned.h"

enum { OPT_DOC = 'd', OPT_FOLD = 'f', OPT_OFFSETS = 'o', OPT_ROWS = 'r', OPT_STRICT = 's', OPT_NFC = OPT_LONG, OPT_RULES };

static const struct opt options[] = {
	{ OPT_DOC, "doc", "ID", "the document's id instead of the file's name" },
	{ OPT_FOLD, "fold", "[LIST]", "search form: marks,alef,hamza,yeh,teh,digits,punct,quotes,case,letters; all without LIST" },
	{ OPT_NFC, "nfc", NULL, "Unicode NFC and nothing else" },
	{ OPT_OFFSETS, "offsets", NULL, "add a column that maps the text to the bytes of the file" },
	{ OPT_ROWS, "rows", NULL, "read rows of the stream and clean their text" },
	{ OPT_RULES, "rules", "FILE", "apply substitutions, PATTERN<TAB>REPLACEMENT a line" },
	{ OPT_STRICT, "strict", NULL, "stop at the first bytes that are not UTF-8" },
	{ 0 },
};
static const struct tool tool = { "normalize", "make Arabic text safe and uniform", options };

/* A row is held up to here, then written in pieces (folded ones up to a space, where there is one). */
#define PIECE ((size_t)1 << 18)
#define MOST ((size_t)1 << 22)

static struct {
	const char *doc;
	bool rows, strict;
} option;

static struct clean clean;
static struct finish finish;
static struct map map;
static struct buf lead;
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
			finish.fold = fold_kinds(opts->arg);
			break;
		case OPT_NFC:
			clean.nfc_only = true;
			break;
		case OPT_OFFSETS:
			finish.offsets = true;
			break;
		case OPT_ROWS:
			option.rows = true;
			break;
		case OPT_RULES:
			rules_free(finish.rules);
			finish.rules = rules_read(opts->arg);
			break;
		case OPT_STRICT:
			option.strict = true;
			break;
		}
	}
	if (clean.nfc_only && finish.fold != 0)
		die(STATUS_USAGE, "--nfc and --fold do not go together");
	if (option.rows && finish.offsets)
		die(STATUS_USAGE, "--rows and --offsets do not go together: rows do not know their file");
	finish.again.nfc_only = clean.nfc_only;
	finish.numbered = !option.rows;
	clean.map = finish.offsets ? &map : NULL;
}

/* What was no UTF-8 is counted, or the end. `start` is the input's byte where clean.at was 0. */
static void count_bad(const struct input *in, uint64_t line, uint64_t start)
{
	if (clean.bad == 0)
		return;
	if (option.strict)
		die(STATUS_FAILED, "%s:%llu: byte %llu is not UTF-8", in->name, (unsigned long long)line, (unsigned long long)(start + clean.bad_at));
	bad_total += clean.bad;
	clean.bad = 0;
}

/* Put the columns before par together. */
static void set_lead(const char *doc)
{
	lead.len = 0;
	buf_add(&lead, doc, strlen(doc));
	buf_char(&lead, '\t');
	finish.lead = buf_as_span(&lead);
}

/* Write what stands in clean.row, or the rest of it where pieces went before. */
static void end_row(uint64_t par)
{
	if (finish.open) {
		finish_piece(&finish, par, clean.row);
		finish_end(&finish);
	} else if (clean.row.len > 0) {
		finish_row(&finish, par, clean.row, clean.map);
	}
	clean.text.len = 0;
	map.count = 0;
}

/* What can go out of a row that has not ended. */
static void write_some(uint64_t par)
{
	size_t upto = clean.text.len;

	if (upto < PIECE || finish_holds(&finish))
		return;
	while (finish.fold != 0 && upto > 0 && clean.text.ptr[upto - 1] != ' ')
		upto--;
	if (upto == 0 && clean.text.len >= MOST)
		upto = clean.text.len;
	finish_piece(&finish, par, (struct span){ clean.text.ptr, upto });
	memmove(clean.text.ptr, clean.text.ptr + upto, clean.text.len - upto);
	clean.text.len -= upto;
}

static void normalize_file(struct input *in)
{
	uint64_t par = 1;

	set_lead(option.doc != NULL ? option.doc : in->name);
	clean.at = 0;
	do {
		enum clean_stop stop = CLEAN_LINE_FEED;
		while (in->start < in->end && stop != CLEAN_MORE) {
			size_t used;
			stop = clean_run(&clean, in->buf + in->start, in->end - in->start, in->eof, &used);
			count_bad(in, par, 0);
			in->start += used;
			if (stop != CLEAN_MORE)
				end_row(par);
			par += stop == CLEAN_LINE_FEED;
		}
		write_some(par);
	} while (input_fill(in) > 0 || in->start < in->end);
	clean_end_row(&clean);
	end_row(par);
}

static void normalize_row(const struct input *in, struct span line)
{
	struct row row;

	row_split(&row, line);
	clean_text(&clean, row.text);
	count_bad(in, in->line, row.head.len);
	finish.lead = row.head;
	end_row(in->line);
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
	finish_free(&finish);
	map_free(&map);
	buf_free(&lead);
	return out_finish(status);
}
