#include "sound.h"

#include "banned.h"

#define AT SOUND_AT
#define NONE SOUND_LETTERS

/* What a spelling leaves out: vowels most easily. 0: nothing that a short word can lose. */
static const uint8_t left_out[SOUND_LETTERS] = {
	[AT(HAMZA)] = 1, [AT(ALEF)] = 3, [AT(WAW)] = 2, [AT(YEH)] = 3, [AT(HEH)] = 4,
};
/* The same at a word's end, where vowels hardly sound and consonants are silent. */
static const uint8_t left_out_last[SOUND_LETTERS] = {
	[AT(HAMZA)] = 1, [AT(ALEF)] = 4, [AT(WAW)] = 3, [AT(YEH)] = 2, [AT(HEH)] = 3, [AT(TEH)] = 5, [AT(DAL)] = 5, [AT(SEEN)] = 3,
	[AT(GHAIN)] = 5,
};
#define LEFT_OUT_DOUBLED 1
#define LEFT_OUT_CONSONANT 8
#define LONG_WEIGHT 9 /* words that may lose a consonant */

/* Letters that stand for one sound. */
#define ALIKE(a, b, cost) [AT(a)][AT(b)] = (cost), [AT(b)][AT(a)] = (cost)
static const uint8_t alike[SOUND_LETTERS][SOUND_LETTERS] = {
	ALIKE(ALEF, WAW, 5), ALIKE(ALEF, YEH, 4), ALIKE(WAW, YEH, 4), ALIKE(ALEF, HEH, 3), ALIKE(YEH, HEH, 4),
	ALIKE(WAW, HEH, 6), ALIKE(HAMZA, ALEF, 2), ALIKE(HAMZA, YEH, 1), ALIKE(HAMZA, WAW, 1), ALIKE(ALEF, AIN, 3),
	ALIKE(GHAIN, JEEM, 2), ALIKE(GHAIN, QAF, 3), ALIKE(GHAIN, KAF, 4), ALIKE(JEEM, KAF, 3), ALIKE(JEEM, QAF, 4),
	ALIKE(QAF, KAF, 1), ALIKE(KHAH, KAF, 4), ALIKE(KHAH, HEH, 4), ALIKE(KHAH, HAH, 3), ALIKE(HAH, HEH, 3),
	ALIKE(KHAH, GHAIN, 5), ALIKE(GHAIN, HEH, 6), ALIKE(KHAH, JEEM, 5),
	ALIKE(TEH, TAH, 1), ALIKE(TEH, DAL, 5), ALIKE(TAH, DAL, 5), ALIKE(DAL, DAD, 2), ALIKE(DAL, THAL, 3),
	ALIKE(THEH, TEH, 2), ALIKE(THEH, SEEN, 3), ALIKE(THAL, ZAIN, 2), ALIKE(ZAH, ZAIN, 2),
	ALIKE(SEEN, SAD, 3), ALIKE(SEEN, ZAIN, 4), ALIKE(SAD, ZAIN, 4), ALIKE(SEEN, SHEEN, 3), ALIKE(SHEEN, JEEM, 5),
	ALIKE(ZAIN, JEEM, 4), ALIKE(ZAIN, SHEEN, 6), ALIKE(FEH, BEH, 4), ALIKE(FEH, WAW, 5), ALIKE(BEH, WAW, 7), ALIKE(MEEM, NOON, 6),
	ALIKE(JEEM, YEH, 4), ALIKE(KAF, SHEEN, 6), ALIKE(KHAH, SHEEN, 6), ALIKE(THEH, ZAIN, 3),
	ALIKE(DAD, ZAIN, 2), ALIKE(THEH, THAL, 3), ALIKE(AIN, HAMZA, 2), ALIKE(TAH, THEH, 4),
};
/* The same at a word's end. */
static const uint8_t alike_last[SOUND_LETTERS][SOUND_LETTERS] = {
	ALIKE(ALEF, HEH, 2), ALIKE(ALEF, YEH, 4), ALIKE(HEH, YEH, 4), ALIKE(TEH, DAL, 3), ALIKE(HEH, TEH, 4), ALIKE(MEEM, NOON, 5),
	ALIKE(WAW, YEH, 3), ALIKE(ALEF, WAW, 4), ALIKE(SEEN, ZAIN, 3), ALIKE(HEH, GHAIN, 3),
};

/* Two letters that stand for the sound that another spelling writes with one, or with two others. */
enum digraph {
	TEH_SHEEN = 1, ZAIN_HEH, DAL_JEEM, DAL_ZAIN, GHAIN_JEEM, TEH_SEEN, TEH_ZAIN, TEH_HEH, SEEN_TEH, SEEN_SHEEN, SEEN_HEH, SEEN_KHAH,
	SEEN_ZAIN, NOON_GHAIN, NOON_JEEM, GHAIN_NOON, JEEM_NOON, MEEM_NOON, KAF_SEEN, KAF_HEH, BEH_HEH, BEH_FEH, DAL_TEH, LAM_YEH,
	JEEM_YEH, KAF_WAW, GHAIN_WAW, HEH_WAW, WAW_YEH, ALEF_YEH, ALEF_WAW, YEH_WAW, WAW_ALEF, SEEN_YEH,
	ZAIN_YEH, SEEN_KAF, GHAIN_BEH, JEEM_BEH, DIGRAPHS,
};
#define DIGRAPH(a, b) [AT(a)][AT(b)] = a##_##b
static const uint8_t digraphs[SOUND_LETTERS][SOUND_LETTERS] = {
	DIGRAPH(TEH, SHEEN), DIGRAPH(ZAIN, HEH), DIGRAPH(DAL, JEEM), DIGRAPH(DAL, ZAIN), DIGRAPH(GHAIN, JEEM), DIGRAPH(TEH, SEEN),
	DIGRAPH(TEH, ZAIN), DIGRAPH(TEH, HEH), DIGRAPH(SEEN, TEH), DIGRAPH(SEEN, SHEEN), DIGRAPH(SEEN, HEH), DIGRAPH(SEEN, KHAH),
	DIGRAPH(SEEN, ZAIN), DIGRAPH(NOON, GHAIN), DIGRAPH(NOON, JEEM), DIGRAPH(GHAIN, NOON), DIGRAPH(JEEM, NOON), DIGRAPH(MEEM, NOON),
	DIGRAPH(KAF, SEEN), DIGRAPH(KAF, HEH), DIGRAPH(BEH, HEH), DIGRAPH(BEH, FEH), DIGRAPH(DAL, TEH), DIGRAPH(LAM, YEH),
	DIGRAPH(JEEM, YEH), DIGRAPH(KAF, WAW), DIGRAPH(GHAIN, WAW), DIGRAPH(HEH, WAW), DIGRAPH(WAW, YEH), DIGRAPH(ALEF, YEH),
	DIGRAPH(ALEF, WAW), DIGRAPH(YEH, WAW), DIGRAPH(WAW, ALEF), DIGRAPH(SEEN, YEH), DIGRAPH(ZAIN, YEH), DIGRAPH(SEEN, KAF),
	DIGRAPH(GHAIN, BEH), DIGRAPH(JEEM, BEH),
};
#define LIKES 11 /* and the end */
static const struct like {
	uint8_t one, two, cost; /* 0 behind the last */
} likes[DIGRAPHS][LIKES] = {
	[TEH_SHEEN] = {
		{ AT(SHEEN), NONE, 3 }, { AT(JEEM), NONE, 2 }, { AT(SEEN), NONE, 4 }, { AT(KAF), NONE, 3 }, { AT(ZAIN), NONE, 3 },
		{ AT(KHAH), NONE, 4 }, { AT(TEH), AT(SEEN), 2 }, { AT(ZAIN), AT(HEH), 3 }, { AT(DAL), AT(JEEM), 3 },
		{ AT(KAF), AT(ZAIN), 3 },
	},
	[ZAIN_HEH] = { { AT(ZAIN), NONE, 2 }, { AT(JEEM), NONE, 3 } },
	[DAL_JEEM] = { { AT(JEEM), NONE, 1 } },
	[DAL_ZAIN] = { { AT(JEEM), NONE, 4 } },
	[GHAIN_JEEM] = { { AT(JEEM), NONE, 3 } },
	[TEH_SEEN] = { { AT(SEEN), NONE, 3 }, { AT(ZAIN), NONE, 3 }, { AT(SHEEN), NONE, 4 }, { AT(KAF), NONE, 3 } },
	[TEH_ZAIN] = { { AT(ZAIN), NONE, 3 } },
	[TEH_HEH] = { { AT(THEH), NONE, 3 } },
	[SEEN_TEH] = { { AT(SHEEN), NONE, 5 }, { AT(TEH), AT(SEEN), 5 } },
	[SEEN_SHEEN] = { { AT(SHEEN), NONE, 3 } },
	[SEEN_HEH] = { { AT(SHEEN), NONE, 3 } },
	[SEEN_KHAH] = { { AT(SHEEN), NONE, 3 } },
	[SEEN_ZAIN] = { { AT(SEEN), NONE, 3 }, { AT(SHEEN), NONE, 4 } },
	[NOON_GHAIN] = { { AT(NOON), NONE, 2 }, { AT(NOON), AT(KAF), 1 } },
	[NOON_JEEM] = { { AT(NOON), NONE, 4 } },
	[GHAIN_NOON] = { { AT(NOON), AT(YEH), 3 } },
	[JEEM_NOON] = { { AT(NOON), AT(YEH), 3 } },
	[MEEM_NOON] = { { AT(MEEM), NONE, 3 } },
	[KAF_SEEN] = { { AT(ZAIN), NONE, 4 }, { AT(SEEN), NONE, 4 }, { AT(HEH), NONE, 4 } },
	[KAF_HEH] = { { AT(KHAH), NONE, 3 } },
	[BEH_HEH] = { { AT(FEH), NONE, 3 } },
	[BEH_FEH] = { { AT(FEH), NONE, 4 } },
	[DAL_TEH] = { { AT(TEH), NONE, 2 }, { AT(DAL), NONE, 2 } },
	[LAM_YEH] = { { AT(YEH), NONE, 4 } },
	[JEEM_YEH] = { { AT(YEH), NONE, 3 } },
	[KAF_WAW] = { { AT(KAF), NONE, 2 } },
	[GHAIN_WAW] = { { AT(WAW), NONE, 6 } },
	[HEH_WAW] = { { AT(WAW), NONE, 3 } },
	[WAW_YEH] = { { AT(WAW), NONE, 3 } },
	[ALEF_YEH] = { { AT(YEH), NONE, 2 } },
	[ALEF_WAW] = { { AT(WAW), NONE, 2 } },
	[YEH_WAW] = { { AT(WAW), NONE, 1 } },
	[WAW_ALEF] = { { AT(WAW), NONE, 3 } },
	[SEEN_YEH] = { { AT(ZAIN), NONE, 3 } },
	[ZAIN_YEH] = { { AT(SEEN), NONE, 3 } },
	[SEEN_KAF] = { { AT(SHEEN), NONE, 5 } },
	[GHAIN_BEH] = { { AT(BEH), NONE, 2 } },
	[JEEM_BEH] = { { AT(BEH), NONE, 2 } },
};

/* The most that two words may differ by, by letters and consonants of the one that has less. */
static const uint8_t limits[] = { 0, 0, 0, 1, 2, 2, 3, 4, 6, 6, 9, 11, 13, 13, 13, 13, 13, 13, 13 };
#define LIMITS (sizeof(limits) / sizeof(limits[0]))

static bool is_vowel(uint8_t letter)
{
	return letter == AT(HAMZA) || letter == AT(ALEF) || letter == AT(WAW) || letter == AT(YEH);
}

static uint32_t least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static uint32_t consonants(struct sound word)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < word.len; i++)
		n += is_vowel(word.at[i]) ? i == 0 && word.at[0] != AT(ALEF) && word.len > 2 : word.at[i] != AT(HEH) || i + 1 < word.len;
	return n;
}

static uint32_t weight(struct sound a, struct sound b)
{
	return least(a.len, b.len) + least(consonants(a), consonants(b));
}

unsigned sound_limit(struct sound a, struct sound b)
{
	return limits[least(weight(a, b), LIMITS - 1)];
}

/* A word, and for each letter what it costs to leave it out and the digraph that it ends. */
struct costs {
	struct sound word;
	uint8_t out[SOUND_WORD];
	uint8_t digraph[SOUND_WORD]; /* or 0 */
};

static uint8_t cost_left_out(struct sound word, uint32_t i, bool is_long)
{
	uint8_t letter = word.at[i];

	if (i > 0 && word.at[i - 1] == letter)
		return LEFT_OUT_DOUBLED;
	if (i + 1 == word.len && i > 1 && left_out_last[letter] != 0)
		return left_out_last[letter];
	if (left_out[letter] != 0)
		return left_out[letter];
	return is_long ? LEFT_OUT_CONSONANT : SOUND_FAR;
}

static void set_costs(struct costs *costs, struct sound word, bool is_long)
{
	costs->word = word;
	for (uint32_t i = 0; i < word.len; i++) {
		costs->out[i] = cost_left_out(word, i, is_long);
		costs->digraph[i] = i > 0 ? digraphs[word.at[i - 1]][word.at[i]] : 0;
	}
}

/* The cost of a digraph for b's letter at j (or two that end there: `two`). */
static unsigned cost_digraph(uint8_t digraph, struct sound b, uint32_t j, bool two)
{
	uint8_t one = b.at[two ? j - 1 : j], last = two ? b.at[j] : NONE;

	for (const struct like *like = likes[digraph]; like->cost != 0; like++)
		if (like->one == one && like->two == last)
			return like->cost;
	return SOUND_FAR;
}

static unsigned cost_swap(const struct costs *a, uint32_t i, const struct costs *b, uint32_t j)
{
	uint8_t x = a->word.at[i], y = b->word.at[j];

	if (x == y)
		return 0;
	if (i + 1 == a->word.len && j + 1 == b->word.len && alike_last[x][y] != 0)
		return alike_last[x][y];
	return alike[x][y] != 0 ? alike[x][y] : SOUND_FAR;
}

/* One cell of the table of distances, from those above and before it. */
static unsigned cell(const struct costs *a, uint32_t i, const struct costs *b, uint32_t j, unsigned *const rows[3])
{
	unsigned cost = rows[1][j] + cost_swap(a, i, b, j);

	cost = least(cost, least(rows[1][j + 1] + a->out[i], rows[2][j] + b->out[j]));
	if (a->digraph[i] != 0) {
		cost = least(cost, rows[0][j] + cost_digraph(a->digraph[i], b->word, j, false));
		if (j > 0)
			cost = least(cost, rows[0][j - 1] + cost_digraph(a->digraph[i], b->word, j, true));
	}
	if (b->digraph[j] != 0) {
		cost = least(cost, rows[1][j - 1] + cost_digraph(b->digraph[j], a->word, i, false));
		if (i > 0)
			cost = least(cost, rows[0][j - 1] + cost_digraph(b->digraph[j], a->word, i, true));
	}
	return cost;
}

unsigned sound_distance(struct sound first, struct sound second, unsigned limit)
{
	unsigned space[3][SOUND_WORD + 1];
	unsigned *rows[3] = { space[0], space[1], space[2] }, before = 0;
	bool is_long = weight(first, second) >= LONG_WEIGHT;
	struct costs a, b;

	set_costs(&a, first, is_long);
	set_costs(&b, second, is_long);
	rows[2][0] = 0;
	for (uint32_t j = 0; j < second.len; j++)
		rows[2][j + 1] = rows[2][j] + b.out[j];
	for (uint32_t i = 0; i < first.len; i++) {
		unsigned *spare = rows[0], best;
		rows[0] = rows[1];
		rows[1] = rows[2];
		rows[2] = spare;
		best = rows[2][0] = rows[1][0] + a.out[i];
		for (uint32_t j = 0; j < second.len; j++) {
			rows[2][j + 1] = cell(&a, i, &b, j, rows);
			best = least(best, rows[2][j + 1]);
		}
		if (best > limit && before > limit) /* a digraph reaches over one row, none over two */
			return SOUND_FAR;
		before = best;
	}
	return rows[2][second.len];
}
