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

/* Names and data stand in messages: what would steer a terminal, or break a line, is shown as '?'. */
static void make_harmless(char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] < ' ' || text[i] == 0x7F)
			text[i] = '?';
}

/* What snprintf(3) wrote into `room` bytes, without its NUL. */
static size_t written(int n, size_t room)
{
	return n < 0 ? 0 : (size_t)n < room ? (size_t)n : room - 1;
}

/* One write(2) a message, so that messages of a pipeline's tools do not mix. */
static void message(int error, const char *format, va_list args)
{
	char text[4096], reason[256] = "";
	const size_t room = sizeof(text) - sizeof(reason) - 1;

	if (error != 0)
		snprintf(reason, sizeof(reason), ": %s", strerror(error));
	size_t len = written(snprintf(text, room, "%s: ", tool), room);
	len += written(vsnprintf(text + len, room - len, format, args), room - len);
	len += written(snprintf(text + len, sizeof(reason), "%s", reason), sizeof(reason));
	make_harmless(text, len);
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
