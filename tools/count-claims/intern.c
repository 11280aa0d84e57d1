#include "count-claims/intern.h"

#include <stdlib.h>

#include "hash.h"
#include "mem.h"
#include "banned.h"

static void rehash(struct intern *in)
{
	in->mask = in->mask == 0 ? 255 : in->mask * 2 + 1;
	free(in->slots);
	in->slots = xcalloc(in->mask + 1, sizeof(*in->slots));
	for (size_t id = 0; id < in->count; id++) {
		uint64_t i = in->hashes[id] & in->mask;
		while (in->slots[i] != 0)
			i = (i + 1) & in->mask;
		in->slots[i] = (uint32_t)id + 1;
	}
}

uint32_t intern_id(struct intern *in, struct span text)
{
	uint64_t hash = hash_bytes(text.ptr, text.len);

	if (in->count * 2 >= in->mask)
		rehash(in);
	uint64_t i = hash & in->mask;
	for (; in->slots[i] != 0; i = (i + 1) & in->mask) {
		uint32_t id = in->slots[i] - 1;
		if (in->hashes[id] == hash && span_eq(intern_text(in, id), text))
			return id;
	}
	in->starts = xgrow(in->starts, &in->cap, in->count + 2, sizeof(*in->starts));
	in->hashes = xgrow(in->hashes, &in->hashes_cap, in->count + 1, sizeof(*in->hashes));
	in->starts[in->count] = in->text.len;
	in->hashes[in->count] = hash;
	buf_span(&in->text, text);
	in->slots[i] = (uint32_t)++in->count;
	in->starts[in->count] = in->text.len;
	return (uint32_t)in->count - 1;
}

struct span intern_text(const struct intern *in, uint32_t id)
{
	return (struct span){ in->text.ptr + in->starts[id], (size_t)(in->starts[id + 1] - in->starts[id]) };
}

void intern_free(struct intern *in)
{
	buf_free(&in->text);
	free(in->starts);
	free(in->hashes);
	free(in->slots);
	*in = (struct intern){ 0 };
}
