/*
 * What is known of words: lists/lexicon.tsv, whose tags are sets of the names
 * in lexicon.c, and the reading of a text's tokens by it. lists/README.md says
 * what each name means.
 */
#ifndef COUNT_CLAIMS_LEXICON_H
#define COUNT_CLAIMS_LEXICON_H

#include "clitic.h"
#include "list.h"
#include "token.h"

extern const struct list list_lexicon;

enum event {
	EVENT_NONE, EVENT_KILLED, EVENT_WOUNDED, EVENT_CASUALTIES, EVENT_ARRESTED, EVENT_MISSING, EVENT_KIDNAPPED, EVENT_DISPLACED,
	EVENT_ATTACKED, EVENT_DEPLOYED, EVENT_PROTESTED, EVENT_RELEASED, EVENT_RESCUED, EVENT_SENTENCED, EVENT_INFECTED,
	EVENT_DESTROYED, EVENTS
};

enum group {
	GROUP_NONE, GROUP_PERSONS, GROUP_SECURITY, GROUP_MILITARY, GROUP_MILITANTS, GROUP_PROTESTERS, GROUP_CIVILIANS,
	GROUP_CHILDREN, GROUP_JOURNALISTS, GROUP_OFFICIALS, GROUP_MEDICS, GROUPS
};

/* What a statement does (--statements). */
enum act { ACT_NONE, ACT_SAID, ACT_CONFIRMED, ACT_DENIED, ACT_WARNED, ACT_ORDERED, ACT_PROMISED, ACT_ACCUSED, ACT_CALLED, ACT_THANKED, ACT_ANNOUNCED, ACTS };

/* Particles, and what a word says of the role of a number near it. */
enum cue {
	CUE_NONE, CUE_FROM, CUE_TO, CUE_ABOUT, CUE_AND, CUE_AMONG,
	CUE_ADDED, /* "in addition to" */
	CUE_RANKS, /* "in its ranks" */
	CUE_STILL, /* "are still": a predicate follows */
	CUE_SINCE, CUE_AGO, CUE_YEARS,
	CUE_EXCEPT,
	CUE_OUT_OF, /* "2 out of 3" */
	CUE_WITH, CUE_IN, CUE_HOSPITAL, CUE_ARE, CUE_ANY, CUE_OR, CUE_HEADS, CUE_OF_HIM,
	CUE_TOLD,    /* a verb whose object is told */
	CUE_UNDERGO, /* a verb whose complement names the event */
	CUE_THESE,
	CUE_MADE,    /* "made up of": what a thing consists of */
	CUE_HAS,     /* "owns", "bought": what one has was not sent */
	CUE_TRAP,    /* where those who are held are trapped: a well, a lift */
	CUE_PART, CUE_OTHERS, CUE_EARLIER, CUE_PAST, CUE_NOT, CUE_PLAN, CUES
};

/* As the rows spell them; "-" for none. */
extern const char *const event_names[EVENTS];
extern const char *const group_names[GROUPS];
extern const char *const act_names[ACTS];

enum word_is {
	/* words of events */
	IS_VERB = 1 << 0,   /* a finite verb */
	IS_MASDAR = 1 << 1, /* a verbal noun, or what governs the counted as one does */
	IS_VICTIM = 1 << 2, /* a noun for those whom the event befell */
	IS_WEAK = 1 << 3,   /* its event yields to that of the governing word */
	IS_ACTIVE = 1 << 4, /* its subject does it: the event befalls the object */
	IS_TOLL = 1 << 5,   /* speaks of a number itself: toll, number, rose, reached */
	/* words of people and things */
	IS_PERSON = 1 << 6,
	IS_GENERIC = 1 << 7, /* its group is that of the noun behind it */
	IS_OWN = 1 << 8,     /* with a pronoun: "its members" */
	IS_THING = 1 << 9,
	IS_VEHICLE = 1 << 10,
	IS_PLACE = 1 << 11,  /* a kind of place, which a name follows */
	IS_BODY = 1 << 12,   /* head of a body's name, or a body by itself */
	IS_TITLE = 1 << 13,  /* stands before a person's name */
	IS_AGENCY = 1 << 14, /* relays what others say */
	IS_SAYER = 1 << 15,  /* a source without a name: officials, witnesses, reports */
	IS_SINGULAR = 1 << 16,
	IS_PLURAL = 1 << 17,
	/* words of reporting */
	IS_REPORT = 1 << 18,     /* a verb of saying */
	IS_PARTICIPLE = 1 << 19, /* ... whose subject is that of the verb before it */
	IS_RELAYED = 1 << 20,    /* ... or of carrying: only "... from" and "... that" report */
	IS_RELAYS = 1 << 21,     /* "which ... carried": with a pronoun */
	IS_ACCORDING = 1 << 22,
	/* words that bind clauses */
	IS_SPLIT = 1 << 23,   /* a clause of its own begins */
	IS_ASIDE = 1 << 24,   /* ... in which the report itself speaks */
	IS_THAT = 1 << 25,    /* that-clauses */
	IS_RELATIVE = 1 << 26,
	IS_ADJUNCT = 1 << 27, /* prepositions whose noun the event does not befall */
	IS_TIME = 1 << 28,
	IS_OTHER = 1 << 29,   /* known, and of no other kind */
	IS_DISEASE = 1 << 30,
};

struct lexeme {
	uint32_t is;
	uint8_t event, group, act, cue; /* enum event, ... */
};

/* How a token is read. */
struct word {
	struct lexeme lex; /* of the entry that begins here; all 0 where none does */
	uint8_t clitics;   /* before the entry's first word */
	uint8_t words;     /* tokens that the entry takes, 1 at least; 0 for those behind its first */
};

/* Start with a zeroed struct; words_read() uses its memory again. at[i] belongs to token i. */
struct words {
	struct word *at;
	size_t count, cap;
};

void words_read(struct words *words, const struct tokens *tokens);
void words_free(struct words *words);

#endif
