#include "model.h"

#include "feature.h"
#include "mem.h"
#include "banned.h"

const struct model *model_of(struct span bytes)
{
	const struct model *model = (const void *)bytes.ptr;

	return bytes.len >= sizeof(*model) && model->magic == MODEL_MAGIC && bytes.len == model_size(model->narrow_mask, model->wide_mask)
		   ? model
		   : NULL;
}

static void add_weights(const int8_t from[SCORE_LANES], score *to)
{
	weights row;

	memcpy(&row, from, sizeof(row));
	*to += __builtin_convertvector(row, score);
}

static void add_narrow(const struct model *model, uint32_t key, score scores[WORD_OFFSETS])
{
	for (uint64_t i = key & model->narrow_mask; model->narrow[i].key != 0; i = (i + 1) & model->narrow_mask)
		if (model->narrow[i].key == key) {
			add_weights(model->narrow[i].weights, &scores[WORD_REACH]);
			return;
		}
}

static void add_wide(const struct model *model, uint32_t key, score scores[WORD_OFFSETS])
{
	const struct model_wide *rows = model_wide(model);

	for (uint64_t i = key & model->wide_mask; rows[i].key != 0; i = (i + 1) & model->wide_mask)
		if (rows[i].key == key) {
			for (unsigned k = 0; k < WORD_OFFSETS; k++)
				add_weights(rows[i].weights[k], &scores[k]);
			return;
		}
}

static void add_scores(const struct model *model, const struct feature *features, size_t n, score scores[WORD_OFFSETS])
{
	uint32_t keys[FEATURES_MAX];

	for (size_t f = 0; f < n; f++) {
		keys[f] = feature_key(features[f].hash);
		if (features[f].offsets == FEATURE_AT)
			__builtin_prefetch(&model->narrow[keys[f] & model->narrow_mask]);
		else
			__builtin_prefetch(&model_wide(model)[keys[f] & model->wide_mask]);
	}
	for (size_t f = 0; f < n; f++)
		(features[f].offsets == FEATURE_AT ? add_narrow : add_wide)(model, keys[f], scores);
}

void model_score_word(const struct model *model, struct word *word, struct span fold, const struct dictionary_reading *readings, size_t n)
{
	struct feature features[FEATURES_MAX];

	if (model != NULL)
		add_scores(model, features, features_of_word(word, fold, readings, n, features), word->scores);
}

/* Corpora are cut from many documents: in a whole one a name once found is a surer sign than they teach. */
#define RECALL_WEIGHT 2

void model_score_rest(struct words *words)
{
	struct feature features[FEATURES_MAX];

	if (words->model == NULL)
		return;
	add_scores(words->model, features, features_of_edge(features), words->edge);
	for (unsigned hint = 0; hint < WORD_HINTS; hint++)
		add_scores(words->model, features, features_of_hint(hint, features), words->hints[hint]);
	for (unsigned recall = 0; recall < WORD_RECALLS; recall++)
		add_scores(words->model, features, features_of_recall(recall, features), words->recalls[recall]);
	for (unsigned recall = 1; recall < WORD_RECALLS; recall++)
		for (unsigned k = 0; k < WORD_OFFSETS; k++)
			words->recalls[recall][k] *= RECALL_WEIGHT;
}

#define FORBIDDEN (-6000) /* below every sum of weights that is let through */
#define LOWEST (-12000)
#define CLAMP 5000

static inline score splat(int16_t value)
{
	return (score){ value, value, value, value, value, value, value, value };
}

static inline score choose(score mask, score yes, score no)
{
	return (mask & yes) | (~mask & no);
}

static inline score at_least(score value, int16_t low)
{
	return choose(value < splat(low), splat(low), value);
}

/* A token's score for each tag: the shares of the words about it, and of the hints. */
static score emission(const struct words *words, const struct sentence *s, size_t i)
{
	score sum = { 0 };

	for (unsigned k = 0; k < WORD_OFFSETS; k++) {
		size_t at = i + k - WORD_REACH; /* wraps below 0 */
		sum += at < s->tokens.count ? s->words[at]->scores[k] : words->edge[k];
		if (k >= WORD_REACH - 1 && k <= WORD_REACH + 1 && at < s->tokens.count)
			sum += words->hints[s->hints[at]][k] + words->recalls[s->recalls[at]][k];
	}
	sum = at_least(sum, -CLAMP);
	return -at_least(-sum, -CLAMP);
}

/* Signs that stand inside names. */
static bool is_joint(uint32_t sign)
{
	return sign == '-' || sign == '.' || sign == '\'';
}

/* Bars the tags that a token may not take: beside what is sure, and on signs. */
static score allowed(const struct words *words, const struct sentence *s, size_t i)
{
	const struct found *found = sentence_mention(s, i), *before = i > 0 ? sentence_mention(s, i - 1) : NULL;
	score bar = { 0 };

	if (words->free)
		found = before = NULL;
	if (before != NULL && before != found && before->sure && before->type < TYPES)
		bar[TAG_INSIDE(before->type)] = FORBIDDEN;
	if (sentence_has(s, i, CLASS_JOINED))
		bar[TAG_INSIDE(TYPE_PER)] = bar[TAG_INSIDE(TYPE_LOC)] = FORBIDDEN;
	bool sign = s->tokens.at[i].kind == TOKEN_SIGN && !is_joint(s->tokens.at[i].sign);
	if (!sign && (found == NULL || !found->sure))
		return bar;
	unsigned tag =
	    found == NULL || found->type == TYPES ? 0 : (unsigned)(found->first == i ? TAG_BEGIN(found->type) : TAG_INSIDE(found->type));
	bar = splat(FORBIDDEN);
	bar[tag] = 0;
	return bar;
}

static void decode(const struct words *words, struct sentence *s)
{
	const struct model *model = words->model;
	size_t n = s->tokens.count;
	score best = model->transitions[0], from = { 0 };

	for (size_t i = 0; i < n; i++) {
		if (i > 0) {
			score before = best;
			best = splat(before[0]) + model->transitions[0];
			from = splat(0);
#pragma GCC unroll 6
			for (int16_t t = 1; t < TAGS; t++) {
				score way = splat(before[t]) + model->transitions[t];
				score better = way > best;
				best = choose(better, way, best);
				from = choose(better, splat(t), from);
			}
		}
		best += emission(words, s, i) + allowed(words, s, i);
		best = at_least(best - splat(best[0]), LOWEST);
		s->paths[i].from = from;
	}
	uint8_t tag = 0;
	for (uint8_t t = 1; t < TAGS; t++)
		tag = best[t] > best[tag] ? t : tag;
	for (size_t i = n; i-- > 0;) {
		s->paths[i].tag = tag;
		tag = (uint8_t)s->paths[i].from[tag];
	}
}

/* What stands attached before a name that no list holds: waw, and what leaves a word of a list. */
static struct clitic_cut cut_of(const struct sentence *s, size_t i)
{
	const struct word *word = s->words[i];
	struct clitic_cut none = { 0, 0 }, cuts[CLITIC_CUTS];

	if (s->tokens.at[i].kind != TOKEN_WORD)
		return none;
	size_t n = clitic_cuts(token_fold(&s->tokens, i), cuts);
	for (size_t k = 1; k < n && s->recalls[i] != 0; k++)
		if (cuts[k].bytes == s->recall_cuts[i])
			return cuts[k]; /* as the document had it before */
	if (word->classes != 0 && (word->classes & CLASS_RELATION) != word->classes)
		return word->cut;
	for (size_t k = 1; k < n; k++)
		if (cuts[k].clitics == CLITIC_WA && s->tokens.at[i].fold_len >= 8)
			return cuts[k];
	return (word->cut.clitics & CLITIC_AL) != 0 ? word->cut : none;
}

void model_take(struct sentence *s, size_t first, size_t end, unsigned type)
{
	int32_t known = -1;

	for (int32_t k = s->begins[first]; k >= 0; k = s->found[k].same)
		if (s->found[k].end == end && s->found[k].type == type)
			known = k; /* the first one found: that of a list has a name */
	for (size_t i = first; i < end && known >= 0; i++)
		s->covered[i] = known;
	if (known >= 0)
		return;
	struct found found = { .first = (uint32_t)first, .end = (uint32_t)end, .cut = cut_of(s, first), .type = (uint8_t)type,
	                       .by = BY_MODEL, .tag = -1, .nation = -1, .inner = -1 };
	sentence_add(s, found);
}

/* The type of a listed name of several words with this extent, whatever type the model gives it, unless a rule is sure of that; or the model's. */
static unsigned listed_type(const struct sentence *s, size_t first, size_t end, unsigned type)
{
	unsigned listed = type;

	for (int32_t k = s->begins[first]; k >= 0 && end - first > 1; k = s->found[k].same) {
		const struct found *found = &s->found[k];
		if (found->end != end)
			continue;
		if (found->sure && found->type == type)
			return type;
		if (found->by == BY_LIST && !found->ambiguous)
			listed = found->type;
	}
	return listed;
}

/* A single word, unlikely to be another by chance, behind a particle that hid it from the model. */
#define LONG_WORD 10
static bool is_hidden(const struct sentence *s, const struct found *found)
{
	return (found->cut.clitics & ~CLITIC_AL) != 0 && s->tokens.at[found->first].fold_len - found->cut.bytes >= LONG_WORD;
}

/* A listed name, or as good as one, whose tokens are free or those of mentions of its type that lie inside it. */
static bool has_room(const struct sentence *s, const struct found *listed)
{
	for (size_t i = listed->first; i < listed->end; i++) {
		const struct found *other = sentence_mention(s, i);
		if (other != NULL && (other->type != listed->type || other->sure || other->first < listed->first || other->end > listed->end))
			return false;
	}
	return true;
}

/* Of the list's entries that the model saw nothing in, or less, those that mean nothing else are mentions. */
static void take_listed(struct sentence *s)
{
	for (size_t k = 0; k < s->count; k++) {
		const struct found *found = &s->found[k];
		if (found->by != BY_LIST || found->ambiguous || (found->end - found->first == 1 && !is_hidden(s, found)) || !has_room(s, found))
			continue;
		for (size_t i = found->first; i < found->end; i++)
			s->covered[i] = (int32_t)k;
	}
}

/* The type of the name that the document named this word of before, where it is free and no word of the language; or TYPES. */
static unsigned recalled(const struct sentence *s, size_t i)
{
	if (i >= s->tokens.count || s->covered[i] >= 0 || !sentence_has(s, i, CLASS_UNKNOWN | CLASS_ACCUSATIVE))
		return TYPES;
	unsigned recall = s->recalls[i], type = (recall - 1) / 2;
	if (recall == 0 || (type == TYPE_LOC ? recall != RECALL_BEGIN(TYPE_LOC) : type != TYPE_PER || !sentence_has(s, i, CLASS_UNKNOWN)))
		return TYPES;
	return type;
}

/* A place of one word or more that the document named before, behind what stands attached to it now. */
static void take_place(struct sentence *s, size_t first, size_t end)
{
	struct clitic_cut cuts[CLITIC_CUTS];
	size_t n = clitic_cuts(token_fold(&s->tokens, first), cuts);
	struct found found = {
		.first = (uint32_t)first, .end = (uint32_t)end, .type = TYPE_LOC, .by = BY_MEMORY, .tag = -1, .nation = -1, .inner = -1
	};

	for (size_t k = 0; k < n; k++)
		if (cuts[k].bytes == s->recall_cuts[first])
			found.cut = cuts[k];
	sentence_add(s, found);
}

/* Nor in a person or place whom the document named before, by a name that is no word of the language. */
static void take_recalled(struct sentence *s)
{
	for (size_t i = 0; i < s->tokens.count; i++) {
		size_t end = i;
		unsigned type = recalled(s, i);
		while (type < TYPES && recalled(s, end) == type)
			end++;
		if (end > i && type == TYPE_LOC)
			take_place(s, i, end);
		else if (end > i)
			model_take(s, i, end, type);
	}
}

void model_find(const struct words *words, struct sentence *s)
{
	size_t n = s->tokens.count;

	if (words->model == NULL || n == 0)
		return;
	s->paths = xgrow(s->paths, &s->paths_cap, n, sizeof(*s->paths));
	decode(words, s);
	for (size_t i = 0; i < n; i++)
		s->covered[i] = -1;
	for (size_t i = 0; i < n;) {
		unsigned tag = s->paths[i].tag;
		size_t first = i++;
		if (tag == 0)
			continue;
		unsigned type = (tag - 1) / 2;
		while (i < n && s->paths[i].tag == TAG_INSIDE(type))
			i++;
		model_take(s, first, i, listed_type(s, first, i, type));
	}
	if (words->free)
		return;
	take_listed(s);
	take_recalled(s);
}
