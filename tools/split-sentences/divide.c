#include "divide.h"

#include "space.h"
#include "banned.h"

void divide_start(struct divide *divide, struct rules *rules, struct span text)
{
	*divide = (struct divide){ 0 };
	sentences_start(&divide->walk, text);
	if (rules != NULL)
		divide->places = rules_places(rules, text, &divide->place_count);
}

/* Whether the sentence that begins now ends at `at`; *next is then where the one behind it begins. */
static bool divides(const struct divide *divide, size_t at, size_t *next)
{
	*next = space_after(divide->walk.text, at);
	return at > divide->walk.start && *next < divide->walk.text.len;
}

/* The next place that ends the sentence. A place of the user's rules decides over an end that stands there. */
static bool find_end(struct divide *divide, struct sentence_end *found)
{
	for (;;) {
		if (!divide->has_end)
			divide->has_end = sentences_next(&divide->walk, &divide->end);
		const struct place *place = divide->place_count > 0 ? divide->places : NULL;
		if (place == NULL || (divide->has_end && divide->end.end < place->at)) {
			*found = divide->end;
			bool has_end = divide->has_end;
			divide->has_end = false;
			return has_end;
		}
		divide->places++;
		divide->place_count--;
		if (divide->has_end && divide->end.end == place->at)
			divide->has_end = false;
		found->end = place->at;
		if (place->breaks && divides(divide, place->at, &found->next))
			return true;
	}
}

bool divide_next(struct divide *divide, size_t *start, size_t *end)
{
	struct sentences *walk = &divide->walk;
	struct sentence_end found;

	if (divide->finished)
		return false;
	*start = walk->start;
	divide->finished = !find_end(divide, &found);
	if (divide->finished) {
		*end = space_before(walk->text, walk->start, walk->text.len);
		return true;
	}
	*end = found.end;
	sentences_break(walk, found.next);
	if (divide->has_end && divide->end.end <= found.next)
		divide->has_end = false;
	return true;
}
