/*
 * train: learn the model of tag-entities from BIO data.
 *
 * Reads files of a token and a tag a line (corpus.h) and writes the model
 * that is compiled in. With --folds the first file is parted by position,
 * each part is tagged by a model of all the rest, and the scores are printed.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "corpus.h"
#include "crf.h"
#include "dictionary.h"
#include "err.h"
#include "mem.h"
#include "opts.h"
#include "output.h"
#include "tagger.h"
#include "banned.h"

enum { KEY_FOLDS = OPT_LONG, KEY_TEST, KEY_EPOCHS, KEY_VARIANCE, KEY_KEEP, KEY_UNLISTED, KEY_ROUNDS, KEY_FREE, KEY_DICTIONARY };

static const struct opt options[] = {
	{ 'o', "output", "FILE", "write the model to FILE" },
	{ KEY_FOLDS, "folds", "N", "score the first file by cross-validation in N parts" },
	{ KEY_TEST, "test", "FILE", "score the model on FILE" },
	{ KEY_EPOCHS, "epochs", "N", "read the data N times (20)" },
	{ KEY_VARIANCE, "variance", "X", "of the weights' prior: larger keeps closer to the data (0.3)" },
	{ KEY_KEEP, "keep", "X", "leave out features whose weights are all below X (0.02)" },
	{ KEY_UNLISTED, "unlisted", "X", "hide this share of the lists' words (0.2)" },
	{ KEY_ROUNDS, "rounds", "N", "learn N times, hiding others each time, and average (12)" },
	{ KEY_FREE, "free", NULL, "score the model alone: no rule or list is sure, as the corpus may draw mentions otherwise" },
	{ KEY_DICTIONARY, "dictionary", "FILE", "make the dictionary of hunspell's FILE instead, for --output" },
	{ 0 }
};
static const struct tool tool = { "train", "learn the model of tag-entities", options };

static bool free_model;

struct tally {
	uint64_t hits, wanted, given;
};

static void count_sentence(const struct sentence *s, const unsigned char *tags, struct tally tally[TYPES])
{
	size_t n = s->tokens.count;

	for (size_t i = 0; i < n; i++) {
		unsigned type = tags[i] % 2 == 1 ? (tags[i] - 1u) / 2 : TYPES;
		size_t end = i + 1;
		while (type < TYPES && end < n && tags[end] == TAG_INSIDE(type))
			end++;
		const struct found *found = s->covered[i] >= 0 && s->found[s->covered[i]].first == i ? &s->found[s->covered[i]] : NULL;
		if (type < TYPES)
			tally[type].wanted++;
		if (found != NULL)
			tally[found->type].given++;
		if (type < TYPES && found != NULL && found->type == type && found->end == end)
			tally[type].hits++;
	}
}

static void score_sentences(const struct corpus *corpus, const unsigned char *which, const struct model *model, struct tally tally[TYPES])
{
	static struct memory memory;
	struct words words;
	struct sentence s = { 0 };

	memory_clear(&memory);
	words_start(&words, NULL, model);
	words.free = free_model;
	for (size_t i = 0; i < corpus->count; i++) {
		if (which[i] == 0)
			continue;
		tagger_find(&words, &memory, NULL, &s, corpus_text(corpus, i));
		count_sentence(&s, corpus_tags(corpus, i), tally);
	}
	words_free(&words);
	sentence_free(&s);
}

static void print_score(const char *name, struct tally t)
{
	double p = t.given > 0 ? (double)t.hits / (double)t.given : 0, r = t.wanted > 0 ? (double)t.hits / (double)t.wanted : 0;

	printf("%-5s P %.3f  R %.3f  F1 %.3f  (%llu of %llu, %llu given)\n", name, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0,
	       (unsigned long long)t.hits, (unsigned long long)t.wanted, (unsigned long long)t.given);
}

static void print_tally(const struct tally tally[TYPES])
{
	static const char *const names[TYPES] = { "PER", "LOC", "ORG" };
	struct tally all = { 0 };

	for (unsigned t = 0; t < TYPES; t++) {
		print_score(names[t], tally[t]);
		all.hits += tally[t].hits;
		all.wanted += tally[t].wanted;
		all.given += tally[t].given;
	}
	print_score("all", all);
	fflush(stdout);
}

static void cross_validate(const struct corpus *corpus, size_t first_file, unsigned folds, const struct crf_options *crf)
{
	struct tally tally[TYPES] = { 0 };
	unsigned char *held = xcalloc(corpus->count + 1, 1);

	for (unsigned fold = 0; fold < folds; fold++) {
		memset(held, 0, corpus->count);
		for (size_t i = first_file * fold / folds; i < first_file * (fold + 1) / folds; i++)
			held[i] = 1;
		struct model *model = crf_learn(corpus, held, crf);
		score_sentences(corpus, held, model, tally);
		free(model);
	}
	print_tally(tally);
	free(held);
}

static void score_file(const char *path, const struct model *model)
{
	struct corpus corpus = { 0 };
	struct tally tally[TYPES] = { 0 };

	corpus_read(&corpus, path);
	unsigned char *all = xmalloc(corpus.count + 1);
	memset(all, 1, corpus.count);
	score_sentences(&corpus, all, model, tally);
	print_tally(tally);
	free(all);
	corpus_free(&corpus);
}

static void write_file(const char *path, const struct model *model)
{
	FILE *file = fopen(path, "wb");
	size_t size = model_size(model->narrow_mask, model->wide_mask);

	if (file == NULL || fwrite(model, 1, size, file) != size || fclose(file) != 0)
		die_errno(STATUS_FAILED, "%s", path);
}

struct settings {
	struct crf_options crf;
	const char *output, *test, *hunspell;
	unsigned folds;
};

static void read_option(struct settings *to, int key, const char *arg)
{
	switch (key) {
	case 'o':
		to->output = arg;
		break;
	case KEY_FOLDS:
		to->folds = (unsigned)opts_uint("folds", arg, 2, 100);
		break;
	case KEY_TEST:
		to->test = arg;
		break;
	case KEY_EPOCHS:
		to->crf.epochs = (unsigned)opts_uint("epochs", arg, 1, 1000);
		break;
	case KEY_VARIANCE:
		to->crf.variance = opts_real("variance", arg, 0.001, 1000);
		break;
	case KEY_KEEP:
		to->crf.keep = opts_real("keep", arg, 0, 10);
		break;
	case KEY_UNLISTED:
		to->crf.unlisted = opts_real("unlisted", arg, 0, 1);
		break;
	case KEY_ROUNDS:
		to->crf.rounds = (unsigned)opts_uint("rounds", arg, 1, 100);
		break;
	case KEY_FREE:
		free_model = true;
		break;
	case KEY_DICTIONARY:
		to->hunspell = arg;
		break;
	}
}

int main(int argc, char **argv)
{
	struct settings set = { .crf = { .epochs = 20, .variance = 0.3, .keep = 0.02, .unlisted = 0.2, .rounds = 12, .verbose = true } };
	struct corpus corpus = { 0 };
	struct opts opts;
	int key;

	opts_start(&opts, &tool, argc, argv);
	while ((key = opts_next(&opts)) != 0)
		read_option(&set, key, opts.arg);
	if (set.hunspell != NULL && set.output != NULL) {
		dictionary_make(set.hunspell, set.output);
		return out_finish(STATUS_OK);
	}
	if (opts.count == 0)
		die(STATUS_USAGE, "no corpus is given");
	corpus_read(&corpus, opts.operands[0]);
	size_t first_file = corpus.count;
	for (size_t i = 1; i < opts.count; i++)
		corpus_read(&corpus, opts.operands[i]);
	if (set.folds > 0)
		cross_validate(&corpus, first_file, set.folds, &set.crf);
	if (set.output != NULL || set.test != NULL) {
		unsigned char *none = xcalloc(corpus.count + 1, 1);
		struct model *model = crf_learn(&corpus, none, &set.crf);
		if (set.test != NULL)
			score_file(set.test, model);
		if (set.output != NULL)
			write_file(set.output, model);
		free(model);
		free(none);
	}
	corpus_free(&corpus);
	return out_finish(STATUS_OK);
}
