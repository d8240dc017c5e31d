# make demo   a virtual environment, the examples checked and drawn into out/
# make test   everything CI runs
# make docs   the generated parts of the documentation; make pictures, its pictures; make languages, the catalogues of words
# make bench  the benchmarks, which print ratios

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= auto

.PHONY: demo test lint docs languages pictures bench system clean

demo: $(VENV)/base
	$(BIN)/journey validate examples
	$(BIN)/journey render examples -o out/ --quiet
	$(BIN)/journey render examples -o out/ --format svg --view flow --quiet
	@echo
	@echo "Look at out/: a page (.html) and a diagram (.svg) of each map, for instance out/checking-account.html"

test: $(VENV)/dev system lint
	$(BIN)/python -m compileall -q src
	$(BIN)/python -m pytest -n $(WORKERS) tests

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyrefly check --python-interpreter-path $(BIN)/python

docs: $(VENV)/dev
	$(BIN)/python docs/generate.py

languages: $(VENV)/dev
	$(BIN)/python docs/languages.py

pictures: $(VENV)/dev
	$(BIN)/python docs/pictures.py

bench: $(VENV)/dev
	$(BIN)/python -m benchmarks

# A browser, Graphviz and fonts for the tests that look at pictures; where they cannot be installed, the tests say so.
system:
	@.ci/system

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/base: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/dev: $(VENV)/base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) out dist build .pytest_cache .ruff_cache .hypothesis
