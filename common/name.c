#include "name.h"

#include "hash.h"
#include "name-read.h"
#include "banned.h"

#define AT SOUND_AT
#define ARTICLE 2 /* letters */
#define STEM 4    /* letters that an article leaves */
#define SHORT 3   /* letters */

/* What words may be over their limits where another is the same, a foreign one of at least so many letters. */
#define SPARE 5
#define SPARE_FROM 4
/* How far Arabic names may be. */
#define LIMIT_ARABIC 2

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

static bool letters_equal(const struct name_word *a, const struct name_word *b)
{
	return a->len == b->len && memcmp(a->at, b->at, a->len) == 0;
}

static bool has_article(const struct name_word *word)
{
	return word->len >= ARTICLE + STEM && word->at[0] == AT(ALEF) && word->at[1] == AT(LAM);
}

static struct name_word without_article(const struct name_word *word)
{
	return (struct name_word){ word->at + ARTICLE, word->len - ARTICLE, word->arabic, word->letters, -1, -1 };
}

static bool is_arabic(const struct name_word *a, const struct name_word *b)
{
	return a->arabic || b->arabic || (a->letters && b->letters);
}

/* Short names that are well known are spelled in one way. */
static bool is_short_known(const struct name_word *word)
{
	return word->known >= 0 && word->len <= SHORT;
}

/* By how much two words are further apart than spellings of one word: 0 where they can be that. */
static unsigned over_limit(const struct name_word *a, const struct name_word *b, unsigned extra)
{
	struct sound x = { a->at, a->len }, y = { b->at, b->len };
	unsigned limit = sound_limit(x, y);

	if (is_arabic(a, b) || is_short_known(a) || is_short_known(b))
		limit = least(limit, LIMIT_ARABIC);
	unsigned far = sound_distance(x, y, limit + SPARE) + extra;
	return far <= limit ? 0 : far - limit;
}

/* Whether one is the other with the yeh of adjectives: of a known name, or behind an article. */
static bool is_adjective(const struct name_word *a, const struct name_word *b)
{
	const struct name_word *shorter = a->len < b->len ? a : b, *longer = a->len < b->len ? b : a;

	if (longer->len != shorter->len + 1 || longer->at[shorter->len] != AT(YEH) || memcmp(longer->at, shorter->at, shorter->len) != 0)
		return false;
	return a->arabic || b->arabic || a->letters || has_article(a) || has_article(b);
}

static unsigned word_over(const struct name_word *a, const struct name_word *b)
{
	if (letters_equal(a, b))
		return 0;
	if (a->noun >= 0 && b->noun >= 0)
		return a->noun == b->noun ? 0 : SOUND_FAR;
	if (a->known >= 0 && b->known >= 0)
		return a->known == b->known ? 0 : SOUND_FAR;
	if (is_adjective(a, b))
		return SOUND_FAR;
	bool article = has_article(a), other = has_article(b);
	struct name_word x = article ? without_article(a) : *a, y = other ? without_article(b) : *b;
	if (article == other)
		return over_limit(&x, &y, 0);
	return least(over_limit(a, b, 0), over_limit(&x, &y, 1));
}

static bool word_same(const struct name_word *a, const struct name_word *b)
{
	return word_over(a, b) == 0;
}

static bool is_bin(const struct name_word *word)
{
	return word->len == 2 && word->at[0] == AT(BEH) && word->at[1] == AT(NOON);
}

/* The article of Romance languages (la, le) before a word. */
static bool is_foreign_article(const struct name_word *word)
{
	return word->len == 2 && word->at[0] == AT(LAM) && (word->at[1] == AT(ALEF) || word->at[1] == AT(WAW)) && word[1].len > STEM;
}

/* A word and the next one as one word; where none is left, one of no letters. */
static struct name_word joined(const struct name_word *word, size_t left)
{
	if (left < 2)
		return (struct name_word){ word->at, 0, false, false, -1, -1 };
	bool arabic = word[0].arabic && word[1].arabic, letters = word[0].letters || word[1].letters;
	return (struct name_word){ word->at, word[0].len + word[1].len, arabic, letters, -1, -1 };
}

/* What was seen while the words of two names were compared. */
struct match {
	uint32_t agree; /* letters of the longest foreign word that is in both */
	unsigned over;  /* by how much other words are over their limits */
};

static void match_word(struct match *match, const struct name_word *a, const struct name_word *b, unsigned over)
{
	match->over += over;
	if (over == 0 && a->len > match->agree && a->noun < 0 && !is_arabic(a, b))
		match->agree = a->len;
}

/* Words in order, each with its like, or with two that stand for it; one may be a little further off where others are the same. */
static bool words_same(const struct name_word *a, size_t m, const struct name_word *b, size_t n)
{
	struct match match = { 0, 0 };
	size_t i = 0, j = 0;
	unsigned over;

	while (i < m && j < n) {
		struct name_word two = joined(&a[i], m - i), other = joined(&b[j], n - j);
		if (letters_equal(&two, &b[j])) {
			i += 2, j++;
		} else if (letters_equal(&a[i], &other)) {
			i++, j += 2;
		} else if ((over = word_over(&a[i], &b[j])) == 0) {
			match_word(&match, &a[i++], &b[j++], 0);
		} else if (word_same(&two, &b[j])) {
			i += 2, j++;
		} else if (word_same(&a[i], &other)) {
			i++, j += 2;
		} else if (i > 0 && is_bin(&a[i])) {
			i++;
		} else if (j > 0 && is_bin(&b[j])) {
			j++;
		} else if (i + j == 0 && m == n + 1 && is_foreign_article(a)) {
			i++;
		} else if (i + j == 0 && n == m + 1 && is_foreign_article(b)) {
			j++;
		} else if (match.over + over <= SPARE) {
			match_word(&match, &a[i++], &b[j++], over);
		} else {
			return false;
		}
	}
	return i == m && j == n && (match.over == 0 || match.agree >= SPARE_FROM);
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

static bool names_same(struct span a, struct span b)
{
	struct name x, y;

	if (!name_read(a, &x) || !name_read(b, &y))
		return false;
	return words_same(x.words, x.count, y.words, y.count) || inverted_same(&x, &y) || inverted_same(&y, &x);
}

/* The latest answers: the news names the same people over and over. */
#define ANSWERS 65536
struct answer {
	uint64_t asked; /* a hash; 0 where nothing was */
	uint64_t given;
};

static struct answer *answer_to(struct answer answers[ANSWERS], uint64_t asked)
{
	return &answers[asked >> 32 & (ANSWERS - 1)];
}

bool name_same(struct span a, struct span b)
{
	static struct answer answers[ANSWERS];

	if (span_eq(a, b))
		return true;
	if (span_cmp(a, b) > 0) /* so that it is symmetric: words are joined in one name before the other */
		return name_same(b, a);
	uint64_t asked = hash_mix(hash_bytes(a.ptr, a.len) ^ HASH_P0, hash_bytes(b.ptr, b.len) ^ HASH_P1) | 1;
	struct answer *answer = answer_to(answers, asked);
	if (answer->asked != asked)
		*answer = (struct answer){ asked, names_same(a, b) };
	return answer->given != 0;
}

/*
 * The class of a letter in a skeleton; 0: no part of it. Stops and hissing
 * sounds are one class: spellings of ch, j, x and z exchange them.
 */
static const uint8_t skeleton[SOUND_LETTERS] = {
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
	const struct name_word *word = &name->words[i];

	if (word->len < ARTICLE || word->at[0] != AT(ALEF) || word->at[1] != AT(LAM) || (word->len == ARTICLE && i + 1 == name->count))
		return 0;
	return i > 0 && word[-1].len == sizeof(abd) && memcmp(word[-1].at, abd, sizeof(abd)) == 0 ? 0 : ARTICLE;
}

static uint64_t skeleton_key(struct span name)
{
	struct name read;
	char key[NAME_LETTERS];
	size_t n = 0;

	if (!name_read(name, &read))
		return hash_bytes(name.ptr, name.len) | 1;
	for (size_t i = 0; i < read.count; i++) {
		const struct name_word *word = &read.words[i];
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

uint64_t name_key(struct span name)
{
	static struct answer answers[ANSWERS];
	uint64_t asked = hash_bytes(name.ptr, name.len) | 1;
	struct answer *answer = answer_to(answers, asked);

	if (answer->asked != asked)
		*answer = (struct answer){ asked, skeleton_key(name) };
	return answer->given;
}
