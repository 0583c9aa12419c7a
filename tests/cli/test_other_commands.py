"""`detente schema`, `--version`, help, and what starting up costs."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from detente.cli import run
from detente.cli.app import build_app
from detente.cli.reference import commands, help_text, reference_text
from detente.records import report_schema

DOCS = Path(__file__).parents[2] / "docs"


def test_schema_is_what_the_docs_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    written = capsys.readouterr().out
    assert json.loads(written) == json.loads(json.dumps(report_schema()))
    assert written == (DOCS / "report.schema.json").read_text(encoding="utf-8")


def test_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == version("detente") + "\n"


@pytest.mark.parametrize("arguments", [[], ["--help"], ["code", "--help"], ["explain", "-h"]])
def test_help_is_no_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 0
    assert "Usage: detente" in capsys.readouterr().out


@pytest.mark.parametrize("command", list(commands(build_app())))
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
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
