#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>

#include "child.h"
#include "err.h"

static void write_and_finish(const void *unused)
{
	(void)unused;
	out_span(SPAN("a\0b"));
	out_uint(0);
	out_uint(UINT64_MAX);
	memcpy(out_reserve(4), "cdef", 4);
	out_commit(2);
	out_char('\n');
	_exit(out_finish(0));
}

static void die_with_rows(const void *unused)
{
	(void)unused;
	out_span(SPAN("a finished row\n"));
	die(STATUS_FAILED, "%s: %d", "subject", 7);
}

static void warn_harmlessly(const void *unused)
{
	(void)unused;
	err_set_tool("mill");
	warn("a\033[31m\nb\x7F");
	errno = ENOENT;
	warn_errno("%s", "x");
	err_write("as it is\n", 9);
}

static void warn_at_length(const void *unused)
{
	static char text[9000];
	(void)unused;
	memset(text, 'x', sizeof(text) - 1);
	errno = ENOENT;
	warn_errno("%s", text);
}

static void write_to_closed(const void *unused)
{
	(void)unused;
	close(STDOUT_FILENO);
	out_char('x');
	_exit(out_finish(0));
}

static void write_to_broken_pipe(const void *unused)
{
	int pipes[2];
	(void)unused;
	if (pipe(pipes) != 0)
		_exit(9);
	signal(SIGPIPE, SIG_IGN);
	close(pipes[0]);
	dup2(pipes[1], STDOUT_FILENO);
	out_char('x');
	_exit(out_finish(0));
}

/* More than a block, in pieces of every size, comes out whole and in order. */
static void write_much(const void *unused)
{
	static char text[(size_t)300 << 10];
	unsigned at = 0;

	(void)unused;
	for (size_t i = 0; i < 2000; i++)
		for (size_t k = 0; k < i % 7; k++)
			out_char((char)('0' + at++ % 10));
	memset(text, 'x', sizeof(text));
	out_write(text, sizeof(text));
	memcpy(out_reserve(sizeof(text)), text, sizeof(text));
	out_commit(sizeof(text));
	_exit(out_finish(0));
}

static void test_much(void)
{
	char path[] = "/tmp/khabar-unit.XXXXXX", bytes[4096];
	int fd = mkstemp(path), status = 0;
	size_t len = 0, digits = 0, wrong = 0;
	ssize_t n;

	fflush(stdout);
	pid_t pid = fork();
	if (pid == 0) {
		dup2(fd, STDOUT_FILENO);
		write_much(NULL);
	}
	waitpid(pid, &status, 0);
	lseek(fd, 0, SEEK_SET);
	while ((n = read(fd, bytes, sizeof(bytes))) > 0)
		for (ssize_t i = 0; i < n; i++, len++) {
			digits += bytes[i] != 'x';
			wrong += bytes[i] != 'x' && bytes[i] != (char)('0' + len % 10);
		}
	ok(WIFEXITED(status) && WEXITSTATUS(status) == 0 && wrong == 0 && digits == 5995 && len == digits + (600 << 10), "much is written whole and in order");
	close(fd);
	unlink(path);
}

int main(void)
{
	struct child child = child_run(write_and_finish, NULL);
	is((struct span){ child.out, child.out_len }, SPAN("a\0b018446744073709551615cd\n"), "bytes, numbers and what was reserved");
	ok(child.status == 0 && child.err_len == 0, "ends well");
	child = child_run(die_with_rows, NULL);
	is((struct span){ child.out, child.out_len }, SPAN("a finished row\n"), "die() loses no finished row");
	is((struct span){ child.err, child.err_len }, SPAN("khabar: subject: 7\n"), "and gives its message");
	ok(child.status == 1, "and its status");
	ends(warn_harmlessly, NULL, 0, "mill: a?[31m?b?\nmill: x: No such file or directory\nas it is\n", "control characters are not passed to the terminal");
	child = child_run(warn_at_length, NULL);
	ok(child.err_len > 3000 && child.err_len <= 4096 && child.err[child.err_len - 1] == '\n' &&
	           memcmp(child.err + child.err_len - 28, ": No such file or directory\n", 28) == 0,
	   "a long message is cut, its reason is not");
	ends(write_to_closed, NULL, 1, "khabar: standard output: Bad file descriptor\n", "a closed standard output");
	ends(write_to_broken_pipe, NULL, 1, "", "a closed pipe is silent");
	test_much();
	return done();
}
