/*
 * Reading a name into words for name.c: its letters, what is known of each
 * word, and the nouns of places in one spelling and one order.
 *
 * Some sources translate the nouns in a place's name and others transcribe
 * them, in the order of their language: "Moose Lake", "Lake (of) Moose". Where
 * a name has several words, such nouns (lists/place-nouns.tsv) get one
 * spelling, and stand before the others or behind them; kinds of places that
 * are no part of a name (the town of, the district of) are left out.
 */
#ifndef KHABAR_NAME_READ_H
#define KHABAR_NAME_READ_H

#include "name.h"

#define NAME_WORDS 12

struct name_word {
	const uint8_t *at; /* letters less HAMZA */
	uint32_t len;
	bool arabic;   /* a known Arabic name, */
	bool letters;  /* or with a letter that foreign names do without */
	int32_t known; /* its tag in the known names, or -1 */
	int32_t noun;  /* in a name of several words, its tag in the nouns of places, or -1 */
};

struct name {
	uint8_t letters[NAME_LETTERS];
	struct name_word words[NAME_WORDS];
	size_t count;
};

/* Read a folded name. Returns false where it is too long or of another script. The words point into *name. */
bool name_read(struct span text, struct name *name);

#endif
