#!/bin/sh
# The fuzz targets, over the cases, the reports and what becomes of them: the laws they assert hold.
. "$(dirname "$0")/lib.sh"
for target in "$B"/fuzz/*; do
	if [ ! -x "$target" ] || [ -d "$target" ]; then continue; fi
	name=$(basename "$target")
	find "tests/cases/${name%%_*}" -name '*.in' -size -32k 2>/dev/null | LC_ALL=C sort | awk 'NR % 4 == 1' >"$work/files"
	"$target" $(cat "$work/files") tests/reports/*.txt >"$work/out" 2>&1
	ok $? "$name"
	sed 's/^/# /' "$work/out" | tail -n 40
done
if [ $count = 0 ]; then ok 1 'there are fuzz targets'; fi
finish
