#!/bin/sh
# What ICU's uconv makes of text in NFC, normalize --nfc makes of it; and its letters of presentation forms are those of NFKC.
# shellcheck disable=SC2154
. "$(dirname "$0")/lib.sh"
no_tools_missing

if ! command -v uconv >/dev/null 2>&1; then
	leave_out 'NFC as ICU has it' 'uconv is not here'
	finish
fi

# utf8: code points in hexadecimal, a line of them, as UTF-8
utf8='
	function utf8(c) {
		if (c < 128) return sprintf("%c", c)
		if (c < 2048) return sprintf("%c%c", 192 + int(c / 64), 128 + c % 64)
		if (c < 65536) return sprintf("%c%c%c", 224 + int(c / 4096), 128 + int(c / 64) % 64, 128 + c % 64)
		return sprintf("%c%c%c%c", 240 + int(c / 262144), 128 + int(c / 4096) % 64, 128 + int(c / 64) % 64, 128 + c % 64)
	}
	function below(n) { seed = (seed * 16807) % 2147483647; return seed % n }'

# Letters with marks of many scripts, all of Hangul, and any code point of plane 0 and 1 that is no control and no surrogate.
awk "$utf8"'
	BEGIN {
		seed = 7
		split("65 224 300 913 1040 1575 1608 1610 1729 2325 2503 2887 3014 3270 4133 4352 44032 119128", base)
		split("768 769 776 803 807 820 824 837 1459 1611 1617 1618 1619 1620 1621 1648 2364 2494 2519 2878 3006 3158 3271 3285 3286 4142 4449 4520 119141 119150 12441 12442", mark)
		for (n = 0; n < 20000; n++) {
			line = "x"
			for (k = 1 + below(8); k > 0; k--) {
				kind = below(4)
				c = kind == 0 ? base[1 + below(18)] : kind < 3 ? mark[1 + below(32)] : 160 + below(130000)
				if (c >= 55296 && c < 57344) c -= 2048
				line = line utf8(c)
			}
			print line
		}
	}' >"$work/text"
uconv -f UTF-8 -t UTF-8 -x any-nfc "$work/text" >"$work/theirs"
normalize --nfc "$work/text" | cut -f 3- >"$work/got"
# uconv loses sight of some marks where a piece of its input ends: those few lines are equal once they are in NFC.
normalize --nfc "$work/theirs" | cut -f 3- >"$work/want"
is "$work/got" "$work/want" 'twenty thousand lines in NFC'
unlike=$(awk 'NR == FNR { line[NR] = $0; next } line[FNR] != $0' "$work/got" "$work/theirs" | wc -l)
[ "$unlike" -lt 20 ]
ok $? "all but a few of them are the same bytes ($((unlike)) are not)"

# Not among them: marks alone, which have a space or a tatweel there; the signs, which stay.
awk "$utf8"'
	BEGIN {
		for (c = 64336; c <= 65276; c++) {
			if ((c > 64433 && c < 64467) || (c > 64605 && c < 64612) || (c > 64753 && c < 64757) || (c > 64829 && c < 64848)) continue
			if (c == 64912 || c == 64913 || (c > 64967 && c < 65008) || (c > 65017 && c < 65152)) continue
			print "(" utf8(c) ")"
		}
	}' >"$work/text"
uconv -f UTF-8 -t UTF-8 -x any-nfkc "$work/text" >"$work/want"
normalize "$work/text" | cut -f 3- >"$work/got"
is "$work/got" "$work/want" 'presentation forms as letters'
finish
