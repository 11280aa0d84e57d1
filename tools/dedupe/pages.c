#include "pages.h"

#include <string.h>
#include <sys/mman.h>

#include "err.h"
#include "banned.h"

static void *checked(void *ptr, size_t size)
{
	if (ptr == MAP_FAILED)
		die(STATUS_FAILED, "out of memory: %zu bytes wanted", size);
#ifdef MADV_HUGEPAGE
	if (size >= (size_t)2 << 20)
		madvise(ptr, size, MADV_HUGEPAGE); /* a wish: without it all works, slower */
#endif
	return ptr;
}

void *pages_new(size_t size)
{
	return checked(mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), size);
}

void *pages_resize(void *ptr, size_t size, size_t new_size)
{
	if (ptr == NULL)
		return pages_new(new_size);
#ifdef __linux__
	return checked(mremap(ptr, size, new_size, MREMAP_MAYMOVE), new_size);
#else
	void *fresh = pages_new(new_size);
	memcpy(fresh, ptr, size < new_size ? size : new_size);
	pages_free(ptr, size);
	return fresh;
#endif
}

void pages_free(void *ptr, size_t size)
{
	munmap(ptr, size);
}
