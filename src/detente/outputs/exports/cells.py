"""Parts of a row -> the text of one cell: lists, days, words on one line."""

from __future__ import annotations

from collections.abc import Iterable

from detente.records import Report, Span, Time

LIST_SEPARATOR = "; "


def joined(values: Iterable[str | None]) -> str | None:
    """`a; b` without what is not known; None when nothing is left. A `;` in a value becomes a comma."""
    known = [value.replace(";", ",") for value in values if value]
    return LIST_SEPARATOR.join(known) or None


def each(values: Iterable[str | None]) -> str | None:
    """`a; ; c`: one place for each value, empty where it is not known; None when none of them is."""
    places = [(value or "").replace(";", ",") for value in values]
    return LIST_SEPARATOR.join(places) if any(places) else None


def once(values: Iterable[str | None]) -> list[str]:
    """The known values in order, each once."""
    return list(dict.fromkeys(value for value in values if value))


def one_line(text: str | None) -> str | None:
    """The text with each run of blanks, tabs and line ends as one blank."""
    if not text:
        return None
    plain = text.isprintable() and "  " not in text  # nearly always; a look is cheaper than to split and join
    return text.strip() if plain else " ".join(text.split())


def words(report: Report, span: Span | None) -> str | None:
    """The words of a span, on one line."""
    return one_line(report.text[span.start : span.end]) if span else None


def exact_day(time: Time | None) -> str | None:
    """The day, when it is known to the day; never the first or last of several."""
    return time.earliest if time is not None and time.earliest == time.latest else None


def within(time: Time | None, length: int) -> str | None:
    """The year (length 4) or month (7) in which the whole time lies, as it begins in ISO; None when it does not."""
    if time is None or time.earliest is None or time.latest is None:
        return None
    start = time.earliest[:length]
    return start if time.latest[:length] == start else None
