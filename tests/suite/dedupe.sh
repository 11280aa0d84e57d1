#!/bin/sh
# dedupe over several runs and processes: the index, bounded memory, and sort or parallel in the middle.
. "$(dirname "$0")/lib.sh"
no_tools_missing

# sentences FROM TO: rows of words that differ, every tenth a copy of the one before with a word more
sentences() {
	awk -v from="$1" -v to="$2" 'BEGIN {
		for (i = from; i < to; i++) {
			text = ""
			for (w = 0; w < 12; w++)
				text = text " w" (i * 31 + w * w * 7 + int(i / (w + 1)) * 13) % 100003
			if (i % 10 == 9) text = before " again"
			before = text
			printf "doc%d\t%d\t1\t%s\n", i / 20, i % 20 + 1, substr(text, 2)
		}
	}'
}
sentences 0 20000 >"$work/all"
head -n 12000 "$work/all" >"$work/first"
tail -n +12001 "$work/all" >"$work/rest"

# What two runs with an index keep is what one process keeps.
dedupe "$work/all" >"$work/want"
dedupe --index="$work/index" "$work/first" >"$work/got"
dedupe --index="$work/index" "$work/rest" >>"$work/got"
is "$work/got" "$work/want" "--index: two runs keep what one process keeps"
dedupe --index="$work/index" "$work/first" >"$work/again"
[ ! -s "$work/again" ]
ok $? "--index: nothing of an earlier run is new"
rows=$(wc -l <"$work/want")
dedupe --index="$work/index" --info >"$work/info"
equal "$(sed -n 's/^rows	//p' "$work/info")" "$((rows))" "--info: as many rows as were kept"

# A file size limit ends a run while it writes: the index stays as it was.
(
	trap '' XFSZ
	ulimit -f 64
	sentences 30000 50000 | dedupe --index="$work/index" >/dev/null 2>"$work/err"
	echo $? >"$work/status"
)
equal "$(cat "$work/status")" 1 "--index: a full disk is status 1"
dedupe --index="$work/index" --info >"$work/got"
is "$work/got" "$work/info" "--index: and changes nothing"

# An index of another version of the fold is refused, and says what to do.
segment=$(find "$work/index" -name '*.segment' | head -n 1)
printf 'x' | dd of="$segment" bs=1 seek=12 conv=notrunc 2>/dev/null
dedupe --index="$work/index" "$work/first" >"$work/got" 2>"$work/err"
equal $? 1 "--index: a header that is not right is status 1"
grep -q 'make it anew' "$work/err"
ok $? "--index: and the message says what to do"

# Bounded memory: a message, and what is kept is forgotten in order.
dedupe --memory=256K "$work/all" "$work/all" >"$work/got" 2>"$work/err"
equal $? 0 "--memory: a full index is no failure"
echo 'dedupe: the index is full (--memory): rows that were read first are forgotten' >"$work/line"
is "$work/err" "$work/line" "--memory: it is said once"
dedupe --exact --memory=64K "$work/all" 2>"$work/err" | cmp -s - "$work/all"
ok $? "--memory: --exact never drops a row that does not repeat"

# sort in the middle gives the pairs of one process.
sentences 0 3000 >"$work/few"
dedupe --pairs "$work/few" | sort >"$work/want"
dedupe --keys "$work/few" | sort | dedupe --join | sort -u >"$work/got"
is "$work/got" "$work/want" "--keys, sort, --join: the pairs of one process"
[ -s "$work/want" ]
ok $? "and there are some"
if command -v parallel >/dev/null 2>&1; then
	parallel --will-cite --pipe -N 500 -j 2 'dedupe --keys --first=$((({#} - 1) * 500 + 1))' <"$work/few" 2>/dev/null | sort | dedupe --join | sort -u >"$work/got"
	is "$work/got" "$work/want" "--keys by parallel: the same"
else
	leave_out "--keys by parallel: the same" "parallel is not here"
fi
dedupe --exact --keys "$work/few" "$work/few" | sort >"$work/keys"
for digit in 0 1 2 3 4 5 6 7 8 9 a b c d e f; do
	grep "^e$digit" "$work/keys" | dedupe --join
done | wc -l >"$work/got"
echo 3000 >"$work/line"
is "$work/got" "$work/line" "--exact --keys: split by the hash, each repeat is found"
finish
