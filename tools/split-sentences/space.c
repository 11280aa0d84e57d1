#include "space.h"

#include "context.h"
#include "banned.h"

static bool is_space(uint32_t cp)
{
	if (cp < 0x80)
		return cp == ' ' || (cp >= '\t' && cp <= '\r');
	return cp == 0x85 || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x2028 || cp == 0x2029 ||
	       cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

size_t space_after(struct span text, size_t at)
{
	size_t size;
	while (is_space(char_after(text, at, &size)))
		at += size;
	return at;
}

size_t space_before(struct span text, size_t from, size_t at)
{
	size_t size;
	while (at > from && is_space(char_before(text, at, &size)) && at - from >= size)
		at -= size;
	return at;
}
