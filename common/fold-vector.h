/*
 * Folding of ordinary Arabic text 60 bytes at a time, where the processor has
 * the byte permutations and compressions of AVX-512 (VBMI and VBMI2). What is
 * written is what fold_text() writes under FOLD_ALL without it.
 */
#ifndef KHABAR_FOLD_VECTOR_H
#define KHABAR_FOLD_VECTOR_H

#include <stdbool.h>
#include <stdint.h>

#include "span.h"

/* Bytes that fold_vector() may write behind what it has folded. */
#define FOLD_VECTOR_ROOM 64

/* Whether this processor has what it takes. */
bool fold_vector_usable(void);

/*
 * Fold text from byte `at` on to *out, as far as it is ASCII and the letters,
 * marks, digits and signs of U+0600 to U+067F that do not depend on what
 * stands around them. `digit` says whether the code point before is a digit,
 * `begin` is where the output of this text begins. Returns the byte where it
 * stopped, which begins a code point or is bad UTF-8; *out is then behind the
 * output. There must be room for the rest of the text and FOLD_VECTOR_ROOM
 * bytes.
 */
size_t fold_vector(struct span text, size_t at, bool digit, const char *begin, char **out);

#endif
