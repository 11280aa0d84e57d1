/*
 * Exact decimal numbers from 0 to beyond 10^18, and infinity: digits / 10^scale.
 * They are kept without trailing zeros behind the point, so equal ones have
 * equal members and one written form: 3.5, 1200, inf.
 */
#ifndef COUNT_CLAIMS_DECIMAL_H
#define COUNT_CLAIMS_DECIMAL_H

#include "buf.h"

struct decimal {
	uint64_t digits;
	uint8_t scale;
	bool infinite;
};

#define DECIMAL_INFINITE ((struct decimal){ 0, 0, true })

static inline struct decimal decimal_from(uint64_t value)
{
	return (struct decimal){ value, 0, false };
}

/* a + b, a * b: false where the result has too many digits. */
bool decimal_add(struct decimal a, struct decimal b, struct decimal *sum);
bool decimal_multiply(struct decimal a, struct decimal b, struct decimal *product);

/* <0, 0 or >0 as a is less than, equal to or greater than b. */
int decimal_cmp(struct decimal a, struct decimal b);

/* Without its trailing zeros behind the point. */
struct decimal decimal_canonical(struct decimal number);

/* Append the written form. */
void decimal_write(struct decimal number, struct buf *out);

#endif
