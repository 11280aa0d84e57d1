/*
 * Messages and exit statuses. Only this module writes to standard error.
 *
 * A message is `tool: subject: reason`; data errors name `FILE:LINE` as their
 * subject. The tool's name is set once, by opts_start(). Control characters in a
 * message are shown as '?'.
 */
#ifndef KHABAR_ERR_H
#define KHABAR_ERR_H

#include <stddef.h>

enum {
	STATUS_OK = 0,
	STATUS_FAILED = 1, /* a read or write error, bad input under --strict */
	STATUS_USAGE = 2,  /* the command line or a user's rule or list file is wrong */
};

#define PRINTF_LIKE(at, args) __attribute__((format(printf, at, args)))

/* The name that messages begin with. The string must outlive the process. */
void err_set_tool(const char *name);

/* Print a message and go on. `warn_errno` adds `: ` and the text of errno. */
void warn(const char *format, ...) PRINTF_LIKE(1, 2);
void warn_errno(const char *format, ...) PRINTF_LIKE(1, 2);

/* Print bytes to standard error as they are: for --explain and --verbose reports. */
void err_write(const char *ptr, size_t len);

/*
 * Print a message and exit with `status`. What already stands in the output
 * buffer is written out first, so that no finished row is lost.
 */
_Noreturn void die(int status, const char *format, ...) PRINTF_LIKE(2, 3);
_Noreturn void die_errno(int status, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
