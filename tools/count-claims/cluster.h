/*
 * Clustering documents into stories.
 *
 * A feature weighs the more the fewer documents have it (inverse document
 * frequency over the stream), and more where it is a name. Stories grow from
 * single documents by agglomeration (centroid linkage): the closest pairs of
 * documents first, two stories become one where the cosine of the sums of
 * their documents' features reaches a threshold. With times, only pairs at
 * most a window apart count. Pairs are found through an inverted index over
 * each document's heaviest features: each document is compared with its
 * neighbours in time there, so the cost is n log n in the documents; nothing
 * depends on their order.
 */
#ifndef COUNT_CLAIMS_CLUSTER_H
#define COUNT_CLAIMS_CLUSTER_H

#include "count-claims/story.h"

/*
 * Put each document into a story: story[i] is the number of the first document
 * of its story. `window` in seconds, 0: no limit.
 */
void stories_find(const struct story_doc *docs, size_t count, uint64_t window, uint32_t *story);

#endif
