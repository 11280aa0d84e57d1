/*
 * The user's substitutions: a file of `PATTERN<TAB>REPLACEMENT` lines. The
 * pattern is a PCRE2 regular expression; in the replacement $1, ${1} and
 * ${name} stand for a group, $0 for all that matched, $$ for a dollar sign.
 * Rules are applied one after another, each to all of a row's text.
 */
#ifndef NORMALIZE_RULES_H
#define NORMALIZE_RULES_H

#include "buf.h"
#include "normalize/map.h"

struct rules;

/* Exits with STATUS_USAGE and FILE:LINE where a rule is wrong. `path` must outlive the rules. */
struct rules *rules_read(const char *path);

/*
 * Apply all rules to text. Returns whether any matched; then *out is the new
 * text, valid until the next call, and the empty map (or NULL) that of it to `text`.
 */
bool rules_apply(struct rules *rules, struct span text, struct span *out, struct map *map);

void rules_free(struct rules *rules);

#endif
