#!/bin/sh
# Every row that is ready comes out while the input stays open.
#
# A row of a tool that looks at whole documents is ready when the next document begins.
. "$(dirname "$0")/lib.sh"
no_tools_missing

lines() {
	wc -l <"$1" | tr -d ' '
}

# arrive FILE N: wait up to 10 seconds until a file has N lines.
arrive() {
	tries=0
	while [ "$(lines "$1")" -lt "$2" ] && [ $tries -lt 100 ]; do
		sleep 0.1
		tries=$((tries + 1))
	done
	[ "$(lines "$1")" -ge "$2" ]
}

mkfifo "$work/fifo"
for tool in $TOOLS; do
	: >"$work/out"
	"$tool" <"$work/fifo" >"$work/out" &
	pid=$!
	exec 3>"$work/fifo"
	printf 'a\t1\t1\tقتل 12 شخصا في انفجار.\na\t2\t1\tوأصيب 30 آخرون.\n' >&3
	case $tool in
	tag-entities | count-claims) printf 'b\t1\t1\tقتل 5 أشخاص في حريق.\n' >&3 ;;
	esac
	arrive "$work/out" 2
	ok $? "$tool: what is ready comes out"
	printf 'c\t1\t1\tقتل 7 أشخاص في غرق عبارة.\nd\t1\t1\tقتل 8 أشخاص في عاصفة.\n' >&3
	arrive "$work/out" 3
	ok $? "$tool: and goes on to"
	exec 3>&-
	wait $pid
	equal $? 0 "$tool: ends with its input"
done
finish
