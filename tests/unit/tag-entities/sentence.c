#include "tag-entities/sentence.h"

#include "tag-entities/built-in.h"
#include "tag-entities/naming.h"
#include "tag-entities/tagger.h"

#include "tap.h"

static struct words words;
static struct sentence s;
static struct memory memory;

/* Whether the tagger without a model finds this surface, of this type, in the text. */
static bool finds(struct span text, unsigned type, struct span surface)
{
	struct buf buf = { 0 };
	bool found = false;

	memory_clear(&memory);
	tagger_find(&words, &memory, NULL, &s, text);
	for (size_t i = 0; i < s.tokens.count; i++) {
		const struct found *mention = sentence_mention(&s, i);
		if (mention == NULL || mention->first != i)
			continue;
		buf.len = 0;
		mention_surface(&s, mention, &buf);
		found = found || (mention->type == type && span_eq(buf_as_span(&buf), surface));
	}
	buf_free(&buf);
	return found;
}

int main(void)
{
	words_start(&words, NULL, NULL);
	ok(finds(SPAN("وصل الوفد إلى القاهرة"), TYPE_LOC, SPAN("القاهرة")), "a place of the lists");
	ok(finds(SPAN("سافر من بيروت وباريس"), TYPE_LOC, SPAN("باريس")), "behind waw");
	ok(finds(SPAN("الطريق للقاهرة مغلق"), TYPE_LOC, SPAN("القاهرة")), "the article that a lam hides");
	ok(finds(SPAN("قالت وزارة الصحة اليمنية أمس"), TYPE_ORG, SPAN("وزارة الصحة اليمنية")), "a ministry to its nation");
	ok(finds(SPAN("وزير الخارجية اليمني في بيان"), TYPE_ORG, SPAN("الخارجية اليمني")) == false, "an adjective of another gender is the minister's");
	ok(finds(SPAN("انتشر الجيش اللبناني"), TYPE_ORG, SPAN("الجيش اللبناني")), "an army of a nation");
	ok(!finds(SPAN("انتشر الجيش في الشوارع"), TYPE_ORG, SPAN("الجيش")), "an army is no name");
	ok(finds(SPAN("هبطت في مطار بيروت"), TYPE_LOC, SPAN("مطار بيروت")), "an airport by its place");
	ok(finds(SPAN("في مدينة بيروت"), TYPE_LOC, SPAN("بيروت")), "the word city stays outside");
	words_free(&words);
	ok(sentence_piece(SPAN("a b")).len == 3, "a short text is one piece");
	words_start(&words, NULL, model_built_in());
	ok(finds(SPAN("قال الرئيس الفرنسي جان دوبريه إنه سيسافر"), TYPE_PER, SPAN("جان دوبريه")), "the model finds a person in no list");
	words_free(&words);
	sentence_free(&s);
	return done();
}
