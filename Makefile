# Python 3.11 and make are all that this asks of a machine; everything else comes from the lock.
PYTHON ?= python3.11
BIN := .venv/bin
STAMP := .venv/.installed
FRONT := deploy/front/node_modules/.fetched
export UV_PYTHON_DOWNLOADS := never

.PHONY: install run test lint fmt bench lock clean

install: $(STAMP) $(FRONT)

# uv's own lines are cut out of the lock, so that uv too is checked against its hash. uv does not
# read pip's settings: where it is missing or finds no index, pip does the same more slowly.
$(STAMP): requirements.lock
	$(PYTHON) -m venv .venv
	awk '/^[^ #]/ {uv = /^uv==/} uv' requirements.lock > .venv/uv.txt
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r .venv/uv.txt || true
	{ test -x $(BIN)/uv && $(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock; } \
	  || $(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	{ test -x $(BIN)/uv && $(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .; } \
	  || $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

# What pages load of others, each checked against the lock. npm comes with the wheel, so its own
# settings are none: the machine's (certificates, registry) are pointed out to it.
$(FRONT): deploy/front/package.json deploy/front/package-lock.json deploy/front/.npmrc $(STAMP)
	cd deploy/front && NODE_USE_SYSTEM_CA=1 \
	  NPM_CONFIG_GLOBALCONFIG="$${NPM_CONFIG_GLOBALCONFIG:-/etc/npmrc}" \
	  ../../$(BIN)/npm ci --include=dev --loglevel=error --cache ../../.venv/.npm
	rm -rf .venv/.npm
	touch $@

run: install
	$(BIN)/hub up

# The order of a check; make stops at the first line that fails. The tests start their own servers:
# one of each for either of two processes, which take file after file; the broker stands alone.
test: install lint
	$(BIN)/pytest -n 2 --dist loadfile -m "not kafka"
	$(BIN)/pytest -m kafka

lint: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: install
	$(BIN)/ruff format .

bench: install
	$(BIN)/python -m deploy.bench

lock: install
	$(BIN)/uv pip compile --quiet --python-version 3.11 --universal --generate-hashes \
	  --no-emit-index-url --extra dev --extra train --custom-compile-command "make lock" \
	  --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv deploy/front/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
