/*
 * 64-bit hashes for tables and keys: not for adversaries. Built on the
 * 64x64 -> 128 bit "folded multiply" (Wang Yi, wyhash, 2019). The value of a
 * byte string is part of files that we write (model, index): it never changes
 * and reads its bytes as little-endian numbers.
 */
#ifndef KHABAR_HASH_H
#define KHABAR_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define HASH_P0 UINT64_C(0x9E3779B97F4A7C15)
#define HASH_P1 UINT64_C(0xD6E8FEB86659FD93)
#define HASH_P2 UINT64_C(0xA0761D6478BD642F)

__extension__ typedef unsigned __int128 hash_u128;

static inline uint64_t hash_mix(uint64_t a, uint64_t b)
{
	hash_u128 product = (hash_u128)a * b;
	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t hash_read64(const char *ptr)
{
	uint64_t value;
	memcpy(&value, ptr, sizeof(value));
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	value = __builtin_bswap64(value);
#endif
	return value;
}

static inline uint64_t hash_read32(const char *ptr)
{
	uint32_t value;
	memcpy(&value, ptr, sizeof(value));
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	value = __builtin_bswap32(value);
#endif
	return value;
}

/* The last 0 to 7 bytes as a number: read in pieces that may overlap, since equal bits may be set twice. */
static inline uint64_t hash_read_tail(const char *ptr, size_t len)
{
	if (len >= 4)
		return hash_read32(ptr) | hash_read32(ptr + len - 4) << (8 * (len - 4));
	if (len == 0)
		return 0;
	size_t middle = len / 2, last = len - 1;
	return (uint64_t)(unsigned char)ptr[0] | (uint64_t)(unsigned char)ptr[middle] << (8 * middle) |
	       (uint64_t)(unsigned char)ptr[last] << (8 * last);
}

/* The parts of hash_bytes_seeded(), for those who read the bytes their own way. */
static inline uint64_t hash_start(size_t len, uint64_t seed)
{
	return seed ^ hash_mix(HASH_P0 ^ len, HASH_P1);
}

static inline uint64_t hash_finish(uint64_t a, uint64_t b, uint64_t h)
{
	return hash_mix(hash_mix(a ^ HASH_P2, b ^ h ^ HASH_P1), HASH_P0 ^ h);
}

static inline uint64_t hash_bytes_seeded(const char *ptr, size_t len, uint64_t seed)
{
	uint64_t h = hash_start(len, seed);

	while (len >= 16) {
		h = hash_mix(hash_read64(ptr) ^ HASH_P1, hash_read64(ptr + 8) ^ h);
		ptr += 16;
		len -= 16;
	}
	uint64_t a = 0, b = 0;
	if (len >= 8) {
		a = hash_read64(ptr);
		b = hash_read_tail(ptr + 8, len - 8);
	} else {
		a = hash_read_tail(ptr, len);
	}
	return hash_finish(a, b, h);
}

/* A word's hash, as struct token and struct list hold it. */
static inline uint64_t hash_bytes(const char *ptr, size_t len)
{
	return hash_bytes_seeded(ptr, len, 0);
}

/* The hash of a phrase: that of its first word, then each further word's joined to it in order. */
static inline uint64_t hash_join(uint64_t phrase, uint64_t word)
{
	return hash_mix(phrase ^ HASH_P2, word ^ HASH_P1);
}

#endif
