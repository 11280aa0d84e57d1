/*
 * tag-entities: who and where, under one name.
 *
 * Finds people, places and organisations in each row's text and inserts the
 * column `entities` before it, or writes one mention a row. The lists, the
 * context, a trained model and what the document named before find them
 * (tagger.h); the register of names gives all spellings of one the same name
 * (naming.h). A row goes out as soon as it is read: memory looks back only.
 */
#include <unistd.h>

#include "buf.h"
#include "built-in.h"
#include "err.h"
#include "input.h"
#include "naming.h"
#include "opts.h"
#include "output.h"
#include "row.h"
#include "rules.h"
#include "tagger.h"
#include "banned.h"

enum { KEY_LIST = OPT_LONG, KEY_RULES, KEY_NAMES, KEY_LEARN_NAMES, KEY_COLOR, KEY_NO_MODEL };

static const struct opt options[] = {
	{ 'm', "mentions", NULL, "write one mention a row: doc par sent start end type name surface" },
	{ 't', "types", "LIST", "only these types: PER, LOC, ORG, separated by commas" },
	{ KEY_LIST, "list", "FILE", "a gazetteer of your own: surface|..., type and name; it wins over all others" },
	{ KEY_RULES, "rules", "FILE", "rules of your own: a type and a PCRE2 pattern, its group `name` the mention" },
	{ KEY_NAMES, "names", "FILE", "names learnt before; rows then depend on their own document alone" },
	{ KEY_LEARN_NAMES, "learn-names", "FILE", "keep the names of this run in FILE for the next" },
	{ KEY_COLOR, "color", "[WHEN]", "colour the text for reading: auto (on a terminal), always, never" },
	{ KEY_NO_MODEL, "no-model", NULL, "find only what lists and context show" },
	{ 0 }
};
static const struct tool tool = { "tag-entities", "find people, places and organisations, under one name", options };

static struct {
	bool mentions, color;
	unsigned types; /* a bit for each that is wanted */
	struct words words;
	struct rules *rules;
	struct sentence sentence;
	struct memory memory;
	struct namer namer;
	struct buf doc;                     /* the document that memory and namer are of */
	struct buf entities, surface, text; /* of the row being written */
	size_t copied;                      /* bytes of the row's text that stand in `text` */
} tagger;

static const char *const colors[TYPES] = { "\033[1;32m", "\033[1;34m", "\033[1;35m" };
#define NO_COLOR "\033[0m"

static void write_mention(const struct row *row, size_t start, size_t end, const struct found *found, struct span name)
{
	struct span cells[] = { row->doc, row->par.len > 0 ? row->par : SPAN("-"), row->sent.len > 0 ? row->sent : SPAN("-") };

	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
		out_span(cells[i]);
		out_char('\t');
	}
	out_uint(start);
	out_char('\t');
	out_uint(end);
	out_char('\t');
	out_write(type_names[found->type], strlen(type_names[found->type]));
	out_char('\t');
	out_span(name);
	out_char('\t');
	tagger.surface.len = 0;
	mention_surface(&tagger.sentence, found, &tagger.surface);
	out_span(buf_as_span(&tagger.surface));
	out_char('\n');
}

static void add_entity(size_t start, size_t end, const struct found *found, struct span name)
{
	struct buf *to = &tagger.entities;

	if (to->len > 0)
		buf_char(to, ';');
	buf_add(to, type_names[found->type], strlen(type_names[found->type]));
	buf_char(to, ':');
	buf_uint(to, start);
	buf_char(to, '-');
	buf_uint(to, end);
	buf_char(to, ':');
	buf_span(to, name);
}

static void add_color(const struct row *row, size_t start, size_t end, const struct found *found)
{
	buf_add(&tagger.text, row->text.ptr + tagger.copied, start - tagger.copied);
	buf_add(&tagger.text, colors[found->type], strlen(colors[found->type]));
	buf_add(&tagger.text, row->text.ptr + start, end - start);
	buf_span(&tagger.text, SPAN(NO_COLOR));
	tagger.copied = end;
}

/* Tag a piece of the row's text, `offset` bytes into it. */
static void tag_piece(const struct row *row, size_t offset, struct span piece)
{
	struct sentence *s = &tagger.sentence;
	size_t start, end;

	tagger_find(&tagger.words, &tagger.memory, tagger.rules, s, piece);
	namer_read(&tagger.namer, s, &tagger.words);
	for (size_t i = 0; i < s->tokens.count; i++) {
		const struct found *found = sentence_mention(s, i);
		if (found == NULL)
			continue;
		struct span name = namer_name(&tagger.namer, s, &tagger.words, found);
		sentence_bytes(s, found, &start, &end);
		i = found->end - 1;
		if ((tagger.types >> found->type & 1) == 0)
			continue;
		if (tagger.mentions)
			write_mention(row, offset + start, offset + end, found, name);
		else if (tagger.color)
			add_color(row, offset + start, offset + end, found);
		else
			add_entity(offset + start, offset + end, found, name);
	}
}

static void begin_document(struct span doc)
{
	if (span_eq(doc, buf_as_span(&tagger.doc)))
		return;
	memory_clear(&tagger.memory);
	namer_document(&tagger.namer);
	tagger.doc.len = 0;
	buf_span(&tagger.doc, doc);
}

static void tag_row(struct span line)
{
	struct row row;

	row_split(&row, line);
	row_columns(&row);
	begin_document(row.doc);
	tagger.entities.len = tagger.text.len = tagger.copied = 0;
	for (size_t at = 0; at < row.text.len;) {
		struct span piece = sentence_piece((struct span){ row.text.ptr + at, row.text.len - at });
		tag_piece(&row, at, piece);
		at += piece.len;
	}
	if (tagger.mentions)
		return;
	if (tagger.entities.len == 0)
		buf_char(&tagger.entities, '-');
	out_span(row.head);
	if (row.head.len == 0)
		out_span(SPAN("-\t")); /* the document of a line that is all text */
	if (tagger.color) {
		out_span(buf_as_span(&tagger.text));
	} else {
		out_span(buf_as_span(&tagger.entities));
		out_char('\t');
	}
	out_write(row.text.ptr + tagger.copied, row.text.len - tagger.copied);
	out_char('\n');
}

static unsigned read_types(const char *arg)
{
	struct span list = { arg, strlen(arg) }, name;
	unsigned types = 0;

	while (span_next(&list, ',', &name)) {
		if (type_of(name) == TYPES)
			die(STATUS_USAGE, "--types: '%.*s' is none of PER, LOC, ORG", (int)name.len, name.ptr);
		types |= 1u << type_of(name);
	}
	return types;
}

static bool read_color(const char *arg)
{
	struct span when = arg == NULL ? SPAN("auto") : (struct span){ arg, strlen(arg) };

	if (!span_eq(when, SPAN("auto")) && !span_eq(when, SPAN("always")) && !span_eq(when, SPAN("never")))
		die(STATUS_USAGE, "--color: '%s' is none of auto, always, never", arg);
	return span_eq(when, SPAN("always")) || (span_eq(when, SPAN("auto")) && isatty(STDOUT_FILENO) == 1);
}

static void start(const char *list, const char *rules, const char *names, const char *learn, bool no_model)
{
	static struct list user;

	if (list != NULL) {
		user = list_read_file(list);
		gazetteer_check(&user);
	}
	if (rules != NULL)
		tagger.rules = rules_read(rules);
	if (names != NULL && learn != NULL)
		die(STATUS_USAGE, "--names and --learn-names exclude each other");
	words_start(&tagger.words, list != NULL ? &user : NULL, no_model ? NULL : model_built_in());
	namer_start(&tagger.namer, names != NULL);
	if (learn != NULL)
		register_lock(learn);
	if (names != NULL || learn != NULL)
		register_read(&tagger.namer.reg, names != NULL ? names : learn, learn != NULL);
}

int main(int argc, char **argv)
{
	const char *list = NULL, *rules = NULL, *names = NULL, *learn = NULL;
	bool no_model = false, color = false;
	struct input in = { 0 };
	struct opts opts;
	struct span line;
	int key;

	tagger.types = (1u << TYPES) - 1;
	opts_start(&opts, &tool, argc, argv);
	while ((key = opts_next(&opts)) != 0)
		switch (key) {
		case 'm':
			tagger.mentions = true;
			break;
		case 't':
			tagger.types = read_types(opts.arg);
			break;
		case KEY_LIST:
			list = opts.arg;
			break;
		case KEY_RULES:
			rules = opts.arg;
			break;
		case KEY_NAMES:
			names = opts.arg;
			break;
		case KEY_LEARN_NAMES:
			learn = opts.arg;
			break;
		case KEY_COLOR:
			color = true;
			tagger.color = read_color(opts.arg);
			break;
		case KEY_NO_MODEL:
			no_model = true;
			break;
		}
	if (tagger.mentions && color)
		die(STATUS_USAGE, "--mentions and --color exclude each other");
	start(list, rules, names, learn, no_model);
	input_start(&in, opts.count, opts.operands);
	while (input_line(&in, &line))
		tag_row(line);
	if (learn != NULL)
		register_write(&tagger.namer.reg, learn);
	int status = input_status(&in);
	namer_free(&tagger.namer);
	input_free(&in);
	return out_finish(status);
}
