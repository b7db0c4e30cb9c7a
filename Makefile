# conv - GNU make, no configure. `make help` lists what there is.
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
VERSION = 0.1.0
# The name of what is installed; the environment's NAME is something else's.
NAME = conv
PREFIX ?= /usr/local
BINDIR = $(PREFIX)/bin
SHAREDIR = $(PREFIX)/share
MANDIR = $(SHAREDIR)/man/man1

BUILD ?= build
PKG_CONFIG ?= pkg-config
PACKAGES = sndfile soxr

# SAN=address,undefined builds with sanitizers, in a directory of its own.
SAN ?=
comma = ,
ifneq ($(SAN),)
BUILD := $(BUILD)/$(subst $(comma),-,$(SAN))
OPTIMISE = -O1 -g -fsanitize=$(SAN) -fno-sanitize-recover=all -fno-omit-frame-pointer
else
OPTIMISE = -O3 -g
FORTIFY = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
endif
ifneq ($(words $(BUILD)),1)
$(error BUILD must be one word, not '$(BUILD)': make has no names with blanks)
endif

# $(call once,NAME,COMMAND): what the command prints. It runs once, when NAME is first used: after
# `make deps` has installed it.
once = $(eval $1 := $(shell $2))$($1)
MACHINE = $(call once,MACHINE,$(CC) -dumpmachine)
PACKAGE_CFLAGS = $(call once,PACKAGE_CFLAGS,$(PKG_CONFIG) --cflags $(PACKAGES))
PACKAGE_LIBS = $(call once,PACKAGE_LIBS,$(PKG_CONFIG) --libs $(PACKAGES))

ON_X86 = $(filter x86_64-%,$(MACHINE))
WIDTH = $(if $(ON_X86),-mprefer-vector-width=512)
GUARD = $(if $(ON_X86),-fcf-protection)
WARN = -Wall -Wextra -Wshadow -Wconversion
HARDEN = -fPIE -fstack-protector-strong -fstack-clash-protection $(GUARD) $(FORTIFY)
# No contraction: a fused multiply-add would give other bits on other machines. These flags come
# last; platform.h refuses what they do not undo.
EXACT = -fno-associative-math -fno-reciprocal-math -ffp-contract=off
DEFINES = -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -D_FILE_OFFSET_BITS=64 \
    -DCONV_VERSION='"$(VERSION)"'

COMMON = -Isrc -include platform.h $(OPTIMISE) $(WIDTH) $(WARN) $(HARDEN) -pthread -MMD -MP \
    $(PACKAGE_CFLAGS)
ALL_CFLAGS = -std=c17 $(DEFINES) $(COMMON) $(CPPFLAGS) $(CFLAGS) $(EXACT)
ALL_CXXFLAGS = -std=c++17 -fno-rtti -fno-exceptions $(COMMON) $(CPPFLAGS) $(CXXFLAGS) $(EXACT)
ALL_LDFLAGS = -pthread -pie -Wl,-z,relro,-z,now $(OPTIMISE) $(LDFLAGS)
LIBS = $(PACKAGE_LIBS) -lm

SOURCES = $(wildcard src/*.c src/*.cc src/*/*.c src/*/*/*.c)
OBJECTS = $(patsubst src/%,$(BUILD)/%.o,$(SOURCES))
# The house without its door, for programs that test rooms one by one.
ROOMS = $(filter-out $(BUILD)/main.c.o $(BUILD)/options/%,$(OBJECTS))
UNITS = $(patsubst tests/unit/%.c,$(BUILD)/unit-%,$(wildcard tests/unit/*.c))
BENCHES = $(patsubst tests/bench/%.c,$(BUILD)/bench-%,$(wildcard tests/bench/*.c))

# One line says what a command makes; V=1 shows the command, -s nothing.
V = 0
silent = $(findstring s,$(filter-out --%,$(firstword -$(MAKEFLAGS))))
ifneq ($(V),1)
say = @$(if $(silent),,printf '  %-7s %s\n' '$1' '$2'; )
endif

all: $(BUILD)/conv ## build build/conv
programs: $(UNITS) $(BENCHES)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|'
	@echo '  SAN=address,undefined with any of them: built with sanitizers. V=1 shows whole commands.'
	@echo '  NAME, PREFIX, DESTDIR, BUILD, CC, CXX, CPPFLAGS, CFLAGS, CXXFLAGS, LDFLAGS as usual.'

$(BUILD)/conv: $(OBJECTS)
	$(call say,LINK,$@)$(CXX) $(ALL_LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

$(BUILD)/%.c.o: src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/%.cc.o: src/%.cc $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CXX,$<)$(CXX) $(ALL_CXXFLAGS) -c -o $@ $<

# Programs that test rooms, programs that time them, and the floor of text.
$(BUILD)/unit-%.o: tests/unit/%.c $(BUILD)/flags
	$(call say,CC,$<)$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/bench-%.o: tests/bench/%.c $(BUILD)/flags
	$(call say,CC,$<)$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(UNITS) $(BENCHES): %: %.o $(ROOMS)
	$(call say,LINK,$@)$(CXX) $(ALL_LDFLAGS) -o $@ $< $(ROOMS) $(LIBS)

$(BUILD)/bench-floor: tests/bench/floor.cc
	$(call say,CXX,$<)$(CXX) -std=c++17 -O3 -pthread -o $@ $<

# Changes when the flags do, so that everything is built again.
FLAGS = $(CC) $(CXX) $(ALL_CFLAGS) $(ALL_CXXFLAGS) $(ALL_LDFLAGS) $(LIBS)
TELL_FLAGS = printf '%s\n' '$(subst ','\'',$(FLAGS))'
$(BUILD)/flags: force
	@mkdir -p $(BUILD)
	@$(TELL_FLAGS) | cmp -s - $@ || $(TELL_FLAGS) > $@
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(BUILD)/flags: | deps
endif

bench: $(BUILD)/conv $(BENCHES) $(BUILD)/bench-floor ## measure conv and its peers; WORK=audio,... or change
	@BUILD="$$(cd $(BUILD) && pwd)" /usr/bin/python3 tests/bench/run.py $(WORK)

peers: $(BUILD)/conv ## run the tests of numpy, scipy, astropy, pandas and Octave with conv doing the work
	@CONV=$(BUILD)/conv tests/peers/run.py $(PEERS)

demo: $(BUILD)/conv ## smooth a table, put a room on a voice, find a pattern; draw it with gnuplot
	@CONV=$(BUILD)/conv sh samples/demo

check: $(BUILD)/conv $(UNITS) ## run every test; CASES=table/ those whose name holds a word
	@SKIP='$(SKIP)' CONV=$(BUILD)/conv tests/run $(CASES)

# Buffers of a few bytes, so that the edges of what is read fall into every kind of text.
check-small: $(BUILD)/unit-tables ## run the tests of tables with tiny buffers, and random tables against Python
	$(MAKE) BUILD=$(BUILD)/small CPPFLAGS='-DTABLE_CHUNK_BYTES=7' $(BUILD)/small/conv $(BUILD)/small/unit-tables
	$(MAKE) BUILD=$(BUILD)/short CPPFLAGS='-DTABLE_ROW_BYTES=100' $(BUILD)/short/unit-tables
	$(MAKE) BUILD=$(BUILD)/tiny CPPFLAGS='-DTABLE_ROW_BYTES=100 -DTABLE_CHUNK_BYTES=1' $(BUILD)/tiny/unit-tables
	tests/tables.py 3000 1 4194304 $(BUILD)/small/unit-tables $(BUILD)/unit-tables
	tests/tables.py 3000 2 100 $(BUILD)/tiny/unit-tables $(BUILD)/short/unit-tables
	CONV=$(BUILD)/small/conv tests/run table/ errors/ prompt/

# COUNT and SEED are those of make alone: the environment's are something else's.
COUNT = 20000
SEED = 1
random: $(BUILD)/conv ## run random commands against a reference in exact fractions; COUNT=, SEED=
	@CONV=$(BUILD)/conv tests/random/run.py $(COUNT) $(SEED)

lint: ## compile with all warnings as errors, check scripts, manual and structure
	@tests/lint

platforms: ## build in many ways and for other machines, compare what they print
	@tests/platforms

deps: ## install what building, testing and the demo need
	@tests/deps build

deps-lint: ## install what make lint needs besides
	@tests/deps lint

platforms-deps: ## install the compilers and libraries of make platforms
	@tests/deps platforms

bench-deps: ## install the peers of make bench
	@tests/deps bench

peers-deps: ## install the peers of make peers
	@tests/deps peers

# Installing copies what was built, with whatever flags that was; it builds only where nothing is.
# $(call place,FILE,DIRECTORY,NAME): a text installed under a name, which it then uses of itself. The
# completions say `conv convolve` where they are told what they complete.
place = $(if $(wildcard $1),$(call say,INSTALL,$(DESTDIR)$2/$3)install -d '$(DESTDIR)$2' && \
    sed $(RENAME) $1 | install -m 644 /dev/stdin '$(DESTDIR)$2/$3')
RENAME = -e "s/^\.Dt CONV /.Dt $$(echo $(NAME) | tr a-z A-Z) /" -e 's/^\.Nm conv$$/.Nm $(NAME)/' \
    -e 's/^\$$ conv /$$ $(NAME) /' -e 's/| conv /| $(NAME) /' \
    -e 's/ conv convolve$$/ $(NAME)/'
BASHDIR = $(SHAREDIR)/bash-completion/completions
ZSHDIR = $(SHAREDIR)/zsh/site-functions
FISHDIR = $(SHAREDIR)/fish/vendor_completions.d

install: ## copy conv, its manual and completions to PREFIX, under another NAME if asked
	@test -x $(BUILD)/conv || $(MAKE) $(BUILD)/conv
	$(call say,INSTALL,$(DESTDIR)$(BINDIR)/$(NAME))install -d '$(DESTDIR)$(BINDIR)' && \
	    install -m 755 $(BUILD)/conv '$(DESTDIR)$(BINDIR)/$(NAME)'
	$(call place,man/conv.1,$(MANDIR),$(NAME).1)
	$(call place,completions/conv.bash,$(BASHDIR),$(NAME))
	$(call place,completions/_conv,$(ZSHDIR),_$(NAME))
	$(call place,completions/conv.fish,$(FISHDIR),$(NAME).fish)

uninstall: ## remove them
	rm -f '$(DESTDIR)$(BINDIR)/$(NAME)' '$(DESTDIR)$(MANDIR)/$(NAME).1' \
	    '$(DESTDIR)$(BASHDIR)/$(NAME)' '$(DESTDIR)$(ZSHDIR)/_$(NAME)' \
	    '$(DESTDIR)$(FISHDIR)/$(NAME).fish'

# The last commit, or outside git this directory; the same bytes each time.
DIST = conv-$(VERSION)
dist: ## pack the sources as conv-VERSION.tar.gz
	@if [ -e .git ]; then git archive --prefix=$(DIST)/ -o $(DIST).tar HEAD; else \
	    tar -cf $(DIST).tar --exclude-from=.gitignore --sort=name --mtime=@$$(stat -c %Y Makefile) \
	    --owner=0 --group=0 --numeric-owner --mode=go=rX --transform='s,^\.,$(DIST),' .; fi
	$(call say,PACK,$(DIST).tar.gz)gzip -9nf $(DIST).tar

clean: ## remove what was built
	rm -rf $(BUILD) build wet.wav smooth.csv demo.png $(DIST).tar $(DIST).tar.gz

-include $(OBJECTS:.o=.d) $(UNITS:=.d) $(BENCHES:=.d)

.PHONY: all programs help bench peers demo check check-small random lint platforms deps deps-lint platforms-deps \
    bench-deps peers-deps install uninstall dist clean force
