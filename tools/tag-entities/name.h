/*
 * The name that a mention is given: of the gazetteer's entry; of a place named
 * by another, its kind and that place's name; of a nation's body, its words
 * and the nation's adjective in its first spelling; else the surface.
 */
#ifndef KHABAR_TAG_NAME_H
#define KHABAR_TAG_NAME_H

#include "buf.h"
#include "sentence.h"

/* Append the mention's surface: the bytes that it takes, with the article in full where a joined lam hides it. */
void name_surface(const struct sentence *sentence, const struct found *found, struct buf *out);

/* Append its name; what would end a name in the entities column (: ; |) becomes a space. */
void name_of(const struct sentence *sentence, const struct words *words, const struct found *found, struct buf *out);

#endif
