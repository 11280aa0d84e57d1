#!/bin/sh
# shellcheck disable=SC2154
# How fast split-sentences is: on ordinary text, against what else ends sentences, and on lines made to be hard.
. "$(dirname "$0")/lib.sh"

stage normal
heading 'split-sentences: text'
ours 'split-sentences' "$work/normal" split-sentences "$work/normal"
peer 'uconv -x any-nfc' "$work/normal" uconv -x any-nfc "$work/normal"
peer 'sed, the plain rule' "$work/normal" sed -E 's/([.!?]|؟|…)+([")]|»)* +/&\n/g' "$work/normal"
peer 'grep -o, stops alone' "$work/normal" grep -o '[^.!?؟…]*[.!?؟…]*' "$work/normal"
peer 'wc -m' "$work/normal" wc -m "$work/normal"

heading 'split-sentences: one line'
while IFS='|' read -r what text; do
	hard 'd\t1\t' "$what" "$text" split-sentences
done <<'LINES'
no stop|وقال المسؤول إن الطرق مغلقة 
full stops|.
full stops and spaces|. 
quotation marks|"
marks that only open|«
opening marks and words| "كلمة
short quotations|"كلمة" 
quotations that nest|«كلمة "كلمة 
initials|د. 
acronyms|و.م.
stops without spaces|كلمة.
question marks|؟
closing brackets|)
cities and dashes|لندن – 
spaces| 
LINES
