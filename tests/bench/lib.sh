# Common to the scripts of tests/bench, which source it. `make bench` runs them.
#
#	stage NAME         make $work/NAME: text (lines), or what the pipeline makes of it: normal,
#	                   sentences, tagged. 20 lines of the text are a document.
#	ours NAME FILE COMMAND...   time one of our tools on a file; its speed is what peers are measured by
#	peer NAME FILE COMMAND...   time what else does such a job; one that is not here is named and left out
#	hard HEAD NAME TEXT COMMAND...   time one of our tools on one line of BENCH_MB megabytes: HEAD (columns), then TEXT over and over
#	heading TEXT
#
# Speeds are MB (a million bytes) of the file a second, of the best of three
# runs; output goes to a file. CORPUS names a text to use instead of one that is
# made from the sample reports: their sentences, in an order and with words
# changed by a generator that always gives the same, BENCH_MB (16) long.
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
B=${B:-$top/build}
PATH=$B:$PATH
LC_ALL=C.UTF-8
export LC_ALL
work=$(mktemp -d "${TMPDIR:-/tmp}/khabar-bench.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

corpus() {
	if [ -n "${CORPUS-}" ]; then
		cat "$CORPUS"
		return
	fi
	cat "$top"/tests/reports/*.sentences.tsv | LC_ALL=C awk -F '\t' -v megabytes="${BENCH_MB:-16}" '
		function below(limit) { seed = (seed * 16807) % 2147483647; return seed % limit }
		/^#/ { next }
		{ sentence[n++] = $3; words = split($3, word, " "); for (i = 1; i <= words; i++) known[m++] = word[i] }
		END {
			seed = 42
			while (bytes < megabytes * 1000000) {
				line = ""
				for (k = 1 + below(3); k > 0; k--) {
					words = split(sentence[below(n)], word, " ")
					for (i = 1; i <= words; i++) {
						w = word[i]
						if (w ~ /^[0-9]+$/) w = 1 + below(999)
						else if (i < words && below(5) == 0) w = known[below(m)]
						line = line (line == "" ? "" : " ") w
					}
				}
				print line
				bytes += length(line) + 1
			}
		}'
}

stage() {
	if [ -f "$work/$1" ]; then return; fi
	case $1 in
	text) corpus >"$work/text" ;;
	normal)
		stage text
		normalize "$work/text" | awk -F '\t' -v OFS='\t' '{ print "d" int(NR / 20), $2, $3 }' >"$work/normal"
		;;
	sentences)
		stage normal
		split-sentences "$work/normal" >"$work/sentences"
		;;
	tagged)
		stage sentences
		tag-entities "$work/sentences" >"$work/tagged"
		;;
	esac
}

heading() {
	printf '\n%s\n' "$*"
}

# clocked FILE COMMAND...: seconds, speed and memory into $cost
clocked() {
	size=$(wc -c <"$1")
	shift
	cost=$("$B/bench/clock" "$work/out" "$@") || exit 1
	cost="$cost $size"
}

ours() {
	name=$1
	shift
	clocked "$@"
	ours=${cost%% *}
	echo "$cost" | awk -v name="$name" '{ printf "  %-34s %8.1f MB/s  %7.1f MiB\n", name, $4 / 1e6 / ($1 > 0.0001 ? $1 : 0.0001), $3 / 1024 }'
}

hard() {
	{
		printf '%b' "$1"
		yes "$3" | tr -d '\n' | head -c "$((${BENCH_MB:-16} * 1000000))"
		echo
	} >"$work/hard" 2>/dev/null
	name=$2
	shift 3
	ours "$name" "$work/hard" "$@" "$work/hard"
}

peer() {
	name=$1
	shift
	if ! command -v "$2" >/dev/null 2>&1; then
		printf '  %-34s is not here\n' "$name"
		return
	fi
	clocked "$@"
	echo "$cost" | awk -v name="$name" -v ours="$ours" '{
		printf "  %-34s %8.1f MB/s  %7.1f MiB  takes %.2f of our time\n", name, $4 / 1e6 / ($1 > 0.0001 ? $1 : 0.0001), $3 / 1024, $1 / ours }'
}
