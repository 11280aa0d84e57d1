#include "similar.h"

#include <math.h>
#include <stdlib.h>

#include "hash.h"
#include "mem.h"
#include "banned.h"

struct similar_gram {
	uint64_t gram;  /* 0: an empty slot */
	uint32_t count; /* how often it stands in the prepared text */
	uint32_t used;  /* the bag's base and how many of them the other text has matched; less than the base is none */
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

static inline uint64_t spread(uint64_t gram)
{
	return gram * HASH_P0;
}

static inline bool may_have(const struct similar_bag *bag, uint64_t gram)
{
	uint64_t bits = spread(gram) >> 54;
	return (bag->seen[bits >> 6] >> (bits & 63) & 1) != 0;
}

static struct similar_gram *find(const struct similar_bag *bag, uint64_t gram)
{
	size_t i = (size_t)(spread(gram) >> 32) & bag->mask;

	while (bag->slots[i].gram != 0 && bag->slots[i].gram != gram)
		i = (i + 1) & bag->mask;
	return &bag->slots[i];
}

/* The slot of a shingle, which is there from now on. */
static struct similar_gram *add(struct similar_bag *bag, uint64_t gram)
{
	struct similar_gram *slot = find(bag, gram);
	uint64_t bits = spread(gram) >> 54;

	bag->seen[bits >> 6] |= UINT64_C(1) << (bits & 63);
	slot->gram = gram;
	return slot;
}

static void clear(struct similar_bag *bag, size_t n)
{
	size_t size = 64;

	while (size < 2 * n)
		size *= 2;
	bag->slots = xgrow(bag->slots, &bag->cap, size, sizeof(*bag->slots));
	bag->mask = size - 1;
	bag->base = 0;
	bag->most = 1;
	memset(bag->seen, 0, sizeof(bag->seen));
	memset(bag->slots, 0, size * sizeof(*bag->slots));
}

static void fill(struct similar_bag *bag, struct similar_words words, unsigned width)
{
	size_t n = grams(words.count, width);

	clear(bag, n);
	for (size_t i = 0; i < n; i++) {
		struct similar_gram *slot = add(bag, gram_at(words.hash + i, width));
		if (++slot->count > bag->most)
			bag->most = slot->count;
	}
}

/* Match one more of `gram` in the other text: 1 where the prepared text still has one, else 0. */
static inline size_t match(struct similar_bag *bag, uint64_t gram)
{
	struct similar_gram *slot = find(bag, gram);
	uint32_t used = slot->used < bag->base ? bag->base : slot->used;
	size_t hit = used - bag->base < slot->count;

	slot->used = used + (uint32_t)hit;
	return hit;
}

/* Begin with another text: what was matched before is less than the new base. */
static void begin(struct similar_bag *bag)
{
	if (bag->base > UINT32_MAX / 2) {
		for (size_t i = 0; i <= bag->mask; i++)
			bag->slots[i].used = 0;
		bag->base = 0;
	}
	bag->base += bag->most;
}

/* How many shingles both have, or 0 where they are fewer than `least`. */
static size_t shared(struct similar_bag *bag, struct similar_words other, unsigned width, size_t least)
{
	size_t n = grams(other.count, width), hits = 0;

	begin(bag);
	for (size_t i = 0; i < n; i++) {
		uint64_t gram = gram_at(other.hash + i, width);
		if (may_have(bag, gram))
			hits += match(bag, gram);
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

size_t similar_pairs(struct similar *similar, struct similar_words other, size_t least)
{
	size_t a = grams(similar->words.count, 2), b = grams(other.count, 2);

	if (a == 0 || b == 0 || (a < b ? a : b) < least)
		return 0;
	if (!similar->has_bigrams)
		fill(&similar->bigrams, similar->words, 2);
	similar->has_bigrams = true;
	return shared(&similar->bigrams, other, 2, least);
}

double similar_jaccard(struct similar *similar, struct similar_words other)
{
	size_t all = grams(similar->words.count, 2) + grams(other.count, 2), both = similar_pairs(similar, other, 0);
	return both == 0 ? 0 : (double)both / (double)(all - both);
}

size_t similar_pairs_for_jaccard(size_t a, size_t b, double jaccard)
{
	/* both / (a + b - both) >= jaccard; a little less, so that rounding gives nothing up. */
	return (size_t)ceil(jaccard / (1 + jaccard) * (double)(grams(a, 2) + grams(b, 2)) - 1e-6);
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

size_t similar_pairs_for_containment(size_t a, size_t b, double containment)
{
	/* Where a trigram is shared, so is the pair of words that it begins with. */
	return (size_t)ceil(containment * (double)grams(a < b ? a : b, 3) - 1e-6);
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
		struct similar_gram *slot = add(bag, words.hash[i]);
		distinct += slot->count == 0;
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
	begin(&similar->numbers);
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

struct similar_place {
	uint64_t hash;
	size_t at; /* 1 + the word where the window begins; 0: an empty slot */
};

/* A run of `width` words that stands in both: sets run and returns true. */
static bool common_window(struct similar_words a, struct similar_words b, size_t width, struct similar_place *places, size_t mask,
			  struct similar_run *run)
{
	memset(places, 0, (mask + 1) * sizeof(*places));
	struct window window = window_first(a.hash, width);
	for (size_t i = 0;; i++) {
		size_t slot = (size_t)(window.hash >> 20) & mask;
		while (places[slot].at != 0 && places[slot].hash != window.hash)
			slot = (slot + 1) & mask;
		if (places[slot].at == 0)
			places[slot] = (struct similar_place){ window.hash, i + 1 };
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

struct similar_run similar_longest_run(struct similar_places *places, struct similar_words a, struct similar_words b)
{
	struct similar_run run = { 0 };
	size_t low = 0, high = a.count < b.count ? a.count : b.count, size = 16;

	while (size < 2 * a.count)
		size *= 2;
	places->at = xgrow(places->at, &places->cap, size, sizeof(*places->at));
	/* Every shorter run within a shared one is shared too, so the width can be searched for. */
	while (low < high) {
		size_t width = low + (high - low + 1) / 2;
		if (common_window(a, b, width, places->at, size - 1, &run))
			low = width;
		else
			high = width - 1;
	}
	return run;
}
