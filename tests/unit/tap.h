/* A unit test prints TAP: ok() and is() for each thing that must hold, done() at the end of main(). */
#ifndef KHABAR_TAP_H
#define KHABAR_TAP_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "span.h"

static int tap_count, tap_failed;

__attribute__((format(printf, 2, 3))) static inline int ok(int holds, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	printf("%sok %d - ", holds ? "" : "not ", ++tap_count);
	vprintf(format, args);
	printf("\n");
	va_end(args);
	tap_failed += !holds;
	return holds;
}

/* Two strings of bytes are equal; shows both where they are not. */
static inline int is(struct span got, struct span want, const char *what)
{
	int holds = ok(span_eq(got, want), "%s", what);
	if (!holds)
		printf("#  got: %.*s\n# want: %.*s\n", (int)got.len, got.ptr, (int)want.len, want.ptr);
	return holds;
}

static inline int done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed != 0;
}

#endif
