#include "similar.h"

#include "hash.h"
#include "letters.h"
#include "list.h"
#include "mem.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif
#include "banned.h"

extern const struct list list_spelled_numbers;

static inline bool is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

#define CHUNK 64

/* Of CHUNK bytes, those that stand in words: letters and digits, and all that is not ASCII. */
static uint64_t word_bytes(const char *ptr)
{
	uint64_t mask = 0;
#if defined(__SSE2__)
	for (unsigned i = 0; i < CHUNK; i += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(const void *)(ptr + i));
		__m128i letter = _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(x, _mm_set1_epi8('z' + 1)));
		__m128i digit = _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8('0' - 1)), _mm_cmplt_epi8(x, _mm_set1_epi8('9' + 1)));
		/* The sign bit says that a byte is not ASCII. */
		mask |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_or_si128(x, _mm_or_si128(letter, digit))) << i;
	}
#else
	for (unsigned i = 0; i < CHUNK; i++) {
		unsigned char c = (unsigned char)ptr[i];
		mask |= (uint64_t)(c >= 0x80 || (c >= 'a' && c <= 'z') || is_digit(c)) << i;
	}
#endif
	return mask;
}

/* hash_bytes() of a word: one of 15 bytes at most is read at once, where so many bytes are there. */
static inline uint64_t hash_word(const char *word, size_t len, const char *end)
{
	static const uint64_t first[8] = {
		0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
	};

	if (len > 15 || end - word < 16)
		return hash_bytes(word, len);
	uint64_t a = hash_read64(word), b = hash_read64(word + 8);
	a &= len < 8 ? first[len] : ~UINT64_C(0);
	b &= len < 8 ? 0 : first[len - 8];
	return hash_finish(a, b, hash_start(len, 0));
}

static uint32_t number_hash(const char *digits, size_t len)
{
	return (uint32_t)hash_bytes(digits, len) | SIMILAR_NUMBER;
}

/* The bytes of a separator of digits at p: a comma of either script or a point, with a digit behind it; else 0. */
static size_t separator(const char *p, const char *end)
{
	static const char comma[] = { (char)(0xC0 | ARABIC_COMMA >> 6), (char)(0x80 | (ARABIC_COMMA & 0x3F)) };
	size_t n = end - p < 2 ? 0 : *p == ',' || *p == '.' ? 1 : end - p > 2 && memcmp(p, comma, sizeof(comma)) == 0 ? 2 : 0;
	return n > 0 && is_digit((unsigned char)p[n]) ? n : 0;
}

static size_t digits(const char *p, const char *end)
{
	size_t n = 0;
	while (p + n < end && is_digit((unsigned char)p[n]))
		n++;
	return n;
}

/*
 * The hash of the number at p, and where it ends: thousands are joined
 * (2,500 is 2500), a point is kept. What is longer than any number is cut.
 */
static uint32_t read_number(const char **at, const char *end)
{
	char number[64];
	size_t len = 0, n;
	const char *p = *at;

	for (;;) {
		n = digits(p, end);
		for (size_t i = 0; i < n && len < sizeof(number); i++)
			number[len++] = p[i];
		p += n;
		size_t gap = separator(p, end);
		if (gap == 0)
			break;
		if (*p == '.' && len < sizeof(number))
			number[len++] = '.';
		else if (digits(p + gap, end) != 3)
			break;
		p += gap;
	}
	*at = p;
	return number_hash(number, len);
}

/* A bit for each number in a word: nearly all other words have none and need not be looked up. */
static uint64_t spelled_bits[32];

static void make_spelled_bits(void)
{
	for (uint64_t i = 0; i <= list_spelled_numbers.mask; i++) {
		uint64_t hash = list_spelled_numbers.slots[i].hash;
		if (hash != 0)
			spelled_bits[hash >> 58 & 31] |= UINT64_C(1) << (hash >> 52 & 63);
	}
}

static inline bool may_be_spelled(uint64_t hash)
{
	return (spelled_bits[hash >> 58 & 31] >> (hash >> 52 & 63) & 1) != 0;
}

static inline uint32_t word_hash(const char *word, size_t len, const char *end)
{
	uint64_t hash = hash_word(word, len, end);
	int32_t tag = may_be_spelled(hash) ? list_tag(&list_spelled_numbers, hash) : -1;

	if (tag < 0)
		return (uint32_t)hash & ~(uint32_t)SIMILAR_NUMBER;
	struct span digits_of = list_tag_text(&list_spelled_numbers, tag);
	return number_hash(digits_of.ptr, digits_of.len);
}

/* What is under way: the words of folded[0..end). */
struct split {
	const char *end;
	const char *done; /* a number may go on behind the run of bytes that it begins in */
	uint32_t *words;
	size_t count;
};

/* A run of bytes that stand in words: a word, or numbers and what is attached to them. */
static inline void add_run(struct split *split, const char *start, const char *stop)
{
	if (start < split->done)
		start = split->done;
	while (start < stop && is_digit((unsigned char)*start)) {
		split->words[split->count++] = read_number(&start, split->end);
		split->done = start;
	}
	if (start < stop)
		split->words[split->count++] = word_hash(start, (size_t)(stop - start), split->end);
}

size_t similar_split(struct span folded, uint32_t **words, size_t *cap, size_t count)
{
	const char *start = NULL; /* of the run that is open */
	uint64_t open = 0;
	static bool made;

	if (!made)
		make_spelled_bits();
	made = true;
	if (folded.len == 0)
		return count;
	*words = xgrow(*words, cap, count + folded.len / 2 + 1, sizeof(**words));
	struct split split = { folded.ptr + folded.len, folded.ptr, *words, count };
	for (size_t at = 0; at < folded.len; at += CHUNK) {
		char last[CHUNK] = { 0 };
		const char *chunk = folded.ptr + at;
		if (folded.len - at < CHUNK)
			chunk = memcpy(last, chunk, folded.len - at);
		uint64_t mask = word_bytes(chunk);
		/* Where a run begins or has ended. */
		for (uint64_t edges = mask ^ (mask << 1 | open); edges != 0; edges &= edges - 1) {
			const char *edge = folded.ptr + at + __builtin_ctzll(edges);
			if (start != NULL)
				add_run(&split, start, edge);
			start = start == NULL ? edge : NULL;
		}
		open = mask >> (CHUNK - 1);
	}
	if (start != NULL)
		add_run(&split, start, split.end);
	return split.count;
}
