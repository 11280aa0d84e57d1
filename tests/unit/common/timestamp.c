#include "timestamp.h"
#include "tap.h"

static void reads(const char *text, long long want)
{
	int64_t got = -1;
	int fine = timestamp_read((struct span){ text, strlen(text) }, &got);
	ok(fine && got == want, "%s is %lld, got %lld", text, want, (long long)got);
}

static void refuses(const char *text)
{
	int64_t got = 7;
	ok(!timestamp_read((struct span){ text, strlen(text) }, &got) && got == 7, "'%s' is no time", text);
}

int main(void)
{
	reads("1970-01-01", 0);
	reads("1970-01-02T00:00:01", 86401);
	reads("2000-03-01", 951868800);
	reads("2013-02-01T14:00:21", 1359727221);
	reads("2013-02-01 14:00", 1359727200);
	reads("2013-02-01T14:00:21.75Z", 1359727221);
	reads("2013-02-01T14:00:21+02:00", 1359720021);
	reads("2013-02-01T14:00:21-0330", 1359739821);
	reads("2013-02-01T14:00:21+02", 1359720021);
	reads("1969-12-31T23:59:59Z", -1);
	reads("2012-02-29", 1330473600);
	reads("2000-02-29", 951782400);
	reads("2013-02-01T24:00:00", 1359763200);
	reads("2013-02-01T24:00:00.00", 1359763200);
	refuses("");
	refuses("2013-02-29");
	refuses("2013-02-31");
	refuses("1900-02-29");
	refuses("2013-04-31");
	refuses("2013-02-01T24:00:01");
	refuses("2013-02-01T24:00:00.01");
	refuses("2013-02-01T24:59");
	refuses("2013");
	refuses("2013-13-01");
	refuses("2013-02-01T");
	refuses("2013-02-01x");
	refuses("1359727221");
	return done();
}
