/*
 * The common words of the language, by the hash of their folded form: whether
 * a word is a noun, a verb or a particle, or in no dictionary, which speaks
 * for a name. Compiled in from dictionary.bin, which `train --dictionary` makes
 * of a hunspell dictionary; it holds hashes only. model.md names the source.
 */
#ifndef KHABAR_TAG_DICTIONARY_H
#define KHABAR_TAG_DICTIONARY_H

#include <stdint.h>

#include "clitic.h"
#include "span.h"

enum dictionary_class {
	DICTIONARY_NOUN = 1 << 0,
	DICTIONARY_VERB = 1 << 1,
	DICTIONARY_PARTICLE = 1 << 2,
};

#define DICTIONARY_MAGIC UINT64_C(0x3143494454474154)

struct dictionary {
	uint64_t magic;
	uint64_t mask;    /* slots - 1 */
	uint32_t slots[]; /* 29 bits of the hash and the classes; 0 is empty; open addressing, linear */
};

/* The size of the file in bytes. */
static inline uint64_t dictionary_size(uint64_t mask)
{
	return sizeof(struct dictionary) + (mask + 1) * sizeof(uint32_t);
}

/* The dictionary_class bits of a folded word with this hash. */
unsigned dictionary_classes(uint64_t hash);

/* A reading of a word that is in it: less proclitics, and less an ending that it leaves out (of gender, number, possession). */
struct dictionary_reading {
	uint8_t classes;
	uint8_t clitics;
	uint8_t ending; /* 0 is none */
};
#define DICTIONARY_READINGS 88 /* cuts and endings at most */

/* Fill `readings` with those of a folded word that are in it; returns their number. */
size_t dictionary_read(struct span fold, const struct clitic_cut *cuts, size_t n, struct dictionary_reading readings[DICTIONARY_READINGS]);

/* Whether a folded word with these readings is in it by none but one with the ending of the accusative. */
bool dictionary_accusative(struct span fold, const struct dictionary_reading *readings, size_t n);

/*
 * Write the dictionary of a hunspell word list to `output`. Its sections begin
 * with a line such as `verb.huns.dic`; affix flags are left out.
 * Exits with a message where a file cannot be read or written.
 */
void dictionary_make(const char *hunspell, const char *output);

#endif
