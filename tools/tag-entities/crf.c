#include "crf.h"

#include <math.h>
#include <stdlib.h>

#include "err.h"
#include "learnt.h"
#include "mem.h"
#include "tagger.h"
#include "banned.h"

/* The rows of a distinct word, hint or edge for each offset: list[starts[k]..starts[k+1]). */
struct unit {
	uint32_t *list;
	uint32_t starts[WORD_OFFSETS + 1];
};

#define EDGE 0 /* units: the edge, the hints, the words */
#define HINT(h) (1 + (h))
#define RECALL(r) (1 + WORD_HINTS + (r))

struct crf {
	struct rows rows;
	struct unit *units;
	size_t units_count, units_cap;
	uint64_t *word_hashes; /* open addressing: a word's hash and its unit */
	uint32_t *word_units;
	size_t words_mask;
	/* for each token of the corpus its word's unit, its hint and its recall */
	uint32_t *unit_of;
	uint8_t *hint_of, *recall_of;
	lanes *weights, *average;
	double transitions[TAGS][TAGS], average_transitions[TAGS][TAGS];
	double scale;
};

static uint32_t row_for(struct rows *rows, uint64_t key)
{
	size_t i = hash_mix(key, HASH_P2) & rows->mask;

	while (rows->keys[i] != 0 && rows->keys[i] != key)
		i = (i + 1) & rows->mask;
	if (rows->keys[i] == 0) {
		if (rows->count * 2 > rows->mask)
			die(STATUS_FAILED, "too many features");
		rows->keys[i] = key;
		rows->row[i] = (uint32_t)rows->count++;
	}
	return rows->row[i];
}

static void add_unit(struct crf *crf, const struct feature *features, size_t n)
{
	struct unit unit = { .list = xcalloc(n * WORD_OFFSETS + 1, sizeof(uint32_t)) };
	uint32_t used = 0;

	for (unsigned k = 0; k < WORD_OFFSETS; k++) {
		unit.starts[k] = used;
		for (size_t f = 0; f < n; f++)
			if ((features[f].offsets >> k & 1) != 0)
				unit.list[used++] = row_for(&crf->rows, row_key(&features[f], k));
	}
	unit.starts[WORD_OFFSETS] = used;
	crf->units = xgrow(crf->units, &crf->units_cap, crf->units_count + 1, sizeof(unit));
	crf->units[crf->units_count++] = unit;
}

static uint32_t unit_of_word(struct crf *crf, const struct word *word, struct span fold)
{
	struct feature features[FEATURES_MAX];
	size_t i = word->hash & crf->words_mask;

	uint64_t hash = fold.len > 0 ? hash_bytes(fold.ptr, fold.len) | 1 : 1;
	while (crf->word_hashes[i] != 0 && crf->word_hashes[i] != hash)
		i = (i + 1) & crf->words_mask;
	if (crf->word_hashes[i] == 0) {
		crf->word_hashes[i] = hash;
		crf->word_units[i] = (uint32_t)crf->units_count;
		struct clitic_cut cuts[CLITIC_CUTS];
		struct dictionary_reading readings[DICTIONARY_READINGS];
		size_t n = dictionary_read(fold, cuts, clitic_cuts(fold, cuts), readings);
		add_unit(crf, features, features_of_word(word, fold, readings, n, features));
	}
	return crf->word_units[i];
}

#define CORPUS_WORDS_MAX (1u << 20)

/* Make room for what all rounds share. */
static void start(struct crf *crf, const struct corpus *corpus)
{
	crf->rows =
	    (struct rows){ xcalloc(LEARNT_ROWS_MAX, sizeof(uint64_t)), xcalloc(LEARNT_ROWS_MAX, sizeof(uint32_t)), LEARNT_ROWS_MAX - 1, 0 };
	crf->word_hashes = xcalloc(CORPUS_WORDS_MAX, sizeof(uint64_t));
	crf->word_units = xcalloc(CORPUS_WORDS_MAX, sizeof(uint32_t));
	crf->words_mask = CORPUS_WORDS_MAX - 1;
	crf->unit_of = xcalloc(corpus->tags.len + 1, sizeof(uint32_t));
	crf->hint_of = xcalloc(corpus->tags.len + 1, 1);
	crf->recall_of = xcalloc(corpus->tags.len + 1, 1);
}

static void forget_units(struct crf *crf)
{
	for (size_t i = 0; i < crf->units_count; i++)
		free(crf->units[i].list);
	crf->units_count = 0;
	memset(crf->word_hashes, 0, CORPUS_WORDS_MAX * sizeof(uint64_t));
}

static void *grown(void *old, size_t from, size_t to)
{
	lanes *grown = aligned_alloc(sizeof(lanes), to * sizeof(lanes));

	if (grown == NULL)
		die(STATUS_FAILED, "no memory");
	if (from > 0)
		memcpy(grown, old, from * sizeof(lanes));
	memset(grown + from, 0, (to - from) * sizeof(lanes));
	free(old);
	return grown;
}

/* Read each sentence as the tagger does and note its units. */
static void prepare(struct crf *crf, const struct corpus *corpus, double unlisted, unsigned round)
{
	struct feature features[FEATURES_MAX];
	static struct memory memory;
	struct words words;
	struct sentence s = { 0 };
	size_t known = crf->rows.count;

	memory_clear(&memory);
	forget_units(crf);
	add_unit(crf, features, features_of_edge(features));
	for (unsigned hint = 0; hint < WORD_HINTS; hint++)
		add_unit(crf, features, features_of_hint(hint, features));
	for (unsigned recall = 0; recall < WORD_RECALLS; recall++)
		add_unit(crf, features, features_of_recall(recall, features));
	words_start(&words, NULL, NULL);
	words.unlisted = unlisted;
	words.unlisted_seed = round;
	for (size_t i = 0; i < corpus->count; i++) {
		tagger_prepare(&words, &memory, &s, corpus_text(corpus, i));
		for (size_t t = 0; t < s.tokens.count; t++) {
			crf->unit_of[corpus->at[i].tags + t] = unit_of_word(crf, s.words[t], token_fold(&s.tokens, t));
			crf->hint_of[corpus->at[i].tags + t] = s.hints[t];
			crf->recall_of[corpus->at[i].tags + t] = s.recalls[t];
		}
		corpus_learn(corpus, i, &s, &memory);
	}
	words_free(&words);
	sentence_free(&s);
	free(crf->weights);
	crf->weights = grown(NULL, 0, crf->rows.count);
	crf->average = grown(crf->average, known, crf->rows.count);
	memset(crf->transitions, 0, sizeof(crf->transitions));
	crf->scale = 1;
}

/* Call `visit` with each list of rows that is active at token t of a sentence. */
static void each_unit(const struct crf *crf, const struct corpus_sentence *at, size_t t,
    void (*visit)(struct crf *, const uint32_t *, size_t, lanes *), struct crf *to, lanes *value)
{
	for (unsigned k = 0; k < WORD_OFFSETS; k++) {
		size_t i = t + k - WORD_REACH;
		const struct unit *unit = &crf->units[i < at->count ? crf->unit_of[at->tags + i] : EDGE];
		visit(to, unit->list + unit->starts[k], unit->starts[k + 1] - unit->starts[k], value);
		if (i < at->count) {
			unit = &crf->units[HINT(crf->hint_of[at->tags + i])];
			visit(to, unit->list + unit->starts[k], unit->starts[k + 1] - unit->starts[k], value);
			unit = &crf->units[RECALL(crf->recall_of[at->tags + i])];
			visit(to, unit->list + unit->starts[k], unit->starts[k + 1] - unit->starts[k], value);
		}
	}
}

static void sum_rows(struct crf *crf, const uint32_t *list, size_t n, lanes *sum)
{
	for (size_t i = 0; i < n; i++)
		*sum += crf->weights[list[i]];
}

static void add_rows(struct crf *crf, const uint32_t *list, size_t n, lanes *change)
{
	for (size_t i = 0; i < n; i++)
		crf->weights[list[i]] += *change;
}

/* What a sentence needs: scores, forward and backward sums, all scaled to sum to one. */
struct chain {
	double (*emission)[TAGS], (*forward)[TAGS], (*backward)[TAGS];
	double *norm;
	size_t cap;
};

static void chain_grow(struct chain *c, size_t n)
{
	size_t cap = c->cap;
	if (n <= cap)
		return;
	c->cap = n * 2;
	c->emission = xrealloc(c->emission, c->cap * sizeof(*c->emission));
	c->forward = xrealloc(c->forward, c->cap * sizeof(*c->forward));
	c->backward = xrealloc(c->backward, c->cap * sizeof(*c->backward));
	c->norm = xrealloc(c->norm, c->cap * sizeof(*c->norm));
}

/* exp of each score, the largest of a token being 1: that leaves all marginals as they are. */
static void emissions(struct crf *crf, const struct corpus_sentence *at, struct chain *c)
{
	for (size_t t = 0; t < at->count; t++) {
		lanes sum = { 0 };
		each_unit(crf, at, t, sum_rows, crf, &sum);
		double top = (double)sum[0];
		for (unsigned j = 1; j < TAGS; j++)
			top = fmax(top, (double)sum[j]);
		for (unsigned j = 0; j < TAGS; j++)
			c->emission[t][j] = exp(((double)sum[j] - top) * crf->scale);
	}
}

static void sweep(const struct corpus_sentence *at, struct chain *c, const double moves[TAGS][TAGS])
{
	size_t n = at->count;

	for (size_t t = 0; t < n; t++) {
		double norm = 0;
		for (unsigned j = 0; j < TAGS; j++) {
			double sum = t == 0 ? moves[0][j] : 0;
			for (unsigned i = 0; i < TAGS && t > 0; i++)
				sum += c->forward[t - 1][i] * moves[i][j];
			norm += c->forward[t][j] = sum * c->emission[t][j];
		}
		c->norm[t] = norm;
		for (unsigned j = 0; j < TAGS; j++)
			c->forward[t][j] /= norm;
	}
	for (unsigned i = 0; i < TAGS; i++)
		c->backward[n - 1][i] = 1;
	for (size_t t = n - 1; t-- > 0;)
		for (unsigned i = 0; i < TAGS; i++) {
			double sum = 0;
			for (unsigned j = 0; j < TAGS; j++)
				sum += moves[i][j] * c->emission[t + 1][j] * c->backward[t + 1][j];
			c->backward[t][i] = sum / c->norm[t + 1];
		}
}

/* One step down the gradient of a sentence's loss. */
static void descend(struct crf *crf, const struct corpus *corpus, size_t sentence, struct chain *c, double rate)
{
	const struct corpus_sentence *at = &corpus->at[sentence];
	const unsigned char *tags = corpus_tags(corpus, sentence);
	double moves[TAGS][TAGS], change[TAGS][TAGS] = { 0 };

	chain_grow(c, at->count);
	emissions(crf, at, c);
	for (unsigned i = 0; i < TAGS; i++)
		for (unsigned j = 0; j < TAGS; j++)
			moves[i][j] = may_follow(i, j) ? exp(crf->transitions[i][j] * crf->scale) : 1e-30;
	sweep(at, c, (const double(*)[TAGS])moves);
	for (size_t t = 0; t < at->count; t++) {
		lanes push = { 0 };
		for (unsigned j = 0; j < TAGS; j++)
			push[j] = (float)((tags[t] == j) - c->forward[t][j] * c->backward[t][j]) * (float)(rate / crf->scale);
		each_unit(crf, at, t, add_rows, crf, &push);
		for (unsigned i = 0; i < TAGS; i++)
			for (unsigned j = 0; j < TAGS; j++) {
				double before = t == 0 ? i == 0 : c->forward[t - 1][i];
				change[i][j] -= before * moves[i][j] * c->emission[t][j] * c->backward[t][j] / c->norm[t];
			}
		change[t == 0 ? 0 : tags[t - 1]][tags[t]] += 1;
	}
	for (unsigned i = 0; i < TAGS; i++)
		for (unsigned j = 0; j < TAGS; j++)
			crf->transitions[i][j] += change[i][j] * rate / crf->scale;
}

static void rescale(struct crf *crf)
{
	for (size_t r = 0; r < crf->rows.count; r++)
		crf->weights[r] *= (float)crf->scale;
	for (unsigned i = 0; i < TAGS; i++)
		for (unsigned j = 0; j < TAGS; j++)
			crf->transitions[i][j] *= crf->scale;
	crf->scale = 1;
}

static void add_to_average(struct crf *crf, double share)
{
	rescale(crf);
	for (size_t r = 0; r < crf->rows.count; r++)
		crf->average[r] += crf->weights[r] * (float)share;
	for (unsigned i = 0; i < TAGS; i++)
		for (unsigned j = 0; j < TAGS; j++)
			crf->average_transitions[i][j] += crf->transitions[i][j] * share;
}

/* The order of an epoch: Fisher and Yates's shuffle of a fixed sequence, so that learning gives the same model again. */
static void shuffle(uint32_t *order, size_t n, uint64_t seed)
{
	for (size_t i = n; i > 1; i--) {
		size_t k = hash_mix(seed + i, HASH_P0) % i;
		uint32_t other = order[k];
		order[k] = order[i - 1];
		order[i - 1] = other;
	}
}

static void learn(struct crf *crf, const struct corpus *corpus, const unsigned char *skip, const struct crf_options *o)
{
	struct chain chain = { 0 };
	uint32_t *order = xcalloc(corpus->count + 1, sizeof(*order));
	size_t n = 0;

	for (size_t i = 0; i < corpus->count; i++)
		if (skip[i] == 0 && corpus->at[i].count > 0)
			order[n++] = (uint32_t)i;
	double decay = 1 / (o->variance * (double)n), step = 0;
	for (unsigned epoch = 0; epoch < o->epochs; epoch++) {
		shuffle(order, n, epoch);
		for (size_t i = 0; i < n; i++) {
			double rate = 0.1 / (1 + 0.1 * decay * step++);
			crf->scale *= 1 - rate * decay;
			descend(crf, corpus, order[i], &chain, rate);
		}
		rescale(crf);
		if (epoch >= o->epochs / 2)
			add_to_average(crf, 1.0 / (o->epochs - o->epochs / 2) / o->rounds);
	}
	free(order);
	free(chain.emission);
	free(chain.forward);
	free(chain.backward);
	free(chain.norm);
}

struct model *crf_learn(const struct corpus *corpus, const unsigned char *skip, const struct crf_options *options)
{
	struct crf crf = { .scale = 1 };

	start(&crf, corpus);
	for (unsigned round = 0; round < options->rounds; round++) {
		prepare(&crf, corpus, options->unlisted, round);
		learn(&crf, corpus, skip, options);
	}
	struct model *model =
	    learnt_model(&crf.rows, crf.average, (const double(*)[TAGS])crf.average_transitions, options->keep, options->verbose);
	forget_units(&crf);
	free(crf.units);
	free(crf.rows.keys);
	free(crf.rows.row);
	free(crf.word_hashes);
	free(crf.word_units);
	free(crf.unit_of);
	free(crf.hint_of);
	free(crf.recall_of);
	free(crf.weights);
	free(crf.average);
	return model;
}
