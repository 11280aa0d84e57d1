#include "list.h"

#include <stdlib.h>

#include "err.h"
#include "input.h"
#include "mem.h"
#include "token.h"
#include "utf8.h"
#include "banned.h"

struct list_builder {
	struct list_entry *slots;
	uint64_t mask, used;
	struct buf tag_text;
	uint32_t *tag_starts;
	size_t tags, tags_cap;
	struct list_entry *tag_slots; /* tags by their hash, so that equal ones are one */
	uint64_t tag_mask;
	struct tokens tokens;
};

static struct list_entry *slot_of(struct list_entry *slots, uint64_t mask, uint64_t hash)
{
	uint64_t i = hash & mask;
	while (slots[i].hash != 0 && slots[i].hash != hash)
		i = (i + 1) & mask;
	return &slots[i];
}

static struct list_entry *grown(struct list_entry *old, uint64_t *mask)
{
	uint64_t more = *mask * 2 + 1;
	struct list_entry *slots = xcalloc(more + 1, sizeof(*slots));

	for (uint64_t i = 0; i <= *mask; i++)
		if (old[i].hash != 0)
			*slot_of(slots, more, old[i].hash) = old[i];
	free(old);
	*mask = more;
	return slots;
}

struct list_builder *list_builder_new(void)
{
	struct list_builder *b = xcalloc(1, sizeof(*b));

	b->mask = b->tag_mask = 63;
	b->slots = xcalloc(b->mask + 1, sizeof(*b->slots));
	b->tag_slots = xcalloc(b->tag_mask + 1, sizeof(*b->tag_slots));
	return b;
}

/* The index of a tag, new or known. */
static int32_t tag_index(struct list_builder *b, struct span tag)
{
	uint64_t hash = hash_bytes(tag.ptr, tag.len) | 1;
	struct list_entry *slot = slot_of(b->tag_slots, b->tag_mask, hash);

	if (slot->hash != 0)
		return slot->tag;
	*slot = (struct list_entry){ .hash = hash, .tag = (int32_t)b->tags };
	b->tag_starts = xgrow(b->tag_starts, &b->tags_cap, b->tags + 2, sizeof(*b->tag_starts));
	b->tag_starts[b->tags++] = (uint32_t)b->tag_text.len;
	buf_span(&b->tag_text, tag);
	b->tag_starts[b->tags] = (uint32_t)b->tag_text.len;
	int32_t tag_now = (int32_t)b->tags - 1;
	if (b->tags * 2 > b->tag_mask)
		b->tag_slots = grown(b->tag_slots, &b->tag_mask);
	return tag_now;
}

/* Add the form whose tokens were read. Returns false where it is an entry already. */
static bool add_form(struct list_builder *b, int32_t tag)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < b->tokens.count; i++) {
		uint64_t word = b->tokens.at[i].hash;
		hash = i == 0 ? word : hash_join(hash, word);
		struct list_entry *slot = slot_of(b->slots, b->mask, hash);
		if (slot->hash == 0) {
			*slot = (struct list_entry){ .hash = hash, .tag = -1 };
			b->used++;
		}
		if (i + 1 < b->tokens.count) {
			slot->more = 1;
		} else if (slot->tag >= 0) {
			return false;
		} else {
			slot->tag = tag;
		}
		if (b->used * 2 > b->mask)
			b->slots = grown(b->slots, &b->mask);
	}
	return true;
}

void list_builder_add(struct list_builder *b, const char *name, struct span file)
{
	struct span line, form;
	unsigned long long number = 0;

	if (file.len >= 3 && memcmp(file.ptr, "\xEF\xBB\xBF", 3) == 0) {
		file.ptr += 3; /* a byte order mark, as editors on Windows write it */
		file.len -= 3;
	}
	while (span_next(&file, '\n', &line)) {
		number++;
		if (line.len > 0 && line.ptr[line.len - 1] == '\r')
			line.len--;
		if (line.len == 0 || line.ptr[0] == '#')
			continue;
		if (!utf8_valid(line.ptr, line.len))
			die(STATUS_USAGE, "%s:%llu: bad UTF-8", name, number);
		const char *tab = memchr(line.ptr, '\t', line.len);
		if (tab == NULL || tab == line.ptr)
			die(STATUS_USAGE, "%s:%llu: no TAB between a form and its tag", name, number);
		struct span forms = { line.ptr, (size_t)(tab - line.ptr) };
		int32_t tag = tag_index(b, (struct span){ tab + 1, line.len - forms.len - 1 });
		while (span_next(&forms, '|', &form)) {
			tokens_read(&b->tokens, form);
			if (b->tokens.count == 0)
				die(STATUS_USAGE, "%s:%llu: a form without a word", name, number);
			if (!add_form(b, tag))
				die(STATUS_USAGE, "%s:%llu: '%.*s' stands twice (forms that fold alike are one)", name, number, (int)form.len, form.ptr);
		}
	}
}

struct list list_builder_finish(struct list_builder *b, const char *name)
{
	if (b->tag_starts == NULL)
		b->tag_starts = xcalloc(1, sizeof(*b->tag_starts));
	struct list list = { name, b->slots, b->mask, b->tag_text.ptr, b->tag_starts, (uint32_t)b->tags };

	free(b->tag_slots);
	tokens_free(&b->tokens);
	free(b);
	return list;
}

void list_free(struct list *list)
{
	free((void *)(uintptr_t)list->slots);
	free((void *)(uintptr_t)list->tag_text);
	free((void *)(uintptr_t)list->tag_starts);
	*list = (struct list){ 0 };
}

struct list list_read_file(const char *path)
{
	size_t len;
	char *bytes = input_slurp(path, &len);
	struct list_builder *b = list_builder_new();

	list_builder_add(b, path, (struct span){ bytes, len });
	free(bytes);
	return list_builder_finish(b, path);
}
