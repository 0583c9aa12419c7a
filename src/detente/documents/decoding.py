"""Bytes of a file or page -> text; what is no text, or in an encoding that nobody names, is refused."""

from __future__ import annotations

import codecs
import re

from detente.errors import DocumentError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN_BINARIES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)
_WIDE = ("utf-16", "utf-32", "utf16", "utf32")  # full of NUL bytes, and text all the same
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LOOKED_AT = 8192
_META_WITHIN = 4096

# What browsers read under these names (WHATWG Encoding Standard).
_READ_AS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}


def decode_text(raw: bytes, *, file: str, encoding: str | None = None) -> str:
    """Plain text in the encoding named, else by its byte order mark, else UTF-8. Raises `DocumentError`."""
    mark = _byte_order_mark(raw)
    if not (mark or (encoding or "").lower().startswith(_WIDE)):
        refuse_binary(raw, file=file)
    name = encoding or mark or "utf-8"
    try:
        return raw.decode(name).removeprefix("\ufeff")
    except UnicodeError as error:
        raise DocumentError(
            file=file,
            problem=f"is not text in {name.removesuffix('-sig').upper()} ({_place(error)})",
            remedy="save it as UTF-8, or name its encoding, such as --encoding windows-1252",
        ) from error
    except LookupError as error:
        raise _unknown_encoding(name, file) from error


def decode_page(raw: bytes, *, file: str, declared: str | None = None, encoding: str | None = None) -> str:
    """HTML as browsers decode it: named, byte order mark, HTTP header, <meta>, UTF-8, windows-1252.

    Single broken bytes become U+FFFD, as in a browser. Raises `DocumentError`.
    """
    mark = _byte_order_mark(raw)
    if not (mark or (encoding or "").lower().startswith(_WIDE)):
        refuse_binary(raw, file=file)
    in_page = _META_CHARSET.search(raw[:_META_WITHIN])
    name = encoding or mark or declared or (in_page[1].decode("ascii", "replace") if in_page else None)
    if name is None:
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            name = "cp1252"
    try:
        return raw.decode(_READ_AS.get(name.lower(), name), errors="replace").removeprefix("\ufeff")
    except (LookupError, UnicodeError) as error:
        raise _unknown_encoding(name, file) from error


def refuse_binary(raw: bytes, *, file: str) -> None:
    """Raise `DocumentError` when the bytes are those of a picture, archive or program."""
    head = raw[:_LOOKED_AT]
    kind = next((name for sign, name in _KNOWN_BINARIES if head.startswith(sign)), None)
    if kind or b"\0" in head or len(_CONTROL.findall(head)) * 100 > len(head):
        raise DocumentError(
            file=file,
            problem=f"is {kind or 'a binary file'}, not text",
            remedy="save the article as plain text or HTML and give that file",
        )


def _byte_order_mark(raw: bytes) -> str | None:
    return next((name for mark, name in _BYTE_ORDER_MARKS if raw.startswith(mark)), None)


def _unknown_encoding(name: str, file: str) -> DocumentError:
    return DocumentError(
        file=file,
        problem=f"its encoding '{name}' is not known",
        remedy="name one that Python knows, such as --encoding utf-8 or --encoding windows-1252",
    )


def _place(error: UnicodeError) -> str:
    return f"byte {error.start + 1}" if isinstance(error, UnicodeDecodeError) else str(error)
