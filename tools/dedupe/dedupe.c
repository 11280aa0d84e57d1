/*
 * dedupe: drop the rows whose text repeats an earlier row, exactly or nearly.
 *
 * Texts are compared in the folded form. A row is nearly a copy of an earlier
 * one where their words are alike (near.h); one whose numbers differ is an
 * update and stays. Rows keep their order, and the first of equal rows stays.
 */
#include <stdlib.h>
#include <time.h>

#include "documents.h"
#include "err.h"
#include "exact.h"
#include "filter.h"
#include "keys.h"
#include "opts.h"
#include "output.h"
#include "store.h"
#include "banned.h"

enum { OPT_DROP_UPDATES = OPT_LONG, OPT_MEMORY, OPT_TIME, OPT_WINDOW, OPT_INDEX, OPT_EXPIRE, OPT_INFO, OPT_KEYS, OPT_JOIN, OPT_FIRST };

static const struct opt options[] = {
	{ 'e', "exact", NULL, "drop exact repeats only" },
	{ 't', "threshold", "T", "copies share at least T of their word pairs (0.35)" },
	{ OPT_DROP_UPDATES, "drop-updates", NULL, "drop copies whose numbers differ too" },
	{ 'g', "groups", NULL, "keep all rows, with the columns first and verdict" },
	{ 'p', "pairs", NULL, "write who repeats whom, how much and where" },
	{ 'd', "documents", NULL, "write how much of each document stands in an earlier one" },
	{ 'c', "count", NULL, "write how often each row stood, when all are read" },
	{ OPT_TIME, "time", "COL", "column COL is the row's time (ISO 8601)" },
	{ OPT_WINDOW, "window", "TIME", "compare rows at most TIME apart, such as 7d" },
	{ OPT_MEMORY, "memory", "SIZE", "hold at most SIZE in memory (1G)" },
	{ OPT_INDEX, "index", "DIR", "remember rows in DIR from run to run" },
	{ OPT_EXPIRE, "expire", "TIME", "forget rows of the index that are older, such as 30d" },
	{ OPT_INFO, "info", NULL, "check the index and say what it holds" },
	{ OPT_KEYS, "keys", NULL, "write rows under their keys, to be sorted and joined" },
	{ OPT_FIRST, "first", "N", "number the rows of keys from N on (1)" },
	{ OPT_JOIN, "join", NULL, "read sorted keys, write the pairs" },
	{ 0 },
};

static const struct tool tool = { "dedupe", "drop rows that repeat an earlier row, exactly or nearly", options };

struct settings {
	size_t memory;
	int64_t window, expire;
	const char *index;
	enum job { JOB_FILTER, JOB_DOCUMENTS, JOB_INFO, JOB_KEYS, JOB_JOIN } job;
	uint64_t first;
};

static void set_mode(struct filter *filter, enum mode mode)
{
	if (filter->mode != MODE_DROP && filter->mode != mode)
		die(STATUS_USAGE, "only one of --groups, --pairs and --count can be given");
	filter->mode = mode;
}

static void set_job(struct settings *settings, enum job job)
{
	if (settings->job != JOB_FILTER && settings->job != job)
		die(STATUS_USAGE, "only one of --documents, --info, --keys and --join can be given");
	settings->job = job;
}

/* What else can be given with a job that takes another way than the filter: short letters or OPT_ numbers, 0 behind the last. */
static const struct job_options {
	const char *name;
	int options[6];
} job_options[] = {
	[JOB_DOCUMENTS] = { "documents", { 'd', 'p', OPT_MEMORY } },
	[JOB_INFO] = { "info", { OPT_INFO, OPT_INDEX } },
	[JOB_KEYS] = { "keys", { OPT_KEYS, 'e', OPT_FIRST } },
	[JOB_JOIN] = { "join", { OPT_JOIN, 't', OPT_TIME, OPT_WINDOW } },
};

/* Options that would do nothing are refused: who gives one expects something of it. */
static void check_job(enum job job, uint64_t given)
{
	const struct job_options *with = &job_options[job];

	for (size_t i = 0; with->name != NULL && options[i].name != NULL; i++) {
		bool known = false;
		for (const int *key = with->options; *key != 0; key++)
			known |= *key == options[i].key;
		if ((given >> i & 1) != 0 && !known)
			die(STATUS_USAGE, "--%s does nothing with --%s", options[i].name, with->name);
	}
}

static uint64_t bit_of(int key)
{
	uint64_t bit = 1;
	for (size_t i = 0; options[i].name != NULL && options[i].key != key; i++)
		bit <<= 1;
	return bit;
}

static void check_options(const struct filter *filter, const struct settings *settings, uint64_t given)
{
	check_job(settings->job, given);
	if (settings->window != 0 && filter->time_column == 0)
		die(STATUS_USAGE, "--window needs --time");
	if (settings->job != JOB_KEYS && (given & bit_of(OPT_FIRST)) != 0)
		die(STATUS_USAGE, "--first needs --keys");
	if (filter->exact && (given & (bit_of('t') | bit_of(OPT_DROP_UPDATES))) != 0)
		die(STATUS_USAGE, "--threshold and --drop-updates do nothing with --exact");
	if ((settings->expire != 0 || settings->job == JOB_INFO) && settings->index == NULL)
		die(STATUS_USAGE, "--expire and --info need --index");
}

static void read_options(struct filter *filter, struct settings *settings, struct opts *opts)
{
	uint64_t given = 0; /* a bit for each of the options */
	int key;

	while ((key = opts_next(opts)) != 0) {
		given |= bit_of(key);
		switch (key) {
		case 'e': filter->exact = true; break;
		case 't': filter->near.threshold = opts_real("threshold", opts->arg, 0.01, 1); break;
		case 'g': set_mode(filter, MODE_GROUPS); break;
		case 'p': set_mode(filter, MODE_PAIRS); break;
		case 'd': set_job(settings, JOB_DOCUMENTS); break;
		case 'c': set_mode(filter, MODE_COUNT); break;
		case OPT_DROP_UPDATES: filter->drop_updates = true; break;
		case OPT_TIME: filter->time_column = opts_uint("time", opts->arg, 1, UINT32_MAX); break;
		case OPT_WINDOW: settings->window = (int64_t)opts_duration("window", opts->arg); break;
		case OPT_MEMORY: settings->memory = opts_size("memory", opts->arg); break;
		case OPT_INDEX: settings->index = opts->arg; break;
		case OPT_EXPIRE: settings->expire = (int64_t)opts_duration("expire", opts->arg); break;
		case OPT_INFO: set_job(settings, JOB_INFO); break;
		case OPT_KEYS: set_job(settings, JOB_KEYS); break;
		case OPT_JOIN: set_job(settings, JOB_JOIN); break;
		case OPT_FIRST: settings->first = opts_uint("first", opts->arg, 1, UINT32_MAX * UINT64_C(1000000)); break;
		}
	}
	check_options(filter, settings, given);
	if (settings->job == JOB_INFO && opts->count > 0)
		die(STATUS_USAGE, "--info reads no FILE");
}

/* Rows are written before the index is changed: after a crash between, they come again, and none is lost. */
static int run_with_index(struct filter *filter, const struct settings *settings, struct input *in)
{
	struct index index = index_new(settings->memory, settings->window);
	struct store *store = NULL;
	int status = STATUS_OK;

	index.expire = settings->expire;
	if (settings->index != NULL) {
		store = store_open(settings->index, &index);
		filter->keeps_index = true;
		filter->time = index.clock;
	}
	if (settings->job == JOB_DOCUMENTS)
		documents_run(&index, in, filter->mode == MODE_PAIRS);
	else if (settings->job == JOB_JOIN)
		status = join_run(filter, &index, in);
	else
		filter_run(filter, &index, in);
	if (store != NULL) {
		out_flush();
		store_commit(store, &index);
	}
	index_free(&index);
	return status;
}

static int run(struct filter *filter, const struct settings *settings, struct input *in)
{
	if (settings->job == JOB_KEYS)
		keys_run(in, filter->exact, settings->first);
	else if (settings->job == JOB_FILTER && filter->exact && filter->mode == MODE_DROP && settings->window == 0 && settings->index == NULL)
		exact_run(in, settings->memory);
	else
		return run_with_index(filter, settings, in);
	return STATUS_OK;
}

int main(int argc, char **argv)
{
	struct filter filter = { .near.threshold = SIMILAR_JACCARD, .time = RECORD_NO_TIME };
	struct settings settings = { .memory = (size_t)1 << 30, .first = 1 };
	struct opts opts;
	struct input in = { 0 };

	opts_start(&opts, &tool, argc, argv);
	read_options(&filter, &settings, &opts);
	if (settings.job == JOB_INFO)
		return out_finish(store_info(settings.index));
	input_start(&in, opts.count, opts.operands);
	int done = run(&filter, &settings, &in), status = input_status(&in);
	input_free(&in);
	return out_finish(done > status ? done : status);
}
