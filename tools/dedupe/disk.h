/*
 * A segment as a file: a header, then the records and the tables as they
 * stand in memory. Read by mapping it, so that a run reads the pages it needs.
 */
#ifndef DEDUPE_DISK_H
#define DEDUPE_DISK_H

#include "segment.h"

/* Write all of it, or return false with errno set. */
bool disk_write_bytes(int fd, const void *ptr, size_t size);

/* Write a segment to a new file and see it on the disk. Returns false, with errno, where that fails. */
bool disk_write(const struct segment *segment, const char *path);

/*
 * Map a segment, which takes over `path`. A file that is damaged, or was made
 * by another version of the fold or on another kind of machine, ends the
 * process with a message that says what to do. The data's checksum is only
 * looked at by disk_check(): that reads it all.
 */
struct segment disk_map(char *path);

/* Whether the file's data is what was written, whatever has been counted in the mapping since. */
bool disk_check(const struct segment *segment);

#endif
