# make demo    set up, build and audit the embedded example
# make test    set up, check the format, build and run every test
# make hostile hostile model files, among them FLIPS=10000 with one byte changed
# make controls the null control of every attack over NULL_SETS=200 audits in which there is nothing to find
# make fuzz    feed the readers of models, manifests and policies for FUZZ_SECONDS=600 each
# make bench   set up, build and print speeds beside plain PyTorch loops and Opacus (BENCH="--full --audit": everything)
# make parity  set up, build and compare answers with real Keras 3 and 2.15 (PARITY="stored": one part alone)
# make recompute  compute every figure of the example's report anew with SciPy and scikit-learn
# make peers   hold the black-box attacks against those of the adversarial-robustness-toolbox (SHARED=../shared)
# make pages   open the sample and the example's report in Chromium: axe-core, console, requests, print; REPORTS=…
# make install PREFIX=/usr/local
# make setup   install what is missing (Debian 12; sudo when not root)

PREFIX ?= /usr/local
JOBS ?= 2
FLIPS ?= 10000
REPORTS ?= $(wildcard Reports/sample/report.xml Reports/demo/report.xml)
FUZZ_SECONDS ?= 600
NULL_SETS ?= 200
SHARED ?= ../shared
SWIFT_BUILD = swift build -j $(JOBS) $(BUILD_FLAGS)
say = @date -u '+%T $(1)'
RELEASE = .build/release
HOSTILE = Tests/HostileFiles/try_hostile_files.py
SHARE = $(DESTDIR)$(PREFIX)/share/layeraudit

.PHONY: all setup build demo test hostile controls fuzz lint bench parity recompute peers pages install clean

all: build

setup:
	@scripts/setup.sh

build: setup
	$(SWIFT_BUILD) -c release --product layeraudit

demo: build
	@scripts/demo.sh $(RELEASE)/layeraudit Reports/demo

lint:
	swift format lint --strict -r Sources Tests Package.swift

# SciPy, scikit-learn, h5py and jsonschema, for the tests that hold figures and formats against them.
.venv/bin/python: Tests/Recompute/requirements.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

test: setup lint .venv/bin/python
	$(call say,building the tests)
	$(SWIFT_BUILD) --build-tests
	$(call say,running the tests)
	@scripts/test.sh
	$(call say,hostile files)
	.venv/bin/python $(HOSTILE) .build/debug/layeraudit --truncations 8 --flips 18
	@scripts/fuzz.sh 10 .build/debug
	$(call say,everything passed)

hostile: setup .venv/bin/python
	$(SWIFT_BUILD) --build-tests
	LAYERAUDIT_FLIPS=$(FLIPS) swift test --skip-build --filter 'FlippedModelTests|FlippedByteTests'
	.venv/bin/python $(HOSTILE) .build/debug/layeraudit --large --flips 399

controls: setup
	$(SWIFT_BUILD) --build-tests
	LAYERAUDIT_NULL_SETS=$(NULL_SETS) swift test --skip-build --filter findsNothingWhereThereIsNothing | grep -E 'intervals cover|✘|Test run'

fuzz: setup
	@JOBS=$(JOBS) scripts/fuzz.sh $(FUZZ_SECONDS)

recompute: build .venv/bin/python
	.venv/bin/python Tests/Recompute/recompute.py Reports/demo/report.xml Reports/demo/scores.h5

# Selenium and axe-core, for the pages; Chromium and its driver come from the distribution.
.venv-pages/bin/python: Tests/Pages/requirements.txt
	python3 -m venv .venv-pages
	.venv-pages/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

pages: build .venv-pages/bin/python
	.venv-pages/bin/python Tests/Pages/pages.py --layeraudit $(RELEASE)/layeraudit $(REPORTS)

# The adversarial-robustness-toolbox, whose attacks ours are held against.
.venv-peers/bin/python: Tests/Peers/requirements.txt
	python3 -m venv .venv-peers
	.venv-peers/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

peers: build .venv-peers/bin/python
	.venv-peers/bin/python Tests/Peers/compare_art.py $(RELEASE)/layeraudit $(SHARED)

bench: build
	$(SWIFT_BUILD) -c release --product Benchmarks
	@scripts/bench.sh $(RELEASE) $(BENCH)

parity: build
	@scripts/parity.sh $(RELEASE)/layeraudit $(PARITY)

install: build
	install -D -m 755 $(RELEASE)/layeraudit $(DESTDIR)$(PREFIX)/bin/layeraudit
	install -D -m 755 $(RELEASE)/layeraudit-rehearsal $(DESTDIR)$(PREFIX)/libexec/layeraudit/layeraudit-rehearsal
	install -d $(SHARE)/Policies $(SHARE)/Reports
	install -m 644 Policies/*.xml Policies/*.xsd $(SHARE)/Policies
	install -m 644 Reports/*.xsd Reports/*.xsl Reports/*.css Reports/*.json $(SHARE)/Reports
	install -d $(SHARE)/Reports/languages
	install -m 644 Reports/languages/*.xml $(SHARE)/Reports/languages

clean:
	swift package clean
