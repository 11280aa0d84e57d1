/* Where a quantity stands: its bytes without clitics, its hedges, its noun, its form. */
#include "count-claims/quantity.h"
#include "tap.h"

static const struct {
	const char *text, *at, *with_hedge, *noun;
	enum quantity_form form;
	bool noun_before, definite;
} cases[] = {
	{ "وصل 12 نائبا", "12", "12", "نائبا", FORM_DIGITS, false, false },
	{ "وصل 12نائبا", "12", "12", "نائبا", FORM_DIGITS, false, false },
	{ "وبخمسة عمال", "خمسة", "وبخمسة", "عمال", FORM_WORDS, false, false },
	{ "وَبِخَمْسَةِ عمال", "خَمْسَةِ", "وَبِخَمْسَةِ", "عمال", FORM_WORDS, false, false },
	{ "زار نحو 3 آلاف طالب", "3 آلاف", "نحو 3 آلاف", "طالب", FORM_MIXED, false, false },
	{ "زار 30 طالبا على الأقل", "30", "30 طالبا على الأقل", "طالبا", FORM_DIGITS, false, false },
	{ "رأى الشابين هناك", "شابين", "الشابين", "الشابين", FORM_DUAL, false, true },
	{ "وصلت طائرتان اثنتان", "طائرتان اثنتان", "طائرتان اثنتان", "طائرتان", FORM_DUAL, false, false },
	{ "وصل عامل واحد", "واحد", "واحد", "عامل", FORM_ONE, true, false },
	{ "عاد العمال الـ18 أمس", "18", "18", "العمال", FORM_DIGITS, true, true },
	{ "عاد العمال الثلاثة أمس", "ثلاثة", "الثلاثة", "العمال", FORM_WORDS, true, true },
	{ "ثلاثة من العمال", "ثلاثة", "ثلاثة", "العمال", FORM_WORDS, false, false },
	{ "عشرات العمال", "عشرات", "عشرات", "العمال", FORM_VAGUE, false, false },
	{ "نما 5 في المئة", "5", "5 في المئة", "في", FORM_DIGITS, false, false },
	{ "كلف 20 مليون دولار", "20 مليون", "20 مليون دولار", "دولار", FORM_MIXED, false, false },
	{ "بين 10 و20 عاملا", "10 و20", "10 و20", "عاملا", FORM_DIGITS, false, false },
	{ "سبعة على الأقل من العمال", "سبعة", "سبعة على الأقل", "العمال", FORM_WORDS, false, false },
	{ "عاد 26 مساء", "26", "", "", FORM_DIGITS, false, false },
};

static struct span bytes(struct span text, const struct tokens *tokens, size_t first, size_t last)
{
	if (first == QUANTITY_NO_TOKEN)
		return SPAN("");
	return (struct span){ text.ptr + tokens->at[first].start, tokens->at[last - 1].end - tokens->at[first].start };
}

static struct span of(const char *text)
{
	return (struct span){ text, strlen(text) };
}

int main(void)
{
	struct quantities quantities = { 0 };
	struct tokens tokens = { 0 };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct span text = of(cases[i].text);
		tokens_read(&tokens, text);
		quantities_read(&quantities, &tokens, text);
		if (cases[i].with_hedge[0] == '\0') {
			ok(quantities.count == 0, "nothing in: %s", cases[i].text);
			continue;
		}
		if (!ok(quantities.count == 1, "one quantity in: %s", cases[i].text))
			continue;
		const struct quantity *q = &quantities.at[0];
		is((struct span){ text.ptr + q->at_start, q->at_end - q->at_start }, of(cases[i].at), "its bytes");
		is(bytes(text, &tokens, q->hedge_first, q->hedge_last), of(cases[i].with_hedge), "with its hedges");
		is(bytes(text, &tokens, q->noun, q->noun + 1), of(cases[i].noun), "its noun");
		ok(q->form == cases[i].form, "its form");
		ok(q->noun_before == cases[i].noun_before && q->definite == cases[i].definite, "its place and article");
	}
	tokens_read(&tokens, SPAN(""));
	quantities_read(&quantities, &tokens, SPAN(""));
	ok(quantities.count == 0, "nothing in nothing");
	quantities_free(&quantities);
	tokens_free(&tokens);
	return done();
}
