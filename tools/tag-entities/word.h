/*
 * What the tagger knows of a distinct word, worked out once and kept: its
 * classes in the context lists and the gazetteer entries that it may begin,
 * each with the proclitics cut off that this reading takes.
 *
 * Words live in a table of bounded size. It is emptied between pieces of text
 * where it is full, so pointers hold until the next words_make_room().
 */
#ifndef KHABAR_TAG_WORD_H
#define KHABAR_TAG_WORD_H

#include <stdint.h>

#include "clitic.h"
#include "list.h"
#include "span.h"

enum word_class {
	CLASS_BODY = 1 << 0,       /* head of a body's name */
	CLASS_FEMININE = 1 << 1,
	CLASS_NATIONAL = 1 << 2,   /* a head that a nation's adjective makes a body, also with the article */
	CLASS_SMALL = 1 << 3,      /* a head that begins too many things that are no bodies: only a listed name makes it one */
	CLASS_KIND = 1 << 4,       /* stays outside the name that follows */
	CLASS_PORTFOLIO = 1 << 5,  /* what a ministry or an agency is for */
	CLASS_ADJECTIVE = 1 << 6,  /* goes on a body's name */
	CLASS_TITLE = 1 << 7,      /* stands right before a person */
	CLASS_OFFICE = 1 << 8,     /* takes a genitive, then the person */
	CLASS_VOICE = 1 << 9,      /* a spokesman */
	CLASS_PLACE_KIND = 1 << 10,
	CLASS_PARTICLE = 1 << 11,  /* inside a person's name */
	CLASS_NATION = 1 << 12,    /* a nation's adjective */
	CLASS_STOP = 1 << 13,
	CLASS_VERB = 1 << 14,
	CLASS_TIME = 1 << 15,
	CLASS_GIVEN = 1 << 16,
	CLASS_FAMILY = 1 << 17,
	CLASS_RELATION = 1 << 18,  /* ends as an adjective of relation does */
	CLASS_NO_WORD = 1 << 19,   /* a number or a sign */
	CLASS_MINISTRY = 1 << 20,  /* a head of which each nation has several, by portfolio */
	CLASS_UNKNOWN = 1 << 21,   /* in no list and no dictionary: it may well be a name */
	CLASS_JOINED = 1 << 22,    /* waw stands before it, as far as one can see */
	CLASS_ACCUSATIVE = 1 << 23, /* of the language only as an accusative: none behind a noun in construct */
	CLASS_NAMED = 1 << 24,     /* a kind of place that is often named after a person */
	CLASS_GROUP = 1 << 25,     /* a head that is no part of a name that is one without it */
	CLASS_AMBIGUOUS = 1 << 26, /* a name word that is a common word as well */
};

/* How far a token's features look to either side, and the lanes of a score: one for each tag. */
#define WORD_REACH 2
#define WORD_OFFSETS (2 * WORD_REACH + 1)
#define SCORE_LANES 8
typedef int16_t score __attribute__((vector_size(2 * SCORE_LANES)));

enum gazetteer { GAZETTEER_USER, GAZETTEER_PERSONS, GAZETTEER_PLACES, GAZETTEER_BODIES, GAZETTEERS };

/* A reading of a word that begins an entry of a gazetteer. */
struct word_start {
	uint64_t hash;
	uint8_t gazetteer;
	struct clitic_cut cut;
};
#define WORD_STARTS 4

#define WORD_KEYS 3

struct word {
	score scores[WORD_OFFSETS]; /* its share in the tags of the token that it stands at this offset from */
	uint64_t hash; /* of the folded word */
	uint32_t classes;
	int32_t nation; /* tag in list_nations, or -1 */
	int32_t sense; /* tag in list_word_classes, or -1: what kind of common word it is */
	struct clitic_cut cut;
	uint8_t count;
	bool function; /* some reading is a function word: wa-in */
	uint8_t whole; /* gazetteers that hold the word alone as nothing else: bits, those of the last reading shifted by GAZETTEERS */
	uint8_t key_bytes[WORD_KEYS];
	uint64_t keys[WORD_KEYS]; /* hashes by which a document remembers it: whole, and less its particles; 0 for particles and verbs */
	struct word_start starts[WORD_STARTS];
};

/* What lists and context may say of a token: sentence.h, enum hint. */
#define WORD_HINTS 21
/* What the document says of it: nothing, or that it began or went on in a name of each type. */
#define WORD_RECALLS 7

/* Where a word is found by its hash: open addressing, linear. */
struct word_slot {
	uint32_t tag;   /* the hash's upper half */
	uint32_t index; /* in words.at, plus one; 0 is empty */
};

struct words {
	struct word_slot *slots;
	struct word *at; /* in the order in which they were met: those met often lie together */
	size_t used;
	const struct list *gazetteers[GAZETTEERS]; /* [GAZETTEER_USER] may be NULL */
	const struct model *model;
	bool free; /* the model alone decides: rules and lists are evidence, nothing is sure */
	double unlisted; /* the share of the lists' words that training does without, and which; else 0 */
	uint64_t unlisted_seed;
	score edge[WORD_OFFSETS]; /* of what stands before and behind a text */
	score hints[WORD_HINTS][WORD_OFFSETS];
	score recalls[WORD_RECALLS][WORD_OFFSETS];
};

/* `user` and `model` may be NULL; they must outlive the words. */
void words_start(struct words *words, const struct list *user, const struct model *model);
void words_free(struct words *words);

/* Make sure that `more` distinct words find room; what was known is forgotten where they would not. */
void words_make_room(struct words *words, size_t more);
/* At most this many may be asked for at once. */
#define WORDS_ROOM 32768
#define WORDS_MAX (4 * WORDS_ROOM)
#define WORDS_MASK (2 * WORDS_MAX - 1)

/* Have the memory fetched that words_get() will look at. */
static inline void words_prefetch(const struct words *words, uint64_t hash)
{
	__builtin_prefetch(&words->slots[hash & WORDS_MASK]);
}

/* The word with this folded form and hash. */
struct word *words_get(struct words *words, struct span fold, uint64_t hash);

extern const struct list list_nations, list_word_classes;

#endif
