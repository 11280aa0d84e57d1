# khabar: Unix filters for Arabic news. `make help` says what can be made.

VERSION = 0.1.0
TOOLS = normalize split-sentences tag-entities count-claims dedupe

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
MANDIR ?= $(PREFIX)/share/man
PROGRAM_PREFIX ?=
B ?= build
CFLAGS ?= -O2 -g
JOBS ?= 2

WARN = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror=implicit-function-declaration
HARDEN = -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
HARDEN_LD = -pie $(if $(filter Linux,$(shell uname -s)),-Wl$(comma)-z$(comma)relro$(comma)-z$(comma)now)
comma = ,
BREW := $(shell command -v brew >/dev/null 2>&1 && brew --prefix)
override CPPFLAGS += -D_GNU_SOURCE -D_DARWIN_C_SOURCE -DVERSION='"$(VERSION)"' -Icommon -Itools $(BREW:%=-I%/include)
override LDFLAGS += $(BREW:%=-L%/lib)
ALL_CFLAGS = -std=c11 $(WARN) $(HARDEN) $(CFLAGS)
LINK = $(CC) $(ALL_CFLAGS) $(LDFLAGS) $(HARDEN_LD)
LIBS = -lutf8proc -lpcre2-8

# A room is common or a tool. Its parts go into an archive; its programs (a tool's main file, mklist, train) do not.
ROOMS = common $(TOOLS)
home = $(if $(filter common,$1),common,tools/$1)
programs = $(call home,$1)/$1.c common/mklist.c tools/$1/train.c
parts = $(filter-out $(programs),$(wildcard $(call home,$1)/*.c))
lists = $(patsubst $(call home,$1)/lists/%.tsv,$(B)/gen/$1/%.c,$(wildcard $(call home,$1)/lists/*.tsv))
objects = $(patsubst %.c,$(B)/obj/%.o,$(call parts,$1)) $(patsubst $(B)/gen/%.c,$(B)/obj/gen/%.o,$(call lists,$1))
UNITS = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/*/*.c))
FUZZERS = $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))

all: $(TOOLS:%=$(B)/%)

define room
$(B)/lib/$1.a: $(call objects,$1)
	@mkdir -p $$(@D)
	@rm -f $$@
	$$(AR) rcs $$@ $$^
$(B)/unit/$1/%: tests/unit/$1/%.c tests/unit/tap.h $(B)/lib/$1.a $(B)/lib/common.a
	@mkdir -p $$(@D)
	$$(LINK) $$(CPPFLAGS) -Itests/unit -o $$@ $$< $(B)/lib/$1.a $(B)/lib/common.a $$(LIBS)
$(B)/gen/$1/%.c: $(call home,$1)/lists/%.tsv $(B)/mklist
	@mkdir -p $$(@D)
	$(B)/mklist list_$$(subst -,_,$$*) $$< >$$@.tmp && mv $$@.tmp $$@
endef
$(foreach r,$(ROOMS),$(eval $(call room,$r)))

define tool
$(B)/$1: $(B)/obj/tools/$1/$1.o $(B)/lib/$1.a $(B)/lib/common.a
	$$(LINK) -o $$@ $$^ $$(LIBS)
endef
$(foreach t,$(TOOLS),$(eval $(call tool,$t)))

# mklist is linked from common's own objects, without the lists that it makes.
$(B)/mklist: $(patsubst %.c,$(B)/obj/%.o,common/mklist.c $(call parts,common))
	$(LINK) -o $@ $^ $(LIBS)

$(B)/obj/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
$(B)/obj/gen/%.o: $(B)/gen/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<

# `make deps check` installs before it compiles, also under -j.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(patsubst %.c,$(B)/obj/%.o,$(wildcard common/*.c tools/*/*.c)): | deps
endif

-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)

.PHONY: all
.SECONDARY:
.DELETE_ON_ERROR:
