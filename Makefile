# relmap: `make run` serves the site, `make test` checks everything, `make bench` times it.

.DELETE_ON_ERROR:
.PHONY: run test lock bench

# Whatever this machine says, Python keeps what it compiled: starting again is faster.
export PYTHONDONTWRITEBYTECODE :=

PYTHON := .venv/bin/python
VAR := $(or $(RELMAP_VAR),var)
SIDE_BY_SIDE := -n 2 --dist loadfile --no-loadscope-reorder
OWN_STATIC := $(shell find static -type f -not -path 'static/vendor/*')

run: $(VAR)/static.done
	@exec $(PYTHON) manage.py serve --migrate

test: .venv/test.done static/vendor/.done
	@PATH="$(CURDIR)/.venv/bin:$$PATH" $(PYTHON) -m pytest $(SIDE_BY_SIDE) $(TESTS)

# Such as: make bench SIZE="--people 100000 --interactions 1000000 --database postgres"
bench: .venv/test.done static/vendor/.done
	@$(PYTHON) manage.py bench $(SIZE)

# What is installed, bundled and collected is done again only when what it is made of changes.
.venv/run.done: requirements.txt scripts/install.sh
	@scripts/install.sh requirements.txt
	@touch $@

.venv/test.done: requirements-dev.txt .venv/run.done
	@scripts/install.sh requirements-dev.txt
	@touch $@

static/vendor/.done: package-lock.json scripts/bundle.mjs scripts/bundle.sh | .venv/run.done
	@scripts/bundle.sh
	@touch $@

$(VAR)/static.done: .venv/run.done static/vendor/.done $(OWN_STATIC)
	@$(PYTHON) manage.py collectstatic --no-input --verbosity 0
	@touch $@

# Hashes of every library for every platform; no address is written.
UV := .venv/bin/uv pip compile --quiet --upgrade --universal --generate-hashes \
	--no-header --no-annotate --python-version 3.12

lock: .venv/test.done
	$(UV) -o requirements.txt requirements.in
	$(UV) -o requirements-dask.txt requirements-dask.in
	$(UV) -o requirements-dev.txt requirements-dev.in
	$(UV) -o requirements-node.txt requirements-node.in
	$(UV) -o requirements-pdf.txt requirements-pdf.in
	npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved
