/* Who says so, and how far it reaches: over a sentence, over sentences, not over documents. */
#include "count-claims/claim.h"
#include "tap.h"

static struct span want[8];
static size_t wanted, given;
static const char *what;

static void check(const struct row *row, const struct claim *claim, void *context)
{
	(void)row;
	(void)context;
	if (given < wanted)
		is(claim->cell[CLAIM_SOURCE], want[given], what);
	given++;
}

/* The sources of the claims of a document, one row a line, must be `sources`, joined by `|`. */
static void sources(const char *rows, const char *expected, const char *name)
{
	struct claims claims = { .sink = check };
	struct span rest = { expected, strlen(expected) }, line;

	what = name;
	wanted = given = 0;
	while (span_next(&rest, '|', &want[wanted]))
		wanted++;
	rest = (struct span){ rows, strlen(rows) };
	for (char number[] = "1"; span_next(&rest, '\n', &line); number[0]++) {
		struct row row;
		row_split(&row, line);
		row.par = (struct span){ number, 1 };
		claims_read(&claims, &row);
	}
	ok(given == wanted, "%s: %zu claims", name, wanted);
	claims_free(&claims);
}

int main(void)
{
	sources("قال الناطق الرسمي إن 5 أصيبوا", "الناطق الرسمي", "a spokesman of nobody known");
	sources("أعلنت وزارة الصحة أن 5 أصيبوا\nوأضافت أن 2 توفوا\nوقتل 3", "وزارة الصحة|وزارة الصحة|-", "a verb without a subject goes on, the report does not");
	sources("قتل 3 بحسب الشرطة، بينما تحدث مصدر طبي عن مقتل 4", "الشرطة|مصدر طبي", "back to where a clause begins, and on from there");
	sources("قتل 3. وأصيب 5 وفق السلطات", "-|السلطات", "not back over a sentence");
	sources("نقلت وكالة رويترز عن السلطات أن 3 قتلوا", "السلطات", "who is carried, not who carries");
	sources("نقلت سيارات الإسعاف 3 جثث", "-", "carrying bodies is not reporting");
	sources("باكستان: مقتل 3", "-", "a place before a colon says nothing");
	sources("النيابة: اعتقال 3", "النيابة", "a body before a colon does");
	sources("لم تعلن الشرطة شيئا وقتل 3", "-", "who does not say so is no source");
	return done();
}
