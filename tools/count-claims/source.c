#include "count-claims/source.h"

#include <stdlib.h>

#include "count-claims/attribution.h"
#include "count-claims/quotation.h"
#include "mem.h"
#include "banned.h"

#define DATELINE 20 /* tokens of a paragraph in which its agency stands */
#define DATELINE_ROWS 4 /* rows of a document that may begin with a dateline */

static void keep(struct buf *buf, struct span span)
{
	buf->len = 0;
	buf_span(buf, span);
}

void speaker_begin(struct speaker *speaker)
{
	speaker->who.len = speaker->before.len = speaker->dateline.len = 0;
	speaker->quoting = false;
	speaker->rows = 0;
}

void speaker_paragraph(struct speaker *speaker)
{
	speaker->quoting = speaker->spoke = false;
}

void speaker_free(struct speaker *speaker)
{
	buf_free(&speaker->who);
	buf_free(&speaker->before);
	buf_free(&speaker->dateline);
	buf_free(&speaker->spelled);
	free(speaker->at);
	*speaker = (struct speaker){ 0 };
}

/* The agency in the parentheses of a dateline; behind a verb or the article it is spoken of. */
static void read_dateline(struct speaker *speaker, const struct reading *reading)
{
	for (size_t i = 0; i + 1 < reading->tokens.count && i < DATELINE; i++) {
		if (is_at(reading, i, IS_VERB | IS_REPORT) || (sign_at(reading, i, '(') && !reading->tokens.at[i].spaced))
			return;
		if (sign_at(reading, i, '(') && is_at(reading, i + 1, IS_AGENCY)) {
			size_t end = i + 1;
			while (end < reading->tokens.count && end < i + 6 && !sign_at(reading, end, ')'))
				end++;
			keep(&speaker->dateline, reading_span(reading, i + 1, end));
			return;
		}
	}
}

void speaker_read(struct speaker *speaker, const struct reading *reading, struct sentence sentence)
{
	speaker->count = 0;
	speaker->spelled.len = 0;
	buf_reserve(&speaker->spelled, 2 * reading->text.len);
	speaker->sentence = sentence;
	speaker->open_before = speaker->quoting;
	speaker->going_on = speaker->spoke && (lex_at(reading, sentence.first)->is & (IS_MASDAR | IS_VERB)) == IS_MASDAR && joined_at(reading, sentence.first);
	keep(&speaker->before, buf_as_span(&speaker->who));
	if (sentence.first == 0 && speaker->dateline.len == 0 && speaker->rows++ < DATELINE_ROWS)
		read_dateline(speaker, reading);
	attributions_read(speaker, reading, sentence);
	for (size_t i = 0; i < speaker->count; i++)
		if (speaker->at[i].who.len > 0 && !speaker->at[i].carried && (speaker->at[i].reach != REACH_NOTHING || attribution_before(speaker, &speaker->at[i]) == NULL))
			keep(&speaker->who, speaker->at[i].who);
	speaker->spoke = speaker->count > 0 && speaker->at[speaker->count - 1].reach == REACH_ON;
	for (size_t i = sentence.first; i < sentence.last; i++)
		speaker->quoting = quotation_after(reading, i, speaker->quoting);
}

/* Whether the quotation that was open before the sentence is still so at token t. */
static bool still_quoted(const struct speaker *speaker, const struct reading *reading, size_t t)
{
	struct sentence sentence = speaker->sentence;
	for (size_t i = sentence.first; i < t; i++)
		if (sign_at(reading, i, '"'))
			return false;
	return speaker->open_before;
}

/* The attribution that stands behind the number and reaches back to it. */
static const struct attribution *reaching_back(const struct speaker *speaker, const struct reading *reading, size_t t)
{
	for (size_t i = 0; i < speaker->count; i++) {
		const struct attribution *attribution = &speaker->at[i];
		if (attribution->at <= t)
			continue;
		if (attribution->reach != REACH_BACK)
			return NULL;
		for (size_t k = t; k < attribution->at; k++)
			if (is_at(reading, k, IS_SPLIT) || (is_at(reading, k, IS_REPORT) && !is_at(reading, k, IS_PARTICIPLE)))
				return NULL;
		return attribution;
	}
	return NULL;
}

void speaker_of(const struct speaker *speaker, const struct reading *reading, struct counted *counted)
{
	size_t t = counted->number.first;
	const struct attribution *on = NULL, *back = reaching_back(speaker, reading, t);

	for (size_t i = 0; i < speaker->count; i++)
		if (speaker->at[i].end <= t && speaker->at[i].reach != REACH_BACK && speaker->at[i].reach != REACH_NOTHING)
			on = &speaker->at[i];
	const struct attribution *chosen = back != NULL && (on == NULL || on->reach == REACH_ASIDE || on->who.len == 0) ? back : on != NULL ? on : back;
	counted->source = counted->via = (struct span){ NULL, 0 };
	counted->source_rule = "the report itself";
	if (chosen != NULL) {
		counted->source = chosen->who;
		counted->via = chosen->via;
		counted->source_rule = chosen->rule;
	} else if (speaker->going_on && speaker->count == 0) {
		counted->source = buf_as_span(&speaker->before);
		counted->source_rule = "the sentence before goes on";
	} else if (still_quoted(speaker, reading, t)) {
		counted->source = buf_as_span(&speaker->before);
		counted->source_rule = "the quotation is still open";
	}
	if (counted->via.len == 0)
		counted->via = buf_as_span(&speaker->dateline);
}
