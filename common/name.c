#include "name.h"

#include "hash.h"
#include "letters.h"
#include "list.h"
#include "utf8.h"
#include "banned.h"

extern const struct list list_known_names;

#define WORDS_MAX 12
#define LETTERS 42 /* HAMZA to YEH */
#define AT(letter) ((letter) - HAMZA)
#define NEVER 100
#define ARTICLE 2 /* letters */
#define STEM 4    /* letters that an article leaves */

/* What a spelling leaves out: vowels most easily. 0: nothing that a short name can lose. */
static const uint8_t left_out[LETTERS] = {
	[AT(HAMZA)] = 1, [AT(ALEF)] = 3, [AT(WAW)] = 3, [AT(YEH)] = 3, [AT(HEH)] = 5,
};
#define LEFT_OUT_LAST_HEH 2
#define LEFT_OUT_LAST_YEH 6 /* it makes an adjective */
#define LEFT_OUT_DOUBLED 1
#define LEFT_OUT_CONSONANT 9

/* Letters that stand for one sound. */
#define ALIKE(a, b, cost) [AT(a)][AT(b)] = (cost), [AT(b)][AT(a)] = (cost)
static const uint8_t alike[LETTERS][LETTERS] = {
	ALIKE(ALEF, WAW, 4), ALIKE(ALEF, YEH, 4), ALIKE(WAW, YEH, 4), ALIKE(ALEF, HEH, 3), ALIKE(YEH, HEH, 4),
	ALIKE(WAW, HEH, 5), ALIKE(HAMZA, ALEF, 2), ALIKE(HAMZA, YEH, 1), ALIKE(HAMZA, WAW, 1), ALIKE(ALEF, AIN, 3),
	ALIKE(GHAIN, JEEM, 1), ALIKE(GHAIN, QAF, 2), ALIKE(GHAIN, KAF, 2), ALIKE(JEEM, KAF, 3), ALIKE(JEEM, QAF, 3),
	ALIKE(QAF, KAF, 2), ALIKE(KHAH, KAF, 4), ALIKE(KHAH, HEH, 4), ALIKE(KHAH, HAH, 4), ALIKE(HAH, HEH, 3),
	ALIKE(KHAH, GHAIN, 5), ALIKE(GHAIN, HEH, 6), ALIKE(KHAH, JEEM, 5),
	ALIKE(TEH, TAH, 1), ALIKE(TEH, DAL, 4), ALIKE(TAH, DAL, 4), ALIKE(DAL, DAD, 2), ALIKE(DAL, THAL, 3),
	ALIKE(THEH, TEH, 3), ALIKE(THEH, SEEN, 3), ALIKE(THAL, ZAIN, 2), ALIKE(ZAH, ZAIN, 2),
	ALIKE(SEEN, SAD, 1), ALIKE(SEEN, ZAIN, 4), ALIKE(SAD, ZAIN, 4), ALIKE(SEEN, SHEEN, 4), ALIKE(SHEEN, JEEM, 4),
	ALIKE(ZAIN, JEEM, 4), ALIKE(ZAIN, SHEEN, 6), ALIKE(FEH, BEH, 4), ALIKE(FEH, WAW, 5), ALIKE(BEH, WAW, 6), ALIKE(MEEM, NOON, 6),
};

/* Two letters that stand for the sound that another spelling writes with one. */
static const struct digraph {
	uint8_t first, second, one, cost;
} digraphs[] = {
	{ AT(TEH), AT(SHEEN), AT(SHEEN), 3 }, { AT(TEH), AT(SHEEN), AT(JEEM), 4 }, { AT(TEH), AT(SHEEN), AT(SEEN), 4 },
	{ AT(DAL), AT(JEEM), AT(JEEM), 1 }, { AT(DAL), AT(ZAIN), AT(JEEM), 4 }, { AT(TEH), AT(SEEN), AT(SEEN), 3 },
	{ AT(TEH), AT(SEEN), AT(ZAIN), 3 }, { AT(TEH), AT(ZAIN), AT(ZAIN), 3 }, { AT(TEH), AT(SEEN), AT(SHEEN), 4 },
	{ AT(NOON), AT(GHAIN), AT(NOON), 3 }, { AT(NOON), AT(JEEM), AT(NOON), 3 }, { AT(KAF), AT(SEEN), AT(ZAIN), 4 },
	{ AT(TEH), AT(SHEEN), AT(KAF), 5 }, { AT(SEEN), AT(TEH), AT(SHEEN), 5 }, { AT(KAF), AT(HEH), AT(KHAH), 3 },
	{ AT(TEH), AT(HEH), AT(THEH), 3 }, { AT(WAW), AT(YEH), AT(WAW), 2 },
};
#define DIGRAPHS (sizeof(digraphs) / sizeof(digraphs[0]))

/* The most that two words may differ by, by the letters of the shorter one. */
static const uint8_t limits[] = { 0, 0, 1, 1, 3, 4, 7, 8, 9, 11, 12, 13 };
#define LIMITS (sizeof(limits) / sizeof(limits[0]))
#define LIMIT_ARABIC 2

struct word {
	const uint8_t *at; /* letters less HAMZA */
	uint32_t len;
	bool arabic;   /* an Arabic name, or with a letter that foreign names do without */
	int32_t known; /* its tag in the known names, or -1 */
};

struct name {
	uint8_t letters[NAME_LETTERS];
	struct word words[WORDS_MAX];
	size_t count;
};

static bool is_arabic_only(uint8_t letter)
{
	return letter == AT(AIN) || letter == AT(HAH) || letter == AT(DAD) || letter == AT(ZAH);
}

static void end_word(struct name *name, uint32_t start, uint32_t end, struct span text)
{
	struct word *word = &name->words[name->count++];

	*word = (struct word){ name->letters + start, end - start, false, list_tag(&list_known_names, hash_bytes(text.ptr, text.len)) };
	for (uint32_t i = 0; i < word->len; i++)
		word->arabic |= is_arabic_only(word->at[i]);
	if (word->known >= 0) {
		struct span tag = list_tag_text(&list_known_names, word->known);
		word->arabic |= memchr(tag.ptr, '\t', tag.len) == NULL; /* no `foreign` behind the name */
	}
}

/* Read the words of a folded name. Returns false where it is too long or of another script. */
static bool read_name(struct span text, struct name *name)
{
	uint32_t n = 0, start = 0;
	size_t word_at = 0, size;
	bool bracket = false;

	name->count = 0;
	for (size_t i = 0;; i += size) {
		uint32_t cp = i < text.len ? utf8_decode(text.ptr + i, text.len - i, &size) : ' ';
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
			if (name->count == WORDS_MAX)
				return false;
			end_word(name, start, n, (struct span){ text.ptr + word_at, i - word_at });
			start = n;
		}
		if (i == text.len)
			return name->count > 0;
		if (cp == '(' || cp == ')')
			bracket = cp == '(';
		else if (!bracket && cp != ' ' && cp != '-' && cp != '.' && cp != '\'')
			return false;
	}
}

/* The cost of leaving out the i-th letter of a word. */
static unsigned cost_left_out(const struct word *word, uint32_t i, uint32_t shorter)
{
	uint8_t letter = word->at[i];

	if (i > 0 && word->at[i - 1] == letter)
		return LEFT_OUT_DOUBLED;
	if (i + 1 == word->len && (letter == AT(HEH) || letter == AT(YEH)))
		return letter == AT(HEH) ? LEFT_OUT_LAST_HEH : LEFT_OUT_LAST_YEH;
	if (left_out[letter] != 0)
		return left_out[letter];
	return shorter >= LIMITS - 1 ? LEFT_OUT_CONSONANT : NEVER;
}

static unsigned cost_digraph(uint8_t first, uint8_t second, uint8_t one)
{
	for (size_t i = 0; i < DIGRAPHS; i++)
		if (digraphs[i].first == first && digraphs[i].second == second && digraphs[i].one == one)
			return digraphs[i].cost;
	return NEVER;
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* The weighted edit distance of two words, or any number over `limit`. */
static unsigned distance(const struct word *a, const struct word *b, unsigned limit)
{
	unsigned rows[3][NAME_LETTERS + 1];
	unsigned *before = rows[0], *above = rows[1], *row = rows[2];
	uint32_t shorter = a->len < b->len ? a->len : b->len;

	row[0] = 0;
	for (uint32_t j = 1; j <= b->len; j++)
		row[j] = row[j - 1] + cost_left_out(b, j - 1, shorter);
	for (uint32_t i = 1; i <= a->len; i++) {
		unsigned *spare = before, best;
		before = above;
		above = row;
		row = spare;
		uint8_t x = a->at[i - 1];
		unsigned out = cost_left_out(a, i - 1, shorter);
		best = row[0] = above[0] + out;
		for (uint32_t j = 1; j <= b->len; j++) {
			uint8_t y = b->at[j - 1];
			unsigned swap = x == y ? 0 : alike[x][y] != 0 ? alike[x][y] : NEVER;
			unsigned cost = least(above[j - 1] + swap, least(above[j] + out, row[j - 1] + cost_left_out(b, j - 1, shorter)));
			if (i > 1)
				cost = least(cost, before[j - 1] + cost_digraph(a->at[i - 2], x, y));
			if (j > 1)
				cost = least(cost, above[j - 2] + cost_digraph(b->at[j - 2], y, x));
			row[j] = cost;
			best = least(best, cost);
		}
		if (i > 1 && best > limit) {
			unsigned least_above = NEVER;
			for (uint32_t j = 0; j <= b->len; j++)
				least_above = least(least_above, above[j]);
			if (least_above > limit)
				return NEVER;
		}
	}
	return row[b->len];
}

static bool letters_equal(const struct word *a, const struct word *b)
{
	return a->len == b->len && memcmp(a->at, b->at, a->len) == 0;
}

static bool has_article(const struct word *word)
{
	return word->len >= ARTICLE + STEM && word->at[0] == AT(ALEF) && word->at[1] == AT(LAM);
}

static struct word without_article(const struct word *word)
{
	return (struct word){ word->at + ARTICLE, word->len - ARTICLE, word->arabic, -1 };
}

static bool close_enough(const struct word *a, const struct word *b, unsigned extra)
{
	uint32_t shorter = a->len < b->len ? a->len : b->len;
	unsigned limit = limits[shorter < LIMITS ? shorter : LIMITS - 1];

	if (a->arabic || b->arabic)
		limit = least(limit, LIMIT_ARABIC);
	return distance(a, b, limit) + extra <= limit;
}

static bool word_same(const struct word *a, const struct word *b)
{
	if (letters_equal(a, b))
		return true;
	if (a->known >= 0 && b->known >= 0)
		return a->known == b->known;
	bool article = has_article(a), other = has_article(b);
	struct word x = article ? without_article(a) : *a, y = other ? without_article(b) : *b;
	if (article == other)
		return close_enough(&x, &y, 0);
	return close_enough(a, b, 0) || close_enough(&x, &y, 1);
}

static bool is_bin(const struct word *word)
{
	return word->len == 2 && word->at[0] == AT(BEH) && word->at[1] == AT(NOON);
}

static struct word joined(const struct word *word)
{
	return (struct word){ word->at, word[0].len + word[1].len, word[0].arabic || word[1].arabic, -1 };
}

/* Words in order, each with its like, or with two that stand for it. */
static bool words_same(const struct word *a, size_t m, const struct word *b, size_t n)
{
	size_t i = 0, j = 0;

	while (i < m && j < n) {
		struct word two;
		if (word_same(&a[i], &b[j])) {
			i++, j++;
		} else if (i + 1 < m && (two = joined(&a[i]), word_same(&two, &b[j]))) {
			i += 2, j++;
		} else if (j + 1 < n && (two = joined(&b[j]), word_same(&a[i], &two))) {
			i++, j += 2;
		} else if (i > 0 && is_bin(&a[i])) {
			i++;
		} else if (j > 0 && is_bin(&b[j])) {
			j++;
		} else {
			return false;
		}
	}
	return i == m && j == n;
}

/* Whether the first word of a stands last in b, and nothing in them is an Arabic name's word. */
static bool inverted_same(const struct name *a, const struct name *b)
{
	size_t n = a->count;

	if (n != b->count || n < 2 || n > 3)
		return false;
	for (size_t i = 0; i < n; i++)
		if (a->words[i].arabic || b->words[i].arabic)
			return false;
	return word_same(&a->words[0], &b->words[n - 1]) && words_same(a->words + 1, n - 1, b->words, n - 1);
}

bool name_same(struct span a, struct span b)
{
	struct name x, y;

	if (span_eq(a, b))
		return true;
	if (!read_name(a, &x) || !read_name(b, &y))
		return false;
	return words_same(x.words, x.count, y.words, y.count) || inverted_same(&x, &y) || inverted_same(&y, &x);
}

/*
 * The class of a letter in a skeleton; 0: no part of it. Stops and hissing
 * sounds are one class: spellings of ch, j, x and z exchange them.
 */
static const uint8_t skeleton[LETTERS] = {
	[AT(BEH)] = 'b', [AT(FEH)] = 'b', [AT(TEH)] = 't', [AT(TAH)] = 't', [AT(DAL)] = 't', [AT(DAD)] = 't', [AT(THEH)] = 't',
	[AT(THAL)] = 't', [AT(SEEN)] = 't', [AT(SAD)] = 't', [AT(ZAIN)] = 't', [AT(ZAH)] = 't', [AT(SHEEN)] = 't', [AT(JEEM)] = 't',
	[AT(GHAIN)] = 't', [AT(QAF)] = 't', [AT(KAF)] = 't', [AT(KHAH)] = 't', [AT(LAM)] = 'l', [AT(REH)] = 'r', [AT(MEEM)] = 'm',
	[AT(NOON)] = 'n',
};

static bool is_silent_after_noon(uint8_t letter)
{
	return letter == AT(GHAIN) || letter == AT(JEEM) || letter == AT(QAF) || letter == AT(KAF);
}

/* How many letters of a word the key leaves out: an article, but not behind `abd`, where it is often written joined. */
static uint32_t key_start(const struct name *name, size_t i)
{
	static const uint8_t abd[] = { AT(AIN), AT(BEH), AT(DAL) };
	const struct word *word = &name->words[i];

	if (word->len < ARTICLE || word->at[0] != AT(ALEF) || word->at[1] != AT(LAM) || (word->len == ARTICLE && i + 1 == name->count))
		return 0;
	return i > 0 && word[-1].len == sizeof(abd) && memcmp(word[-1].at, abd, sizeof(abd)) == 0 ? 0 : ARTICLE;
}

uint64_t name_key(struct span name)
{
	struct name read;
	char key[NAME_LETTERS];
	size_t n = 0;

	if (!read_name(name, &read))
		return hash_bytes(name.ptr, name.len) | 1;
	for (size_t i = 0; i < read.count; i++) {
		const struct word *word = &read.words[i];
		if (i > 0 && is_bin(word))
			continue;
		for (uint32_t j = key_start(&read, i); j < word->len; j++) {
			char class = (char)skeleton[word->at[j]];
			bool silent = n > 0 && key[n - 1] == 'n' && is_silent_after_noon(word->at[j]);
			if (class != 0 && !silent && (n == 0 || key[n - 1] != class))
				key[n++] = class;
		}
	}
	return hash_bytes(key, n) | 1;
}
