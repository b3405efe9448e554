# postlint: `make try` to see it work, `make test` to run every test.
.DEFAULT_GOAL := try
SHELL := /bin/sh
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: try test lint wheel bench lock clean

try: $(VENV)/.installed  ## install, and check an example draft
	@$(BIN)/postlint check --fail-on never --publish-at 2026-05-01T09:00:00+02:00 docs/example-draft.txt

test: $(VENV)/.tested-with  ## run every test
	$(BIN)/python -m pytest

lint: $(VENV)/.tested-with  ## linters, types and the contract of the layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

wheel: $(VENV)/.tested-with  ## build the wheel and try it in an empty environment
	.ci/try-wheel $(BIN)/python

bench: $(VENV)/.tested-with  ## side by side with peers, printed as ratios
	$(BIN)/python benchmarks/run.py

lock: $(VENV)/bin/python  ## renew the lock files from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate pyproject.toml --group build -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate pyproject.toml --group dev -o requirements-dev.lock

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml $(wildcard postlint/locale/*/LC_MESSAGES/*.po)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.tested-with: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) build dist .cache .mypy_cache .ruff_cache .pytest_cache
