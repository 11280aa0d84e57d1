/* Exact decimals: canonical form, sums, products, order, and what is too large. */
#include "count-claims/decimal.h"
#include "tap.h"

static struct buf out;

static void shows(struct decimal number, const char *want)
{
	out.len = 0;
	decimal_write(number, &out);
	is(buf_as_span(&out), (struct span){ want, strlen(want) }, want);
}

static struct decimal of(uint64_t digits, uint8_t scale)
{
	return (struct decimal){ digits, scale, false };
}

int main(void)
{
	struct decimal result;

	shows(of(0, 0), "0");
	shows(of(35, 1), "3.5");
	shows(of(3500, 3), "3.5");
	shows(of(120000, 2), "1200");
	shows(of(5, 3), "0.005");
	shows(of(999999999999999999, 0), "999999999999999999");
	shows(DECIMAL_INFINITE, "inf");
	ok(decimal_add(of(15, 1), of(25, 2), &result), "1.5 + 0.25");
	shows(result, "1.75");
	ok(decimal_add(of(5, 1), of(5, 1), &result) && result.scale == 0, "0.5 + 0.5 has no point");
	ok(decimal_multiply(of(2207, 3), of(1000000, 0), &result), "2.207 x 1000000");
	shows(result, "2207000");
	ok(decimal_multiply(of(999, 0), of(1000000000000, 0), &result), "999 x 10^12");
	shows(result, "999000000000000");
	ok(!decimal_multiply(of(100, 0), of(1000000000000000000, 0), &result), "100 x 10^18 is too large");
	ok(!decimal_add(of(9999999999999999999u, 0), of(1, 0), &result), "a sum too large");
	ok(decimal_cmp(of(15, 1), of(2, 0)) < 0, "1.5 < 2");
	ok(decimal_cmp(of(20, 1), of(2, 0)) == 0, "2.0 = 2");
	ok(decimal_cmp(DECIMAL_INFINITE, of(2, 0)) > 0, "inf > 2");
	ok(decimal_cmp(of(9999999999999999999u, 0), of(1, 5)) > 0, "what cannot be aligned is compared");
	buf_free(&out);
	return done();
}
