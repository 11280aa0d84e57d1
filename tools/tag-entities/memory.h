/*
 * What a document has named so far: the words of its mentions, so that a part
 * of a name is known again. It looks back only, and forgets with the document,
 * or where MEMORY_WORDS are exceeded.
 */
#ifndef KHABAR_TAG_MEMORY_H
#define KHABAR_TAG_MEMORY_H

#include "sentence.h"

#define MEMORY_SLOTS 8192
#define MEMORY_WORDS (MEMORY_SLOTS / 2)

struct memory_word {
	uint64_t hash; /* of the folded word, proclitics off: 0 is an empty slot */
	uint32_t when; /* the number of the piece of text that named it last */
	uint8_t type;
	uint8_t inside; /* it went on in a name, and did not begin it */
};

struct memory {
	struct memory_word words[MEMORY_SLOTS];
	uint64_t filter[1024]; /* a bit for each word, by its hash: most words are none */
	size_t count;
	uint32_t now;
};

/* Forget all: a document begins. */
void memory_clear(struct memory *memory);

/* Leave a recall on each token that was named before. */
void memory_recall(const struct memory *memory, struct sentence *sentence);

/* Remember the words of a mention. */
void memory_learn(struct memory *memory, const struct sentence *sentence, const struct found *found);

/* All mentions of a sentence, and that the next is another. */
void memory_learn_all(struct memory *memory, const struct sentence *sentence);

#endif
