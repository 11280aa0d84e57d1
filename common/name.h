/*
 * Names: whether two spellings are one name, and keys to look spellings up by.
 *
 * Foreign names come into Arabic with vowels written or left out, with one of
 * several letters for a sound that Arabic lacks (g: geem, ghain, qaf, kaf),
 * joined or split, with or without the article. Arabic names do not vary like
 * that: one long vowel makes another person of a name. So
 *
 * 1. words that are entries of the list of known names (lists/known-names.tsv)
 *    are the same name exactly where they stand on one line of it;
 * 2. words with a letter that transcriptions of foreign names do without
 *    (ain, hah, dad, zah, thal) may differ by next to nothing;
 * 3. other words are the same where a weighted edit distance stays under a
 *    limit that grows with their length. It knows vowels (cheap to leave out),
 *    classes of consonants that stand for one sound (cheap to swap), and pairs
 *    of letters for one sound (teh + sheen, noon + ghain). Consonants of
 *    different classes are never one another's spelling, and in short names none
 *    is left out. The costs were fitted on pairs of spellings of persons and places.
 *
 * Names are the same where all their words are, in order, joined where one
 * spelling joins them, in the other order for names of two and three foreign
 * words (family name first); what stands in brackets, `bin` between two words
 * and a Latin full stop count for nothing. A name and a part of it are not the
 * same name: compare the words.
 */
#ifndef KHABAR_NAME_H
#define KHABAR_NAME_H

#include <stdbool.h>
#include <stdint.h>

#include "span.h"

/* Longer names (in letters) are the same only where they are equal. */
#define NAME_LETTERS 96

/*
 * Whether two folded names (fold_text, FOLD_ALL) are spellings of one name.
 * Symmetric and reflexive, not transitive. Names with letters of other scripts
 * are the same only where they are equal. Bounded time (NAME_LETTERS).
 */
bool name_same(struct span a, struct span b);

/*
 * A key of a folded name or word: spellings of one name nearly always have one
 * key (its skeleton of consonants, by coarse classes, without spaces, article
 * and doubled letters): 19 of 20 that name_same() finds to be the same. Other names may have it as well; inverted order has
 * another. Never 0.
 */
uint64_t name_key(struct span name);

#endif
