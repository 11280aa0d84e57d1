#include "timestamp.h"

#include "banned.h"

/* Take `count` digits off the front as a number within [min, max]. */
static bool take_number(struct span *s, size_t count, int min, int max, int *value)
{
	if (s->len < count)
		return false;
	*value = 0;
	for (size_t i = 0; i < count; i++) {
		if (s->ptr[i] < '0' || s->ptr[i] > '9')
			return false;
		*value = *value * 10 + (s->ptr[i] - '0');
	}
	s->ptr += count;
	s->len -= count;
	return *value >= min && *value <= max;
}

static int days_of_month(int year, int month)
{
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	if (month == 2)
		return 28 + leap;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* Days from 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
static int64_t days_from_civil(int year, int month, int day)
{
	int64_t y = month <= 2 ? year - 1 : year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static bool take_zone(struct span *s, int *offset)
{
	int hours, minutes = 0;
	bool ahead = span_take(s, '+');

	*offset = 0;
	if (!ahead && !span_take(s, '-')) {
		(void)span_take(s, 'Z');
		return true;
	}
	if (!take_number(s, 2, 0, 23, &hours))
		return false;
	bool colon = span_take(s, ':');
	if ((colon || s->len > 0) && !take_number(s, 2, 0, 59, &minutes))
		return false;
	*offset = (hours * 60 + minutes) * (ahead ? 60 : -60);
	return true;
}

static bool take_clock(struct span *s, int *seconds)
{
	int hour, minute, second = 0;
	bool whole = true;

	if (!take_number(s, 2, 0, 24, &hour) || !span_take(s, ':') || !take_number(s, 2, 0, 59, &minute))
		return false;
	if (span_take(s, ':')) {
		if (!take_number(s, 2, 0, 60, &second))
			return false;
		if (span_take(s, '.'))
			while (s->len > 0 && s->ptr[0] >= '0' && s->ptr[0] <= '9')
				whole &= span_take(s, '0') || !span_take(s, s->ptr[0]);
	}
	if (hour == 24 && (minute > 0 || second > 0 || !whole)) /* the midnight that ends a day, no later */
		return false;
	*seconds = hour * 3600 + minute * 60 + second;
	return true;
}

bool timestamp_read(struct span text, int64_t *seconds)
{
	int year, month, day, clock = 0, offset = 0;

	if (!take_number(&text, 4, 0, 9999, &year) || !span_take(&text, '-') || !take_number(&text, 2, 1, 12, &month) || !span_take(&text, '-') ||
	    !take_number(&text, 2, 1, days_of_month(year, month), &day))
		return false;
	if ((span_take(&text, 'T') || span_take(&text, ' ')) && !(take_clock(&text, &clock) && take_zone(&text, &offset)))
		return false;
	if (text.len > 0)
		return false;
	*seconds = days_from_civil(year, month, day) * 86400 + clock - offset;
	return true;
}
