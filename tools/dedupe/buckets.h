/*
 * From the keys of rows to the rows that had them: buckets of one cache line,
 * eight entries each, the newest first. A full bucket forgets its oldest
 * entry, so that a key of boilerplate costs no more than another.
 */
#ifndef DEDUPE_BUCKETS_H
#define DEDUPE_BUCKETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BUCKET_ENTRIES 8

struct bucket_entry {
	uint32_t tag;
	uint32_t ref; /* 0: free, and all behind it */
};

struct bucket {
	struct bucket_entry entry[BUCKET_ENTRIES];
};

struct buckets {
	struct bucket *at;
	unsigned bits;  /* 2^bits buckets */
	size_t entries; /* taken */
	bool mapped;    /* they belong to a file */
};

struct buckets buckets_new(void);
void buckets_free(struct buckets *buckets);

/* A key's tag. Keys are small numbers, being the smallest of many; tags are spread evenly, and tell keys apart as well. */
static inline uint32_t bucket_tag(uint32_t key)
{
	return key * UINT32_C(0x9E3779B1);
}

static inline struct bucket *bucket_of(const struct buckets *buckets, uint32_t tag)
{
	return &buckets->at[tag >> (32 - buckets->bits)];
}

/*
 * A key that fills half of its bucket is boilerplate (honorifics, a paper's
 * formulas): it says little of those that share it.
 */
#define BUCKET_HOT (BUCKET_ENTRIES / 2)

/* The references under a tag, the newest first. Returns their number. */
static inline size_t bucket_find(const struct bucket *bucket, uint32_t tag, uint32_t refs[BUCKET_ENTRIES])
{
	size_t count = 0;

	for (size_t i = 0; i < BUCKET_ENTRIES; i++) {
		refs[count] = bucket->entry[i].ref;
		count += bucket->entry[i].tag == tag && bucket->entry[i].ref != 0;
	}
	return count;
}

/* Add an entry; the table doubles where five eighths of it are taken. */
void buckets_add(struct buckets *buckets, uint32_t tag, uint32_t ref);

size_t buckets_bytes(const struct buckets *buckets);
size_t buckets_bytes_next(const struct buckets *buckets);

#endif
