#!/bin/sh
# The same bytes in, the same bytes out, whatever the locale and the environment.
. "$(dirname "$0")/lib.sh"
no_tools_missing

pipeline() {
	"$@" sh -c 'cd "$1" && "$2/normalize" *.txt | "$2/split-sentences" | "$2/tag-entities" | "$2/count-claims" | "$2/dedupe" --groups' \
		sh "$top/tests/reports" "$B" >"$work/got" 2>"$work/err"
}

pipeline env
cp "$work/got" "$work/want"
[ -s "$work/want" ]
ok $? "the pipeline has output"
for locale in C C.UTF-8 en_US.UTF-8 ar_EG.UTF-8 tr_TR.UTF-8 POSIX no_such; do
	pipeline env LC_ALL=$locale LANG=$locale
	is "$work/got" "$work/want" "LC_ALL=$locale"
done
pipeline env -i "PATH=$PATH" ${ASAN_OPTIONS+"ASAN_OPTIONS=$ASAN_OPTIONS"}
is "$work/got" "$work/want" "an empty environment"
pipeline env POSIXLY_CORRECT=1 TZ=Asia/Tokyo COLUMNS=20 TERM=dumb
is "$work/got" "$work/want" "an environment with opinions"
finish
