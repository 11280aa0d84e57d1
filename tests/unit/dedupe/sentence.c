/* sentence.h and passage.h: fingerprints, keys, shared passages. */
#include <stdlib.h>

#include "dedupe/passage.h"
#include "dedupe/sentence.h"
#include "tap.h"

static struct span text_of(const char *text)
{
	return (struct span){ text, strlen(text) };
}

static int same(struct fingerprint a, struct fingerprint b)
{
	return a.high == b.high && a.low == b.low;
}

static void prints(void)
{
	char text[80];
	int differ = 1;

	memset(text, 0, sizeof(text));
	for (size_t len = 0; len < 79; len++) {
		struct fingerprint print = fingerprint_of((struct span){ text, len });
		differ &= !same(print, fingerprint_of((struct span){ text, len + 1 }));
		for (size_t i = 0; i < len; i++) {
			text[i] = 1;
			differ &= !same(print, fingerprint_of((struct span){ text, len }));
			text[i] = 0;
		}
	}
	ok(differ, "a byte more and a byte changed give other fingerprints");
}

static void keys(void)
{
	struct sentence a = { 0 }, b = { 0 };

	sentence_fold(&a, text_of("one two three four"));
	sentence_split(&a);
	ok(a.words == 4 && a.keys.count == 0, "four words have no keys");
	sentence_fold(&a, text_of("One two, three four five"));
	sentence_split(&a);
	sentence_fold(&b, text_of("one  two three: four FIVE"));
	sentence_split(&b);
	ok(a.keys.count == 3 && memcmp(&a.keys, &b.keys, sizeof(a.keys)) == 0, "five words have three, whatever stands between");
	ok(!same(a.print, b.print), "but they are not the same text");
	sentence_fold(&a, text_of("a b c a b c a b c a b c"));
	sentence_split(&a);
	ok(a.keys.count == 3 && a.keys.key[0] < a.keys.key[1] && a.keys.key[1] < a.keys.key[2], "each key once, in order");
	sentence_fold(&a, text_of("a b c d e f g h i j k l m n o p q r s t u v w x y z"));
	sentence_split(&a);
	ok(a.keys.count == SENTENCE_KEYS, "a long text has as many as any");
	sentence_free(&a);
	sentence_free(&b);
}

struct document {
	uint32_t *word;
	size_t cap;
	struct similar_words words;
};

static struct document document(const char *text)
{
	struct document d = { 0 };
	d.words.count = similar_split(text_of(text), &d.word, &d.cap, 0);
	d.words.hash = d.word;
	return d;
}

static void expect(const char *text, const char *source, int common, size_t shared, size_t longest, const char *what)
{
	struct document a = document(text), b = document(source);
	struct passages passages = { 0 };
	uint8_t flags[256];

	memset(flags, common, sizeof(flags));
	passages_prepare(&passages, a.words, flags);
	passages_begin(&passages);
	passages_find(&passages, b.words);
	ok(passages.shared == shared && passages.longest == longest, "%s: %zu words, longest %zu", what, passages.shared, passages.longest);
	passages_find(&passages, b.words);
	ok(passages.shared == shared, "%s: found again they count once", what);
	passages_free(&passages);
	free(a.word);
	free(b.word);
}

int main(void)
{
	prints();
	keys();
	expect("x a b c d e f y", "p q a b c d e f", 0, 6, 6, "a run of six words");
	expect("x a b c d e y", "p q a b c d e", 0, 0, 0, "five words are a phrase");
	expect("a b c x d e f", "a b c y z d e f", 0, 7, 3, "a gap in a passage");
	expect("a b c 1 2 3 4 5 d e f", "a b c d e f", 0, 0, 0, "a gap that is too wide");
	expect("n m u a b c d", "n m v w a b c d", 0, 7, 4, "a pair of words before the run");
	expect("a b c d w n m", "a b c d n m", 0, 7, 4, "a pair of words behind it");
	expect("a b c d e f g h", "a b c d e f g h", 1, 0, 0, "common phrases are no passage");
	expect("a b c d e f g h i j k l m n o p q r s t", "a b c d e f g h i j k l m n o p q r s t", 1, 20, 20, "unless they are long");
	expect("", "a b c d e f", 0, 0, 0, "an empty document");
	return done();
}
