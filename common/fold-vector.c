#include "fold-vector.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include "fold.h"
#include "letters.h"
#include "utf8.h"
#include "banned.h"

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt")))

/* Fewer than a register holds, so that the last letters' repetitions are seen in one. */
#define BLOCK 60

/* The code points of two bytes that are folded here begin with one of these. */
#define LEAD 0xD8 /* U+0600 to U+063F, and with 1 more U+0640 to U+067F */
#define FIRST 0x0600
#define CODE_POINTS 128

enum {
	ONE_BYTE = 1, /* it becomes ASCII */
	DROPPED = 2,
	NO_COMMA = 4, /* not between digits */
	SPECIAL = 8,  /* not folded here */
};

/* For each code point from FIRST on. */
static uint8_t leads[CODE_POINTS], trails[CODE_POINTS], kinds[CODE_POINTS];
static bool made;

static void make_tables(void)
{
	for (uint32_t i = 0; i < CODE_POINTS; i++) {
		uint32_t cp = FIRST + i, to = fold_code_point(cp);
		char bytes[4] = { 0 };
		if (to == FOLD_DROPPED) {
			kinds[i] = DROPPED;
		} else if (to < 0x80) {
			kinds[i] = ONE_BYTE;
			trails[i] = (uint8_t)to;
		} else if (to < 0x800) {
			utf8_encode(to, bytes);
			leads[i] = (uint8_t)bytes[0];
			trails[i] = (uint8_t)bytes[1];
		} else {
			kinds[i] = SPECIAL;
		}
		if (cp == ARABIC_COMMA || cp == ARABIC_SEMICOLON)
			kinds[i] |= NO_COMMA;
		if (cp == TATWEEL)
			kinds[i] = SPECIAL;
	}
	made = true;
}

bool fold_vector_usable(void)
{
	return __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512bw") &&
	       __builtin_cpu_supports("bmi2");
}

/* The first n bits. */
static inline uint64_t bits(size_t n)
{
	return n >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << n) - 1;
}

TARGET static inline __m512i look_up(const uint8_t *table, __m512i index)
{
	return _mm512_permutex2var_epi8(_mm512_loadu_si512(table), index, _mm512_loadu_si512(table + 64));
}

/*
 * Whether the `count` bytes at out make a run of three equal letters, with the
 * four bytes before them (fewer at the beginning): those are fold_next()'s.
 */
TARGET static bool elongated(const char *begin, const char *out, size_t count)
{
	size_t back = (size_t)(out - begin) < 4 ? (size_t)(out - begin) : 4;
	const char *from = out - back;
	size_t n = count + back;

	if (n < 6)
		return false;
	__m512i a = _mm512_maskz_loadu_epi8(bits(n), from);
	__m512i b = _mm512_maskz_loadu_epi8(bits(n - 2), from + 2);
	uint64_t equal = _mm512_cmpeq_epi8_mask(a, b) & bits(n - 2);
	uint64_t letter = _mm512_cmpge_epu8_mask(a, _mm512_set1_epi8((char)0xC0));
	uint64_t twice = equal & equal >> 1 & letter;
	return (twice & twice >> 2) != 0;
}

/* One block: returns how many bytes were folded, whole code points, and adds to *out. */
TARGET static size_t fold_block(const char *text, size_t len, bool digit_before, const char *begin, char **out)
{
	uint64_t have = bits(len < BLOCK ? len : BLOCK);
	__m512i x = _mm512_maskz_loadu_epi8(have, text);
	__m512i next = _mm512_maskz_loadu_epi8(have >> 1, text + 1);
	__m512i before = _mm512_maskz_loadu_epi8(have & ~UINT64_C(1), text - 1);

	/* Two bytes that begin with LEAD or LEAD + 1, or one of ASCII; else the block ends there. */
	uint64_t high = _mm512_movepi8_mask(x);
	uint64_t lead = _mm512_cmpeq_epi8_mask(_mm512_or_si512(x, _mm512_set1_epi8(1)), _mm512_set1_epi8((char)(LEAD + 1)));
	uint64_t trail = high & ~_mm512_test_epi8_mask(x, _mm512_set1_epi8(0x40));
	uint64_t good = (~high & have) | (lead & trail >> 1) | (trail & lead << 1);

	__m512i low6 = _mm512_set1_epi8(0x3F), one = _mm512_set1_epi8(1);
	__m512i of_lead = _mm512_or_si512(_mm512_slli_epi16(_mm512_and_si512(x, one), 6), _mm512_and_si512(next, low6));
	__m512i of_trail = _mm512_or_si512(_mm512_slli_epi16(_mm512_and_si512(before, one), 6), _mm512_and_si512(x, low6));
	__m512i kind = _mm512_maskz_mov_epi8(lead, look_up(kinds, of_lead));
	uint64_t one_byte = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(ONE_BYTE));
	uint64_t dropped = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(DROPPED));
	uint64_t special = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(SPECIAL));
	uint64_t comma = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(NO_COMMA));

	/* A comma behind a digit may be part of a number. A mark behind a space goes with a space, or with the one behind it. */
	uint64_t ascii_digit = _mm512_cmple_epu8_mask(_mm512_sub_epi8(x, _mm512_set1_epi8('0')), _mm512_set1_epi8(9)) & have;
	uint64_t arabic_digit = _mm512_mask_cmple_epu8_mask(one_byte << 1 & trail, _mm512_sub_epi8(look_up(trails, of_trail), _mm512_set1_epi8('0')),
							    _mm512_set1_epi8(9));
	uint64_t digit = ascii_digit | arabic_digit;
	bool space_before = *out == begin || (*out)[-1] == ' ';
	special |= comma & (digit << 1 | dropped << 2 | digit_before);
	special |= dropped & (~high << 1 | space_before);

	size_t n = (size_t)_tzcnt_u64(~good | special | ~have);
	if (n == 0)
		return 0;
	uint64_t upper = _mm512_cmple_epu8_mask(_mm512_sub_epi8(x, _mm512_set1_epi8('A')), _mm512_set1_epi8('Z' - 'A'));
	__m512i folded = _mm512_mask_add_epi8(x, upper, x, _mm512_set1_epi8('a' - 'A'));
	folded = _mm512_mask_mov_epi8(folded, lead, look_up(leads, of_lead));
	folded = _mm512_mask_mov_epi8(folded, trail, look_up(trails, of_trail));
	uint64_t kept = bits(n) & ~(one_byte | dropped | dropped << 1);
	_mm512_storeu_si512(*out, _mm512_maskz_compress_epi8(kept, folded));
	size_t count = (size_t)_mm_popcnt_u64(kept);
	if (elongated(begin, *out, count))
		return 0;
	*out += count;
	return n;
}

/* Whether a digit may stand before byte `at`: a digit of either kind that is folded here, or a mark, which may stand on one. */
static bool may_end_with_digit(struct span text, size_t at)
{
	unsigned char last = (unsigned char)text.ptr[at - 1];

	if (last < 0x80)
		return last >= '0' && last <= '9';
	size_t i = ((unsigned char)text.ptr[at - 2] & 1u) << 6 | (last & 0x3Fu);
	return kinds[i] == DROPPED || (kinds[i] == ONE_BYTE && trails[i] >= '0' && trails[i] <= '9');
}

size_t fold_vector(struct span text, size_t at, bool digit, const char *begin, char **out)
{
	if (!made)
		make_tables();
	while (at < text.len) {
		size_t n = fold_block(text.ptr + at, text.len - at, digit, begin, out);
		if (n == 0)
			break;
		at += n;
		digit = may_end_with_digit(text, at);
	}
	return at;
}

#else

bool fold_vector_usable(void)
{
	return false;
}

size_t fold_vector(struct span text, size_t at, bool digit, const char *begin, char **out)
{
	(void)text, (void)digit, (void)begin, (void)out;
	return at;
}

#endif
