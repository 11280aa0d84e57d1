/*
 * --documents: how much of each document stands in an earlier one, sentence
 * boundaries notwithstanding. Sources are found by winnowing (Schleimer,
 * Wilkerson and Aiken, 2003) over word trigrams, then compared in full.
 */
#ifndef DEDUPE_DOCUMENTS_H
#define DEDUPE_DOCUMENTS_H

#include "index.h"
#include "input.h"

/*
 * Write `doc source shared-words words share longest-run` for each document:
 * its main source, or, with `all`, each source, the main one first; `-` where
 * it has none. A document of more than a million words is several.
 */
void documents_run(struct index *index, struct input *in, bool all);

#endif
