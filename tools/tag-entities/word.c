#include "word.h"

#include <stdlib.h>

#include "dictionary.h"
#include "entry.h"
#include "mem.h"
#include "model.h"
#include "banned.h"

extern const struct list list_heads, list_portfolios, list_chain_adjectives, list_titles, list_place_kinds, list_particles, list_stops;
extern const struct list list_name_words, list_gazetteer_persons, list_gazetteer_places, list_gazetteer_bodies;

/* The classes that being in a list gives, and those that a word of the tag adds. */
static const struct {
	const struct list *list;
	uint32_t classes;
} lists[] = {
	{ &list_heads, CLASS_BODY },
	{ &list_portfolios, CLASS_PORTFOLIO },
	{ &list_chain_adjectives, CLASS_ADJECTIVE },
	{ &list_titles, 0 },
	{ &list_place_kinds, CLASS_PLACE_KIND },
	{ &list_particles, CLASS_PARTICLE },
	{ &list_nations, CLASS_NATION },
	{ &list_stops, CLASS_STOP },
	{ &list_name_words, 0 },
};

static const struct {
	const char *word;
	uint32_t classes;
} tag_words[] = {
	{ "f", CLASS_FEMININE },
	{ "nation", CLASS_NATIONAL },
	{ "small", CLASS_SMALL },
	{ "ministry", CLASS_MINISTRY },
	{ "kind", CLASS_KIND },
	{ "out", CLASS_KIND },
	{ "named", CLASS_NAMED },
	{ "group", CLASS_GROUP },
	{ "ambiguous", CLASS_AMBIGUOUS },
	{ "title", CLASS_TITLE },
	{ "office", CLASS_OFFICE },
	{ "voice", CLASS_VOICE },
	{ "verb", CLASS_VERB },
	{ "time", CLASS_TIME },
	{ "given", CLASS_GIVEN },
	{ "family", CLASS_FAMILY },
	{ "both", CLASS_GIVEN | CLASS_FAMILY },
};

static uint32_t classes_of_tag(struct span tag)
{
	uint32_t classes = 0;
	struct span word;

	while (span_next(&tag, ',', &word))
		for (size_t i = 0; i < sizeof(tag_words) / sizeof(tag_words[0]); i++)
			if (span_eq(word, (struct span){ tag_words[i].word, strlen(tag_words[i].word) }))
				classes |= tag_words[i].classes;
	return classes;
}

static uint32_t classes_of_stem(uint64_t stem)
{
	uint32_t classes = 0;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		int32_t tag = list_tag(lists[i].list, stem);
		if (tag >= 0)
			classes |= lists[i].classes | (lists[i].list == &list_nations ? 0 : classes_of_tag(list_tag_text(lists[i].list, tag)));
	}
	return classes;
}

void words_start(struct words *words, const struct list *user, const struct model *model)
{
	*words = (struct words){ .slots = xcalloc(WORDS_MASK + 1, sizeof(*words->slots)),
	                         .at = xcalloc(WORDS_MAX, sizeof(*words->at)),
	                         .model = model,
	                         .gazetteers = { user, &list_gazetteer_persons, &list_gazetteer_places, &list_gazetteer_bodies } };
	model_score_rest(words);
}

void words_free(struct words *words)
{
	free(words->slots);
	free(words->at);
	*words = (struct words){ 0 };
}

void words_make_room(struct words *words, size_t more)
{
	if (words->used + more <= WORDS_MAX)
		return;
	memset(words->slots, 0, (WORDS_MASK + 1) * sizeof(*words->slots));
	memset(words->at, 0, words->used * sizeof(*words->at));
	words->used = 0;
}

static bool ends_with(struct span word, const char *end, size_t len)
{
	return word.len >= len && memcmp(word.ptr + word.len - len, end, len) == 0;
}

#define ALEF_BYTES "\xD8\xA7"
#define LAM_BYTES "\xD9\x84"
#define YEH_BYTES "\xD9\x8A"
#define HEH_BYTES "\xD9\x87"
#define WAW_BYTES "\xD9\x88"
#define NOON_BYTES "\xD9\x86"

/* The nation of an adjective: masculine, or less the ending of the feminine or of the plural of people. */
static int32_t nation_of(struct span stem, bool *feminine)
{
	int32_t nation = list_tag(&list_nations, hash_bytes(stem.ptr, stem.len));

	*feminine = nation < 0;
	if (nation < 0 && ends_with(stem, YEH_BYTES HEH_BYTES, 4))
		return list_tag(&list_nations, hash_bytes(stem.ptr, stem.len - 2));
	if (nation < 0 && (ends_with(stem, YEH_BYTES YEH_BYTES NOON_BYTES, 6) || ends_with(stem, YEH_BYTES WAW_BYTES NOON_BYTES, 6))) {
		*feminine = false;
		return list_tag(&list_nations, hash_bytes(stem.ptr, stem.len - 4));
	}
	return nation;
}

/* Training does without a share of the words of names and gazetteers: they hold a corpus better than text to come. */
static bool is_unlisted(const struct words *words, uint64_t hash)
{
	return (double)(hash_mix(hash ^ words->unlisted_seed, HASH_P1) >> 11) < words->unlisted * (double)(UINT64_C(1) << 53);
}

static void add_starts(const struct words *words, struct word *word, uint64_t hash, struct clitic_cut cut)
{
	if (words->unlisted > 0 && is_unlisted(words, hash))
		return;
	for (unsigned g = 0; g < GAZETTEERS && word->count < WORD_STARTS; g++) {
		const struct list_entry *entry = words->gazetteers[g] != NULL ? list_find(words->gazetteers[g], hash) : NULL;
		if (entry == NULL)
			continue;
		word->starts[word->count++] = (struct word_start){ hash, (uint8_t)g, cut };
		struct gazetteer_entry whole = { .type = TYPES };
		if (entry->tag >= 0)
			whole = gazetteer_entry(words->gazetteers[g], entry->tag);
		if (whole.type < TYPES && !whole.ambiguous)
			word->whole |= (uint8_t)(1u << (g + (cut.bytes > 0 ? GAZETTEERS : 0)));
	}
}

/* The hash of a stem with the article that a joined lam hides. */
static uint64_t hash_with_article(struct span stem)
{
	char word[256];

	if (stem.len > sizeof(word) - 4)
		return 0;
	memcpy(word, ALEF_BYTES LAM_BYTES, 4);
	memcpy(word + 4, stem.ptr, stem.len);
	return hash_bytes(word, stem.len + 4);
}

/* The word whole, and less one or two particles; the article is the name's. */
static void add_keys(struct word *word, struct span fold, const struct clitic_cut *cuts, size_t n)
{
	size_t k = 0;

	if ((word->classes & (CLASS_STOP | CLASS_NO_WORD)) != 0)
		return;
	for (size_t i = 0; i < n && k < WORD_KEYS; i++)
		if ((cuts[i].clitics & CLITIC_AL) == 0 && fold.len - cuts[i].bytes >= (i == 0 ? 4 : 6)) {
			word->key_bytes[k] = cuts[i].bytes;
			word->keys[k++] = hash_bytes(fold.ptr + cuts[i].bytes, fold.len - cuts[i].bytes);
		}
}

#define NAMES ((uint32_t)(CLASS_GIVEN | CLASS_FAMILY | CLASS_AMBIGUOUS))

/*
 * The classes of a reading: behind the article stands no given name and no function word; a common word is no name where
 * it is one of function.
 */
static uint32_t classes_of_reading(const struct words *words, uint64_t stem, unsigned clitics)
{
	uint32_t classes = classes_of_stem(stem);

	if (words->unlisted > 0 && is_unlisted(words, stem))
		classes &= ~NAMES;

	if ((clitics & CLITIC_KA) != 0)
		classes &= ~NAMES; /* "like" somebody is rare, and the letter is one of names */
	if ((clitics & CLITIC_AL) != 0) {
		classes &= ~((classes & CLASS_AMBIGUOUS) != 0 ? NAMES : (uint32_t)CLASS_GIVEN);
		if ((classes & (CLASS_STOP | CLASS_TIME)) == CLASS_STOP)
			classes &= ~(uint32_t)(CLASS_STOP | CLASS_VERB);
	}
	if ((classes & (CLASS_STOP | CLASS_AMBIGUOUS)) == (CLASS_STOP | CLASS_AMBIGUOUS))
		classes &= ~NAMES;
	return classes;
}

/* A word that is a name and, with its first letters cut off, one of function or a title is the latter: wa-in, and Wan; the sheikh. */
static bool is_better(uint32_t classes, uint32_t than)
{
	return than == 0 || ((classes & (CLASS_STOP | CLASS_TITLE | CLASS_OFFICE | CLASS_VOICE)) != 0 && (than & ~NAMES) == 0);
}

/* The large lists lie all over the memory: it is fetched for all readings at once. */
static void fetch(const struct words *words, uint64_t hash)
{
	list_prefetch(&list_name_words, hash);
	list_prefetch(&list_word_classes, hash);
	for (unsigned g = 0; g < GAZETTEERS; g++)
		if (words->gazetteers[g] != NULL)
			list_prefetch(words->gazetteers[g], hash);
}

/* Work out what there is to know of a word. */
static void learn(const struct words *words, struct word *word, struct span fold)
{
	struct clitic_cut cuts[CLITIC_CUTS];
	struct dictionary_reading readings[DICTIONARY_READINGS];
	uint64_t hashes[CLITIC_CUTS];
	size_t n = clitic_cuts(fold, cuts);

	for (size_t i = 0; i < n; i++) {
		hashes[i] = hash_bytes(fold.ptr + cuts[i].bytes, fold.len - cuts[i].bytes);
		fetch(words, hashes[i]);
	}
	size_t known = dictionary_read(fold, cuts, n, readings);
	word->nation = word->sense = -1;
	for (size_t i = 0; i < n; i++) {
		struct span stem = { fold.ptr + cuts[i].bytes, fold.len - cuts[i].bytes };
		uint64_t hash = hashes[i];
		if ((cuts[i].clitics & (CLITIC_KA | CLITIC_AL)) == 0) /* kaf is more often a name's first letter, the article makes an adjective */
			add_starts(words, word, hash, cuts[i]);
		if (word->sense < 0)
			word->sense = list_tag(&list_word_classes, hash);
		if ((cuts[i].clitics & (CLITIC_LI | CLITIC_AL)) == (CLITIC_LI | CLITIC_AL))
			add_starts(words, word, hash_with_article(stem), cuts[i]);
		uint32_t classes = classes_of_reading(words, hash, cuts[i].clitics);
		bool feminine = false;
		word->function |= (classes & CLASS_STOP) != 0;
		if (!is_better(classes, word->classes))
			classes = 0;
		int32_t nation = word->classes == 0 ? nation_of(stem, &feminine) : -1;
		if (nation >= 0)
			classes |= (uint32_t)CLASS_NATION | (feminine ? (uint32_t)CLASS_FEMININE : 0);
		/* The article alone is a reading, where no other is. */
		if (classes == 0 && (word->classes != 0 || (cuts[i].clitics & CLITIC_AL) == 0))
			continue;
		word->cut = cuts[i];
		word->nation = nation;
		word->classes = classes;
	}
	if (word->function)
		word->whole = 0;
	/* A family name with the article is definite as any adjective. */
	if (word->cut.bytes == 0 && (word->classes & ~NAMES) == 0 && n > 1 && cuts[1].clitics == CLITIC_AL)
		word->cut = cuts[1];
	if (ends_with(fold, YEH_BYTES, 2) || ends_with(fold, YEH_BYTES HEH_BYTES, 4))
		word->classes |= CLASS_RELATION;
	if ((word->classes & ~(NAMES | CLASS_RELATION)) == 0 && known == 0)
		word->classes |= CLASS_UNKNOWN;
	if ((word->classes & ~NAMES) == 0 && dictionary_accusative(fold, readings, known))
		word->classes |= CLASS_ACCUSATIVE;
	if (n > 1 && fold.len >= 8 && (cuts[n - 1].clitics & CLITIC_WA) != 0 && (word->whole & ((1u << GAZETTEERS) - 1)) == 0 &&
	    ((word->classes & (CLASS_GIVEN | CLASS_FAMILY)) == 0 || word->cut.bytes > 0))
		word->classes |= CLASS_JOINED;
	add_keys(word, fold, cuts, n);
	model_score_word(words->model, word, fold, readings, known);
}

struct word *words_get(struct words *words, struct span fold, uint64_t hash)
{
	uint32_t tag = (uint32_t)(hash >> 32);
	size_t i = hash & WORDS_MASK;

	for (; words->slots[i].index != 0; i = (i + 1) & WORDS_MASK) {
		struct word *word = &words->at[words->slots[i].index - 1];
		if (words->slots[i].tag == tag && word->hash == hash)
			return word;
	}
	struct word *word = &words->at[words->used++];
	words->slots[i] = (struct word_slot){ tag, (uint32_t)words->used };
	word->hash = hash;
	learn(words, word, fold);
	return word;
}
