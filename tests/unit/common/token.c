#include "token.h"

#include "hash.h"
#include "tap.h"

/* Tokens as KIND:fold, a space before those that are spaced: w word, n number, s sign. */
static void shape(struct span text, const char *want, const char *what)
{
	struct tokens t = { 0 };
	struct buf got = { 0 };

	tokens_read(&t, text);
	for (size_t i = 0; i < t.count; i++) {
		if (t.at[i].spaced)
			buf_char(&got, ' ');
		buf_char(&got, "wns"[t.at[i].kind]);
		buf_char(&got, ':');
		buf_span(&got, token_fold(&t, i));
	}
	is(buf_as_span(&got), (struct span){ want, strlen(want) }, what);
	buf_free(&got);
	tokens_free(&t);
}

static void test_shapes(void)
{
	shape(SPAN(""), "", "nothing");
	shape(SPAN(" \t\u00A0\n"), "", "white space of every kind");
	shape(SPAN("قُتِلَ رجلٌ."), " w:قتل w:رجلs:.", "marks are dropped from the fold");
	shape(SPAN("أإآٱ ى ة ؤئ"), " w:اااا w:ي w:ه w:ءء", "letters are folded");
	shape(SPAN("2,500"), " n:2s:,n:500", "separators are signs");
	shape(SPAN("٣٫٥٪"), " n:3s:.n:5s:%", "Arabic-Indic digits and signs");
	shape(SPAN("12شرطيا"), " n:12w:شرطيا", "a letter behind a digit begins a word that is not spaced");
	shape(SPAN("ب12"), " w:بn:12", "a digit behind a letter begins a number");
	shape(SPAN("كـتـاب"), " w:كتاب", "tatweel inside a word goes");
	shape(SPAN("ـ 5"), " s:- n:5", "tatweel alone is a dash");
	shape(SPAN("\u064E5"), " n:5", "a mark on nothing is no token");
	shape(SPAN("(قال)، \"نعم\"؟"), " s:(w:قالs:)s:, s:\"w:نعمs:\"s:?", "signs are tokens of their own");
	shape(SPAN("«نعم»"), " s:\"w:نعمs:\"", "quotes are folded");
	shape(SPAN("Ünal's"), " w:ünals:'w:s", "Latin words, in lower case");
	shape(SPAN("a\xFF\xD8"), " w:as:\uFFFDs:\uFFFD", "bad UTF-8 is a sign a maximal subpart");
	shape(SPAN("a\0b"), " w:a w:b", "NUL parts words");
	shape(SPAN("می\u200Cخواهد"), " w:ميخواهد", "a ZWNJ is no sign");
	shape(SPAN("😀😀"), " s:😀s:😀", "a sign is one code point");
}

static void test_ranges(void)
{
	struct tokens t = { 0 };

	tokens_read(&t, SPAN(" قُتل 12"));
	ok(t.count == 2 && t.at[0].start == 1 && t.at[0].end == 9, "bytes of a word, its marks with it");
	ok(t.at[1].start == 10 && t.at[1].end == 12, "bytes of a number");
	ok(t.at[0].hash == hash_bytes("قتل", 6), "the hash is that of the fold");
	ok(t.at[0].sign == 0, "a word is no sign");
	tokens_read(&t, SPAN("؟"));
	ok(t.count == 1 && t.at[0].sign == '?' && t.at[0].end == 2, "a sign's folded code point; read again, it starts anew");
	struct token *before = t.at;
	for (int i = 0; i < 100; i++)
		tokens_read(&t, SPAN("a b c"));
	ok(t.at == before && t.count == 3, "once warm, nothing is allocated");
	tokens_free(&t);
}

/* Tokens lie in order, inside the text, and cover all of it but white space, marks and what is dropped. */
static void test_cover(void)
{
	struct tokens t = { 0 };
	char text[64];
	uint64_t state = 88172645463325252u;
	size_t wrong = 0;

	for (int round = 0; round < 20000; round++) {
		size_t len = (size_t)(round % (int)sizeof(text)), end = 0;
		for (size_t i = 0; i < len; i++) {
			state ^= state << 13;
			state ^= state >> 7;
			state ^= state << 17;
			text[i] = (char)(state % 3 == 0 ? 0xD9 : state >> 8);
		}
		tokens_read(&t, (struct span){ text, len });
		for (size_t i = 0; i < t.count; i++) {
			wrong += t.at[i].start < end || t.at[i].end <= t.at[i].start || t.at[i].end > len;
			wrong += t.at[i].fold + t.at[i].fold_len > t.fold.len;
			wrong += t.at[i].spaced && i > 0 && t.at[i].start == end;
			end = t.at[i].end;
		}
	}
	ok(wrong == 0, "in any bytes, tokens lie in order and inside");
	tokens_free(&t);
}

int main(void)
{
	test_shapes();
	test_ranges();
	test_cover();
	return done();
}
