#include "register.h"

#include <stdlib.h>

#include "hash.h"
#include "mem.h"
#include "name.h"
#include "parts.h"
#include "banned.h"

#define BUCKETS (2 * REGISTER_MAX)
#define NONE UINT32_MAX

static struct span fold_of(const struct entity *e)
{
	return (struct span){ e->text + e->name_len, e->fold_len };
}

static struct span name_of_entity(const struct entity *e)
{
	return (struct span){ e->text, e->name_len };
}

void register_start(struct name_register *reg, bool by_document)
{
	*reg = (struct name_register){ .entities = xcalloc(2 * REGISTER_MAX, sizeof(struct entity)), .buckets = xcalloc(BUCKETS, sizeof(uint32_t)),
	                               .newest = NONE, .oldest = NONE, .by_document = by_document };
}

void register_free(struct name_register *reg)
{
	for (uint32_t i = 0; i < 2 * REGISTER_MAX && reg->entities[i].text != NULL; i++)
		free(reg->entities[i].text);
	free(reg->entities);
	free(reg->buckets);
	*reg = (struct name_register){ 0 };
}

/*
 * The keys by which a name is found: a person's whole name and its words, the
 * last ones first; a body's first two words; a place whole.
 */
static size_t keys_of(unsigned type, struct span fold, uint64_t keys[REGISTER_KEYS])
{
	struct span parts[PARTS_MAX];
	size_t n = parts_split(fold, parts), count = 0;

	if (n == 0)
		return 0;
	if (type == TYPE_LOC) {
		keys[count++] = name_key(fold);
	} else if (type == TYPE_ORG) {
		struct span head = { parts[0].ptr, (size_t)(parts[n > 1].ptr + parts[n > 1].len - parts[0].ptr) };
		keys[count++] = hash_bytes(head.ptr, head.len);
	} else {
		if (n > 1)
			keys[count++] = name_key(fold);
		for (size_t i = n; i-- > 0 && count < REGISTER_KEYS;)
			keys[count++] = name_key(parts[i]);
	}
	for (size_t i = 0; i < count; i++)
		keys[i] = hash_mix(keys[i] ^ HASH_P2, HASH_P0 + type);
	return count;
}

static void unlink_age(struct name_register *reg, uint32_t id)
{
	struct entity *e = &reg->entities[id];

	*(e->newer == NONE ? &reg->newest : &reg->entities[e->newer].older) = e->older;
	*(e->older == NONE ? &reg->oldest : &reg->entities[e->older].newer) = e->newer;
}

static void link_newest(struct name_register *reg, uint32_t id)
{
	struct entity *e = &reg->entities[id];

	e->older = reg->newest;
	e->newer = NONE;
	if (reg->newest != NONE)
		reg->entities[reg->newest].newer = id;
	reg->newest = id;
	if (reg->oldest == NONE)
		reg->oldest = id;
}

/* A link names an entity and which of its keys brought it into the bucket; 0 is none. */
static uint32_t link_of(uint32_t id, size_t key)
{
	return 1 + id * REGISTER_KEYS + (uint32_t)key;
}

static struct entity *entity_of(const struct name_register *reg, uint32_t link)
{
	return &reg->entities[(link - 1) / REGISTER_KEYS];
}

static size_t key_of(uint32_t link)
{
	return (link - 1) % REGISTER_KEYS;
}

static void unlink_keys(struct name_register *reg, uint32_t id)
{
	const struct entity *e = &reg->entities[id];

	for (size_t k = 0; k < e->count; k++) {
		uint32_t next = e->next[k], prev = e->prev[k];
		*(prev == 0 ? &reg->buckets[e->keys[k] % BUCKETS] : &entity_of(reg, prev)->next[key_of(prev)]) = next;
		if (next != 0)
			entity_of(reg, next)->prev[key_of(next)] = prev;
	}
}

/* The entity comes first in each of its buckets. */
static void link_keys(struct name_register *reg, uint32_t id)
{
	struct entity *e = &reg->entities[id];

	for (size_t k = 0; k < e->count; k++) {
		uint32_t *bucket = &reg->buckets[e->keys[k] % BUCKETS];
		e->next[k] = *bucket;
		e->prev[k] = 0;
		if (*bucket != 0)
			entity_of(reg, *bucket)->prev[key_of(*bucket)] = link_of(id, k);
		*bucket = link_of(id, k);
	}
}

static void forget(struct name_register *reg, uint32_t id)
{
	unlink_keys(reg, id);
	unlink_age(reg, id);
}

void register_document(struct name_register *reg)
{
	reg->document++;
	while (reg->by_document && reg->count > reg->lasting)
		forget(reg, --reg->count);
}

void register_last(struct name_register *reg)
{
	if (!reg->by_document)
		return;
	reg->lasting = reg->count;
	reg->newest = reg->oldest = NONE;
}

static void set_text(struct entity *e, struct span name, struct span fold)
{
	size_t cap = e->text_cap;

	e->text = xgrow(e->text, &cap, name.len + fold.len + 1, 1);
	e->text_cap = (uint32_t)cap;
	memcpy(e->text, name.ptr, name.len);
	memcpy(e->text + name.len, fold.ptr, fold.len);
	e->name_len = (uint32_t)name.len;
	e->fold_len = (uint32_t)fold.len;
}

/* Names are bounded so that the register is: longer ones are no names. */
#define NAME_BYTES 512

static struct entity *new_entity(struct name_register *reg, unsigned type, struct span fold, struct span name)
{
	uint32_t id = reg->count;

	if (reg->count < reg->lasting + REGISTER_MAX) {
		reg->count++;
	} else {
		id = reg->oldest;
		forget(reg, id);
	}
	struct entity *e = &reg->entities[id];
	*e = (struct entity){ .text = e->text, .text_cap = e->text_cap, .type = (uint8_t)type };
	set_text(e, name, fold);
	e->count = (uint8_t)keys_of(type, fold, e->keys);
	link_keys(reg, id);
	link_newest(reg, id);
	return e;
}

/* The entity is named now. */
static void touch(struct name_register *reg, struct entity *e)
{
	uint32_t id = (uint32_t)(e - reg->entities);

	e->document = reg->document;
	e->when = ++reg->now;
	if (reg->newest == id)
		return;
	forget(reg, id);
	link_keys(reg, id);
	link_newest(reg, id);
}

/* The entity, or where it lasts one of this document in its stead. */
static struct entity *own(struct name_register *reg, struct entity *e)
{
	return e - reg->entities < reg->lasting ? new_entity(reg, e->type, fold_of(e), name_of_entity(e)) : e;
}

/* How well a mention fits an entity: 0 not at all. */
static unsigned person_fits(const struct entity *e, struct span fold, bool here)
{
	struct span mine[PARTS_MAX], theirs[PARTS_MAX];
	size_t n = parts_split(fold, mine), m = parts_split(fold_of(e), theirs);
	size_t common = parts_common(fold, fold_of(e));

	if (n > 1 && m > 1)
		return common > 1 || name_same(fold, fold_of(e)) ? 2 : 0;
	if (common == 0)
		return 0;
	bool last = parts_same_word(mine[n - 1], theirs[m - 1]);
	return here ? 1 + last : last && n == 1;
}

#define SAME 3

static unsigned fits(const struct entity *e, unsigned type, struct span fold, bool here)
{
	if (span_eq(fold, fold_of(e)))
		return SAME;
	if (type == TYPE_PER)
		return person_fits(e, fold, here);
	if (type == TYPE_ORG)
		return here && parts_prefix(fold, fold_of(e));
	return name_same(fold, fold_of(e)) ? 2 : 0;
}

/*
 * Whether a person may be one whom an entity is: by their keys, which are cheap to compare where names are not. The keys
 * of all words of the shorter name must be the longer one's as well, or that of the whole names; of long names, which
 * have not all their words in the keys, and over the stream, two.
 */
static bool may_fit(const struct entity *e, const uint64_t *keys, size_t n)
{
	size_t shared = 0, least = n < e->count ? n - 1 : e->count - 1u;

	if (n < 2 || e->count < 2 || keys[0] == e->keys[0])
		return true;
	for (size_t i = 1; i < n; i++)
		for (size_t k = 1; k < e->count; k++)
			if (keys[i] == e->keys[k]) {
				shared++;
				break;
			}
	return shared >= (n == REGISTER_KEYS || e->count == REGISTER_KEYS ? 2 : least);
}

/* The next link, from this one on, of a name with this key; 0 ends. At most BEARERS are looked at, of whatever names. */
static uint32_t next_bearer(struct name_register *reg, uint32_t link, uint64_t key, unsigned *bearers)
{
	while (link != 0 && entity_of(reg, link)->keys[key_of(link)] != key) {
		reg->links++;
		link = entity_of(reg, link)->next[key_of(link)];
	}
	reg->links += link != 0;
	return (*bearers)++ < BEARERS ? link : 0;
}

/* The entity that a mention is: best one of this document, then one of the stream; of equal ones the last named. */
static struct entity *find(struct name_register *reg, unsigned type, struct span fold)
{
	uint64_t keys[REGISTER_KEYS];
	size_t n = keys_of(type, fold, keys);
	struct entity *best = NULL;
	unsigned best_fit = 0;

	for (size_t k = 0; k < n; k++) {
		unsigned bearers = 0;
		uint32_t at = reg->buckets[keys[k] % BUCKETS];
		while ((at = next_bearer(reg, at, keys[k], &bearers)) != 0) {
			struct entity *e = entity_of(reg, at);
			bool here = e->document == reg->document && e->when > 0;
			size_t key = key_of(at);
			at = e->next[key];
			if (type == TYPE_PER && (!may_fit(e, keys, n) || (!here && n == 1 && key > 1)))
				continue; /* of another document's name one word is the last, if any */
			unsigned fit = fits(e, type, fold, here);
			if (fit == SAME && here)
				return e;
			if (fit > 0)
				fit += here ? 8 : 0;
			if (fit > best_fit || (fit > 0 && fit == best_fit && e->when > best->when)) {
				best = e;
				best_fit = fit;
			}
		}
	}
	return best;
}

/* A fuller form of a name is the one that parts are compared with from now on. */
static void take_fuller(struct name_register *reg, struct entity *e, struct span fold)
{
	char name[NAME_BYTES];
	size_t len = e->name_len;

	if (fold.len <= e->fold_len || e->type == TYPE_LOC)
		return;
	memcpy(name, e->text, len);
	unlink_keys(reg, (uint32_t)(e - reg->entities));
	set_text(e, (struct span){ name, len }, fold);
	e->count = (uint8_t)keys_of(e->type, fold, e->keys);
	link_keys(reg, (uint32_t)(e - reg->entities));
}

struct span register_name(struct name_register *reg, unsigned type, struct span fold, struct span name)
{
	if (fold.len == 0 || fold.len > NAME_BYTES || name.len > NAME_BYTES)
		return name;
	struct entity *e = find(reg, type, fold);
	e = e == NULL ? new_entity(reg, type, fold, name) : own(reg, e);
	take_fuller(reg, e, fold);
	touch(reg, e);
	return name_of_entity(e);
}

struct span register_fuller(struct name_register *reg, struct span fold)
{
	struct entity *e = fold.len > 0 ? find(reg, TYPE_ORG, fold) : NULL;

	if (e == NULL || e->document != reg->document || e->when == 0)
		return (struct span){ NULL, 0 };
	touch(reg, e);
	return name_of_entity(e);
}

void register_note(struct name_register *reg, unsigned type, struct span fold, struct span name)
{
	uint64_t keys[REGISTER_KEYS];
	struct entity *e = NULL;
	unsigned bearers = 0;

	if (fold.len == 0 || fold.len > NAME_BYTES || name.len > NAME_BYTES)
		return;
	size_t n = keys_of(type, fold, keys);
	uint32_t at = n > 0 ? reg->buckets[keys[0] % BUCKETS] : 0;
	while (e == NULL && (at = next_bearer(reg, at, keys[0], &bearers)) != 0) {
		if (entity_of(reg, at)->type == type && span_eq(name_of_entity(entity_of(reg, at)), name))
			e = entity_of(reg, at);
		at = entity_of(reg, at)->next[key_of(at)];
	}
	e = e == NULL ? new_entity(reg, type, fold, name) : own(reg, e);
	take_fuller(reg, e, fold);
	touch(reg, e);
}
