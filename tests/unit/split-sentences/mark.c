#include <stdlib.h>

#include "split-sentences/mark.h"
#include "letters.h"
#include "utf8.h"
#include "tap.h"

static struct span text_of(const char *text)
{
	return (struct span){ text, strlen(text) };
}

/* The search gives what looking at every byte gives, wherever the mark stands in a block. */
static int found_everywhere(uint32_t cp, enum mark_kind kind)
{
	char text[100], mark[4];
	size_t size = utf8_encode(cp, mark);

	for (size_t at = 0; at + size <= sizeof(text); at++) {
		struct mark got;
		memset(text, 'x', sizeof(text));
		memcpy(text + at, mark, size);
		if (!mark_find((struct span){ text, sizeof(text) }, 0, sizeof(text), &got))
			return 0;
		if (got.at != at || got.size != size || got.kind != kind)
			return 0;
		if (mark_find((struct span){ text, sizeof(text) }, at + size, sizeof(text), &got))
			return 0;
		if (mark_find((struct span){ text, sizeof(text) }, 0, at, &got))
			return 0;
	}
	return 1;
}

int main(void)
{
	static const struct {
		uint32_t cp;
		enum mark_kind kind;
	} marks[] = {
		{ '.', MARK_DOT }, { '!', MARK_LOUD }, { '?', MARK_LOUD }, { '"', MARK_QUOTE },
		{ ARABIC_QUESTION_MARK, MARK_LOUD }, { ARABIC_FULL_STOP, MARK_DOT }, { ELLIPSIS, MARK_ELLIPSIS },
		{ LEFT_DOUBLE_GUILLEMET, MARK_QUOTE }, { RIGHT_DOUBLE_GUILLEMET, MARK_QUOTE },
		{ LEFT_DOUBLE_QUOTE, MARK_QUOTE }, { RIGHT_DOUBLE_QUOTE, MARK_QUOTE }, { LOW_DOUBLE_QUOTE, MARK_QUOTE },
		{ EN_DASH, MARK_DASH }, { EM_DASH, MARK_DASH }, { TATWEEL, MARK_DASH },
	};
	struct mark mark;

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		ok(found_everywhere(marks[i].cp, marks[i].kind), "U+%04X is found at every place", (unsigned)marks[i].cp);
	ok(!mark_find(text_of("كلمات بلا علامة، ولا وقف؛ ثم نقطتان:"), 0, 60, &mark), "letters and commas are no marks");
	ok(!mark_find(text_of("\x9F\x94\xC2\xE2\x80\x80\xA6\xD8"), 0, 8, &mark), "pieces of marks are no marks");
	ok(!mark_find(text_of(""), 0, 0, &mark), "nothing has no mark");
	ok(mark_at(text_of("a"), 1).kind == MARK_NONE, "nor has the end");
	return done();
}
