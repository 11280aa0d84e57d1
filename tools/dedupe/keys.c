#include "keys.h"

#include "output.h"
#include "banned.h"

#define ROW_DIGITS 16

static void write_hex(uint64_t value, unsigned digits)
{
	char *out = out_reserve(digits);

	for (unsigned i = digits; i-- > 0; value >>= 4)
		out[i] = "0123456789abcdef"[value & 15];
	out_commit(digits);
}

static void write_row(uint64_t number, struct span line)
{
	char *out = out_reserve(ROW_DIGITS + 2);

	out[0] = '\t';
	for (unsigned i = ROW_DIGITS; i > 0; i--, number /= 10)
		out[i] = (char)('0' + number % 10);
	out[ROW_DIGITS + 1] = '\t';
	out_commit(ROW_DIGITS + 2);
	out_span(line);
	out_char('\n');
}

void keys_run(struct input *in, bool exact, uint64_t first)
{
	struct sentence sentence = { 0 };
	struct span line;

	for (uint64_t number = first; input_line(in, &line); number++) {
		struct row row;
		row_split(&row, line);
		sentence_fold(&sentence, row.text);
		out_char('e');
		write_hex(sentence.print.high, 16);
		write_hex(sentence.print.low, 16);
		write_row(number, line);
		if (exact)
			continue;
		sentence_split(&sentence);
		for (unsigned i = 0; i < sentence.keys.count; i++) {
			out_char('n');
			write_hex(sentence.keys.key[i], 8);
			write_row(number, line);
		}
	}
	sentence_free(&sentence);
}
