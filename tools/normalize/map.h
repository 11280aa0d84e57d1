/*
 * From which bytes of an original a text came: steps of N bytes that are N
 * bytes of the original unchanged, or of N bytes that came from M. What
 * --offsets writes; see khabar(5).
 */
#ifndef NORMALIZE_MAP_H
#define NORMALIZE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"

struct map_step {
	size_t text, origin; /* bytes; equal where `same` */
	bool same;
};

/* Start with a zeroed struct; empty it with count = 0. */
struct map {
	uint64_t start; /* the original's byte where the text begins */
	struct map_step *steps;
	size_t count, cap;
};

/*
 * Add a step. Neighbours that can be one become one: equal bytes, bytes that
 * went, and text of no bytes behind text that changed, which is then all from
 * the same bytes (a ligature). A map of NULL takes nothing.
 */
void map_same(struct map *map, size_t bytes);
void map_change(struct map *map, size_t text, size_t origin);

/* Take back the last bytes of the text: what they came from, and `origin` bytes more, gave nothing. */
void map_pop(struct map *map, size_t text, size_t origin);

/*
 * `upper` maps a middle text to the original, `lower` a text to the middle
 * one, where it begins at byte lower->start: append the map of the text to the
 * original to the empty map `to`. Linear.
 */
void map_join(struct map *to, const struct map *upper, const struct map *lower);

/* Append the column's form, `@START,N,N>M`. */
void map_write(const struct map *map, struct buf *out);

void map_free(struct map *map);

#endif
