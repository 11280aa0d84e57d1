#include "report.h"

#include <stdio.h>
#include <stdlib.h>

#include "mem.h"
#include "output.h"
#include "token.h"
#include "banned.h"

void report_group(const struct row *row, struct span first, enum verdict verdict)
{
	out_span(row->head);
	out_span(first);
	out_char('\t');
	out_span(verdict_name(verdict));
	out_char('\t');
	out_span(row->text);
	out_char('\n');
}

void report_count(const struct row *row, uint64_t count)
{
	out_span(row->head);
	out_uint(count);
	out_char('\t');
	out_span(row->text);
	out_char('\n');
}

/* The words of a text where they stand: signs are no words. */
struct placed {
	struct tokens tokens;
	uint32_t *hash;
	uint32_t *token; /* the token of each word */
	size_t count, hash_cap, token_cap;
};

struct pair_report {
	struct placed row, earlier;
	struct similar_places places;
};

struct pair_report *pair_report_new(void)
{
	return xcalloc(1, sizeof(struct pair_report));
}

static void placed_free(struct placed *placed)
{
	tokens_free(&placed->tokens);
	free(placed->hash);
	free(placed->token);
}

void pair_report_free(struct pair_report *report)
{
	if (report == NULL)
		return;
	placed_free(&report->row);
	placed_free(&report->earlier);
	free(report->places.at);
	free(report);
}

static struct similar_words place(struct placed *placed, struct span text)
{
	tokens_read(&placed->tokens, text);
	size_t n = placed->tokens.count;
	placed->hash = xgrow(placed->hash, &placed->hash_cap, n, sizeof(*placed->hash));
	placed->token = xgrow(placed->token, &placed->token_cap, n, sizeof(*placed->token));
	placed->count = 0;
	for (size_t i = 0; i < n; i++) {
		if (placed->tokens.at[i].kind == TOKEN_SIGN)
			continue;
		placed->hash[placed->count] = (uint32_t)placed->tokens.at[i].hash;
		placed->token[placed->count++] = (uint32_t)i;
	}
	return (struct similar_words){ placed->hash, placed->count };
}

static void write_range(const struct placed *placed, size_t first, size_t words)
{
	size_t start = 0, end = 0;

	if (words > 0) {
		start = placed->tokens.at[placed->token[first]].start;
		end = placed->tokens.at[placed->token[first + words - 1]].end;
	}
	out_char('\t');
	out_uint(start);
	out_char('\t');
	out_uint(end);
}

static void write_share(double share)
{
	char text[32];
	int n = snprintf(text, sizeof(text), "\t%.3f", share);
	out_write(text, (size_t)n);
}

void report_pair(struct pair_report *report, const struct side *row, const struct side *earlier, const struct match *match)
{
	struct similar_words a = place(&report->row, row->text), b = place(&report->earlier, earlier->text);
	struct similar_run run = similar_longest_run(&report->places, b, a);

	out_span(row->name);
	out_char('\t');
	out_span(row->doc);
	out_char('\t');
	out_span(earlier->name);
	out_char('\t');
	out_span(earlier->doc);
	out_char('\t');
	out_span(verdict_name(match->numbers_differ ? VERDICT_UPDATE : match->verdict));
	write_share(match->jaccard);
	write_share(match->containment);
	write_range(&report->row, run.b, run.words);
	write_range(&report->earlier, run.a, run.words);
	out_span(match->numbers_differ ? SPAN("\tdiffer\n") : SPAN("\tsame\n"));
}
