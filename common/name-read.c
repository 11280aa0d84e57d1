#include "name-read.h"

#include "hash.h"
#include "list.h"
#include "utf8.h"
#include "banned.h"

extern const struct list list_known_names;
extern const struct list list_place_nouns;

#define AT SOUND_AT
#define ARTICLE_BYTES 4

static bool is_arabic_only(uint8_t letter)
{
	return letter == AT(AIN) || letter == AT(HAH) || letter == AT(DAD) || letter == AT(ZAH);
}

static bool tag_ends(const struct list *list, int32_t tag, struct span end)
{
	struct span text = list_tag_text(list, tag);

	return text.len > end.len && memcmp(text.ptr + text.len - end.len, end.ptr, end.len) == 0;
}

/* The tag of a noun of places, with or without the article, or -1. */
static int32_t noun_tag(struct span text)
{
	static const char article[] = { (char)0xD8, (char)0xA7, (char)0xD9, (char)0x84 };
	int32_t tag = list_tag(&list_place_nouns, hash_bytes(text.ptr, text.len));

	if (tag < 0 && text.len > ARTICLE_BYTES && memcmp(text.ptr, article, ARTICLE_BYTES) == 0)
		tag = list_tag(&list_place_nouns, hash_bytes(text.ptr + ARTICLE_BYTES, text.len - ARTICLE_BYTES));
	return tag;
}

static void end_word(struct name *name, uint32_t start, uint32_t end, struct span text)
{
	struct name_word *word = &name->words[name->count++];

	*word = (struct name_word){ name->letters + start, end - start, false, false, -1, noun_tag(text) };
	for (uint32_t i = 0; i < word->len; i++)
		word->letters |= is_arabic_only(word->at[i]);
	word->known = list_tag(&list_known_names, hash_bytes(text.ptr, text.len));
	word->arabic = word->known >= 0 && !tag_ends(&list_known_names, word->known, SPAN("\tforeign"));
}

/* Where a noun stands in a name, as its tag says, and other words in the middle; -1: it counts for nothing. */
enum { FIRST, MIDDLE, LAST, PARTS };

static int part_of(const struct name_word *word)
{
	if (word->noun < 0)
		return MIDDLE;
	if (tag_ends(&list_place_nouns, word->noun, SPAN("\tnone")))
		return -1;
	return tag_ends(&list_place_nouns, word->noun, SPAN("\tlast")) ? LAST : FIRST;
}

/* Append a word; nouns of places by the letters of their tag. Returns false where there is no room. */
static bool add_word(struct name *name, uint32_t *n, const struct name_word *word)
{
	struct name_word *added = &name->words[name->count++];
	struct span tag;
	size_t size;

	*added = *word;
	added->at = name->letters + *n;
	added->len = 0;
	if (word->noun < 0) {
		if (word->len > NAME_LETTERS - *n)
			return false;
		memcpy(name->letters + *n, word->at, word->len);
		added->len = word->len;
		*n += word->len;
		return true;
	}
	added->arabic = added->letters = false;
	tag = list_tag_text(&list_place_nouns, word->noun);
	for (size_t i = 0; i < tag.len && tag.ptr[i] != '\t'; i += size) {
		if (*n + added->len == NAME_LETTERS)
			return false;
		name->letters[*n + added->len++] = (uint8_t)AT(utf8_decode(tag.ptr + i, tag.len - i, &size));
	}
	*n += added->len;
	return true;
}

/* Give the nouns of places in a name of several words one spelling and one order. Returns false where nothing is left. */
static bool arrange(struct name *name)
{
	struct name old;
	uint32_t n = 0;
	bool nouns = false;

	if (name->count < 2)
		name->words[0].noun = -1;
	for (size_t i = 0; i < name->count; i++)
		nouns |= name->words[i].noun >= 0;
	if (!nouns)
		return true;
	old = *name;
	for (size_t i = 0; i < old.count; i++)
		old.words[i].at = old.letters + (old.words[i].at - name->letters);
	name->count = 0;
	for (int part = FIRST; part < PARTS; part++)
		for (size_t i = 0; i < old.count; i++)
			if (part_of(&old.words[i]) == part && !add_word(name, &n, &old.words[i]))
				return false;
	return name->count > 0;
}

/* Characters that count for nothing between letters. */
static bool is_between(uint32_t cp)
{
	return cp == ' ' || cp == '-' || cp == '.' || cp == '\'' || cp == LEFT_TO_RIGHT_MARK || cp == RIGHT_TO_LEFT_MARK;
}

/* Letters of other languages that folding leaves as they are. */
static uint32_t arabic_letter(uint32_t cp)
{
	static const struct {
		uint32_t from, to;
	} letters[] = {
		{ REH_WITH_SMALL_V_BELOW, REH }, { SWASH_KAF, KAF }, { LAM_WITH_SMALL_V, LAM },
		{ OE, WAW }, { YEH_WITH_SMALL_V, YEH },
	};

	for (size_t i = 0; cp > YEH && i < sizeof(letters) / sizeof(letters[0]); i++)
		if (letters[i].from == cp)
			return letters[i].to;
	return cp;
}

bool name_read(struct span text, struct name *name)
{
	uint32_t n = 0, start = 0;
	size_t word_at = 0, size;
	bool bracket = false;

	name->count = 0;
	for (size_t i = 0;; i += size) {
		uint32_t cp = i < text.len ? arabic_letter(utf8_decode(text.ptr + i, text.len - i, &size)) : ' ';
		bool letter = cp >= HAMZA && cp <= YEH && cp != TATWEEL;
		if (letter && !bracket) {
			if (n == NAME_LETTERS)
				return false;
			if (n == start)
				word_at = i;
			name->letters[n++] = (uint8_t)AT(cp);
			continue;
		}
		if (n > start) {
			if (name->count == NAME_WORDS)
				return false;
			end_word(name, start, n, (struct span){ text.ptr + word_at, i - word_at });
			start = n;
		}
		if (i == text.len)
			return name->count > 0 && arrange(name);
		if (cp == '(' || cp == ')')
			bracket = cp == '(';
		else if (!bracket && !is_between(cp))
			return false;
	}
}
