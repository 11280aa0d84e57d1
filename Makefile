# khabar: Unix filters for Arabic news. `make help` says what can be made.

VERSION = 0.1.0
TOOLS = normalize split-sentences tag-entities count-claims dedupe

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
MANDIR ?= $(PREFIX)/share/man
B ?= build
CFLAGS ?= -O2 -g
JOBS ?= $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
FUZZ_SECONDS ?= 60

WARN = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror=implicit-function-declaration
HARDEN ?= -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
HARDEN_LD ?= -pie $(if $(filter Linux,$(shell uname -s)),-Wl$(comma)-z$(comma)relro$(comma)-z$(comma)now)
comma = ,
BREW := $(shell command -v brew >/dev/null 2>&1 && brew --prefix)
override CPPFLAGS += -D_GNU_SOURCE -D_DARWIN_C_SOURCE -DVERSION='"$(VERSION)"' -Icommon -Itools $(BREW:%=-I%/include)
override LDFLAGS += $(BREW:%=-L%/lib)
ALL_CFLAGS = -std=c11 $(WARN) $(HARDEN) $(CFLAGS)
# V=1 shows commands whole.
say = @mkdir -p $(@D); $(if $V,set -x,printf '  %-4s %s\n' $1 $2);
LINK = $(call say,link,$@) $(CC) $(ALL_CFLAGS) $(LDFLAGS) $(HARDEN_LD)
COMPILE = $(call say,cc,$<) $(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -MT '$$(B)$(@:$(B)%=%)' -c -o $@ $<
LIBS = -lutf8proc -lpcre2-8 -lm

# A room is common or a tool. Its parts go into an archive; its programs (a tool's main file, mklist, train) do not.
ROOMS = common $(TOOLS)
home = $(if $(filter common,$1),common,tools/$1)
programs = $(call home,$1)/$1.c common/mklist.c tools/$1/train.c
parts = $(filter-out $(programs),$(wildcard $(call home,$1)/*.c))
lists = $(patsubst $(call home,$1)/lists/%.tsv,$(B)/gen/$1/%.c,$(wildcard $(call home,$1)/lists/*.tsv))
objects = $(patsubst %.c,$(B)/obj/%.o,$(call parts,$1)) $(patsubst $(B)/gen/%.c,$(B)/obj/gen/%.o,$(call lists,$1))
UNITS = $(patsubst tests/unit/%.c,$(B)/unit/%,$(sort $(wildcard tests/unit/*/*.c)))
# A fuzz target is tests/fuzz/ROOM.c or ROOM_PART.c. Linked with replay.c it reads files; `make fuzz` links it with libFuzzer.
FUZZERS = $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(filter-out tests/fuzz/replay.c,$(sort $(wildcard tests/fuzz/*.c))))
FUZZ_MAIN ?= tests/fuzz/replay.c

## all           build the tools (in build/, or B=FOLDER; CC=clang, CFLAGS=...)
all: $(patsubst tools/%.c,$(B)/%,$(foreach t,$(TOOLS),$(if $(wildcard tools/$t/$t.c),tools/$t.c)))

define room
$(B)/lib/$1.a: $(call objects,$1)
	@mkdir -p $$(@D) && rm -f $$@ && $$(AR) rcs $$@ $$^
$(B)/unit/$1/%: tests/unit/$1/%.c $(wildcard tests/unit/*.h) $(B)/lib/$1.a $(B)/lib/common.a
	$$(LINK) $$(CPPFLAGS) -Itests/unit -o $$@ $$< $(B)/lib/$1.a $(B)/lib/common.a $$(LIBS)
$(B)/gen/$1/%.c: $(call home,$1)/lists/%.tsv $(B)/mklist
	$$(call say,list,$$<) $(B)/mklist list_$$(subst -,_,$$*) $$< >$$@.tmp && mv $$@.tmp $$@
endef
$(foreach r,$(ROOMS),$(eval $(call room,$r)))

define tool
$(B)/$1: $(B)/obj/tools/$1/$1.o $(B)/lib/$1.a $(B)/lib/common.a
	$$(LINK) -o $$@ $$^ $$(LIBS)
endef
$(foreach t,$(TOOLS),$(eval $(call tool,$t)))

define fuzzer
$1: $(1:$(B)/%=tests/%.c) $(FUZZ_MAIN) $(B)/lib/$2.a $(B)/lib/common.a
	$$(LINK) $$(FUZZ_LINK) $$(CPPFLAGS) -o $$@ $$^ $$(LIBS)
endef
$(foreach f,$(FUZZERS),$(eval $(call fuzzer,$f,$(firstword $(subst _, ,$(notdir $f))))))

# mklist is linked with those of common's parts that it needs: they use no list.
$(B)/mklist: $(patsubst %.c,$(B)/obj/%.o,common/mklist.c $(call parts,common))
	@$(AR) rcs $@.a $(wordlist 2,99,$^)
	$(LINK) -o $@ $< $@.a $(LIBS)

$(B)/obj/%.o: %.c $(B)/flags
	$(COMPILE)
$(B)/obj/gen/%.o: $(B)/gen/%.c $(B)/flags
	$(COMPILE)

# tag-entities' model and dictionary are compiled in as they are.
TAG = tools/tag-entities
$(B)/obj/$(TAG)/built-in.o: $(TAG)/model.bin $(TAG)/dictionary.bin
$(B)/obj/$(TAG)/built-in.o: private override CPPFLAGS += -DTAG_MODEL='"$(TAG)/model.bin"' -DTAG_DICTIONARY='"$(TAG)/dictionary.bin"'
$(B)/train: $(B)/obj/$(TAG)/train.o $(B)/lib/tag-entities.a $(B)/lib/common.a
	$(LINK) -o $@ $^ $(LIBS)
## model         learn the model of tag-entities anew from BIO data (CORPUS="FILE...")
model: $(B)/train
	$(B)/train -o $(TAG)/model.bin $(CORPUS)

# Other flags or another compiler: all is built again.
export FLAGS = $(CC) $(CPPFLAGS) $(ALL_CFLAGS) $(LDFLAGS) $(HARDEN_LD)
$(B)/flags: FORCE
	@mkdir -p $(@D) && printf '%s\n' "$$FLAGS" | cmp -s - $@ || printf '%s\n' "$$FLAGS" >$@

## check         build and run every test (JOBS=N at a time)
check: all $(UNITS) $(FUZZERS)
	@B='$(abspath $(B))' VERSION=$(VERSION) TOOLS='$(TOOLS)' prove -j$(JOBS) -e '' $(filter-out tests/suite/lib.sh,$(wildcard tests/suite/*.sh)) tests/run-cases $(UNITS)
## check-asan    the same under the address and undefined behaviour sanitizers
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
check-asan:
	ASAN_OPTIONS=exitcode=66 UBSAN_OPTIONS=exitcode=66:print_stacktrace=1 $(MAKE) B=$(B)/asan CFLAGS='-O1 -g $(SANITIZE)' HARDEN= HARDEN_LD= SANITIZED=1 check
## check-valgrind the cases and unit tests under valgrind
VALGRIND = valgrind -q --error-exitcode=66 --suppressions=$(CURDIR)/tests/valgrind.supp
check-valgrind: all $(UNITS)
	@B='$(abspath $(B))' WRAP='$(VALGRIND)' prove -e '' tests/run-cases
	@prove -j$(JOBS) -e '$(VALGRIND)' $(UNITS)
## fuzz          run each fuzz target for FUZZ_SECONDS (clang with libFuzzer); finds go to build/libfuzzer/fuzz/found
fuzz:
	$(MAKE) B=$(B)/libfuzzer CC=clang CFLAGS='-O1 -g $(SANITIZE) -fsanitize=fuzzer-no-link' HARDEN= HARDEN_LD= \
	FUZZ_MAIN= FUZZ_LINK=-fsanitize=fuzzer fuzz-here
fuzz-here: $(FUZZERS)
	@status=0; for f in $^; do tests/fuzz/run $$f $(FUZZ_SECONDS) || status=1; done; exit $$status
## bench         time each tool against what a user has at hand (CORPUS=FILE)
bench: all $(B)/bench/clock
	@for f in $(filter-out tests/bench/lib.sh,$(wildcard tests/bench/*.sh)); do B='$(abspath $(B))' CORPUS='$(CORPUS)' sh $$f || exit 1; done
$(B)/bench/clock: tests/bench/clock.c $(B)/flags
	$(LINK) $(CPPFLAGS) -o $@ $<
## lint          warnings are errors in gcc and clang; shellcheck and mandoc where they are
lint:
	@B='$(B)' MAKE='$(MAKE)' sh .ci/lint
## demo          the pipeline over the sample reports
demo: all
	@B='$(abspath $(B))' sh tests/demo
## deps          install what building and testing need, where it is missing (apt, dnf, apk, pacman, brew)
deps:
	@CC='$(CC)' CPPFLAGS='$(BREW:%=-I%/include)' sh .ci/deps

## install       to PREFIX (/usr/local), under DESTDIR; PROGRAM_PREFIX=k- makes k-normalize of normalize
install: all
	install -d '$(DESTDIR)$(BINDIR)' $(foreach n,1 5 7,'$(DESTDIR)$(MANDIR)/man$n')
	for t in $(TOOLS); do install -m 755 $(B)/$$t '$(DESTDIR)$(BINDIR)/$(PROGRAM_PREFIX)'$$t && \
	install -m 644 man/$$t.1 '$(DESTDIR)$(MANDIR)/man1/$(PROGRAM_PREFIX)'$$t.1 || exit 1; done
	for n in 5 7; do install -m 644 man/khabar.$$n '$(DESTDIR)$(MANDIR)/man'$$n/$(PROGRAM_PREFIX)khabar.$$n || exit 1; done
## uninstall     remove what install put there
uninstall:
	rm -f $(foreach t,$(TOOLS),'$(DESTDIR)$(BINDIR)/$(PROGRAM_PREFIX)$t' '$(DESTDIR)$(MANDIR)/man1/$(PROGRAM_PREFIX)$t.1') \
	$(foreach n,5 7,'$(DESTDIR)$(MANDIR)/man$n/$(PROGRAM_PREFIX)khabar.$n')
## dist          build/khabar-VERSION.tar.gz of what is committed
dist:
	@mkdir -p $(B) && git archive --prefix=khabar-$(VERSION)/ HEAD | gzip -9n >$(B)/khabar-$(VERSION).tar.gz
## clean         remove build/
clean:; rm -rf $(B)
## help          show this
help:; @sed -n 's/^## /  /p' Makefile
# `make deps check` installs before anything else is done, also under -j.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(B)/flags $(filter-out deps,$(MAKECMDGOALS)): | deps
endif
-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)
.PHONY: all model check check-asan check-valgrind fuzz fuzz-here bench lint demo deps install uninstall dist clean help FORCE
.SECONDARY:
.DELETE_ON_ERROR:
