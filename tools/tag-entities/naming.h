/*
 * The name that a mention is given. In this order:
 *
 *	the gazetteer's, where an entry was found;
 *	of a place named by another (an airport), its kind and that place's name;
 *	of a nation's body, its words and the nation's adjective in its first
 *	spelling; a ministry without one belongs to the nation that its document
 *	has named most so far;
 *	else that of the register: the surface of the entity's first mention.
 */
#ifndef KHABAR_TAG_NAMING_H
#define KHABAR_TAG_NAMING_H

#include "buf.h"
#include "register.h"
#include "sentence.h"

#define NATIONS_MAX 256

struct namer {
	struct name_register reg;
	uint64_t countries[NATIONS_MAX]; /* for each tag of list_nations the hash of its country's name */
	uint32_t named[NATIONS_MAX];     /* how often this document named it */
	int32_t nation;                  /* the one named most, or -1 */
	struct buf name, fold;
};

/* With `by_document` names that one document taught are unknown to the next. */
void namer_start(struct namer *namer, bool by_document);
void namer_free(struct namer *namer);

/* A document begins. */
void namer_document(struct namer *namer);

/* Take note of the nations that a sentence names: before its mentions are named. */
void namer_read(struct namer *namer, const struct sentence *sentence, const struct words *words);

/* The name of a mention, without `:`, `;` and `|`. Valid until the next call. */
struct span namer_name(struct namer *namer, const struct sentence *sentence, const struct words *words, const struct found *found);

/* Append the mention's surface: the bytes that it takes, with the article in full where a joined lam hides it. */
void mention_surface(const struct sentence *sentence, const struct found *found, struct buf *out);

#endif
