/*
 * mklist NAME FILE...: make C of word lists, at build time.
 *
 * Reads list files (list.h says their form) and writes the constant
 * `const struct list NAME`, with no pointers to relocate in its tables, so
 * that a tool starts at once however long its lists are.
 */
#include <stdio.h>
#include <stdlib.h>

#include "err.h"
#include "input.h"
#include "list.h"
#include "banned.h"

static void write_bytes(const char *ptr, size_t len)
{
	for (size_t i = 0; i < len; i++)
		printf("%d,%s", (unsigned char)ptr[i], i % 32 == 31 ? "\n" : "");
}

static void write_list(const struct list *list)
{
	printf("#include \"list.h\"\n\nstatic const struct list_entry slots[] = {\n");
	for (uint64_t i = 0; i <= list->mask; i++)
		printf("{0x%llxu,%d,%u},\n", (unsigned long long)list->slots[i].hash, list->slots[i].tag, list->slots[i].more);
	printf("};\nstatic const unsigned char tag_text[] = {\n");
	write_bytes(list->tag_text, list->tag_starts[list->tags]);
	printf("0};\nstatic const uint32_t tag_starts[] = {\n");
	for (uint32_t i = 0; i <= list->tags; i++)
		printf("%u,%s", list->tag_starts[i], i % 16 == 15 ? "\n" : "");
	printf("};\nextern const struct list %s;\n", list->name);
	printf("const struct list %s = { \"%s\", slots, %llu, (const char *)tag_text, tag_starts, %u };\n", list->name, list->name,
	       (unsigned long long)list->mask, list->tags);
}

int main(int argc, char **argv)
{
	err_set_tool("mklist");
	if (argc < 3)
		die(STATUS_USAGE, "usage: mklist NAME FILE...");
	struct list_builder *builder = list_builder_new();
	for (int i = 2; i < argc; i++) {
		size_t len;
		char *bytes = input_slurp(argv[i], &len);
		list_builder_add(builder, argv[i], (struct span){ bytes, len });
		free(bytes);
	}
	struct list list = list_builder_finish(builder, argv[1]);
	write_list(&list);
	list_free(&list);
	if (fflush(stdout) != 0 || ferror(stdout))
		die_errno(STATUS_FAILED, "standard output");
	return STATUS_OK;
}
