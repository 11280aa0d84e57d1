/*
 * Users' rules: a type and a PCRE2 pattern a line, separated by a TAB. What
 * the pattern's group `name` matches, or the whole match without one, is a
 * mention of that type, widened to whole words. They win over all else.
 */
#ifndef KHABAR_TAG_RULES_H
#define KHABAR_TAG_RULES_H

#include "sentence.h"

struct rules;

/* Read a file of rules. An error exits with STATUS_USAGE and a message that names its line. */
struct rules *rules_read(const char *path);
void rules_free(struct rules *rules);

/* Add the mentions that the rules find; `rules` may be NULL. Text that is not UTF-8 is left alone, and that is said once. */
void rules_find(struct rules *rules, struct sentence *sentence);

#endif
