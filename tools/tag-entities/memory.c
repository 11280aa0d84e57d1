#include "memory.h"

#include "banned.h"

/* Names of longer ago are left to the lists and the model. */
#define REACH 60

void memory_clear(struct memory *m)
{
	if (m->count > 0) {
		memset(m->words, 0, sizeof(m->words));
		memset(m->filter, 0, sizeof(m->filter));
	}
	m->count = 0;
	m->now = 0;
}

static bool in_filter(const struct memory *m, uint64_t hash)
{
	return (m->filter[hash >> 6 & 1023] >> (hash & 63) & 1) != 0;
}

static const struct memory_word *find(const struct memory *m, uint64_t hash)
{
	if (!in_filter(m, hash))
		return NULL;
	for (uint64_t i = hash;; i++) {
		const struct memory_word *word = &m->words[i & (MEMORY_SLOTS - 1)];
		if (word->hash == hash || word->hash == 0)
			return word->hash != 0 && m->now - word->when <= REACH ? word : NULL;
	}
}

void memory_recall(const struct memory *m, struct sentence *s)
{
	for (size_t i = 0; i < s->tokens.count; i++) {
		const struct word *word = s->words[i];
		const struct memory_word *known = NULL;
		for (unsigned k = 0; k < WORD_KEYS && known == NULL && word->keys[k] != 0; k++) {
			known = find(m, word->keys[k]);
			s->recall_cuts[i] = word->key_bytes[k];
		}
		s->recalls[i] = (uint8_t)(known == NULL ? 0 : RECALL_BEGIN(known->type) + known->inside);
	}
}

static void put(struct memory *m, uint64_t hash, unsigned type, bool inside)
{
	if (m->count >= MEMORY_WORDS)
		memory_clear(m);
	for (uint64_t i = hash;; i++) {
		struct memory_word *word = &m->words[i & (MEMORY_SLOTS - 1)];
		if (word->hash != 0 && word->hash != hash)
			continue;
		m->count += word->hash == 0;
		*word = (struct memory_word){ hash, m->now, (uint8_t)type, inside };
		m->filter[hash >> 6 & 1023] |= UINT64_C(1) << (hash & 63);
		return;
	}
}

void memory_learn(struct memory *m, const struct sentence *s, const struct found *found)
{
	for (uint32_t i = found->first; i < found->end; i++) {
		const struct word *word = s->words[i];
		uint64_t hash = word->keys[0];
		if (i == found->first)
			for (unsigned k = 0; k < WORD_KEYS; k++)
				if (word->key_bytes[k] == found->cut.bytes && word->keys[k] != 0)
					hash = word->keys[k];
		if (hash != 0)
			put(m, hash, found->type, i > found->first);
	}
}

void memory_learn_all(struct memory *m, const struct sentence *s)
{
	for (size_t i = 0; i < s->tokens.count; i++)
		if (s->covered[i] >= 0 && s->found[s->covered[i]].first == i)
			memory_learn(m, s, &s->found[s->covered[i]]);
	m->now++;
}
