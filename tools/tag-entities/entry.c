#include "entry.h"

#include "err.h"
#include "banned.h"

struct gazetteer_entry gazetteer_entry(const struct list *list, int32_t tag)
{
	struct span text = list_tag_text(list, tag), type = { 0 }, name = { 0 }, flags = { 0 }, flag;
	struct gazetteer_entry entry = { 0 };

	span_next(&text, '\t', &type);
	span_next(&text, '\t', &name);
	span_next(&text, '\t', &flags);
	entry.type = (uint8_t)type_of(type);
	while (span_next(&flags, ',', &flag))
		entry.ambiguous |= span_eq(flag, SPAN("ambiguous"));
	entry.name = name;
	return entry;
}

void gazetteer_check(const struct list *list)
{
	for (uint32_t tag = 0; tag < list->tags; tag++) {
		struct gazetteer_entry entry = gazetteer_entry(list, (int32_t)tag);
		struct span text = list_tag_text(list, (int32_t)tag);
		if (entry.type == TYPES || entry.name.len == 0)
			die(STATUS_USAGE, "%s: '%.*s' is not a type (PER, LOC, ORG), a TAB and a name", list->name, (int)text.len, text.ptr);
	}
}
