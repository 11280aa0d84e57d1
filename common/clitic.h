/*
 * Proclitics: what stands attached before an Arabic word,
 * [wa|fa] [bi|li|ka] [al], with li+al written as two lams.
 *
 * Words are folded. Which analysis is right only a lexicon can tell, so
 * callers try them in order: the whole word first.
 */
#ifndef KHABAR_CLITIC_H
#define KHABAR_CLITIC_H

#include <stdint.h>

#include "span.h"

enum clitic {
	CLITIC_WA = 1 << 0,
	CLITIC_FA = 1 << 1,
	CLITIC_BI = 1 << 2,
	CLITIC_LI = 1 << 3,
	CLITIC_KA = 1 << 4,
	CLITIC_AL = 1 << 5, /* the article */
};

struct clitic_cut {
	uint8_t clitics; /* what was cut off */
	uint8_t bytes;   /* of the folded word, cut from its front */
};

/*
 * A word has at most this many analyses: itself, the conjunction, and behind
 * one place the preposition and the preposition with the article.
 */
#define CLITIC_CUTS 4

/*
 * All analyses of a folded word, the whole word first, then the shorter cuts
 * before the longer. A stem keeps at least two letters. Returns their number.
 */
size_t clitic_cuts(struct span word, struct clitic_cut cuts[CLITIC_CUTS]);

#endif
