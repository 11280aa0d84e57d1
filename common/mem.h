/* Memory that is there or the process ends: exit status 1 and a message. */
#ifndef KHABAR_MEM_H
#define KHABAR_MEM_H

#include <stddef.h>

/* The caller owns the result and gives it back with free(). Sizes in bytes. */
void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *ptr, size_t size);

/*
 * Grow the array *ptr of *cap elements of `size` bytes so that it holds at
 * least `want`; the capacity doubles, so that appending is linear.
 */
void *xgrow(void *ptr, size_t *cap, size_t want, size_t size);

#endif
