/* Large zeroed arrays, in huge pages where the system has them. */
#ifndef DEDUPE_PAGES_H
#define DEDUPE_PAGES_H

#include <stddef.h>

/* Zeroed memory, or the process ends as with xmalloc(). */
void *pages_new(size_t size);
/* Give it another size; it may move. NULL of size 0 is as pages_new(). */
void *pages_resize(void *ptr, size_t size, size_t new_size);
void pages_free(void *ptr, size_t size);

#endif
