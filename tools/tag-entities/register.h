/*
 * The register of names: which entities were named so far, and by what name,
 * so that every spelling and part of a name gets that of its first mention.
 *
 * Within a document a mention is an entity of it where
 *   PER  all words of the one are words of the other, in order, each the same
 *        name (common/name.h), or but for two letters exchanged; of several
 *        that fit, the one named last;
 *   ORG  the words of the one begin with those of the other;
 *   LOC  the whole names are the same.
 * Over the stream persons need two words in common, or the one word must be
 * the last of the name; bodies must be equal.
 *
 * It holds REGISTER_MAX entities; the one not named for longest goes first.
 * Of those that share a word the BEARERS named last are looked at, and those
 * whose whole name it is: time is linear, however common a given name is.
 *
 * By document (--names), what was read is never changed: a document that names
 * one of it gets an entity of its own, and all of those go with the document.
 */
#ifndef KHABAR_TAG_REGISTER_H
#define KHABAR_TAG_REGISTER_H

#include "buf.h"
#include "sentence.h"
#include "span.h"

#define REGISTER_MAX 32768
#define REGISTER_KEYS 5 /* of a name, by which it is found again: it whole, and its last words */
#define BEARERS 12

struct entity {
	char *text; /* the name, then its fullest folded form */
	uint32_t name_len, fold_len, text_cap;
	uint8_t type;
	uint8_t count; /* of keys */
	uint32_t document, when; /* the last mention: in which document, and its number */
	uint64_t keys[REGISTER_KEYS];
	uint32_t next[REGISTER_KEYS], prev[REGISTER_KEYS]; /* links of one bucket, the last named first; 0 ends */
	uint32_t older, newer;
};

struct name_register {
	struct entity *entities;
	uint32_t *buckets;
	uint32_t count, document, now;
	uint32_t lasting; /* by document: so many of the entities, the first ones, stay as they are */
	uint32_t newest, oldest; /* of the others */
	uint64_t links; /* followed so far */
	bool by_document; /* what one document taught is unknown to the next: --names */
};

void register_start(struct name_register *reg, bool by_document);
void register_free(struct name_register *reg);

/* A document begins. */
void register_document(struct name_register *reg);

/* All that is known lasts: by document, the documents to come do not change it. */
void register_last(struct name_register *reg);

/*
 * The name of a mention with this folded form: of the entity that it is, else
 * `name`, which a new entity is given. Valid until the next call.
 */
struct span register_name(struct name_register *reg, unsigned type, struct span fold, struct span name);

/* The name of the body of this document that a mention is the beginning of, or an empty span. */
struct span register_fuller(struct name_register *reg, struct span fold);

/* A mention whose name is known, by a list: its parts are to be known again. */
void register_note(struct name_register *reg, unsigned type, struct span fold, struct span name);

/*
 * The file of --names and --learn-names: a line for each entity, oldest first:
 * type, name and fullest folded form, separated by a TAB. Reading one that is
 * not there gives an empty register if `may_lack`, else exits with STATUS_USAGE.
 * Writing is atomic (a new file is renamed over the old) and keeps the file's mode; errors exit with STATUS_FAILED.
 */
/* Hold the lock of a file of names (FILE.lock) until the process ends, so that two runs do not write it at once. */
void register_lock(const char *path);
void register_read(struct name_register *reg, const char *path, bool may_lack);
void register_write(const struct name_register *reg, const char *path);

#endif
