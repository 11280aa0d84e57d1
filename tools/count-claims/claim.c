#include "count-claims/claim.h"

#include "count-claims/event.h"
#include "count-claims/group.h"
#include "count-claims/implicit.h"
#include "count-claims/role.h"
#include "banned.h"

#define OPENING 3 /* sentences that tell what a document is about; a disease named later is spoken of in as many */

const char *const claim_column_names[CLAIM_COLUMNS] = { "kind", "event", "role", "group", "cmp", "low", "high", "at", "of", "place", "source", "via" };

static struct span name_span(const char *name)
{
	return (struct span){ name, strlen(name) };
}

static struct span or_none(struct span span)
{
	return span.len > 0 ? span : SPAN("-");
}

/* The counted noun as the text spells it. */
static struct span noun_text(const struct reading *reading, const struct counted *counted)
{
	if (counted->noun == NO_TOKEN || is_at(reading, counted->noun, IS_ADJUNCT))
		return SPAN("-");
	return or_none(reading_noun(reading, counted->noun, counted->noun_end));
}

/* The numbers of a claim, written into claims->cells. */
static void write_numbers(struct claims *claims, const struct quantity *number, struct claim *claim)
{
	struct buf *cells = &claims->cells;
	size_t low, high;

	cells->len = 0;
	decimal_write(number->low, cells);
	low = cells->len;
	decimal_write(number->high, cells);
	high = cells->len;
	buf_uint(cells, number->at_start);
	buf_char(cells, '-');
	buf_uint(cells, number->at_end);
	claim->cell[CLAIM_LOW] = (struct span){ cells->ptr, low };
	claim->cell[CLAIM_HIGH] = (struct span){ cells->ptr + low, high - low };
	claim->cell[CLAIM_AT] = (struct span){ cells->ptr + high, cells->len - high };
}

static void give(struct claims *claims, const struct row *row, const struct counted *counted)
{
	const struct quantity *number = &counted->number;
	struct claim claim = {
		.cell = {
			[CLAIM_KIND] = quantity_kind_text(number->kind),
			[CLAIM_EVENT] = name_span(event_names[counted->event]),
			[CLAIM_ROLE] = name_span(role_names[counted->role]),
			[CLAIM_GROUP] = name_span(group_names[counted->group]),
			[CLAIM_CMP] = quantity_cmp_text(number->cmp),
			[CLAIM_OF] = noun_text(&claims->reading, counted),
			[CLAIM_PLACE] = or_none(counted->place),
			[CLAIM_SOURCE] = or_none(counted->source),
			[CLAIM_VIA] = or_none(counted->via),
		},
		.rule = {
			[CLAIM_EVENT] = counted->event_rule,
			[CLAIM_ROLE] = counted->role_rule,
			[CLAIM_GROUP] = counted->group_rule,
			[CLAIM_PLACE] = counted->place_rule,
			[CLAIM_SOURCE] = counted->source_rule,
		},
	};

	write_numbers(claims, number, &claim);
	claims->sink(row, &claim, claims->context);
}

/* The statements of a sentence: who said what without a count. */
static void give_statements(struct claims *claims, const struct row *row, struct sentence sentence)
{
	const struct speaker *speaker = &claims->speaker;
	struct reading *reading = &claims->reading;

	for (size_t i = 0; i < speaker->count; i++) {
		const struct attribution *attribution = &speaker->at[i];
		size_t last = i + 1 < speaker->count ? speaker->at[i + 1].at : sentence.last, at = attribution->at;

		while (at < last && counted_at(reading, at) == NULL)
			at++;
		if (at < last || attribution->act == ACT_NONE || attribution->who.len == 0 || attribution->doubtful)
			continue;
		struct counted counted = { .number.first = attribution->at, .event = EVENT_NONE };
		const struct token *verb = &reading->tokens.at[attribution->at];
		place_find(&claims->setting, reading, sentence, &counted);
		claims->cells.len = 0;
		buf_uint(&claims->cells, verb->start);
		buf_char(&claims->cells, '-');
		buf_uint(&claims->cells, verb->end);
		struct span none = SPAN("-");
		struct claim claim = { .cell = { SPAN("statement"), name_span(act_names[attribution->act]), none, none, none, none, none,
			buf_as_span(&claims->cells), none, or_none(counted.place), attribution->who, or_none(attribution->via) } };
		claim.rule[CLAIM_SOURCE] = attribution->rule;
		claim.rule[CLAIM_PLACE] = counted.place_rule;
		claims->sink(row, &claim, claims->context);
	}
}

/* Note what later words of the document refer to. */
static void read_topics(struct claims *claims, struct sentence sentence)
{
	struct reading *reading = &claims->reading;

	for (size_t i = sentence.first; i < sentence.last; i++) {
		const struct lexeme *lex = lex_at(reading, i);
		if ((lex->is & IS_DISEASE) != 0 && claims->disease != SIZE_MAX)
			claims->disease = claims->sentences <= OPENING ? SIZE_MAX : claims->sentences + OPENING;
		if ((lex->is & (IS_BODY | IS_GENERIC)) == IS_BODY && (lex->group == GROUP_SECURITY || lex->group == GROUP_MILITARY))
			reading->forces = lex->group;
	}
}

/* The counts of one sentence. */
static void read_sentence(struct claims *claims, const struct row *row, struct sentence sentence, size_t *next)
{
	struct reading *reading = &claims->reading;

	claims->sentences++;
	read_topics(claims, sentence);
	speaker_read(&claims->speaker, reading, sentence);
	setting_read(&claims->setting, reading, sentence);
	for (; *next < reading->counted_count && reading->counted[*next].number.first < sentence.last; ++*next) {
		struct counted *counted = &reading->counted[*next];

		event_find(reading, sentence, *next, claims->toll, claims->sentences < claims->disease);
		group_find(reading, sentence, *next);
		role_find(reading, sentence, *next);
		speaker_of(&claims->speaker, reading, counted);
		place_find(&claims->setting, reading, sentence, counted);
		if (counted->event != EVENT_NONE)
			claims->toll = counted->event;
		give(claims, row, counted);
	}
	if (claims->statements)
		give_statements(claims, row, sentence);
}

static void begin_row(struct claims *claims, const struct row *row)
{
	if (!claims->began || !span_eq(row->doc, buf_as_span(&claims->doc))) {
		claims->began = true;
		claims->doc.len = 0;
		buf_span(&claims->doc, row->doc);
		claims->par.len = 0;
		claims->toll = EVENT_NONE;
		claims->disease = claims->sentences = 0;
		claims->reading.forces = GROUP_NONE;
		speaker_begin(&claims->speaker);
		setting_begin(&claims->setting);
	}
	if (!span_eq(row->par, buf_as_span(&claims->par))) {
		claims->par.len = 0;
		buf_span(&claims->par, row->par);
		speaker_paragraph(&claims->speaker);
	}
}

void claims_read(struct claims *claims, const struct row *row)
{
	struct sentence sentence = { 0, 0 };
	size_t next = 0;

	begin_row(claims, row);
	reading_read(&claims->reading, row);
	implicit_find(&claims->reading);
	while (reading_sentence(&claims->reading, sentence.last, &sentence))
		read_sentence(claims, row, sentence, &next);
}

void claims_free(struct claims *claims)
{
	reading_free(&claims->reading);
	speaker_free(&claims->speaker);
	setting_free(&claims->setting);
	buf_free(&claims->doc);
	buf_free(&claims->par);
	buf_free(&claims->cells);
}
