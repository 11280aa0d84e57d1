#include "fold.h"

#include "tap.h"

static void test_fold(void)
{
	struct buf out = { 0 };
	fold_text(FOLD_ALL, SPAN("\u0623\u064e\u0644\u0640\u0640\u0641\u060c \u0661\u066c\u0662\u0663\u0664 \u0640 \u0663\u060c\u0665 \u0645\u0645\u0645\u0645"), &out);
	is(buf_as_span(&out), SPAN("\u0627\u0644\u0641, 1,234 - 3\u060c5 \u0645"), "fold");
	buf_free(&out);
}

int main(void)
{
	test_fold();
	return done();
}
