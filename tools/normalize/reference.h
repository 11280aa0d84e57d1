/* Character references of HTML: &amp; &#1575; &#x627; and the like. */
#ifndef NORMALIZE_REFERENCE_H
#define NORMALIZE_REFERENCE_H

#include <stddef.h>
#include <stdint.h>

/* A reference stands for this many code points at most. */
#define REFERENCE_MAX 2

/*
 * Decode the reference at ptr, which begins with `&`. Returns its length and
 * sets cps and *count, or returns 0 where it is none. What is no Unicode
 * character gives U+FFFD, as HTML has it; what Windows-1252 has between 0x80
 * and 0x9F is read so.
 */
size_t reference_decode(const char *ptr, size_t len, uint32_t cps[REFERENCE_MAX], size_t *count);

#endif
