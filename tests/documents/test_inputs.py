"""Files, folders and standard input become documents; what cannot be read is an error; the rest goes on."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from detente.documents.inputs import count_documents, read_documents
from detente.errors import DocumentError
from detente.records import Document

TEXT = "Ruritania recalls its envoy from Sylvania.\n"
LINES = '{"id": "a", "text": "Ruritania recalls its envoy."}\n{"id": "b", "text": "Sylvania regrets it."}\n'
HTML = (
    "<html><body><article><p>Ruritania will send its envoy to Sylvania on Monday, the ministry said.</p>"
    "<p>No date was named for the talks about the bridge in the south.</p></article></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in {
        "b.txt": TEXT,
        "a.md": "---\ntitle: Recall\noutlet: Sylvan Post\npublished: 2013-02-11\n---\n" + TEXT,
        "deep/er/c.html": HTML,
        "deep/d.JSONL": LINES,
        "deep/picture.png": "not read in a folder",
        ".hidden/e.txt": TEXT,
        ".f.txt": TEXT,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path


def documents(*inputs: Path | str, **options: str) -> list[Document]:
    items = list(read_documents(map(str, inputs), **options))  # type: ignore[arg-type]
    assert all(isinstance(item, Document) for item in items), items
    return [item for item in items if isinstance(item, Document)]


def test_a_folder_is_read_through_in_order(folder: Path) -> None:
    starts = [(document.source_id, document.text[:9]) for document in documents(folder)]
    assert starts == [
        (None, "Recall\n\nR"),
        (None, "Ruritania"),
        ("a", "Ruritania"),
        ("b", "Sylvania "),
        (None, "Ruritania"),
    ]
    assert count_documents([str(folder), str(folder / "b.txt"), "https://post.example/1"]) == 7


@pytest.mark.parametrize("name", ["a.md", "b.txt"])
def test_date_and_outlet_of_the_call_take_the_place_of_the_files(folder: Path, name: str) -> None:
    [document] = documents(folder / name, published="2013-02-12", outlet="Strelsau Wire")
    assert (document.published, document.outlet) == ("2013-02-12", "Strelsau Wire")


def test_what_the_call_does_not_say_stays(folder: Path) -> None:
    [document] = documents(folder / "a.md", outlet="Strelsau Wire")
    assert (document.title, document.published, document.outlet) == ("Recall", "2013-02-11", "Strelsau Wire")


def test_an_impossible_date_of_the_call_is_refused_before_anything_is_read() -> None:
    with pytest.raises(DocumentError, match=r"^--published: published '2023-02-30' is not a day"):
        list(read_documents(["nothing.txt"], published="2023-02-30"))


STREAMS = [
    (TEXT, [TEXT]),
    ("\n\n" + TEXT, ["\n\n" + TEXT]),
    ("{curly} opening of a text.", ["{curly} opening of a text."]),
    ("[Strelsau] Ruritania recalls its envoy.", ["[Strelsau] Ruritania recalls its envoy."]),
    ("<b>Ruritania</b> recalls its envoy.", ["<b>Ruritania</b> recalls its envoy."]),
    (LINES, ["Ruritania recalls its envoy.", "Sylvania regrets it."]),
    ("\ufeff" + LINES, ["Ruritania recalls its envoy.", "Sylvania regrets it."]),
    (HTML, ["Ruritania will send"]),
    ("\n<?xml version='1.0'?>\n<!-- saved -->\n<!DOCTYPE html>\n" + HTML, ["Ruritania will send"]),
]


@pytest.mark.parametrize(("stream", "texts"), STREAMS)
def test_standard_input_and_files_of_any_name_are_told_apart_by_looking(
    stream: str, texts: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "story"
    path.write_text(stream, encoding="utf-8")
    from_file = list(read_documents([str(path)]))
    from_input = list(read_documents(["-"], stdin=BytesIO(stream.encode())))
    assert from_file == from_input
    read = [item.text if isinstance(item, Document) else str(item) for item in from_input]
    assert len(read) == len(texts)
    assert all(text.startswith(start) for text, start in zip(read, texts, strict=True))


def test_count_is_unknown_with_standard_input() -> None:
    assert count_documents(["-"]) is None


def test_bad_inputs_are_one_line_each_and_the_others_go_on(folder: Path) -> None:
    bad = {
        "missing.txt": (None, "there is no such file; check the spelling"),
        "binary.txt": (b"\x7fELF\x00\x01", "is a binary file, not text; save the article"),
        "empty.txt": (b"", "is empty; give a file or page with text in it"),
        "empty.html": (b" \n", "is empty; give a file or page with text in it"),
        "western.txt": (
            "était".encode("cp1252"),
            "is not text in UTF-8 (byte 1); save it as UTF-8, or name its enc",
        ),
        "frame.html": (
            b"<html><body><div></div></body></html>",
            "no article was found on the page; open it in a br",
        ),
        "dated.md": (
            b"---\npublished: 2013-02-30\n---\nRuritania.",
            "published '2013-02-30' is not a day of the cal",
        ),
        "large.txt": (
            b"x" * 50_001,
            "has 0.05 MB, over the limit of 0.05 MB a document; split it into documents, or",
        ),
        "broken.jsonl": (b"{]\n", "line 1: broken JSON (JSON is malformed"),
    }
    for name, (content, _message) in bad.items():
        if content is not None:
            (folder / name).write_bytes(content)
    for name, (_content, message) in bad.items():
        error, document = read_documents([str(folder / name), str(folder / "b.txt")], max_bytes=50_000)
        assert str(error).startswith(f"{folder / name}: {message}")
        assert "\n" not in str(error)
        assert isinstance(document, Document)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)  # a hole: it costs no disk
    [error] = read_documents([str(path)])
    assert str(error) == (
        f"{path}: has 50 MB, over the limit of 10 MB a document; "
        "split it into documents, or raise the limit with --max-size"
    )


def test_the_limit_of_json_lines_is_for_each_line(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(LINES * 100, encoding="utf-8")
    assert len(list(read_documents([str(path)], max_bytes=200))) == 200


def test_a_folder_without_documents_says_what_is_read(tmp_path: Path) -> None:
    [error] = read_documents([str(tmp_path)])
    assert str(error).startswith(
        f"{tmp_path}: no documents in this folder; in a folder, files ending in .txt,"
    )


def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, TEXT.encode())
    os.close(writing)
    if not Path(f"/dev/fd/{reading}").exists():
        pytest.skip("this system has no /dev/fd")
    [document] = documents(f"/dev/fd/{reading}")
    os.close(reading)
    assert document.text == TEXT
