/* The lists of this tool: see lists/README.md. */
#ifndef NORMALIZE_LISTS_H
#define NORMALIZE_LISTS_H

#include "list.h"

extern const struct list list_character_references;
extern const struct list list_elements;

#endif
