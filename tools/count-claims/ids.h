/* Sets of numbers: of documents, sources, sentences. */
#ifndef COUNT_CLAIMS_IDS_H
#define COUNT_CLAIMS_IDS_H

#include <stddef.h>
#include <stdint.h>

/* For qsort() and bsearch(): numbers upwards. */
int ids_order(const void *a, const void *b);

/* Sort ids and keep each once. Returns their number. */
size_t ids_distinct(uint32_t *ids, size_t count);

/*
 * Disjoint sets (union-find, paths halved): parent[i] == i at first. The one
 * that stands for i's set; sets are united by making one's root the other's parent.
 */
uint32_t ids_root(uint32_t *parent, uint32_t i);

#endif
