#!/bin/sh
# Laws: normalize twice is once; documents are independent; columns before the text pass through unharmed.
. "$(dirname "$0")/lib.sh"
no_tools_missing
cd tests/reports || exit 1

normalize ./*.txt >"$work/once"
normalize --rows <"$work/once" >"$work/twice"
is "$work/twice" "$work/once" "normalize: twice is once"
normalize --fold ./*.txt >"$work/once"
normalize --fold --rows <"$work/once" >"$work/twice"
is "$work/twice" "$work/once" "normalize --fold: twice is once"

normalize soma-*.txt | split-sentences >"$work/a"
normalize jakarta-*.txt | split-sentences >"$work/b"
cat "$work/a" "$work/b" >"$work/ab"
: >"$work/names"

# apart COMMAND...: f(A)f(B) is f(AB)
apart() {
	if ! { "$@" <"$work/a" && "$@" <"$work/b"; } >"$work/want"; then
		ok 1 "$*: runs"
		return
	fi
	"$@" <"$work/ab" >"$work/got"
	is "$work/got" "$work/want" "$*: documents are independent"
	"$@" "$work/a" "$work/b" >"$work/got"
	is "$work/got" "$work/want" "$*: so are operands"
}
apart split-sentences
apart tag-entities --names "$work/names"
apart tag-entities --names "$work/names" --mentions
apart count-claims

# Names learnt before stay as they are, whatever a document adds to them, in any order.
printf 'PER\tمحمد حسن\tمحمد حسن\n' >"$work/names"
printf 'p\t1\t1\tقال الرئيس محمد حسن الراوي إنه يستقيل.\n' >"$work/a"
printf 'q\t1\t1\tقال الرئيس محمد الراوي إنه لا يعلم.\n' >"$work/b"
cat "$work/a" "$work/b" >"$work/ab"
apart tag-entities --names "$work/names" --mentions
cat "$work/b" "$work/a" >"$work/ab"
mv "$work/a" "$work/c" && mv "$work/b" "$work/a" && mv "$work/c" "$work/b"
apart tag-entities --names "$work/names" --mentions
normalize soma-*.txt | split-sentences >"$work/a" && normalize jakarta-*.txt | split-sentences >"$work/b"
cat "$work/a" "$work/b" >"$work/ab"

# A row is the same however the bytes arrive.
for tool in $TOOLS; do
	"$tool" <"$work/ab" >"$work/want"
	dd if="$work/ab" bs=7 2>/dev/null | "$tool" >"$work/got"
	is "$work/got" "$work/want" "$tool: input may come in small pieces"
done

# Columns of others stand before, between and behind ours.
awk -F '\t' -v OFS='\t' '{ print $1, "2013-02-01T10:00:00Z", "\303\251\342\202\254 o:1;x", $2, $3, $4 }' "$work/ab" >"$work/rows"
cut -f 1-5 "$work/rows" | LC_ALL=C sort -u >"$work/want"
for tool in $TOOLS; do
	case $tool in
	normalize) "$tool" --rows <"$work/rows" ;;
	dedupe) "$tool" --groups <"$work/rows" ;;
	*) "$tool" <"$work/rows" ;;
	esac | cut -f 1-5 | LC_ALL=C sort -u >"$work/got"
	if [ "$tool" = count-claims ]; then
		comm -23 "$work/got" "$work/want" >"$work/new"
		[ -s "$work/got" ] && [ ! -s "$work/new" ]
		ok $? "$tool: columns before the text are carried through"
	else
		is "$work/got" "$work/want" "$tool: columns before the text are carried through"
	fi
done

# The text itself is carried through by all but the first two.
cut -f 4 "$work/ab" >"$work/want"
tag-entities <"$work/ab" | awk -F '\t' '{ print $NF }' >"$work/got"
is "$work/got" "$work/want" "tag-entities: the text is carried through"
dedupe --groups <"$work/ab" | awk -F '\t' '{ print $NF }' >"$work/got"
is "$work/got" "$work/want" "dedupe --groups: every row, in its order"
count-claims <"$work/ab" | awk -F '\t' '{ print $NF }' >"$work/got"
awk -F '\t' 'NR == FNR { text[$0]; next } !($0 in text) { bad = 1 } END { exit bad }' "$work/want" "$work/got"
ok $? "count-claims: the text is carried through"
normalize ./*.txt >"$work/want"
split-sentences <"$work/want" | awk -F '\t' '
	$1 "\t" $2 != line { if (NR > 1) print line "\t" text; line = $1 "\t" $2; text = $NF; next }
	{ text = text " " $NF }
	END { print line "\t" text }' >"$work/got"
is "$work/got" "$work/want" "split-sentences: joined again, its sentences are the line"

# What an offset map calls equal is equal: bytes of the text against bytes of the file.
cat >"$work/offsets.awk" <<'AWK'
BEGIN { FS = "\t" }
function contents(file,   all, line) {
	if (!(file in whole)) {
		while ((getline line <file) > 0) all = all line "\n"
		whole[file] = all
	}
	return whole[file]
}
{
	for (i = 3; $i !~ /^@/ && i < NF; i++);
	n = split(substr($i, 2), part, ",")
	from = part[1]
	at = 0
	for (k = 2; k <= n; k++) {
		if (split(part[k], lengths, ">") == 2) {
			at += lengths[1]
			from += lengths[2]
			continue
		}
		if (substr($NF, at + 1, part[k]) != substr(contents($1), from + 1, part[k])) bad++
		at += part[k]
		from += part[k]
		equal += part[k]
	}
	if (at != length($NF)) bad++
	bytes += at
}
END { if (bad || NR == 0 || equal < bytes / 2) { print "# " bad " wrong, " equal " of " bytes " bytes equal"; exit 1 } }
AWK
normalize --offsets ./*.txt >"$work/mapped"
awk -f "$work/offsets.awk" "$work/mapped"
ok $? 'normalize --offsets: equal bytes are equal'
split-sentences "$work/mapped" >"$work/cut"
awk -f "$work/offsets.awk" "$work/cut"
ok $? 'split-sentences: so are those of a map cut to a sentence'
cut -f 1-2,4- "$work/mapped" >"$work/got"
is "$work/got" "$work/want" 'normalize --offsets: only adds a column'
finish
