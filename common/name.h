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
 * 2. a known Arabic name, two words with letters that transcriptions of foreign
 *    names do without (ain, hah, dad, zah), and short known names may differ by
 *    next to nothing, and not by the yeh of adjectives;
 * 3. other words are the same where they sound alike (sound.h): under a limit
 *    that grows with their letters and consonants.
 *
 * Names are the same where all their words are, in order, joined where one
 * spelling joins them, in the other order for names of two and three foreign
 * words (family name first); where a foreign word is the same in both, another
 * one may be a little further off. What stands in brackets, `bin` between two
 * words, a Latin full stop and marks of direction count for nothing, nor does
 * a Romance article (la, le) before a long word.
 *
 * In names of several words, nouns of places (lists/place-nouns.tsv) are the
 * same translated or not, before the others or behind them ("Hudson Bay", "bay
 * (of) Hudson"), and some count for nothing: province, district, the holy.
 *
 * A name and a part of it are not the same name: compare the words.
 */
#ifndef KHABAR_NAME_H
#define KHABAR_NAME_H

#include <stdbool.h>
#include <stdint.h>

#include "sound.h"
#include "span.h"

/* Longer names (in letters) are the same only where they are equal. */
#define NAME_LETTERS SOUND_WORD

/*
 * Whether two folded names (fold_text, FOLD_ALL) are spellings of one name.
 * Symmetric and reflexive, not transitive. Names with letters of other scripts
 * are the same only where they are equal. Bounded time (NAME_LETTERS).
 */
bool name_same(struct span a, struct span b);

/*
 * A key of a folded name or word: spellings of one name nearly always have one
 * key (its skeleton of consonants, by coarse classes, without spaces, article
 * and doubled letters, nouns of places in one spelling and order): 19 of 20 that
 * name_same() finds to be the same. Other names may have it as well; inverted order has
 * another. Never 0.
 */
uint64_t name_key(struct span name);

#endif
