# Every command of this project. `make run` and `make test` need nothing run before them; a second time is quick.
VENV := .venv
TRAINING := .venv-train
PYTHON := $(VENV)/bin/python
NPM := env PATH="$(CURDIR)/$(VENV)/bin:$$PATH" npm
SOURCES := server tests

.PHONY: help run install test lint types unit extension-test extension e2e golden schema bench train clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.run ## start the service and the playground on http://127.0.0.1:8425
	@$(VENV)/bin/coolhead serve

install: $(VENV)/.dev node_modules/.package-lock.json ## install what development needs

test: lint types unit extension-test extension e2e ## everything below that can fail; what CI runs
	@echo "All of it passed."

lint: install ## ruff, import direction, biome
	$(PYTHON) -m ruff check $(SOURCES)
	$(PYTHON) -m ruff format --check $(SOURCES)
	$(VENV)/bin/lint-imports
	$(NPM) run lint

types: install ## mypy and tsc, both strict
	$(PYTHON) -m mypy
	$(NPM) run types

unit: install ## Python tests: server, rules, golden answers, contract, documentation
	$(PYTHON) -m pytest tests --ignore=tests/e2e --ignore=tests/bench

extension-test: install ## the extension's tests under node
	$(NPM) test

extension: install ## build the extension into dist/, unpacked and zipped
	$(NPM) run build

e2e: install extension ## drive real browsers; COOLHEAD_E2E=skip leaves this out
	@if [ "$$COOLHEAD_E2E" = skip ]; then \
		echo "!!! COOLHEAD_E2E=skip: NO browser was driven, the end-to-end tests did NOT run !!!"; \
	else $(PYTHON) -m pytest tests/e2e; fi

golden: $(VENV)/.dev ## rewrite the golden answers; read the diff
	$(PYTHON) -m pytest tests/golden --rewrite-golden

schema: $(VENV)/.dev ## rewrite shared_rules/rules.schema.json
	$(VENV)/bin/coolhead rules schema >shared_rules/rules.schema.json.new
	mv shared_rules/rules.schema.json.new shared_rules/rules.schema.json

bench: install $(VENV)/.bench ## engine, endpoint and typing figures beside other tools
	$(PYTHON) tests/bench
	$(PYTHON) tests/e2e/bench_typing.py

train: $(TRAINING)/.train ## train the sentence model anew; under an hour on a plain CPU
	PYTHONPATH=server $(TRAINING)/bin/python -m training.run

clean: ## remove what was installed and built
	rm -rf $(VENV) $(TRAINING) node_modules tests/bench/node_modules dist

$(PYTHON):
	.ci/python $(VENV)

$(VENV)/.run: pyproject.toml | $(PYTHON)
	@echo "Installing coolhead into $(VENV) ..."
	@$(PYTHON) -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(PYTHON)
	@echo "Installing coolhead and its developer tools into $(VENV) ..."
	@$(PYTHON) -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.run

$(TRAINING)/.train: pyproject.toml
	.ci/python $(TRAINING)
	$(TRAINING)/bin/python -m pip install --quiet --editable '.[train]'
	@touch $@

$(VENV)/.node: | $(PYTHON)
	@.ci/node $(VENV)
	@touch $@

$(VENV)/.bench: tests/bench/package-lock.json tests/bench/requirements.txt $(VENV)/.dev $(VENV)/.node
	$(PYTHON) -m pip install --quiet --requirement tests/bench/requirements.txt
	$(NPM) ci --silent --prefix tests/bench
	@touch $@

node_modules/.package-lock.json: package-lock.json $(VENV)/.node
	@echo "Installing the extension's developer tools ..."
	@$(NPM) ci --silent --no-audit --no-fund
	@touch $@
