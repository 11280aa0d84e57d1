#include "count-claims/wording.h"
#include "tap.h"

static struct wordings wordings;

static uint32_t add(const char *text)
{
	return wordings_add(&wordings, (struct span){ text, strlen(text) });
}

int main(void)
{
	uint32_t a = add("غرق سبعة بحارة حين انقلب مركبهم قبالة سواحل صور فجر أمس");
	uint32_t b = add("غرق سبعة بحارة حين انقلب مركبهم قبالة سواحل صور، صباح أمس.");
	uint32_t c = add("أعلن خفر السواحل العثور على جثث سبعة من طاقم الزورق المنكوب");
	uint32_t d = add("غَرِق سبعة بحّارة حين انقلب مركبهم، قبالة سواحل صور فجر امس!");

	ok(a == d, "marks, hamza and punctuation make no other wording");
	ok(a != b && a != c, "other words do");
	uint32_t copies[] = { a, b, d };
	ok(wordings_independent(&wordings, copies, 3) == 1, "a light rewording is not independent");
	uint32_t all[] = { c, b, a }, turned[] = { a, b, c };
	ok(wordings_independent(&wordings, all, 3) == 2, "another sentence is");
	ok(wordings_independent(&wordings, turned, 3) == 2, "in any order");
	ok(wordings_independent(&wordings, all, 1) == 1, "one is one");
	ok(wordings_independent(&wordings, all, 0) == 0, "none is none");
	uint32_t e = add(""), f = add("12");
	uint32_t small[] = { e, f };
	ok(wordings_independent(&wordings, small, 2) == 2, "an empty sentence and a number");
	wordings_free(&wordings);
	return done();
}
