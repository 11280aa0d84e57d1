/* What part a number plays in the toll: part, more, earlier, past, denied, planned; see khabar(5). */
#ifndef COUNT_CLAIMS_ROLE_H
#define COUNT_CLAIMS_ROLE_H

#include "count-claims/reading.h"

extern const char *const role_names[ROLES];

/* Set role and role_rule of the sentence's number `at`; its event is known, and those before it are done. */
void role_find(struct reading *reading, struct sentence sentence, size_t at);

#endif
