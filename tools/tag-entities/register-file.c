#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "err.h"
#include "input.h"
#include "register.h"
#include "type.h"
#include "utf8.h"
#include "banned.h"

void register_lock(const char *path)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	struct buf name = { 0 };

	buf_add(&name, path, strlen(path));
	buf_add(&name, ".lock", sizeof(".lock"));
	int fd = open(name.ptr, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (fd < 0 || fcntl(fd, F_SETLKW, &lock) != 0)
		die_errno(STATUS_FAILED, "%s", name.ptr);
	buf_free(&name); /* the descriptor stays open: it holds the lock */
}

static bool read_entity(struct name_register *reg, struct span line)
{
	struct span type, name, fold;

	if (!span_next(&line, '\t', &type) || !span_next(&line, '\t', &name) || !span_next(&line, '\t', &fold) || line.ptr != NULL)
		return false;
	unsigned t = type_of(type);
	if (t == TYPES || name.len == 0 || fold.len == 0 || !utf8_valid(name.ptr, name.len) || !utf8_valid(fold.ptr, fold.len))
		return false;
	register_note(reg, t, fold, name);
	return true;
}

void register_read(struct name_register *reg, const char *path, bool may_lack)
{
	struct span line;
	unsigned long long number = 0;
	size_t len;

	if (may_lack && access(path, F_OK) != 0 && errno == ENOENT)
		return;
	char *bytes = input_slurp(path, &len);
	struct span file = { bytes, len };
	while (span_next(&file, '\n', &line)) {
		number++;
		if (line.len > 0 && line.ptr[0] != '#' && !read_entity(reg, line))
			die(STATUS_USAGE, "%s:%llu: not a type, a name and its folded form in UTF-8", path, number);
	}
	free(bytes);
	register_last(reg);
	register_document(reg);
}

static void write_span(FILE *file, struct span text, char end)
{
	fwrite(text.ptr, 1, text.len, file);
	fputc(end, file);
}

/* A rename is safe when the folder is; some file systems cannot be told so. */
static void sync_folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct buf folder = { 0 };

	if (slash != NULL)
		buf_add(&folder, path, (size_t)(slash - path) + 1);
	buf_add(&folder, ".", sizeof("."));
	int fd = open(folder.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	buf_free(&folder);
}

void register_write(const struct name_register *reg, const char *path)
{
	struct buf temporary = { 0 };
	struct stat old;

	buf_add(&temporary, path, strlen(path));
	buf_add(&temporary, ".new", sizeof(".new"));
	FILE *file = fopen(temporary.ptr, "w");
	if (file == NULL)
		die_errno(STATUS_FAILED, "%s", temporary.ptr);
	for (uint32_t id = reg->oldest; id != UINT32_MAX; id = reg->entities[id].newer) {
		const struct entity *e = &reg->entities[id];
		write_span(file, (struct span){ type_names[e->type], strlen(type_names[e->type]) }, '\t');
		write_span(file, (struct span){ e->text, e->name_len }, '\t');
		write_span(file, (struct span){ e->text + e->name_len, e->fold_len }, '\n');
	}
	bool bad = ferror(file) != 0 || fflush(file) != 0 || fsync(fileno(file)) != 0;
	bad = (stat(path, &old) == 0 && fchmod(fileno(file), old.st_mode & 07777) != 0) || bad;
	if (fclose(file) != 0 || bad || rename(temporary.ptr, path) != 0)
		die_errno(STATUS_FAILED, "%s", path);
	sync_folder_of(path);
	buf_free(&temporary);
}
