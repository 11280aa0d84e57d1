/*
 * normalize: make Arabic news text safe and uniform, one row a paragraph.
 *
 * Reads text files (or pages with --html, raw rows with --tsv, rows of the
 * stream with --rows) and writes rows `doc par text`. The default changes
 * nothing that a reader would miss; --fold gives the form in which the other
 * tools compare text. job.h has the ways of reading, clean.h
 * the cleaning, finish.h the row's way out.
 */
#include "err.h"
#include "fold.h"
#include "input.h"
#include "normalize/job.h"
#include "opts.h"
#include "output.h"
#include "utf8.h"
#include "banned.h"

enum {
	OPT_DOC = 'd', OPT_FOLD = 'f', OPT_HTML = 'x', OPT_META = 'm', OPT_OFFSETS = 'o', OPT_ROWS = 'r', OPT_STRICT = 's', OPT_TSV = 't',
	OPT_NFC = OPT_LONG, OPT_RULES,
};

static const struct opt options[] = {
	{ OPT_DOC, "doc", "ID", "the document's id instead of the file's name" },
	{ OPT_FOLD, "fold", "[LIST]", "search form: marks,alef,hamza,yeh,teh,digits,punct,quotes,case,letters; all without LIST" },
	{ OPT_HTML, "html", NULL, "read pages or feeds: drop tags, decode character references" },
	{ OPT_META, "meta", "FILE", "insert columns behind the id, looked up by it in lines of ID<TAB>COLUMN..." },
	{ OPT_NFC, "nfc", NULL, "Unicode NFC and nothing else" },
	{ OPT_OFFSETS, "offsets", NULL, "add a column that maps the text to the bytes of the file" },
	{ OPT_ROWS, "rows", NULL, "read rows of the stream and clean their text" },
	{ OPT_RULES, "rules", "FILE", "apply substitutions, PATTERN<TAB>REPLACEMENT a line" },
	{ OPT_STRICT, "strict", NULL, "stop at the first bytes that are not UTF-8" },
	{ OPT_TSV, "tsv", NULL, "read raw rows, id first and text last, and decode their escapes" },
	{ 0 },
};
static const struct tool tool = { "normalize", "make Arabic text safe and uniform", options };

static struct job job;

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

static const char *checked_doc(const char *id)
{
	if (id[0] == '\0' || strpbrk(id, "\t\n") != NULL || !utf8_valid(id, strlen(id)))
		die(STATUS_USAGE, "--doc: an id is UTF-8 without TAB and line feed");
	return id;
}

static void check_options(void)
{
	const struct {
		bool both;
		const char *why;
	} wrong[] = {
		{ job.clean.nfc_only && job.finish.fold != 0, "--nfc and --fold do not go together" },
		{ job.rows && job.tsv, "--rows and --tsv do not go together" },
		{ job.rows && job.html, "--rows and --html do not go together: rows are clean of tags" },
		{ job.rows && job.finish.offsets, "--rows and --offsets do not go together: rows do not know their file" },
		{ job.rows && job.meta != NULL, "--rows and --meta do not go together: rows keep their columns" },
		{ (job.rows || job.tsv) && job.doc != NULL, "--doc is for files: each row has an id" },
	};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		if (wrong[i].both)
			die(STATUS_USAGE, "%s", wrong[i].why);
}

static void read_options(struct opts *opts)
{
	int key;

	while ((key = opts_next(opts)) != 0) {
		switch (key) {
		case OPT_DOC:
			job.doc = checked_doc(opts->arg);
			break;
		case OPT_FOLD:
			job.finish.fold = fold_kinds(opts->arg);
			break;
		case OPT_HTML:
			job.html = true;
			break;
		case OPT_META:
			meta_free(job.meta);
			job.meta = meta_read(opts->arg);
			break;
		case OPT_NFC:
			job.clean.nfc_only = true;
			break;
		case OPT_OFFSETS:
			job.finish.offsets = true;
			break;
		case OPT_ROWS:
			job.rows = true;
			break;
		case OPT_RULES:
			rules_free(job.finish.rules);
			job.finish.rules = rules_read(opts->arg);
			break;
		case OPT_STRICT:
			job.strict = true;
			break;
		case OPT_TSV:
			job.tsv = true;
			break;
		}
	}
	check_options();
}

int main(int argc, char **argv)
{
	struct opts opts;
	struct input in;
	bool refused = false;

	opts_start(&opts, &tool, argc, argv);
	read_options(&opts);
	job_start(&job);
	input_start(&in, opts.count, opts.operands);
	while (input_open(&in))
		refused = !job_operand(&job, &in) || refused;
	if (job.bad > 0)
		warn("%.*s: not UTF-8; %llu such sequences became U+FFFD", (int)job.bad_in.len, job.bad_in.ptr, (unsigned long long)job.bad);
	int status = refused ? STATUS_FAILED : input_status(&in);
	input_free(&in);
	job_free(&job);
	return out_finish(status);
}
