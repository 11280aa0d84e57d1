#include "corpus.h"

#include <stdlib.h>

#include "input.h"
#include "mem.h"
#include "model.h"
#include "banned.h"

/* A very long run of lines without a blank one ends at a full stop. */
#define LONG_SENTENCE 200

static const struct {
	const char *name;
	unsigned type;
} types[] = { { "PER", TYPE_PER }, { "PERS", TYPE_PER }, { "LOC", TYPE_LOC }, { "ORG", TYPE_ORG } };

static unsigned char tag_of(struct span tag)
{
	if (tag.len < 3 || (tag.ptr[0] != 'B' && tag.ptr[0] != 'I'))
		return 0;
	struct span name = { tag.ptr + 1, tag.len - 1 };
	while (name.len > 0 && name.ptr[0] == '-') {
		name.ptr++;
		name.len--;
	}
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (span_eq(name, (struct span){ types[i].name, strlen(types[i].name) }))
			return (unsigned char)(tag.ptr[0] == 'B' ? TAG_BEGIN(types[i].type) : TAG_INSIDE(types[i].type));
	return 0;
}

struct reader {
	struct corpus *corpus;
	struct tokens tokens;
	size_t text;     /* where the sentence begins */
	struct buf ends; /* size_t: the byte behind each token of the corpus */
	struct buf tags;
};

/* Lay the sentence's tags on the tokens that the tagger reads: the first of several begins, a later one goes on. */
static void end_sentence(struct reader *r)
{
	struct corpus *c = r->corpus;
	struct span text = { c->text.ptr + r->text, c->text.len - r->text };

	if (r->tags.len == 0)
		return;
	tokens_read(&r->tokens, text);
	c->at = xgrow(c->at, &c->cap, c->count + 1, sizeof(*c->at));
	c->at[c->count++] = (struct corpus_sentence){ r->text, text.len, c->tags.len, r->tokens.count };
	size_t at = 0, taken = SIZE_MAX;
	for (size_t i = 0; i < r->tokens.count; i++) {
		size_t end;
		while (memcpy(&end, r->ends.ptr + at * sizeof(end), sizeof(end)), r->text + r->tokens.at[i].start >= end)
			at++;
		char tag = r->tags.ptr[at];
		if (taken == at && tag > 0 && tag % 2 == 1)
			tag++;
		taken = at;
		buf_char(&c->tags, tag);
	}
	r->text = c->text.len;
	r->ends.len = r->tags.len = 0;
}

static void read_line(struct reader *r, struct span line)
{
	size_t token = 0, tag = line.len;

	while (token < line.len && line.ptr[token] != ' ' && line.ptr[token] != '\t')
		token++;
	while (tag > 0 && line.ptr[tag - 1] != ' ' && line.ptr[tag - 1] != '\t')
		tag--;
	if (token == 0 || tag <= token) {
		end_sentence(r);
		return;
	}
	if (r->tags.len > 0)
		buf_char(&r->corpus->text, ' ');
	buf_add(&r->corpus->text, line.ptr, token);
	size_t end = r->corpus->text.len;
	buf_add(&r->ends, (const char *)&end, sizeof(end));
	buf_char(&r->tags, (char)tag_of((struct span){ line.ptr + tag, line.len - tag }));
	if (r->tags.len > LONG_SENTENCE && token == 1 && line.ptr[0] == '.')
		end_sentence(r);
}

void corpus_read(struct corpus *corpus, const char *path)
{
	size_t len;
	char *bytes = input_slurp(path, &len);
	struct span file = { bytes, len }, line;
	struct reader r = { .corpus = corpus, .text = corpus->text.len };

	while (span_next(&file, '\n', &line)) {
		if (line.len > 0 && line.ptr[line.len - 1] == '\r')
			line.len--;
		read_line(&r, line);
	}
	end_sentence(&r);
	free(bytes);
	tokens_free(&r.tokens);
	buf_free(&r.ends);
	buf_free(&r.tags);
}

void corpus_learn(const struct corpus *corpus, size_t i, struct sentence *s, struct memory *memory)
{
	const unsigned char *tags = corpus_tags(corpus, i);

	for (size_t t = 0; t < s->tokens.count; t++)
		s->covered[t] = -1;
	for (size_t t = 0; t < s->tokens.count; t++) {
		if (tags[t] % 2 == 0)
			continue;
		size_t end = t + 1;
		while (end < s->tokens.count && tags[end] == tags[t] + 1)
			end++;
		model_take(s, t, end, (tags[t] - 1u) / 2);
	}
	memory_learn_all(memory, s);
}

void corpus_free(struct corpus *corpus)
{
	buf_free(&corpus->text);
	buf_free(&corpus->tags);
	free(corpus->at);
	*corpus = (struct corpus){ 0 };
}
