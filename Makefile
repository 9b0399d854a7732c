# The two commands, and what they are made of. Nothing to install first but Python and make;
# without make: python3 start.py demo, python3 start.py test.

PYTHON ?= python3
BIN = .venv/bin
PIN = $(BIN)/python -m uv pip compile -q --generate-hashes --universal --python-version 3.11 --no-header

.PHONY: demo serve test slow lint lock benchmarks clean

demo: ## set everything up and decide the example deal
	$(PYTHON) start.py demo

serve: ## set everything up and open the workspace in the browser
	$(PYTHON) start.py serve

test: ## set everything up and run the tests
	$(PYTHON) start.py test

slow: ## the tests that take longer
	$(BIN)/python -m pytest -m slow -n auto -q

lint: ## formatting, lint, types, floors, spelling
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell README.md GLOSSARY.md CHANGELOG.md docs src examples --quiet-level 2

lock: ## pin the requirements again, with hashes
	$(PIN) pyproject.toml -o requirements/run.txt
	$(PIN) pyproject.toml --extra web -c requirements/run.txt -o requirements/web.txt
	$(PIN) pyproject.toml --extra web --extra reserving -c requirements/web.txt \
		-o requirements/reserving.txt
	$(PIN) pyproject.toml --extra web --extra postgres -c requirements/web.txt \
		-o requirements/postgres.txt
	$(PIN) pyproject.toml --extra web --extra postgres requirements/dev.in \
		-c requirements/postgres.txt -o requirements/dev.txt

benchmarks: ## every benchmark, each against a named peer
	for file in benchmarks/*.py; do $(BIN)/python $$file || exit 1; done

clean: ## remove what was set up and made
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache reports build dist
