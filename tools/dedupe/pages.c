#include "pages.h"

#include <sys/mman.h>

#include "err.h"
#include "banned.h"

void *pages_new(size_t size)
{
	void *ptr = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (ptr == MAP_FAILED)
		die(STATUS_FAILED, "out of memory: %zu bytes wanted", size);
#ifdef MADV_HUGEPAGE
	if (size >= (size_t)2 << 20)
		madvise(ptr, size, MADV_HUGEPAGE); /* a wish: without it all works, slower */
#endif
	return ptr;
}

void pages_free(void *ptr, size_t size)
{
	munmap(ptr, size);
}
