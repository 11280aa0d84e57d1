#include "fold.h"

#include <utf8proc.h>

#include "fold-table.h"
#include "fold-vector.h"
#include "letters.h"
#include "utf8.h"
#include "banned.h"

/* Whether it may change places or compose with what stands before it. */
static bool is_combining(uint32_t cp)
{
	return cp >= 0x0300 && utf8proc_get_property((utf8proc_int32_t)cp)->combining_class != 0;
}

static bool is_digit(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') || (cp >= ARABIC_INDIC_DIGIT_ZERO && cp <= ARABIC_INDIC_DIGIT_ZERO + 9) ||
	       (cp >= EXTENDED_ARABIC_INDIC_DIGIT_ZERO && cp <= EXTENDED_ARABIC_INDIC_DIGIT_ZERO + 9);
}

static bool is_arabic_letter(uint32_t cp)
{
	return (cp >= HAMZA && cp <= YEH) || (cp >= ALEF_WASLA && cp <= AE);
}

/* Whether the comma or semicolon at text[at..at + size) stands between digits, where it is part of a number. */
static bool between_digits(struct span text, size_t at, size_t size, uint32_t before)
{
	size_t next_size;
	return is_digit(before) && at + size < text.len && is_digit(utf8_decode(text.ptr + at + size, text.len - at - size, &next_size));
}

static void add(uint32_t cp, struct buf *out)
{
	buf_reserve(out, 4);
	out->len += utf8_encode(cp, out->ptr + out->len);
}

/*
 * A mark that stays may compose with the folded letter before it where it did
 * not with the original, so that the folded text is in NFC again: there is an
 * h with macron below, but no capital one.
 */
static void add_mark(struct fold *fold, uint32_t cp, struct buf *out)
{
	utf8proc_int32_t pair[2] = { 0, (utf8proc_int32_t)cp };
	int class = utf8proc_get_property(pair[1])->combining_class;
	size_t size;

	if (fold->marks_end != out->len || out->len == fold->begin) {
		fold->letter = out->len;
		while (fold->letter > fold->begin && utf8_continues(out->ptr[--fold->letter]))
			;
		fold->class = 0;
	}
	if (fold->letter < out->len && (fold->class < class || fold->class == 0)) {
		pair[0] = (utf8proc_int32_t)utf8_decode(out->ptr + fold->letter, out->len - fold->letter, &size);
		if (utf8proc_normalize_utf32(pair, 2, UTF8PROC_COMPOSE | UTF8PROC_STABLE) == 1) {
			char composed[4];
			size_t to = utf8_encode(fold_one(fold->kinds, (uint32_t)pair[0]), composed);
			buf_reserve(out, 4);
			memmove(out->ptr + fold->letter + to, out->ptr + fold->letter + size, out->len - fold->letter - size);
			memcpy(out->ptr + fold->letter, composed, to);
			out->len = out->len - size + to;
			fold->marks_end = out->len;
			return;
		}
	}
	add(cp, out);
	fold->class = class;
	fold->marks_end = out->len;
}

/* Add a folded code point; of a letter that stands three times or more, one is left: an elongation. */
static void add_folded(struct fold *fold, uint32_t to, struct buf *out)
{
	if (is_combining(to)) {
		add_mark(fold, to, out);
		fold->last = to;
		fold->run = 1;
	} else if ((fold->kinds & FOLD_LETTERS) == 0 || to != fold->last || !is_arabic_letter(to)) {
		add(to, out);
		fold->last = to;
		fold->run = 1;
	} else if (fold->run == 1) {
		add(to, out);
		fold->run = 2;
	} else if (fold->run == 2) {
		char letter[4];
		out->len -= utf8_encode(to, letter);
		fold->run = 3;
	}
}

/* A mark between two spaces goes with one of them: how many bytes of space behind it go too. */
static size_t drop(struct fold *fold, struct span text, size_t end, struct buf *out)
{
	if (out->len > fold->begin && out->ptr[out->len - 1] != ' ')
		return 0;
	if (end == text.len && out->len > fold->begin)
		out->len--;
	return end < text.len && text.ptr[end] == ' ';
}

size_t fold_next(struct fold *fold, struct span text, size_t at, struct buf *out)
{
	size_t size;
	uint32_t cp = utf8_decode(text.ptr + at, text.len - at, &size), before = fold->before, to = FOLD_DROPPED;
	unsigned kinds = fold->kinds;
	const uint16_t *letters;

	if (cp == UTF8_BAD) {
		buf_add(out, text.ptr + at, size);
		fold->before = fold->last = 0;
		return size;
	}
	if ((cp == ARABIC_COMMA || cp == ARABIC_SEMICOLON) && between_digits(text, at, size, before)) {
		add_folded(fold, to = cp, out);
	} else if (cp == TATWEEL && (kinds & FOLD_MARKS) != 0 && !is_arabic_letter(before)) {
		add_folded(fold, to = (kinds & FOLD_PUNCT) != 0 ? '-' : cp, out);
	} else if ((letters = fold_spelling(kinds, cp)) != NULL) {
		for (; *letters != 0; letters++)
			add_folded(fold, to = cp = *letters, out);
	} else {
		to = fold_one(kinds, cp);
		if (to != FOLD_DROPPED)
			add_folded(fold, to, out);
		else
			size += drop(fold, text, at + size, out);
	}
	if (to != FOLD_DROPPED)
		fold->before = cp;
	return size;
}

/*
 * What U+0000 to U+07FF become by themselves: up to three bytes, and behind
 * them their number, in the memory of an integer, so that it is written and
 * compared as one. What depends on its neighbours is SPECIAL.
 */
#define TWO_BYTES 0x800
#define SPECIAL UINT32_MAX
static uint32_t table[TWO_BYTES];
static unsigned table_kinds;
static bool table_made;

static uint32_t entry_of(uint32_t cp)
{
	char bytes[4] = { 0 };
	uint32_t entry;

	if (cp != FOLD_DROPPED)
		bytes[3] = (char)utf8_encode(cp, bytes);
	memcpy(&entry, bytes, sizeof(entry));
	return entry;
}

static inline size_t entry_length(uint32_t entry)
{
	unsigned char bytes[4];

	memcpy(bytes, &entry, sizeof(entry));
	return bytes[3];
}

static void make_table(unsigned kinds)
{
	for (uint32_t cp = 0; cp < TWO_BYTES; cp++) {
		uint32_t to = fold_one(kinds, cp);
		table[cp] = entry_of(to);
		if (cp == ARABIC_COMMA || cp == ARABIC_SEMICOLON || cp == TATWEEL || (to != FOLD_DROPPED && is_combining(to)))
			table[cp] = SPECIAL;
	}
	table_kinds = kinds;
	table_made = true;
}

static uint32_t entry_code_point(uint32_t entry)
{
	char bytes[4];
	size_t size;

	memcpy(bytes, &entry, sizeof(entry));
	return utf8_decode(bytes, entry_length(entry), &size);
}

/*
 * Fold code points of one and two bytes from `at` to about `end`, up to one
 * that is none or needs fold_next(). `last` and `last_but_one` are entries of what was
 * added: three letters alike are an elongation.
 */
static size_t fold_simple(struct fold *fold, struct span text, size_t at, size_t end, struct buf *out)
{
	const unsigned char *p = (const unsigned char *)text.ptr;
	uint32_t before = fold->before, last = fold->last < TWO_BYTES ? entry_of(fold->last) : 0, last_but_one = fold->run > 1 ? last : 0;
	bool letters = (fold->kinds & FOLD_LETTERS) != 0;

	/* Nothing here grows by more than half: two bytes to three. */
	buf_reserve(out, (text.len - at) / 2 * 3 + 4);
	unsigned char *start = (unsigned char *)out->ptr + out->len, *to = start;
	while (at + 2 <= text.len && at < end) {
		/* No branch on the length: words are too short to foresee where it changes. */
		uint32_t lead = p[at], two = lead >> 7, cp = two != 0 ? (lead & 0x1F) << 6 | (p[at + 1] & 0x3F) : lead;
		size_t size = 1 + two;
		if (lead >= 0xE0 || (two != 0) > ((lead >= 0xC2) & utf8_continues((char)p[at + 1])))
			break;
		uint32_t entry = table[cp];
		size_t length = entry_length(entry);
		if (entry == SPECIAL || (length == 0 && (to == start || to[-1] == ' ')) ||
		    (letters && length == 2 && entry == last && entry == last_but_one))
			break;
		memcpy(to, &entry, sizeof(entry));
		to += length;
		at += size;
		if (length > 0) {
			last_but_one = last;
			last = entry;
			before = cp;
		}
	}
	fold->before = before;
	if (to > start) {
		fold->last = entry_code_point(last);
		fold->run = last == last_but_one ? 2 : 1;
	}
	out->len += (size_t)(to - start);
	return at;
}

/* The code point that ends before byte `at`, which is moved to its begin. The text is well-formed there. */
static uint32_t code_point_before(struct span text, size_t *at)
{
	size_t end = *at, size;

	while (utf8_continues(text.ptr[--*at]))
		;
	return utf8_decode(text.ptr + *at, end - *at, &size);
}

/* Fold with fold_vector() as far as it goes, and see what it left. */
static size_t fold_blocks(struct fold *fold, struct span text, size_t at, struct buf *out)
{
	size_t begin = out->len, end, last;

	if (fold->run == 3)
		return at; /* another of the same letter belongs to the elongation */
	buf_reserve(out, text.len - at + FOLD_VECTOR_ROOM);
	char *to = out->ptr + begin;
	end = fold_vector(text, at, is_digit(fold->before), out->ptr + fold->begin, &to);
	out->len = (size_t)(to - out->ptr);
	if (out->len == begin || end == text.len)
		return end;
	for (size_t i = end; i > at;) {
		uint32_t cp = code_point_before(text, &i);
		if (entry_length(table[cp]) == 0)
			continue; /* dropped: only such of two bytes are folded in blocks */
		fold->before = cp;
		break;
	}
	last = out->len;
	fold->last = code_point_before(buf_as_span(out), &last);
	size_t size = out->len - last;
	fold->run = last >= fold->begin + size && memcmp(out->ptr + last, out->ptr + last - size, size) == 0 ? 2 : 1;
	return end;
}

/* How far fold_simple() goes before fold_blocks() is tried again. */
#define SIMPLE_BYTES 16

void fold_text(unsigned kinds, struct span text, struct buf *out)
{
	struct fold fold = { .kinds = kinds, .begin = out->len };
	bool blocks = kinds == FOLD_ALL && fold_vector_usable();
	size_t end = text.len;

	if (!table_made || kinds != table_kinds)
		make_table(kinds);
	for (size_t at = 0; at < text.len;) {
		if (blocks) {
			at = fold_blocks(&fold, text, at, out);
			end = text.len - at > SIMPLE_BYTES ? at + SIMPLE_BYTES : text.len;
		}
		at = fold_simple(&fold, text, at, end, out);
		if (at < end)
			at += fold_next(&fold, text, at, out);
	}
}
