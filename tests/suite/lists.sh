#!/bin/sh
# Word lists: each compiles (no form stands twice), is as normalize leaves text, and says what it is and where it is from.
. "$(dirname "$0")/lib.sh"
for folder in common/lists tools/*/lists; do
	[ -d "$folder" ] || continue
	[ -f "$folder/README.md" ]
	ok $? "$folder has a README.md"
	for list in "$folder"/*.tsv; do
		name=$(basename "$list")
		head -n 1 "$list" | grep -q '^# '
		ok $? "$list begins by saying what it holds"
		grep -q -F "${name%.tsv}" "$folder/README.md" 2>/dev/null
		ok $? "$list is named in its folder's README"
		"$B/mklist" list "$list" >/dev/null 2>"$work/err"
		ok $? "$list compiles"
		sed 's/^/# /' "$work/err"
		# The tag's columns are no rows of ours, so each form and tag is taken for a line of text.
		grep -v '^#' "$list" | tr '|\t' '\n\n' | grep . >"$work/want"
		normalize <"$work/want" 2>"$work/err" | cut -f 3- >"$work/got"
		is "$work/got" "$work/want" "$list is as normalize leaves text"
	done
done
finish
