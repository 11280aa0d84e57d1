/*
 * The sound of words: how far two spellings of one foreign word can be from
 * one another. A weighted edit distance that knows what transcription does:
 *
 * - vowels are written or left out, or one stands for another; a last alef,
 *   heh, yeh or waw stands for a vowel that hardly sounds (-e, -a, -i);
 * - classes of consonants stand for one sound (g: geem, ghain, qaf, kaf; v: feh,
 *   waw), and pairs of letters for what another spelling writes with one letter
 *   or with another pair (ch: teh + sheen; ng; x: kaf + seen);
 * - letters are doubled; silent ones are written at a word's end (-s, -t, -d).
 *
 * Consonants that stand for different sounds are never one another's spelling,
 * and only long words lose one. The costs were fitted on pairs of spellings of
 * persons and places, and on pairs of different ones that look alike.
 */
#ifndef KHABAR_SOUND_H
#define KHABAR_SOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "letters.h"

/* Letters are numbered from HAMZA to YEH. */
#define SOUND_LETTERS 42
#define SOUND_AT(letter) ((letter) - HAMZA)

/* The longest word, in letters. */
#define SOUND_WORD 96

/* More than any limit. */
#define SOUND_FAR 100

struct sound {
	const uint8_t *at; /* SOUND_AT() of its letters */
	uint32_t len;      /* at most SOUND_WORD */
};

/* The most that two words may differ by: grows with the letters of the shorter one, and more with its consonants. */
unsigned sound_limit(struct sound a, struct sound b);

/* How far they are; any number over `limit` where it is more. Symmetric. Time: the product of their lengths. */
unsigned sound_distance(struct sound a, struct sound b, unsigned limit);

#endif
