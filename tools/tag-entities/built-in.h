/* Files that are compiled in as they are: as C arrays of megabytes they would take a compiler minutes. */
#ifndef KHABAR_TAG_BUILT_IN_H
#define KHABAR_TAG_BUILT_IN_H

#include "dictionary.h"
#include "model.h"

/* NULL where the file is empty; one of another version exits with STATUS_FAILED: it is a broken build, not a choice. */
const struct model *model_built_in(void);
const struct dictionary *dictionary_built_in(void);

#endif
