#include "count-claims/intern.h"
#include "tap.h"

int main(void)
{
	struct intern in = { 0 };
	char name[8] = "n";
	int fine = 1;

	ok(intern_id(&in, SPAN("a")) == 0 && intern_id(&in, SPAN("")) == 1 && intern_id(&in, SPAN("a")) == 0, "numbers in the order of coming");
	is(intern_text(&in, 0), SPAN("a"), "the string of a number");
	is(intern_text(&in, 1), SPAN(""), "an empty string");
	for (unsigned i = 0; i < 5000; i++) {
		memcpy(name + 1, &i, sizeof(i));
		fine &= intern_id(&in, (struct span){ name, 5 }) == i + 2;
	}
	for (unsigned i = 0; i < 5000; i++) {
		memcpy(name + 1, &i, sizeof(i));
		fine &= intern_id(&in, (struct span){ name, 5 }) == i + 2 && span_eq(intern_text(&in, i + 2), (struct span){ name, 5 });
	}
	ok(fine, "five thousand, with NUL in them");
	intern_free(&in);
	return done();
}
