# make setup   a .venv with everything to develop      make check   the quick static checks
# make demo    the program on a made-up municipality   make fix     format, and repair what can be repaired
# make test    everything that must hold               make bench   measure speed and memory
# make lock    newest allowed packages into the locks  make coverage   which lines no test runs
# make clean   remove all that make made

BIN := .venv/bin
LOCKED := pyproject.toml .python-version tools/setup.sh $(wildcard requirements/*.txt)
say = @printf '== %s\n'

.PHONY: setup demo test coverage check fix bench lock clean programs
.NOTPARALLEL:

setup: .venv/dev.stamp

.venv/%.stamp: $(LOCKED)
	@sh tools/setup.sh $*

demo: .venv/runtime.stamp
	$(say) "maaltal demo"
	@$(BIN)/maaltal demo --web

test: check programs
	$(say) "pytest: every test, on 2 processes"
	@$(BIN)/pytest -n 2 --dist worksteal
	$(say) "pytest: the web application on PostgreSQL"
	@$(BIN)/python -m tests.web.postgres $(BIN)/pytest -n 2 --dist worksteal -k "$(STORED)" $(PROCESSES) tests/web tests/journeys

# By itself, since counting lines makes the tests half as slow again.
coverage: setup programs
	$(say) "pytest: every test, on 2 processes, with the lines that they run"
	@$(BIN)/pytest -n 2 --dist worksteal --cov

# How pages look on a phone and in the dark is no matter of the database; what runs on a SQLite of its own has run before.
STORED := not every_page and not phone and not dark and not 390 and not sqlite
PROCESSES := $(patsubst %,--ignore=tests/web/config/test_%.py,demo logs production)

check: setup
	$(say) "ruff: rules"
	@$(BIN)/ruff check
	$(say) "ruff: format"
	@$(BIN)/ruff format --check
	$(say) "mypy: types"
	@$(BIN)/mypy
	$(say) "import-linter: the layers"
	@$(BIN)/lint-imports

fix: setup
	$(say) "ruff: repairs and format"
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: setup
	$(say) "bench"
	@$(BIN)/python -m bench

# What the tests run besides Python: programs to open what is written, a database, and checkers of units and signatures.
programs:
	$(say) "programs that the tests use: Java, chromium, LibreOffice, poppler, PostgreSQL, systemd, xmlsec1"
	@sh tools/java.sh
	@sh tools/debian.sh chromium libreoffice-writer-nogui poppler-utils postgresql systemd xmlsec1

# The locks name no host: where packages come from is the machine's business, what they are is the hashes'.
COMPILE := UV_SYSTEM_CERTS=true .tools/bin/uv pip compile --quiet --no-config --upgrade --universal --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header

lock: setup
	$(say) "requirements/*.txt from pyproject.toml"
	@echo uv | $(COMPILE) --python-version 3.8 -o requirements/tools.txt - >/dev/null
	@$(COMPILE) --python-version 3.13 --group build -o requirements/build.txt >/dev/null
	@$(COMPILE) --python-version 3.13 -c requirements/build.txt --extra web pyproject.toml -o requirements/runtime.txt >/dev/null
	@$(COMPILE) --python-version 3.13 -c requirements/build.txt -c requirements/runtime.txt \
		--extra web --extra saml pyproject.toml -o requirements/saml.txt >/dev/null
	@$(COMPILE) --python-version 3.13 -c requirements/build.txt -c requirements/runtime.txt -c requirements/saml.txt \
		--group dev --extra web --extra spark --extra saml pyproject.toml -o requirements/dev.txt >/dev/null

clean:
	$(say) "removing .venv, .tools, caches and coverage data"
	@rm -rf .venv .tools .coverage .coverage.* htmlcov dist .hypothesis \
		.mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
