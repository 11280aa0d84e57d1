#include "sentence.h"

#include <stdlib.h>

#include "letters.h"
#include "mem.h"
#include "utf8.h"
#include "banned.h"

void sentence_read(struct sentence *s, struct words *words, struct span text)
{
	static struct word no_word = { .classes = CLASS_NO_WORD, .nation = -1 };

	s->text = text;
	s->count = 0;
	tokens_read(&s->tokens, text);
	words_make_room(words, s->tokens.count);
	s->words = xgrow(s->words, &s->words_cap, s->tokens.count + 1, sizeof(struct word *));
	s->hints = xgrow(s->hints, &s->hints_cap, s->tokens.count + 1, sizeof(*s->hints));
	s->recalls = xgrow(s->recalls, &s->recalls_cap, s->tokens.count + 1, sizeof(*s->recalls));
	s->recall_cuts = xgrow(s->recall_cuts, &s->recall_cuts_cap, s->tokens.count + 1, sizeof(*s->recall_cuts));
	memset(s->hints, HINT_NONE, s->tokens.count);
	memset(s->recalls, 0, s->tokens.count);
	s->covered = xgrow(s->covered, &s->covered_cap, s->tokens.count + 1, sizeof(*s->covered));
	s->begins = xgrow(s->begins, &s->begins_cap, s->tokens.count + 1, sizeof(*s->begins));
	for (size_t i = 0; i < s->tokens.count; i++)
		words_prefetch(words, s->tokens.at[i].hash);
	for (size_t i = 0; i < s->tokens.count; i++) {
		const struct token *token = &s->tokens.at[i];
		s->words[i] = token->kind == TOKEN_WORD ? words_get(words, token_fold(&s->tokens, i), token->hash) : &no_word;
		s->covered[i] = s->begins[i] = -1;
	}
}

struct span sentence_piece(struct span text)
{
	if (text.len <= SENTENCE_BYTES)
		return text;
	for (size_t len = SENTENCE_BYTES; len > SENTENCE_BYTES / 2; len--)
		if (text.ptr[len - 1] == ' ')
			return (struct span){ text.ptr, len };
	size_t len = SENTENCE_BYTES;
	while (len > SENTENCE_BYTES - 4 && utf8_continues(text.ptr[len]))
		len--;
	return (struct span){ text.ptr, len };
}

void sentence_free(struct sentence *s)
{
	tokens_free(&s->tokens);
	free(s->words);
	free(s->found);
	free(s->hints);
	free(s->recalls);
	free(s->recall_cuts);
	free(s->paths);
	free(s->covered);
	free(s->begins);
	*s = (struct sentence){ 0 };
}

void sentence_hint(struct sentence *s, const struct found *found, enum hint hint)
{
	for (uint32_t i = found->first; i < found->end; i++)
		s->hints[i] = (uint8_t)((unsigned)hint + 2u * found->type + (i > found->first));
}

void sentence_keep(struct sentence *s, struct found found)
{
	s->found = xgrow(s->found, &s->cap, s->count + 1, sizeof(*s->found));
	found.same = s->begins[found.first];
	s->begins[found.first] = (int32_t)s->count;
	s->found[s->count++] = found;
}

int32_t sentence_add(struct sentence *s, struct found found)
{
	for (uint32_t i = found.first; i < found.end; i++) {
		if (s->covered[i] < 0)
			continue;
		const struct found *other = &s->found[s->covered[i]];
		bool inside = other->first >= found.first && other->end <= found.end;
		if (other->by < found.by || (!inside && other->by == found.by))
			return -1;
	}
	for (uint32_t i = found.first; i < found.end; i++) {
		if (s->covered[i] < 0)
			continue;
		const struct found *other = &s->found[s->covered[i]];
		for (uint32_t k = other->first; k < other->end; k++)
			s->covered[k] = -1;
	}
	for (uint32_t i = found.first; i < found.end; i++)
		s->covered[i] = (int32_t)s->count;
	sentence_keep(s, found);
	return (int32_t)s->count - 1;
}

/* Bytes of the text that the first `fold_bytes` of a word's folded form take: marks fold to nothing. */
static size_t unfolded(struct span word, size_t fold_bytes)
{
	size_t at = 0, size, letters = fold_bytes / 2;

	while (at < word.len) {
		uint32_t cp = utf8_decode(word.ptr + at, word.len - at, &size);
		bool mark = cp == TATWEEL || (cp >= FATHATAN && cp <= 0x065F) || cp == SUPERSCRIPT_ALEF;
		if (!mark && letters-- == 0)
			break;
		at += size;
	}
	return at;
}

void sentence_bytes(const struct sentence *s, const struct found *found, size_t *start, size_t *end)
{
	const struct token *first = &s->tokens.at[found->first];
	struct span word = { s->text.ptr + first->start, first->end - first->start };
	size_t cut = found->cut.bytes - ((found->cut.clitics & CLITIC_AL) != 0 ? 4u : 0u); /* the article is the name's */

	*start = first->start + (cut > 0 ? unfolded(word, cut) : 0);
	*end = s->tokens.at[found->end - 1].end;
}
