# make demo   build everything in data/ on a machine that has nothing but Python 3.11, git and make
# make test   lint and the whole test suite; installs what the tests need
# make help   the other targets

PYTHON ?= python3
JOBS ?= auto
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test check-tools lint format bench fidelity layout shell rosters schemas rules catalogue pictures pictures-diff lock clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

# ---------------------------------------------------------------- the two commands

demo: $(VENV)/.docgen  ## build every campaign in data/ into output/
	@$(BIN)/docgen fonts install --if-needed
	@$(BIN)/docgen build

test: $(VENV)/.dev check-tools lint  ## lint and all tests
	@$(BIN)/docgen fonts install --if-needed
	$(BIN)/pytest -n $(JOBS)

lint: $(VENV)/.dev  ## ruff, mypy, layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev  ## tidy up the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# ---------------------------------------------------------------- what it shows

bench: $(VENV)/.dev  ## how fast, how much memory
	$(BIN)/python tools/bench.py
	# The peers are asked of the package index; what cannot be had is said by the benches.
	-$(BIN)/python -m pip install --quiet "docx-mailmerge2" "python-redlines[docxodus]"
	$(BIN)/python tools/bench_docx.py
	$(BIN)/python tools/bench_tracked.py
	$(BIN)/python tools/bench_batch.py
	$(BIN)/python tools/bench_diff.py
	$(BIN)/python tools/bench_check.py

fidelity: $(VENV)/.dev check-tools  ## the texts of DOCX and PDF against the five notices
	$(BIN)/python tools/fidelity.py

layout: $(VENV)/.dev check-tools  ## the measures of GB/T 9704-2012 against the PDFs
	$(BIN)/python tools/layout.py

# ---------------------------------------------------------------- files made from others

shell: $(VENV)/.dev  ## the Word shells of the looks
	$(BIN)/python tools/make_shell.py

rosters: $(VENV)/.docgen  ## the sample rosters in data/
	$(BIN)/python tools/make_rosters.py

schemas: $(VENV)/.docgen  ## the JSON schemas for editors
	@mkdir -p schemas
	DOCGEN_LANG=en $(BIN)/docgen schema > schemas/campaign.schema.json
	DOCGEN_LANG=en $(BIN)/docgen schema --form > schemas/form.schema.json

rules: $(VENV)/.docgen  ## the list of all rules that docgen check goes by, and docs/rules.md
	$(BIN)/python tools/rule_index.py
	$(BIN)/python tools/rules_page.py

catalogue: $(VENV)/.dev  ## the Chinese messages: collect, then compile
	$(BIN)/python tools/catalogue.py

pictures: $(VENV)/.dev check-tools  ## the picture in the READMEs, from output/
	$(BIN)/python tools/pictures.py

pictures-diff: $(VENV)/.dev check-tools  ## the HTML of docgen diff as a browser shows it, in output/diff/
	$(BIN)/python tools/pictures_diff.py shili-2023 shili-2024 output/diff

lock: $(VENV)/bin/python  ## the exact versions of all packages, with checksums; UPGRADE=--upgrade for newer ones
	$(PIP) install --upgrade uv
	$(BIN)/uv pip compile --quiet --universal $(UPGRADE) --generate-hashes --no-header --no-annotate \
		--extra build -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal $(UPGRADE) --generate-hashes --no-header --no-annotate \
		--extra build --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:  ## remove everything made, but for the virtual environment
	rm -rf dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find output -mindepth 1 -not -name .gitkeep -delete
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# ---------------------------------------------------------------- the environment

# Each stamp is younger than the lock file it was installed from, so that a second call has nothing to do.
$(VENV)/bin/python:
	@tools/need.sh python3-venv '$(PYTHON) -c "import ensurepip"'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.docgen: $(VENV)/bin/python requirements.lock pyproject.toml
	@echo "Installing docgen into $(VENV)"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.docgen requirements-dev.lock
	@echo "Installing the tools of development into $(VENV)"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

check-tools:
	@tools/need.sh \
		libreoffice-writer-nogui 'command -v soffice || command -v libreoffice' \
		poppler-utils 'command -v pdftotext && command -v pdffonts && command -v pdftoppm' \
		python3-uno '/usr/bin/python3 -c "import uno"' \
		fontconfig 'command -v fc-match' \
		chromium 'command -v chromium || command -v chromium-browser || command -v google-chrome'
