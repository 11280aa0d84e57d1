#!/bin/sh
# How fast the claims of many reports are put together, and what that takes in memory.
#
# The claims are those of the corpus, each document's under ROUNDS names, at
# ROUNDS times, with ROUNDS other numbers, so that answers, wordings and stories are many.
. "$(dirname "$0")/lib.sh"

stage tagged
count-claims "$work/tagged" >"$work/once"
awk -F '\t' -v OFS='\t' -v rounds="${ROUNDS:-20}" '
	{ row[NR] = $0 }
	END {
		for (r = 1; r <= rounds; r++)
			for (i = 1; i <= NR; i++) {
				n = split(row[i], c, FS)
				c[1] = c[1] "/" r "\t" sprintf("2020-%02d-%02d", 1 + r % 12, 1 + int(i / 40) % 28) "\to" i % 17
				line = c[1]
				for (k = 2; k <= n; k++) line = line FS (k == n ? c[k] " " r * 7919 % 1000 : c[k])
				print line
			}
	}' "$work/once" >"$work/claims"
heading "count-claims --tally: $(wc -l <"$work/claims") claims"
for options in '--tally --one-story' '--tally' '--tally --time 2 --outlet 3' '--range --time 2'; do
	# shellcheck disable=SC2086
	ours "$options" "$work/claims" count-claims $options "$work/claims"
	awk -v rows="$(wc -l <"$work/claims")" -v s="$ours" 'BEGIN { printf "  %-34s %8.0f claims a second\n", "", rows / s }'
done
peer 'sort' "$work/claims" sort "$work/claims"
peer 'awk, counts by event and number' "$work/claims" awk -F '\t' '{ n[$7, $11]++ } END { for (k in n) print k, n[k] }' "$work/claims"
