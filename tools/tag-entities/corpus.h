/*
 * A corpus to learn from: a token and its BIO tag a line, blank lines between
 * sentences. Tags are B- and I- with PER (PERS), LOC or ORG; others count as O.
 *
 * Its tokens are joined by spaces and read as the tagger reads text, so that
 * a token of the corpus may be several of ours, or share one.
 */
#ifndef KHABAR_TAG_CORPUS_H
#define KHABAR_TAG_CORPUS_H

#include "buf.h"
#include "memory.h"
#include "sentence.h"

struct corpus_sentence {
	size_t text, text_len; /* bytes of corpus.text */
	size_t tags;           /* the first of its tags in corpus.tags, one for each token that the tagger reads */
	size_t count;
};

struct corpus {
	struct buf text;
	struct buf tags;
	struct corpus_sentence *at;
	size_t count, cap;
};

/* Append a file's sentences. Exits with STATUS_USAGE where it cannot be read. */
void corpus_read(struct corpus *corpus, const char *path);
/* Let the memory learn what sentence i, as the tagger reads it, names by its tags. */
void corpus_learn(const struct corpus *corpus, size_t i, struct sentence *sentence, struct memory *memory);
void corpus_free(struct corpus *corpus);

static inline struct span corpus_text(const struct corpus *corpus, size_t i)
{
	return (struct span){ corpus->text.ptr + corpus->at[i].text, corpus->at[i].text_len };
}

static inline const unsigned char *corpus_tags(const struct corpus *corpus, size_t i)
{
	return (const unsigned char *)corpus->tags.ptr + corpus->at[i].tags;
}

#endif
