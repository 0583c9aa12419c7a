"""Shards of all forms give their documents; what is damaged or no document gives an error, and the rest goes on."""

import gzip
import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.batch.reading import Terms, read_shard
from detente.batch.shards import find_shards
from detente.documents.boilerplate import load_boilerplate
from detente.errors import DetenteError, DocumentError
from detente.knowledge.files import BUILT_IN
from detente.records import Document

TEXTS = ["Ruritania's king visited Sylvania.", "Talks were held.", "He left Strelsau."]
PAGE = """<html><head><title>Truce holds</title><meta property="og:site_name" content="Sylvan Post"></head><body><article>
<h1>Truce holds</h1><p>The foreign ministers of Ruritania and Sylvania met in Strelsau on Tuesday and agreed on a truce.</p>
<p>Officials of both states said that the truce would be kept for as long as the talks went on in the capital.</p>
</article></body></html>"""


def items(file: Path, **columns: str) -> list[Document | DocumentError]:
    terms = Terms(boilerplate=load_boilerplate([BUILT_IN]), columns=columns)
    (shard,) = find_shards(str(file), "out")
    return list(read_shard(shard, terms))


def texts(found: list[Document | DocumentError]) -> list[str]:
    return [item.text if isinstance(item, Document) else f"! {item.problem}" for item in found]


def lines(rows: list[str]) -> bytes:
    return "".join(json.dumps({"text": text}) + "\n" for text in rows).encode()


def warc(records: list[tuple[str, bytes]]) -> bytes:
    """Records of these WARC types, each packed by itself."""
    whole = b""
    for number, (kind, content) in enumerate(records):
        kinds = {"response": "application/http;msgtype=response", "conversion": "text/plain"}
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Target-URI: https://sylvan.example/{number}\r\nWARC-Date: 2013-02-12T00:00:00Z\r\n"
            f"Content-Type: {kinds.get(kind, 'text/plain')}\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        whole += gzip.compress(head.encode() + content + b"\r\n\r\n")
    return whole


def answer(status: str, kind: str, body: str) -> bytes:
    raw = body.encode()
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(raw)}\r\n\r\n".encode() + raw


def test_json_lines_packed_or_not(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(TEXTS) + b"{}\n")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines(TEXTS)))
    assert texts(items(tmp_path / "a.jsonl"))[:3] == TEXTS
    assert texts(items(tmp_path / "a.jsonl"))[3].startswith("! not a document")
    assert texts(items(tmp_path / "b.jsonl.gz")) == TEXTS


def test_a_torn_file_gives_what_is_readable(tmp_path: Path) -> None:
    many = [f"{n} {text}" for n in range(3000) for text in TEXTS]
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines(many))[:-2000])
    found = texts(items(tmp_path / "a.jsonl.gz"))
    assert found[-1].startswith("! cannot be read further")
    assert len(found) > 100
    assert found[:-2] == many[: len(found) - 2]


def test_parquet_with_columns_of_other_names(tmp_path: Path) -> None:
    table = pa.table({"body": TEXTS, "day": [date(2013, 2, 12), None, date(2013, 2, 14)], "nr": [1, 2, 3]})
    pq.write_table(table, tmp_path / "a.parquet")
    found = items(tmp_path / "a.parquet", text="body", published="day", id="nr")
    assert texts(found) == TEXTS
    assert [d.published for d in found if isinstance(d, Document)] == ["2013-02-12", None, "2013-02-14"]
    assert [d.source_id for d in found if isinstance(d, Document)] == ["1", "2", "3"]


@pytest.mark.parametrize("columns", [{}, {"text": "body", "outlet": "paper"}])
def test_a_column_that_is_not_there_is_named(tmp_path: Path, columns: dict[str, str]) -> None:
    pq.write_table(pa.table({"body": TEXTS}), tmp_path / "a.parquet")
    with pytest.raises(
        DetenteError, match=r"has no column '(text|paper)', only body; name them with --column"
    ):
        items(tmp_path / "a.parquet", **columns)


def test_pages_of_a_web_archive(tmp_path: Path) -> None:
    records = [
        ("warcinfo", b"made for a test"),
        ("response", answer("200 OK", "text/html; charset=utf-8", PAGE)),
        ("response", answer("404 Not Found", "text/html", PAGE)),
        ("response", answer("200 OK", "image/png", "x")),
        ("response", answer("200 OK", "text/html", "<html><body><p>Menu</p></body></html>")),
    ]
    (tmp_path / "a.warc.gz").write_bytes(warc(records))
    page, menu = items(tmp_path / "a.warc.gz")
    assert isinstance(page, Document)
    assert (page.title, page.outlet, page.url) == ("Truce holds", "Sylvan Post", "https://sylvan.example/1")
    assert (page.published, page.source_id) == (None, "<urn:uuid:1>")
    assert isinstance(menu, DocumentError)
    assert "no article was found" in str(menu)


def test_a_torn_archive_of_texts(tmp_path: Path) -> None:
    whole = warc([("conversion", f"{text}\n".encode()) for text in TEXTS])
    (tmp_path / "a.warc.wet.gz").write_bytes(whole)
    (tmp_path / "b.warc.wet.gz").write_bytes(whole[:-60])
    assert [text.strip() for text in texts(items(tmp_path / "a.warc.wet.gz"))] == TEXTS
    torn = [text.strip() for text in texts(items(tmp_path / "b.warc.wet.gz"))]
    assert torn[:2] == TEXTS[:2]
    assert len(torn) <= 3


def test_what_is_no_parquet_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(BytesIO(b"no table").getvalue())
    with pytest.raises(DetenteError, match="is no Parquet file"):
        items(tmp_path / "a.parquet")
