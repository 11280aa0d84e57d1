#include "context.h"

#include "banned.h"

/* What may stand between a title and the name: adjectives, the office's body or place, a comma. */
static size_t name_after(const struct sentence *s, size_t i)
{
	size_t limit = i + 8;

	while (i < s->tokens.count && i < limit) {
		const struct found *found = context_mention_at(s, i);
		if (found != NULL && found->type != TYPE_PER)
			i = found->end;
		else if (sentence_definite(s, i) || sentence_has(s, i, CLASS_PORTFOLIO | CLASS_VOICE | CLASS_OFFICE | CLASS_TITLE))
			i++;
		else
			break;
	}
	return i + sentence_sign(s, i, ',');
}

void context_person(struct sentence *s, size_t i)
{
	size_t first = name_after(s, i + 1), end = context_name_end(s, first);

	if (end > first)
		context_claim(s, &(struct found){ .first = (uint32_t)first, .end = (uint32_t)end, .type = TYPE_PER, .by = BY_CONTEXT, .tag = -1, .nation = -1, .inner = -1 });
}

/*
 * Words of names in a row, not all of them common words as well, are likely a person's, whatever stands before them:
 * the model is told.
 */
void context_names(struct sentence *s, size_t i)
{
	size_t end = i + 1;
	bool named = !sentence_has(s, i, CLASS_DUBIOUS);

	if (s->covered[i] >= 0 || s->hints[i] >= HINT_CONTEXT || sentence_has(s, i, NO_CLASS))
		return;
	while (context_is_free(s, end) && sentence_has(s, end, CLASS_GIVEN | CLASS_FAMILY | CLASS_PARTICLE)) {
		named = named || !sentence_has(s, end, CLASS_DUBIOUS | CLASS_PARTICLE);
		end++;
	}
	while (end > i + 1 && sentence_has(s, end - 1, CLASS_PARTICLE))
		end--;
	if (named && end > i + 1)
		sentence_hint(s, &(struct found){ .first = (uint32_t)i, .end = (uint32_t)end, .type = TYPE_PER }, HINT_NAMES);
}
