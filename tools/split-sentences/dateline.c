#include "dateline.h"

#include "context.h"
#include "letters.h"
#include "lists.h"
#include "space.h"
#include "banned.h"

enum { CITY_WORDS = 3, REGION_WORDS = 3, LONGEST_WORD = 40 };

/* The place before the word that ends before `at`: its first byte. Returns false where none does, or it begins before `from`. */
static bool back_word(struct span text, size_t from, size_t at, size_t *word)
{
	struct span found = word_before(text, at, LONGEST_WORD);

	*word = at - found.len;
	return found.len > 0 && *word >= from;
}

/* Whether the words from `at` to `end` are a city. */
static bool is_city(struct span text, size_t at, size_t end)
{
	struct list_walk walk = list_begin();

	while (at < end) {
		struct span word = word_after(text, at, LONGEST_WORD);
		if (word.len == 0 || !list_step(&list_datelines, &walk, word_hash(word)))
			return false;
		at = space_after(text, at + word.len);
	}
	return walk.tag >= 0;
}

/* Where the longest city that ends at `end` begins. */
static bool find_city(struct span text, size_t from, size_t end, size_t *city)
{
	bool found = false;
	size_t word, at = end;

	for (int n = 0; n < CITY_WORDS && back_word(text, from, at, &word); n++) {
		if (is_city(text, word, end)) {
			*city = word;
			found = true;
		}
		at = space_before(text, from, word);
	}
	return found;
}

/* Behind the city where a region follows it: "CITY, REGION" ends at `end`. */
static bool before_region(struct span text, size_t from, size_t end, size_t *city_end)
{
	size_t word, at = end, size;

	for (int n = 0; n < REGION_WORDS && back_word(text, from, at, &word); n++) {
		at = space_before(text, from, word);
		uint32_t cp = char_before(text, at, &size);
		if (at > from && (cp == ARABIC_COMMA || cp == ',')) {
			*city_end = at - size;
			return true;
		}
	}
	return false;
}

/* Signs that a heading does not have: commas, and a dash, which one dateline may have behind another. */
static bool is_foreign(struct span text, size_t at, uint32_t cp)
{
	switch (cp) {
	case ',':
	case ARABIC_COMMA:
	case ARABIC_SEMICOLON:
	case EN_DASH:
	case EM_DASH:
		return true;
	case TATWEEL:
		return space_before(text, 0, at) < at;
	}
	return false;
}

/* A heading's last word does not ask for a place's name. */
static bool is_heading(struct span text, size_t from, size_t end)
{
	size_t size, words = 0;

	for (size_t i = from; i < end; i += size) {
		uint32_t cp = char_after(text, i, &size);
		if (is_foreign(text, i, cp))
			return false;
		words += space_after(text, i) > i;
	}
	return words > 0 && !word_in(&list_place_heads, word_before(text, end, LONGEST_WORD));
}

bool dateline_follows(struct span text, size_t heading, const struct mark *dash, size_t *city)
{
	size_t end = space_before(text, heading, dash->at), city_end, behind = dash->at;

	if (dash->at - heading > HEADING_LONGEST || end == dash->at)
		return false;
	for (struct mark more = *dash; more.kind == MARK_DASH; more = mark_at(text, behind))
		behind += more.size;
	if (space_after(text, behind) == behind)
		return false;
	if (!find_city(text, heading, end, city) &&
	    !(before_region(text, heading, end, &city_end) && find_city(text, heading, city_end, city)))
		return false;
	return is_heading(text, heading, space_before(text, heading, *city));
}
