#include "built-in.h"

#include "banned.h"

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

const struct model *model_built_in(void)
{
	return model_of((struct span){ tag_model_bytes, (size_t)((uintptr_t)tag_model_end - (uintptr_t)tag_model_bytes) });
}

const struct dictionary *dictionary_built_in(void)
{
	const struct dictionary *dictionary = (const void *)tag_dictionary_bytes;
	size_t len = (size_t)((uintptr_t)tag_dictionary_end - (uintptr_t)tag_dictionary_bytes);

	return len >= sizeof(*dictionary) && dictionary->magic == DICTIONARY_MAGIC ? dictionary : NULL;
}
