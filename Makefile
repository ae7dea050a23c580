# The menu. `make run`, `make workshop` and `make test` need nothing but Python 3.11 or newer.
.PHONY: run workshop test check format bench bench-room bench-soak clean

PYTHON ?= python3
PORT ?= 8501
# One more than the two cores of a small machine: a browser test waits as long as it computes.
WORKERS ?= 3
BIN := .venv/bin

run: .venv/app
	$(BIN)/streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT)

# A room for phones in the same network. ADDRESS= picks one of this machine's addresses, ALL=1 listens on every one.
workshop: .venv/app
	$(BIN)/python -m components.server --port $(PORT) $(if $(ADDRESS),--address $(ADDRESS)) $(if $(ALL),--all)

test: .venv/dev
	sh tests/browser/find_browser.sh $(BIN)/python
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/dev
	sh tests/browser/find_browser.sh $(BIN)/python
	$(BIN)/python -m bench

# Crowds of 100 to 500 phones over the websocket; a part: .venv/bin/python -m bench.room --phones 100
bench-room: .venv/dev
	$(BIN)/python -m bench.room

bench-soak: .venv/dev
	$(BIN)/python -m bench.room.soak

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Throughline needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv

.venv/app: .venv/bin/python requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev: .venv/app requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
