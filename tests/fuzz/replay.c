/*
 * replay FILE...: run a fuzz target over files, and over what they become when
 * bytes are changed, dropped and doubled, in an order that is always the same.
 *
 * It stands in for libFuzzer where that is not: `make check` runs every target
 * so for a moment, `make fuzz` uses libFuzzer.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LARGEST ((size_t)16 << 10)
#define CHANGES 50

static uint64_t state = 88172645463325252u;

/* Xorshift (Marsaglia, 2003). */
static size_t below(size_t limit)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return limit == 0 ? 0 : (size_t)(state % limit);
}

/* Change one thing; data has room for twice LARGEST. Returns the new size. */
static size_t change(uint8_t *data, size_t size)
{
	static const uint8_t dire[] = { 0, '\n', '\t', '"', '.', '0', '9', 0x80, 0xC3, 0xD9, 0xE2, 0xF4, 0xFF };
	size_t at = below(size), len = below(size - at < 64 ? size - at : 64);

	switch (below(3)) {
	case 0:
		if (size > 0)
			data[at] = dire[below(sizeof(dire))];
		return size;
	case 1:
		memmove(data + at, data + at + len, size - at - len);
		return size - len;
	default:
		if (size + len > 2 * LARGEST)
			return size;
		memmove(data + at + len, data + at, size - at);
		return size + len;
	}
}

/* The target gets a copy of exactly its size, so that a sanitizer sees a read behind it. */
static void run(const uint8_t *data, size_t size)
{
	uint8_t *copy = malloc(size > 0 ? size : 1);
	if (copy == NULL)
		abort();
	if (size > 0)
		memcpy(copy, data, size);
	LLVMFuzzerTestOneInput(copy, size);
	free(copy);
}

int main(int argc, char **argv)
{
	static uint8_t original[LARGEST], changed[3 * LARGEST];

	for (int i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		if (file == NULL) {
			perror(argv[i]);
			return 1;
		}
		size_t size = fread(original, 1, LARGEST, file);
		fclose(file);
		run(original, size);
		for (int round = 0; round < CHANGES; round++) {
			size_t now = size;
			memcpy(changed, original, size);
			for (size_t n = 1 + below(8); n > 0; n--)
				now = change(changed, now);
			run(changed, now);
		}
	}
	run(original, 0);
	return 0;
}
