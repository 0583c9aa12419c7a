"""A CSV file gives a document for each row; what is wrong with a row or file is said."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from detente.batch.reading import Terms, read_shard
from detente.batch.shards import find_shards
from detente.documents.boilerplate import load_boilerplate
from detente.documents.inputs import count_documents, read_documents
from detente.errors import DocumentError
from detente.knowledge.files import BUILT_IN
from detente.records import Document

BODY = "Ruritania will send its envoy to Sylvania on Monday."


def items(path: Path, encoding: str | None = None) -> list[Document | str]:
    """Documents, and errors by their text without the folder."""
    found = read_documents([str(path)], encoding=encoding)
    return [
        item if isinstance(item, Document) else str(item).removeprefix(f"{path.parent}/") for item in found
    ]


FILES = [
    ("commas", "a.csv", f'id,text,published,more\n7,"{BODY} ""Soon"", it said.",2013-02-12,x\n'),
    ("semicolons", "a.csv", f'id;text;published\r\n7;"{BODY} ""Soon"", it said.";2013-02-12\r\n'),
    ("tabs", "a.tsv", f'published\ttext\tid\n2013-02-12\t"{BODY} ""Soon"", it said."\t7\n\n'),
]


@pytest.mark.parametrize(("name", "text"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_rows_are_documents(name: str, text: str, mark: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(mark + text.encode())
    (found,) = items(path)
    assert isinstance(found, Document)
    assert (found.source_id, found.published, found.text) == ("7", "2013-02-12", f'{BODY} "Soon", it said.')


def test_what_is_wrong_with_a_row_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    rows = [
        "1,,",
        f"2,{BODY}",
        f'3,"{BODY}\nLine two.",',
        f"4,{BODY},13/02/2013",
        f"5,{BODY},2013-02-12,,",
        "6,,,x",
    ]
    path.write_text("id,text,published\n" + "\n".join(rows), encoding="utf-8")
    first, second, third, fourth, fifth, sixth = items(path)
    assert "row 1: has no text" in str(first)
    assert "row 2: has 2 cells, and the header has 3" in str(second)
    assert isinstance(third, Document)
    assert third.text == f"{BODY}\nLine two."
    assert third.published is None
    assert "row 4: published '13/02/2013' is not a date" in str(fourth)
    assert isinstance(fifth, Document)
    assert "row 6: has 4 cells" in str(sixth)
    assert count_documents([str(path)]) is None


WRONG = [
    (b"id,body\n1,x\n", "news.csv: has no column 'text', only id, body"),
    (b"", "news.csv: has no column 'text', only nothing"),
    (b"text\ncaf\xe9\n", "news.csv: is not text in UTF-8"),
]


@pytest.mark.parametrize(("raw", "problem"), WRONG)
def test_a_file_without_such_text_is_refused(raw: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_bytes(raw)
    (found,) = items(path)
    assert problem in str(found)


def test_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_bytes(f"text\n{BODY} Café.\n".encode("cp1252"))
    (found,) = items(path, "cp1252")
    assert isinstance(found, Document)
    assert found.text.endswith("Café.")


def test_in_a_folder_a_table_is_no_news(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text("event_id,kind\n1,visit\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    assert [type(item) for item in read_documents([str(tmp_path)])] == [Document]


def test_a_corpus_may_be_a_named_table(tmp_path: Path) -> None:
    (tmp_path / "news.csv").write_text(f"nr,body\n1,{BODY}\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("{}", encoding="utf-8")
    terms = Terms(boilerplate=load_boilerplate([BUILT_IN]), columns={"text": "body", "id": "nr"})
    (shard,) = find_shards(f"{tmp_path}/*.csv", f"{tmp_path}/out")
    (found,) = read_shard(shard, terms)
    assert isinstance(found, Document)
    assert (found.source_id, found.text) == ("1", BODY)
    assert [one.form for one in find_shards(str(tmp_path), f"{tmp_path}/out")] == ["jsonl"]
    with pytest.raises(DocumentError, match="has no column 'words'"):
        list(read_shard(shard, Terms(boilerplate=terms.boilerplate, columns={"text": "words"})))
