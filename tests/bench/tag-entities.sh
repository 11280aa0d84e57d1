#!/bin/sh
# How fast tag-entities is on sentences, with the model and without, against what a user has at hand.
. "$(dirname "$0")/lib.sh"

stage sentences
tag-entities --mentions "$work/sentences" | cut -f 8 | LC_ALL=C sort -u | head -n 100 >"$work/names"

heading 'tag-entities: sentences'
ours '--no-model' "$work/sentences" tag-entities --no-model "$work/sentences"
ours '--mentions' "$work/sentences" tag-entities --mentions "$work/sentences"
ours tag-entities "$work/sentences" tag-entities "$work/sentences"
peer 'uconv -x any-nfc' "$work/sentences" uconv -x any-nfc "$work/sentences"
peer 'grep -oF, a hundred names' "$work/sentences" grep -oFf "$work/names" "$work/sentences"
peer 'awk, words of a list' "$work/sentences" \
	awk 'NR == FNR { known[$0]; next } { for (i = 1; i <= NF; i++) if ($i in known) n++ } END { print n }' "$work/names" "$work/sentences"
peer 'wc -m' "$work/sentences" wc -m "$work/sentences"
