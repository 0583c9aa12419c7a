"""`detente explain`, `schema`, `--version`, help, and what starting up costs."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from detente.cli.reference import COMMANDS, help_text, reference_text
from detente.records import report_from_json, report_schema

DOCS = Path(__file__).parents[2] / "docs"


def test_explain_shows_a_tree(detente: Any) -> None:
    outcome = detente("explain", "Ruritania’s king will visit Sylvania.", "--published", "2013-02-12")
    assert (outcome.code, outcome.err) == (0, "")
    assert "e1 visit planned" in outcome.out
    assert "12 Feb 2013" in outcome.out


def test_explain_writes_a_json_line(detente: Any) -> None:
    outcome = detente("explain", "- Ruritania will.", "--format", "jsonl")
    assert report_from_json(outcome.out).text == "- Ruritania will."


def test_schema_is_what_the_docs_hold(detente: Any) -> None:
    outcome = detente("schema")
    assert outcome.code == 0
    assert json.loads(outcome.out) == json.loads(json.dumps(report_schema()))
    assert outcome.out == (DOCS / "report.schema.json").read_text(encoding="utf-8")


def test_version_is_the_package_s(detente: Any) -> None:
    outcome = detente("--version")
    assert (outcome.code, outcome.out) == (0, version("detente") + "\n")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["code", "--help"], ["explain", "-h"]])
def test_help_is_no_error(arguments: list[str], detente: Any) -> None:
    outcome = detente(*arguments)
    assert outcome.code == 0
    assert "Usage: detente" in outcome.out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_has_examples(command: tuple[str, ...]) -> None:
    assert f"Examples:\n  detente {' '.join(command)}" in help_text(command)


def test_the_docs_hold_the_help() -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert page == reference_text(), "run `python -m detente.cli.reference > docs/cli.md`"


@pytest.mark.parametrize("arguments", ["'--version'", "'code', '--help'", "'code', '/no/such/file'"])
def test_nothing_heavy_is_imported_before_there_is_something_to_code(arguments: str) -> None:
    script = (
        f"import sys; from detente.cli import run; run([{arguments}])\n"
        "heavy = {'spacy', 'numpy', 'trafilatura', 'httpx', 'lxml'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
