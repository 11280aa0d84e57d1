/* The entries of gazetteers: type, name and flags, the tag of a list. */
#ifndef KHABAR_TAG_ENTRY_H
#define KHABAR_TAG_ENTRY_H

#include "list.h"
#include "type.h"

/* The columns of a gazetteer entry's tag. */
struct gazetteer_entry {
	uint8_t type; /* TYPES where its type is none of ours */
	bool ambiguous;
	struct span name;
};
struct gazetteer_entry gazetteer_entry(const struct list *list, int32_t tag);

/* Check a user's list: each entry has a type and a name. Else exits with STATUS_USAGE. */
void gazetteer_check(const struct list *list);

#endif
