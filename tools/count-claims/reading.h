/*
 * A row's text as the finders see it: its tokens, what the lexicon knows of
 * them, the names that tag-entities found in it, its sentences, and what it
 * counts.
 */
#ifndef COUNT_CLAIMS_READING_H
#define COUNT_CLAIMS_READING_H

#include "count-claims/lexicon.h"
#include "count-claims/quantity.h"
#include "row.h"

#define NO_TOKEN QUANTITY_NO_TOKEN

enum name_type { NAME_PERSON, NAME_PLACE, NAME_BODY };

struct name {
	uint8_t type;
	size_t first, last; /* tokens, last excluded */
	struct span name;   /* as the entities column gives it */
	unsigned particle;  /* the letter attached before it, or 0 */
};

enum role { ROLE_TOTAL, ROLE_PART, ROLE_MORE, ROLE_EARLIER, ROLE_PAST, ROLE_DENIED, ROLE_PLANNED, ROLE_IMPLICIT, ROLES };

/* One counted number, and what the finders say of it; each names its rule. */
struct counted {
	struct quantity number;
	bool implicit;  /* a bare noun, no number */
	size_t noun;    /* token of the counted noun or NO_TOKEN; of its end */
	size_t noun_end;
	size_t governor; /* token of the word that gave the event, or NO_TOKEN */
	uint8_t event, group, role;
	const char *event_rule, *group_rule, *role_rule, *source_rule, *place_rule;
	struct span source, via, place;
};

struct sentence {
	size_t first, last; /* tokens, last excluded */
};

struct reading {
	struct span text;
	struct tokens tokens;
	struct words words;
	struct quantities quantities;
	struct name *names;
	size_t names_count, names_cap;
	uint32_t *name_at; /* for each token the name it belongs to + 1, or 0 */
	size_t name_at_cap;
	struct counted *counted;
	size_t counted_count, counted_cap;
	struct counted *spare; /* memory of reading_merge() */
	size_t spare_cap;
	uint32_t *counted_at; /* for each token the counted number it belongs to + 1, or 0 */
	size_t counted_at_cap;
	enum group forces; /* what the document last called forces by a fuller name; the caller resets it */
};

/* Read a row. Start with a zeroed struct; its memory is used again. */
void reading_read(struct reading *reading, const struct row *row);
void reading_free(struct reading *reading);

/* Add a counted number, all unset. The pointer holds until the next is added. */
struct counted *reading_add(struct reading *reading);

/* Put the last `added` ones, which are in text order among themselves, into their places. */
void reading_merge(struct reading *reading, size_t added);

/* The next sentence behind `at`, or false at the end. None has more than some hundred words. */
bool reading_sentence(const struct reading *reading, size_t at, struct sentence *sentence);

/* The text from token `first` to before token `last`, its first word without `clitic_bytes`. */
struct span reading_span(const struct reading *reading, size_t first, size_t last);

/* The same without the particles attached to its first word; its article stays. */
struct span reading_noun(const struct reading *reading, size_t first, size_t last);

/* The token where the entry begins that stands before token i (i > 0). */
size_t reading_before(const struct reading *reading, size_t i);

/* What stands at token i. */
static inline const struct lexeme *lex_at(const struct reading *reading, size_t i)
{
	return &reading->words.at[i].lex;
}

static inline bool is_at(const struct reading *reading, size_t i, uint32_t is)
{
	return (reading->words.at[i].lex.is & is) != 0;
}

static inline bool cue_at(const struct reading *reading, size_t i, enum cue cue)
{
	return reading->words.at[i].lex.cue == cue;
}

static inline bool sign_at(const struct reading *reading, size_t i, uint32_t sign)
{
	return reading->tokens.at[i].sign == sign;
}

/* The number that token i belongs to, or NULL. */
static inline struct counted *counted_at(const struct reading *reading, size_t i)
{
	uint32_t at = reading->counted_at[i];
	return at == 0 ? NULL : &reading->counted[at - 1];
}

/* The name that token i belongs to, or NULL. */
static inline const struct name *name_at(const struct reading *reading, size_t i)
{
	uint32_t at = reading->name_at[i];
	return at == 0 ? NULL : &reading->names[at - 1];
}

/* Whether the word at token i begins with the conjunction wa-, or stands behind one. */
bool joined_at(const struct reading *reading, size_t i);

#endif
