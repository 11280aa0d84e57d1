#include "normalize/scan.h"

#include <stdint.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAS_AVX2 1
#include <immintrin.h>
#else
#define HAS_AVX2 0
#endif

#include "utf8.h"
#include "banned.h"

#define BIT(n) (UINT64_C(1) << (n))
#define BITS(from, to) ((BIT((to) - (from)) * 2 - 1) << (from))

/* For each first byte of two, the second bytes (their low six bits) of clean characters. */
static const uint64_t clean_second[256] = {
	[0xC2] = BITS(0x21, 0x2C) | BITS(0x2E, 0x3F),        /* U+00A1 to U+00BF without the soft hyphen */
	[0xC3] = BITS(0x00, 0x3F),                           /* U+00C0 to U+00FF */
	[0xD8] = BIT(0x0C) | BIT(0x1B) | BITS(0x1F, 0x3F),   /* comma, semicolon, question mark, letters */
	[0xD9] = BITS(0x01, 0x12) | BITS(0x20, 0x3F),        /* letters, marks, digits; no tatweel */
	[0xDA] = BITS(0x00, 0x3F),                           /* U+0680 to U+06BF */
	[0xDB] = BITS(0x00, 0x15) | BITS(0x30, 0x3F),        /* U+06C0 to U+06D5, digits */
};
#define CLEAN_MARKS (BITS(0x0B, 0x12) | BIT(0x30)) /* behind D9: FATHATAN to SUKUN, SUPERSCRIPT ALEF */
/* Behind E2 80: dashes, quotation marks, bullets, ellipsis, primes. */
#define CLEAN_THIRD (BITS(0x10, 0x27) | BITS(0x30, 0x3F))

static bool has(uint64_t set, unsigned char byte)
{
	return (set >> (byte & 0x3F) & 1) != 0;
}

static bool is_mark(const unsigned char *p)
{
	return p[0] == 0xD9 && utf8_continues((char)p[1]) && has(CLEAN_MARKS, p[1]);
}

/* The size of the clean character at p, or 0. Two marks, two spaces in a row are for the caller to see. */
static size_t clean_size(const unsigned char *p, size_t len)
{
	if (p[0] < 0x80)
		return p[0] >= ' ' && p[0] != 0x7F;
	if (len < 2 || !utf8_continues((char)p[1]))
		return 0;
	if (p[0] != 0xE2)
		return has(clean_second[p[0]], p[1]) ? 2 : 0;
	return p[1] == 0x80 && len > 2 && utf8_continues((char)p[2]) && has(CLEAN_THIRD, p[2]) ? 3 : 0;
}

bool scan_begins(const char *ptr, size_t len)
{
	const unsigned char *p = (const unsigned char *)ptr;
	return p[0] != ' ' && clean_size(p, len) > 0 && !(len > 1 && is_mark(p));
}

/* Go on at byte `at`, which begins a character; what stands before it is clean. */
static size_t scan_from(const unsigned char *p, size_t at, size_t len)
{
	bool space = at > 0 && p[at - 1] == ' ', mark = at > 1 && is_mark(p + at - 2);

	while (at < len) {
		size_t size = clean_size(p + at, len - at);
		bool is_space = p[at] == ' ', marks = size == 2 && is_mark(p + at);
		if (size == 0 || (is_space && space) || (marks && mark))
			break;
		space = is_space;
		mark = marks;
		at += size;
	}
	return at;
}

size_t scan_clean_plain(const char *ptr, size_t len)
{
	return scan_from((const unsigned char *)ptr, 0, len);
}

#if HAS_AVX2

/*
 * Each first byte has a bit; a table by the second byte's halves says with
 * which first bytes it makes a clean character. The third byte behind E2 80
 * has a bit of its own.
 */
enum { BIT_D8 = 1, BIT_D9 = 2, BIT_DA = 4, BIT_DB = 8, BIT_C2 = 16, BIT_C3 = 32, BIT_E2 = 64, BIT_THIRD = 128 };

#define TABLE(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, aa, ab, ac, ad, ae, af)                                                         \
	_mm256_setr_epi8((char)(a0), (char)(a1), (char)(a2), (char)(a3), (char)(a4), (char)(a5), (char)(a6), (char)(a7), (char)(a8), \
			 (char)(a9), (char)(aa), (char)(ab), (char)(ac), (char)(ad), (char)(ae), (char)(af), (char)(a0), (char)(a1), \
			 (char)(a2), (char)(a3), (char)(a4), (char)(a5), (char)(a6), (char)(a7), (char)(a8), (char)(a9), (char)(aa), \
			 (char)(ab), (char)(ac), (char)(ad), (char)(ae), (char)(af))

/* Where the character that byte `at` belongs to begins, if that is no further than its length back. */
static size_t character_begin(const unsigned char *p, size_t at)
{
	size_t begin = at;

	while (begin > 0 && at - begin < 2 && utf8_continues((char)p[begin - 1]))
		begin--;
	if (begin == 0 || p[begin - 1] < 0xC0)
		return at;
	size_t size = p[begin - 1] >= 0xE0 ? 3 : 2;
	return size > at - (begin - 1) ? begin - 1 : at;
}

__attribute__((target("avx2"))) static size_t scan_avx2(const unsigned char *p, size_t len)
{
	enum { A8 = BIT_DA | BIT_DB | BIT_C3, A9 = BIT_DA | BIT_C3 | BIT_THIRD, AA = BIT_D8 | BIT_D9 | BIT_DA | BIT_C2 | BIT_C3 };
	enum { AT = AA | BIT_THIRD, AB = BIT_D8 | BIT_D9 | BIT_DA | BIT_DB | BIT_C2 | BIT_C3 | BIT_THIRD };
	enum { L8 = A8 | BIT_D9, LC = L8 | BIT_D8, M9 = A9 | BIT_DB };
	const __m256i lead_high = TABLE(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, BIT_C2 | BIT_C3, BIT_D8 | BIT_D9 | BIT_DA | BIT_DB, BIT_E2, 0);
	const __m256i lead_low = TABLE(0, 0, BIT_C2 | BIT_E2, BIT_C3, 0, 0, 0, 0, BIT_D8, BIT_D9, BIT_DA, BIT_DB, 0, 0, 0, 0);
	const __m256i second_8 = TABLE(A8 | BIT_E2, L8, L8, L8, L8, L8, L8, L8, L8, L8, L8, L8, LC, L8, L8, L8);
	const __m256i second_9 = TABLE(M9 | BIT_D9, M9 | BIT_D9, M9 | BIT_D9, M9, M9, M9, A9, A9, A9, A9, A9, A9 | BIT_D8, A9, A9, A9, A9 | BIT_D8);
	const __m256i second_a = TABLE(AT & ~BIT_C2, AT, AT, AT, AT, AT, AT, AT, AA, AA, AA, AA, AA, AA & ~BIT_C2, AA, AA);
	const __m256i second_b = _mm256_set1_epi8((char)AB);
	const __m256i low_half = _mm256_set1_epi8(0x0F), zero = _mm256_setzero_si256();
	__m256i before = zero, lead_before = zero;
	uint32_t mark_carry = 0, space_carry = 0;
	size_t at = 0;

	for (; at + 32 <= len; at += 32) {
		__m256i v = _mm256_loadu_si256((const __m256i *)(const void *)(p + at));
		__m256i high = _mm256_and_si256(_mm256_srli_epi16(v, 4), low_half), low = _mm256_and_si256(v, low_half);
		__m256i lead = _mm256_and_si256(_mm256_shuffle_epi8(lead_high, high), _mm256_shuffle_epi8(lead_low, low));
		__m256i lead_1 = _mm256_alignr_epi8(lead, _mm256_permute2x128_si256(lead_before, lead, 0x21), 15);
		__m256i joint = _mm256_permute2x128_si256(before, v, 0x21);
		__m256i byte_1 = _mm256_alignr_epi8(v, joint, 15), byte_2 = _mm256_alignr_epi8(v, joint, 14);

		/* What the byte before, or the one before that, asks of this one; and what this one can be. */
		__m256i third = _mm256_and_si256(_mm256_cmpeq_epi8(byte_2, _mm256_set1_epi8((char)0xE2)), _mm256_set1_epi8((char)BIT_THIRD));
		__m256i asked = _mm256_or_si256(lead_1, third);
		__m256i bit_4 = _mm256_slli_epi16(v, 3), bit_5 = _mm256_slli_epi16(v, 2);
		__m256i is_89 = _mm256_blendv_epi8(_mm256_shuffle_epi8(second_8, low), _mm256_shuffle_epi8(second_9, low), bit_4);
		__m256i is_ab = _mm256_blendv_epi8(_mm256_shuffle_epi8(second_a, low), second_b, bit_4);
		__m256i can = _mm256_blendv_epi8(is_89, is_ab, bit_5);

		__m256i continues = _mm256_cmpgt_epi8(_mm256_set1_epi8(-64), v);
		__m256i unmet = _mm256_cmpeq_epi8(_mm256_and_si256(can, asked), zero);
		__m256i graphic = _mm256_andnot_si256(_mm256_cmpeq_epi8(v, _mm256_set1_epi8(0x7F)), _mm256_cmpgt_epi8(v, _mm256_set1_epi8(0x1F)));
		__m256i begins = _mm256_or_si256(graphic, _mm256_andnot_si256(_mm256_cmpeq_epi8(lead, zero), _mm256_set1_epi8(-1)));
		__m256i good_begin = _mm256_and_si256(begins, _mm256_cmpeq_epi8(asked, zero));
		__m256i good = _mm256_blendv_epi8(good_begin, _mm256_andnot_si256(unmet, _mm256_set1_epi8(-1)), continues);

		__m256i vowel = _mm256_and_si256(_mm256_cmpgt_epi8(v, _mm256_set1_epi8((char)0x8A)), _mm256_cmpgt_epi8(_mm256_set1_epi8((char)0x93), v));
		__m256i mark = _mm256_and_si256(_mm256_or_si256(vowel, _mm256_cmpeq_epi8(v, _mm256_set1_epi8((char)0xB0))),
						_mm256_cmpeq_epi8(byte_1, _mm256_set1_epi8((char)0xD9)));
		uint32_t marks = (uint32_t)_mm256_movemask_epi8(mark);
		uint32_t spaces = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, _mm256_set1_epi8(' ')));
		uint32_t bad = ~(uint32_t)_mm256_movemask_epi8(good);

		bad |= (marks & (marks << 2 | mark_carry)) | (spaces & (spaces << 1 | space_carry));
		if (bad != 0)
			return character_begin(p, at + (unsigned)__builtin_ctz(bad));
		mark_carry = marks >> 30;
		space_carry = spaces >> 31;
		before = v;
		lead_before = lead;
	}
	return scan_from(p, character_begin(p, at), len);
}

size_t scan_clean(const char *ptr, size_t len)
{
	return __builtin_cpu_supports("avx2") ? scan_avx2((const unsigned char *)ptr, len) : scan_clean_plain(ptr, len);
}

#else

size_t scan_clean(const char *ptr, size_t len)
{
	return scan_clean_plain(ptr, len);
}

#endif
