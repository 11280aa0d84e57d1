#include "count-claims/quantity.h"

#include <stdlib.h>

#include "count-claims/candidate.h"
#include "count-claims/hedge.h"
#include "fold.h"
#include "mem.h"
#include "utf8.h"
#include "banned.h"

struct work {
	struct number_words words;
	struct candidates candidates;
	struct hedge *hedges; /* of the candidates */
	size_t hedges_cap;
};

struct span quantity_kind_text(enum quantity_kind kind)
{
	static const char *const texts[] = { "count", "percent", "money", "measure" };
	return (struct span){ texts[kind], strlen(texts[kind]) };
}

static enum quantity_kind kind_of(const struct candidate *c)
{
	if (c->number.fraction || c->unit == UNIT_PERCENT)
		return QUANTITY_PERCENT;
	if (c->unit == UNIT_MONEY || c->unit == UNIT_CENT)
		return QUANTITY_MONEY;
	return c->unit == UNIT_MEASURE ? QUANTITY_MEASURE : QUANTITY_COUNT;
}

static enum quantity_form form_of(const struct candidate *c)
{
	if (c->number.dual)
		return FORM_DUAL;
	if (c->number.vague)
		return FORM_VAGUE;
	if (c->number.one && c->noun_before)
		return FORM_ONE;
	return !c->number.words ? FORM_DIGITS : c->number.digits ? FORM_MIXED : FORM_WORDS;
}

/* The byte of the text where the number begins behind its clitics: `cut` bytes of the folded form are theirs. */
static uint32_t behind_clitics(const struct tokens *tokens, struct span text, size_t i, size_t cut)
{
	uint32_t at = tokens->at[i].start;

	/* Each clitic is a letter of two bytes that folds to two; marks and tatweel in between fold to nothing. */
	for (size_t letters = cut / 2; letters > 0 && at < tokens->at[i].end;) {
		size_t size;
		uint32_t cp = utf8_decode(text.ptr + at, tokens->at[i].end - at, &size);
		letters -= fold_code_point(cp) != FOLD_DROPPED;
		at += (uint32_t)size;
	}
	/* The last clitic's own marks go with it. */
	for (size_t size; at < tokens->at[i].end; at += (uint32_t)size)
		if (fold_code_point(utf8_decode(text.ptr + at, tokens->at[i].end - at, &size)) != FOLD_DROPPED)
			break;
	return at;
}

static void bound(struct quantity *q)
{
	if (q->cmp == CMP_MORE || q->cmp == CMP_AT_LEAST) {
		q->high = DECIMAL_INFINITE;
	} else if (q->cmp == CMP_LESS || q->cmp == CMP_AT_MOST) {
		q->low = decimal_from(0);
	}
}

/* "seven at least of the students": the noun behind the hedge. */
static size_t noun_behind(const struct passage *r, const struct candidate *c, size_t at)
{
	if (c->noun != SIZE_MAX || at == c->number.last)
		return c->noun;
	if (may_be_counted(r, at))
		return at;
	return is_word_of(r, at) && is_content_word(r, at + 1) ? at + 1 : SIZE_MAX;
}

static void emit(struct quantities *out, const struct passage *r, const struct candidate *c, struct hedge hedge)
{
	out->at = xgrow(out->at, &out->cap, out->count + 1, sizeof(*out->at));
	struct quantity *q = &out->at[out->count++];
	*q = (struct quantity){
		.kind = (uint8_t)kind_of(c), .form = (uint8_t)form_of(c), .definite = c->definite, .noun_before = c->noun_before,
		.low = c->number.low, .high = c->number.high, .first = c->number.first, .last = c->number.last,
		.hedge_first = hedge.first, .hedge_last = hedge.last > c->unit_last ? hedge.last : c->unit_last, .noun = noun_behind(r, c, hedge.last),
	};
	q->cmp = (uint8_t)(c->range ? CMP_RANGE : c->number.vague && hedge.cmp == CMP_EQUAL ? CMP_ABOUT : hedge.cmp);
	q->at_start = behind_clitics(r->tokens, r->text, q->first, r->words[q->first].cut);
	q->at_end = r->tokens->at[q->last - 1].end;
	if (q->cmp == CMP_LESS || q->cmp == CMP_AT_MOST || q->cmp == CMP_MORE || q->cmp == CMP_AT_LEAST)
		bound(q);
}

void quantities_read(struct quantities *out, const struct tokens *tokens, struct span text)
{
	struct work *work = out->work;

	if (work == NULL)
		work = out->work = xcalloc(1, sizeof(*work));
	out->count = 0;
	number_words_read(&work->words, tokens);
	if (!work->words.any)
		return;
	struct passage passage = { tokens, work->words.at, text };
	struct candidates *list = &work->candidates;
	candidates_find(list, &passage);
	ranges_join(list, &passage);
	units_complete(list, &passage);
	noclaims_drop(list, &passage);
	work->hedges = xgrow(work->hedges, &work->hedges_cap, list->count, sizeof(*work->hedges));
	for (size_t i = 0; i < list->count; i++)
		work->hedges[i] = hedge_before(&passage, list->at[i].number.first, list->at[i].number.last);
	for (size_t i = 0; i < list->count; i++) {
		if (list->at[i].dropped)
			continue;
		size_t next = i + 1;
		while (next < list->count && list->at[next].dropped && list->at[next].number.dual)
			next++; /* no number at all */
		size_t end = next == list->count ? tokens->count : list->at[next].dropped ? list->at[next].number.first : work->hedges[next].first;
		if (work->hedges[i].first > 0 && work->hedges[i].first < list->at[i].number.first && list->at[i].noun == SIZE_MAX && head_of(&passage, work->hedges[i].first - 1) == HEAD_AGE)
			continue; /* "at an age near 68" */
		hedge_after(&passage, &work->hedges[i], end);
		emit(out, &passage, &list->at[i], work->hedges[i]);
	}
}

void quantities_free(struct quantities *out)
{
	struct work *work = out->work;

	if (work != NULL) {
		number_words_free(&work->words);
		free(work->candidates.at);
		free(work->hedges);
		free(work);
	}
	free(out->at);
	*out = (struct quantities){ 0 };
}
