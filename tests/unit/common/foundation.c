#include "fold.h"
#include "list.h"
#include "row.h"
#include "token.h"
#include "tap.h"

static void test_row(void)
{
	struct row row;
	row_split(&row, SPAN("a.txt\t3\t1\tPER:0-4:x;LOC:5-8:y\tcount\tkilled\ttotal\tpersons\t=\t2\t2\t10-12\t-\t-\t-\t-\ttext"));
	row_columns(&row);
	is(row.doc, SPAN("a.txt"), "doc");
	is(row.par, SPAN("3"), "par");
	is(row.sent, SPAN("1"), "sent");
	is(row.entities, SPAN("PER:0-4:x;LOC:5-8:y"), "entities");
	is(row.claim[CLAIM_EVENT], SPAN("killed"), "claim event");
	is(row.text, SPAN("text"), "text");
	row_split(&row, SPAN("no columns"));
	row_columns(&row);
	is(row.doc, SPAN("-"), "no doc");
	ok(row.par.ptr == NULL && row.entities.ptr == NULL, "nothing found");
	row_split(&row, SPAN("d\t2013-01-01\t7\t@0,5\t2\t-\ttext"));
	row_columns(&row);
	is(row.par, SPAN("7"), "par behind an offset map");
	is(row.offsets, SPAN("@0,5"), "offset map");
}

static void test_tokens(void)
{
	struct tokens t = { 0 };
	tokens_read(&t, SPAN("\u0642\u064f\u062a\u0644 12\u0634\u0631\u0637\u064a\u0627\u064b\u060c (\u0663\u066b\u0665)"));
	ok(t.count == 9, "nine tokens, got %zu", t.count);
	is(token_fold(&t, 0), SPAN("\u0642\u062a\u0644"), "marks are dropped");
	is(token_fold(&t, 1), SPAN("12"), "number");
	ok(!t.at[2].spaced && t.at[2].kind == TOKEN_WORD, "a glued word");
	ok(t.at[3].sign == ',', "Arabic comma");
	is(token_fold(&t, 5), SPAN("3"), "Arabic-Indic digit");
	tokens_free(&t);
}

static void test_list(void)
{
	struct list_builder *b = list_builder_new();
	list_builder_add(b, "x", SPAN("# c\nab cd|x\tT1\tmore\nab\tT2\n"));
	struct list list = list_builder_finish(b, "x");
	struct tokens t = { 0 };
	tokens_read(&t, SPAN("AB cd"));
	struct list_walk walk = list_begin();
	ok(list_step(&list, &walk, t.at[0].hash) && walk.tag == 1 && walk.more, "one word, more may follow");
	ok(list_step(&list, &walk, t.at[1].hash) && walk.tag == 0, "two words");
	is(list_tag_text(&list, walk.tag), SPAN("T1\tmore"), "tag text");
	ok(!list_step(&list, &walk, t.at[1].hash), "no longer entry");
	list_free(&list);
	tokens_free(&t);
}

static void test_fold(void)
{
	struct buf out = { 0 };
	fold_text(FOLD_ALL, SPAN("\u0623\u064e\u0644\u0640\u0640\u0641\u060c \u0661\u066c\u0662\u0663\u0664 \u0640 \u0663\u060c\u0665 \u0645\u0645\u0645\u0645"), &out);
	is(buf_as_span(&out), SPAN("\u0627\u0644\u0641, 1,234 - 3\u060c5 \u0645"), "fold");
	buf_free(&out);
}

int main(void)
{
	test_row();
	test_tokens();
	test_list();
	test_fold();
	return done();
}
