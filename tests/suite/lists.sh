#!/bin/sh
# Word lists: each compiles (no form stands twice), is as normalize leaves text, and says what it is and where it is from.
#
# A short list is in the order of its meaning and begins by saying what it holds; one without a word on itself is
# described in its folder's README and sorted.
. "$(dirname "$0")/lib.sh"
for folder in common/lists tools/*/lists; do
	[ -d "$folder" ] || continue
	[ -f "$folder/README.md" ]
	ok $? "$folder has a README.md"
	grep -q -i 'licence' "$folder/README.md" 2>/dev/null
	ok $? "$folder/README.md says where its lists come from and under which licence"
	for list in "$folder"/*.tsv; do
		name=$(basename "$list")
		if head -n 1 "$list" | grep -q '^# '; then
			ok 0 "$list begins by saying what it holds"
		else
			grep -q -F "${name%.tsv}" "$folder/README.md" 2>/dev/null && sort -c "$list" 2>"$work/err"
			ok $? "$list is described in its folder's README, and sorted"
			sed 's/^/# /' "$work/err"
		fi
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
