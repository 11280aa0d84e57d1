#!/bin/sh
# The command line: a wrong one is status 2 with a message; --help, --version and the man page agree.
. "$(dirname "$0")/lib.sh"
no_tools_missing

# wrong TOOL MESSAGE ARGUMENT...: status 2, nothing on standard output, one message
wrong() {
	tool=$1
	message=$2
	shift 2
	"$tool" "$@" >"$work/out" 2>"$work/err" </dev/null
	equal $? 2 "$tool $*: status 2"
	[ ! -s "$work/out" ]
	ok $? "$tool $*: nothing on standard output"
	printf '%s: %s; see %s --help\n' "$tool" "$message" "$tool" >"$work/want"
	is "$work/err" "$work/want" "$tool $*: the message"
}

for tool in $TOOLS; do
	wrong "$tool" '--no-such: no such option' --no-such
	wrong "$tool" '-?: no such option' '-?'
	wrong "$tool" '--help=x: takes no argument' --help=x
	wrong "$tool" '--no-such: no such option' operand --no-such

	"$tool" --help >"$work/help" 2>"$work/err"
	equal $? 0 "$tool --help: status 0"
	[ -s "$work/help" ] && [ ! -s "$work/err" ]
	ok $? "$tool --help: on standard output"
	awk 'length > 120 { print; bad = 1 } END { exit bad }' "$work/help" >"$work/wide"
	ok $? "$tool --help: fits a terminal"
	note "$(cat "$work/wide")"
	"$tool" -h 2>&1 | cmp -s - "$work/help"
	ok $? "$tool -h: is --help"
	printf '%s (khabar) %s\n' "$tool" "${VERSION:-$(sed -n 's/^VERSION = //p' Makefile)}" >"$work/want"
	"$tool" --version >"$work/out" 2>&1
	is "$work/out" "$work/want" "$tool --version"

	page=man/$tool.1
	if [ ! -f "$page" ]; then
		ok 1 "$tool: has a man page"
		continue
	fi
	sed -n 's/^  [ -].[ ,] --\([a-z0-9][a-z0-9-]*\).*/\1/p' "$work/help" | sort -u >"$work/in-help"
	# Options are documented as `.It Fl c , Fl -count` or `.It Fl -count Ns = Ns Ar N`.
	sed -n '/^\.It /p' "$page" | grep -o 'Fl -[a-z0-9][a-z0-9-]*' | sed 's/^Fl -//' | sort -u >"$work/in-page"
	is "$work/in-page" "$work/in-help" "$tool: --help and the man page list the same long options"
	sed -n 's/^  -\(.\), .*/\1/p' "$work/help" | sort -u >"$work/in-help"
	sed -n '/^\.It /p' "$page" | grep -o 'Fl [A-Za-z0-9]\( \|$\)' | sed 's/^Fl \(.\).*/\1/' | sort -u >"$work/in-page"
	is "$work/in-page" "$work/in-help" "$tool: and the same short ones"
	sed -n 2p "$work/help" | sed 's/[.]$//' >"$work/purpose"
	sed -n 's/^\.Nd //p' "$page" >"$work/want"
	is "$work/purpose" "$work/want" "$tool: --help and the man page say the same purpose"
done
finish
