# Two commands are enough: `make run` opens the window, `make test` passes
# everything. Each target installs the Debian packages that it lacks.

SHELL      := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
GO         ?= go

# The window needs C; everything else is built and tested without.
# gles: the same pixels as desktop GL from a tenth of the generated C
# (doc/decisions/0004-gles.md). runtimesecret: keys are wiped from registers,
# stacks and heap; Go has it on Linux only. no_emoji: Fyne's own emoji font
# costs 13 MB of memory and is read at each start; the system's is used.
ANYWHERE   := migrated_fynedo,accessibility,no_emoji
TAGS       := $(ANYWHERE)
PLATFORM   := $(shell $(GO) env GOOS)/$(shell $(GO) env GOARCH)
ifneq ($(filter linux/%,$(PLATFORM)),)
TAGS       := $(TAGS),gles
endif
ifneq ($(filter linux/amd64 linux/arm64,$(PLATFORM)),)
SECRET     := GOEXPERIMENT=runtimesecret
endif
REPRODUCIBLE := -trimpath -buildvcs=false -ldflags "-s -w -buildid="
WINDOW     := $(SECRET) CGO_ENABLED=1 $(GO) build $(REPRODUCIBLE) -tags $(TAGS)
COMMAND    := $(SECRET) CGO_ENABLED=0 $(GO) build $(REPRODUCIBLE)
PLAIN      := CGO_ENABLED=0 $(GO)
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

# Where several goroutines work on one thing.
RACE       := ./app/desk ./app/kit/... ./store ./store/internal/... ./board ./preference
# What has files of its own for Windows and macOS.
PORTED     := ./app/desk ./store/... ./backup ./preference ./cmd/holdfastctl
# How long `make fuzz` spends on each target.
FUZZTIME   ?= 1m

.PHONY: help run demo build cross test race proof torture mutation packages pictures bench fuzz lint clean

help:
	@grep -E '^## ' Makefile | sed 's/^## //'

## make run        install what is missing, build, open the window
run: ; @scripts/open
## make demo       the same with an invented board in a vault that goes afterwards
demo: ; @scripts/open --demo

## make build      bin/holdfast (the window) and bin/holdfastctl (the same house without one)
build:
	@scripts/setup build
	@mkdir -p bin
	$(COMMAND) -o bin/holdfastctl ./cmd/holdfastctl
	$(WINDOW) -o bin/holdfast ./cmd/holdfast

## make cross      Windows programs, and the ones without a window for macOS too, in dist/
cross:
	@scripts/setup cross
	@mkdir -p dist
	@packaging/windows/resources
	CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc $(GO) build -trimpath -buildvcs=false \
	  -ldflags "-s -w -buildid= -H=windowsgui" -tags $(ANYWHERE) -o dist/holdfast.exe ./cmd/holdfast
	CGO_ENABLED=0 GOOS=windows GOARCH=amd64 $(GO) build $(REPRODUCIBLE) -o dist/holdfastctl.exe ./cmd/holdfastctl
	CGO_ENABLED=0 GOOS=darwin GOARCH=arm64 $(GO) build $(REPRODUCIBLE) -o dist/holdfastctl-macos-arm64 ./cmd/holdfastctl
	CGO_ENABLED=0 GOOS=darwin GOARCH=amd64 $(GO) build $(REPRODUCIBLE) -o dist/holdfastctl-macos-amd64 ./cmd/holdfastctl

## make test       formatting, vet, every test, the window built, the races looked for
test:
	@scripts/setup build test
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); \
	  [ -z "$$unformatted" ] || { echo "gofmt would change:"; echo "$$unformatted"; exit 1; }
	$(PLAIN) vet -tags ci ./...
	GOOS=windows $(PLAIN) vet -tags ci $(PORTED)
	GOOS=darwin $(PLAIN) vet -tags ci $(PORTED)
	$(PLAIN) test -timeout 20m -tags ci ./...
	@mkdir -p bin
	$(WINDOW) -o bin/holdfast ./cmd/holdfast
	$(if $(SECRET),$(SECRET) $(PLAIN) test -tags ci ./store/...)
	$(MAKE) --no-print-directory race

## make race       the race detector over what is concurrent
race:
	@scripts/setup build test
	CGO_ENABLED=1 $(GO) test -race -short -timeout 25m -tags ci $(RACE)

## make proof      what the program leaves behind: memory, files, sockets
proof: build
	@scripts/setup proof
	$(SECRET) $(PLAIN) test -tags ci,proof -count=1 -v ./proof/...

## make torture    kills, power cuts, full disks and bit rot, at most some 20 minutes; ends with a table
torture:
	@scripts/setup torture
	@mkdir -p bin
	@$(COMMAND) -o bin/torture ./torture
	@bin/torture

## make mutation   one comparison, sign or sum changed at a time: do tests notice? (some hours)
mutation: ; @scripts/mutation

## make pictures   every screen as a PNG in pictures/: light, dark, 200 % text, Spanish
pictures:
	@mkdir -p pictures
	@drawn=$$($(PLAIN) list -tags ci -f '{{$$p := .ImportPath}}{{range .TestImports}}{{if eq . "holdfast/app/kit/kittest"}}{{$$p}} {{end}}{{end}}{{range .XTestImports}}{{if eq . "holdfast/app/kit/kittest"}}{{$$p}} {{end}}{{end}}' ./app/...); \
	  $(PLAIN) test -tags ci -count=1 -run Pictures $$drawn -pictures=$(CURDIR)/pictures
	@echo "The pictures are in pictures/."

## make bench      ratios against SQLCipher, KeePassXC and an empty window
bench: build
	@scripts/setup bench window
	@$(COMMAND) -o bin/bench ./bench
	@$(SECRET) CGO_ENABLED=1 $(GO) build $(REPRODUCIBLE) -tags $(TAGS) -o bin/bare ./bench/bare
	@bin/bench

## make fuzz       every fuzz target for FUZZTIME (1m)
fuzz: ; @FUZZTIME=$(FUZZTIME) scripts/fuzz

## make packages   what people install, in dist/, each tried, and made twice; ends with tables
packages: build cross
	@scripts/setup packages window
	packaging/build
	packaging/try
	packaging/twice

## make lint       staticcheck, for every system
lint: bin/staticcheck
	CGO_ENABLED=0 bin/staticcheck -tags ci ./...
	GOOS=windows CGO_ENABLED=0 bin/staticcheck -tags ci $(PORTED)
	GOOS=darwin CGO_ENABLED=0 bin/staticcheck -tags ci $(PORTED)

bin/staticcheck:
	GOBIN=$(CURDIR)/bin $(GO) install $(STATICCHECK)

## make clean      removes what was built
clean: ; rm -rf bin dist pictures
