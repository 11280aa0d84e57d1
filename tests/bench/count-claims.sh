#!/bin/sh
# How fast count-claims is: on reports, against what a user has at hand, and on lines made to be hard.
#
# Prints MB/s of processor time (user and system), the best of three runs, and
# for peers how many times slower they are. CORPUS names rows of one's own.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
B=${B:-$top/build}
work=$(mktemp -d "${TMPDIR:-/tmp}/khabar-bench.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL

# seconds COMMAND...: processor time of the command, from the shell's own count.
seconds() {
	for _ in 1 2 3; do
		("$@" >"$work/out" 2>&1; times) | awk 'END { gsub(/[ms]/, " "); print $1 * 60 + $2 + $3 * 60 + $4 }'
	done | sort -n | head -n 1
}

# rate FILE COMMAND...: MB/s, where a run under 10 ms counts as 10.
rate() {
	size=$(wc -c <"$1")
	shift
	awk -v size="$size" -v s="$(seconds "$@")" 'BEGIN { printf "%.0f", size / 1e6 / (s < 0.01 ? 0.01 : s) }'
}

# peer NAME COMMAND...: one that is not here is named and left out.
peer() {
	name=$1
	shift
	if ! command -v "$1" >/dev/null 2>&1; then
		printf '  %-26s is not here\n' "$name"
		return
	fi
	theirs=$(rate "$work/rows" "$@")
	awk -v name="$name" -v a="$ours" -v b="$theirs" 'BEGIN { printf "  %-26s %6d MB/s  %6.1f times slower\n", name, b, a / (b > 0 ? b : 1) }'
}

# repeat TEXT: 4 MB of it on one line.
repeat() {
	{
		printf 'd\t1\t'
		yes "$1" | tr -d '\n' | head -c 4000000
		echo
	} >"$work/line" 2>/dev/null
}

if [ -n "${CORPUS-}" ]; then
	cat "$CORPUS"
else
	awk 'NF { gsub(/\t/, " "); print FILENAME "\t" FNR "\t" $0 }' "$top"/tests/reports/*.txt | "$B/split-sentences" | "$B/tag-entities"
fi >"$work/part"
while [ "$(wc -c <"$work/part")" -lt 40000000 ]; do
	cat "$work/part" "$work/part" >"$work/twice" && mv "$work/twice" "$work/part"
done
mv "$work/part" "$work/rows"

printf 'count-claims: rows of reports, %d MB\n' $(($(wc -c <"$work/rows") / 1000000))
ours=$(rate "$work/rows" "$B/count-claims" "$work/rows")
printf '  %-26s %6d MB/s\n' count-claims "$ours"
printf '  %-26s %6d MB/s\n' 'count-claims --statements' "$(rate "$work/rows" "$B/count-claims" --statements "$work/rows")"
peer 'uconv -x any-nfc' uconv -x any-nfc "$work/rows"
peer 'grep -o, digits alone' grep -aoE '[0-9٠-٩]+' "$work/rows"
peer 'sed, digits and a word' sed -nE 's/.*[^0-9]([0-9]+) ([^ ]+).*/\1\t\2/p' "$work/rows"
peer 'wc -m' wc -m "$work/rows"

# A claim's row holds the whole text, so these have none.
printf 'count-claims: lines of 4 MB\n'
while IFS='|' read -r name text; do
	repeat "$text"
	printf '  %-26s %6d MB/s\n' "$name" "$(rate "$work/line" "$B/count-claims" "$work/line")"
done <<'LINES'
words|كلمة 
years and ordinals|عام 1998 الثالث 
words of events|الضحايا المقتولين قتل 
verbs of saying|قال 
sentences|مات. 
according to|بحسب 
quotation marks|"
commas|،
that and that|أن 
digits and stops|1.
LINES
