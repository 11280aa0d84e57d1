#include "buckets.h"

#include <string.h>

#include "pages.h"
#include "banned.h"

#define FIRST_BITS 8
#define LAST_BITS 31

struct buckets buckets_new(void)
{
	struct buckets buckets = { .bits = FIRST_BITS };
	buckets.at = pages_new(buckets_bytes(&buckets));
	return buckets;
}

void buckets_free(struct buckets *buckets)
{
	if (buckets->at != NULL && !buckets->mapped)
		pages_free(buckets->at, buckets_bytes(buckets));
	*buckets = (struct buckets){ 0 };
}

static void push(struct buckets *buckets, uint32_t tag, uint32_t ref)
{
	struct bucket *bucket = bucket_of(buckets, tag);

	buckets->entries += bucket->entry[BUCKET_ENTRIES - 1].ref == 0;
	struct bucket old = *bucket;
	memcpy(&bucket->entry[1], &old.entry[0], sizeof(old.entry) - sizeof(old.entry[0]));
	bucket->entry[0] = (struct bucket_entry){ tag, ref };
}

static bool is_full(const struct buckets *buckets)
{
	return buckets->bits < LAST_BITS && buckets->entries + BUCKET_ENTRIES > ((size_t)BUCKET_ENTRIES * 5 / 8) << buckets->bits;
}

/* A bucket's entries go to the two that take its place, the oldest first. */
static void grow(struct buckets *buckets)
{
	struct buckets old = *buckets;

	buckets->bits++;
	buckets->entries = 0;
	buckets->at = pages_new(buckets_bytes(buckets));
	for (size_t i = 0; i < (size_t)1 << old.bits; i++)
		for (size_t e = BUCKET_ENTRIES; e-- > 0;)
			if (old.at[i].entry[e].ref != 0)
				push(buckets, old.at[i].entry[e].tag, old.at[i].entry[e].ref);
	buckets_free(&old);
}

void buckets_add(struct buckets *buckets, uint32_t tag, uint32_t ref)
{
	if (is_full(buckets))
		grow(buckets);
	push(buckets, tag, ref);
}

size_t buckets_bytes(const struct buckets *buckets)
{
	return sizeof(struct bucket) << buckets->bits;
}

size_t buckets_bytes_next(const struct buckets *buckets)
{
	return buckets_bytes(buckets) * (is_full(buckets) ? 3 : 1);
}
