#include <stdlib.h>

#include "err.h"
#include "keys.h"
#include "mem.h"
#include "banned.h"

/* Rows of one key that a further row is compared with: the latest. */
#define MEMBERS 64

struct member {
	struct sentence sentence;
	struct buf line;
	uint64_t number;
	int64_t time;
};

struct join {
	const struct filter *filter;
	const struct index *window;
	struct near near;
	struct pair_report *report;
	struct buf key; /* of the group */
	struct member members[MEMBERS + 1]; /* a ring, and the row at hand */
	size_t count;                       /* rows that the ring has taken in this group */
	struct buf names[2];
};

/* Take a line apart. Returns false where it is none of --keys. */
static bool read_line(struct span line, struct span *key, uint64_t *number, struct span *row)
{
	struct span rest = line, digits;

	if (!span_next(&rest, '\t', key) || !span_next(&rest, '\t', &digits) || rest.ptr == NULL)
		return false;
	if (key->len < 2 || (key->ptr[0] != 'e' && key->ptr[0] != 'n') || digits.len == 0 || digits.len > 19)
		return false;
	*number = 0;
	for (size_t i = 0; i < digits.len; i++) {
		if (digits.ptr[i] < '0' || digits.ptr[i] > '9')
			return false;
		*number = *number * 10 + (uint64_t)(digits.ptr[i] - '0');
	}
	*row = rest;
	return true;
}

static struct side side_of(const struct member *member, struct buf *name)
{
	struct row row;

	row_split(&row, buf_as_span(&member->line));
	name->len = 0;
	buf_uint(name, member->number);
	return (struct side){ buf_as_span(name), row.doc, row.text };
}

static void write_pair(struct join *join, const struct member *member, const struct member *earlier, const struct match *match)
{
	struct side row = side_of(member, &join->names[0]), other = side_of(earlier, &join->names[1]);
	report_pair(join->report, &row, &other, match);
}

static bool same_text(const struct member *a, const struct member *b)
{
	return a->sentence.print.high == b->sentence.print.high && a->sentence.print.low == b->sentence.print.low;
}

/* Whether a row's group is that of the smallest key that both have: pairs are written there alone. */
static bool is_smallest_shared(const struct join *join, const struct member *a, const struct member *b)
{
	const struct keys *left = &a->sentence.keys, *right = &b->sentence.keys;
	unsigned i = 0, j = 0;

	while (i < left->count && j < right->count && left->key[i] != right->key[j])
		left->key[i] < right->key[j] ? i++ : j++;
	return i < left->count && j < right->count && left->key[i] == strtoul(join->key.ptr + 1, NULL, 16);
}

static bool in_window(const struct join *join, const struct member *member, const struct member *earlier)
{
	struct record record = { .time = earlier->time };
	return index_in_window(join->window, &record, member->time);
}

/* Rows of one fingerprint: each is paired with the first that is in the window, which is the only one kept. */
static bool join_exact(struct join *join, const struct member *member)
{
	static const struct match exact = { NULL, VERDICT_EXACT, false, 1, 1 };

	if (join->count > 0 && in_window(join, member, &join->members[0])) {
		write_pair(join, member, &join->members[0], &exact);
		return false;
	}
	join->count = 0;
	return true;
}

/* A key that many rows have does not tell (buckets.h); a pair that is only contained needs one that does. */
static bool join_near(struct join *join, const struct member *member)
{
	size_t kept = join->count < MEMBERS ? join->count : MEMBERS;
	bool telling = join->count < BUCKET_HOT;
	struct match match;

	for (size_t i = 0; i < kept; i++)
		if (same_text(member, &join->members[i]) && in_window(join, member, &join->members[i]))
			return false;
	near_prepare(&join->near, &member->sentence);
	for (size_t i = 0; i < kept; i++) {
		const struct member *earlier = &join->members[i];
		struct similar_words words = sentence_words(&earlier->sentence);
		if (!in_window(join, member, earlier) || !near_verify(&join->near, words, telling, &match))
			continue;
		if (match.verdict != VERDICT_CONTAINED && !is_smallest_shared(join, member, earlier))
			continue;
		near_measure(&join->near, words, &match);
		write_pair(join, member, earlier, &match);
	}
	return true;
}

/* Whether a key may follow the last one: --join sees pairs in the neighbourhood that sort gives. */
static bool is_in_order(const struct join *join, struct span key)
{
	size_t last = join->key.len > 0 ? join->key.len - 1 : 0, len = key.len < last ? key.len : last;
	int order = len > 0 ? memcmp(key.ptr, join->key.ptr, len) : 0;

	return order > 0 || (order == 0 && key.len >= last);
}

static void add_row(struct join *join, struct span key, uint64_t number, struct span line)
{
	struct member *member = &join->members[MEMBERS];
	struct row row;

	if (!span_eq(key, (struct span){ join->key.ptr, join->key.len > 0 ? join->key.len - 1 : 0 })) {
		join->count = 0;
		join->key.len = 0;
		buf_span(&join->key, key);
		buf_char(&join->key, '\0'); /* for strtoul() */
	}
	row_split(&row, line);
	sentence_fold(&member->sentence, row.text);
	sentence_split(&member->sentence);
	member->line.len = 0;
	buf_span(&member->line, line);
	member->number = number;
	member->time = filter_time(join->filter, &row);
	if (!(key.ptr[0] == 'e' ? join_exact(join, member) : join_near(join, member)))
		return;
	struct member taken = join->members[join->count % MEMBERS];
	join->members[join->count++ % MEMBERS] = *member;
	*member = taken; /* its memory is used for the next row */
}

int join_run(struct filter *filter, const struct index *window, struct input *in)
{
	struct join *join = xcalloc(1, sizeof(*join));
	struct span line, key, row;
	uint64_t number;
	int status = STATUS_OK;

	join->filter = filter;
	join->window = window;
	join->near.threshold = filter->near.threshold;
	join->report = pair_report_new();
	while (input_line(in, &line)) {
		if (!read_line(line, &key, &number, &row)) {
			warn("%s:%llu: not a line of --keys", in->name, (unsigned long long)in->line);
			status = STATUS_FAILED;
			break;
		}
		if (!is_in_order(join, key)) {
			warn("%s:%llu: not sorted", in->name, (unsigned long long)in->line);
			status = STATUS_FAILED;
			break;
		}
		add_row(join, key, number, row);
	}
	for (size_t i = 0; i <= MEMBERS; i++) {
		sentence_free(&join->members[i].sentence);
		buf_free(&join->members[i].line);
	}
	pair_report_free(join->report);
	near_free(&join->near);
	buf_free(&join->key);
	buf_free(&join->names[0]);
	buf_free(&join->names[1]);
	free(join);
	return status;
}
