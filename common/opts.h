/*
 * The command line: one table of options a tool, from which --help is made,
 * and which getopt_long(3) reads. --help and --version are every tool's.
 *
 *	static const struct opt options[] = {
 *		{ 'c', "count", NULL, "say how often each row stood" },
 *		{ OPT_LONG, "memory", "SIZE", "hold at most SIZE in memory" },
 *		{ 0 }
 *	};
 *	static const struct tool tool = { "dedupe", "drop rows that repeat ...", options };
 *
 *	struct opts opts;
 *	int key;
 *	opts_start(&opts, &tool, argc, argv);
 *	while ((key = opts_next(&opts)) != 0)
 *		switch (key) { ... opts.arg ... }
 *	input_start(&in, opts.count, opts.operands);
 */
#ifndef KHABAR_OPTS_H
#define KHABAR_OPTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "span.h"

/* Keys of options without a short form start here. */
#define OPT_LONG 256

struct opt {
	int key;          /* the short option's letter, or OPT_LONG + n: each once; 0 ends the table */
	const char *name; /* without the dashes */
	const char *arg;  /* NULL: takes none; "FILE": wants one; "[LIST]": may have one (=LIST) */
	const char *help; /* one line */
};

struct tool {
	const char *name;
	const char *purpose; /* one line, as in the man page's NAME */
	const struct opt *options;
};

struct opts {
	const char *arg;       /* of the option just given, or NULL */
	size_t count;          /* operands, once opts_next() has returned 0 */
	char *const *operands;

	/* private */
	const struct tool *tool;
	int argc;
	char **argv;
	struct option *longs;
	char *shorts;
};

/* Sets the name that messages begin with, and starts reading the options. */
void opts_start(struct opts *opts, const struct tool *tool, int argc, char **argv);

/*
 * The key of the next option, or 0 after the last. Does --help and --version
 * itself and exits; a wrong option exits with STATUS_USAGE and a message.
 */
int opts_next(struct opts *opts);

/* The numbers of arguments; each exits with STATUS_USAGE where the argument of `--name` is none. */
uint64_t opts_uint(const char *name, const char *arg, uint64_t min, uint64_t max);
double opts_real(const char *name, const char *arg, double min, double max);
/* Bytes, with K, M, G or T behind (1024). */
uint64_t opts_size(const char *name, const char *arg);
/* Seconds, with s, m, h, d or w behind, so few that times can be signed and added. */
#define OPTS_DURATION_MAX ((uint64_t)INT64_MAX / 4)
uint64_t opts_duration(const char *name, const char *arg);

#endif
