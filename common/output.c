#include "output.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "err.h"
#include "mem.h"
#include "banned.h"

#define BLOCK ((size_t)256 << 10)
#define LARGEST_WRITE ((size_t)1 << 30) /* some systems refuse more than INT_MAX */

static char *block;
static size_t used, room;

/* Write all of it; returns false with errno set where that fails. */
static bool write_all(const char *ptr, size_t len)
{
	while (len > 0) {
		ssize_t n = write(STDOUT_FILENO, ptr, len < LARGEST_WRITE ? len : LARGEST_WRITE);
		if (n >= 0) {
			ptr += n;
			len -= (size_t)n;
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			struct pollfd wait = { .fd = STDOUT_FILENO, .events = POLLOUT };
			poll(&wait, 1, -1);
		} else if (errno != EINTR) {
			return false;
		}
	}
	return true;
}

static void write_or_die(const char *ptr, size_t len)
{
	if (write_all(ptr, len))
		return;
	used = 0;
	if (errno == EPIPE)
		exit(STATUS_FAILED);
	die_errno(STATUS_FAILED, "standard output");
}

void out_flush(void)
{
	if (used == 0)
		return;
	size_t len = used;
	used = 0;
	write_or_die(block, len);
}

void out_flush_before_exit(void)
{
	size_t len = used;
	used = 0;
	if (len > 0 && !write_all(block, len))
		return;
}

char *out_reserve(size_t len)
{
	if (room - used < len) {
		out_flush();
		if (room < len || block == NULL) {
			room = len > BLOCK ? len : BLOCK;
			block = xrealloc(block, room);
		}
	}
	return block + used;
}

void out_commit(size_t len)
{
	used += len;
}

void out_write(const char *ptr, size_t len)
{
	if (len == 0)
		return;
	if (len >= BLOCK) {
		out_flush();
		write_or_die(ptr, len);
		return;
	}
	memcpy(out_reserve(len), ptr, len);
	used += len;
}

void out_uint(uint64_t value)
{
	char digits[20];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + value % 10);
	while ((value /= 10) > 0);
	out_write(digits + at, sizeof(digits) - at);
}

int out_finish(int status)
{
	out_flush();
	free(block);
	block = NULL;
	room = 0;
	/* EBADF: standard output was closed from the start, and nothing was written. */
	if (close(STDOUT_FILENO) != 0 && errno != EBADF && errno != EINTR)
		die_errno(STATUS_FAILED, "standard output");
	return status;
}
