/* The parts of the tagger in their order: what each row, and each sentence learnt from, goes through. */
#ifndef KHABAR_TAG_TAGGER_H
#define KHABAR_TAG_TAGGER_H

#include "memory.h"
#include "rules.h"
#include "sentence.h"

/* Read a piece of text and leave the hints of lists and context on its tokens, their mentions in `found`. */
void tagger_prepare(struct words *words, const struct memory *memory, struct sentence *sentence, struct span text);

/* That and users' rules (which may be NULL), and the decision of what is a mention, which the document's memory takes up. */
void tagger_find(struct words *words, struct memory *memory, struct rules *rules, struct sentence *sentence, struct span text);

#endif
