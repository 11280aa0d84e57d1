#include <stdlib.h>

#include "split-sentences/context.h"
#include "split-sentences/lists.h"
#include "input.h"
#include "tap.h"

/* What the code relies on in a list: its words are words, and abbreviations are not longer than it looks. */
int main(void)
{
	size_t len, words = 0, wrong = 0;
	char *file = input_slurp("tools/split-sentences/lists/abbreviations.tsv", &len);
	struct span lines = { file, len }, line, forms, form;

	while (span_next(&lines, '\n', &line)) {
		if (line.len == 0 || line.ptr[0] == '#' || !span_next(&line, '\t', &forms))
			continue;
		while (span_next(&forms, '|', &form)) {
			struct span word = word_before(form, form.len, form.len);
			words++;
			wrong += word.len != form.len || word_letters(form) < 2 || word_letters(form) > LONGEST_ABBREVIATION;
			wrong += !word_in(&list_abbreviations, form);
		}
	}
	free(file);
	ok(words > 20 && wrong == 0, "abbreviations are words of 2 to %d letters", LONGEST_ABBREVIATION);
	ok(!word_in(&list_abbreviations, (struct span){ NULL, 0 }), "nothing is no abbreviation");
	return done();
}
