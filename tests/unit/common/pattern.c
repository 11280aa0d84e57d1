#include "pattern.h"

#include <stdlib.h>

#include "child.h"

static struct pattern *compiled(struct span source)
{
	return pattern_compile("rules", 3, 4, source);
}

static void compile(const void *argument)
{
	const struct span *source = argument;
	pattern_free(compiled(*source));
}

static void run_away(const void *unused)
{
	static char text[30000];
	struct pattern *pattern = compiled(SPAN("(?:a|a|b)*(?:a|aa)*[cd]"));

	(void)unused;
	memset(text, 'a', sizeof(text));
	for (int i = 0; i < 2; i++)
		if (pattern_search(pattern, (struct span){ text, sizeof(text) }, 0))
			_exit(9);
	pattern_free(pattern);
}

static void test_search(void)
{
	struct pattern *pattern = compiled(SPAN("(?<a>\\w+)-(x)?(\\d*)"));
	struct span text = SPAN("  ab-12  \u0642\u0627\u0644-\0");
	size_t start, end;

	ok(pattern_search(pattern, text, 0), "a match");
	ok(pattern_group(pattern, 0, &start, &end) && start == 2 && end == 7, "the whole match");
	ok(pattern_group(pattern, 1, &start, &end) && start == 2 && end == 4, "a group");
	ok(!pattern_group(pattern, 2, &start, &end), "a group that took no part");
	ok(pattern_group(pattern, 3, &start, &end) && start == 5 && end == 7, "the last group");
	ok(!pattern_group(pattern, 4, &start, &end), "a group that is not there");
	ok(pattern_groups(pattern) == 3, "the number of groups");
	ok(pattern_group_named(pattern, "a") == 1 && pattern_group_named(pattern, "b") == 0, "names of groups");
	ok(pattern_search(pattern, text, 7) && pattern_group(pattern, 1, &start, &end) && start == 9 && end == 15, "\\w knows Arabic letters");
	ok(!pattern_match_at(pattern, text, 0) && pattern_match_at(pattern, text, 2), "a match at a place");
	ok(!pattern_search(pattern, (struct span){ NULL, 0 }, 0), "an empty text without an address");
	pattern_free(pattern);

	pattern = compiled(SPAN("x*"));
	ok(pattern_search(pattern, (struct span){ NULL, 0 }, 0) && pattern_group(pattern, 0, &start, &end) && start == 0 && end == 0, "an empty match");
	pattern_free(pattern);
	pattern = compiled(SPAN("^b"));
	ok(!pattern_search(pattern, SPAN("ab"), 1), "^ is the text's begin, wherever the search begins");
	pattern_free(pattern);
	pattern = compiled(SPAN("(?<=a)b"));
	ok(pattern_match_at(pattern, SPAN("ab"), 1), "a lookbehind sees what is before");
	pattern_free(pattern);
	pattern = compiled(SPAN("\u0661"));
	ok(pattern_search(pattern, SPAN("\0\u0661"), 0), "NUL is data");
	pattern_free(pattern);
	pattern = compiled(SPAN("(?i)\u00C9"));
	ok(pattern_search(pattern, SPAN("\u00E9"), 0), "case without regard to the locale");
	pattern_free(pattern);
	pattern_free(NULL);
}

int main(void)
{
	static const struct span open = SPAN("ab("), bytes = SPAN("a\\Cb"), bad = SPAN("a\xFF");

	test_search();
	ends(compile, &open, 2, "khabar: rules:3: byte 7: missing closing parenthesis\n", "a wrong pattern: its place in the file");
	struct child child = child_run(compile, &bytes);
	ok(child.status == 2 && child.err_len > 25 && memcmp(child.err, "khabar: rules:3: byte 7: ", 25) == 0, "\\C is refused");
	child = child_run(compile, &bad);
	ok(child.status == 2 && child.err_len > 0, "a pattern that is no UTF-8");
	child = child_run(run_away, NULL);
	ok(child.status == 0, "a pattern that would run for ever is stopped");
	ok(child.err_len > 40 && memcmp(child.err, "khabar: rules:3: a text was not searched: ", 42) == 0 &&
	           memchr(child.err, '\n', child.err_len) == child.err + child.err_len - 1,
	   "and said so once");
	return done();
}
