#!/bin/sh
# A write error is found and said, with status 1; a closed pipe ends a tool silently.
. "$(dirname "$0")/lib.sh"
no_tools_missing

printf 'd\t1\t1\tقتل 12 شخصا.\n' >"$work/small"
awk 'BEGIN { for (i = 0; i < 60000; i++) printf "d%d\t1\t1\tقتل %d شخصا في حريق.\n", i, i + 20 }' >"$work/large"

for tool in $TOOLS; do
	if [ -c /dev/full ]; then
		for size in small large; do
			"$tool" <"$work/$size" >/dev/full 2>"$work/err"
			equal $? 1 "$tool: a full disk is status 1 ($size)"
			echo "$tool: standard output: No space left on device" >"$work/want"
			is "$work/err" "$work/want" "$tool: a full disk is named ($size)"
		done
		"$tool" --help >/dev/full 2>/dev/null
		equal $? 1 "$tool: --help on a full disk is status 1"
	else
		leave_out "$tool: a full disk" "there is no /dev/full"
	fi

	"$tool" <"$work/small" >&- 2>"$work/err"
	equal $? 1 "$tool: a closed standard output is status 1"
	echo "$tool: standard output: Bad file descriptor" >"$work/want"
	is "$work/err" "$work/want" "$tool: a closed standard output is named"
	cp "$work/small" "$work/operand"
	"$tool" "$work/operand" >&- 2>/dev/null
	cmp -s "$work/small" "$work/operand"
	ok $? "$tool: an operand is not taken for a closed standard output"

	{
		"$tool" <"$work/large" 2>"$work/err"
		echo $? >"$work/status"
	} | head -n 1 >/dev/null
	sleep 0.05
	read -r status <"$work/status"
	case $status in
	1 | 141) ok 0 "$tool: a closed pipe ends it" ;;
	*) equal "$status" '1 or 141' "$tool: a closed pipe ends it" ;;
	esac
	[ ! -s "$work/err" ]
	ok $? "$tool: a closed pipe ends it silently"
	(
		trap '' PIPE
		{
			"$tool" <"$work/large" 2>"$work/err"
			echo $? >"$work/status"
		} | head -n 1 >/dev/null
	)
	sleep 0.05
	read -r status <"$work/status"
	equal "$status" 1 "$tool: a closed pipe, SIGPIPE ignored, is status 1"
	[ ! -s "$work/err" ]
	ok $? "$tool: and silent"
done
finish
