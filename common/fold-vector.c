#include "fold-vector.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include "fold.h"
#include "letters.h"
#include "utf8.h"
#include "banned.h"

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt")))

/*
 * Bytes folded at once, whether or not a code point ends there: so that the
 * next block does not wait for this one. With the five bytes before or behind
 * them, in which a letter may repeat, they fit a register.
 */
#define BLOCK 56
#define LOOK_BACK 5

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

/* Where two letters of two bytes follow one another that are equal to their third: `equal` to the byte two further. */
static inline bool has_triple(uint64_t equal, uint64_t lead)
{
	uint64_t twice = equal & equal >> 1 & lead;
	return (twice & twice >> 2) != 0;
}

/* Whether a letter stands three times in folded bytes of which none is dropped: that is fold_next()'s to shorten. */
TARGET static inline bool elongated(__m512i folded, uint64_t lead)
{
	static const uint8_t two_further[64] = {
		2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33,
		34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 0, 0,
	};
	__m512i further = _mm512_permutexvar_epi8(_mm512_loadu_si512(two_further), folded);
	return has_triple(_mm512_cmpeq_epi8_mask(folded, further) & bits(62), lead);
}

/* The same of the `count` bytes at out with those before them, whatever was dropped between. */
TARGET static bool elongated_output(const char *begin, const char *out, size_t count)
{
	size_t back = (size_t)(out - begin) < LOOK_BACK ? (size_t)(out - begin) : LOOK_BACK;
	const char *from = out - back;
	size_t n = count + back;

	if (n < 6)
		return false;
	__m512i a = _mm512_maskz_loadu_epi8(bits(n), from);
	__m512i b = _mm512_maskz_loadu_epi8(bits(n - 2), from + 2);
	uint64_t equal = _mm512_cmpeq_epi8_mask(a, b) & bits(n - 2);
	return has_triple(equal, _mm512_cmpge_epu8_mask(a, _mm512_set1_epi8((char)0xC0)));
}

TARGET static inline uint64_t within(__m512i x, char low, char high)
{
	return _mm512_cmple_epu8_mask(_mm512_sub_epi8(x, _mm512_set1_epi8(low)), _mm512_set1_epi8((char)(high - low)));
}

/* Whether a byte is LEAD or LEAD + 1, a continuation, a double guillemet's second byte. */
TARGET static inline uint64_t is_lead(__m512i x)
{
	return _mm512_cmpeq_epi8_mask(_mm512_or_si512(x, _mm512_set1_epi8(1)), _mm512_set1_epi8((char)(LEAD + 1)));
}

TARGET static inline uint64_t is_trail(__m512i x)
{
	return _mm512_cmplt_epi8_mask(x, _mm512_set1_epi8((char)0xC0));
}

TARGET static inline uint64_t is_guillemet(__m512i x)
{
	return _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8((char)LEFT_DOUBLE_GUILLEMET)) |
	       _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8((char)RIGHT_DOUBLE_GUILLEMET));
}

/* What is between blocks. */
struct carry {
	uint64_t digit; /* 1 where a digit or a mark, which may stand on one, is the last */
	bool look_back; /* letters before this block may repeat in it, which the blocks before did not see */
	uint64_t space; /* 1 where the output is empty or ends in a space that the text before may not show */
};

/* One block, of which `have` lanes are there. Returns how many bytes were folded, 0 for an elongation, and adds to *out. */
TARGET static inline size_t fold_block(const char *text, bool first, uint64_t have, struct carry *carry, const char *begin, char **out)
{
	__m512i x = _mm512_maskz_loadu_epi8(have, text);
	__m512i next = _mm512_maskz_loadu_epi8(have >> 1, text + 1);
	__m512i before = _mm512_maskz_loadu_epi8(have & ~(uint64_t)first, text - 1);

	/* Two bytes that begin with LEAD or LEAD + 1, a guillemet, or ASCII; else the block ends there. */
	__m512i c2 = _mm512_set1_epi8((char)0xC2);
	uint64_t ascii = ~_mm512_movepi8_mask(x), trail_here = is_trail(x);
	uint64_t lead = is_lead(x) & is_trail(next), trail = trail_here & is_lead(before);
	uint64_t quote_lead = _mm512_cmpeq_epi8_mask(x, c2) & is_guillemet(next);
	uint64_t quote = is_guillemet(x) & _mm512_cmpeq_epi8_mask(before, c2);
	uint64_t good = ascii | lead | trail | quote_lead | quote;

	/* The code point of either of its bytes. */
	__m512i one = _mm512_set1_epi8(1), low6 = _mm512_set1_epi8(0x3F);
	__m512i high_part = _mm512_mask_mov_epi8(x, trail, before), low_part = _mm512_mask_mov_epi8(x, lead, next);
	__m512i index = _mm512_or_si512(_mm512_slli_epi16(_mm512_and_si512(high_part, one), 6), _mm512_and_si512(low_part, low6));
	__m512i kind = _mm512_maskz_mov_epi8(lead | trail, look_up(kinds, index));
	__m512i to = look_up(trails, index);
	uint64_t one_byte = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(ONE_BYTE));
	uint64_t dropped = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(DROPPED));
	uint64_t special = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(SPECIAL));
	uint64_t comma = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(NO_COMMA)) & lead;

	/* A comma behind a digit may be part of a number. A mark behind a space goes with a space, or with the one behind it. */
	uint64_t digit = (within(x, '0', '9') & ascii) | (within(to, '0', '9') & one_byte) | dropped;
	special |= comma & (digit << 1 | carry->digit);
	special |= dropped & lead & (~(uint64_t)_mm512_movepi8_mask(before) | carry->space);

	size_t n = (size_t)_tzcnt_u64(~good | special | ~(have & bits(BLOCK)));
	__m512i folded = _mm512_mask_add_epi8(x, within(x, 'A', 'Z'), x, _mm512_set1_epi8('a' - 'A'));
	folded = _mm512_mask_mov_epi8(folded, lead, look_up(leads, index));
	folded = _mm512_mask_mov_epi8(folded, trail, to);
	folded = _mm512_mask_mov_epi8(folded, quote, _mm512_set1_epi8('"'));
	uint64_t kept = bits(n) & ~((one_byte & lead) | dropped | quote_lead);
	_mm512_storeu_si512(*out, _mm512_maskz_compress_epi8(kept, folded));
	size_t count = (size_t)_mm_popcnt_u64(kept);
	if (elongated(folded, lead) || ((dropped != 0 || carry->look_back) && elongated_output(begin, *out, count)))
		return 0;
	*out += count;
	*carry = (struct carry){ .digit = digit >> (BLOCK - 1) & 1, .look_back = dropped != 0 };
	return n;
}

/* A block that ended within a code point was the last: give that code point back. */
static size_t step_back(struct span text, size_t at, char **out)
{
	unsigned char lead = (unsigned char)text.ptr[at - 1], trail = (unsigned char)text.ptr[at];

	if (lead != 0xC2 && kinds[(lead & 1u) << 6 | (trail & 0x3Fu)] == 0)
		--*out;
	return at - 1;
}

TARGET size_t fold_vector(struct span text, size_t at, bool digit, const char *begin, char **out)
{
	struct carry carry = { .digit = digit, .look_back = true, .space = *out == begin || (*out)[-1] == ' ' };
	size_t from = at, n = BLOCK;

	if (!made)
		make_tables();
	for (; at < text.len; at += BLOCK) {
		n = fold_block(text.ptr + at, at == 0, bits(text.len - at), &carry, begin, out);
		if (n < BLOCK) {
			at += n;
			break;
		}
	}
	return n == 0 && at > from && (unsigned char)text.ptr[at - 1] >= 0xC0 ? step_back(text, at, out) : at;
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
