/*
 * Stories: which documents tell of one event.
 *
 * A document is the set of its features: the words of its claim sentences
 * (folded, article off; without the words that every report of violence uses)
 * and the names of its entities. A feature weighs the more the fewer documents
 * have it (inverse document frequency over the stream). Stories grow from
 * single documents by agglomeration (centroid linkage): the closest pairs of
 * documents first, two stories become one where the cosine of the sums of
 * their documents' features reaches a threshold. With times, only pairs at
 * most a window apart count. Pairs are found through an inverted index over
 * each document's heaviest features, so that the cost is linear in the
 * documents; nothing depends on their order.
 */
#ifndef COUNT_CLAIMS_STORY_H
#define COUNT_CLAIMS_STORY_H

#include <stdint.h>

#include "row.h"
#include "token.h"

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

/*
 * Put each document into a story: story[i] is the number of the first document
 * of its story. `window` in seconds, 0: no limit.
 */
void stories_find(const struct story_doc *docs, size_t count, uint64_t window, uint32_t *story);

#endif
