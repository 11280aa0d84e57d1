/*
 * Word lists: phrases, looked up by the hash of their folded words, each with
 * a tag. Lists are compiled in (common/mklist.c makes C of them) or read from
 * a user's file at run time; both have this form.
 *
 * A list file has one entry a line: its surface forms, separated by `|`, a TAB
 * and the tag, which is the rest of the line (further TABs belong to it).
 * Lines that begin with `#` and blank lines are left out. Forms are folded as
 * tokens are (case, hamza, marks, punctuation), so one spelling stands for all
 * that fold alike. A form that stands twice is an error.
 *
 * Words of a phrase are its tokens. A phrase is found word by word:
 *
 *	struct list_walk walk = list_begin();
 *	for (i = first; i < count && list_step(list, &walk, token[i].hash); i++)
 *		if (walk.tag >= 0) ...	// token[first..i] is an entry
 */
#ifndef KHABAR_LIST_H
#define KHABAR_LIST_H

#include <stdint.h>

#include "buf.h"
#include "hash.h"
#include "span.h"

struct list_entry {
	uint64_t hash; /* of the whole phrase: 0 is an empty slot */
	int32_t tag;   /* index of its tag, or -1 where the phrase only begins an entry */
	uint32_t more; /* 1 where longer entries begin with it */
};

struct list {
	const char *name;
	const struct list_entry *slots; /* mask + 1 of them, open addressing, linear */
	uint64_t mask;
	const char *tag_text;       /* all tags, one after another */
	const uint32_t *tag_starts; /* tags + 1 offsets into tag_text */
	uint32_t tags;
};

/* The slot of a phrase's hash, or NULL. */
static inline const struct list_entry *list_find(const struct list *list, uint64_t hash)
{
	for (uint64_t i = hash & list->mask;; i = (i + 1) & list->mask) {
		const struct list_entry *entry = &list->slots[i];
		if (entry->hash == hash)
			return entry;
		if (entry->hash == 0)
			return NULL;
	}
}

/* The tag of a single word, or -1. */
static inline int32_t list_tag(const struct list *list, uint64_t word)
{
	const struct list_entry *entry = list_find(list, word);
	return entry == NULL ? -1 : entry->tag;
}

/* Have the memory fetched that list_find() will look at. */
static inline void list_prefetch(const struct list *list, uint64_t hash)
{
	__builtin_prefetch(&list->slots[hash & list->mask]);
}

/* The text of a tag. */
static inline struct span list_tag_text(const struct list *list, int32_t tag)
{
	const uint32_t *start = &list->tag_starts[tag];
	return (struct span){ list->tag_text + start[0], start[1] - start[0] };
}

struct list_walk {
	uint64_t hash;
	int32_t tag; /* of the phrase so far, or -1 */
	uint32_t words;
	uint32_t more;
};

static inline struct list_walk list_begin(void)
{
	return (struct list_walk){ 0, -1, 0, 1 };
}

/* Add a word to the phrase. Returns false where no entry is or begins with it. */
static inline bool list_step(const struct list *list, struct list_walk *walk, uint64_t word)
{
	if (walk->more == 0)
		return false;
	walk->hash = walk->words++ == 0 ? word : hash_join(walk->hash, word);
	const struct list_entry *entry = list_find(list, walk->hash);
	walk->tag = entry != NULL ? entry->tag : -1;
	walk->more = entry != NULL ? entry->more : 0;
	return entry != NULL;
}

/*
 * Building one: from the bytes of a list file. `name` is for messages, which
 * name its lines; an error exits with STATUS_USAGE.
 */
struct list_builder;
struct list_builder *list_builder_new(void);
void list_builder_add(struct list_builder *builder, const char *name, struct span file);
/* Finish it. The list owns its memory until list_free(); the builder is gone. */
struct list list_builder_finish(struct list_builder *builder, const char *name);
void list_free(struct list *list);

/* Read a user's list file. Exits with STATUS_USAGE where it cannot be read. */
struct list list_read_file(const char *path);

#endif
