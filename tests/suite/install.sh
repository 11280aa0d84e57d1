#!/bin/sh
# make install puts everything where it is asked to, make uninstall leaves nothing.
. "$(dirname "$0")/lib.sh"
no_tools_missing
unset MAKEFLAGS MFLAGS MAKELEVEL
make=$(command -v gmake || command -v make)
$make -s -o all B="$B" DESTDIR="$work/root" PREFIX=/usr PROGRAM_PREFIX=k- install >"$work/log" 2>&1
equal $? 0 'make install'
for tool in $TOOLS; do
	check "k-$tool runs" "$work/root/usr/bin/k-$tool" --version
	check "k-$tool.1 is there" test -f "$work/root/usr/share/man/man1/k-$tool.1"
done
for page in man5/k-khabar.5 man7/k-khabar.7; do
	check "$page is there" test -f "$work/root/usr/share/man/$page"
done
$make -s B="$B" DESTDIR="$work/root" PREFIX=/usr PROGRAM_PREFIX=k- uninstall >>"$work/log" 2>&1
equal "$(find "$work/root" -type f)" '' 'make uninstall leaves no file'
$make -s help | grep -q 'check-asan'
ok $? 'make help says what there is'
finish
