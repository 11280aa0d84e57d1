#include "tag-entities/register.h"

#include "tap.h"

static struct name_register reg;

static bool named(unsigned type, struct span fold, struct span name, struct span want)
{
	return span_eq(register_name(&reg, type, fold, name), want);
}

static void test_document(void)
{
	register_document(&reg);
	ok(named(TYPE_PER, SPAN("سامي الرفاعي"), SPAN("سامي الرفاعي"), SPAN("سامي الرفاعي")), "a new name is its own");
	ok(named(TYPE_PER, SPAN("الرفاعي"), SPAN("الرفاعي"), SPAN("سامي الرفاعي")), "its last word is it");
	ok(named(TYPE_PER, SPAN("ليلي الرفاعي"), SPAN("ليلى الرفاعي"), SPAN("ليلى الرفاعي")), "another person of that family is not");
	ok(named(TYPE_PER, SPAN("الرفاعي"), SPAN("الرفاعي"), SPAN("ليلى الرفاعي")), "a part that fits two is the one last named");
	ok(named(TYPE_ORG, SPAN("هيئه المياه الوطنيه"), SPAN("هيئة المياه الوطنية"), SPAN("هيئة المياه الوطنية")), "a body");
	ok(named(TYPE_ORG, SPAN("هيئه المياه"), SPAN("هيئة المياه"), SPAN("هيئة المياه الوطنية")), "and the beginning of its name");
	ok(named(TYPE_LOC, SPAN("ستراسبورغ"), SPAN("ستراسبورغ"), SPAN("ستراسبورغ")), "a place");
	ok(named(TYPE_LOC, SPAN("ستراسبورج"), SPAN("ستراسبورج"), SPAN("ستراسبورغ")), "and another spelling of it");
	ok(named(TYPE_PER, SPAN("ستراسبورغ"), SPAN("ستراسبورغ"), SPAN("ستراسبورغ")), "types are apart");
}

static void test_stream(void)
{
	register_document(&reg);
	ok(named(TYPE_ORG, SPAN("هيئه المياه"), SPAN("هيئة المياه"), SPAN("هيئة المياه")), "in another document a body's short name is its own");
	ok(named(TYPE_PER, SPAN("سامي نزار الرفاعي"), SPAN("سامي نزار الرفاعي"), SPAN("سامي الرفاعي")), "a fuller name is the person of before");
	ok(named(TYPE_PER, SPAN("سامي"), SPAN("سامي"), SPAN("سامي الرفاعي")), "whose given name is known in this document");
}

static void test_bound(void)
{
	char fold[32];
	bool kept = true;

	for (unsigned i = 0; i < REGISTER_MAX + 100; i++) {
		int len = snprintf(fold, sizeof(fold), "x%u", i);
		struct span name = { fold, (size_t)len };
		kept = kept && span_eq(register_name(&reg, TYPE_LOC, name, name), name);
	}
	ok(kept && reg.count == REGISTER_MAX, "it holds no more than its bound");
}

/* Persons of one given name and as many family names: the links followed for each more. */
static uint64_t links_each(unsigned persons)
{
	static const char given[] = "محمد ";
	char fold[64];
	uint64_t before = 0;

	register_start(&reg, false);
	for (unsigned i = 0; i < 2 * persons; i++) {
		if (i == persons)
			before = reg.links;
		register_document(&reg);
		int len = snprintf(fold, sizeof(fold), "%sق%u", given, i);
		struct span name = { fold, (size_t)len };
		register_name(&reg, TYPE_PER, name, name);
		register_note(&reg, TYPE_PER, SPAN("محمد"), SPAN("محمد"));
	}
	uint64_t links = (reg.links - before) / persons;
	register_free(&reg);
	return links;
}

static void test_common_names(void)
{
	uint64_t few = links_each(500), many = links_each(30000);

	ok(many <= few + 10, "a common given name is no slower the more bear it");
	register_start(&reg, false);
	register_document(&reg);
	ok(named(TYPE_PER, SPAN("محمد الرفاعي"), SPAN("محمد الرفاعي"), SPAN("محمد الرفاعي")), "a person with a common name");
	for (unsigned i = 0; i < 100; i++) {
		char fold[64];
		int len = snprintf(fold, sizeof(fold), i % 2 == 0 ? "محمد ق%u" : "ق%u الرفاعي", i);
		register_name(&reg, TYPE_PER, (struct span){ fold, (size_t)len }, (struct span){ fold, (size_t)len });
	}
	register_document(&reg);
	ok(named(TYPE_PER, SPAN("محمد الرفاعي"), SPAN("محمّد الرفاعي"), SPAN("محمد الرفاعي")), "is found by the whole name, whoever came between");
	register_free(&reg);
}

/* What a names file holds is the same for each document, whatever the one before said of it. */
static void test_by_document(void)
{
	register_start(&reg, true);
	register_note(&reg, TYPE_PER, SPAN("محمد حسن"), SPAN("محمد حسن"));
	register_last(&reg);
	register_document(&reg);
	ok(named(TYPE_PER, SPAN("محمد حسن الراوي"), SPAN("محمد حسن الراوي"), SPAN("محمد حسن")), "by document: a fuller form of a lasting name");
	ok(named(TYPE_PER, SPAN("الراوي"), SPAN("الراوي"), SPAN("محمد حسن")), "by document: its family name in the same document");
	register_document(&reg);
	ok(named(TYPE_PER, SPAN("محمد الراوي"), SPAN("محمد الراوي"), SPAN("محمد الراوي")), "by document: the next one does not know the fuller form");
	register_document(&reg);
	for (unsigned i = 0; i < REGISTER_MAX + 10; i++) {
		char fold[32];
		int len = snprintf(fold, sizeof(fold), "x%u", i);
		register_name(&reg, TYPE_LOC, (struct span){ fold, (size_t)len }, (struct span){ fold, (size_t)len });
	}
	ok(named(TYPE_PER, SPAN("محمد حسن"), SPAN("محمّد حسن"), SPAN("محمد حسن")), "by document: a lasting name is never pushed out");
	register_free(&reg);
}

int main(void)
{
	test_common_names();
	test_by_document();
	register_start(&reg, false);
	test_document();
	test_stream();
	test_bound();
	register_free(&reg);
	register_start(&reg, true);
	register_document(&reg);
	ok(named(TYPE_PER, SPAN("سامي الرفاعي"), SPAN("سامي الرفاعي"), SPAN("سامي الرفاعي")), "by document: a name");
	register_document(&reg);
	ok(named(TYPE_PER, SPAN("الرفاعي"), SPAN("الرفاعي"), SPAN("الرفاعي")), "by document: the next one does not know it");
	register_free(&reg);
	return done();
}
