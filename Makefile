# conv - GNU make, no configure. `make help` lists what there is.
VERSION = 0.1.0
PREFIX ?= /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man/man1

BUILD ?= build
PKG_CONFIG ?= pkg-config
PACKAGES = sndfile

# SAN=address,undefined builds with sanitizers, in a directory of its own.
SAN ?=
comma = ,
ifneq ($(SAN),)
BUILD := $(BUILD)/$(subst $(comma),-,$(SAN))
OPTIMISE = -O1 -g -fsanitize=$(SAN) -fno-sanitize-recover=all -fno-omit-frame-pointer
else
OPTIMISE = -O3 -g -D_FORTIFY_SOURCE=2
endif

MACHINE := $(shell $(CC) -dumpmachine)
ifneq ($(filter x86_64-%,$(MACHINE)),)
WIDTH = -mprefer-vector-width=512
GUARD = -fcf-protection
endif

WARN = -Wall -Wextra -Wshadow -Wconversion
HARDEN = -fPIE -fstack-protector-strong -fstack-clash-protection $(GUARD)
# No contraction: a fused multiply-add would give other bits on other machines.
EXACT = -ffp-contract=off
DEFINES = -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -D_FILE_OFFSET_BITS=64 -DCONV_VERSION='"$(VERSION)"'

COMMON = -Isrc $(OPTIMISE) $(EXACT) $(WIDTH) $(WARN) $(HARDEN) -pthread -MMD -MP $(shell $(PKG_CONFIG) --cflags $(PACKAGES))
ALL_CFLAGS = -std=c17 $(DEFINES) $(COMMON) $(CPPFLAGS) $(CFLAGS)
ALL_CXXFLAGS = -std=c++17 -fno-rtti -fno-exceptions $(COMMON) $(CPPFLAGS) $(CXXFLAGS)
ALL_LDFLAGS = -pthread -pie -Wl,-z,relro,-z,now $(OPTIMISE) $(LDFLAGS)
LIBS = $(shell $(PKG_CONFIG) --libs $(PACKAGES)) -lm

SOURCES = $(wildcard src/*.c src/*.cc src/*/*.c src/*/*/*.c)
OBJECTS = $(patsubst src/%,$(BUILD)/%.o,$(SOURCES))
# The house without its door, for programs that test rooms one by one.
ROOMS = $(filter-out $(BUILD)/main.c.o $(BUILD)/options/options.c.o $(BUILD)/options/values.c.o,$(OBJECTS))
UNITS = $(patsubst tests/unit/%.c,$(BUILD)/unit-%,$(wildcard tests/unit/*.c))

all: $(BUILD)/conv ## build build/conv

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|'
	@echo '  SAN=address,undefined with any of them: a build with sanitizers. PREFIX, DESTDIR, CC, CFLAGS as usual.'

$(BUILD)/conv: $(OBJECTS)
	$(CXX) $(ALL_LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

$(BUILD)/%.c.o: src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/%.cc.o: src/%.cc $(BUILD)/flags
	@mkdir -p $(@D)
	$(CXX) $(ALL_CXXFLAGS) -c -o $@ $<

$(BUILD)/unit-%: tests/unit/%.c $(ROOMS)
	$(CC) $(ALL_CFLAGS) -c -o $@.o $<
	$(CXX) $(ALL_LDFLAGS) -o $@ $@.o $(ROOMS) $(LIBS)

# Changes when the flags do, so that everything is built again.
FLAGS = $(CC) $(CXX) $(ALL_CFLAGS) $(ALL_CXXFLAGS) $(ALL_LDFLAGS) $(LIBS)
$(BUILD)/flags: force
	@mkdir -p $(BUILD)
	@printf '%s\n' '$(subst ','\'',$(FLAGS))' | cmp -s - $@ || printf '%s\n' '$(subst ','\'',$(FLAGS))' > $@

# Programs that time rooms, and the floor of text.
$(BUILD)/bench-%: tests/bench/%.c $(ROOMS)
	$(CC) $(ALL_CFLAGS) -c -o $@.o $<
	$(CXX) $(ALL_LDFLAGS) -o $@ $@.o $(ROOMS) $(LIBS)

$(BUILD)/bench-floor: tests/bench/floor.cc
	$(CXX) -std=c++17 -O3 -pthread -o $@ $<

bench: $(BUILD)/conv $(BUILD)/bench-stage $(BUILD)/bench-engines $(BUILD)/bench-floor ## measure conv and its peers; WORK=audio,text,...
	@BUILD=$(CURDIR)/$(BUILD) /usr/bin/python3 tests/bench/run.py $(WORK)

demo: $(BUILD)/conv ## put the sample speech into the sample room, smooth the sample table
	@CONV=$(BUILD)/conv sh samples/demo

check: $(BUILD)/conv $(UNITS) ## run every test
	@SKIP='$(SKIP)' UNIT=$(CURDIR)/$(BUILD)/unit CONV=$(CURDIR)/$(BUILD)/conv tests/run $(CASES)

lint: ## compile with all warnings as errors, check scripts, manual and structure
	tests/lint

deps: ## install what building, testing and the demo need
	@tests/deps build

deps-lint: ## install what make lint needs besides
	@tests/deps lint

bench-deps: ## install the peers of make bench
	@tests/deps bench

install: $(BUILD)/conv ## copy conv and its manual to PREFIX
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)
	install -m 755 $(BUILD)/conv $(DESTDIR)$(BINDIR)/conv
	install -m 644 man/conv.1 $(DESTDIR)$(MANDIR)/conv.1

uninstall: ## remove them
	rm -f $(DESTDIR)$(BINDIR)/conv $(DESTDIR)$(MANDIR)/conv.1

clean: ## remove what was built
	rm -rf build wet.wav smooth.csv

-include $(OBJECTS:.o=.d)

.PHONY: all help demo check lint bench deps deps-lint bench-deps install uninstall clean force
