/*
 * Claims: what a document counts, sentence by sentence, with all that is said
 * of each count. The parts (quantities, event, group, role, source, place)
 * find; this puts together.
 */
#ifndef COUNT_CLAIMS_CLAIM_H
#define COUNT_CLAIMS_CLAIM_H

#include "count-claims/place.h"
#include "count-claims/reading.h"
#include "count-claims/source.h"

/* The cells of a claim row, as they are written, and which rule gave each. */
struct claim {
	struct span cell[CLAIM_COLUMNS];
	const char *rule[CLAIM_COLUMNS];
};

/* Called for each claim in text order; the row and the claim hold until it returns. */
typedef void claim_sink(const struct row *row, const struct claim *claim, void *context);

/* What is known of the document while its rows are read. Start with a zeroed struct. */
struct claims {
	bool statements; /* also give statements without a count */
	claim_sink *sink;
	void *context;

	/* private */
	struct reading reading;
	struct speaker speaker;
	struct setting setting;
	struct buf doc, par; /* of the row before */
	enum event toll;     /* the event of the document's last toll */
	size_t sentences;    /* of the document, up to here */
	size_t disease;      /* the sentence up to which a disease is spoken of */
	bool began;
	struct buf cells;    /* memory of the claim being given */
};

/* Read a row; row_columns() found its columns. */
void claims_read(struct claims *claims, const struct row *row);
void claims_free(struct claims *claims);

/* The names of the columns, as khabar(5) has them. */
extern const char *const claim_column_names[CLAIM_COLUMNS];

#endif
