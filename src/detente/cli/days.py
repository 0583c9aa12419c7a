"""Days that nobody named: today, and some days before another."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


def today() -> str:
    """The day, ISO, in UTC."""
    return datetime.now(UTC).date().isoformat()


def days_before(day: str, count: int) -> str:
    """The day so many days earlier, both ISO."""
    return (date.fromisoformat(day) - timedelta(days=count)).isoformat()
