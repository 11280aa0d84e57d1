/*
 * NFC (Unicode Standard Annex 15) of a piece of text that begins and ends
 * where nothing before it can change it. Tables are utf8proc's; marks are put
 * in canonical order by a stable counting sort, so that time is linear in
 * their number.
 */
#ifndef NORMALIZE_COMPOSE_H
#define NORMALIZE_COMPOSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Start with a zeroed struct. */
struct compose {
	int32_t *at; /* the composed code points */
	size_t count;

	/* private */
	size_t cap;
	int32_t *scratch;
	size_t scratch_cap;
};

/* Compose `count` code points into compose->at. */
void compose_run(struct compose *compose, const uint32_t *cps, size_t count);

/* Whether a piece may begin with this code point: nothing before it can compose or change places with it. */
bool compose_begins(uint32_t cp);

void compose_free(struct compose *compose);

#endif
