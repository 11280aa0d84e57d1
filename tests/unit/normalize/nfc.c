/* Conformance to NormalizationTest.txt of the Unicode Character Database, and to its rule for all that is not listed there. */
#include <stdlib.h>
#include <utf8proc.h>

#include "normalize/clean.h"
#include "tap.h"
#include "utf8.h"

#define FOLDER "/usr/share/unicode/"
#define CODE_POINTS 0x110000

static unsigned char listed[CODE_POINTS];
static struct clean clean;

/* The code points of a column, as UTF-8 in text. Returns whether all are assigned in utf8proc's version of Unicode. */
static bool read_column(const char **at, char *text, size_t *len, uint32_t *first)
{
	bool known = true;
	char *end;

	*len = 0;
	*first = UINT32_MAX;
	while (**at != ';' && **at != '\0') {
		uint32_t cp = (uint32_t)strtoul(*at, &end, 16);
		if (end == *at)
			break;
		if (utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_CN)
			known = false;
		*first = *first == UINT32_MAX ? cp : CODE_POINTS;
		*len += utf8_encode(cp, text + *len);
		*at = end + (*end == ' ');
	}
	*at += **at == ';';
	return known;
}

static struct span nfc(const char *text, size_t len)
{
	clean_text(&clean, (struct span){ text, len });
	return clean.row;
}

int main(void)
{
	FILE *file = popen("exec 2>/dev/null; cat " FOLDER "NormalizationTest.txt || bzcat " FOLDER "NormalizationTest.txt.bz2", "r");
	char line[4096], text[5][512];
	size_t len[5], wrong = 0, tested = 0, newer = 0;
	uint32_t first[5];
	bool part_1 = false;

	clean.nfc_only = true;
	while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
		const char *at = line;
		bool known = true;
		if (line[0] == '@')
			part_1 = line[5] == '1';
		if (line[0] == '#' || line[0] == '@')
			continue;
		for (int i = 0; i < 5; i++)
			known = read_column(&at, text[i], &len[i], &first[i]) && known;
		if (part_1 && first[0] < CODE_POINTS)
			listed[first[0]] = 1;
		if (!known) {
			newer++;
			continue;
		}
		tested++;
		for (int i = 0; i < 5; i++) {
			int want = i < 3 ? 1 : 3;
			if (!span_eq(nfc(text[i], len[i]), (struct span){ text[want], len[want] }) && wrong++ < 5)
				printf("# column %d of %s", i + 1, line);
		}
	}
	if (file != NULL)
		pclose(file);
	if (tested == 0) {
		printf("ok 1 # SKIP " FOLDER "NormalizationTest.txt is not here\n1..1\n");
		return 0;
	}
	ok(wrong == 0, "%zu lines of NormalizationTest.txt are in NFC; %zu of a newer Unicode than utf8proc's %s left out", tested, newer, utf8proc_unicode_version());
	wrong = 0;
	for (uint32_t cp = 1; cp < CODE_POINTS; cp++) {
		if ((cp >= 0xD800 && cp <= 0xDFFF) || listed[cp] || cp == '\n' || cp == '\t')
			continue;
		size_t size = utf8_encode(cp, text[0]);
		wrong += !span_eq(nfc(text[0], size), (struct span){ text[0], size });
	}
	ok(wrong == 0, "every other code point is itself");
	clean_free(&clean);
	return done();
}
