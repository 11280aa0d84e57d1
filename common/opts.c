#include "opts.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

#include "err.h"
#include "mem.h"
#include "output.h"
#include "banned.h"

#ifndef VERSION
#define VERSION "0"
#endif

enum { KEY_HELP = 'h', KEY_VERSION = 'V' };

static const struct opt common[] = {
	{ KEY_HELP, "help", NULL, "show this help and exit" },
	{ KEY_VERSION, "version", NULL, "show the version and exit" },
};
#define COMMON (sizeof(common) / sizeof(common[0]))

static size_t table_length(const struct opt *table)
{
	size_t n = 0;
	while (table[n].key != 0)
		n++;
	return n;
}

static const struct opt *option_at(const struct tool *tool, size_t i)
{
	size_t own = table_length(tool->options);
	return i < own ? &tool->options[i] : i < own + COMMON ? &common[i - own] : NULL;
}

static int argument_kind(const struct opt *opt)
{
	return opt->arg == NULL ? no_argument : opt->arg[0] == '[' ? optional_argument : required_argument;
}

/*
 * A standard file that was closed would be the number of the next file opened:
 * rows would go into an operand or an index. /dev/null takes its place, opened
 * the wrong way round, so that using it fails as it did.
 */
static void reserve_standard_files(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
			exit(STATUS_FAILED);
}

void opts_start(struct opts *opts, const struct tool *tool, int argc, char **argv)
{
	size_t n = table_length(tool->options) + COMMON, s = 0;

	err_set_tool(tool->name);
	reserve_standard_files();
	*opts = (struct opts){ .tool = tool, .argc = argc, .argv = argv };
	opts->longs = xcalloc(n + 1, sizeof(*opts->longs));
	opts->shorts = xcalloc(3 * n + 2, 1);
	opts->shorts[s++] = ':'; /* a missing argument is told apart from an unknown option */
	for (size_t i = 0; i < n; i++) {
		const struct opt *opt = option_at(tool, i);
		opts->longs[i] = (struct option){ opt->name, argument_kind(opt), NULL, opt->key };
		if (opt->key >= OPT_LONG)
			continue;
		opts->shorts[s++] = (char)opt->key;
		for (int colons = argument_kind(opt); colons > 0; colons--)
			opts->shorts[s++] = ':';
	}
	opterr = 0;
	optind = 1;
}

static void write_padded(const char *text, size_t len, size_t width)
{
	out_write(text, len);
	for (; len < width; len++)
		out_char(' ');
}

static void show_help(const struct tool *tool)
{
	const struct opt *opt;

	out_span(SPAN("usage: "));
	out_write(tool->name, strlen(tool->name));
	out_span(SPAN(" [OPTION]... [FILE]...\n"));
	out_write(tool->purpose, strlen(tool->purpose));
	out_span(SPAN("\n\n"));
	for (size_t i = 0; (opt = option_at(tool, i)) != NULL; i++) {
		char left[64] = "      --";
		size_t len = 8, room = sizeof(left) - 4;
		if (opt->key < OPT_LONG) {
			left[2] = '-';
			left[3] = (char)opt->key;
			left[4] = ',';
		}
		for (const char *c = opt->name; *c != '\0' && len < room; c++)
			left[len++] = *c;
		if (opt->arg != NULL) {
			bool maybe = opt->arg[0] == '[';
			if (maybe)
				left[len++] = '[';
			left[len++] = '=';
			for (const char *c = opt->arg + maybe; *c != '\0' && len < room; c++)
				left[len++] = *c;
		}
		write_padded(left, len, 28);
		out_span(SPAN("  "));
		out_write(opt->help, strlen(opt->help));
		out_char('\n');
	}
	out_span(SPAN("\nWithout FILE, or for -, standard input is read. See the man page for more.\n"));
}

static void show_version(const struct tool *tool)
{
	out_write(tool->name, strlen(tool->name));
	out_span(SPAN(" (khabar) " VERSION "\n"));
}

static _Noreturn void finish(struct opts *opts)
{
	free(opts->longs);
	free(opts->shorts);
	exit(out_finish(STATUS_OK));
}

/*
 * Whether the option that getopt_long(3) refused was a long one. It leaves 0
 * in optopt for one that it does not know, and else the option's key, which
 * may be a letter: then the word before optind tells.
 */
static bool refused_long(const struct opts *opts)
{
	const char *word = opts->argv[optind - 1];

	if (optopt == 0 || optopt >= OPT_LONG)
		return true;
	for (const struct option *known = opts->longs; known->name != NULL; known++)
		if (known->val == optopt)
			return strncmp(word, "--", 2) == 0 && strncmp(word + 2, known->name, strcspn(word + 2, "=")) == 0;
	return false;
}

static _Noreturn void refuse(const struct opts *opts, const char *why)
{
	if (refused_long(opts))
		die(STATUS_USAGE, "%s: %s; see %s --help", opts->argv[optind - 1], why, opts->tool->name);
	die(STATUS_USAGE, "-%c: %s; see %s --help", optopt, why, opts->tool->name);
}

int opts_next(struct opts *opts)
{
	int key = getopt_long(opts->argc, opts->argv, opts->shorts, opts->longs, NULL);

	opts->arg = optarg;
	switch (key) {
	case -1:
		opts->operands = opts->argv + optind;
		opts->count = (size_t)(opts->argc - optind);
		free(opts->longs);
		free(opts->shorts);
		return 0;
	case KEY_HELP:
		show_help(opts->tool);
		finish(opts);
	case KEY_VERSION:
		show_version(opts->tool);
		finish(opts);
	case ':':
		refuse(opts, "an argument is missing");
	case '?':
		refuse(opts, optopt != 0 && refused_long(opts) ? "takes no argument" : "no such option");
	default:
		return key;
	}
}

uint64_t opts_uint(const char *name, const char *arg, uint64_t min, uint64_t max)
{
	char *end;

	errno = 0;
	unsigned long long value = strtoull(arg, &end, 10);
	if (arg[0] < '0' || arg[0] > '9' || *end != '\0' || errno != 0 || value < min || value > max)
		die(STATUS_USAGE, "--%s: '%s' is no whole number from %llu to %llu", name, arg,
		    (unsigned long long)min, (unsigned long long)max);
	return value;
}

double opts_real(const char *name, const char *arg, double min, double max)
{
	char *end;

	errno = 0;
	double value = strtod(arg, &end);
	if (end == arg || *end != '\0' || errno != 0 || !(value >= min && value <= max))
		die(STATUS_USAGE, "--%s: '%s' is no number from %g to %g", name, arg, min, max);
	return value;
}

struct unit {
	char letter;
	uint64_t factor;
};

static uint64_t with_unit(const char *name, const char *arg, const struct unit *units, const char *wanted)
{
	char *end;

	errno = 0;
	unsigned long long value = strtoull(arg, &end, 10);
	if (arg[0] >= '0' && arg[0] <= '9' && errno == 0) {
		if (*end == '\0')
			return value;
		for (; units->letter != '\0'; units++)
			if ((*end == units->letter || *end == units->letter + ('a' - 'A')) && end[1] == '\0' &&
			    value <= UINT64_MAX / units->factor)
				return value * units->factor;
	}
	die(STATUS_USAGE, "--%s: '%s' is no %s", name, arg, wanted);
}

uint64_t opts_size(const char *name, const char *arg)
{
	static const struct unit units[] = {
		{ 'K', UINT64_C(1) << 10 }, { 'M', UINT64_C(1) << 20 }, { 'G', UINT64_C(1) << 30 }, { 'T', UINT64_C(1) << 40 }, { 0, 0 },
	};
	return with_unit(name, arg, units, "size (a number, with K, M, G or T behind)");
}

uint64_t opts_duration(const char *name, const char *arg)
{
	static const struct unit units[] = {
		{ 'S', 1 }, { 'M', 60 }, { 'H', 3600 }, { 'D', 86400 }, { 'W', 604800 }, { 0, 0 },
	};
	uint64_t seconds = with_unit(name, arg, units, "duration (a number, with s, m, h, d or w behind)");
	if (seconds > OPTS_DURATION_MAX)
		die(STATUS_USAGE, "--%s: '%s' is too long", name, arg);
	return seconds;
}
