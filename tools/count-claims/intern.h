/* Interned strings: each distinct one is kept once and named by a number, from 0 in the order of coming. */
#ifndef COUNT_CLAIMS_INTERN_H
#define COUNT_CLAIMS_INTERN_H

#include <stdint.h>

#include "buf.h"

/* Start with a zeroed struct. */
struct intern {
	struct buf text;
	uint64_t *starts; /* count + 1 offsets into text */
	size_t count, cap;
	uint32_t *slots; /* open addressing: number + 1, 0 is empty */
	uint64_t *hashes; /* of each string */
	size_t hashes_cap;
	uint64_t mask;
};

/* The number of a string, new or known. */
uint32_t intern_id(struct intern *intern, struct span text);

/* The string of a number; valid until the next intern_id(). */
struct span intern_text(const struct intern *intern, uint32_t id);

void intern_free(struct intern *intern);

#endif
