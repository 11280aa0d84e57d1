#include "err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "output.h"
#include "banned.h"

static const char *tool = "khabar";

void err_set_tool(const char *name)
{
	tool = name;
}

const char *err_tool(void)
{
	return tool;
}

void err_write(const char *ptr, size_t len)
{
	while (len > 0) {
		ssize_t n = write(STDERR_FILENO, ptr, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return; /* there is nowhere left to complain to */
		ptr += n;
		len -= (size_t)n;
	}
}

/* One write(2) a message, so that messages of a pipeline's tools do not mix. */
static void message(int error, const char *format, va_list args)
{
	char text[4096];
	const size_t room = sizeof(text) - 1;
	size_t len = 0;
	int n = snprintf(text, room, "%s: ", tool);

	if (n > 0)
		len = (size_t)n < room ? (size_t)n : room - 1;
	n = vsnprintf(text + len, room - len, format, args);
	if (n > 0)
		len += (size_t)n < room - len ? (size_t)n : room - len - 1;
	if (error != 0) {
		n = snprintf(text + len, room - len, ": %s", strerror(error));
		if (n > 0)
			len += (size_t)n < room - len ? (size_t)n : room - len - 1;
	}
	text[len++] = '\n';
	err_write(text, len);
}

void warn(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	message(0, format, args);
	va_end(args);
}

void warn_errno(const char *format, ...)
{
	int error = errno;
	va_list args;
	va_start(args, format);
	message(error, format, args);
	va_end(args);
}

void die(int status, const char *format, ...)
{
	va_list args;
	out_flush_before_exit();
	va_start(args, format);
	message(0, format, args);
	va_end(args);
	exit(status);
}

void die_errno(int status, const char *format, ...)
{
	int error = errno;
	va_list args;
	out_flush_before_exit();
	va_start(args, format);
	message(error, format, args);
	va_end(args);
	exit(status);
}
