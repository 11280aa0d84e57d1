/*
 * The fast path: how much of a text is clean, so that it can be copied as it
 * is. Clean is a subset of what the slow path would leave alone, chosen for
 * news: printable ASCII, Latin-1 letters and signs, the letters, digits and
 * punctuation of the Arabic block, a single vowel mark on a letter, the common
 * dashes and quotation marks, single spaces. All of it is well-formed UTF-8
 * and in NFC.
 */
#ifndef NORMALIZE_SCAN_H
#define NORMALIZE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The number of clean bytes at ptr, which is at the begin of a character:
 * whole characters. A line feed is never clean.
 */
size_t scan_clean(const char *ptr, size_t len);

/* The same without the CPU's vector instructions. */
size_t scan_clean_plain(const char *ptr, size_t len);

/* Whether the character at ptr is clean and no mark: whether a scan from here is worth a try. */
bool scan_begins(const char *ptr, size_t len);

#endif
