#include "count-claims/hedge.h"

#include "count-claims/context.h"
#include "err.h"
#include "letters.h"
#include "banned.h"

extern const struct list list_hedges_before, list_hedges_after, list_hedge_verbs;

/* Tokens of the longest hedge in front of a number, between a hedging verb and its number, and from a number to a hedge behind it. */
#define BEFORE_WORDS 6
#define VERB_DISTANCE 6
#define AFTER_DISTANCE 16

static const char *const cmp_texts[] = { "=", "~", ">", ">=", "<", "<=", ".." };

struct span quantity_cmp_text(enum quantity_cmp cmp)
{
	return (struct span){ cmp_texts[cmp], strlen(cmp_texts[cmp]) };
}

static enum quantity_cmp read_cmp(struct span text)
{
	for (unsigned cmp = 0; cmp < sizeof(cmp_texts) / sizeof(cmp_texts[0]); cmp++)
		if (span_eq(text, quantity_cmp_text(cmp)))
			return cmp;
	die(STATUS_FAILED, "hedges: unknown cmp '%.*s'", (int)text.len, text.ptr);
}

/* The second word of a tag, and the first in *name. */
static struct span second_word(const struct list *list, int32_t tag, struct span *name)
{
	struct span text = list_tag_text(list, tag), second = SPAN("");
	span_next(&text, ' ', name);
	span_next(&text, ' ', &second);
	return second;
}

static bool bounds(enum quantity_cmp cmp)
{
	return cmp != CMP_EQUAL && cmp != CMP_ABOUT;
}

static void add(struct hedge *hedge, enum quantity_cmp cmp)
{
	if (hedge->cmp == CMP_EQUAL || (hedge->cmp == CMP_ABOUT && bounds(cmp)))
		hedge->cmp = cmp;
}

/* Whether the word behind a cut may be a finite verb of the present: yeh or teh begins it. */
static bool is_imperfect(struct span fold, size_t cut)
{
	unsigned letter = letter_from_end(fold, (fold.len - cut) / 2);
	return letter == YEH || letter == TEH;
}

/* Whether a phrase of the list stands in tokens first to end, clitics before it apart. */
static int32_t phrase_tag(const struct passage *r, const struct list *list, size_t first, size_t end)
{
	struct clitic_cut cuts[CLITIC_CUTS];
	struct span fold = token_fold(r->tokens, first);
	size_t count = clitic_cuts(fold, cuts);

	for (size_t c = 0; c < count; c++) {
		/* A finite verb takes no preposition: li- before "reaches" is "so that it reached". */
		if ((cuts[c].clitics & ~(unsigned)(CLITIC_WA | CLITIC_FA)) != 0 && is_imperfect(fold, cuts[c].bytes))
			continue;
		struct list_walk walk = list_begin();
		uint64_t hash = c == 0 ? r->tokens->at[first].hash : hash_bytes(fold.ptr + cuts[c].bytes, fold.len - cuts[c].bytes);
		size_t i = first;
		while (i < end && list_step(list, &walk, i == first ? hash : r->tokens->at[i].hash))
			i++;
		if (i == end && walk.tag >= 0)
			return walk.tag;
	}
	return -1;
}

/* The longest hedge that ends at hedge->first. */
static bool read_before(const struct passage *r, struct hedge *hedge)
{
	size_t edges[2] = { hedge->first, left_edge(r, hedge->first) };

	for (unsigned e = 0; e < 2; e++) {
		size_t found = SIZE_MAX, end = edges[e];
		int32_t tag = -1;
		for (size_t words = 1; words <= BEFORE_WORDS && words <= end && token_is_word(r, end - words); words++) {
			int32_t here = phrase_tag(r, &list_hedges_before, end - words, end);
			if (here >= 0) {
				tag = here;
				found = end - words;
			}
		}
		if (found != SIZE_MAX) {
			add(hedge, read_cmp(list_tag_text(&list_hedges_before, tag)));
			hedge->first = found;
			return true;
		}
		if (edges[0] == edges[1])
			break;
	}
	return false;
}

static enum quantity_cmp turned(enum quantity_cmp cmp)
{
	return cmp == CMP_MORE ? CMP_AT_MOST : cmp == CMP_LESS ? CMP_AT_LEAST : cmp;
}

/* The preposition before the number, as hedge-verbs.tsv names it: on, to, by, or empty. */
static struct span preposition_before(const struct passage *r, size_t first)
{
	struct span name;

	if ((r->words[first].clitics & CLITIC_BI) != 0)
		return SPAN("by");
	if (first == 0)
		return SPAN("");
	struct span fold = token_fold(r->tokens, first - 1);
	if (fold.len == 2 && letter_from_end(fold, 1) == BEH)
		return SPAN("by");
	int32_t tag = list_tag(&list_hedge_verbs, r->tokens->at[first - 1].hash);
	if (tag < 0)
		return SPAN("");
	struct span which = second_word(&list_hedge_verbs, tag, &name);
	return span_eq(name, SPAN("preposition")) ? which : SPAN("");
}

/* A verb whose subject stands between it and the number. */
static void read_verb(const struct passage *r, struct hedge *hedge)
{
	struct span before = preposition_before(r, hedge->first), name;
	unsigned clitics;

	for (size_t i = hedge->first, far = 0; i-- > 0 && far < VERB_DISTANCE; far++) {
		if (!token_is_word(r, i)) {
			if (token_is_sign(r, i, '"'))
				continue;
			return;
		}
		if (r->words[i].class != NUMBER_DUAL && number_begins(r->words[i].class))
			return;
		int32_t tag = stem_tag(r, &list_hedge_verbs, i, &clitics);
		if (tag < 0)
			continue;
		struct span wanted = second_word(&list_hedge_verbs, tag, &name);
		if (span_eq(name, SPAN("preposition")) || span_eq(name, SPAN("not")) || (clitics & ~(unsigned)(CLITIC_WA | CLITIC_FA)) != 0)
			continue;
		if (!span_eq(wanted, SPAN("-")) && !span_eq(wanted, before))
			return;
		if (span_eq(wanted, SPAN("-")) && before.len > 0)
			return;
		bool not = false;
		if (i > 0 && token_is_word(r, i - 1)) {
			int32_t tag_before = stem_tag(r, &list_hedge_verbs, i - 1, NULL);
			struct span what = SPAN("");
			if (tag_before >= 0)
				second_word(&list_hedge_verbs, tag_before, &what);
			not = span_eq(what, SPAN("not"));
		}
		add(hedge, not ? turned(read_cmp(name)) : read_cmp(name));
		hedge->first = i - not;
		return;
	}
}

struct hedge hedge_before(const struct passage *r, size_t first, size_t last)
{
	struct hedge hedge = { CMP_EQUAL, first, last };

	if ((r->words[first].clitics & CLITIC_WA) != 0) /* "5 dead at least and a hundred wounded": that of the number before */
		return hedge;
	/* "at least 5 and about 7": with waw before it a hedge is the first. */
	while (read_before(r, &hedge) && (clitics_possible(r, hedge.first) & CLITIC_WA) == 0)
		;
	if (!bounds(hedge.cmp))
		read_verb(r, &hedge);
	return hedge;
}

/* Up to a stop; a comma stands only right before the hedge. */
void hedge_after(const struct passage *r, struct hedge *hedge, size_t end)
{
	size_t last = hedge->last;

	for (size_t i = last; i < end; i++) {
		size_t far = i - last;
		if (far > AFTER_DISTANCE)
			return;
		if (r->tokens->at[i].kind == TOKEN_SIGN) {
			if (token_is_sign(r, i, ')') || token_is_sign(r, i, '"') || token_is_sign(r, i, '(') || token_is_sign(r, i, '%'))
				continue;
			if (!token_is_sign(r, i, ',') || i + 1 >= end)
				return;
			i++;
			far++;
			struct list_walk peek = list_begin();
			if (!list_step(&list_hedges_after, &peek, r->tokens->at[i].hash))
				return;
		}
		struct list_walk walk = list_begin();
		for (size_t at = i; at < end && list_step(&list_hedges_after, &walk, r->tokens->at[at].hash); at++) {
			if (walk.tag < 0)
				continue;
			struct span name, reach = second_word(&list_hedges_after, walk.tag, &name);
			size_t limit = 0;
			for (size_t d = 0; d < reach.len; d++)
				limit = limit * 10 + (size_t)(reach.ptr[d] - '0');
			if (far > limit)
				continue;
			add(hedge, read_cmp(name));
			hedge->last = at + 1;
		}
		if (hedge->last > i)
			return;
	}
}
