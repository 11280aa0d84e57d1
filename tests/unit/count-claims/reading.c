/* Tokens are known through their particles, phrases whole; sentences end where they do; numbers have their nouns. */
#include "count-claims/implicit.h"
#include "count-claims/reading.h"
#include "tap.h"

static struct reading reading;

static void read_text(const char *line)
{
	struct row row;

	row_split(&row, (struct span){ line, strlen(line) });
	row_columns(&row);
	reading_read(&reading, &row);
}

static void test_words(void)
{
	read_text("وبالمنظمات قتلى وأصيبوا بالقتل");
	ok(is_at(&reading, 0, IS_BODY), "a word is known behind its particles");
	ok(reading.words.at[0].clitics == (CLITIC_WA | CLITIC_BI | CLITIC_AL), "which are noted");
	ok(lex_at(&reading, 1)->event == EVENT_KILLED && is_at(&reading, 1, IS_VICTIM), "a noun of victims");
	ok(lex_at(&reading, 2)->event == EVENT_WOUNDED && is_at(&reading, 2, IS_VERB), "a verb behind wa-");
	read_text("على حد قول الوزير");
	ok(is_at(&reading, 0, IS_ACCORDING) && reading.words.at[0].words == 3, "a phrase is one entry");
	ok(reading.words.at[1].words == 0 && reading_before(&reading, 3) == 0, "and the token before what follows is its first");
}

static void test_sentences(void)
{
	struct sentence sentence = { 0, 0 };
	size_t count = 0;

	read_text("بلغ 3.5 أمتار. قال د. سمير: نعم! \"كفى.\" ثم مضى");
	while (reading_sentence(&reading, sentence.last, &sentence))
		count++;
	ok(count == 4, "no end in a number or behind one letter, a closing mark belongs to its sentence");
	ok(sentence.last == reading.tokens.count, "the last ends with the text");
}

static void test_names(void)
{
	read_text("d\t1\t1\tLOC:12-18:حلب\tقتل في حلب 5");
	ok(reading.names_count == 1 && name_at(&reading, 2) == &reading.names[0], "a mention is found by its bytes");
	ok(name_at(&reading, 1) == NULL, "and covers its own tokens only");
	read_text("d\t1\t1\tLOC:10-400:x\tقتل في حلب 5");
	ok(reading.names_count == 0, "one that does not fit the text is left out");
}

static void test_nouns(void)
{
	read_text("قتل 3 من الجنود");
	ok(reading.counted_count == 1 && reading.counted[0].noun == 3, "the noun behind a partitive is counted");
	read_text("أصيب 18 في المدينة");
	ok(reading.counted[0].noun == NO_TOKEN, "a preposition is no counted noun");
	read_text("مقتل جندي و3 من الضباط");
	implicit_find(&reading);
	ok(reading.counted_count == 2 && reading.counted[0].implicit && reading.counted[0].noun == 1, "a bare noun is found, in text order");
	ok(decimal_cmp(reading.counted[0].number.low, decimal_from(1)) == 0, "and is one");
}

int main(void)
{
	test_words();
	test_sentences();
	test_names();
	test_nouns();
	reading_free(&reading);
	return done();
}
