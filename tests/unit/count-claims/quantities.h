/*
 * What quantities_read() finds in a text, in short: for each quantity its kind
 * (nothing for a count, % money $ measure m), its cmp, and its number as
 * stated, LOW-HIGH where the two ends differ; a space between.
 */
#ifndef TEST_QUANTITIES_H
#define TEST_QUANTITIES_H

#include "count-claims/quantity.h"
#include "tap.h"

struct quantities_case {
	const char *text, *want;
};

static inline void quantities_show(const struct quantities *quantities, struct buf *out)
{
	static const char *const kinds[] = { "", "%", "$", "m" };

	out->len = 0;
	for (size_t i = 0; i < quantities->count; i++) {
		const struct quantity *q = &quantities->at[i];
		if (i > 0)
			buf_char(out, ' ');
		buf_add(out, kinds[q->kind], strlen(kinds[q->kind]));
		buf_span(out, quantity_cmp_text(q->cmp));
		bool below = q->cmp == CMP_LESS || q->cmp == CMP_AT_MOST;
		decimal_write(below ? q->high : q->low, out);
		if (q->cmp == CMP_RANGE || (q->cmp == CMP_ABOUT && decimal_cmp(q->low, q->high) != 0)) {
			buf_char(out, '-');
			decimal_write(q->high, out);
		}
	}
}

static inline void quantities_check(const struct quantities_case *cases, size_t count)
{
	struct quantities quantities = { 0 };
	struct tokens tokens = { 0 };
	struct buf got = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct span text = { cases[i].text, strlen(cases[i].text) };
		tokens_read(&tokens, text);
		quantities_read(&quantities, &tokens, text);
		quantities_show(&quantities, &got);
		is(buf_as_span(&got), (struct span){ cases[i].want, strlen(cases[i].want) }, cases[i].text);
	}
	quantities_free(&quantities);
	tokens_free(&tokens);
	buf_free(&got);
}

#endif
