#!/bin/sh
# shellcheck disable=SC2154
# How fast count-claims is: on reports, against what else finds numbers, and on lines made to be hard.
. "$(dirname "$0")/lib.sh"

stage tagged
heading 'count-claims: rows of reports'
ours 'count-claims' "$work/tagged" count-claims "$work/tagged"
peer 'uconv -x any-nfc' "$work/tagged" uconv -x any-nfc "$work/tagged"
peer 'grep -o, digits alone' "$work/tagged" grep -aoE '[0-9]+' "$work/tagged"
peer 'sed, digits and a word' "$work/tagged" sed -nE 's/.*[^0-9]([0-9]+) ([^ ]+).*/\1\t\2/p' "$work/tagged"
peer 'wc -m' "$work/tagged" wc -m "$work/tagged"
ours 'count-claims --statements' "$work/tagged" count-claims --statements "$work/tagged"

# A claim row repeats its text, so what is all counts is a line to an entry here, not one long line.
heading 'count-claims: hard lines'
while IFS='|' read -r what text; do
	for _ in 1 2 3 4 5 6 7 8 9 10; do printf '%s' "$text"; done >"$work/ten"
	yes "$(printf 'd\t1\t%s' "$(cat "$work/ten")")" | head -c 4000000 >"$work/hard"
	ours "$what" "$work/hard" count-claims "$work/hard"
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
