/*
 * What the rules of context share: reading on from a token, and claiming what
 * they find. A rule is tried at each token of its class; what it claims is
 * found BY_CONTEXT, replaces shorter mentions inside it and leaves a hint.
 */
#ifndef KHABAR_TAG_CONTEXT_H
#define KHABAR_TAG_CONTEXT_H

#include "sentence.h"

/* Words on which no name goes on. */
#define NO_CLASS (CLASS_STOP | CLASS_NO_WORD)

/* The mention that begins at token i, or NULL. */
const struct found *context_mention_at(const struct sentence *sentence, size_t i);

/* A mention of tokens first..end, to be claimed. */
struct found context_found(size_t first, size_t end, unsigned type, struct clitic_cut cut);
/* Make it a mention, unless a longer listed one has its first token. */
void context_claim(struct sentence *sentence, const struct found *found);
/* The same with a listed entry (its index in `found`), which is sure then. */
void context_claim_listed(struct sentence *sentence, int32_t k);
/* The same, or where k is -1 with tokens first..end, if any: what a kind of place or body stands before. */
void context_claim_named(struct sentence *sentence, int32_t k, size_t first, size_t end, unsigned type);

/*
 * Definite adjectives from token i on; the nation among them goes to *nation.
 * A nation's adjective must be of the head's gender: else it speaks of another noun. Returns their end.
 */
size_t context_adjectives(const struct sentence *sentence, size_t head, size_t i, int32_t *nation);

/* A word that no mention holds, with nothing attached but the article. */
bool context_is_free(const struct sentence *sentence, size_t i);
/* A word that is none of the language where it stands: behind a noun in construct. */
bool context_is_strange(const struct sentence *sentence, size_t i);
/* The end of the one or two such words from token i on, of which the first is one. */
size_t context_strange_end(const struct sentence *sentence, size_t i);
/* A word that may go on in a person's name: of names; behind a particle any definite one (Abd al-Rahim, Abu l-Hasan). */
bool context_is_name(const struct sentence *sentence, size_t i);
/* The end of the words of a person's name from token i on: known ones, and one unknown behind them. i where there is none. */
size_t context_name_end(const struct sentence *sentence, size_t i);
/* The listed entry of a type that begins at token i behind these clitics, also an ambiguous one: its index in `found`, or -1. */
int32_t context_listed(const struct sentence *sentence, size_t i, unsigned type, unsigned clitics);

/* The rules, in the order in which they are tried over the sentence. */
void context_place(struct sentence *sentence, size_t i);
void context_body(struct sentence *sentence, size_t i);
void context_person(struct sentence *sentence, size_t i);
void context_names(struct sentence *sentence, size_t i);

#endif
