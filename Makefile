# What to run: `make demo` first, `make test` second. Everything else is named here.
SHELL := /bin/sh
PREFIX ?= /usr/local
SWIFT_FLAGS := --static-swift-stdlib

.PHONY: demo test build setup setup-tests lint bench fuzz soak install install-instructor clean

demo: build ## Installs what is missing, builds, and grades four files before your eyes.
	@Scripts/demo

test: build setup-tests ## Runs the lint, all tests, the content's own check and the contributors' walk-through.
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks solutions exercises
	swift test --skip SandboxTests
	swift test --skip-build --filter SandboxTests
	swift build -c release --product fuzz $(SWIFT_FLAGS)
	.build/release/fuzz 1000000
	./gradus verify --seeds 10
	Scripts/try-contributing

build: setup ## Builds the command, prepares the student-facing modules and compiles the known mistakes.
	swift build -c release --product gradus $(SWIFT_FLAGS)
	./gradus doctor --prepare

setup: ## Installs the Debian packages that are missing.
	@Scripts/setup

bench: build setup-tests ## Measures the time from edit to verdict against the compiler's own.
	swift build -c release --product benchmarks $(SWIFT_FLAGS)
	.build/release/benchmarks
	.build/release/benchmarks render
	.build/release/benchmarks vectors
	.build/release/benchmarks class
	-Benchmarks/peers/run

fuzz: setup ## Feeds the decoder of what submissions send with twenty million mutated frames.
	swift build -c release --product fuzz $(SWIFT_FLAGS)
	.build/release/fuzz 20000000

soak: build ## Grades two thousand submissions in one process, a tenth of them hostile, and looks for what has grown.
	swift build -c release --product soak $(SWIFT_FLAGS)
	folder=$$(mktemp -d) && chmod 711 $$folder && TMPDIR=$$folder .build/release/soak 2000 && rmdir $$folder

install: build ## Installs command, student-facing modules and course below PREFIX, without the solutions.
	@DESTDIR='$(DESTDIR)' Scripts/install '$(PREFIX)'

install-instructor: build ## The same with the solutions, which verify and call --solution need.
	@DESTDIR='$(DESTDIR)' WITH_SOLUTIONS=1 Scripts/install '$(PREFIX)'

setup-tests: ## Installs what only the tests and benchmarks need.
	@Scripts/setup --tests

lint: ## Formats nothing, complains of everything.
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks solutions exercises

clean: ## Removes what was built.
	rm -rf .build
