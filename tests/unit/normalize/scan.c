/* The scan with vector instructions finds what the plain one finds, wherever what is not clean stands. */
#include "normalize/scan.h"

#include <stdlib.h>

#include "tap.h"
#include "utf8.h"

int main(void)
{
	static char text[160];
	size_t wrong = 0, at;

	for (uint32_t cp = 1; cp < 0x3000; cp++)
		for (at = 60; at < 68; at++) {
			size_t len = 0;
			while (len < at)
				len += utf8_encode(len + 2 <= at ? 0x0628 : 'x', text + len);
			len += utf8_encode(cp, text + len);
			len += utf8_encode(0x064E, text + len);
			len += utf8_encode(' ', text + len);
			while (len < 130)
				len += utf8_encode(0x0645, text + len);
			wrong += scan_clean(text, len) != scan_clean_plain(text, len);
		}
	ok(wrong == 0, "each code point up to U+3000, at eight places");
	wrong = 0;
	srand(1);
	for (int i = 0; i < 200000; i++) {
		for (at = 0; at < 100; at += 2)
			memcpy(text + at, rand() % 8 > 0 ? "\xD9\x85" : "a ", 2);
		for (int n = rand() % 4; n > 0; n--)
			text[rand() % 100] = (char)(rand() % 256);
		wrong += scan_clean(text, 100) != scan_clean_plain(text, 100);
	}
	ok(wrong == 0, "bytes at random");
	struct {
		const char *text;
		size_t clean;
		const char *what;
	} cases[] = {
		{ "\u0642\u0627\u0644 \u00ab\u0646\u0639\u0645\u00bb\u060c 12%", 23, "letters, signs and digits" },
		{ "\u0628\u064b \u0628\u0651\u064e", 9, "a second mark in a row is not clean" },
		{ "ab  c", 3, "nor is a second space" },
		{ "\u0628\u0640", 2, "nor a tatweel" },
		{ "a\u200f", 1, "nor a direction mark" },
		{ "a\u2026\u201cb\u2013", 11, "dashes, quotation marks and the ellipsis are" },
		{ "ab\n", 2, "a line feed ends it" },
		{ "\u0628\xD9", 2, "so does a character cut off" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ok(scan_clean(cases[i].text, strlen(cases[i].text)) == cases[i].clean, "%s", cases[i].what);
	return done();
}
