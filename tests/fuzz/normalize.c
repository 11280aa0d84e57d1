/*
 * normalize: the cleaning with its fast paths, in pieces of any size, gives
 * what a plain reading of its rules gives; twice is once; the map leads back
 * to the bytes; the fold by table is the fold by code point, and twice is once.
 */
#include <stdlib.h>
#include <utf8proc.h>

#include "fold.h"
#include "letters.h"
#include "normalize/charclass.h"
#include "normalize/clean.h"
#include "normalize/scan.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

/* All of an array: no state but what stands in it. */
struct cps {
	uint32_t *at;
	size_t count;
};

static bool breaks(uint32_t cp)
{
	enum char_class class = char_class(cp);
	return class == CHAR_LINE_FEED || class == CHAR_LINE_BREAK;
}

static bool is_mark(uint32_t cp)
{
	return !compose_begins(cp);
}

/* What stands at i but for marks and soft characters: the letter before (step -1) or behind it (1); 0 at a space or an end. */
static uint32_t neighbour(const struct cps *line, size_t i, int step, size_t *where)
{
	for (size_t j = i + (size_t)step; j < line->count; j += (size_t)step) {
		*where = j;
		if (line->at[j] == ' ')
			return 0;
		/* A soft character is a letter's where one stands before it, else it stands for itself. */
		bool soft = char_is_soft(line->at[j]) && (step > 0 || (j > 0 && line->at[j - 1] != ' '));
		if (!soft && !is_mark(line->at[j]))
			return line->at[j];
	}
	return 0;
}

static bool soft_stays(const struct cps *line, size_t i)
{
	size_t where = 0, further = 0;
	uint32_t cp = line->at[i], before = neighbour(line, i, -1, &where), after = neighbour(line, i, 1, &further);

	if (cp == TATWEEL) {
		bool alone = before == HEH && !char_is_arabic_letter(neighbour(line, where, -1, &further));
		if (!char_is_arabic_letter(before))
			return true;
		return !char_is_arabic_letter(after) && (!char_joins_next(before) || alone);
	}
	if (char_needs_joiners(before))
		return true;
	if (cp == ZERO_WIDTH_NON_JOINER)
		return char_joins_next(before) && char_is_arabic_letter(after) && after != HAMZA;
	return char_is_pictograph(before) && char_is_pictograph(after);
}

/* Presentation forms to letters, every space to one, what is dropped gone. */
static struct cps mapped(const struct cps *line)
{
	struct cps to = { malloc((line->count + 1) * PRESENTATION_MAX * sizeof(uint32_t)), 0 };

	for (size_t i = 0; i < line->count; i++) {
		uint32_t cp = line->at[i];
		switch (char_class(cp)) {
		case CHAR_DROPPED:
			break;
		case CHAR_SPACE:
			if (to.count > 0 && to.at[to.count - 1] != ' ')
				to.at[to.count++] = ' ';
			break;
		case CHAR_JOINER:
			if (to.count > 0 && to.at[to.count - 1] != ' ')
				to.at[to.count++] = cp;
			break;
		case CHAR_PRESENTATION:
			to.count += char_letters(cp, to.at + to.count);
			break;
		default:
			to.at[to.count++] = cp;
		}
	}
	return to;
}

/* NFC of a row, appended to out. */
static void add_nfc(struct span row, struct buf *out)
{
	utf8proc_uint8_t *nfc = NULL;

	if (row.len == 0)
		return;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)row.ptr, (utf8proc_ssize_t)row.len, &nfc, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	must(n >= 0);
	buf_add(out, (const char *)nfc, (size_t)n);
	buf_char(out, '\n');
	free(nfc);
}

/* The row of one line, by the rules read plainly; appended to out. */
static void reference_row(const struct cps *line, struct buf *out)
{
	struct cps all = mapped(line);
	struct buf utf8 = { 0 };
	bool *stays = malloc(all.count + 1);
	uint32_t last = 0;

	for (size_t i = 0; i < all.count; i++)
		stays[i] = !char_is_soft(all.at[i]) || soft_stays(&all, i);
	for (size_t i = 0; i < all.count; i++) {
		uint32_t cp = all.at[i];
		bool joiner = char_is_soft(cp) && cp != TATWEEL;
		if (!stays[i] || (joiner && last == ZERO_WIDTH_JOINER) || (joiner && last == ZERO_WIDTH_NON_JOINER))
			continue;
		if (cp == ' ' && (last == ' ' || last == 0))
			continue;
		buf_reserve(&utf8, 4);
		utf8.len += utf8_encode(cp, utf8.ptr + utf8.len);
		last = cp;
	}
	utf8.len -= last == ' ';
	add_nfc(buf_as_span(&utf8), out);
	buf_free(&utf8);
	free(stays);
	free(all.at);
}

/* What --nfc gives. */
static void reference_nfc(struct span text, struct buf *out)
{
	struct buf row = { 0 };
	size_t size;

	for (size_t i = 0; i < text.len; i += size) {
		uint32_t cp = utf8_decode(text.ptr + i, text.len - i, &size);
		if (cp == '\n') {
			add_nfc(buf_as_span(&row), out);
			row.len = 0;
			continue;
		}
		buf_reserve(&row, 4);
		row.len += utf8_encode(cp == UTF8_BAD ? REPLACEMENT_CHARACTER : cp == '\t' ? ' ' : cp, row.ptr + row.len);
	}
	add_nfc(buf_as_span(&row), out);
	buf_free(&row);
}

static void reference(struct span text, struct buf *out)
{
	struct cps line = { malloc((text.len + 1) * sizeof(uint32_t)), 0 };
	size_t size;

	for (size_t i = 0; i < text.len; i += size) {
		uint32_t cp = utf8_decode(text.ptr + i, text.len - i, &size);
		if (cp == UTF8_BAD)
			cp = REPLACEMENT_CHARACTER;
		if (!breaks(cp)) {
			line.at[line.count++] = cp;
			continue;
		}
		reference_row(&line, out);
		line.count = 0;
	}
	reference_row(&line, out);
	free(line.at);
}

/* The map has the text's bytes and no others; what it calls the same is. */
static void check_map(struct span row, struct span original, const struct map *map)
{
	size_t text = 0, origin = (size_t)map->start;

	for (size_t i = 0; i < map->count; i++) {
		struct map_step step = map->steps[i];
		must(step.text <= row.len - text && origin <= original.len && step.origin <= original.len - origin);
		must(!step.same || memcmp(row.ptr + text, original.ptr + origin, step.text) == 0);
		text += step.text;
		origin += step.origin;
	}
	must(text == row.len);
}

static void take_row(struct clean *clean, struct span original, struct buf *out)
{
	if (clean->map != NULL)
		check_map(clean->row, original, clean->map);
	if (clean->row.len > 0) {
		buf_span(out, clean->row);
		buf_char(out, '\n');
	}
	clean->text.len = 0;
	if (clean->map != NULL)
		clean->map->count = 0;
}

/* Clean it in pieces of up to `piece` bytes. */
static void cleaned(struct clean *clean, struct span text, size_t piece, struct buf *out)
{
	size_t at = 0, end = 0, used;

	while (at < text.len) {
		end = text.len - end > piece ? end + piece : text.len;
		for (;;) {
			enum clean_stop stop = clean_run(clean, text.ptr + at, end - at, end == text.len, &used);
			at += used;
			if (stop == CLEAN_MORE)
				break;
			take_row(clean, text, out);
		}
	}
	clean_end_row(clean);
	take_row(clean, text, out);
}

static void check_fold(unsigned kinds, struct span text)
{
	struct buf once = { 0 }, twice = { 0 }, slow = { 0 };
	struct fold fold = { .kinds = kinds };

	fold_text(kinds, text, &once);
	for (size_t at = 0; at < text.len;)
		at += fold_next(&fold, text, at, &slow);
	fold_text(kinds, buf_as_span(&once), &twice);
	must(span_eq(buf_as_span(&once), buf_as_span(&slow)));
	must(span_eq(buf_as_span(&once), buf_as_span(&twice)));
	buf_free(&once);
	buf_free(&twice);
	buf_free(&slow);
}

static void check_nfc(struct span text, size_t piece)
{
	struct map map = { 0 };
	struct clean nfc = { .nfc_only = true, .map = &map };
	struct buf want = { 0 }, got = { 0 };

	reference_nfc(text, &want);
	cleaned(&nfc, text, piece, &got);
	must(span_eq(buf_as_span(&got), buf_as_span(&want)));
	clean_free(&nfc);
	map_free(&map);
	buf_free(&want);
	buf_free(&got);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2)
		return 0;
	struct span text = { (const char *)data + 2, size - 2 }, row;
	struct map map = { 0 };
	struct clean fast = { 0 }, mapping = { .map = &map }, plain = { .plain = true };
	struct buf want = { 0 }, got = { 0 };
	static const size_t pieces[] = { 1, 2, 3, 7, 33, 64, 1000, SIZE_MAX };

	must(scan_clean(text.ptr, text.len) == scan_clean_plain(text.ptr, text.len));
	reference(text, &want);
	struct clean *ways[] = { &fast, &mapping, &plain };
	for (size_t i = 0; i < 3; i++) {
		got.len = 0;
		cleaned(ways[i], text, pieces[(data[0] + i) % 8], &got);
		must(span_eq(buf_as_span(&got), buf_as_span(&want)));
	}
	check_nfc(text, pieces[data[0] % 8]);
	got.len = 0;
	cleaned(&fast, buf_as_span(&want), SIZE_MAX, &got);
	must(span_eq(buf_as_span(&got), buf_as_span(&want)));
	struct span rows = buf_as_span(&want);
	while (rows.len > 0 && span_next(&rows, '\n', &row)) {
		check_fold(FOLD_ALL, row);
		check_fold(1u << (data[1] % 10), row);
		check_fold((data[0] | (unsigned)data[1] << 8) & FOLD_ALL, row);
	}
	clean_free(&fast);
	clean_free(&mapping);
	clean_free(&plain);
	map_free(&map);
	buf_free(&want);
	buf_free(&got);
	return 0;
}
