#include "tag-entities/entry.h"

#include "tap.h"

static struct gazetteer_entry entry_of(const char *line)
{
	struct list_builder *builder = list_builder_new();
	list_builder_add(builder, "test", (struct span){ line, strlen(line) });
	static struct list list;
	list = list_builder_finish(builder, "test");
	return gazetteer_entry(&list, 0);
}

int main(void)
{
	struct gazetteer_entry entry = entry_of("ريف|الريف\tLOC\tالريف\tambiguous\n");
	ok(entry.type == TYPE_LOC && entry.ambiguous && span_eq(entry.name, SPAN("الريف")), "type, name and flag");
	entry = entry_of("بنك النهر\tORG\tبنك النهر\n");
	ok(entry.type == TYPE_ORG && !entry.ambiguous && span_eq(entry.name, SPAN("بنك النهر")), "without a flag");
	entry = entry_of("كأس البحر\t-\tكأس البحر\n");
	ok(entry.type == TYPES, "what is no name has no type");
	return done();
}
