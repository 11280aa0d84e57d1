/* What each code point folds to: the data behind fold.h. */
#ifndef KHABAR_FOLD_TABLE_H
#define KHABAR_FOLD_TABLE_H

#include <stdint.h>

/* What `cp` becomes by itself under `kinds`: a code point, or FOLD_DROPPED. */
uint32_t fold_one(unsigned kinds, uint32_t cp);

/* The code points, ended by 0, that a sign becomes which is spelled out, or NULL. */
const uint16_t *fold_spelling(unsigned kinds, uint32_t cp);

#endif
