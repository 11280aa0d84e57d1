#include "input.h"

#include <fcntl.h>
#include <stdlib.h>

#include "child.h"
#include "output.h"

static char folder[] = "/tmp/khabar-unit.XXXXXX";

/* Write a file; returns its name, which the caller frees. */
static char *file(const char *name, struct span bytes)
{
	size_t len = strlen(folder) + strlen(name) + 2;
	char *path = malloc(len);

	if (path == NULL)
		exit(1);
	snprintf(path, len, "%s/%s", folder, name);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (fd < 0 || write(fd, bytes.ptr, bytes.len) != (ssize_t)bytes.len)
		exit(1);
	close(fd);
	return path;
}

static void remove_file(char *path)
{
	unlink(path);
	free(path);
}

static void test_lines(void)
{
	char *operands[] = { file("a", SPAN("one\n\n\0two\r\nlast")), file("empty", SPAN("")), file("b", SPAN("x\n")) };
	struct input in = { 0 };
	struct span line;

	input_start(&in, 3, operands);
	ok(input_line(&in, &line) && in.line == 1, "a first line");
	is(line, SPAN("one"), "without its line feed");
	ok(input_line(&in, &line) && line.len == 0 && in.line == 2, "an empty line is a line");
	ok(input_line(&in, &line) && in.line == 3, "a third");
	is(line, SPAN("\0two\r"), "NUL and CR are data");
	ok(input_line(&in, &line), "a last line without a line feed is a line");
	is(line, SPAN("last"), "the last line");
	ok(strcmp(in.name, operands[0]) == 0, "the operand's name");
	ok(input_line(&in, &line) && in.line == 1, "an empty operand has no line, and lines are counted anew");
	is(line, SPAN("x"), "the next operand's line");
	ok(strcmp(in.name, operands[2]) == 0, "and its name");
	ok(!input_line(&in, &line) && !input_line(&in, &line), "the end stays the end");
	ok(input_status(&in) == 0, "all could be read");
	input_free(&in);
	for (size_t i = 0; i < 3; i++)
		remove_file(operands[i]);
}

static void test_long_line(void)
{
	const size_t len = (size_t)3 << 20;
	char *bytes = malloc(len + 3);
	struct input in = { 0 };
	struct span line;

	if (bytes == NULL)
		return;
	memset(bytes, 'x', len);
	memcpy(bytes + len, "\ny\n", 3);
	char *operands[] = { file("long", (struct span){ bytes, len + 3 }) };
	input_start(&in, 1, operands);
	ok(input_line(&in, &line) && line.len == len && line.ptr[len - 1] == 'x', "a line longer than any block");
	ok(input_line(&in, &line) && span_eq(line, SPAN("y")), "and the one behind it");
	input_free(&in);
	remove_file(operands[0]);
	free(bytes);
}

static void test_batches(void)
{
	char *operands[] = { file("a", SPAN("1\n2\n3\n4\n5")), file("b", SPAN("6\n")) };
	struct input in = { 0 };
	struct span lines[3];

	input_start(&in, 2, operands);
	ok(input_lines(&in, lines, 3) == 3 && in.line == 3, "as many lines as there is room for");
	is(lines[2], SPAN("3"), "in their order");
	ok(input_lines(&in, lines, 3) == 1, "what has a line feed");
	ok(input_lines(&in, lines, 3) == 1, "a last line without one");
	is(lines[0], SPAN("5"), "the last line");
	ok(input_lines(&in, lines, 3) == 1 && in.line == 1, "the next operand");
	ok(input_lines(&in, lines, 3) == 0, "the end");
	ok(input_lines(&in, lines, 0) == 0, "room for none");
	input_free(&in);
	remove_file(operands[0]);
	remove_file(operands[1]);
}

static void test_window(void)
{
	char *operands[] = { file("a", SPAN("abc")) };
	struct input in = { 0 };

	input_start(&in, 1, operands);
	ok(input_fill(&in) == 0, "nothing is read before an operand is open");
	ok(input_open(&in) && in.start == in.end, "an open operand's window is empty");
	ok(input_fill(&in) == 3 && in.end - in.start == 3, "filled");
	in.start += 2;
	ok(input_fill(&in) == 0 && in.eof, "the end is found");
	is((struct span){ in.buf + in.start, in.end - in.start }, SPAN("c"), "unused bytes are kept");
	ok(!input_open(&in), "there is no further operand");
	input_free(&in);
	remove_file(operands[0]);
}

/* Reads all operands, writes their lines, and exits with the input's status. */
static void copy(const void *argument)
{
	char *const *operands = argument;
	struct input in = { 0 };
	struct span line;
	size_t count = 0;

	while (operands[count] != NULL)
		count++;
	input_start(&in, count, operands);
	while (input_line(&in, &line)) {
		out_span(line);
		out_char('\n');
	}
	_exit(out_finish(input_status(&in)));
}

static void test_errors(void)
{
	char *good = file("good", SPAN("kept\n"));
	char missing[64], wanted[256], tab[] = "a\tb", bad[] = "a\xFF";
	char *operands[] = { missing, folder, tab, bad, good, NULL };

	snprintf(missing, sizeof(missing), "%s/missing", folder);
	snprintf(wanted, sizeof(wanted), "khabar: %s: No such file or directory\nkhabar: %s: Is a directory\n", missing, folder);
	struct child child = child_run(copy, operands);
	ok(child.status == 1, "an operand that cannot be read: status 1");
	is((struct span){ child.out, child.out_len }, SPAN("kept\n"), "the others are still done");
	ok(child.err_len > strlen(wanted), "there are messages");
	is((struct span){ child.err, strlen(wanted) }, (struct span){ wanted, strlen(wanted) }, "for what is missing and for a folder");
	is((struct span){ child.err + strlen(wanted), child.err_len - strlen(wanted) },
	   SPAN("khabar: a?b: a name with a TAB, a line feed or bad UTF-8 cannot be a document's id\n"
	        "khabar: a\xFF: a name with a TAB, a line feed or bad UTF-8 cannot be a document's id\n"),
	   "for names that cannot be ids");
	remove_file(good);
}

static void slurp(const void *argument)
{
	size_t len;
	free(input_slurp(argument, &len));
}

static void test_slurp(void)
{
	char *path = file("a", SPAN("a\0b\n"));
	size_t len;
	char *bytes = input_slurp(path, &len);

	is((struct span){ bytes, len }, SPAN("a\0b\n"), "a whole file");
	free(bytes);
	remove_file(path);
	ends(slurp, "/nowhere/at/all", 2, "khabar: /nowhere/at/all: No such file or directory\n", "a user's file that is missing");
	ends(slurp, "/", 2, "khabar: /: Is a directory\n", "a user's file that is a folder");
}

int main(void)
{
	if (mkdtemp(folder) == NULL)
		return 1;
	test_lines();
	test_long_line();
	test_batches();
	test_window();
	test_errors();
	test_slurp();
	rmdir(folder);
	return done();
}
