#include "tag-entities/parts.h"

#include "tap.h"

int main(void)
{
	ok(parts_common(SPAN("قاسم جومرت توكاييف"), SPAN("قاسم توكاييف")) == 2, "a name and a part of it");
	ok(parts_common(SPAN("توكاييف"), SPAN("قاسم جومرت توقاييف")) == 1, "one word, in another spelling");
	ok(parts_common(SPAN("محمود سالم"), SPAN("محمد سالم")) == 0, "Mahmud is not Muhammad");
	ok(parts_common(SPAN("سالم محمد"), SPAN("محمد سالم")) == 0, "the order counts");
	ok(parts_same_word(SPAN("البيازوف"), SPAN("ابليازوف")), "two neighbouring letters of a long word exchanged");
	ok(!parts_same_word(SPAN("عمر"), SPAN("عرم")), "but not of a short one");
	ok(parts_prefix(SPAN("وزاره الصحه"), SPAN("وزاره الصحه الافغانيه")), "a body and its full name");
	ok(!parts_prefix(SPAN("وزاره الصح"), SPAN("وزاره الصحه الافغانيه")), "whole words only");
	return done();
}
