/*
 * store.h: an index outlives its process, and a crash at any call that
 * changes the disk leaves the old or the new state. The calls are taken over
 * here; the child ends at the one that is counted down to.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "dedupe/disk.h"
#include "dedupe/store.h"
#include "output.h"
#include "child.h"

#define CRASHED 86
#define ROWS 300

static long countdown = -1; /* calls until the crash; negative: none */
static char dir[] = "/tmp/khabar-store.XXXXXX";

static void tick(void)
{
	if (countdown >= 0 && countdown-- == 0)
		_exit(CRASHED);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int fsync(int fd)
{
	tick();
	return REAL(fsync)(fd);
}

int rename(const char *from, const char *to)
{
	tick();
	int result = REAL(rename)(from, to);
	tick();
	return result;
}

int unlink(const char *path)
{
	tick();
	return REAL(unlink)(path);
}

static bool takes_nothing; /* write() writes 0 bytes, and says so */

/* Half of what is written gets there before the crash. */
ssize_t write(int fd, const void *ptr, size_t len)
{
	if (takes_nothing)
		return 0;
	if (countdown == 0 && REAL(write)(fd, ptr, len / 2) < 0)
		_exit(CRASHED);
	tick();
	return REAL(write)(fd, ptr, len);
}

/* Add rows `from` to `to`, each with a time of its own, to the index. */
static void add_rows(struct index *index, uint64_t from, uint64_t to)
{
	struct sentence sentence = { 0 };

	for (uint64_t i = from; i < to; i++) {
		struct buf text = { 0 };
		buf_add(&text, "doc\t1\trow of the index number ", 30);
		buf_uint(&text, i);
		struct span line = buf_as_span(&text);
		sentence_fold(&sentence, line);
		sentence_split(&sentence);
		struct record fixed = { .print = sentence.print, .row = i, .time = (int64_t)i, .count = 1 };
		if (index_seen(index, sentence.print, (int64_t)i) == NULL)
			index_add(index, &fixed, sentence_words(&sentence), sentence.keys.key, sentence.keys.count, line);
		buf_free(&text);
	}
	sentence_free(&sentence);
}

struct run {
	uint64_t from, to;
	int64_t expire;
	long crash; /* at which call */
	size_t memory;
};

static void run(const void *argument)
{
	const struct run *what = argument;
	struct index index = index_new(what->memory != 0 ? what->memory : (size_t)1 << 26, 0);

	index.expire = what->expire;
	countdown = what->crash;
	struct store *store = store_open(dir, &index);
	add_rows(&index, what->from, what->to);
	store_commit(store, &index);
	index_free(&index);
}

static void info(const void *argument)
{
	(void)argument;
	int status = store_info(dir);
	_exit(out_finish(status));
}

/* How many rows the index says it has, or -1 where it is not whole. */
static long rows(void)
{
	struct child child = child_run(info, NULL);
	return child.status != 0 || child.out_len < 5 ? -1 : strtol(child.out + 5, NULL, 10);
}

static void crashes(void)
{
	long before = rows(), crashed = 0, state;
	int whole = 1;

	for (long call = 0; call < 1000; call++) {
		struct child child = child_run(run, &(struct run){ .from = ROWS, .to = 2 * ROWS, .crash = call });
		if (child.status == 0)
			break;
		state = rows();
		whole &= child.status == CRASHED && (state == before || state == 2 * ROWS);
		crashed++;
	}
	ok(crashed > 5, "a run can crash at %ld calls", crashed);
	ok(whole, "at each the index is the old one or the new one");
	ok(rows() == 2 * ROWS, "and a run that comes to its end adds what it read");
}

static size_t files(void)
{
	DIR *stream = opendir(dir);
	size_t n = 0;
	while (readdir(stream) != NULL)
		n++;
	closedir(stream);
	return n - 2;
}

/* A disk that takes nothing is full: no endless loop, and no stale errno. */
static void full_disk(void)
{
	errno = 0;
	takes_nothing = true;
	bool written = disk_write_bytes(1, "row", 3);
	int error = errno;
	takes_nothing = false;
	ok(!written && error == ENOSPC, "what writes nothing is a full disk");
}

/* Run a shell command on $d, the folder of the index. */
static int shell(const char *command)
{
	setenv("d", dir, 1);
	return system(command);
}

/* A manifest that was lost, cut or changed is refused, and no segment is removed. */
static void lost_manifest(void)
{
	static const char *const loss[] = { "rm $d/manifest", "sed -i '$d' $d/manifest", "sed -i 2d $d/manifest", ": >$d/manifest" };
	size_t before = files();
	int refused = 1, kept = 1;

	for (size_t i = 0; i < sizeof(loss) / sizeof(*loss); i++) {
		int error = shell("cp $d/manifest $d.manifest") | shell(loss[i]);
		struct child child = child_run(run, &(struct run){ .from = 90 * ROWS, .to = 91 * ROWS, .crash = -1 });
		refused &= error == 0 && child.status == 1 && rows() == -1;
		kept &= shell("mv $d.manifest $d/manifest") == 0 && files() == before;
	}
	ok(refused, "a manifest that is lost, cut or changed is refused");
	ok(kept && rows() > 0, "and no segment is removed");
}

/* The data of segments is checked before they are merged, and its places and lengths before they are followed. */
static void damaged_data(void)
{
	static const char *const harm[] = {
		"for f in $d/*.segment; do printf '\\377%.0s' $(seq 64) | dd of=$f bs=1 seek=4096 conv=notrunc 2>/dev/null; done",
		"for f in $d/*.segment; do s=$(wc -c <$f); { head -c 4096 $f; tr '\\0' x </dev/zero | head -c $((s - 4096)); } >$d/x; mv $d/x $f; done",
	};

	for (size_t i = 0; i < sizeof(harm) / sizeof(*harm); i++) {
		int error = shell("rm -rf $d.whole && cp -r $d $d.whole") | shell(harm[i]);
		struct child child = child_run(run, &(struct run){ .from = 90 * ROWS, .to = 130 * ROWS, .crash = -1 });
		ok(error == 0 && child.status == 1 && rows() == -1, "damaged data is refused, not made good: %zu", i + 1);
		ok(shell("rm -r $d && mv $d.whole $d") == 0 && rows() > 0, "the whole one is back");
	}
}

static void damage(void)
{
	char command[200];

	snprintf(command, sizeof(command), "for f in %s/*.segment; do printf x | dd of=$f bs=1 seek=5000 conv=notrunc 2>/dev/null; done", dir);
	ok(system(command) == 0 && rows() == -1, "a changed byte is found by --info");
	snprintf(command, sizeof(command), "for f in %s/*.segment; do printf x | dd of=$f bs=1 seek=30 conv=notrunc 2>/dev/null; done", dir);
	struct child child = child_run(system(command) == 0 ? run : info, &(struct run){ .crash = -1 });
	ok(child.status == 1, "a damaged header is refused");
	snprintf(command, sizeof(command), "rm -r %s", dir);
	ok(system(command) == 0, "removed");
}

int main(void)
{
	if (mkdtemp(dir) == NULL)
		return 1;
	ok(child_run(run, &(struct run){ .to = ROWS, .crash = -1 }).status == 0, "a first run makes the index");
	ok(rows() == ROWS, "its rows are there");
	ok(child_run(run, &(struct run){ .to = ROWS, .crash = -1 }).status == 0 && rows() == ROWS, "a second run finds them all again");
	crashes();
	ok(files() == 3, "what crashed runs left is gone");
	ok(child_run(run, &(struct run){ .from = 5 * ROWS, .to = 5 * ROWS + 1, .expire = 2 * ROWS, .crash = -1 }).status == 0 &&
	   rows() == 1, "a segment whose rows are all too old is gone");
	ok(child_run(run, &(struct run){ .from = 6 * ROWS, .to = 40 * ROWS, .crash = -1, .memory = (size_t)1 << 18 }).status == 0 &&
	   rows() == 34 * ROWS + 1, "more rows than memory may hold");
	struct index index = index_new(1 << 20, 0);
	struct store *store = store_open(dir, &index);
	struct child child = child_run(run, &(struct run){ .to = 1, .crash = -1 });
	ok(child.status == 1, "an index that is in use is refused");
	store_commit(store, &index);
	index_free(&index);
	full_disk();
	lost_manifest();
	damaged_data();
	damage();
	return done();
}
