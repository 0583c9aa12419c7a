# Everything a contributor runs; `uv run just` lists it.

# uv names itself to what it starts, so that a uv that is not on the path is found again
uv := env("UV", "uv")

# list the recipes
default:
    @just --list

# all that must pass before a change is merged
check: lint types layers test

# style and format
lint:
    {{uv}} run --locked ruff check .
    {{uv}} run --locked ruff format --check .

# strict types
types:
    {{uv}} run --locked mypy

# the order of the parts: none imports one below it
layers:
    {{uv}} run --locked lint-imports

# tests, warnings as errors, in several processes; arguments go to pytest: just test tests/examples
test *arguments:
    {{uv}} run --locked pytest {{ if arguments == "" { "-n auto --maxprocesses 4 --dist loadfile" } else { arguments } }}

# put the code into its format
format:
    {{uv}} run --locked ruff format .
    {{uv}} run --locked ruff check --fix .

# figures for BENCHMARKS.md: open halves of the gold sets, speed, one cold start
bench:
    {{uv}} run --locked python bench/accuracy.py
    {{uv}} run --locked python bench/speed.py
    {{uv}} run --locked python bench/cold.py

# make the made parts of README and docs anew, the output of the first command among them
docs:
    {{uv}} run --locked python tools/build_docs.py
