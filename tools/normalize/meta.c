#include "normalize/meta.h"

#include <stdint.h>
#include <stdlib.h>

#include "buf.h"
#include "err.h"
#include "hash.h"
#include "input.h"
#include "mem.h"
#include "utf8.h"
#include "banned.h"

struct entry {
	struct span doc, columns; /* doc.ptr is NULL in an empty slot */
};

struct meta {
	struct buf lines; /* the file, each line with a TAB in place of its line feed */
	struct entry *slots;
	size_t mask, count, columns;
	struct buf absent; /* what a document has that is not listed */
};

static struct entry *slot_of(const struct meta *meta, struct span doc)
{
	size_t i = (size_t)hash_bytes(doc.ptr, doc.len) & meta->mask;

	while (meta->slots[i].doc.ptr != NULL && !span_eq(meta->slots[i].doc, doc))
		i = (i + 1) & meta->mask;
	return &meta->slots[i];
}

static void grow(struct meta *meta)
{
	struct entry *old = meta->slots;
	size_t slots = old == NULL ? 0 : meta->mask + 1;

	if (meta->count * 2 < slots)
		return;
	meta->mask = (slots > 0 ? slots * 2 : 64) - 1;
	meta->slots = xcalloc(meta->mask + 1, sizeof(*meta->slots));
	for (size_t i = 0; i < slots; i++)
		if (old[i].doc.ptr != NULL)
			*slot_of(meta, old[i].doc) = old[i];
	free(old);
}

static size_t tabs(struct span s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += s.ptr[i] == '\t';
	return n;
}

/* `line` ends in a TAB of its own. */
static void add(struct meta *meta, const char *path, uint64_t number, struct span line)
{
	const char *tab = memchr(line.ptr, '\t', line.len);
	struct span doc = { line.ptr, (size_t)(tab - line.ptr) };
	struct span columns = { tab + 1, line.len - doc.len - 1 };

	if (!utf8_valid(line.ptr, line.len))
		die(STATUS_USAGE, "%s:%llu: not UTF-8", path, (unsigned long long)number);
	if (meta->count == 0)
		meta->columns = tabs(columns);
	if (tabs(columns) != meta->columns)
		die(STATUS_USAGE, "%s:%llu: %zu columns where the lines before have %zu", path, (unsigned long long)number, tabs(columns) + 1, meta->columns + 1);
	grow(meta);
	struct entry *slot = slot_of(meta, doc);
	if (slot->doc.ptr != NULL)
		die(STATUS_USAGE, "%s:%llu: '%.*s' stands twice", path, (unsigned long long)number, (int)doc.len, doc.ptr);
	*slot = (struct entry){ doc, columns };
	meta->count++;
}

struct meta *meta_read(const char *path)
{
	struct meta *meta = xcalloc(1, sizeof(*meta));
	uint64_t number = 0;

	meta->lines.ptr = input_slurp(path, &meta->lines.len);
	meta->lines.cap = meta->lines.len;
	buf_char(&meta->lines, '\n');
	grow(meta);
	for (char *p = meta->lines.ptr, *end = p + meta->lines.len, *next; p < end; p = next) {
		next = (char *)memchr(p, '\n', (size_t)(end - p)) + 1;
		struct span line = { p, (size_t)(next - p) };
		number++;
		if (line.len > 1 && p[line.len - 2] == '\r')
			line.len--;
		p[line.len - 1] = '\t';
		if (line.len > 1)
			add(meta, path, number, line);
	}
	for (size_t i = 0; i < meta->columns; i++)
		buf_add(&meta->absent, "-\t", 2);
	return meta;
}

struct span meta_columns(const struct meta *meta, struct span doc)
{
	const struct entry *slot = slot_of(meta, doc);
	return slot->doc.ptr != NULL ? slot->columns : buf_as_span(&meta->absent);
}

void meta_free(struct meta *meta)
{
	if (meta == NULL)
		return;
	buf_free(&meta->lines);
	buf_free(&meta->absent);
	free(meta->slots);
	free(meta);
}
