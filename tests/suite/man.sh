#!/bin/sh
# Man pages are clean mdoc.
. "$(dirname "$0")/lib.sh"
for page in $(printf 'man/%s.1\n' $TOOLS) man/khabar.5 man/khabar.7; do
	if [ ! -f "$page" ]; then
		ok 1 "$page is there"
	elif ! command -v mandoc >/dev/null 2>&1; then
		leave_out "$page" 'mandoc is not here'
	else
		mandoc -Tlint -Wwarning "$page" >"$work/lint" 2>&1
		ok $? "$page: mandoc has no warning"
		sed 's/^/# /' "$work/lint"
	fi
done
finish
