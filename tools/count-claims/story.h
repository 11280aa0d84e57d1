/*
 * Stories: which documents tell of one event.
 *
 * A document is the set of its features: the words of its claim sentences
 * (folded, article off; without the words that every report of violence uses)
 * and the names of its entities. cluster.h says how stories come of documents.
 */
#ifndef COUNT_CLAIMS_STORY_H
#define COUNT_CLAIMS_STORY_H

#include <stdint.h>

#include "row.h"
#include "token.h"

/* A longer document is known by a sample of its features: those with the lowest hashes. */
#define MOST_FEATURES 128

/* The lowest bit of a feature tells names from words. */
enum { FEATURE_WORD = 0, FEATURE_NAME = 1 };

struct story_doc {
	uint32_t *features; /* hashes, sorted, each once */
	uint32_t count;
	int64_t time; /* seconds, or INT64_MIN where it is unknown */
	uint64_t key; /* a hash of the document's id: an order that does not depend on the input's */
};

/* Gathers the features of one document. Start with a zeroed struct. */
struct story_features {
	uint32_t *at;
	size_t count, cap;
};

/* Add those of a row: its text as tokens, its entities and the places of its claim. */
void story_features_add(struct story_features *features, const struct tokens *tokens, const struct row *row);

/* Join what was gathered to a document, and begin anew. */
void story_doc_take(struct story_doc *doc, struct story_features *features);

#endif
