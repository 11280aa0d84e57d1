#!/bin/sh
# Bytes that no writer of rows would send: every tool ends well, and keeps the stream a stream.
. "$(dirname "$0")/lib.sh"
no_tools_missing

cd "$work" || exit 1
: >empty
printf '\n' >only-line-feed
printf '\n\n\n\n' >blank-lines
printf '\t' >lone-tab
printf '\t\t\t\n\t\n' >only-tabs
printf 'd\t1\t1\t\n' >empty-text
printf 'd\t1\t1\tno line feed at the end' >no-final-line-feed
printf 'd\t1\t1\tone\r\nd\t2\t1\ttwo\r\n' >crlf
printf '\357\273\277d\t1\t1\ttext\n' >byte-order-mark
printf 'd\t1\t1\tقتل\000 12 شخصا.\000\nd\t2\t1\t\000\n' >nul
printf 'd\t1\t1\t\342\200\256\330\247\342\200\254\342\201\246x\342\201\251\330\234\n' >bidi-controls
printf 'd\t1\t1\t\300\200 \301\277 \340\200\200 \355\240\200 \355\277\277 \360\200\200\200 \364\220\200\200 \370\210\200\200\200 \376\377\n' >bad-utf8-overlong-and-surrogates
printf 'd\t1\t1\t\200\277 \330 \340\244 \360\237\230 \330' >bad-utf8-cut-off
printf 'd\t1\t1\t\316\261\314\201\314\201\314\201\314\201\314\201\314\201\n' >many-marks
awk 'BEGIN { for (i = 0; i < 5000; i++) printf "%d\t", i; print "" }' >many-columns
awk 'BEGIN { printf "d\t1\t1\t"; for (i = 0; i < 3000; i++) printf "LOC:0-4:x;"; print "\ttext" }' >many-entities
printf 'd\t1\t1\tLOC:99999999999999999999-4:x;:::;PER:5-1:y\ttext\n' >wrong-entities
printf 'd\t1\t1\tLOC:0-900:x;PER:1-2:y\t\330\247\330\250\n' >entities-outside-the-text
printf 'd\t1\t1\t-\tcount\tkilled\ttotal\tpersons\t=\t12\t12\t900-999\t-\t-\t-\t-\ttext\n' >claim-outside-the-text
printf 'd\t1\t@0,999999999999999999999>,,>>\t1\ttext here. and there.\n' >wrong-offsets
head -c 200000 /dev/urandom >random

for tool in $TOOLS; do
	for input in *; do
		case $input in out | err | twice) continue ;; esac
		"$tool" <"$input" >out 2>err
		status=$?
		if [ $status != 0 ]; then
			equal $status 0 "$tool: $input"
			note "$(head -n 3 err | tr -c '[:print:]\n' '?')"
			continue
		fi
		if [ -s out ] && [ "$(tail -c 1 out | od -An -tx1 | tr -d ' ')" != 0a ]; then
			ok 1 "$tool: $input: the last row ends with a line feed"
			continue
		fi
		ok 0 "$tool: $input"
	done
	"$tool" <empty >out 2>&1
	[ ! -s out ]
	ok $? "$tool: nothing makes nothing"
done

for tool in split-sentences tag-entities count-claims dedupe; do
	"$tool" <nul >out 2>/dev/null
	[ "$(tr -cd '\000' <out | wc -c)" -ge 2 ]
	ok $? "$tool: NUL is data, carried through"
done

# Time is linear: a megabyte of the same, in one text, is done at once. What is slower takes minutes.
size=1000000
if [ -n "${SANITIZED-}" ]; then size=100000; fi
while IFS= read -r unit; do
	{
		printf 'd\t1\t1\t'
		yes "$unit" | tr -d '\n' | head -c $size
		echo
	} >same 2>/dev/null
	for tool in $TOOLS; do
		(
			ulimit -t 10 2>/dev/null
			"$tool" <same >out 2>err
		)
		equal $? 0 "$tool: a megabyte of '$unit'"
		note "$(head -n 3 err)"
	done
done <<'UNITS'
a
9
.
. 
"
« 
(
،
و
ـ
َ
قال 
وقال إن 
محمد 
وزير 
في 
د.
من بين 
"كلمة 
\
UNITS
{
	printf 'd\t1\t1\t'
	yes 'LOC:0-4:x;' | tr -d '\n' | head -c $size
	printf '\ttext\n'
} >entities 2>/dev/null
yes '1' | head -n 500000 | tr '\n' '\t' >columns
for input in entities columns; do
	for tool in $TOOLS; do
		(
			ulimit -t 10 2>/dev/null
			"$tool" <$input >out 2>err
		)
		equal $? 0 "$tool: a megabyte of $input"
	done
done

# One line of 100 MB. It holds no number: each claim's row carries its text, so many claims in one line are much output.
megabytes=100
if [ -n "${SANITIZED-}" ]; then megabytes=4; fi
{
	printf 'd\t1\t1\t'
	yes 'وقال مسؤول في الشرطة إن الوضع "هادئ"، وأصيب كثيرون' | tr '\n' ' ' | head -c ${megabytes}000000
} >long 2>/dev/null
for tool in $TOOLS; do
	(
		ulimit -t 100 2>/dev/null
		"$tool" <long >/dev/null 2>err
	)
	equal $? 0 "$tool: a line of $megabytes MB"
	note "$(head -n 3 err)"
done
finish
