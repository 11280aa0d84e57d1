#include "row.h"

#include "banned.h"

static const char *last_tab(struct span s)
{
	for (const char *p = s.ptr + s.len; p > s.ptr; p--)
		if (p[-1] == '\t')
			return p - 1;
	return NULL;
}

void row_split(struct row *row, struct span line)
{
	const char *tab = NULL, *end = line.ptr + line.len;

	/* Columns are short and the text is long: memchr is at the end of a long text sooner than a walk back. */
	for (const char *p = line.ptr; p != NULL && p < end && (p = memchr(p, '\t', (size_t)(end - p))) != NULL; p++)
		tab = p;
	*row = (struct row){ 0 };
	if (tab == NULL) {
		row->doc = SPAN("-");
		row->head = (struct span){ line.ptr, 0 };
		row->text = line;
		return;
	}
	row->head = (struct span){ line.ptr, (size_t)(tab + 1 - line.ptr) };
	row->text = (struct span){ tab + 1, line.len - row->head.len };
	row->doc = (struct span){ line.ptr, (size_t)((const char *)memchr(line.ptr, '\t', line.len) - line.ptr) };
}

/* The digits at the front of s; the number is clamped, so that no size overflows. */
static size_t digits(struct span s, size_t *value)
{
	size_t n = 0, v = 0;
	for (; n < s.len && s.ptr[n] >= '0' && s.ptr[n] <= '9'; n++)
		v = v > SIZE_MAX / 16 ? v : v * 10 + (size_t)(s.ptr[n] - '0');
	if (value != NULL)
		*value = v;
	return n;
}

static bool is_number(struct span s)
{
	return s.len > 0 && digits(s, NULL) == s.len;
}

/* start-end at the front of s; returns its length or 0. */
static size_t byte_range(struct span s, size_t *start, size_t *end)
{
	size_t a = digits(s, start);
	if (a == 0 || a >= s.len || s.ptr[a] != '-')
		return 0;
	size_t b = digits((struct span){ s.ptr + a + 1, s.len - a - 1 }, end);
	return b == 0 ? 0 : a + 1 + b;
}

bool mention_next(struct span *entities, struct mention *mention)
{
	struct span piece;
	size_t n = 0;

	if (entities->len == 0 || !span_next(entities, ';', &piece))
		return false;
	while (n < piece.len && ((piece.ptr[n] >= 'A' && piece.ptr[n] <= 'Z') || piece.ptr[n] == '_' || (n > 0 && piece.ptr[n] >= '0' && piece.ptr[n] <= '9')))
		n++;
	if (n == 0 || n >= piece.len || piece.ptr[n] != ':')
		return false;
	mention->type = (struct span){ piece.ptr, n };
	struct span rest = { piece.ptr + n + 1, piece.len - n - 1 };
	n = byte_range(rest, &mention->start, &mention->end);
	if (n == 0 || n >= rest.len || rest.ptr[n] != ':' || mention->start > mention->end)
		return false;
	mention->name = (struct span){ rest.ptr + n + 1, rest.len - n - 1 };
	return true;
}

static bool is_entities(struct span s)
{
	struct mention mention;
	return mention_next(&s, &mention);
}

static bool is_one_of(struct span s, const char *const *values)
{
	for (; *values != NULL; values++)
		if (s.len == strlen(*values) && memcmp(s.ptr, *values, s.len) == 0)
			return true;
	return false;
}

static bool is_claim(const struct span *block)
{
	static const char *const kinds[] = { "count", "percent", "money", "measure", "statement", NULL };
	static const char *const cmps[] = { "=", "~", "<", "<=", ">", ">=", "..", "-", NULL };
	size_t start, end;
	struct span at = block[CLAIM_AT];

	return is_one_of(block[CLAIM_KIND], kinds) && is_one_of(block[CLAIM_CMP], cmps) && at.len > 0 &&
	       (byte_range(at, &start, &end) == at.len || span_eq(at, SPAN("-")));
}

/* Take the last column off *rest (which ends behind a TAB). The document's id is never taken. */
static bool column_before(struct span *rest, struct span *column)
{
	if (rest->len == 0)
		return false;
	struct span inside = { rest->ptr, rest->len - 1 };
	const char *tab = last_tab(inside);
	if (tab == NULL)
		return false;
	*column = (struct span){ tab + 1, (size_t)(inside.ptr + inside.len - tab - 1) };
	rest->len = (size_t)(tab + 1 - rest->ptr);
	return true;
}

static bool take_claim(struct span *rest, struct row *row)
{
	struct span block[CLAIM_COLUMNS], before = *rest;

	for (size_t i = CLAIM_COLUMNS; i-- > 0;)
		if (!column_before(&before, &block[i]))
			return false;
	if (!is_claim(block))
		return false;
	memcpy(row->claim, block, sizeof(block));
	*rest = before;
	return true;
}

void row_columns(struct row *row)
{
	struct span rest = row->head, column;

	for (;;) {
		if (row->claim[0].ptr == NULL && take_claim(&rest, row))
			continue;
		if (!column_before(&rest, &column))
			break;
		if (is_number(column)) {
			if (row->sent.ptr == NULL) {
				row->sent = column;
			} else {
				row->par = column;
				break;
			}
		} else if (row->offsets.ptr == NULL && column.len > 1 && column.ptr[0] == '@') {
			row->offsets = column;
		} else if (row->sent.ptr != NULL) {
			break;
		} else if (row->entities.ptr == NULL && is_entities(column)) {
			row->entities = column;
		}
	}
	if (row->par.ptr == NULL) {
		row->par = row->sent;
		row->sent = (struct span){ 0 };
	}
}

struct span row_column(const struct row *row, size_t number)
{
	struct span rest = { row->head.ptr, row->head.len > 0 ? row->head.len - 1 : 0 }, column;

	if (row->head.len == 0)
		return (struct span){ 0 };
	while (span_next(&rest, '\t', &column))
		if (--number == 0)
			return column;
	return (struct span){ 0 };
}

void row_id(const struct row *row, uint64_t number, struct buf *id)
{
	if (row->par.ptr == NULL) {
		buf_uint(id, number);
		return;
	}
	buf_span(id, row->doc);
	buf_char(id, ':');
	buf_span(id, row->par);
	if (row->sent.ptr != NULL) {
		buf_char(id, ':');
		buf_span(id, row->sent);
	}
}
