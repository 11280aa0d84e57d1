#include "count-claims/ids.h"

#include <stdlib.h>

#include "banned.h"

int ids_order(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

size_t ids_distinct(uint32_t *ids, size_t count)
{
	size_t n = 0;

	if (count > 1)
		qsort(ids, count, sizeof(*ids), ids_order);
	for (size_t i = 0; i < count; i++)
		if (n == 0 || ids[i] != ids[n - 1])
			ids[n++] = ids[i];
	return n;
}

uint32_t ids_root(uint32_t *parent, uint32_t i)
{
	while (parent[i] != i) {
		parent[i] = parent[parent[i]];
		i = parent[i];
	}
	return i;
}
