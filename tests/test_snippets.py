"""The Python and SQL of README and docs run as written, from top to bottom of a page, in a folder with the examples."""

import re
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.outputs.exports.rows import rows_of
from detente.outputs.exports.write import Format, write_export
from detente.records import Report, to_json
from detente.store import open_store

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
FILES: dict[str, Format] = {
    "events.parquet": "parquet",
    "events.csv": "csv",
    "gdelt.tsv": "cameo",
    "polecat.tsv": "polecat",
}
READ = re.compile(r"pd\.read_\w+\(\s*\"([^\"]+)\"")
BLOCK = re.compile(r"^```(python|sql)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    return [code for named, code in BLOCK.findall(page.read_text(encoding="utf-8")) if named == language]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, example_reports: Sequence[Report]) -> Path:
    """The files that the pages speak of: a store, exports, reports of a corpus and its errors."""
    there = tmp_path_factory.mktemp("snippets")
    with open_store(there / "detente.db") as store:
        store.add_many(example_reports)
    for name, form in FILES.items():
        with (there / name).open("wb") as stream:
            write_export(form, rows_of(example_reports), stream)
    (there / "reports" / "errors").mkdir(parents=True)
    reports = [{"published": one.published, "report": to_json(one).decode()} for one in example_reports]
    pq.write_table(pa.Table.from_pylist(reports), there / "reports" / "a.parquet")
    errors = [{"row": 3, "source": "a.jsonl", "source_id": None, "reason": "has no text"}]
    pq.write_table(pa.Table.from_pylist(errors), there / "reports" / "errors" / "a.parquet")
    return there


def test_pages_are_found() -> None:
    found = {page.name for page in PAGES if blocks(page, "python")}
    assert found >= {"README.md", "batch.md", "exports.md", "pipeline.md", "store.md"}


@pytest.mark.parametrize(
    "page", [page for page in PAGES if blocks(page, "python")], ids=lambda page: page.name
)
def test_python_runs(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, object] = {}
    for code in blocks(page, "python"):
        exec(compile(code, str(page), "exec"), names)


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "sql")], ids=lambda page: page.name)
def test_sql_runs_in_duckdb(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    for query in blocks(page, "sql"):
        with duckdb.connect() as db:
            assert db.execute(query).fetchall(), query


def test_each_file_that_a_page_reads_is_one_that_it_shows_how_to_make() -> None:
    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    read = {name for code in blocks(ROOT / "docs" / "exports.md", "python") for name in READ.findall(code)}
    assert read == FILES.keys()
    assert read <= set(re.findall(r"^detente .*-o (\S+)$", page, re.MULTILINE))


def test_the_errors_of_a_corpus_are_looked_for_also_where_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for code in blocks(ROOT / "docs" / "batch.md", "python"):
        exec(compile(code, "batch.md", "exec"), {})
