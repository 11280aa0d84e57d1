/*
 * Standard output, buffered in one block. Each process has one, so it is no
 * object. A write error ends the process with status 1 and a message; a closed
 * pipe ends it silently (by SIGPIPE, or with status 1 where that is ignored).
 *
 * input_fill() calls out_flush() before a read that would block, so that a
 * reader at the other end of a pipe sees every row that is ready.
 */
#ifndef KHABAR_OUTPUT_H
#define KHABAR_OUTPUT_H

#include <stdint.h>

#include "span.h"

void out_write(const char *ptr, size_t len);
void out_uint(uint64_t value);

/*
 * Room for `len` bytes at the returned address; the caller fills it and gives
 * out_commit() how many it used. For hot loops that would else copy twice.
 */
char *out_reserve(size_t len);
void out_commit(size_t len);

/* Write out all that stands in the buffer. */
void out_flush(void);

/* Called by die(): out_flush() that gives up silently where writing fails. */
void out_flush_before_exit(void);

/*
 * The end of every main(): flush, close standard output and find errors that
 * only show there. Returns `status`, or exits with 1 on an error.
 */
int out_finish(int status);

static inline void out_span(struct span span)
{
	out_write(span.ptr, span.len);
}

static inline void out_char(char c)
{
	*out_reserve(1) = c;
	out_commit(1);
}

#endif
