#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "err.h"
#include "mem.h"
#include "output.h"
#include "utf8.h"
#include "banned.h"

#define BLOCK ((size_t)256 << 10)
#define LARGEST_READ ((size_t)1 << 30) /* some systems refuse more than INT_MAX */

static const char *const standard_input[] = { "-" };

void input_start(struct input *in, size_t count, char *const *operands)
{
	*in = (struct input){ .fd = -1, .count = count, .operands = (const char *const *)operands };
	if (count == 0) {
		in->count = 1;
		in->operands = standard_input;
	}
}

/* What of a line was read before an error is no line: it goes. */
static void fail(struct input *in)
{
	in->failed = true;
	in->eof = true;
	in->end = in->start;
	in->scanned = 0;
}

/* The name in messages. */
static const char *shown(const char *name)
{
	return strcmp(name, "-") == 0 ? "standard input" : name;
}

static void close_operand(struct input *in)
{
	if (in->fd > STDIN_FILENO)
		close(in->fd);
	in->fd = -1;
}

static bool usable_name(const char *name)
{
	size_t len = strlen(name);
	return memchr(name, '\t', len) == NULL && memchr(name, '\n', len) == NULL && utf8_valid(name, len);
}

bool input_open(struct input *in)
{
	close_operand(in);
	while (in->next < in->count) {
		in->name = in->operands[in->next++];
		in->line = 0;
		in->start = in->end = in->scanned = 0;
		in->eof = false;
		if (!usable_name(in->name)) {
			warn("%s: a name with a TAB, a line feed or bad UTF-8 cannot be a document's id", in->name);
			fail(in);
			continue;
		}
		in->fd = strcmp(in->name, "-") == 0 ? STDIN_FILENO : open(in->name, O_RDONLY | O_CLOEXEC);
		if (in->fd >= 0)
			return true;
		warn_errno("%s", shown(in->name));
		fail(in);
	}
	return false;
}

static bool would_block(int fd)
{
	struct pollfd ready = { .fd = fd, .events = POLLIN };
	return poll(&ready, 1, 0) == 0;
}

/* read(2), once something is there. */
static ssize_t read_some(int fd, char *ptr, size_t len)
{
	for (;;) {
		ssize_t n = read(fd, ptr, len < LARGEST_READ ? len : LARGEST_READ);
		if (n >= 0)
			return n;
		if (errno == EAGAIN || errno == EWOULDBLOCK) {
			struct pollfd wait = { .fd = fd, .events = POLLIN };
			poll(&wait, 1, -1);
		} else if (errno != EINTR) {
			return n;
		}
	}
}

/* Move what is unused to the front and make room for a block behind it. */
static void make_room(struct input *in)
{
	if (in->start > 0) {
		memmove(in->buf, in->buf + in->start, in->end - in->start);
		in->end -= in->start;
		in->start = 0;
	}
	if (in->cap - in->end < BLOCK)
		in->buf = xgrow(in->buf, &in->cap, in->end + BLOCK, 1);
}

size_t input_fill(struct input *in)
{
	if (in->eof || in->fd < 0)
		return 0;
	make_room(in);
	if (would_block(in->fd))
		out_flush();
	ssize_t n = read_some(in->fd, in->buf + in->end, in->cap - in->end);
	if (n > 0) {
		in->end += (size_t)n;
		return (size_t)n;
	}
	in->eof = true;
	if (n < 0) {
		warn_errno("%s", shown(in->name));
		fail(in);
	}
	return 0;
}

bool input_line_here(struct input *in, struct span *line)
{
	for (;;) {
		size_t have = in->end - in->start;
		const char *from = have > in->scanned ? in->buf + in->start + in->scanned : NULL;
		const char *lf = from != NULL ? memchr(from, '\n', have - in->scanned) : NULL;
		if (lf != NULL || (in->eof && have > 0)) {
			const char *ptr = in->buf + in->start;
			*line = (struct span){ ptr, lf != NULL ? (size_t)(lf - ptr) : have };
			in->start += line->len + (lf != NULL);
			in->scanned = 0;
			in->line++;
			return true;
		}
		in->scanned = have;
		if (input_fill(in) == 0 && in->end == in->start)
			return false;
	}
}

bool input_line(struct input *in, struct span *line)
{
	for (;;) {
		if (in->fd >= 0 && input_line_here(in, line))
			return true;
		if (!input_open(in))
			return false;
	}
}

size_t input_lines(struct input *in, struct span *lines, size_t max)
{
	size_t n = 0;

	if (max == 0 || !input_line(in, &lines[n++]))
		return 0;
	while (n < max && in->start < in->end) {
		const char *ptr = in->buf + in->start;
		const char *lf = memchr(ptr, '\n', in->end - in->start);
		if (lf == NULL) {
			in->scanned = in->end - in->start;
			break;
		}
		lines[n++] = (struct span){ ptr, (size_t)(lf - ptr) };
		in->start += (size_t)(lf - ptr) + 1;
		in->line++;
	}
	return n;
}

int input_status(const struct input *in)
{
	return in->failed ? STATUS_FAILED : STATUS_OK;
}

void input_free(struct input *in)
{
	close_operand(in);
	free(in->buf);
	*in = (struct input){ .fd = -1 };
}

char *input_slurp(const char *path, size_t *len)
{
	int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	char *ptr = NULL;
	size_t cap = 0;

	if (fd < 0)
		die_errno(STATUS_USAGE, "%s", path);
	*len = 0;
	for (;;) {
		ptr = xgrow(ptr, &cap, *len + 4096, 1);
		ssize_t n = read_some(fd, ptr + *len, cap - *len);
		if (n < 0) {
			int error = errno;
			free(ptr);
			errno = error;
			die_errno(STATUS_USAGE, "%s", shown(path));
		}
		if (n == 0)
			break;
		*len += (size_t)n;
	}
	if (fd != STDIN_FILENO)
		close(fd);
	return ptr;
}
