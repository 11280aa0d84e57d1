#include "count-claims/quotation.h"

#include "letters.h"
#include "utf8.h"
#include "banned.h"

bool quotation_after(const struct reading *reading, size_t i, bool open)
{
	const struct token *token = &reading->tokens.at[i];
	size_t size;

	if (!sign_at(reading, i, '"'))
		return open;
	switch (utf8_decode(reading->text.ptr + token->start, token->end - token->start, &size)) {
	case LEFT_DOUBLE_GUILLEMET:
	case LEFT_DOUBLE_QUOTE:
		return true;
	case RIGHT_DOUBLE_GUILLEMET:
	case RIGHT_DOUBLE_QUOTE:
		return false;
	default:
		return !open;
	}
}
