#include "count-claims/name-form.h"

#include "count-claims/number-word.h"
#include "count-claims/source-name.h"
#include "letters.h"
#include "utf8.h"
#include "banned.h"

bool name_begins_with(const struct reading *reading, size_t i, unsigned letter)
{
	struct span fold = token_fold(&reading->tokens, i);
	size_t size;

	return fold.len > 0 && utf8_decode(fold.ptr, fold.len, &size) == letter;
}

bool name_has_nunation(const struct reading *reading, size_t i)
{
	const struct token *token = &reading->tokens.at[i];
	char mark[4];
	size_t len = utf8_encode(FATHATAN, mark);

	for (size_t at = token->start; at + len <= token->end; at++)
		if (memcmp(reading->text.ptr + at, mark, len) == 0)
			return true;
	return false;
}

/* Whether the text begins at token i with the letters a and b. */
static bool begins(const struct reading *reading, size_t i, unsigned a, unsigned b)
{
	struct span fold = token_fold(&reading->tokens, i);
	char letters[8];
	size_t len = utf8_encode(a, letters);

	len += utf8_encode(b, letters + len);
	return fold.len > len && memcmp(fold.ptr, letters, len) == 0;
}

/* Whether the word at i has the article behind its first letter. */
static bool has_article_behind(const struct reading *reading, size_t i)
{
	struct span fold = token_fold(&reading->tokens, i);
	char article[8];
	size_t len = utf8_encode(ALEF, article);

	len += utf8_encode(LAM, article + len);
	return fold.len > len + 2 && memcmp(fold.ptr + 2, article, len) == 0;
}

bool name_looks_common(const struct reading *reading, size_t first, size_t end)
{
	unsigned last = letter_from_end(token_fold(&reading->tokens, first), 1);

	if (begins(reading, first, LAM, LAM) || (begins(reading, first, BEH, ALEF) && has_article_behind(reading, first)) || token_fold(&reading->tokens, first).len <= 4)
		return true;
	if (end == first + 1 && name_begins_with(reading, first, BEH)) /* "told of X" */
		return true;
	if (source_definite(reading, first) && (end > first + 1 || last != YEH))
		return true;
	return end > first + 1 && (last == HEH || last == TEH) && letter_from_end(token_fold(&reading->tokens, first + 1), 1) == HEH;
}

bool name_ends_sharply(const struct reading *reading, size_t i, size_t last)
{
	if (i >= reading->tokens.count || i > last)
		return false;
	return is_at(reading, i, IS_THAT) || sign_at(reading, i, ':') || sign_at(reading, i, '"') || sign_at(reading, i, ',');
}

bool name_has_pronoun(const struct reading *reading, size_t i)
{
	struct span fold = token_fold(&reading->tokens, i);
	unsigned end = letter_from_end(fold, 1);

	return fold.len > 6 && (end == ALEF || end == MEEM) && letter_from_end(fold, 2) == HEH;
}

bool name_belongs_to_body(const struct reading *reading, size_t i)
{
	return source_definite(reading, i) || begins(reading, i, WAW, ALEF) || (name_begins_with(reading, i, BEH) && token_fold(&reading->tokens, i + 1).len > 4);
}
