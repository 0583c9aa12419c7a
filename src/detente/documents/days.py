"""A publication date as written -> an ISO day; a date that the calendar does not have is refused."""

from __future__ import annotations

import re
from datetime import date

from detente.errors import DocumentError

_LEADING_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:?\d{2}.*)?")


def read_day(
    value: str | None, *, file: str, record: str | None = None, field: str = "published"
) -> str | None:
    """The day of an ISO 8601 date or date-time, None for nothing. Raises `DocumentError`."""
    if value is None or not value.strip():
        return None
    found = _LEADING_DAY.fullmatch(value.strip())
    try:
        return date.fromisoformat(found[1] if found else "").isoformat()
    except ValueError as error:
        raise DocumentError(
            file=file,
            record=record,
            problem=f"{field} '{value}' is not {'a day of the calendar' if found else 'a date'}",
            remedy="write the day as YYYY-MM-DD, such as 2013-02-12, or leave it out",
        ) from error
