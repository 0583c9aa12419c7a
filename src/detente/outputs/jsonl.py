"""A report -> one JSON line, in the shape of docs/report.schema.json."""

from __future__ import annotations

from detente.records import Report, to_json


def render_jsonl(report: Report) -> bytes:
    """UTF-8 JSON with its line end."""
    return to_json(report) + b"\n"
