"""Which files are shards, what their output is called, and what is still to do."""

from pathlib import Path

import pytest

from detente.batch.shards import PART, find_shards, form_of, passed_over, remove_parts, unfinished
from detente.errors import DetenteError

FORMS = [
    ("a.parquet", "parquet"),
    ("a.jsonl", "jsonl"),
    ("A.JSONL.gz", "jsonl"),
    ("a.warc.gz", "warc"),
    ("a.warc.wet.gz", "warc"),
    ("a.txt", None),
    ("a.gz", None),
    ("jsonl", None),
]


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_the_form_is_told_by_the_name(name: str, form: str | None) -> None:
    assert form_of(name) == form


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    for name in ("b.jsonl", "2024/a.jsonl.gz", "2024/b.jsonl", "2024/.hidden.jsonl", "notes.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
    return folder


INPUTS = [
    ("", ["2024__a.jsonl.gz.parquet", "2024__b.jsonl.parquet", "b.jsonl.parquet"]),
    ("2024", ["a.jsonl.gz.parquet", "b.jsonl.parquet"]),
    ("b.jsonl", ["b.jsonl.parquet"]),
    ("*/*.jsonl", ["2024__b.jsonl.parquet"]),
    ("2024/*", ["a.jsonl.gz.parquet", "b.jsonl.parquet"]),
]


@pytest.mark.parametrize(("given", "expected"), INPUTS)
def test_each_file_has_an_output_of_its_name(corpus: Path, given: str, expected: list[str]) -> None:
    shards = find_shards(str(corpus / given), str(corpus.parent / "out"))
    assert [Path(shard.reports).name for shard in shards] == expected
    assert all(Path(shard.errors).parent.name == "errors" for shard in shards)


@pytest.mark.parametrize(
    ("given", "problem"), [("none", "there is no such file"), ("notes.txt", "holds no file")]
)
def test_an_input_without_shards_is_refused(corpus: Path, given: str, problem: str) -> None:
    with pytest.raises(DetenteError, match=problem):
        find_shards(str(corpus / given), "out")


def test_files_of_documents_that_are_no_shards_are_counted(corpus: Path) -> None:
    (corpus / "page.html").write_bytes(b"")
    (corpus / "picture.png").write_bytes(b"")
    assert passed_over(str(corpus), "out") == 2  # with notes.txt
    assert passed_over(str(corpus / "b.jsonl"), "out") == 0


def test_reports_among_the_inputs_are_no_inputs(corpus: Path) -> None:
    reports = corpus / "reports"
    before = find_shards(str(corpus), str(reports))
    for shard in before:
        reports.mkdir(exist_ok=True)
        Path(shard.reports).write_bytes(b"")
    assert find_shards(str(corpus), str(reports)) == before
    with pytest.raises(DetenteError, match="is what is read; name another folder"):
        find_shards(f"{corpus}/", str(corpus))


@pytest.mark.parametrize("address", ["nosuch://bucket/folder", "smb://host/share"])
def test_an_address_that_cannot_be_reached_is_named(corpus: Path, address: str) -> None:
    """Of a protocol that there is not, and of one whose package is not installed."""
    with pytest.raises(DetenteError, match=f"{address}: cannot be reached .*; install what it needs"):
        find_shards(address, "out")
    with pytest.raises(DetenteError, match="cannot be reached"):
        find_shards(str(corpus), address)


def test_what_is_there_is_done_and_half_files_go(corpus: Path) -> None:
    out = corpus.parent / "out"
    shards = find_shards(str(corpus), str(out))
    (out / "errors").mkdir(parents=True)
    Path(shards[1].reports).touch()
    halves = [out / f".x.parquet.1{PART}", out / "errors" / f".x.parquet.2{PART}"]
    for half in halves:
        half.touch()
    remove_parts(str(out))
    assert list(unfinished(shards)) == [shards[0], shards[2]]
    assert not any(half.exists() for half in halves)


def test_addresses_of_other_systems() -> None:
    import fsspec  # noqa: PLC0415

    memory = fsspec.filesystem("memory")
    memory.pipe("/corpus/2024/a.jsonl", b"{}")
    (shard,) = find_shards("memory://corpus", "memory://out/")
    assert shard.source == "memory:///corpus/2024/a.jsonl"
    assert shard.reports == "memory://out/2024__a.jsonl.parquet"
