/*
 * tag-entities: who and where, under one name.
 *
 * Finds people, places and organisations in each row's text and inserts the
 * column `entities` before it. Lists and context find what they can; a name
 * once found is known again in its document.
 */
#include "buf.h"
#include "built-in.h"
#include "err.h"
#include "input.h"
#include "naming.h"
#include "opts.h"
#include "output.h"
#include "row.h"
#include "sentence.h"
#include "tagger.h"
#include "word.h"
#include "banned.h"

enum { KEY_MENTIONS = OPT_LONG, KEY_LIST, KEY_NO_MODEL };

static const struct opt options[] = {
	{ KEY_MENTIONS, "mentions", NULL, "write one mention a row: doc par sent start end type name surface" },
	{ KEY_LIST, "list", "FILE", "add a gazetteer: surface, type, name; it wins over what is built in" },
	{ KEY_NO_MODEL, "no-model", NULL, "find only what lists and context show" },
	{ 0 }
};
static const struct tool tool = { "tag-entities", "find people, places and organisations, and name them", options };

static struct {
	bool mentions;
	struct words words;
	struct sentence sentence;
	struct memory memory;
	struct buf doc; /* the document that the memory is of */
	struct namer namer;
	struct buf entities, surface;
} tagger;

static void add_mention(const struct row *row, size_t offset, const struct found *found)
{
	struct sentence *s = &tagger.sentence;
	size_t start, end;

	sentence_bytes(s, found, &start, &end);
	struct span name = namer_name(&tagger.namer, s, &tagger.words, found);
	if (!tagger.mentions) {
		if (tagger.entities.len > 0)
			buf_char(&tagger.entities, ';');
		buf_add(&tagger.entities, type_names[found->type], 3);
		buf_char(&tagger.entities, ':');
		buf_uint(&tagger.entities, offset + start);
		buf_char(&tagger.entities, '-');
		buf_uint(&tagger.entities, offset + end);
		buf_char(&tagger.entities, ':');
		buf_span(&tagger.entities, name);
		return;
	}
	out_span(row->doc);
	out_char('\t');
	out_span(row->par.len > 0 ? row->par : SPAN("-"));
	out_char('\t');
	out_span(row->sent.len > 0 ? row->sent : SPAN("-"));
	out_char('\t');
	out_uint(offset + start);
	out_char('\t');
	out_uint(offset + end);
	out_char('\t');
	out_write(type_names[found->type], 3);
	out_char('\t');
	out_span(name);
	out_char('\t');
	tagger.surface.len = 0;
	mention_surface(s, found, &tagger.surface);
	out_span(buf_as_span(&tagger.surface));
	out_char('\n');
}

static void tag_piece(const struct row *row, size_t offset, struct span piece)
{
	struct sentence *s = &tagger.sentence;

	tagger_find(&tagger.words, &tagger.memory, s, piece);
	namer_read(&tagger.namer, s, &tagger.words);
	for (size_t i = 0; i < s->tokens.count;) {
		if (s->covered[i] < 0) {
			i++;
			continue;
		}
		const struct found *found = &s->found[s->covered[i]];
		add_mention(row, offset, found);
		i = found->end;
	}
}

/* Where to end a piece of a very long text: behind the last space that fits. */
static size_t piece_length(struct span text)
{
	if (text.len <= SENTENCE_BYTES)
		return text.len;
	for (size_t i = SENTENCE_BYTES; i > SENTENCE_BYTES / 2; i--)
		if (text.ptr[i - 1] == ' ')
			return i;
	return SENTENCE_BYTES;
}

static void tag_row(struct span line)
{
	struct row row;

	row_split(&row, line);
	row_columns(&row);
	if (!span_eq(row.doc, buf_as_span(&tagger.doc))) {
		memory_clear(&tagger.memory);
		namer_document(&tagger.namer);
		tagger.doc.len = 0;
		buf_span(&tagger.doc, row.doc);
	}
	tagger.entities.len = 0;
	for (size_t at = 0; at < row.text.len;) {
		struct span rest = { row.text.ptr + at, row.text.len - at };
		rest.len = piece_length(rest);
		tag_piece(&row, at, rest);
		at += rest.len;
	}
	if (tagger.mentions)
		return;
	if (tagger.entities.len == 0)
		buf_char(&tagger.entities, '-');
	out_span(row.head);
	out_span(buf_as_span(&tagger.entities));
	out_char('\t');
	out_span(row.text);
	out_char('\n');
}

int main(int argc, char **argv)
{
	struct input in = { 0 };
	struct opts opts;
	struct list user = { 0 };
	struct span line;
	bool no_model = false;
	int key;

	opts_start(&opts, &tool, argc, argv);
	while ((key = opts_next(&opts)) != 0)
		switch (key) {
		case KEY_MENTIONS:
			tagger.mentions = true;
			break;
		case KEY_LIST:
			user = list_read_file(opts.arg);
			break;
		case KEY_NO_MODEL:
			no_model = true;
			break;
		}
	words_start(&tagger.words, user.slots != NULL ? &user : NULL, no_model ? NULL : model_built_in());
	namer_start(&tagger.namer, false);
	input_start(&in, opts.count, opts.operands);
	while (input_line(&in, &line))
		tag_row(line);
	return out_finish(input_status(&in));
}
