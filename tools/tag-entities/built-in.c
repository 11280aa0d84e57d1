#include "built-in.h"

#include "err.h"
#include "banned.h"

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the files compiled in are little-endian");

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)
#define SYMBOL(name) TEXT(__USER_LABEL_PREFIX__) #name
#ifdef __APPLE__
#define READ_ONLY ".section __TEXT,__const\n"
#else
#define READ_ONLY ".section .rodata\n"
#endif

/* The bytes of a file between the symbols NAME_bytes and NAME_end. */
#define INCLUDE(name, file)                                                                                                  \
	__asm__(READ_ONLY ".balign 16\n" SYMBOL(name##_bytes) ":\n.incbin \"" file "\"\n" SYMBOL(name##_end) ":\n.byte 0\n.text\n" \
	        ".globl " SYMBOL(name##_bytes) "\n.globl " SYMBOL(name##_end) "\n");                                             \
	extern const char name##_bytes[], name##_end[]

INCLUDE(tag_model, TAG_MODEL);
INCLUDE(tag_dictionary, TAG_DICTIONARY);

static struct span bytes_between(const char *start, const char *end)
{
	return (struct span){ start, (size_t)((uintptr_t)end - (uintptr_t)start) };
}

const struct model *model_built_in(void)
{
	struct span bytes = bytes_between(tag_model_bytes, tag_model_end);
	const struct model *model = model_of(bytes);

	if (model == NULL && bytes.len > 0)
		die(STATUS_FAILED, "built with a model of another version");
	return model;
}

const struct dictionary *dictionary_built_in(void)
{
	struct span bytes = bytes_between(tag_dictionary_bytes, tag_dictionary_end);
	const struct dictionary *dictionary = (const void *)bytes.ptr;

	if (bytes.len == 0)
		return NULL;
	if (bytes.len < sizeof(*dictionary) || dictionary->magic != DICTIONARY_MAGIC || bytes.len != dictionary_size(dictionary->mask))
		die(STATUS_FAILED, "built with a dictionary of another version");
	return dictionary;
}
