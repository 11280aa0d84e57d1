#!/bin/sh
# An operand that cannot be read gives a message and status 1, and the others are still done.
. "$(dirname "$0")/lib.sh"
no_tools_missing

cd "$work" || exit 1
mkdir folder
printf 'one line here\n' >a
printf 'another line there\n' >b
tab=$(printf 'x\ty')
cp a "$tab"
bad=$(printf 'x\377y')
cp a "$bad" 2>/dev/null || bad=

# refuses TOOL OPERAND REASON
refuses() {
	"$1" a b >want 2>/dev/null
	"$1" a "$2" b >got 2>err
	equal $? 1 "$1: $3 is status 1"
	is got want "$1: the operands beside it are done ($3)"
	printf "%s: %s: %s\n" "$1" "$(printf %s "$2" | tr "\t" "?")" "$3" >want-err
	is err want-err "$1: the message says: $3"
}

for tool in $TOOLS; do
	refuses "$tool" folder 'Is a directory'
	refuses "$tool" missing 'No such file or directory'
	refuses "$tool" "$tab" "a name with a TAB, a line feed or bad UTF-8 cannot be a document's id"
	if [ -n "$bad" ]; then
		refuses "$tool" "$bad" "a name with a TAB, a line feed or bad UTF-8 cannot be a document's id"
	fi
	"$tool" <folder >got 2>err
	equal $? 1 "$tool: a folder on standard input is status 1"
	printf '%s: standard input: Is a directory\n' "$tool" >want-err
	is err want-err "$tool: and the message says so"
	"$tool" <&- >got 2>err
	equal $? 1 "$tool: a closed standard input is status 1"
	printf '%s: standard input: Bad file descriptor\n' "$tool" >want-err
	is err want-err "$tool: and the message says so"
	"$tool" a <&- >got 2>err
	"$tool" a >want
	is got want "$tool: a closed standard input harms no operand"
	"$tool" a - b <a >got 2>err
	equal $? 0 "$tool: - stands for standard input among operands"
	rm -f fifo
	mkfifo fifo
	"$tool" fifo >got 2>err &
	cat a >fifo
	wait $!
	equal $? 0 "$tool: a FIFO can be an operand"
done
finish
