/*
 * Tokens: the words, numbers and signs of a text, with their folded form.
 *
 *	word    letters of any script and the marks on them; apostrophes and
 *	        hyphens are signs of their own
 *	number  a run of digits of one script kind, folded to ASCII; separators
 *	        between digits are signs, so 2,500 is three tokens
 *	sign    one code point of anything else but white space
 *
 * A letter behind a digit begins a new token that is not `spaced`.
 */
#ifndef KHABAR_TOKEN_H
#define KHABAR_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN };

struct token {
	uint32_t start, end; /* bytes of the text, end excluded */
	uint32_t fold;       /* bytes of tokens.fold where the folded form begins */
	uint32_t fold_len;
	uint64_t hash; /* hash_bytes() of the folded form */
	uint32_t sign; /* the folded code point of a sign, else 0 */
	uint8_t kind;
	bool spaced; /* white space, or the text's begin, stands before it */
};

/* Start with a zeroed struct; tokens_read() uses its memory again. */
struct tokens {
	struct token *at;
	size_t count;
	size_t cap;
	struct buf fold;
};

/*
 * Read the tokens of a text of at most 4 GiB - 1 bytes; what is behind that
 * is left out. Bad UTF-8 is a sign U+FFFD a maximal subpart.
 */
void tokens_read(struct tokens *tokens, struct span text);
void tokens_free(struct tokens *tokens);

/* The folded form of a token. */
static inline struct span token_fold(const struct tokens *tokens, size_t i)
{
	return (struct span){ tokens->fold.ptr + tokens->at[i].fold, tokens->at[i].fold_len };
}

#endif
