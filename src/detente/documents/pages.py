"""The HTML of a web page -> `Document`: the article's text; title, outlet and date as the page gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from detente.documents.boilerplate import Boilerplate, find_boilerplate
from detente.documents.fields import make_document, one_line
from detente.errors import DocumentError
from detente.records import Document

_SENTENCE = re.compile(r"(?:\S+\s+){5,}\S*[.!?…][\"'”’»)\]]*$")  # at least six words and a full stop
_TITLE_SEPARATOR = re.compile(r"\s+[-–—|•·:]\s+")


def read_page(html: str, *, file: str, boilerplate: Boilerplate, url: str | None = None) -> Document:
    """The article of a page; `url` is where it was fetched. Raises `DocumentError` when it holds none."""
    page = _extract(html, url)
    lines = _lines(page)
    if len(lines) == 1:
        lines = _with_breaks(lines[0], _lines(_extract(html, url, favor_precision=True)))
    if not _holds_article(lines, boilerplate):
        raise DocumentError(
            file=file,
            problem="no article was found on the page",
            remedy="open it in a browser, copy the article into a text file and give that file",
        )
    title = _without_outlet(one_line(page.title), one_line(page.sitename))
    if title and lines[0].casefold() == title.casefold() and len(lines) > 1:
        del lines[0]
    return make_document(
        "\n\n".join(lines),
        file=file,
        title=title,
        outlet=page.sitename,
        published=page.date,
        url=url or page.url,
    )


def _holds_article(lines: Sequence[str], boilerplate: Boilerplate) -> bool:
    """Whether there is a sentence that is no notice: a menu or a request to allow cookies is no article."""
    sentences = [line for line in lines if _SENTENCE.search(line)]
    return any(not find_boilerplate(line, boilerplate) for line in sentences)


def _lines(page: Any) -> list[str]:
    return [line.strip() for line in (page.text or "").splitlines() if line.strip()] if page else []


def _with_breaks(flat: str, lines: Sequence[str]) -> list[str]:
    """A short article that came as one line, with the breaks that are known of it; no word is lost."""
    parts = []
    for line in lines:
        before, found, after = flat.partition(line)
        if found:
            parts += [before.strip(), line]
            flat = after
    return [part for part in [*parts, flat.strip()] if part]


def _extract(html: str, url: str | None, *, favor_precision: bool = False) -> Any:
    from trafilatura import bare_extraction  # noqa: PLC0415 - a slow import that text files do not need

    return bare_extraction(
        html,
        url=url,
        with_metadata=True,
        include_comments=False,
        favor_precision=favor_precision,
        # The search through the whole text would take any date that it finds for the day of publication.
        date_extraction_params={
            "original_date": True,
            "extensive_search": False,
            "max_date": date.max.isoformat(),
        },
    )


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """`Envoy recalled | Strelsau Post` without its last part when that is the outlet's name."""
    if not (title and outlet):
        return title
    *first, last = _TITLE_SEPARATOR.split(title)
    if not first or last.casefold() != outlet.casefold():
        return title
    return title[: title.rindex(last)].rstrip(" -–—|•·:")
