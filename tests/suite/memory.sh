#!/bin/sh
# Memory is bounded: an endless stream, and one endless document, fit in 160 MiB.
. "$(dirname "$0")/lib.sh"
no_tools_missing

line='قال مسؤولون في وزارة الصحة إن 12 شخصا قتلوا وأصيب نحو ثلاثين في انفجار قرب محطة للحافلات، وأضافوا أن الحصيلة مرشحة للارتفاع.'

# many_documents ROWS, one_document ROWS: rows of the stream, about 230 bytes each
many_documents() {
	awk -v n="$1" -v line="$line" 'BEGIN { for (i = 0; i < n; i++) printf "d%d\t%d\t1\t%s\n", i / 20, i % 20 + 1, line }'
}

one_document() {
	awk -v n="$1" -v line="$line" 'BEGIN { for (i = 0; i < n; i++) printf "d\t%d\t1\t%s\n", i + 1, line }'
}

if [ -n "${SANITIZED-}" ]; then
	leave_out 'bounded memory' 'sanitizers reserve all there is'
	finish
fi

for tool in $TOOLS; do
	for shape in many_documents one_document; do
		$shape 900000 | (
			ulimit -v 163840 2>/dev/null
			"$tool" >/dev/null 2>"$work/err"
			echo $? >"$work/status"
		)
		read -r status <"$work/status"
		equal "$status" 0 "$tool: 200 MB of $shape fit in 160 MiB"
		if [ -s "$work/err" ]; then note "$(head -n 3 "$work/err")"; fi
	done
done
finish
