#include "tag-entities/entry.h"

#include "tap.h"

static struct list list_of(const char *line)
{
	struct list_builder *builder = list_builder_new();

	list_builder_add(builder, "test", (struct span){ line, strlen(line) });
	return list_builder_finish(builder, "test");
}

int main(void)
{
	struct list list = list_of("ريف|الريف\tLOC\tالريف\tambiguous\n");
	struct gazetteer_entry entry = gazetteer_entry(&list, 0);
	ok(entry.type == TYPE_LOC && entry.ambiguous && span_eq(entry.name, SPAN("الريف")), "type, name and flag");
	list_free(&list);

	list = list_of("بنك النهر\tORG\tبنك النهر\n");
	entry = gazetteer_entry(&list, 0);
	ok(entry.type == TYPE_ORG && !entry.ambiguous && span_eq(entry.name, SPAN("بنك النهر")), "without a flag");
	list_free(&list);

	list = list_of("كأس البحر\t-\tكأس البحر\n");
	ok(gazetteer_entry(&list, 0).type == TYPES, "what is no name has no type");
	list_free(&list);
	return done();
}
