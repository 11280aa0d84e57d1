/*
 * A piece of text being tagged: its tokens, what is known of each, and the
 * mentions found in it. The parts of the tagger hand it on:
 *
 *	sentence_read()    tokens and words
 *	gazetteer_find()   entries of the lists, longest first
 *	context_find()     bodies, places and persons that their neighbours show
 */
#ifndef KHABAR_TAG_SENTENCE_H
#define KHABAR_TAG_SENTENCE_H

#include "entry.h"
#include "token.h"
#include "type.h"
#include "word.h"

/* Who found a mention; of two that overlap the one that stands higher here wins. */
enum finder { BY_USER, BY_CONTEXT, BY_LIST, BY_MEMORY, BY_MODEL };

/* HINT_x + 2 * type where a mention begins, one more inside it; HINT_NAMES is of persons only. */
enum hint {
	HINT_NONE,
	HINT_LIST = 1,
	HINT_AMBIGUOUS = HINT_LIST + 2 * TYPES,
	HINT_CONTEXT = HINT_AMBIGUOUS + 2 * TYPES,
	HINT_NAMES = HINT_CONTEXT + 2 * TYPES
};

#define RECALL_BEGIN(type) (1 + 2 * (type))
#define RECALL_INSIDE(type) (2 + 2 * (type))

struct found {
	uint32_t first, end; /* tokens, end excluded */
	struct clitic_cut cut; /* what stands attached before the first */
	uint8_t type; /* TYPES: none, barred by a list */
	uint8_t by;
	uint8_t gazetteer; /* by a list: which */
	bool ambiguous;    /* by a list: also a common word */
	bool sure;         /* no model may change it */
	int32_t tag;       /* and the entry's tag, else -1 */
	uint64_t start;    /* and the hash of the first word as the entry has it */
	bool national;     /* a body that each nation has: a ministry */
	int32_t nation;    /* of a body: tag in list_nations, or -1 */
	int32_t inner;     /* of a place named by another: the found entry inside, or -1 */
	int32_t same;      /* the one found before it that begins at the same token, or -1: set by sentence_keep() */
};

struct path {
	score from;  /* for each tag of the token the best tag before it */
	uint8_t tag; /* on the best path of all */
};

struct sentence {
	struct span text;
	struct tokens tokens;
	struct word **words; /* one for each token */
	size_t words_cap;
	struct found *found; /* in the order in which they were found, those replaced too */
	size_t count, cap;
	uint8_t *hints; /* for each token what lists and context say of it: enum hint */
	uint8_t *recalls; /* and what the document does: 0, or whether the word began a name or went on in one */
	uint8_t *recall_cuts; /* and how many bytes of its folded form stand attached before the name recalled */
	size_t hints_cap, recalls_cap, recall_cuts_cap;
	struct path *paths; /* for each token, of the model */
	size_t paths_cap;
	int32_t *covered; /* for each token the mention that holds it, or -1 */
	int32_t *begins;  /* and the last one found that begins there, also one that is kept or replaced, or -1 */
	size_t covered_cap, begins_cap;
};

/* Read a piece of text of at most SENTENCE_BYTES. */
#define SENTENCE_BYTES 32768
void sentence_read(struct sentence *sentence, struct words *words, struct span text);
/* What of a longer text to read next: up to the last space that fits. */
struct span sentence_piece(struct span text);
void sentence_free(struct sentence *sentence);

/* Leave a hint on the tokens of a mention, for the model. */
void sentence_hint(struct sentence *sentence, const struct found *found, enum hint hint);

/* Add a mention; those that it covers go. Returns its index, or -1 where a token is taken by a better one. */
int32_t sentence_add(struct sentence *sentence, struct found found);

/* The bytes of the text that a mention takes: from behind its proclitics. A lam joined with the article stays. */
void sentence_bytes(const struct sentence *sentence, const struct found *found, size_t *start, size_t *end);

static inline bool sentence_has(const struct sentence *s, size_t i, uint32_t classes)
{
	return i < s->tokens.count && (s->words[i]->classes & classes) != 0;
}

static inline bool sentence_definite(const struct sentence *s, size_t i)
{
	return i < s->tokens.count && (s->words[i]->cut.clitics & CLITIC_AL) != 0;
}

static inline bool sentence_sign(const struct sentence *s, size_t i, uint32_t sign)
{
	return i < s->tokens.count && s->tokens.at[i].sign == sign;
}

/* The mention that holds token i, or NULL. */
static inline const struct found *sentence_mention(const struct sentence *s, size_t i)
{
	return i < s->tokens.count && s->covered[i] >= 0 ? &s->found[s->covered[i]] : NULL;
}

/* Keep a mention that is none until context or the model says so. */
void sentence_keep(struct sentence *sentence, struct found found);

/* gazetteer.c */
void gazetteer_find(struct sentence *sentence, const struct words *words);

/* context.c */
void context_find(struct sentence *sentence);

/* trim.c: leave off a mention what does not belong to a name, and drop what is none. */
void trim_mentions(struct sentence *sentence);

#endif
