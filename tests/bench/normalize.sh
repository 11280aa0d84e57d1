#!/bin/sh
# shellcheck disable=SC2154
# How fast normalize is: on ordinary text with each of its options, against what else puts text in NFC, and on text made to be hard.
. "$(dirname "$0")/lib.sh"

stage text
for _ in 1 2 3; do cat "$work/text"; done >"$work/lines"
awk '{ gsub(/[\\\t]/, ""); print NR "\t" $0 }' "$work/lines" >"$work/raw"
sed 's/.*/<p>&<\/p>/; s/ ([^ ]* )/\&nbsp;(/' "$work/lines" >"$work/page"
printf '\\d+\t#\n' >"$work/rules"

heading 'normalize: text'
ours 'normalize' "$work/lines" normalize "$work/lines"
peer 'uconv -x any-nfc' "$work/lines" uconv -x any-nfc "$work/lines"
peer 'camel_arclean' "$work/lines" camel_arclean "$work/lines"
peer 'iconv -f UTF-8 -t UTF-8' "$work/lines" iconv -f UTF-8 -t UTF-8 "$work/lines"
peer 'wc -m' "$work/lines" wc -m "$work/lines"
peer 'cat' "$work/lines" cat "$work/lines"

heading 'normalize --fold: text'
ours 'normalize --fold' "$work/lines" normalize --fold "$work/lines"
peer 'uconv, transliteration rules' "$work/lines" uconv -x '::NFC; [\u064B-\u0652\u0640] > ; [أإآ] > ا; ى > ي; ة > ه; ::Lower;' "$work/lines"
peer 'sed' "$work/lines" sed 's/[أإآ]/ا/g; s/ى/ي/g; s/ة/ه/g; s/[ًٌٍَُِّْـ]//g' "$work/lines"

heading 'normalize: other options'
ours '--offsets' "$work/lines" normalize --offsets "$work/lines"
ours '--fold --offsets' "$work/lines" normalize --fold --offsets "$work/lines"
ours '--nfc' "$work/lines" normalize --nfc "$work/lines"
ours '--rows' "$work/raw" normalize --rows "$work/raw"
ours '--tsv' "$work/raw" normalize --tsv "$work/raw"
ours '--html' "$work/page" normalize --html "$work/page"
peer 'html2text' "$work/page" html2text "$work/page"
peer 'lynx -dump' "$work/page" lynx -dump -stdin
ours '--rules, one rule' "$work/lines" normalize --rules "$work/rules" "$work/lines"
peer 'sed, the same rule' "$work/lines" sed -E 's/[0-9]+/#/g' "$work/lines"

heading 'normalize: hard text'
hard '' 'vowelled' 'قَالَ الْمُتَحَدِّثُ إِنَّ الْعَدَدَ ' normalize 2>/dev/null
hard '' 'presentation forms' 'ﺍﻟﻌﺮﺑﻴﺔ ﻷﻥ ' normalize 2>/dev/null
hard '' 'decomposed hamza' "$(printf 'ا\331\224حمد ')" normalize 2>/dev/null
hard '' 'tatweels' 'كـــلمة ' normalize 2>/dev/null
hard '' 'marks alone' "$(printf '\331\216\331\221')" normalize 2>/dev/null
hard '' 'Chinese' '新闻报道的人数' normalize 2>/dev/null
hard '' 'bad bytes' "$(printf 'a\300\257\355\240\200')" normalize 2>/dev/null
