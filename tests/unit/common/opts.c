#include "opts.h"

#include <getopt.h>

#include "child.h"
#include "output.h"

static const struct opt options[] = {
	{ 'c', "count", NULL, "count them" },
	{ 'n', "number", "N", "a number" },
	{ 'f', "fold", "[LIST]", "fold all, or LIST" },
	{ OPT_LONG, "list", "FILE", "a file" },
	{ 0 },
};
static const struct tool tool = { "mill", "grind grain", options };

/* Reads a command line and writes what it meant. */
static void read_line(const void *argument)
{
	char *const *words = argument;
	char *argv[16] = { 0 };
	int argc = 0, key;
	struct opts opts;

	while (words[argc] != NULL) {
		argv[argc] = words[argc];
		argc++;
	}
	opts_start(&opts, &tool, argc, argv);
	while ((key = opts_next(&opts)) != 0) {
		if (key < OPT_LONG)
			out_char((char)key);
		else
			out_span(SPAN("long"));
		if (opts.arg != NULL) {
			out_char('=');
			out_write(opts.arg, strlen(opts.arg));
		}
		out_char(' ');
	}
	out_char('|');
	for (size_t i = 0; i < opts.count; i++) {
		out_char(' ');
		out_write(opts.operands[i], strlen(opts.operands[i]));
	}
	_exit(out_finish(0));
}

struct line {
	const char *words[8];
	int status;
	const char *out, *err;
};

static const char help[] =
	"usage: mill [OPTION]... [FILE]...\n"
	"grind grain\n"
	"\n"
	"  -c, --count                 count them\n"
	"  -n, --number=N              a number\n"
	"  -f, --fold[=LIST]           fold all, or LIST\n"
	"      --list=FILE             a file\n"
	"  -h, --help                  show this help and exit\n"
	"  -V, --version               show the version and exit\n"
	"\n"
	"Without FILE, or for -, standard input is read. See the man page for more.\n";

static const struct line lines[] = {
	{ { "mill" }, 0, "|", "" },
	{ { "mill", "a", "-c", "b" }, 0, "c | a b", "" },
	{ { "mill", "-cn5", "--list=x", "--list", "y", "-" }, 0, "c n=5 long=x long=y | -", "" },
	{ { "mill", "--fold", "a" }, 0, "f | a", "" },
	{ { "mill", "--fold=marks", "-fyeh" }, 0, "f=marks f=yeh |", "" },
	{ { "mill", "-c", "--", "-c" }, 0, "c | -c", "" },
	{ { "mill", "--num=7" }, 0, "n=7 |", "" },
	{ { "mill", "--help" }, 0, help, "" },
	{ { "mill", "-h" }, 0, help, "" },
	{ { "mill", "--wrong" }, 2, "", "mill: --wrong: no such option; see mill --help\n" },
	{ { "mill", "-c", "-x" }, 2, "c ", "mill: -x: no such option; see mill --help\n" },
	{ { "mill", "-cx" }, 2, "c ", "mill: -x: no such option; see mill --help\n" },
	{ { "mill", "--count=3" }, 2, "", "mill: --count=3: takes no argument; see mill --help\n" },
	{ { "mill", "--list" }, 2, "", "mill: --list: an argument is missing; see mill --help\n" },
	{ { "mill", "--number" }, 2, "", "mill: --number: an argument is missing; see mill --help\n" },
	{ { "mill", "-n" }, 2, "", "mill: -n: an argument is missing; see mill --help\n" },
};

static void test_lines(void)
{
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		const struct line *line = &lines[i];
		char what[128] = "";
		for (size_t k = 0, len = 0; line->words[k] != NULL; k++)
			len += (size_t)snprintf(what + len, sizeof(what) - len, "%s%s", k > 0 ? " " : "", line->words[k]);
		struct child child = child_run(read_line, line->words);
		ok(child.status == line->status, "%s: status %d, got %d", what, line->status, child.status);
		is((struct span){ child.out, child.out_len }, (struct span){ line->out, strlen(line->out) }, what);
		is((struct span){ child.err, child.err_len }, (struct span){ line->err, strlen(line->err) }, what);
	}
}

/* Standard files that are closed are not given to what is opened next. */
static void start_with_closed_files(const void *unused)
{
	char *argv[] = { NULL };
	struct opts opts;

	(void)unused;
	close(STDIN_FILENO);
	close(STDOUT_FILENO);
	opts_start(&opts, &tool, 0, argv);
	_exit(dup(STDERR_FILENO) > STDERR_FILENO && write(STDOUT_FILENO, "x", 1) < 0 && read(STDIN_FILENO, argv, 1) < 0 ? 0 : 9);
}

static void number(const void *arg) { opts_uint("number", arg, 1, 100); }
static void real(const void *arg) { opts_real("number", arg, 0, 1); }
static void size(const void *arg) { opts_size("number", arg); }
static void duration(const void *arg) { opts_duration("number", arg); }

static void test_arguments(void)
{
	static const char *const no_number[] = { "", "x", "1x", "-1", "+1", " 1", "0", "101", "99999999999999999999999", "1.0" };
	static const char *const no_real[] = { "", "x", "0.5x", "2", "-0.1", "nan", "1e999" };
	static const char *const no_size[] = { "", "K", "-1", "1KB", "1Q", "99999999999T", "99999999999999999999" };
	char message[128];

	for (size_t i = 0; i < sizeof(no_number) / sizeof(*no_number); i++) {
		snprintf(message, sizeof(message), "khabar: --number: '%s' is no whole number from 1 to 100\n", no_number[i]);
		ends(number, no_number[i], 2, message, "no whole number");
	}
	for (size_t i = 0; i < sizeof(no_real) / sizeof(*no_real); i++) {
		snprintf(message, sizeof(message), "khabar: --number: '%s' is no number from 0 to 1\n", no_real[i]);
		ends(real, no_real[i], 2, message, "no number");
	}
	for (size_t i = 0; i < sizeof(no_size) / sizeof(*no_size); i++) {
		snprintf(message, sizeof(message), "khabar: --number: '%s' is no size (a number, with K, M, G or T behind)\n", no_size[i]);
		ends(size, no_size[i], 2, message, "no size");
	}
	ends(duration, "5y", 2, "khabar: --number: '5y' is no duration (a number, with s, m, h, d or w behind)\n", "no duration");
	ends(duration, "3000000000000000000s", 2, "khabar: --number: '3000000000000000000s' is too long\n", "a duration that times cannot bear");
	ok(opts_uint("n", "1", 1, 100) == 1 && opts_uint("n", "100", 1, 100) == 100, "whole numbers, limits included");
	ok(opts_uint("n", "18446744073709551615", 0, UINT64_MAX) == UINT64_MAX, "the largest");
	ok(opts_real("n", "0", 0, 1) <= 0 && opts_real("n", "1.0", 0, 1) >= 1, "numbers, limits included");
	ok(opts_size("n", "0") == 0 && opts_size("n", "7") == 7 && opts_size("n", "2k") == 2048 && opts_size("n", "3M") == 3 << 20, "sizes");
	ok(opts_size("n", "16777215T") == UINT64_C(16777215) << 40, "the largest size");
	ok(opts_duration("n", "90") == 90 && opts_duration("n", "90s") == 90 && opts_duration("n", "2m") == 120 && opts_duration("n", "3h") == 10800 &&
	           opts_duration("n", "1d") == 86400 && opts_duration("n", "1W") == 604800,
	   "durations");
}

int main(void)
{
	test_lines();
	struct child child = child_run(start_with_closed_files, NULL);
	ok(child.status == 0, "a closed standard file is not opened as another");
	test_arguments();
	return done();
}
