#!/bin/sh
# How fast split-sentences is: on ordinary text, against what a user has at hand, and on lines made to be hard.
#
# Prints MB/s of processor time (user and system), the best of three runs, and
# for peers how many times slower they are. CORPUS names a text of one's own.
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
		printf '  %-24s is not here\n' "$name"
		return
	fi
	theirs=$(rate "$work/rows" "$@")
	awk -v name="$name" -v a="$ours" -v b="$theirs" 'BEGIN { printf "  %-24s %6d MB/s  %6.1f times slower\n", name, b, a / (b > 0 ? b : 1) }'
}

# repeat TEXT: 16 MB of it on one line.
repeat() {
	{
		printf 'd\t1\t'
		yes "$1" | tr -d '\n' | head -c 16000000
		echo
	} >"$work/line" 2>/dev/null
}

if [ -n "${CORPUS-}" ]; then
	cat "$CORPUS"
else
	cat "$top"/tests/reports/*.txt
fi >"$work/text"
awk 'NF { gsub(/\t/, " "); print "d\t" NR "\t" $0 }' "$work/text" >"$work/part"
while [ "$(wc -c <"$work/part")" -lt 40000000 ]; do
	cat "$work/part" "$work/part" >"$work/twice" && mv "$work/twice" "$work/part"
done
mv "$work/part" "$work/rows"

printf 'split-sentences: rows of text, %d MB\n' $(($(wc -c <"$work/rows") / 1000000))
ours=$(rate "$work/rows" "$B/split-sentences" "$work/rows")
printf '  %-24s %6d MB/s\n' split-sentences "$ours"
peer 'uconv -x any-nfc' uconv -x any-nfc "$work/rows"
peer 'sed, the plain rule' sed -E 's/([.!?]|؟|…)+([")]|»)* +/&\n/g' "$work/rows"
peer 'grep -o, stops alone' grep -o '[^.!?؟…]*[.!?؟…]*' "$work/rows"
peer 'wc -m' wc -m "$work/rows"

printf 'split-sentences: lines of 16 MB\n'
while IFS='|' read -r name text; do
	repeat "$text"
	printf '  %-24s %6d MB/s\n' "$name" "$(rate "$work/line" "$B/split-sentences" "$work/line")"
done <<'LINES'
no stop|وقال المسؤول إن الطرق مغلقة 
full stops|.
full stops and spaces|. 
quotation marks|"
marks that only open|«
opening marks and words| "كلمة
short quotations|"كلمة" 
quotations that nest|«كلمة "كلمة 
initials|د. 
acronyms|و.م.
stops without spaces|كلمة.
question marks|؟
closing brackets|)
cities and dashes|لندن – 
spaces| 
LINES
