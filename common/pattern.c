#include "pattern.h"

#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "err.h"
#include "mem.h"
#include "banned.h"

enum { MATCH_LIMIT = 1000000, DEPTH_LIMIT = 10000, HEAP_LIMIT_KIB = 32768 };
enum { JIT_STACK_FIRST = 32 << 10, JIT_STACK_MOST = 1 << 20 };

struct pattern {
	pcre2_code *code;
	pcre2_match_data *match;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	const char *file;
	uint64_t line;
	bool warned;
};

static void error_text(int error, char *text, size_t size)
{
	if (pcre2_get_error_message(error, (PCRE2_UCHAR *)text, size) < 0)
		text[0] = '\0';
}

struct pattern *pattern_compile(const char *file, uint64_t line, size_t offset, struct span source)
{
	int error;
	PCRE2_SIZE at;
	char text[256];
	struct pattern *pattern = xcalloc(1, sizeof(*pattern));

	pattern->file = file;
	pattern->line = line;
	pattern->code = pcre2_compile((PCRE2_SPTR)source.ptr, source.len, PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &error, &at, NULL);
	if (pattern->code == NULL) {
		error_text(error, text, sizeof(text));
		free(pattern);
		die(STATUS_USAGE, "%s:%llu: byte %zu: %s", file, (unsigned long long)line, offset + at, text);
	}
	/* Without JIT (a hardened kernel, a rare CPU) the interpreter does the same, slower. */
	if (pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE) == 0)
		pattern->stack = pcre2_jit_stack_create(JIT_STACK_FIRST, JIT_STACK_MOST, NULL);
	pattern->match = pcre2_match_data_create_from_pattern(pattern->code, NULL);
	pattern->context = pcre2_match_context_create(NULL);
	if (pattern->match == NULL || pattern->context == NULL)
		die(STATUS_FAILED, "out of memory");
	if (pattern->stack != NULL)
		pcre2_jit_stack_assign(pattern->context, NULL, pattern->stack);
	pcre2_set_match_limit(pattern->context, MATCH_LIMIT);
	pcre2_set_depth_limit(pattern->context, DEPTH_LIMIT);
	pcre2_set_heap_limit(pattern->context, HEAP_LIMIT_KIB);
	return pattern;
}

void pattern_free(struct pattern *pattern)
{
	if (pattern == NULL)
		return;
	pcre2_jit_stack_free(pattern->stack);
	pcre2_match_context_free(pattern->context);
	pcre2_match_data_free(pattern->match);
	pcre2_code_free(pattern->code);
	free(pattern);
}

static bool run(struct pattern *pattern, struct span text, size_t from, uint32_t options)
{
	char why[256];
	int n = pcre2_match(pattern->code, (PCRE2_SPTR)(text.len > 0 ? text.ptr : ""), text.len, from, options | PCRE2_NO_UTF_CHECK, pattern->match,
	                    pattern->context);

	if (n >= 0) {
		const PCRE2_SIZE *ovector = pcre2_get_ovector_pointer(pattern->match);
		return ovector[0] <= ovector[1]; /* \K in a lookahead can turn them round */
	}
	if (n != PCRE2_ERROR_NOMATCH && !pattern->warned) {
		pattern->warned = true;
		error_text(n, why, sizeof(why));
		warn("%s:%llu: a text was not searched: %s", pattern->file, (unsigned long long)pattern->line, why);
	}
	return false;
}

bool pattern_search(struct pattern *pattern, struct span text, size_t from)
{
	return run(pattern, text, from, 0);
}

bool pattern_match_at(struct pattern *pattern, struct span text, size_t from)
{
	return run(pattern, text, from, PCRE2_ANCHORED);
}

bool pattern_group(const struct pattern *pattern, unsigned group, size_t *start, size_t *end)
{
	const PCRE2_SIZE *ovector = pcre2_get_ovector_pointer(pattern->match);

	if (group >= pcre2_get_ovector_count(pattern->match) || ovector[2 * group] == PCRE2_UNSET)
		return false;
	*start = ovector[2 * group];
	*end = ovector[2 * group + 1];
	return true;
}

unsigned pattern_group_named(const struct pattern *pattern, const char *name)
{
	int n = pcre2_substring_number_from_name(pattern->code, (PCRE2_SPTR)name);
	return n > 0 ? (unsigned)n : 0;
}

unsigned pattern_groups(const struct pattern *pattern)
{
	uint32_t n = 0;
	pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT, &n);
	return n;
}
