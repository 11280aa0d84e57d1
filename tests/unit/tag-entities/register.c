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

int main(void)
{
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
