# What a developer types. `.venv` is made and filled once, and again only when pyproject.toml or constraints.txt changed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
BENCH := $(VENV)/.installed-bench
SHARED ?= ../shared
# Twice the cores: a screen under test waits as often as it works.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(2 * (os.cpu_count() or 1))')

.DEFAULT_GOAL := help
.PHONY: help demo test check soak score readme bench clean

help: ## list these targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Milepost needs Python 3.11 or later; this is %d.%d. Try: make PYTHON=python3.12 ..." % sys.version_info[:2])'
	@echo "Installing Milepost and its tools into $(VENV); the first time this takes a minute or two." >&2
	@$(PYTHON) -m venv $(VENV) || { echo "No virtual environment could be made: is the package python3-venv there?" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]' >&2
	@touch $@

demo: $(STAMP) ## open the app on the sample newsletters
	@$(BIN)/milepost demo

test: $(STAMP) ## all tests
	@$(BIN)/pytest -n $(WORKERS) --dist worksteal

check: $(STAMP) ## format, lint, types, import direction, file sizes, all tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n $(WORKERS) --dist worksteal

soak: $(STAMP) ## long runs: thousands of histories, hundreds of kills, two writers and an importer
	$(BIN)/pytest -m soak

score: $(STAMP) ## how well the newsletters are read, against what careful readers found in them
	@$(BIN)/python tests/score.py $(SHARED)

readme: $(STAMP) ## bring the output and the picture in README.md up to date
	@$(BIN)/python tests/readme.py

$(BENCH): $(STAMP)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]' >&2
	@touch $@

bench: $(BENCH) ## speed beside dateparser, cost of each stage, memory, the store, opening the app, hostile texts; takes some minutes
	@$(BIN)/python -m tests.benchmarks.bench $(BENCHMARKS)

clean: ## remove what was made here
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
