#!/bin/sh
# The tally: of the hand-written claims of the sample reports it is what was written by hand beside them, and it depends on nothing but the claims.
. "$(dirname "$0")/lib.sh"
no_tools_missing
cd tests/reports || exit 1

# rows EVENT: its hand-written claims (the first reading where there are two) as claim rows, each with its paragraph.
rows() {
	normalize ./"$1"-*.txt | sed 's/^[.]\///' | awk -F '\t' -v OFS='\t' '
		NR == FNR { text[$1, $2] = $3; next }
		/^#/ { next }
		{
			for (i = 3; i <= 13; i++) sub(/[|].*/, "", $i)
			print $1, $2, 1, "-", $3, $4, $5, $6, $7, $8, $9, "0-1", $10, $11, $12, $13, text[$1, $2]
		}' - "$1.claims.tsv"
}

for event in soma jakarta; do
	rows $event >"$work/$event"
	awk -F '\t' -v OFS='\t' -v e=$event '$1 == e { $1 = ""; print substr($0, 2) }' tally.tsv | sort >"$work/want"
	count-claims --tally --one-story <"$work/$event" | cut -f 2,3,5-12 | sort >"$work/got"
	is "$work/got" "$work/want" "the tally of the hand-written claims of $event"
done

# shuffle: the documents of a stream in another order
shuffle() {
	awk -F '\t' '{ printf "%s\t%d\t%s\n", $1, NR, $0 }' | sort -t '	' -k 1,1r -k 2,2n | cut -f 3-
}

normalize ./*.txt | split-sentences | tag-entities >"$work/tagged"
count-claims <"$work/tagged" >"$work/claims"
for mode in --tally --range; do
	count-claims $mode <"$work/tagged" >"$work/want"
	check "$mode gives rows" test -s "$work/want"
	count-claims $mode <"$work/claims" >"$work/got"
	is "$work/got" "$work/want" "$mode of claim rows is that of their sentences"
	cut -f 2- "$work/want" | sort >"$work/sorted"
	shuffle <"$work/claims" | count-claims $mode | cut -f 2- | sort >"$work/got"
	is "$work/got" "$work/sorted" "$mode does not depend on the order of documents"
done
equal "$(count-claims --tally <"$work/claims" | cut -f 1 | sort -u | sed 's/.*\///; s/-.*//' | sort | tr '\n' ' ')" 'jakarta soma ' 'two events are two stories'
finish
