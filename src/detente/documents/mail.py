"""A mailbox or one message -> the documents in it: the subject is the title, the sender the outlet."""

from __future__ import annotations

import mailbox
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from detente.documents.boilerplate import Boilerplate
from detente.documents.fields import make_document, one_line, too_large
from detente.documents.pages import read_page
from detente.errors import DocumentError
from detente.records import Document


def read_mailbox(path: Path, *, limit: int, boilerplate: Boilerplate) -> Iterator[Document | DocumentError]:
    """Each message of an mbox file, or what is wrong with it."""
    box = mailbox.mbox(path, create=False)
    try:
        for number, key in enumerate(box.iterkeys(), 1):
            yield from _read(box.get_bytes(key), str(path), f"message {number}", limit, boilerplate)
    finally:
        box.close()


def read_message(path: Path, *, limit: int, boilerplate: Boilerplate) -> Iterator[Document | DocumentError]:
    """The one message of an .eml file."""
    yield from _read(path.read_bytes(), str(path), None, limit, boilerplate)


def _read(
    raw: bytes, file: str, record: str | None, limit: int, boilerplate: Boilerplate
) -> Iterator[Document | DocumentError]:
    try:
        if len(raw) > limit:
            raise too_large(file, limit=limit, record=record, size=len(raw))
        message = message_from_bytes(raw, policy=policy.default)
        yield _document(message, file=file, record=record, boilerplate=boilerplate)
    except DocumentError as error:
        yield error
    except (LookupError, ValueError) as error:  # of a header or charset that is none
        yield DocumentError(
            file=file,
            record=record,
            problem=f"cannot be read as mail ({' '.join(str(error).split())})",
            remedy="save its text and give that file",
        )


def _document(message: EmailMessage, *, file: str, record: str | None, boilerplate: Boilerplate) -> Document:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise DocumentError(
            file=file, record=record, problem="has no text", remedy="save what is attached to it as files"
        )
    text = str(body.get_content())
    if body.get_content_subtype() == "html":
        where = f"{file}: {record}" if record else file
        page = read_page(text, file=where, boilerplate=boilerplate)
        text = page.text.removeprefix(f"{page.title}\n\n") if page.title else page.text
    name, address = parseaddr(str(message.get("From", "")))
    return make_document(
        text.replace("\r\n", "\n"),
        file=file,
        record=record,
        source_id=one_line(str(message.get("Message-ID", ""))),
        title=str(message.get("Subject", "")),
        outlet=name or address,
        published=_day(message),
    )


def _day(message: EmailMessage) -> str | None:
    """The day on the sender's clock; None for a date that cannot be read."""
    written = message.get("Date")
    try:
        return parsedate_to_datetime(str(written)).date().isoformat() if written else None
    except ValueError:
        return None
