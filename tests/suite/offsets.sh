#!/bin/sh
# Offsets lead back: every mention and every number claimed in the sample reports is found again in the bytes of the file, also where the file is in a bad state.
# shellcheck disable=SC2154
. "$(dirname "$0")/lib.sh"
no_tools_missing

# A row for each entity and each number: file, first byte, length there, and the text's part.
ranges() {
	awk -F '\t' -v OFS='\t' '
		# The byte of the original where byte p of the text begins (end 0), or behind it (end 1).
		function origin(map, p, end,    n, part, i, t, o, text, from, at) {
			n = split(substr(map, 2), part, ",")
			o = part[1]
			for (i = 2; i <= n; i++) {
				at = index(part[i], ">")
				text = at ? substr(part[i], 1, at - 1) + 0 : part[i] + 0
				from = at ? substr(part[i], at + 1) + 0 : text
				if (p < t + text) return at ? o + end * from : o + p - t + end
				t += text
				o += from
			}
			return o
		}
		function range(from, to,    start) {
			if (to <= from) return
			start = origin(map, from, 0)
			print $1, start, origin(map, to - 1, 1) - start, substr($NF, from + 1, to - from)
		}
		{
			map = ""
			for (i = 2; i < NF; i++) if ($i ~ /^@[0-9]/) map = $i
			if (map == "") next
			range(0, length($NF))
			for (i = 2; i < NF; i++) {
				if ($i ~ /^[A-Z]+:[0-9]+-[0-9]+:/) {
					n = split($i, mention, ";")
					for (k = 1; k <= n; k++) { split(mention[k], field, /[:-]/); range(field[2], field[3]) }
				} else if ($i ~ /^[0-9]+-[0-9]+$/) {
					split($i, field, "-")
					range(field[1], field[2])
				}
			}
		}'
}

# found OPTION...: the parts of the files that ranges names, as normalize leaves them with the same options
found() {
	while IFS='	' read -r file start length _; do
		tail -c +$((start + 1)) "$file" | head -c "$length" | tr '\n' ' '
		case $* in *--html*) echo '<br>' ;; *) echo ;; esac
	done | normalize "$@" | cut -f 3-
}

# leads_back WHAT OPTION...: of the files in this folder
leads_back() {
	what=$1
	shift
	normalize --offsets "$@" ./* | split-sentences | tag-entities | count-claims >"$work/claims"
	normalize --offsets "$@" ./* | split-sentences | tag-entities >"$work/tagged"
	cat "$work/tagged" "$work/claims" | ranges | LC_ALL=C sort -u >"$work/ranges"
	cut -f 4- "$work/ranges" >"$work/want"
	found "$@" <"$work/ranges" >"$work/got"
	[ "$(wc -l <"$work/want")" -gt 100 ]
	ok $? "$what: there are mentions and claims"
	is "$work/got" "$work/want" "$what: each leads back to its bytes"
}

mkdir "$work/clean" "$work/bad" "$work/page" || exit 1
cp tests/reports/*.txt "$work/clean"
for file in tests/reports/*.txt; do
	# A byte order mark, CRLF, tatweels, two spaces, hamza apart from its alef, direction marks, a byte that is no UTF-8.
	{
		printf '\357\273\277'
		sed "s/لا/لـــا/g; s/ /  /g; s/أ/$(printf 'ا\331\224')/g; s/،/،$(printf '\342\200\217')/g; s/\$/ $(printf '\377\r')/" "$file"
	} >"$work/bad/$(basename "$file")"
	sed 's/.*/<p class="x">&<\/p>/; s/ال/\&#1575;<b>\&#x644;<\/b>/; s/"/\&quot;/g' "$file" >"$work/page/$(basename "$file")"
done
cd "$work/clean" && leads_back 'reports as they are'
cd "$work/clean" && leads_back 'folded reports' --fold
cd "$work/bad" && leads_back 'reports in a bad state' 2>/dev/null
cd "$work/page" && leads_back 'reports as pages' --html
finish
