#include "store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "disk.h"
#include "err.h"
#include "hash.h"
#include "input.h"
#include "mem.h"
#include "output.h"
#include "banned.h"

/* Segments are merged up to this size, so that no run has to copy more. */
#define MERGE_BYTES ((size_t)256 << 20)

#define NAME_DIGITS 10
static const char first_line[] = "khabar dedupe index 2";

struct store {
	const char *dir;
	int dir_fd, lock_fd;
	uint64_t last; /* the highest number of a segment */
};

static char *path_in(const char *dir, const char *name)
{
	struct buf path = { 0 };
	buf_add(&path, dir, strlen(dir));
	buf_char(&path, '/');
	buf_add(&path, name, strlen(name) + 1);
	return path.ptr;
}

/* A segment's name: its number in ten digits and `.segment`. */
static char *segment_path(const char *dir, uint64_t number)
{
	char name[] = "0000000000.segment";
	for (size_t i = NAME_DIGITS; i-- > 0; number /= 10)
		name[i] = (char)('0' + number % 10);
	return path_in(dir, name);
}

static uint64_t segment_number(struct span name)
{
	uint64_t number = 0;
	for (size_t i = 0; i < NAME_DIGITS && i < name.len; i++)
		number = number * 10 + (uint64_t)(name.ptr[i] - '0');
	return number;
}

static bool is_segment_name(struct span name)
{
	struct span end = SPAN(".segment");
	if (name.len != NAME_DIGITS + end.len || memcmp(name.ptr + NAME_DIGITS, end.ptr, end.len) != 0)
		return false;
	for (size_t i = 0; i < NAME_DIGITS; i++)
		if (name.ptr[i] < '0' || name.ptr[i] > '9')
			return false;
	return true;
}

/* The last line of a manifest, by which one that was cut or changed is known. */
static void add_end(struct buf *end, struct span names)
{
	uint64_t check = hash_bytes(names.ptr, names.len);

	buf_add(end, "end ", 4);
	for (int shift = 60; shift >= 0; shift -= 4)
		buf_char(end, "0123456789abcdef"[check >> shift & 15]);
	buf_char(end, '\n');
}

#define END_BYTES 21

/* Take the last line off a manifest. Returns false where it is not right. */
static bool take_end(struct span *text)
{
	struct span names = { text->ptr, text->len < END_BYTES ? 0 : text->len - END_BYTES };
	struct buf end = { 0 };

	if (names.len == 0)
		return false;
	add_end(&end, names);
	bool right = memcmp(text->ptr + names.len, end.ptr, END_BYTES) == 0;
	buf_free(&end);
	*text = names;
	return right;
}

static bool has_segments(const char *dir)
{
	DIR *stream = opendir(dir);
	struct dirent *entry;
	bool found = false;

	if (stream == NULL)
		die_errno(STATUS_FAILED, "%s", dir);
	while (!found && (entry = readdir(stream)) != NULL)
		found = is_segment_name((struct span){ entry->d_name, strlen(entry->d_name) });
	closedir(stream);
	return found;
}

/* Map the segments that the manifest names; their numbers are remembered. Returns false where the index is new. */
static bool read_manifest(const char *dir, struct index *index, uint64_t *last)
{
	char *path = path_in(dir, "manifest");
	size_t len;

	*last = 0;
	if (access(path, F_OK) != 0 && errno == ENOENT) {
		if (has_segments(dir))
			die(STATUS_FAILED, "%s: lost; remove the index and make it anew", path);
		free(path);
		return false;
	}
	char *text = input_slurp(path, &len);
	struct span rest = { text, len }, line;
	bool whole = take_end(&rest);
	if (!span_next(&rest, '\n', &line) || !span_eq(line, (struct span){ first_line, sizeof(first_line) - 1 }))
		die(STATUS_FAILED, "%s: not an index of this version; remove it and make it anew", path);
	if (!whole)
		die(STATUS_FAILED, "%s: damaged; remove the index and make it anew", path);
	while (span_next(&rest, '\n', &line) && line.len > 0) {
		if (!is_segment_name(line))
			die(STATUS_FAILED, "%s: damaged", path);
		*last = segment_number(line);
		index_freeze(index, disk_map(segment_path(dir, *last)));
	}
	free(text);
	free(path);
	return true;
}

/* Files of a run that did not come to its end. */
static void remove_strays(struct store *store, const struct index *index)
{
	DIR *stream = opendir(store->dir);
	struct dirent *entry;

	if (stream == NULL)
		die_errno(STATUS_FAILED, "%s", store->dir);
	while ((entry = readdir(stream)) != NULL) {
		struct span name = { entry->d_name, strlen(entry->d_name) };
		if (!is_segment_name(name))
			continue;
		char *path = path_in(store->dir, entry->d_name);
		bool named = false;
		for (size_t i = 0; i < index->frozen; i++)
			named |= strcmp(index->segments[i].path, path) == 0;
		if (!named)
			unlink(path);
		free(path);
	}
	closedir(stream);
}

static int lock(const char *dir)
{
	char *path = path_in(dir, "lock");
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

	if (fd < 0)
		die_errno(STATUS_FAILED, "%s", path);
	if (flock(fd, LOCK_EX | LOCK_NB) != 0)
		die(STATUS_FAILED, "%s: the index is in use by another process", dir);
	free(path);
	return fd;
}

/* Write a segment under the next number and map it in. */
static struct segment write_segment(struct store *store, const struct segment *segment)
{
	char *path = segment_path(store->dir, ++store->last);

	if (!disk_write(segment, path)) {
		int error = errno;
		unlink(path);
		errno = error;
		die_errno(STATUS_FAILED, "%s", path);
	}
	return disk_map(path);
}

/* The rows in memory have become too many: they go to disk, unnamed until the commit. */
static void spill(void *context, struct index *index)
{
	struct segment *growing = &index->segments[index->count - 1];
	struct segment written = write_segment(context, growing);

	segment_free(growing);
	index->count--;
	index_freeze(index, written);
}

static void write_manifest(struct store *store, const struct index *index)
{
	char *path = path_in(store->dir, "manifest"), *fresh = path_in(store->dir, "manifest.new");
	struct buf text = { 0 };

	buf_add(&text, first_line, sizeof(first_line) - 1);
	buf_char(&text, '\n');
	for (size_t i = 0; i < index->frozen; i++) {
		const char *name = index->segments[i].path + strlen(store->dir) + 1;
		buf_add(&text, name, strlen(name));
		buf_char(&text, '\n');
	}
	add_end(&text, buf_as_span(&text));
	int fd = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0 || !disk_write_bytes(fd, text.ptr, text.len) || fsync(fd) != 0 || close(fd) != 0 || rename(fresh, path) != 0 ||
	    fsync(store->dir_fd) != 0)
		die_errno(STATUS_FAILED, "%s", fresh);
	buf_free(&text);
	free(path);
	free(fresh);
}

struct store *store_open(const char *dir, struct index *index)
{
	struct store *store = xmalloc(sizeof(*store));

	if (mkdir(dir, 0777) != 0 && errno != EEXIST)
		die_errno(STATUS_FAILED, "%s", dir);
	*store = (struct store){ .dir = dir, .lock_fd = lock(dir), .dir_fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC) };
	if (store->dir_fd < 0)
		die_errno(STATUS_FAILED, "%s", dir);
	/* A new index has a manifest before it has segments: where there are some and no manifest, it was lost. */
	if (!read_manifest(dir, index, &store->last))
		write_manifest(store, index);
	index->spill = spill;
	index->spill_context = store;
	return store;
}

static void copy_rows(const struct index *index, const struct segment *from, struct segment *to)
{
	for (const struct record *record = NULL; (record = segment_next(from, record)) != NULL;) {
		if (index_expired(index, record->time))
			continue;
		struct keys keys = keys_of(record_words(record));
		segment_add(to, record, record_words(record), keys.key, keys.count, record_bytes(record));
	}
}

/*
 * The first of the segments that become one with the run's: those at the end
 * that are not much larger than all behind them. Each row is thus copied a
 * number of times that grows with the logarithm of the index.
 */
static size_t merge_from(const struct index *index)
{
	size_t first = index->frozen, bytes = index->segments[first].len;

	while (first > 0 && index->segments[first - 1].len <= 2 * bytes && index->segments[first - 1].len + bytes <= MERGE_BYTES)
		bytes += index->segments[--first].len;
	return first;
}

void store_commit(struct store *store, struct index *index)
{
	size_t first = merge_from(index), kept = 0;
	struct segment fresh = segment_new();

	for (size_t i = first; i < index->count; i++) {
		if (i < index->frozen && !disk_check(&index->segments[i]))
			die(STATUS_FAILED, "%s: damaged; remove the index and make it anew", index->segments[i].path);
		copy_rows(index, &index->segments[i], &fresh);
		segment_free(&index->segments[i]);
	}
	for (size_t i = 0; i < first; i++) {
		if (index_expired(index, index->segments[i].newest))
			segment_free(&index->segments[i]);
		else
			index->segments[kept++] = index->segments[i];
	}
	index->count = index->frozen = kept;
	if (fresh.rows > 0)
		index_freeze(index, write_segment(store, &fresh));
	segment_free(&fresh);
	if (fsync(store->dir_fd) != 0)
		die_errno(STATUS_FAILED, "%s", store->dir);
	write_manifest(store, index);
	remove_strays(store, index);
	close(store->dir_fd);
	close(store->lock_fd);
	free(store);
}

static void write_time(const char *name, int64_t when)
{
	char text[64] = "-";
	struct tm parts;
	time_t seconds = (time_t)when;

	if (when != RECORD_NO_TIME && gmtime_r(&seconds, &parts) != NULL)
		strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &parts);
	out_write(name, strlen(name));
	out_char('\t');
	out_write(text, strlen(text));
	out_char('\n');
}

static void write_number(const char *name, uint64_t number)
{
	out_write(name, strlen(name));
	out_char('\t');
	out_uint(number);
	out_char('\n');
}

int store_info(const char *dir)
{
	struct index index = index_new(0, 0);
	uint64_t rows = 0, bytes = 0, last;
	int64_t oldest = RECORD_NO_TIME, newest = RECORD_NO_TIME;
	int status = STATUS_OK;

	if (access(dir, R_OK | X_OK) != 0)
		die_errno(STATUS_FAILED, "%s", dir);
	int fd = lock(dir);
	read_manifest(dir, &index, &last);
	for (size_t i = 0; i < index.frozen; i++) {
		const struct segment *segment = &index.segments[i];
		rows += segment->rows;
		bytes += segment->mapped;
		if (segment->oldest != RECORD_NO_TIME && (oldest == RECORD_NO_TIME || segment->oldest < oldest))
			oldest = segment->oldest;
		newest = segment->newest > newest ? segment->newest : newest;
		if (disk_check(segment))
			continue;
		warn("%s: damaged; remove the index and make it anew", segment->path);
		status = STATUS_FAILED;
	}
	write_number("rows", rows);
	write_number("bytes", bytes);
	write_number("segments", index.frozen);
	write_time("oldest", oldest);
	write_time("newest", newest);
	index_free(&index);
	close(fd);
	return status;
}
