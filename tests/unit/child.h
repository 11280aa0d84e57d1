/* Runs a function that ends the process in a child, and says how it ended and what it wrote. */
#ifndef KHABAR_CHILD_H
#define KHABAR_CHILD_H

#include <sys/wait.h>
#include <unistd.h>

#include "tap.h"

struct child {
	int status; /* its exit status; -1 where a signal ended it */
	char out[4096], err[4096];
	size_t out_len, err_len;
};

static inline size_t child_read(int fd, char *ptr, size_t room)
{
	size_t len = 0;
	ssize_t n;

	while ((n = read(fd, ptr + len, room - len)) > 0)
		len += (size_t)n;
	close(fd);
	return len;
}

/* What it writes must fit a pipe. Where it returns, its status is 0. */
static inline struct child child_run(void (*function)(const void *), const void *argument)
{
	struct child child = { .status = -1 };
	int out[2], err[2], status;

	fflush(stdout);
	if (pipe(out) != 0 || pipe(err) != 0)
		return child;
	pid_t pid = fork();
	if (pid == 0) {
		dup2(out[1], STDOUT_FILENO);
		dup2(err[1], STDERR_FILENO);
		function(argument);
		_exit(0);
	}
	close(out[1]);
	close(err[1]);
	child.out_len = child_read(out[0], child.out, sizeof(child.out));
	child.err_len = child_read(err[0], child.err, sizeof(child.err));
	if (pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status))
		child.status = WEXITSTATUS(status);
	return child;
}

/* The function exits with `status`, and `message` is all that it says. */
static inline void ends(void (*function)(const void *), const void *argument, int status, const char *message, const char *what)
{
	struct child child = child_run(function, argument);

	ok(child.status == status, "%s: status %d, got %d", what, status, child.status);
	is((struct span){ child.err, child.err_len }, (struct span){ message, strlen(message) }, what);
}

#endif
