/*
 * The laws of count-claims over rows of any bytes: a claim's cells are filled
 * and hold no TAB and no line feed, its number stands where `at` says, in text
 * order within a sentence, and the same rows give the same claims again.
 */
#include <stdlib.h>

#include "count-claims/claim.h"
#include "hash.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void hold(bool law)
{
	if (!law)
		abort();
}

/* The byte range of an `at` cell. */
static void read_at(struct span at, size_t *start, size_t *end)
{
	size_t *number = start;

	*start = *end = 0;
	for (size_t i = 0; i < at.len; i++)
		if (at.ptr[i] == '-')
			number = end;
		else
			*number = 10 * *number + (size_t)(at.ptr[i] - '0');
}

static void check_claim(const struct row *row, const struct claim *claim, void *context)
{
	uint64_t *seen = context;
	size_t start, end;

	for (size_t i = 0; i < CLAIM_COLUMNS; i++) {
		struct span cell = claim->cell[i];
		hold(cell.len > 0);
		hold(memchr(cell.ptr, '\t', cell.len) == NULL && memchr(cell.ptr, '\n', cell.len) == NULL);
		*seen = hash_bytes_seeded(cell.ptr, cell.len, *seen);
	}
	read_at(claim->cell[CLAIM_AT], &start, &end);
	hold(start < end && end <= row->text.len);
}

static uint64_t claims_of(struct span rest, bool statements)
{
	uint64_t seen = 0;
	struct claims claims = { .statements = statements, .sink = check_claim, .context = &seen };
	struct span line;

	while (span_next(&rest, '\n', &line)) {
		struct row row;
		row_split(&row, line);
		row_columns(&row);
		claims_read(&claims, &row);
	}
	claims_free(&claims);
	return seen;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span input = { (const char *)data, size };

	if (size == 0)
		return 0;
	hold(claims_of(input, data[0] & 1) == claims_of(input, data[0] & 1));
	return 0;
}
