/* Quotations: where words are somebody's own. */
#ifndef COUNT_CLAIMS_QUOTATION_H
#define COUNT_CLAIMS_QUOTATION_H

#include "count-claims/reading.h"

/* Whether a quotation is open behind token i, where `open` tells it of the text before. Marks that have a side of their own do not just toggle. */
bool quotation_after(const struct reading *reading, size_t i, bool open);

#endif
