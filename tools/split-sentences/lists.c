#include "lists.h"

#include "buf.h"
#include "fold.h"
#include "banned.h"

uint64_t word_hash(struct span word)
{
	static struct buf fold;

	fold.len = 0;
	fold_text(FOLD_ALL, word, &fold);
	return hash_bytes(fold.ptr, fold.len);
}
