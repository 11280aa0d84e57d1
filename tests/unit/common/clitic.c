#include "clitic.h"

#include "tap.h"

/* W wa, F fa, B bi, L li, K ka, A the article; each analysis as letters, a slash, the stem. */
static void analyses(struct span word, const char *want)
{
	static const struct {
		unsigned clitic;
		char letter;
	} names[] = { { CLITIC_WA, 'W' }, { CLITIC_FA, 'F' }, { CLITIC_BI, 'B' }, { CLITIC_LI, 'L' }, { CLITIC_KA, 'K' }, { CLITIC_AL, 'A' } };
	struct clitic_cut cuts[CLITIC_CUTS];
	size_t n = clitic_cuts(word, cuts), len = 0;
	char got[256];

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			got[len++] = ' ';
		for (size_t k = 0; k < sizeof(names) / sizeof(*names); k++)
			if (cuts[i].clitics & names[k].clitic)
				got[len++] = names[k].letter;
		got[len++] = '/';
		memcpy(got + len, word.ptr + cuts[i].bytes, word.len - cuts[i].bytes);
		len += word.len - cuts[i].bytes;
	}
	is((struct span){ got, len }, (struct span){ want, strlen(want) }, "analyses");
}

int main(void)
{
	analyses(SPAN("قتل"), "/قتل");
	analyses(SPAN("القتلي"), "/القتلي A/قتلي");
	analyses(SPAN("والقتلي"), "/والقتلي W/القتلي WA/قتلي");
	analyses(SPAN("للقتلي"), "/للقتلي L/لقتلي LA/قتلي");
	analyses(SPAN("وللقتلي"), "/وللقتلي W/للقتلي WL/لقتلي WLA/قتلي");
	analyses(SPAN("بالقتلي"), "/بالقتلي B/القتلي BA/قتلي");
	analyses(SPAN("فكالقتلي"), "/فكالقتلي F/كالقتلي FK/القتلي FKA/قتلي");
	analyses(SPAN("وبيروت"), "/وبيروت W/بيروت WB/يروت");
	analyses(SPAN("ولد"), "/ولد W/لد");
	analyses(SPAN("وب"), "/وب");
	analyses(SPAN("الا"), "/الا");
	analyses(SPAN("و"), "/و");
	analyses(SPAN(""), "/");
	analyses(SPAN("abc"), "/abc");
	analyses(SPAN("\xD9"), "/\xD9");
	return done();
}
