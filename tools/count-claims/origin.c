#include "count-claims/origin.h"

#include <stdlib.h>

#include "clitic.h"
#include "fold.h"
#include "hash.h"
#include "letters.h"
#include "list.h"
#include "mem.h"
#include "name.h"
#include "banned.h"

extern const struct list list_source_nouns;

void origins_start(struct origins *origins)
{
	*origins = (struct origins){ 0 };
	intern_id(&origins->names, SPAN("-"));
}

void origins_free(struct origins *origins)
{
	intern_free(&origins->names);
	free(origins->forms);
	buf_free(&origins->folded);
	tokens_free(&origins->tokens);
}

/* Without a conjunction, a preposition or the article before it where the article is there: the name in any place of a sentence. */
static struct span bare_word(struct span word)
{
	struct clitic_cut cuts[CLITIC_CUTS];
	size_t n = clitic_cuts(word, cuts), skip = 0;

	for (size_t i = 0; i < n; i++)
		if ((cuts[i].clitics & CLITIC_AL) != 0 && (skip == 0 || cuts[i].bytes < skip))
			skip = cuts[i].bytes;
	return (struct span){ word.ptr + skip, word.len - skip };
}

static struct span folded_name(const struct origins *origins, const struct origin_form *form)
{
	return (struct span){ origins->folded.ptr + form->folded, form->folded_len };
}

static void make_form(struct origins *origins, uint32_t id, struct origin_form *form)
{
	struct tokens *tokens = &origins->tokens;

	*form = (struct origin_form){ .known = true, .folded = origins->folded.len };
	fold_text(FOLD_ALL, intern_text(&origins->names, id), &origins->folded);
	form->folded_len = origins->folded.len - form->folded;
	form->key = name_key(folded_name(origins, form));
	tokens_read(tokens, intern_text(&origins->names, id));
	for (size_t i = 0; i < tokens->count && form->count < ORIGIN_WORDS; i++) {
		if (tokens->at[i].kind == TOKEN_SIGN)
			continue;
		struct span word = bare_word(token_fold(tokens, i));
		uint64_t hash = hash_bytes(word.ptr, word.len);
		int32_t tag = list_tag(&list_source_nouns, hash);
		if (tag >= 0) {
			struct span noun = list_tag_text(&list_source_nouns, tag);
			hash = hash_bytes(noun.ptr, noun.len); /* all inflections of a bare noun are one */
			form->bare++;
		}
		size_t at = form->count++;
		for (; at > 0 && form->words[at - 1] > hash; at--)
			form->words[at] = form->words[at - 1];
		form->words[at] = hash;
	}
}

static const struct origin_form *form_of(struct origins *origins, uint32_t id)
{
	if (id >= origins->cap) {
		size_t before = origins->cap;
		origins->forms = xgrow(origins->forms, &origins->cap, (size_t)id + 1, sizeof(*origins->forms));
		memset(origins->forms + before, 0, (origins->cap - before) * sizeof(*origins->forms));
	}
	if (!origins->forms[id].known)
		make_form(origins, id, &origins->forms[id]);
	return &origins->forms[id];
}

static size_t shared_words(const struct origin_form *a, const struct origin_form *b)
{
	size_t n = 0;

	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		if (a->words[i] == b->words[j]) {
			n++;
			i++;
			j++;
		} else if (a->words[i] < b->words[j]) {
			i++;
		} else {
			j++;
		}
	}
	return n;
}

bool origins_same(struct origins *origins, uint32_t a, uint32_t b)
{
	if (a == b)
		return true;
	struct origin_form x = *form_of(origins, a), y = *form_of(origins, b);
	size_t shared = shared_words(&x, &y);
	const struct origin_form *small = x.count <= y.count ? &x : &y;

	if (shared == 0 || shared < small->count)
		return x.key == y.key && name_same(folded_name(origins, &x), folded_name(origins, &y));
	return x.count == y.count || small->count > small->bare;
}

struct named {
	uint32_t id;
	size_t origin; /* the place of the name that stands for its origin */
	struct span text;
};

static int longest_first(const void *a, const void *b)
{
	const struct named *x = a, *y = b;

	if (x->text.len != y->text.len)
		return x->text.len > y->text.len ? -1 : 1;
	return span_cmp(x->text, y->text);
}

static int by_bytes(const void *a, const void *b)
{
	return span_cmp(((const struct named *)a)->text, ((const struct named *)b)->text);
}

static size_t without_repeats(struct named *named, size_t count)
{
	size_t n = 0;

	if (count > 1)
		qsort(named, count, sizeof(*named), longest_first);
	for (size_t i = 0; i < count; i++)
		if (n == 0 || named[i].id != named[n - 1].id)
			named[n++] = named[i];
	return n;
}

static size_t origin_of(const struct named *named, size_t i)
{
	while (named[i].origin != i)
		i = named[i].origin;
	return i;
}

size_t origins_join(struct origins *origins, uint32_t *at, size_t count)
{
	struct named *named = xmalloc((count + 1) * sizeof(*named));
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < count; i++)
		if (at[i] != ORIGIN_NONE)
			named[n++] = (struct named){ at[i], 0, intern_text(&origins->names, at[i]) };
	n = without_repeats(named, n);
	for (size_t i = 0; i < n; i++) {
		named[i].origin = i;
		for (size_t j = 0; j < i; j++) {
			size_t a = origin_of(named, i), b = origin_of(named, j);
			if (a != b && origins_same(origins, named[i].id, named[j].id))
				named[a > b ? a : b].origin = a > b ? b : a;
		}
	}
	for (size_t i = 0; i < n; i++)
		if (named[i].origin == i)
			named[kept++] = named[i];
	if (kept > 1)
		qsort(named, kept, sizeof(*named), by_bytes);
	for (size_t i = 0; i < kept; i++)
		at[i] = named[i].id;
	free(named);
	return kept;
}
