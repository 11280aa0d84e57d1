/*
 * The passages that two documents share: runs of three words or more that
 * stand in both, joined where little stands between them in either, and
 * extended by pairs of words.
 */
#ifndef DEDUPE_PASSAGE_H
#define DEDUPE_PASSAGE_H

#include "similar.h"

/* A document made ready to be compared with others. Start with a zeroed struct. */
struct passages {
	struct similar_words words;
	const uint8_t *common;
	size_t shared;  /* words of it that were found since passages_begin() */
	size_t longest; /* words of the longest run found without a gap */

	/* private */
	struct passage_slot *slots; /* trigrams to the first place they stand at */
	size_t mask, slot_cap;
	uint32_t *next; /* from place to place of one trigram, 0 at the end; places count from 1 */
	size_t next_cap;
	uint8_t *found; /* for each word */
	size_t found_cap;
	struct passage *open;
	size_t open_count, open_cap;
};

/*
 * Prepare a document of fewer than 2^32 words, which must stay until the last
 * comparison. `common` says of each word whether it stands in a phrase that
 * many documents hold: such words alone make no passage, unless it is long.
 */
void passages_prepare(struct passages *passages, struct similar_words words, const uint8_t *common);

/* Begin with a new source: nothing is found yet. */
void passages_begin(struct passages *passages);

/* Find what stands in `other`, the source or a part of it. */
void passages_find(struct passages *passages, struct similar_words other);

void passages_free(struct passages *passages);

#endif
