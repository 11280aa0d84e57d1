/*
 * The operands of a command line, read one after another in whole blocks.
 *
 * Without operands, and for `-`, standard input is read. An operand that
 * cannot be opened or read gives a message and the others are still done;
 * input_status() is then 1. An operand whose name holds a TAB, a line feed or
 * bad UTF-8 is refused in the same way: it could not be a document's id. Of a
 * line that a read error cuts short, nothing is given.
 *
 * Before a read that would block, standard output is flushed.
 *
 *	struct input in = { 0 };
 *	input_start(&in, count, operands);
 *	while (input_line(&in, &line)) ...	// rows of all operands
 *	return out_finish(input_status(&in));
 *
 * Tools that work on one operand at a time use input_open() and input_fill().
 */
#ifndef KHABAR_INPUT_H
#define KHABAR_INPUT_H

#include <stdint.h>

#include "span.h"

struct input {
	const char *name; /* the operand being read, as given; "-" is standard input */
	uint64_t line;    /* the number of the line last given, from 1, in this operand */
	/* The window: bytes read and not yet used are buf[start..end). */
	char *buf;
	size_t start, end;
	bool eof; /* nothing more comes from this operand */

	/* private */
	const char *const *operands;
	size_t count, next;
	size_t cap, scanned;
	int fd;
	bool failed;
};

/* `operands` must outlive the input; with count 0 standard input is read. */
void input_start(struct input *in, size_t count, char *const *operands);

/*
 * Open the next operand that can be opened (the one before is closed).
 * Returns false when there is none left. in->name is its name; the window is empty.
 */
bool input_open(struct input *in);

/*
 * Read one more block behind the window; used bytes at its front are given
 * up, unused ones kept, so pointers into the window become invalid.
 * Returns the number of new bytes, 0 at the end of the operand.
 */
size_t input_fill(struct input *in);

/*
 * The next line of this operand without its line feed (a last line without
 * one is a line). Valid until the next call. Returns false at its end.
 * in->line counts.
 */
bool input_line_here(struct input *in, struct span *line);

/* The next line over all operands; opens them as it goes. */
bool input_line(struct input *in, struct span *line);

/*
 * The next lines over all operands, at most `max`: one, read where none is at
 * hand, and those that stand in the window behind it. All valid until the
 * next call. Returns their number, 0 at the end. in->line is that of the last.
 */
size_t input_lines(struct input *in, struct span *lines, size_t max);

/* STATUS_OK, or STATUS_FAILED where an operand could not be read. */
int input_status(const struct input *in);

/* Gives back the memory and closes what is open. */
void input_free(struct input *in);

/*
 * Reads a whole file (of a user's rules, names, ...) into memory, "-" is
 * standard input. The caller frees it. Exits with STATUS_USAGE and a message
 * where that fails.
 */
char *input_slurp(const char *path, size_t *len);

#endif
