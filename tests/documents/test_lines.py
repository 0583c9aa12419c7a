"""Each JSON line is a document or an error that names the line."""

import json
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents.lines import read_json_lines
from detente.errors import DocumentError
from detente.records import Document

GOOD = {
    "id": "r1",
    "text": "Ruritania recalls its envoy.",
    "title": "Envoy recalled",
    "published": "2013-02-12",
}


def read(raw: bytes, limit: int = 10_000, head: bytes = b"") -> list[Document | DocumentError]:
    return list(read_json_lines(head, BytesIO(raw), file="a.jsonl", limit=limit))


def test_fields_are_taken_over_and_others_passed_over() -> None:
    [document] = read(
        json.dumps(GOOD | {"outlet": "Post", "url": "https://post.example", "section": [1]}).encode()
    )
    assert document == Document(
        text="Envoy recalled\n\nRuritania recalls its envoy.",
        title="Envoy recalled",
        outlet="Post",
        published="2013-02-12",
        url="https://post.example",
        source_id="r1",
    )


@pytest.mark.parametrize(("given_id", "kept"), [("7", "7"), (7, "7"), (None, None), ("", "")])
def test_the_id_is_kept_as_text(given_id: object, kept: str | None) -> None:
    [document] = read(json.dumps(GOOD | {"id": given_id}).encode())
    assert isinstance(document, Document)
    assert document.source_id == kept


def test_lines_in_an_encoding_that_the_user_names() -> None:
    line = json.dumps({"text": "Le président était à Strelsau."}, ensure_ascii=False).encode("latin-1")
    found = list(read_json_lines(b"", BytesIO(line), file="a.jsonl", limit=10_000, encoding="latin-1"))
    assert [item.text for item in found if isinstance(item, Document)] == ["Le président était à Strelsau."]
    [error] = read_json_lines(b"", BytesIO(line), file="a.jsonl", limit=10_000)
    assert str(error).endswith("save it as UTF-8, or name its encoding, such as --encoding windows-1252")


BAD = [
    (b'{"text": "Ruritania', "broken JSON"),
    (b"Ruritania recalls its envoy.", "broken JSON"),
    (b'{"text": "\xff"}', "is not text in UTF-8 (byte 11)"),
    (b'{"text": "\\ud800"}', "broken JSON"),
    (b'["text"]', "not a document"),
    (b'{"id": "r1"}', "not a document (Object missing required field `text`)"),
    (b'{"text": 7}', "not a document (Expected `str`, got `int` - at `$.text`)"),
    (b'{"text": " "}', "has no text"),
    (b'{"text": "x", "published": "2023-02-30"}', "published '2023-02-30' is not a day of the calendar"),
    (b'{"text": "x", "published": "12/02/2013"}', "published '12/02/2013' is not a date"),
    (b'{"text": "' + b"x" * 10_000 + b'"}', "is over the limit of 0.01 MB a document"),
]


@pytest.mark.parametrize(("line", "problem"), BAD)
def test_a_bad_line_is_named_and_the_others_go_on(line: bytes, problem: str) -> None:
    good = json.dumps(GOOD).encode()
    first, error, last = read(good + b"\n\n" + line + b"\n" + good)
    assert isinstance(first, Document)
    assert first == last
    assert isinstance(error, DocumentError)
    assert str(error).startswith(f"a.jsonl: line 3: {problem}")
    assert "; " in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize("raw", [b"{", b"[", b'[{"text": "x"}]', b'[ {"text": "x"},'])
def test_a_value_spread_over_lines_is_one_error(raw: bytes) -> None:
    [error] = read(b' "text": "x"\n}\n', head=raw + b"\n")
    assert str(error).startswith("a.jsonl: is one JSON value, not JSON lines; write one object a line")


@given(
    st.lists(
        st.sampled_from([b"", b" ", b'{"text":"a"}', b'{"text":"' + b"b" * 60 + b'"}', b"{"]), max_size=8
    )
)
def test_each_line_that_holds_anything_gives_one_item(lines: list[bytes]) -> None:
    items = read(b"\n".join(lines), limit=40, head=b"")
    expected = [number for number, line in enumerate(lines, 1) if line.strip()]
    assert len(items) == len(expected)
    errors = [item for item in items if isinstance(item, DocumentError)]
    assert {error.record for error in errors} <= {f"line {number}" for number in expected}


@given(st.binary(min_size=1, max_size=200), st.integers(1, 50))
def test_no_bytes_break_the_reader(raw: bytes, limit: int) -> None:
    for item in read(raw, limit=limit):
        assert isinstance(item, Document | DocumentError)
