/*
 * Users' regular expressions: PCRE2 with UTF, UCP and JIT, and limits on
 * matching, so that no pattern of a user's makes a tool run away.
 *
 * A rule file has one rule a line, its columns separated by one TAB; lines
 * that begin with `#` and blank lines are left out.
 */
#ifndef KHABAR_PATTERN_H
#define KHABAR_PATTERN_H

#include <stdint.h>

#include "span.h"

struct pattern;

/*
 * Compile `source`, column `offset` bytes into line `line` of `file`. An error
 * exits with STATUS_USAGE and FILE:LINE: byte OFFSET: reason. `file` must
 * outlive the pattern. \C, which could cut a code point in two, is refused.
 */
struct pattern *pattern_compile(const char *file, uint64_t line, size_t offset, struct span source);
void pattern_free(struct pattern *pattern);

/*
 * Search text from byte `from`. On a match returns true; group i is then
 * pattern_group(pattern, i), 0 the whole match. text must be valid UTF-8.
 * Where a limit is hit, a message is given once a pattern and it is no match.
 */
bool pattern_search(struct pattern *pattern, struct span text, size_t from);

/* As pattern_search(), but only a match that begins at `from` exactly. */
bool pattern_match_at(struct pattern *pattern, struct span text, size_t from);

/* Byte range of a group of the last match; returns false where it took no part. */
bool pattern_group(const struct pattern *pattern, unsigned group, size_t *start, size_t *end);

/* Number of a named group, or 0 where there is none. */
unsigned pattern_group_named(const struct pattern *pattern, const char *name);

/* How many groups it has, the whole match not counted. */
unsigned pattern_groups(const struct pattern *pattern);

#endif
