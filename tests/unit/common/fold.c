/* fold.h: what each kind does, what depends on neighbours, and that a code point at a time gives the same. */
#include "fold.h"

#include "tap.h"

static struct buf out;

static void folds(unsigned kinds, const char *text, const char *want, const char *what)
{
	struct span from = { text, strlen(text) };
	struct fold fold = { .kinds = kinds };

	out.len = 0;
	fold_text(kinds, from, &out);
	is(buf_as_span(&out), (struct span){ want, strlen(want) }, what);
	out.len = 0;
	for (size_t at = 0; at < from.len;)
		at += fold_next(&fold, from, at, &out);
	is(buf_as_span(&out), (struct span){ want, strlen(want) }, "a code point at a time too");
}

int main(void)
{
	folds(FOLD_ALL,
	      "\u0623\u064e\u0644\u0640\u0640\u0641\u060c \u0661\u066c\u0662\u0663\u0664 \u0640 \u0663\u060c\u0665 \u0645\u0645\u0645\u0645",
	      "\u0627\u0644\u0641, 1,234 - 3\u060c5 \u0645", "all kinds");
	folds(FOLD_LETTERS, "\u0627\u0627 \u0644\u0644\u0644\u0644\u0647 111", "\u0627\u0627 \u0644\u0647 111", "an elongation is three letters alike, not two, nor digits");
	folds(FOLD_ALL, "\u0627\u064e\u0623\u064e\u0622\u0628", "\u0627\u0628", "letters that become alike are an elongation");
	folds(FOLD_ALL, "\ufdfa\u0645\u0645", "\u0635\u0644\u064a \u0627\u0644\u0644\u0647 \u0639\u0644\u064a\u0647 \u0648\u0633\u0644\u0645", "also with those of a sign");
	folds(FOLD_ALL, "a \u064b \u0651 b \u064b", "a b", "marks on nothing leave one space, and none at the end");
	folds(FOLD_ALL, "\u064b a", "a", "and none at the begin");
	folds(FOLD_CASE, "H\u0331 J\u0323\u030c", "\u1e96 \u01f0\u0323", "small letters compose with their marks");
	folds(FOLD_ALEF, "\u0623\u0654", "\u0627", "a letter that composes is folded again");
	folds(FOLD_MARKS, "\u0645\u06cc\u200c\u0634 5\u0640", "\u0645\u06cc\u0634 5\u0640", "ZWNJ goes with marks; a dash needs punct");
	folds(FOLD_DIGITS, "\u06f1\u0662\u066b\u0665\u066a", "12.5\u066a", "digits and their separators, not signs");
	folds(0, "\u0623\u064e ABC\xff", "\u0623\u064e ABC\xff", "no kind changes nothing, nor does what is not UTF-8");
	ok(fold_code_point(0x0622) == 0x0627 && fold_code_point(0x0640) == FOLD_DROPPED && fold_code_point('A') == 'a', "code points alone");
	ok(fold_kind(SPAN("teh")) == FOLD_TEH && fold_kind(SPAN("te")) == 0, "kinds by name");
	buf_free(&out);
	return done();
}
