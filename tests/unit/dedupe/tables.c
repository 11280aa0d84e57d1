/* prints.h and buckets.h: what goes in comes out, through growth, and the oldest of a bucket falls out. */
#include "dedupe/buckets.h"
#include "dedupe/prints.h"
#include "hash.h"
#include "tap.h"

#define MANY 100000

static struct fingerprint print_of(uint64_t i)
{
	return (struct fingerprint){ hash_mix(i, HASH_P1), hash_mix(i ^ HASH_P2, HASH_P0) };
}

static void prints(void)
{
	struct prints prints = prints_new(true);
	int there = 1, absent = 1;

	for (uint32_t i = 1; i <= MANY; i++)
		prints_take(&prints, prints_find(&prints, print_of(i)), print_of(i), i);
	for (uint32_t i = 1; i <= MANY; i++) {
		size_t slot = prints_find(&prints, print_of(i));
		there &= prints_taken(&prints, slot) && prints.refs[slot] == i;
		absent &= !prints_taken(&prints, prints_find(&prints, print_of(i + MANY)));
	}
	ok(prints.count == MANY && there, "all fingerprints are found, with their references");
	ok(absent, "and no others");
	struct fingerprint a = { 7, 0 }, b = { 7, 2 }, c = { 8, 2 };
	prints_take(&prints, prints_find(&prints, a), a, 9);
	ok(prints_taken(&prints, prints_find(&prints, a)), "a fingerprint whose lower half is 0 is held too");
	ok(!prints_taken(&prints, prints_find(&prints, b)) && !prints_taken(&prints, prints_find(&prints, c)), "both halves count");
	ok(prints_bytes(&prints) <= 60 * MANY, "at most 60 bytes a row: %zu", prints_bytes(&prints) / MANY);
	prints_free(&prints);
}

static void buckets(void)
{
	struct buckets buckets = buckets_new();
	uint32_t refs[BUCKET_ENTRIES];
	size_t found = 0;

	for (uint32_t i = 1; i <= BUCKET_ENTRIES + 2; i++)
		buckets_add(&buckets, bucket_tag(42), i);
	size_t n = bucket_find(bucket_of(&buckets, bucket_tag(42)), bucket_tag(42), refs);
	ok(n == BUCKET_ENTRIES && refs[0] == BUCKET_ENTRIES + 2 && refs[BUCKET_ENTRIES - 1] == 3, "a full bucket forgets the oldest");
	ok(bucket_find(bucket_of(&buckets, bucket_tag(43)), bucket_tag(43), refs) == 0, "another key finds nothing");
	for (uint32_t i = 1; i <= MANY; i++)
		buckets_add(&buckets, bucket_tag(i * 3), i);
	for (uint32_t i = 1; i <= MANY; i++) {
		n = bucket_find(bucket_of(&buckets, bucket_tag(i * 3)), bucket_tag(i * 3), refs);
		for (size_t r = 0; r < n; r++)
			found += refs[r] == i;
	}
	ok(found > MANY * 97 / 100, "of many keys nearly all are held: %zu of %d", found, MANY);
	buckets_free(&buckets);
}

int main(void)
{
	prints();
	buckets();
	return done();
}
