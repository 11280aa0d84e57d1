#include "prints.h"

#include <stdlib.h>

#include "err.h"
#include "mem.h"
#include "pages.h"
#include "banned.h"

#define FIRST_SLOTS ((size_t)1 << 10)

/* 0 is the mark of a free slot: the one fingerprint in 2^64 that has it gives way. */
static struct fingerprint usable(struct fingerprint print)
{
	print.low += print.low == 0;
	return print;
}

static void allocate(struct prints *prints, size_t slots)
{
	prints->mask = slots - 1;
	prints->slots = pages_new(slots * sizeof(*prints->slots));
	prints->refs = prints->has_refs ? pages_new(slots * sizeof(*prints->refs)) : NULL;
}

static void release(struct prints *prints)
{
	size_t slots = prints->mask + 1;

	if (prints->slots == NULL || prints->mapped)
		return;
	pages_free(prints->slots, slots * sizeof(*prints->slots));
	if (prints->refs != NULL)
		pages_free(prints->refs, slots * sizeof(*prints->refs));
}

struct prints prints_new(bool has_refs)
{
	struct prints prints = { .has_refs = has_refs };
	allocate(&prints, FIRST_SLOTS);
	return prints;
}

void prints_free(struct prints *prints)
{
	release(prints);
	*prints = (struct prints){ 0 };
}

size_t prints_find(const struct prints *prints, struct fingerprint print)
{
	size_t first = (size_t)print.high & prints->mask, slot = first;

	print = usable(print);
	while (prints->slots[slot].low != 0 && (prints->slots[slot].low != print.low || prints->slots[slot].high != print.high)) {
		slot = (slot + 1) & prints->mask;
		if (slot == first)
			die(STATUS_FAILED, "the index is damaged; remove it and make it anew");
	}
	return slot;
}

static bool is_full(const struct prints *prints)
{
	return (prints->count + 1) * 4 > (prints->mask + 1) * 3;
}

static void grow(struct prints *prints)
{
	struct prints old = *prints;

	allocate(prints, (old.mask + 1) * 2);
	for (size_t i = 0; i <= old.mask; i++) {
		if (!prints_taken(&old, i))
			continue;
		size_t slot = prints_find(prints, old.slots[i]);
		prints->slots[slot] = old.slots[i];
		if (prints->has_refs)
			prints->refs[slot] = old.refs[i];
	}
	release(&old);
}

void prints_take(struct prints *prints, size_t slot, struct fingerprint print, uint32_t ref)
{
	if (is_full(prints)) {
		grow(prints);
		slot = prints_find(prints, print);
	}
	prints->slots[slot] = usable(print);
	if (prints->has_refs)
		prints->refs[slot] = ref;
	prints->count++;
}

static size_t slot_bytes(const struct prints *prints)
{
	return sizeof(*prints->slots) + (prints->has_refs ? sizeof(*prints->refs) : 0);
}

size_t prints_bytes(const struct prints *prints)
{
	return (prints->mask + 1) * slot_bytes(prints);
}

size_t prints_bytes_next(const struct prints *prints)
{
	return prints_bytes(prints) * (is_full(prints) ? 3 : 1);
}
