#include "space.h"

#include "utf8.h"
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

	/* Nearly every character that is asked for is ASCII or an Arabic letter. */
	while (at < text.len && text.ptr[at] == ' ')
		at++;
	if (at < text.len && (unsigned char)text.ptr[at] >= 0xD0 && (unsigned char)text.ptr[at] < 0xE1)
		return at;
	while (at < text.len && is_space(utf8_decode(text.ptr + at, text.len - at, &size)))
		at += size;
	return at;
}

size_t space_before(struct span text, size_t from, size_t at)
{
	while (at > from) {
		size_t lead = at - 1, size;
		while (lead > from && at - lead < 4 && utf8_continues(text.ptr[lead]))
			lead--;
		if (!is_space(utf8_decode(text.ptr + lead, at - lead, &size)) || lead + size != at)
			break;
		at = lead;
	}
	return at;
}
