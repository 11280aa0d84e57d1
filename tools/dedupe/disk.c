#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "err.h"
#include "fold.h"
#include "hash.h"
#include "mem.h"
#include "banned.h"

#define FORMAT 1
#define BYTE_ORDER_MARK 0x01020304
#define HEADER_BYTES 4096 /* so that all behind it is aligned to pages and cache lines */

struct header {
	char magic[8];
	uint32_t format, fold, byte_order, record_bytes;
	uint64_t arena, slots, prints, bucket_bits, entries, rows;
	int64_t oldest, newest;
	uint64_t data_check, check; /* of all behind the header; of the header up to here */
};

static const char magic[8] = { 'k', 'h', 'a', 'b', 'a', 'r', '-', 'd' };

/* Parts of a file begin at cache lines. */
static size_t padded(size_t size)
{
	return (size + 63) & ~(size_t)63;
}

struct layout {
	size_t slots, refs, buckets, end;
};

static struct layout layout_of(const struct header *header)
{
	struct layout layout = { .slots = HEADER_BYTES + padded(header->arena) };
	layout.refs = layout.slots + padded(header->slots * sizeof(struct fingerprint));
	layout.buckets = layout.refs + padded(header->slots * sizeof(uint32_t));
	layout.end = layout.buckets + (sizeof(struct bucket) << header->bucket_bits);
	return layout;
}

/* Each part's bytes in turn, so that the writer and the checker agree. */
static uint64_t checksum(const struct segment *segment)
{
	const struct prints *prints = &segment->prints;
	uint64_t check = hash_bytes(segment->arena, segment->len);
	check = hash_join(check, hash_bytes((const char *)prints->slots, (prints->mask + 1) * sizeof(*prints->slots)));
	check = hash_join(check, hash_bytes((const char *)prints->refs, (prints->mask + 1) * sizeof(*prints->refs)));
	return hash_join(check, hash_bytes((const char *)segment->buckets.at, buckets_bytes(&segment->buckets)));
}

static uint64_t header_check(const struct header *header)
{
	return hash_bytes((const char *)header, offsetof(struct header, check));
}

bool disk_write_bytes(int fd, const void *ptr, size_t size)
{
	const char *at = ptr;

	while (size > 0) {
		ssize_t n = write(fd, at, size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n == 0)
			errno = ENOSPC;
		if (n <= 0)
			return false;
		at += n;
		size -= (size_t)n;
	}
	return true;
}

static bool write_part(int fd, const void *ptr, size_t size)
{
	static const char zeros[64];
	return disk_write_bytes(fd, ptr, size) && disk_write_bytes(fd, zeros, padded(size) - size);
}

static bool write_all(int fd, const struct segment *segment)
{
	struct {
		struct header header;
		char pad[HEADER_BYTES - sizeof(struct header)];
	} front = { .header = {
		.format = FORMAT, .fold = FOLD_VERSION, .byte_order = BYTE_ORDER_MARK, .record_bytes = sizeof(struct record),
		.arena = segment->len, .slots = segment->prints.mask + 1, .prints = segment->prints.count,
		.bucket_bits = segment->buckets.bits, .entries = segment->buckets.entries, .rows = segment->rows,
		.oldest = segment->oldest, .newest = segment->newest, .data_check = checksum(segment),
	} };
	memcpy(front.header.magic, magic, sizeof(magic));
	front.header.check = header_check(&front.header);
	return write_part(fd, &front, sizeof(front)) && write_part(fd, segment->arena, segment->len) &&
	       write_part(fd, segment->prints.slots, (segment->prints.mask + 1) * sizeof(*segment->prints.slots)) &&
	       write_part(fd, segment->prints.refs, (segment->prints.mask + 1) * sizeof(*segment->prints.refs)) &&
	       write_part(fd, segment->buckets.at, buckets_bytes(&segment->buckets)) && fsync(fd) == 0;
}

bool disk_write(const struct segment *segment, const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (fd < 0)
		return false;
	bool written = write_all(fd, segment);
	int error = errno;
	if (close(fd) != 0 && written)
		return false;
	errno = error;
	return written;
}

/* Whether the tables can be walked, and their sizes summed, without harm. */
static bool is_sound(const struct header *header, size_t size)
{
	return header->arena <= size && header->arena % 8 == 0 && header->slots <= size && header->slots > 0 &&
	       (header->slots & (header->slots - 1)) == 0 && header->prints < header->slots && header->bucket_bits > 0 &&
	       header->bucket_bits <= 31;
}

/* The header says what this program would write, and the file is as long as that. */
static void check_header(const struct header *header, const char *path, size_t size)
{
	if (memcmp(header->magic, magic, sizeof(magic)) != 0)
		die(STATUS_FAILED, "%s: not a segment of an index", path);
	if (header->byte_order != BYTE_ORDER_MARK || header->record_bytes != sizeof(struct record) || header->format != FORMAT)
		die(STATUS_FAILED, "%s: made by another version or on another kind of machine; remove the index and make it anew", path);
	if (header->check != header_check(header))
		die(STATUS_FAILED, "%s: damaged; remove the index and make it anew", path);
	if (header->fold != FOLD_VERSION)
		die(STATUS_FAILED, "%s: made with version %u of the folding, this is %u: its texts do not compare; remove the index and make it anew",
		    path, header->fold, FOLD_VERSION);
	if (!is_sound(header, size) || layout_of(header).end != size)
		die(STATUS_FAILED, "%s: cut short; remove the index and make it anew", path);
}

struct segment disk_map(char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat status;

	if (fd < 0 || fstat(fd, &status) != 0)
		die_errno(STATUS_FAILED, "%s", path);
	size_t size = (size_t)status.st_size;
	if (size < HEADER_BYTES)
		die(STATUS_FAILED, "%s: not a segment of an index", path);
	/* Private and writable: --count may count in it, and nothing of that reaches the file. */
	char *map = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
	if (map == MAP_FAILED)
		die_errno(STATUS_FAILED, "%s", path);
	close(fd);
	const struct header *header = (const struct header *)(const void *)map;
	check_header(header, path, size);
	struct layout layout = layout_of(header);
	return (struct segment){
		.path = path, .map = map, .mapped = size, .arena = map + HEADER_BYTES, .len = header->arena, .cap = header->arena,
		.prints = { .slots = (void *)(map + layout.slots), .refs = (void *)(map + layout.refs), .mask = header->slots - 1,
			    .count = header->prints, .has_refs = true, .mapped = true },
		.buckets = { .at = (void *)(map + layout.buckets), .bits = (unsigned)header->bucket_bits, .entries = header->entries, .mapped = true },
		.rows = header->rows, .oldest = header->oldest, .newest = header->newest,
	};
}

bool disk_check(const struct segment *segment)
{
	size_t len = strlen(segment->path) + 1;
	struct segment fresh = disk_map(memcpy(xmalloc(len), segment->path, len));
	const struct header *header = (const struct header *)fresh.map;
	bool right = header->data_check == checksum(&fresh);

	segment_free(&fresh);
	return right;
}
