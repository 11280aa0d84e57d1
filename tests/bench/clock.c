/*
 * clock OUT COMMAND [ARGUMENT...]: run a command three times, its standard
 * output into the file OUT, and print what the best run took: seconds of the
 * wall clock, seconds of processor time, and the peak of memory in KiB.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct cost {
	double wall, cpu;
	long kib;
};

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static struct cost run(const char *out, char **command)
{
	struct timespec before, after;
	struct rusage use;
	int status;

	clock_gettime(CLOCK_MONOTONIC, &before);
	pid_t pid = fork();
	if (pid == 0) {
		int fd = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
		if (fd < 0 || dup2(fd, STDOUT_FILENO) < 0)
			_exit(126);
		execvp(command[0], command);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &use) != pid || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
		fprintf(stderr, "clock: %s failed\n", command[0]);
		exit(1);
	}
	clock_gettime(CLOCK_MONOTONIC, &after);
	struct cost cost = { .wall = (double)(after.tv_sec - before.tv_sec) + (double)(after.tv_nsec - before.tv_nsec) / 1e9 };
	cost.cpu = seconds(use.ru_utime) + seconds(use.ru_stime);
	cost.kib = use.ru_maxrss;
#ifdef __APPLE__
	cost.kib /= 1024;
#endif
	return cost;
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		fprintf(stderr, "usage: clock OUT COMMAND [ARGUMENT...]\n");
		return 2;
	}
	struct cost best = run(argv[1], argv + 2);
	for (int i = 1; i < 3; i++) {
		struct cost cost = run(argv[1], argv + 2);
		if (cost.wall < best.wall)
			best = cost;
	}
	printf("%.4f %.4f %ld\n", best.wall, best.cpu, best.kib);
	return 0;
}
