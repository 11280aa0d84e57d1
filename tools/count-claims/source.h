/*
 * Who says so: attributions and how far each reaches, over the sentences of a
 * document.
 *
 * In a sentence an attribution reaches from its verb on ("the police said
 * that ..."), or back from where it stands ("..., according to the police"),
 * to the next attribution. A later sentence is the same speaker's where it
 * goes on with a verb of saying without a subject ("and it added") or where
 * his quotation is still open.
 */
#ifndef COUNT_CLAIMS_SOURCE_H
#define COUNT_CLAIMS_SOURCE_H

#include "count-claims/reading.h"

/* REACH_ASIDE: from here on the report itself speaks. REACH_NOTHING: no claim of a number (orders, thanks). */
enum reach { REACH_ON, REACH_BACK, REACH_ASIDE, REACH_NOTHING };

struct attribution {
	size_t at;    /* token of its first word */
	size_t end;   /* behind its last word */
	uint8_t reach;
	uint8_t act;
	bool carried;  /* who speaks was said in an earlier sentence */
	bool doubtful; /* nothing but the verb in front says that it is a name */
	struct span who, via;
	const char *rule;
};

/* Of one document; start with a zeroed struct. */
struct speaker {
	struct buf who;       /* the last one */
	struct buf before;    /* the last one before the sentence read last */
	struct buf dateline;  /* the agency of the dateline */
	struct buf spelled;   /* names whose article was spelled out */
	bool quoting;         /* his quotation is still open */
	bool spoke;           /* the sentence read last ended as his words */
	size_t rows;          /* read so far */
	/* Of the sentence read last. */
	struct attribution *at;
	size_t count, cap;
	struct sentence sentence;
	bool open_before;     /* the sentence began within a quotation */
	bool going_on;        /* it is a fragment that goes on with the one before */
};

/* A new document begins. */
void speaker_begin(struct speaker *speaker);

/* A new paragraph begins: an unpaired quotation mark must not reach over it. */
void speaker_paragraph(struct speaker *speaker);

/* Read the attributions of a sentence. Their spans are into the row's text or the speaker's memory, and hold until the next call. */
void speaker_read(struct speaker *speaker, const struct reading *reading, struct sentence sentence);

/* Set source, via and source_rule of a number of the sentence read last. */
void speaker_of(const struct speaker *speaker, const struct reading *reading, struct counted *counted);

void speaker_free(struct speaker *speaker);

#endif
