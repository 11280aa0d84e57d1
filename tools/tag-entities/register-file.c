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
	if (t == TYPES || name.len == 0 || fold.len == 0)
		return false;
	register_note(reg, t, fold, name);
	reg->entities[reg->newest].lasting = true;
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
			die(STATUS_USAGE, "%s:%llu: not a type, a name and its folded form", path, number);
	}
	free(bytes);
	reg->document++;
}

void register_write(const struct name_register *reg, const char *path)
{
	struct buf temporary = { 0 };

	buf_add(&temporary, path, strlen(path));
	buf_add(&temporary, ".new", sizeof(".new"));
	FILE *file = fopen(temporary.ptr, "w");
	if (file == NULL)
		die_errno(STATUS_FAILED, "%s", temporary.ptr);
	for (uint32_t id = reg->oldest; id != UINT32_MAX; id = reg->entities[id].newer) {
		const struct entity *e = &reg->entities[id];
		fprintf(file, "%s\t%.*s\t%.*s\n", type_names[e->type], (int)e->name_len, e->text, (int)e->fold_len, e->text + e->name_len);
	}
	bool bad = ferror(file) != 0 || fflush(file) != 0 || fsync(fileno(file)) != 0;
	if (fclose(file) != 0 || bad || rename(temporary.ptr, path) != 0)
		die_errno(STATUS_FAILED, "%s", path);
	buf_free(&temporary);
}
