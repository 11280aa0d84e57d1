#include "naming.h"

#include "hash.h"
#include "banned.h"

#define ARTICLE "\xD8\xA7\xD9\x84"
#define TEH_MARBUTA_BYTES "\xD8\xA9"

static bool hidden_article(const struct found *found)
{
	return (found->cut.clitics & (CLITIC_LI | CLITIC_AL)) == (CLITIC_LI | CLITIC_AL);
}

void mention_surface(const struct sentence *s, const struct found *found, struct buf *out)
{
	size_t start, end;

	sentence_bytes(s, found, &start, &end);
	if (hidden_article(found)) {
		buf_span(out, SPAN(ARTICLE));
		start += 4;
	}
	buf_add(out, s->text.ptr + start, end - start);
}

/* The folded words of a mention, signs left out, separated by spaces. */
static void mention_fold(const struct sentence *s, const struct found *found, struct buf *out)
{
	for (uint32_t i = found->first; i < found->end; i++) {
		struct span word = token_fold(&s->tokens, i);
		if (s->tokens.at[i].kind == TOKEN_SIGN)
			continue;
		if (out->len > 0)
			buf_char(out, ' ');
		if (i == found->first && hidden_article(found))
			buf_span(out, SPAN(ARTICLE));
		size_t cut = i > found->first ? 0 : found->cut.bytes - ((found->cut.clitics & CLITIC_AL) != 0 && !hidden_article(found) ? 4u : 0u);
		buf_add(out, word.ptr + cut, word.len - cut);
	}
}

void namer_start(struct namer *namer, bool by_document)
{
	memset(namer, 0, sizeof(*namer));
	register_start(&namer->reg, by_document);
	for (uint32_t i = 0; i < list_nations.tags && i < NATIONS_MAX; i++) {
		struct span tag = list_tag_text(&list_nations, (int32_t)i), country = { 0 };
		span_next(&tag, '\t', &country);
		namer->countries[i] = hash_bytes(country.ptr, country.len);
	}
	namer_document(namer);
}

void namer_free(struct namer *namer)
{
	register_free(&namer->reg);
	buf_free(&namer->name);
	buf_free(&namer->fold);
}

void namer_document(struct namer *namer)
{
	register_document(&namer->reg);
	memset(namer->named, 0, sizeof(namer->named));
	namer->nation = -1;
}

static void count_nation(struct namer *namer, int32_t nation)
{
	if (nation < 0 || nation >= NATIONS_MAX)
		return;
	namer->named[nation]++;
	if (namer->nation < 0 || namer->named[nation] > namer->named[namer->nation])
		namer->nation = nation;
}

static int32_t nation_of_country(const struct namer *namer, struct span country)
{
	uint64_t hash = hash_bytes(country.ptr, country.len);

	for (uint32_t i = 0; i < list_nations.tags && i < NATIONS_MAX; i++)
		if (namer->countries[i] == hash)
			return (int32_t)i;
	return -1;
}

void namer_read(struct namer *namer, const struct sentence *s, const struct words *words)
{
	for (size_t i = 0; i < s->tokens.count; i++) {
		const struct found *found = s->covered[i] >= 0 ? &s->found[s->covered[i]] : NULL;
		if (s->words[i]->nation >= 0)
			count_nation(namer, s->words[i]->nation);
		else if (found != NULL && found->first == i && found->type == TYPE_LOC && found->tag >= 0)
			count_nation(namer, nation_of_country(namer, gazetteer_entry(words->gazetteers[found->gazetteer], found->tag).name));
	}
}

/* Append a nation's adjective in its first spelling, of the gender that it has to have. */
static void add_nation(int32_t nation, bool feminine, struct buf *out)
{
	struct span tag = list_tag_text(&list_nations, nation), country = { 0 }, adjective = { 0 };

	span_next(&tag, '\t', &country);
	span_next(&tag, '\t', &adjective);
	buf_span(out, SPAN(" " ARTICLE));
	buf_span(out, adjective);
	if (feminine)
		buf_span(out, SPAN(TEH_MARBUTA_BYTES));
}

/* A body of a nation: its words up to the nation's adjective, and that. */
static void national_name(const struct sentence *s, const struct found *found, int32_t nation, struct buf *out)
{
	struct found words = *found;

	while (words.end > words.first && s->words[words.end - 1]->nation != nation)
		words.end--;
	words.end = words.end > words.first + 1 ? words.end - 1 : found->end;
	mention_surface(s, &words, out);
	add_nation(nation, sentence_has(s, found->first, CLASS_FEMININE), out);
}

static void composed_name(struct namer *namer, const struct sentence *s, const struct words *words, const struct found *found)
{
	struct buf *name = &namer->name;

	if (found->tag >= 0) {
		buf_span(name, gazetteer_entry(words->gazetteers[found->gazetteer], found->tag).name);
	} else if (found->inner >= 0) {
		struct found kind = *found;
		kind.end = s->found[found->inner].first;
		mention_surface(s, &kind, name);
		buf_char(name, ' ');
		composed_name(namer, s, words, &s->found[found->inner]);
	} else if (found->nation >= 0) {
		national_name(s, found, found->nation, name);
	} else {
		mention_surface(s, found, name);
	}
}

/* What would end a name in the column becomes a space. */
static void clean(struct buf *name)
{
	for (size_t i = 0; i < name->len; i++)
		if (memchr(":;|\t\n", name->ptr[i], 5) != NULL)
			name->ptr[i] = ' ';
}

/* A ministry without a nation: that of its document's which is named so far, else its document's nation's. */
static struct span ministry_name(struct namer *namer, bool feminine)
{
	struct span fold = buf_as_span(&namer->fold), known = register_fuller(&namer->reg, fold);

	if (known.len > 0)
		return known;
	if (namer->nation >= 0)
		add_nation(namer->nation, feminine, &namer->name);
	register_note(&namer->reg, TYPE_ORG, fold, buf_as_span(&namer->name));
	return buf_as_span(&namer->name);
}

struct span namer_name(struct namer *namer, const struct sentence *s, const struct words *words, const struct found *found)
{
	namer->name.len = namer->fold.len = 0;
	composed_name(namer, s, words, found);
	clean(&namer->name);
	mention_fold(s, found, &namer->fold);
	struct span name = buf_as_span(&namer->name), fold = buf_as_span(&namer->fold);
	bool composed = found->tag >= 0 || found->inner >= 0 || found->nation >= 0;
	if (!composed && found->national)
		return ministry_name(namer, sentence_has(s, found->first, CLASS_FEMININE));
	if (!composed)
		return register_name(&namer->reg, found->type, fold, name);
	register_note(&namer->reg, found->type, fold, name);
	return name;
}
