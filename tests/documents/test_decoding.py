"""Bytes are read in the encoding that is named or marked, else as UTF-8; what is no text is refused."""

import codecs
import gzip
import re

import pytest

from detente.documents.decoding import decode_page, decode_text
from detente.errors import DocumentError

TEXT = "Ruritania’s minister — “très” tired — flew to Łódź."
WESTERN = "Ruritania’s minister was “très” tired."

READ = [
    (TEXT.encode(), None),
    (codecs.BOM_UTF8 + TEXT.encode(), None),
    (TEXT.encode("utf-16"), None),
    (TEXT.encode("utf-32"), None),
    (TEXT.encode("utf-16-le"), "utf-16-le"),
    (TEXT.encode("cp1250", "replace").replace(b"?", b""), "cp1250"),
]
BINARY = [
    (b"%PDF-1.7 \xe2\xe3", "a PDF"),
    (b"PK\x03\x04\x14", "a ZIP archive"),
    (gzip.compress(TEXT.encode(), mtime=0), "a gzip archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff\xe0", "a JPEG picture"),
    (b"\x7fELF\x02\x01\x01\x00", "a binary file"),
    (b"\x01\x02\x03 text", "a binary file"),
]
PAGES = [
    (TEXT.encode(), None, TEXT),
    (WESTERN.encode("cp1252"), None, WESTERN),  # what browsers do with a page that names no encoding
    (WESTERN.encode("cp1252"), "iso-8859-1", WESTERN),  # the name that servers give windows-1252
    (TEXT.encode("utf-16"), "utf-8", TEXT),
    (
        b'<meta charset="windows-1252">' + WESTERN.encode("cp1252"),
        None,
        '<meta charset="windows-1252">' + WESTERN,
    ),
    (
        b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>" + "Стрелсау".encode("koi8-r"),
        None,
        "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>Стрелсау",
    ),
    (b"one broken \xff byte", "utf-8", "one broken \ufffd byte"),
]


@pytest.mark.parametrize(("raw", "encoding"), READ)
def test_text_is_read(raw: bytes, encoding: str | None) -> None:
    assert decode_text(raw, file="a.txt", encoding=encoding).startswith("Ruritania’s minister —")


@pytest.mark.parametrize(("raw", "kind"), BINARY)
def test_a_binary_is_named_as_what_it_is(raw: bytes, kind: str) -> None:
    with pytest.raises(DocumentError, match=rf"^a\.txt: is {kind}.*not text; save the article"):
        decode_text(raw, file="a.txt")


@pytest.mark.parametrize(
    ("encoding", "message"),
    [
        (None, r"a.txt: is not text in UTF-8 (byte 10); save it as UTF-8, or name its encoding"),
        ("klingon", "a.txt: its encoding 'klingon' is not known; name one"),
        ("hex", "a.txt: its encoding 'hex' is not known; name one"),
        ("ascii", "a.txt: is not text in ASCII (byte 10)"),
    ],
)
def test_an_unknown_encoding_is_an_error_with_a_remedy(encoding: str | None, message: str) -> None:
    with pytest.raises(DocumentError, match="^" + re.escape(message)):
        decode_text(WESTERN.encode("cp1252"), file="a.txt", encoding=encoding)


@pytest.mark.parametrize(("raw", "declared", "text"), PAGES)
def test_a_page_is_read_as_browsers_do(raw: bytes, declared: str | None, text: str) -> None:
    assert decode_page(raw, file="a.html", declared=declared) == text


def test_a_page_in_an_unknown_encoding_is_an_error() -> None:
    with pytest.raises(DocumentError, match="its encoding 'klingon' is not known"):
        decode_page(b"<meta charset=klingon>", file="a.html")
