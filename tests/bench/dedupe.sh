#!/bin/sh
# How fast dedupe is on sentences, and how much it remembers of each.
#
# The text made from the sample reports says the same over and over; CORPUS
# with a day of news gives figures that one may expect (see lib.sh).
. "$(dirname "$0")/lib.sh"

stage sentences
awk -F '\t' '{ print $NF }' "$work/sentences" >"$work/lines"

heading 'dedupe --exact: lines'
ours 'dedupe --exact' "$work/lines" dedupe --exact "$work/lines"
if command -v huniq >/dev/null 2>&1; then
	peer 'huniq' "$work/lines" sh -c 'huniq <"$1"' - "$work/lines" # it reads standard input alone
fi
peer 'LC_ALL=C sort -u' "$work/lines" env LC_ALL=C sort -u "$work/lines"
peer "awk '!s[\$0]++'" "$work/lines" awk '!s[$0]++' "$work/lines"
peer 'uconv -x any-nfc' "$work/lines" uconv -x any-nfc "$work/lines"

heading 'dedupe: sentences, nearly the same'
ours '--groups' "$work/sentences" dedupe --groups "$work/sentences"
ours '--pairs' "$work/sentences" dedupe --pairs "$work/sentences"
ours '--documents' "$work/sentences" dedupe --documents "$work/sentences"
ours 'dedupe' "$work/sentences" dedupe "$work/sentences"
rows=$(wc -l <"$work/out")
echo "$cost" | awk -v rows="$rows" '{ printf "  %d rows kept, %.0f bytes of memory a row\n", rows, $3 * 1024 / rows }'
peer 'onion' "$work/sentences" onion -sm "$work/sentences"
peer 'uconv -x any-nfc' "$work/sentences" uconv -x any-nfc "$work/sentences"
peer 'wc -m' "$work/sentences" wc -m "$work/sentences"

heading 'dedupe --index: a second run that brings a tenth'
head -n $(($(wc -l <"$work/sentences") / 10)) "$work/sentences" >"$work/tenth"
dedupe --index="$work/index" "$work/sentences" >/dev/null
ours '--index' "$work/tenth" dedupe --index="$work/index" "$work/tenth"
