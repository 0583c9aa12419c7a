"""Body, title and the rest -> `Document`, with the text that never changes after this."""

from __future__ import annotations

import hashlib
import re

from detente.documents.days import read_day
from detente.errors import DocumentError
from detente.records import Document

MEGABYTE = 1_000_000
_HALVES = re.compile(r"[\ud800-\udfff]")
LONGEST = 1_000_000  # characters: spaCy parses no longer text, for want of memory


def make_document(
    body: str, *, file: str, record: str | None = None, source_id: str | None = None, **about: str | None
) -> Document:
    """A document whose text is the title (when given), a blank line and the body; without a title the body.

    about: `title`, `outlet`, `published`, `url`. Raises `DocumentError` for no text, one that is too long to be coded,
    or an impossible date.
    """
    try:
        return _made(body, file=file, record=record, source_id=source_id, **about)
    except DocumentError as error:
        error.source_id = source_id
        raise


def _made(
    body: str, *, file: str, record: str | None, source_id: str | None, **about: str | None
) -> Document:
    if not body.strip():
        raise DocumentError(
            file=file,
            record=record,
            problem="has no text",
            remedy="give the article's text, or leave it out",
        )
    title = one_line(about.get("title"))
    text = with_title(title, body)
    if len(text) > LONGEST:
        raise DocumentError(
            file=file,
            record=record,
            problem=f"is too long: {len(text):,} characters, and at most {LONGEST:,} can be coded",
            remedy="split it into documents, for example one for each article",
        )
    return Document(
        text=text,
        title=title,
        outlet=one_line(about.get("outlet")),
        published=read_day(about.get("published"), file=file, record=record),
        url=one_line(about.get("url")),
        source_id=source_id,
    )


def checked(document: Document) -> Document:
    """The document, when it is what its type says. Raises `DocumentError` with the field that is not.

    Nothing else looks at a document that a program puts together by itself.
    """
    if not isinstance(document, Document):
        found = type(document).__name__
        raise DocumentError(file="document", problem=f"is a {found}", remedy="give Document(text=...)")
    for name in Document.__struct_fields__:
        value = getattr(document, name)
        if not isinstance(value, str) and (value is not None or name == "text"):
            raise DocumentError(
                file="document",
                problem=f"{name} is of the type {type(value).__name__}",
                remedy="give a day as 2013-02-12" if name == "published" else "give a str",
            )
    if not document.text.isascii() and _HALVES.search(document.text):
        raise DocumentError(
            file="document",
            problem="the text holds half a character (a surrogate)",
            remedy="decode its bytes as what they are, with errors='replace' if need be",
        )
    return document


def document_id(text: str) -> str:
    """The id of a document, and of its report: it follows from the text alone."""
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def one_line(value: str | None) -> str | None:
    """The value with each run of white space as one space; None when nothing is left."""
    return " ".join(value.split()) or None if value else None


def with_title(title: str | None, body: str) -> str:
    """The text of a document; a body that opens with its title (a report's own text) gets no second one."""
    if title is None or body.startswith(f"{title}\n\n"):
        return body
    return f"{title}\n\n{body}"


def too_large(file: str, *, limit: int, record: str | None = None, size: int | None = None) -> DocumentError:
    """The error for more bytes than one document may have; `size` when it is known."""
    has = f"has {_megabytes(size)} MB, over" if size else "is over"
    return DocumentError(
        file=file,
        record=record,
        problem=f"{has} the limit of {_megabytes(limit)} MB a document",
        remedy="split it into documents, or raise the limit with --max-size",
    )


def unreadable(file: str, error: OSError | ValueError) -> DocumentError:
    """The error for what the file system, or a reader of files, says of a file."""
    if isinstance(error, FileNotFoundError):
        problem, remedy = "there is no such file", "check the spelling"
    elif not isinstance(error, OSError):  # a NUL in the name
        problem, remedy = f"cannot be read ({error})", "check the spelling"
    elif error.strerror:
        problem, remedy = f"cannot be read ({error.strerror})", "check its permissions"
    else:  # what a library that reads it found inside
        problem, remedy = f"is damaged ({' '.join(str(error).split())})", "fetch or write it again"
    return DocumentError(file=file, problem=problem, remedy=remedy)


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.3g}"
