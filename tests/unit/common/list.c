#include "list.h"

#include <stdlib.h>

#include "child.h"
#include "token.h"

static struct list list_of(struct span file)
{
	struct list_builder *builder = list_builder_new();
	list_builder_add(builder, "file", file);
	return list_builder_finish(builder, "list");
}

/* The tag of a whole phrase, or "no". */
static struct span tag_of(const struct list *list, struct span phrase)
{
	struct tokens tokens = { 0 };
	struct list_walk walk = list_begin();
	size_t i = 0;

	tokens_read(&tokens, phrase);
	while (i < tokens.count && list_step(list, &walk, tokens.at[i].hash))
		i++;
	bool whole = i == tokens.count && walk.tag >= 0;
	tokens_free(&tokens);
	return whole ? list_tag_text(list, walk.tag) : SPAN("no");
}

static void test_form(void)
{
	struct list list = list_of(SPAN("# a comment\n\nab cd|x\tT1\tmore\r\nab\tT2\nab cd ef gh\tT2\nlast\tT3"));

	is(tag_of(&list, SPAN("ab")), SPAN("T2"), "a word");
	is(tag_of(&list, SPAN("AB  cd")), SPAN("T1\tmore"), "a phrase, folded; its tag goes to the line's end, less CR");
	is(tag_of(&list, SPAN("x")), SPAN("T1\tmore"), "another form of the same entry");
	is(tag_of(&list, SPAN("ab cd ef")), SPAN("no"), "what only begins an entry is none");
	is(tag_of(&list, SPAN("ab cd ef gh")), SPAN("T2"), "the longer entry behind it");
	is(tag_of(&list, SPAN("last")), SPAN("T3"), "a last line without a line feed");
	is(tag_of(&list, SPAN("cd")), SPAN("no"), "what stands inside an entry is none");
	ok(list.tags == 3, "equal tags are one");
	list_free(&list);
	list = list_of(SPAN("\xEF\xBB\xBF" "a\tT\n"));
	is(tag_of(&list, SPAN("a")), SPAN("T"), "a byte order mark is passed over");
	list_free(&list);
	list = list_of(SPAN("# nothing\n"));
	is(tag_of(&list, SPAN("a")), SPAN("no"), "an empty list holds nothing");
	list_free(&list);
}

static void test_walk(void)
{
	struct list list = list_of(SPAN("ab cd\tT1\nab\tT2\n"));
	struct tokens t = { 0 };
	struct list_walk walk = list_begin();

	tokens_read(&t, SPAN("ab cd ef"));
	ok(list_step(&list, &walk, t.at[0].hash) && walk.more && walk.tag == 1, "an entry that more may follow");
	ok(list_step(&list, &walk, t.at[1].hash) && !walk.more && walk.tag == 0, "an entry that nothing follows");
	ok(!list_step(&list, &walk, t.at[2].hash), "the walk has ended");
	ok(list_tag(&list, t.at[0].hash) == 1 && list_tag(&list, t.at[1].hash) == -1, "tags of single words");
	tokens_free(&t);
	list_free(&list);
}

/* Many entries, so that the tables grow more than once. */
static void test_many(void)
{
	enum { MANY = 20000 };
	struct buf file = { 0 };
	struct tokens tokens = { 0 };
	size_t found = 0;

	for (uint64_t i = 0; i < MANY; i++) {
		buf_span(&file, SPAN("word "));
		buf_uint(&file, i);
		buf_span(&file, SPAN("\ttag "));
		buf_uint(&file, i % 977);
		buf_char(&file, '\n');
	}
	struct list list = list_of(buf_as_span(&file));
	ok(list.tags == 977, "many entries, few tags");
	for (uint64_t i = 0; i < MANY; i++) {
		struct buf want = { 0 };
		file.len = 0;
		buf_span(&file, SPAN("word "));
		buf_uint(&file, i);
		buf_span(&want, SPAN("tag "));
		buf_uint(&want, i % 977);
		found += span_eq(tag_of(&list, buf_as_span(&file)), buf_as_span(&want));
		buf_free(&want);
	}
	ok(found == MANY, "every one is found");
	ok(list.mask + 1 >= 2 * MANY, "at least half of the slots are empty, so that a search ends");
	tokens_free(&tokens);
	buf_free(&file);
	list_free(&list);
}

static void add(const void *argument)
{
	const struct span *file = argument;
	list_builder_add(list_builder_new(), "my.tsv", *file);
}

static void read_missing(const void *unused)
{
	(void)unused;
	list_read_file("/nowhere/my.tsv");
}

static void test_errors(void)
{
	static const struct {
		struct span file;
		const char *message;
	} wrong[] = {
		{ SPAN("a\tT\nb\n"), "khabar: my.tsv:2: no TAB between a form and its tag\n" },
		{ SPAN("\tT\n"), "khabar: my.tsv:1: no TAB between a form and its tag\n" },
		{ SPAN("a\tT\na|b\tU\n"), "khabar: my.tsv:2: 'a' stands twice (forms that fold alike are one)\n" },
		{ SPAN("\u0623\u062D\u0645\u062F|\u0627\u062D\u0645\u062F\tT\n"),
		  "khabar: my.tsv:1: '\u0627\u062D\u0645\u062F' stands twice (forms that fold alike are one)\n" },
		{ SPAN("a||b\tT\n"), "khabar: my.tsv:1: a form without a word\n" },
		{ SPAN(" \tT\n"), "khabar: my.tsv:1: a form without a word\n" },
		{ SPAN("\n\na\xFF\tT\n"), "khabar: my.tsv:3: bad UTF-8\n" },
	};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		ends(add, &wrong[i].file, 2, wrong[i].message, "a wrong list");
	ends(read_missing, NULL, 2, "khabar: /nowhere/my.tsv: No such file or directory\n", "a list that is missing");
}

int main(void)
{
	test_form();
	test_walk();
	test_many();
	test_errors();
	return done();
}
