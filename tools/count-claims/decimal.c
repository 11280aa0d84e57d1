#include "count-claims/decimal.h"

#include "banned.h"

/* What has more digits than this is no number of anything. */
#define DIGITS_LIMIT UINT64_C(9999999999999999999)

static bool times_ten(uint64_t *digits)
{
	if (*digits > DIGITS_LIMIT / 10)
		return false;
	*digits *= 10;
	return true;
}

/* Bring both to the larger scale. */
static bool align(struct decimal *a, struct decimal *b)
{
	for (; a->scale < b->scale; a->scale++)
		if (!times_ten(&a->digits))
			return false;
	for (; b->scale < a->scale; b->scale++)
		if (!times_ten(&b->digits))
			return false;
	return true;
}

bool decimal_add(struct decimal a, struct decimal b, struct decimal *sum)
{
	if (!align(&a, &b) || a.digits > DIGITS_LIMIT - b.digits)
		return false;
	*sum = decimal_canonical((struct decimal){ a.digits + b.digits, a.scale, false });
	return true;
}

bool decimal_multiply(struct decimal a, struct decimal b, struct decimal *product)
{
	/* Zeros at the end of one take those behind the point from the other. */
	for (; a.scale > 0 && b.digits != 0 && b.digits % 10 == 0; a.scale--)
		b.digits /= 10;
	for (; b.scale > 0 && a.digits != 0 && a.digits % 10 == 0; b.scale--)
		a.digits /= 10;
	if (b.digits != 0 && a.digits > DIGITS_LIMIT / b.digits)
		return false;
	*product = decimal_canonical((struct decimal){ a.digits * b.digits, (uint8_t)(a.scale + b.scale), false });
	return true;
}

int decimal_cmp(struct decimal a, struct decimal b)
{
	if (a.infinite || b.infinite)
		return (int)a.infinite - (int)b.infinite;
	if (!align(&a, &b))
		return a.scale < b.scale ? 1 : -1; /* the one that could not be aligned is the larger */
	return (a.digits > b.digits) - (a.digits < b.digits);
}

struct decimal decimal_canonical(struct decimal number)
{
	for (; number.scale > 0 && number.digits % 10 == 0; number.scale--)
		number.digits /= 10;
	return number;
}

void decimal_write(struct decimal number, struct buf *out)
{
	uint64_t power = 1;

	if (number.infinite) {
		buf_add(out, "inf", 3);
		return;
	}
	number = decimal_canonical(number);
	for (unsigned i = 0; i < number.scale; i++)
		power *= 10;
	buf_uint(out, number.digits / power);
	if (number.scale == 0)
		return;
	buf_char(out, '.');
	for (uint64_t rest = number.digits % power; power > 1; rest %= power) {
		power /= 10;
		buf_char(out, (char)('0' + rest / power));
	}
}
