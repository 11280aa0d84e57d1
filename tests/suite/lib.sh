# Common to the scripts of tests/suite: TAP, and where the tools are. Sourced.
#
# B is the folder of the executables, TOOLS their names; SANITIZED is set
# where they were built with sanitizers, WRAP is put before each command.
set -u
LC_ALL=C
export LC_ALL
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top" || exit 1
B=${B:-$top/build}
TOOLS=${TOOLS:-normalize split-sentences tag-entities count-claims dedupe}
PATH=$B:$PATH
work=$(mktemp -d "${TMPDIR:-/tmp}/khabar-suite.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

count=0
failed=0

# ok STATUS WHAT: STATUS is 0 where it holds.
ok() {
	count=$((count + 1))
	if [ "$1" = 0 ]; then
		printf 'ok %d - %s\n' $count "$2"
	else
		failed=$((failed + 1))
		printf 'not ok %d - %s\n' $count "$2"
	fi
}

# check WHAT COMMAND...: the command succeeds.
check() {
	what=$1
	shift
	"$@" >/dev/null
	ok $? "$what"
}

# is GOT WANT WHAT: two files are equal; shows their difference where not.
is() {
	cmp -s "$1" "$2"
	same=$?
	ok $same "$3"
	if [ $same != 0 ]; then diff -u "$2" "$1" | head -n 40 | sed 's/^/# /'; fi
}

# equal GOT WANT WHAT: two words are equal.
equal() {
	[ "$1" = "$2" ]
	same=$?
	ok $same "$3"
	if [ $same != 0 ]; then printf '#  got: %s\n# want: %s\n' "$1" "$2"; fi
}

# note TEXT: nothing where it is empty.
note() {
	if [ -n "$*" ]; then printf '%s\n' "$*" | sed 's/^/# /'; fi
}

# leave_out WHAT WHY: a test that this machine cannot run.
leave_out() {
	count=$((count + 1))
	printf 'ok %d - %s # SKIP %s\n' $count "$1" "$2"
}

# Without all tools nothing can be said.
no_tools_missing() {
	for tool in $TOOLS; do
		if [ ! -x "$B/$tool" ]; then
			ok 1 "$tool is built"
			finish
		fi
	done
}

finish() {
	printf '1..%d\n' $count
	[ $failed = 0 ]
	exit
}
