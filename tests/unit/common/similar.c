/* similar.h: words of folded text, bags of shingles, the longest shared run. */
#include <stdlib.h>

#include "fold.h"
#include "similar.h"
#include "tap.h"

struct text {
	uint32_t *word;
	size_t cap;
	struct similar_words words;
};

static struct text split(const char *folded)
{
	struct text text = { 0 };
	text.words.count = similar_split((struct span){ folded, strlen(folded) }, &text.word, &text.cap, 0);
	text.words.hash = text.word;
	return text;
}

static double jaccard(const char *a, const char *b)
{
	struct text x = split(a), y = split(b);
	struct similar similar = { 0 };
	similar_prepare(&similar, x.words);
	double value = similar_jaccard(&similar, y.words);
	similar_free(&similar);
	free(x.word);
	free(y.word);
	return value;
}

static double containment(const char *a, const char *b)
{
	struct text x = split(a), y = split(b);
	struct similar similar = { 0 };
	similar_prepare(&similar, x.words);
	double value = similar_containment(&similar, y.words);
	similar_free(&similar);
	free(x.word);
	free(y.word);
	return value;
}

static int numbers_within(const char *a, const char *b)
{
	struct text x = split(a), y = split(b);
	struct similar similar = { 0 };
	similar_prepare(&similar, x.words);
	int within = similar_numbers_within(&similar, y.words);
	similar_free(&similar);
	free(x.word);
	free(y.word);
	return within;
}

static int same_words(const char *a, const char *b)
{
	struct text x = split(a), y = split(b);
	int same = x.words.count == y.words.count && (x.words.count == 0 || memcmp(x.word, y.word, x.words.count * sizeof(*x.word)) == 0);
	free(x.word);
	free(y.word);
	return same;
}

static int near(double a, double b)
{
	return a > b - 1e-9 && a < b + 1e-9;
}

static void words(void)
{
	struct text text = split(" \"ab\", cd-ef  12h3. ");
	ok(text.words.count == 5, "spaces and signs part words, and letters behind digits begin one: %zu", text.words.count);
	ok((text.word[3] & SIMILAR_NUMBER) != 0 && (text.word[0] & SIMILAR_NUMBER) == 0, "digits are marked as a number, letters are not");
	free(text.word);
	ok(same_words("2,500 x", "2500 x"), "thousands are joined");
	ok(same_words("1,234,567", "1234567"), "all of them");
	ok(!same_words("2.5", "25") && !same_words("2,50", "250"), "a point is no separator of thousands, nor are two digits thousands");
	ok(same_words("2,50", "2 50"), "a comma between other numbers parts them");
	ok(same_words("2\xD8\x8C" "500", "2500"), "an Arabic comma joins thousands too");
	ok(same_words("\xD8\xAB\xD9\x84\xD8\xA7\xD8\xAB\xD9\x87", "3"), "a number in a word is its digits");
	ok(same_words("", " .. "), "signs alone are no words");
	ok(same_words("5,", "5") && same_words("5.", "5"), "a separator at the end is none");
}

/* Words and numbers of all lengths, so that they lie every way across the blocks that are read at once. */
static void long_texts(void)
{
	struct buf text = { 0 };
	uint32_t *word = NULL, *alone = NULL;
	size_t cap = 0, alone_cap = 0, count = 0, differ = 0;

	for (size_t len = 1; len < 150; len++) {
		size_t start = text.len;
		for (size_t i = 0; i < len; i++)
			buf_char(&text, len % 7 == 0 ? '7' : len % 2 == 0 ? 'b' : (char)0xD8);
		count = similar_split((struct span){ text.ptr + start, len }, &alone, &alone_cap, count);
		buf_add(&text, " . ", len % 3 + 1);
	}
	size_t all = similar_split(buf_as_span(&text), &word, &cap, 0);
	for (size_t i = 0; i < all && i < count; i++)
		differ += word[i] != alone[i];
	ok(all == count && differ == 0, "a word is the same wherever it stands: %zu and %zu, %zu differ", all, count, differ);
	buf_free(&text);
	free(word);
	free(alone);
}

static void bags(void)
{
	ok(near(jaccard("a b c d", "a b c d"), 1), "equal texts");
	ok(near(jaccard("a b c d", "a b c e"), 2.0 / 4), "two of four pairs");
	ok(near(jaccard("a b a b", "a b"), 1.0 / 3), "a pair that stands twice counts twice");
	ok(near(jaccard("a b", "a b a b"), 1.0 / 3), "either way round");
	ok(similar_pairs_for_jaccard(4, 4, 0.5) == 2 && similar_pairs_for_jaccard(4, 4, 0.51) == 3, "pairs that a Jaccard needs");
	ok(similar_pairs_for_containment(12, 30, 0.7) == 7, "and a containment");
	ok(near(jaccard("a", "a"), 0) && near(jaccard("", "a b"), 0), "texts without pairs are not alike");
	ok(near(containment("a b c d e", "x a b c y"), 1.0 / 3), "one of the three runs of either");
	ok(near(containment("a b c", "x a b c y z"), 1), "the shorter within the longer");
	ok(near(containment("a b", "a b"), 0), "two words are too short to be contained");
	ok(numbers_within("x 5 y 7", "7 z 5 9"), "all numbers stand in the other");
	ok(!numbers_within("x 5 y 7", "5 z 9"), "one does not");
	ok(numbers_within("x y", "5") && numbers_within("5 5", "5"), "none, and the same twice");
}

static void runs(void)
{
	struct text a = split("p q a b c d r s"), b = split("a b x b c d r y q a"), none = split("k l m");
	struct similar_places places = { 0 };
	struct similar_run run = similar_longest_run(&places, a.words, b.words);
	ok(run.words == 4 && run.a == 3 && run.b == 3, "the longest run: %zu words at %zu and %zu", run.words, run.a, run.b);
	run = similar_longest_run(&places, a.words, none.words);
	ok(run.words == 0, "no run where no word is shared");
	run = similar_longest_run(&places, a.words, a.words);
	ok(run.words == 8 && run.a == 0 && run.b == 0, "a text with itself");
	run = similar_longest_run(&places, (struct similar_words){ NULL, 0 }, a.words);
	ok(run.words == 0, "an empty text");
	struct similar_place *kept = places.at;
	similar_longest_run(&places, a.words, b.words);
	ok(places.at == kept, "memory is used again");
	free(places.at);
	free(a.word);
	free(b.word);
	free(none.word);
}

int main(void)
{
	words();
	long_texts();
	bags();
	runs();
	return done();
}
