#include "similar.h"

#include <stdlib.h>

#include "hash.h"
#include "letters.h"
#include "list.h"
#include "mem.h"
#include "banned.h"

extern const struct list list_spelled_numbers;

struct similar_gram {
	uint64_t gram;   /* 0: an empty slot */
	uint32_t count;  /* how often it stands in the prepared text */
	uint32_t round;  /* of the comparison in which `left` was set */
	uint32_t left;   /* how many of them the other text has not matched yet */
};

static uint64_t gram_at(const uint32_t *word, unsigned width)
{
	uint64_t gram = (uint64_t)word[0] << 32 | word[1];

	if (width == 3)
		gram = hash_mix(gram ^ HASH_P0, word[2] ^ HASH_P1);
	return gram != 0 ? gram : 1;
}

static size_t grams(size_t words, unsigned width)
{
	return words < width ? 0 : words - width + 1;
}

static struct similar_gram *find(const struct similar_bag *bag, uint64_t gram)
{
	size_t i = (size_t)(gram * HASH_P0 >> 32) & bag->mask;

	while (bag->slots[i].gram != 0 && bag->slots[i].gram != gram)
		i = (i + 1) & bag->mask;
	return &bag->slots[i];
}

static void clear(struct similar_bag *bag, size_t n)
{
	size_t size = 64;

	while (size < 2 * n)
		size *= 2;
	bag->slots = xgrow(bag->slots, &bag->cap, size, sizeof(*bag->slots));
	bag->mask = size - 1;
	bag->round = 0;
	memset(bag->slots, 0, size * sizeof(*bag->slots));
}

static void fill(struct similar_bag *bag, struct similar_words words, unsigned width)
{
	size_t n = grams(words.count, width);

	clear(bag, n);
	for (size_t i = 0; i < n; i++) {
		uint64_t gram = gram_at(words.hash + i, width);
		struct similar_gram *slot = find(bag, gram);
		slot->gram = gram;
		slot->count++;
	}
}

/* Match one more of `gram` in the other text of this round: 1 where the prepared text still has one, else 0. */
static size_t match(struct similar_bag *bag, uint64_t gram)
{
	struct similar_gram *slot = find(bag, gram);

	if (slot->gram == 0)
		return 0;
	if (slot->round != bag->round) {
		slot->round = bag->round;
		slot->left = slot->count;
	}
	if (slot->left == 0)
		return 0;
	slot->left--;
	return 1;
}

/* How many shingles both have, or 0 where they are fewer than `least`. */
static size_t shared(struct similar_bag *bag, struct similar_words other, unsigned width, size_t least)
{
	size_t n = grams(other.count, width), hits = 0;

	bag->round++;
	for (size_t i = 0; i < n; i++) {
		hits += match(bag, gram_at(other.hash + i, width));
		if (hits + (n - i - 1) < least)
			return 0;
	}
	return hits;
}

void similar_prepare(struct similar *similar, struct similar_words words)
{
	similar->words = words;
	similar->has_bigrams = similar->has_trigrams = similar->has_numbers = false;
}

void similar_free(struct similar *similar)
{
	free(similar->bigrams.slots);
	free(similar->trigrams.slots);
	free(similar->numbers.slots);
	*similar = (struct similar){ 0 };
}

double similar_jaccard(struct similar *similar, struct similar_words other, double least)
{
	size_t a = grams(similar->words.count, 2), b = grams(other.count, 2);
	/* both / (a + b - both) >= least; a little less, so that rounding gives nothing up. */
	size_t enough = (size_t)(least / (1 + least) * (double)(a + b) * (1 - 1e-9));

	if (a == 0 || b == 0 || (a < b ? a : b) < enough)
		return 0;
	if (!similar->has_bigrams)
		fill(&similar->bigrams, similar->words, 2);
	similar->has_bigrams = true;
	size_t both = shared(&similar->bigrams, other, 2, enough);
	return (double)both / (double)(a + b - both);
}

double similar_containment(struct similar *similar, struct similar_words other)
{
	size_t a = grams(similar->words.count, 3), b = grams(other.count, 3);

	if (a == 0 || b == 0)
		return 0;
	if (!similar->has_trigrams)
		fill(&similar->trigrams, similar->words, 3);
	similar->has_trigrams = true;
	return (double)shared(&similar->trigrams, other, 3, 0) / (double)(a < b ? a : b);
}

static size_t fill_numbers(struct similar_bag *bag, struct similar_words words)
{
	size_t distinct = 0;

	for (size_t i = 0; i < words.count; i++)
		distinct += words.hash[i] & SIMILAR_NUMBER;
	clear(bag, distinct);
	distinct = 0;
	for (size_t i = 0; i < words.count; i++) {
		if ((words.hash[i] & SIMILAR_NUMBER) == 0)
			continue;
		struct similar_gram *slot = find(bag, words.hash[i]);
		distinct += slot->gram == 0;
		slot->gram = words.hash[i];
		slot->count = 1;
	}
	return distinct;
}

bool similar_numbers_within(struct similar *similar, struct similar_words other)
{
	size_t found = 0;

	if (!similar->has_numbers)
		similar->distinct_numbers = fill_numbers(&similar->numbers, similar->words);
	similar->has_numbers = true;
	if (similar->distinct_numbers == 0)
		return true;
	similar->numbers.round++;
	for (size_t i = 0; i < other.count; i++)
		if ((other.hash[i] & SIMILAR_NUMBER) != 0)
			found += match(&similar->numbers, other.hash[i]);
	return found == similar->distinct_numbers;
}

/* Windows of `width` words of a text, each by the hash of its words, rolled on word by word. */
struct window {
	uint64_t hash;
	uint64_t top; /* the weight of the word that leaves */
};

#define WEIGHT (HASH_P1 | 1)

static uint64_t weigh(uint32_t word)
{
	return hash_mix(word ^ HASH_P0, HASH_P1);
}

static struct window window_first(const uint32_t *word, size_t width)
{
	struct window window = { 0, 1 };

	for (size_t i = 0; i < width; i++) {
		window.hash = window.hash * WEIGHT + weigh(word[i]);
		if (i > 0)
			window.top *= WEIGHT;
	}
	return window;
}

static void window_roll(struct window *window, uint32_t out, uint32_t in)
{
	window->hash = (window->hash - weigh(out) * window->top) * WEIGHT + weigh(in);
}

struct place {
	uint64_t hash;
	size_t at; /* 1 + the word where the window begins; 0: an empty slot */
};

/* A run of `width` words that stands in both: sets run and returns true. */
static bool common_window(struct similar_words a, struct similar_words b, size_t width, struct place *places, size_t mask,
			  struct similar_run *run)
{
	memset(places, 0, (mask + 1) * sizeof(*places));
	struct window window = window_first(a.hash, width);
	for (size_t i = 0;; i++) {
		size_t slot = (size_t)(window.hash >> 20) & mask;
		while (places[slot].at != 0 && places[slot].hash != window.hash)
			slot = (slot + 1) & mask;
		if (places[slot].at == 0)
			places[slot] = (struct place){ window.hash, i + 1 };
		if (i + width >= a.count)
			break;
		window_roll(&window, a.hash[i], a.hash[i + width]);
	}
	window = window_first(b.hash, width);
	for (size_t i = 0;; i++) {
		size_t slot = (size_t)(window.hash >> 20) & mask;
		while (places[slot].at != 0 && places[slot].hash != window.hash)
			slot = (slot + 1) & mask;
		size_t at = places[slot].at;
		if (at != 0 && memcmp(a.hash + at - 1, b.hash + i, width * sizeof(*a.hash)) == 0) {
			*run = (struct similar_run){ at - 1, i, width };
			return true;
		}
		if (i + width >= b.count)
			return false;
		window_roll(&window, b.hash[i], b.hash[i + width]);
	}
}

struct similar_run similar_longest_run(struct similar_words a, struct similar_words b)
{
	struct similar_run run = { 0 };
	size_t low = 0, high = a.count < b.count ? a.count : b.count, size = 16;

	while (size < 2 * a.count)
		size *= 2;
	struct place *places = xmalloc(size * sizeof(*places));
	/* Every shorter run within a shared one is shared too, so the width can be searched for. */
	while (low < high) {
		size_t width = low + (high - low + 1) / 2;
		if (common_window(a, b, width, places, size - 1, &run))
			low = width;
		else
			high = width - 1;
	}
	free(places);
	return run;
}

/* Bytes of folded text that stand in words: letters and digits, and all that is not ASCII. */
static inline bool is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static inline bool in_word(unsigned char c)
{
	return c >= 0x80 || (c >= 'a' && c <= 'z') || is_digit(c);
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

static uint32_t word_hash(const char *word, size_t len)
{
	uint64_t hash = hash_bytes(word, len);
	int32_t tag = list_tag(&list_spelled_numbers, hash);

	if (tag < 0)
		return (uint32_t)hash & ~(uint32_t)SIMILAR_NUMBER;
	struct span digits_of = list_tag_text(&list_spelled_numbers, tag);
	return number_hash(digits_of.ptr, digits_of.len);
}

size_t similar_split(struct span folded, uint32_t **words, size_t *cap, size_t count)
{
	const char *p = folded.ptr, *end = p + folded.len;

	*words = xgrow(*words, cap, count + folded.len / 2 + 1, sizeof(**words));
	for (;;) {
		while (p < end && !in_word((unsigned char)*p))
			p++;
		if (p == end)
			return count;
		if (is_digit((unsigned char)*p)) {
			(*words)[count++] = read_number(&p, end);
			continue;
		}
		const char *start = p;
		while (p < end && in_word((unsigned char)*p))
			p++;
		(*words)[count++] = word_hash(start, (size_t)(p - start));
	}
}
