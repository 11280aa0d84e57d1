/* The tally's tables, written from its claims once all are read. */
#ifndef COUNT_CLAIMS_TALLY_TABLE_H
#define COUNT_CLAIMS_TALLY_TABLE_H

#include "count-claims/answer.h"
#include "count-claims/wording.h"

struct tally_table {
	struct intern strings; /* names of documents and outlets, numbers as written */
	struct intern events, groups;
	struct origins origins; /* names of sources and places */
	struct wordings wordings;
	struct tally_doc *docs;
	size_t docs_count;
	struct tally_claim *claims; /* sorted by the writing */
	size_t claims_count;
};

/* story event group place cmp low high verdict reports wordings origins rivals sources docs: a row an answer. */
void tally_write_answers(struct tally_table *table);

/* story event group low high best reports origins rivals first last: a row a question. */
void tally_write_ranges(struct tally_table *table);

void tally_table_free(struct tally_table *table);

#endif
