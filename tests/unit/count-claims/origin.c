#include "count-claims/origin.h"
#include "tap.h"

static struct origins origins;

static uint32_t id(const char *name)
{
	return intern_id(&origins.names, (struct span){ name, strlen(name) });
}

static void same(const char *a, const char *b)
{
	ok(origins_same(&origins, id(a), id(b)) && origins_same(&origins, id(b), id(a)), "'%s' and '%s' are one", a, b);
}

static void differ(const char *a, const char *b)
{
	ok(!origins_same(&origins, id(a), id(b)) && !origins_same(&origins, id(b), id(a)), "'%s' and '%s' are two", a, b);
}

static void test_join(void)
{
	uint32_t at[] = { id("وزارة الصحة"), ORIGIN_NONE, id("رويترز"), id("وزارة الصحة اليمنية"), id("رويترز") };
	size_t n = origins_join(&origins, at, 5);
	ok(n == 2, "a ministry by two names and an agency are two origins, got %zu", n);
	is(intern_text(&origins.names, at[0]), SPAN("رويترز"), "in byte order");
	is(intern_text(&origins.names, at[1]), SPAN("وزارة الصحة اليمنية"), "by the fullest name");
	uint32_t over[] = { id("وزارة الطاقة الروسية"), id("وزارة الطاقة الاتحادية"), id("وزارة الطاقة") };
	ok(origins_join(&origins, over, 3) == 1, "two fuller names are one over the name that both have");
	ok(origins_join(&origins, over, 1) == 1, "one is one");
	ok(origins_join(&origins, at, 0) == 0, "none of none");
}

int main(void)
{
	origins_start(&origins);
	same("وزارة الداخلية", "وزارة الداخلية التونسية");
	same("الأناضول", "وكالة أنباء الأناضول");
	same("مسؤولون", "مسؤولين");
	same("أحمد منصور", "احمد منصور");
	same("المستشفى الجمهوري", "مستشفى الجمهوري");
	same("فلاديمير زيلينسكي", "فولوديمير زيلنسكي");
	differ("وزارة الداخلية", "وزارة الدفاع");
	differ("مصادر", "مصادر طبية في عدن");
	differ("وزارة", "وزارة الصحة");
	differ("الشرطة", "شرطة بغداد");
	differ("رويترز", "فرانس برس");
	test_join();
	origins_free(&origins);
	return done();
}
