#!/bin/sh
# How fast the whole pipeline is, each of its steps, and how long a tool takes to start.
. "$(dirname "$0")/lib.sh"
stage tagged
heading "the pipeline, over $(wc -c <"$work/text") bytes of text"
ours 'normalize' "$work/text" normalize "$work/text"
ours 'split-sentences' "$work/normal" split-sentences "$work/normal"
ours 'tag-entities' "$work/sentences" tag-entities "$work/sentences"
ours 'count-claims' "$work/tagged" count-claims "$work/tagged"
ours 'count-claims --tally' "$work/tagged" count-claims --tally "$work/tagged"
ours 'dedupe' "$work/sentences" dedupe "$work/sentences"
ours 'all but dedupe' "$work/text" sh -c 'normalize "$1" | split-sentences | tag-entities | count-claims' sh "$work/text"

heading 'what reading it takes'
peer 'wc -m' "$work/text" wc -m "$work/text"
peer 'uconv -x any-nfc' "$work/text" uconv -x any-nfc "$work/text"

heading 'seconds for 100 starts with nothing to read'
: >"$work/nothing"
for tool in normalize split-sentences tag-entities count-claims dedupe; do
	"$B/bench/clock" /dev/null sh -c 'i=0; while [ $i -lt 100 ]; do "$1" </dev/null; i=$((i + 1)); done' sh "$tool" |
		awk -v tool="$tool" '{ printf "  %-34s %8.3f s\n", tool, $1 }'
done
