#!/bin/sh
# The sample reports: what the tools say of them against what was written by hand (tests/reports/README.md).
#
# Every difference is printed. The shares that must be right are what is
# reached, rounded down: they are raised as the tools get better, never lowered.
. "$(dirname "$0")/lib.sh"
no_tools_missing
cd tests/reports || exit 1

# at_least WHAT SHARE WANTED: shares between 0 and 1
at_least() {
	awk -v a="$2" -v b="$3" 'BEGIN { exit !(a != "" && a >= b) }'
	ok $? "$1: $2, at least $3"
}

#
# compare.awk KEYS: rows of two files. The first KEYS columns of a wanted row must be
# equal to those of a row found (so that the two are of one thing); then the others are
# compared. `a|b` in a wanted cell: either is right. Prints `name share` lines to the
# file RESULT and differences as comments.
#
cat >"$work/compare.awk" <<'AWK'
BEGIN { FS = OFS = "\t" }
function right(want, got,   all, n, i) {
	if (want == got) return 1
	n = split(want, all, "|")
	for (i = 1; i <= n; i++) if (all[i] == got) return 1
	return 0
}
FNR == 1 { file++ }
/^#/ { if (file == 1) for (i = 1; i <= NF; i++) title[i] = $i; next }
file == 1 { want[++wants] = $0; columns = NF; next }
{ got[++gots] = $0 }
END {
	# The best partner of each wanted row: all keys right, most of the other cells right.
	for (w = 1; w <= wants; w++) {
		n = split(want[w], cell, FS)
		best = 0; most = -1
		for (g = 1; g <= gots; g++) {
			if (g in taken) continue
			split(got[g], found, FS)
			for (i = 1; i <= keys && right(cell[i], found[i]); i++);
			if (i <= keys) continue
			for (same = 0; i <= n; i++) same += right(cell[i], found[i])
			if (same > most) { most = same; best = g }
		}
		if (!best) { print "# not found: " want[w]; continue }
		taken[best]; matched++
		split(got[best], found, FS)
		for (i = keys + 1; i <= n; i++) {
			if (right(cell[i], found[i])) hits[i]++
			else print "# " title[i] ": " found[i] " for " cell[i] ", in: " want[w]
		}
	}
	for (g = 1; g <= gots; g++) if (!(g in taken)) print "# not wanted: " got[g]
	printf "found %.3f\n", wants + gots ? 2 * matched / (wants + gots) : 0 >result
	for (i = keys + 1; i <= columns; i++) printf "%s %.3f\n", title[i], matched ? hits[i] / matched : 0 >result
}
AWK

# compare KEYS WANT GOT
compare() {
	awk -v keys="$1" -v result="$work/result" -f "$work/compare.awk" "$2" "$3"
}

share() {
	sed -n "s/^$1 //p" "$work/result"
}

normalize ./*.txt >"$work/normal"
sed 's/^[.]\///' "$work/normal" | split-sentences >"$work/sentences"
tag-entities <"$work/sentences" >"$work/tagged"

cat soma.sentences.tsv jakarta.sentences.tsv >"$work/want"
cut -f 1,2,4 "$work/sentences" >"$work/got"
compare 3 "$work/want" "$work/got"
at_least 'sentences' "$(share found)" 1.00

# Entities: type and surface, then whether one name stands for one entity, over all pairs of mentions.
cut -f 1-3,5 soma.entities.tsv >"$work/want"
grep -v '^#' jakarta.entities.tsv | cut -f 1-3,5 >>"$work/want"
tag-entities --mentions <"$work/sentences" >"$work/mentions"
cut -f 1,2,6,8 "$work/mentions" >"$work/got"
compare 4 "$work/want" "$work/got"
at_least 'entities' "$(share found)" 0.90
cat soma.entities.tsv jakarta.entities.tsv | awk -F '\t' '
	/^#/ { next }
	NR == FNR { name[$1, $2, $6, $8] = $7; next }
	{
		n = split($5, surface, "|")
		for (i = 1; i <= n; i++) if (($1, $2, $3, surface[i]) in name) { key[++m] = $4; of[m] = name[$1, $2, $3, surface[i]]; text[m] = surface[i]; break }
	}
	END {
		for (i = 1; i <= m; i++) for (k = i + 1; k <= m; k++) {
			if (key[i] == key[k]) { same++; if (of[i] == of[k]) kept++; else if (!((text[i], text[k]) in said)) { said[text[i], text[k]]; print "# two names: " text[i] " = " of[i] ", " text[k] " = " of[k] } }
			else if (of[i] == of[k]) { mixed++; print "# one name: " text[i] " and " text[k] " = " of[i] }
		}
		printf "names %.3f\n", same ? kept / (same + mixed) : 0 >result
	}' result="$work/result" "$work/mentions" -
at_least 'one name for one entity' "$(share names)" 0.80

# Claims: the number found (kind, low and high), then each column.
awk -F '\t' -v OFS='\t' '{ print $1, $2, $3, $8, $9, $7, $4, $5, $6, $10, $11, $12, $13 }' soma.claims.tsv >"$work/want"
grep -v '^#' jakarta.claims.tsv | awk -F '\t' -v OFS='\t' '{ print $1, $2, $3, $8, $9, $7, $4, $5, $6, $10, $11, $12, $13 }' >>"$work/want"
count-claims <"$work/tagged" | awk -F '\t' -v OFS='\t' '{ print $1, $2, $5, $10, $11, $9, $6, $7, $8, $13, $14, $15, $16 }' >"$work/got"
compare 5 "$work/want" "$work/got"
at_least 'claims: numbers' "$(share found)" 0.95
for limit in cmp:0.95 event:0.95 role:0.95 group:0.95 of:0.90 place:0.80 source:0.95 via:0.95; do
	at_least "claims: ${limit%:*}" "$(share "${limit%:*}")" "${limit#*:}"
done

# Passages used again: of which document and line a row is a copy.
dedupe --groups <"$work/sentences" | awk -F '\t' -v OFS='\t' '
	$5 != "first" { split($4, id, ":"); print $1, $2, id[1], id[2], $5 ~ /update/ ? "update" : "copy" }' >"$work/got"
compare 4 reuse.tsv "$work/got"
at_least 'passages used again' "$(share found)" 1.00
at_least 'passages used again: copy or update' "$(share verdict)" 1.00
finish
