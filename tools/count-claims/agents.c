#include "count-claims/agents.h"

#include "count-claims/befall.h"
#include "banned.h"

bool agents_have_object(const struct reading *reading, struct sentence sentence, size_t at)
{
	const struct counted *agents = &reading->counted[at], *object = agents + 1;

	if (at + 1 >= reading->counted_count || object->number.first >= sentence.last || agents->governor == NO_TOKEN || !counts_militants(reading, agents) || !counts_person(reading, object))
		return false;
	size_t governor = agents->governor, begin = counted_begin(object);
	if (governor + reading->words.at[governor].words != counted_begin(agents) || joined_at(reading, begin))
		return false;
	for (size_t i = counted_end(agents); i < begin; i++)
		if (is_at(reading, i, IS_VERB | IS_MASDAR | IS_SPLIT | IS_THAT | IS_ADJUNCT | IS_RELATIVE) || cue_at(reading, i, CUE_PART) || sign_at(reading, i, ','))
			return false;
	return true;
}
