#!/bin/sh
# The examples of the README and of the man pages are run, and give the output that stands there.
#
# An example is a line `$ command` in a code block of README.md, or in a .Bd
# -literal or .Dl display of a man page. The lines behind it, up to the next
# command, are its output, in which runs of white space are equal; where there
# are none, only its status is looked at. A command goes on behind a backslash
# or a pipe at a line's end.
#
# With -u, what came out is written into the pages: read the difference first.
. "$(dirname "$0")/lib.sh"
no_tools_missing
update=false
if [ "${1-}" = -u ]; then update=true; fi

# blocks FILE: the lines of its code blocks, a form feed between blocks
blocks() {
	case $1 in
	*.md) awk '/^    / { print substr($0, 5); inside = 1; next } /^```/ { fence = !fence; print "\f"; next } fence { print; next } inside { if (/^$/) print ""; else { print "\f"; inside = 0 } }' "$1" ;;
	*) awk '
		/^\.Bd -literal/ { inside = 1; next }
		/^\.Ed/ { inside = 0; print "\f"; next }
		/^\.Dl / { sub(/^\.Dl +/, ""); shown = 1 }
		inside || shown { gsub(/\\&/, ""); gsub(/\\-/, "-"); gsub(/\\\(dq|\\\[dq\]/, "\""); gsub(/\\\(aq|\\\[aq\]/, "\047"); gsub(/\\e/, "\\"); print }
		shown { print "\f"; shown = 0 }' "$1" ;;
	esac
}

# Each command goes into N.sh, its output into N.want.
examples() {
	awk -v folder="$2" '
		function name(kind) { return sprintf("%s/%03d.%s", folder, n, kind) }
		function finish() { if (!n) return; sub(/\n+$/, "", want); if (want != "") print want >name("want"); close(name("want")); close(name("sh")); want = "" }
		/^\f/ { finish(); output = command = 0; next }
		/^\$ / { finish(); n++; sub(/^\$ /, ""); output = command = 1 }
		command { print >name("sh"); command = /[\\|]$/; next }
		output { want = want $0 "\n" }
		END { finish() }' "$1"
}

# The command a line needs that is not here, if any.
absent() {
	for word in parallel jq sqlite3 mandoc; do
		if grep -q "\<$word\>" "$1" && ! command -v $word >/dev/null 2>&1; then
			printf '%s' $word
			return
		fi
	done
}

# renew PAGE FOLDER: the page with the outputs in FOLDER/N.got instead of its own.
renew() {
	awk -v folder="$2" -v markdown="$(case $1 in *.md) echo 1 ;; *) echo 0 ;; esac)" '
		function inside(line) { return markdown ? line ~ /^    / : literal }
		function output(   file, line) {
			file = sprintf("%s/%03d.got", folder, n)
			while ((getline line <file) > 0) {
				if (markdown) line = "    " line
				else { gsub(/\\/, "\\e", line); if (line ~ /^[.\047]/) line = "\\&" line }
				print line
			}
			close(file)
		}
		/^\.Bd -literal/ { literal = 1 }
		/^\.Ed/ { literal = 0 }
		!inside($0) { skip = 0 }
		inside($0) && /^(    )?\$ / { n++; command = 1; skip = 0 }
		skip && shown { next }
		{ print }
		command && !/[|]$|\\e?$/ { command = 0; skip = 1; shown = (getline line <sprintf("%s/%03d.want", folder, n)) > 0; if (shown) output() }' "$1"
}

squeeze() {
	tr -s ' \t' '  ' <"$1" | sed 's/^ //; s/ $//'
}

for page in README.md man/*.[157]; do
	[ -f "$page" ] || continue
	name=$(basename "$page")
	mkdir "$work/$name" "$work/$name/top"
	for thing in tests man Makefile README.md tools; do ln -s "$top/$thing" "$work/$name/top/$thing"; done
	blocks "$page" >"$work/$name/blocks"
	examples "$work/$name/blocks" "$work/$name"
	found=false
	for command in "$work/$name"/*.sh; do
		[ -f "$command" ] || continue
		found=true
		want=${command%.sh}.want
		what="$page: $(head -n 1 "$command" | cut -c 1-80)"
		missing=$(absent "$command")
		if [ -n "$missing" ]; then
			leave_out "$what" "$missing is not here"
			continue
		fi
		(cd "$work/$name/top" && sh "$command" >../got 2>../err </dev/null)
		status=$?
		cp "$work/$name/got" "${command%.sh}.got"
		if [ -f "$want" ]; then
			squeeze "$work/$name/got" >"$work/got"
			squeeze "$want" >"$work/want"
			is "$work/got" "$work/want" "$what"
		else
			equal $status 0 "$what"
		fi
		if [ -s "$work/$name/err" ]; then sed 's/^/# /' "$work/$name/err"; fi
	done
	if $update; then
		renew "$page" "$work/$name" >"$work/page" && cat "$work/page" >"$page"
	fi
	case $page in
	*.5) ;;
	*)
		$found
		ok $? "$page has examples"
		;;
	esac
done
finish
