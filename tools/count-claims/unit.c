#include "count-claims/unit.h"

#include "err.h"
#include "mem.h"
#include "banned.h"

extern const struct list list_units;

static const char *const unit_names[UNITS] = { "", "percent", "money", "cent", "measure", "time", "month", "clock", "times", "era", "point" };

static uint8_t *tags; /* enum unit, by tag of list_units */

static void read_list(void)
{
	tags = xcalloc(list_units.tags, sizeof(*tags));
	for (uint32_t i = 0; i < list_units.tags; i++) {
		struct span tag = list_tag_text(&list_units, (int32_t)i);
		for (uint8_t unit = 1; unit < UNITS; unit++)
			if (span_eq(tag, (struct span){ unit_names[unit], strlen(unit_names[unit]) }))
				tags[i] = unit;
		if (tags[i] == UNIT_NONE)
			die(STATUS_FAILED, "units: unknown class '%.*s'", (int)tag.len, tag.ptr);
	}
}

enum unit unit_read(const struct passage *r, size_t i, size_t *last, unsigned *clitics)
{
	struct clitic_cut cuts[CLITIC_CUTS];
	enum unit unit = UNIT_NONE;

	if (tags == NULL)
		read_list();
	if (i >= r->tokens->count || token_is_number(r, i))
		return UNIT_NONE;
	struct span fold = token_fold(r->tokens, i);
	size_t count = clitic_cuts(fold, cuts);
	for (size_t c = 0; c < count && unit == UNIT_NONE; c++) {
		struct list_walk walk = list_begin();
		uint64_t hash = c == 0 ? r->tokens->at[i].hash : hash_bytes(fold.ptr + cuts[c].bytes, fold.len - cuts[c].bytes);
		for (size_t at = i; at < r->tokens->count && list_step(&list_units, &walk, at == i ? hash : r->tokens->at[at].hash); at++) {
			if (walk.tag < 0)
				continue;
			unit = tags[walk.tag];
			*last = at + 1;
			*clitics = cuts[c].clitics;
		}
	}
	return unit;
}
