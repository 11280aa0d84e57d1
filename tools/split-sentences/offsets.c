#include "offsets.h"

#include "banned.h"

/* The number at the front of *s, taken off. Returns false where there is none; clamped, so that no sum overflows. */
static bool take_number(struct span *s, uint64_t *value)
{
	size_t n = 0;

	for (*value = 0; n < s->len && s->ptr[n] >= '0' && s->ptr[n] <= '9'; n++)
		*value = *value > UINT64_MAX / 64 ? *value : *value * 10 + (uint64_t)(s->ptr[n] - '0');
	s->ptr += n;
	s->len -= n;
	return n > 0;
}

/* Begin the next segment. At the end of the column the text goes on without an original. */
static bool next_segment(struct offsets *offsets)
{
	offsets->original += offsets->m;
	offsets->n = offsets->m = 0;
	offsets->same = false;
	if (!span_take(&offsets->rest, ',') || !take_number(&offsets->rest, &offsets->n)) {
		offsets->rest.len = 0;
		return false;
	}
	offsets->same = !span_take(&offsets->rest, '>');
	offsets->m = offsets->n;
	return offsets->same || take_number(&offsets->rest, &offsets->m);
}

void offsets_start(struct offsets *offsets, struct span column)
{
	*offsets = (struct offsets){ .rest = column };
	if (span_take(&offsets->rest, '@'))
		take_number(&offsets->rest, &offsets->original);
}

/* Use up `n` bytes of the segment's text; returns how many of the original's go with them. */
static uint64_t use(struct offsets *offsets, uint64_t n)
{
	uint64_t m = offsets->same ? n : offsets->m;

	offsets->text += n;
	offsets->n -= n;
	offsets->original += m;
	offsets->m -= m;
	return m;
}

static void write_segment(struct buf *out, uint64_t n, uint64_t m, bool same)
{
	buf_char(out, ',');
	buf_uint(out, n);
	if (same)
		return;
	buf_char(out, '>');
	buf_uint(out, m);
}

/* Go forward to `start`, dropped bytes before it too. A segment that goes on there keeps its bytes of the original. */
static void skip_to(struct offsets *offsets, uint64_t start)
{
	while (offsets->text < start || offsets->n == 0) {
		if (offsets->n == 0) {
			if (!next_segment(offsets))
				break;
			continue;
		}
		uint64_t n = start - offsets->text;
		if (offsets->same || n >= offsets->n) {
			use(offsets, n < offsets->n ? n : offsets->n);
		} else {
			offsets->text += n;
			offsets->n -= n;
		}
	}
	if (offsets->text < start)
		offsets->text = start;
}

void offsets_cut(struct offsets *offsets, size_t start, size_t end, struct buf *out)
{
	uint64_t dropped = 0;

	skip_to(offsets, start);
	buf_char(out, '@');
	buf_uint(out, offsets->original);
	while (offsets->text < end) {
		if (offsets->n == 0) {
			if (offsets->rest.len == 0 || !next_segment(offsets))
				break;
			if (offsets->n == 0)
				dropped += use(offsets, 0);
			continue;
		}
		if (dropped > 0)
			write_segment(out, 0, dropped, false);
		dropped = 0;
		uint64_t n = offsets->n < end - offsets->text ? offsets->n : end - offsets->text;
		bool same = offsets->same;
		uint64_t m = use(offsets, n);
		write_segment(out, n, m, same);
	}
	if (offsets->text < end) {
		write_segment(out, end - offsets->text, 0, false);
		offsets->text = end;
	}
}
