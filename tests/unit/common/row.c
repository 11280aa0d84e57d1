#include "row.h"

#include "tap.h"

#define CLAIM "count\tkilled\ttotal\tpersons\t=\t2\t2\t10-12\tx\ty\tz\tw"

static struct row row_of(struct span line)
{
	struct row row;
	row_split(&row, line);
	row_columns(&row);
	return row;
}

static int absent(struct span column)
{
	return column.ptr == NULL && column.len == 0;
}

static void test_split(void)
{
	struct row row;

	row_split(&row, SPAN("a.txt\t3\ttext"));
	is(row.doc, SPAN("a.txt"), "the document's id is first");
	is(row.head, SPAN("a.txt\t3\t"), "the head ends with its TAB");
	is(row.text, SPAN("text"), "the text is last");
	row_split(&row, SPAN("no columns"));
	is(row.doc, SPAN("-"), "without a TAB the document is -");
	ok(row.head.len == 0, "and there is no head");
	is(row.text, SPAN("no columns"), "and all is text");
	row_split(&row, SPAN(""));
	is(row.text, SPAN(""), "an empty line is an empty text");
	row_split(&row, SPAN("\t"));
	is(row.doc, SPAN(""), "a lone TAB: an empty id");
	is(row.head, SPAN("\t"), "a lone TAB: it is the head");
	is(row.text, SPAN(""), "a lone TAB: an empty text");
	row_split(&row, SPAN("d\t1\ta\0b"));
	is(row.text, SPAN("a\0b"), "NUL is data");
}

static void test_numbers(void)
{
	struct row row = row_of(SPAN("d\t7\t2\ttext"));
	is(row.par, SPAN("7"), "par");
	is(row.sent, SPAN("2"), "sent");
	row = row_of(SPAN("d\t7\ttext"));
	is(row.par, SPAN("7"), "one number alone is par");
	ok(absent(row.sent), "and there is no sent");
	row = row_of(SPAN("12\t7\ttext"));
	is(row.par, SPAN("7"), "a document's id may be a number");
	is(row.doc, SPAN("12"), "and is no column");
	row = row_of(SPAN("d\t2013-02-01\t5\t7\t2\ttext"));
	is(row.par, SPAN("7"), "the two numbers nearest to the text are par and sent");
	row = row_of(SPAN("d\t7\tx\ttext"));
	is(row.par, SPAN("7"), "an unknown column behind par is passed over");
	row = row_of(SPAN("d\t4\tx\t7\ttext"));
	is(row.par, SPAN("7"), "an unknown column before one number ends the search");
	ok(absent(row.sent), "so a number behind the id is not taken for par");
	row = row_of(SPAN("d\t\xD9\xA3\t-1\t+2\t1.5\ttext"));
	ok(absent(row.par), "only digits of ASCII are numbers");
	row = row_of(SPAN("text only"));
	ok(absent(row.par) && absent(row.entities) && absent(row.offsets) && absent(row.claim[0]), "nothing is found in a text");
}

static void test_blocks(void)
{
	struct row row = row_of(SPAN("a.txt\t3\t1\tPER:0-4:x;LOC:5-8:y\t" CLAIM "\ttext"));
	is(row.par, SPAN("3"), "par before entities and a claim");
	is(row.sent, SPAN("1"), "sent before entities and a claim");
	is(row.entities, SPAN("PER:0-4:x;LOC:5-8:y"), "entities");
	is(row.claim[CLAIM_KIND], SPAN("count"), "claim kind");
	is(row.claim[CLAIM_EVENT], SPAN("killed"), "claim event");
	is(row.claim[CLAIM_AT], SPAN("10-12"), "claim at");
	is(row.claim[CLAIM_VIA], SPAN("w"), "claim via");
	row = row_of(SPAN("d\t3\t1\t-\t" CLAIM "\td:3:1\tfirst\ttext"));
	is(row.claim[CLAIM_EVENT], SPAN("killed"), "a claim behind which stand the columns of --groups");
	ok(absent(row.entities), "a lone - is no entity list");
	row = row_of(SPAN("d\t3\t1\t-\tstatement\tsaid\t-\t-\t-\t-\t-\t-\t-\ty\tz\tw\ttext"));
	is(row.claim[CLAIM_KIND], SPAN("statement"), "a statement");
	row = row_of(SPAN("d\t3\t1\t-\tcount\tkilled\ttotal\tpersons\t?\t2\t2\t1-2\tx\ty\tz\tw\ttext"));
	ok(absent(row.claim[0]), "a comparison that is none: no claim");
	row = row_of(SPAN("d\t2013-01-01\t7\t@0,5\t2\t-\ttext"));
	is(row.par, SPAN("7"), "par before an offset map");
	is(row.sent, SPAN("2"), "sent behind it");
	is(row.offsets, SPAN("@0,5"), "the offset map");
	row = row_of(SPAN("d\t7\t2\t@\ttext"));
	ok(absent(row.offsets), "a lone @ is no offset map");
	row = row_of(SPAN("LOC:0-1:x\t7\t2\ttext"));
	ok(absent(row.entities), "a document's id is no entity list");
}

static void test_column(void)
{
	struct row row = row_of(SPAN("d\t2013\t\t4\ttext"));
	is(row_column(&row, 1), SPAN("d"), "column 1");
	is(row_column(&row, 2), SPAN("2013"), "column 2");
	is(row_column(&row, 3), SPAN(""), "an empty column is there");
	ok(row_column(&row, 3).ptr != NULL, "and not absent");
	is(row_column(&row, 4), SPAN("4"), "the last column of the head");
	ok(absent(row_column(&row, 5)), "the text is no column of the head");
	ok(absent(row_column(&row, 0)), "there is no column 0");
	row = row_of(SPAN("text"));
	ok(absent(row_column(&row, 1)), "a text alone has no column");
}

static void test_id(void)
{
	static const struct {
		struct span line, id;
	} cases[] = {
		{ SPAN("d\t3\t1\ttext"), SPAN("d:3:1") },
		{ SPAN("d\t3\ttext"), SPAN("d:3") },
		{ SPAN("d\ttext"), SPAN("42") },
		{ SPAN("text"), SPAN("42") },
	};
	struct buf id = { 0 };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct row row = row_of(cases[i].line);
		id.len = 0;
		row_id(&row, 42, &id);
		is(buf_as_span(&id), cases[i].id, "id");
	}
	buf_free(&id);
}

static void test_mentions(void)
{
	struct span list = SPAN("PER:0-4:x y;LOC:5-8:;ORG2:9-9:z");
	struct mention m;

	ok(mention_next(&list, &m) && m.start == 0 && m.end == 4, "a mention's range");
	is(m.type, SPAN("PER"), "a mention's type");
	is(m.name, SPAN("x y"), "a mention's name");
	ok(mention_next(&list, &m) && m.name.len == 0, "an empty name");
	ok(mention_next(&list, &m) && m.start == 9 && m.end == 9, "an empty range");
	is(m.type, SPAN("ORG2"), "a type may end in digits");
	ok(!mention_next(&list, &m), "the end");

	static const struct span wrong[] = {
		SPAN("-"), SPAN(""), SPAN(":0-1:x"), SPAN("PER"), SPAN("PER:"), SPAN("PER:0"), SPAN("PER:0-"), SPAN("PER:0-1"), SPAN("PER:-1-2:x"),
		SPAN("PER:5-1:x"), SPAN("per:0-1:x"), SPAN("9:0-1:x"), SPAN("PER 0-1:x"), SPAN("http://0-1:x"),
	};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct span s = wrong[i];
		ok(!mention_next(&s, &m), "no mention: '%.*s'", (int)wrong[i].len, wrong[i].ptr);
	}
	list = SPAN("PER:1-99999999999999999999999999:x");
	ok(mention_next(&list, &m) && m.end > SIZE_MAX / 32, "a number too large is clamped");
}

int main(void)
{
	test_split();
	test_numbers();
	test_blocks();
	test_column();
	test_id();
	test_mentions();
	return done();
}
