"""The JSON Schema of a report, as `detente schema` writes it and docs/report.schema.json holds it."""

from __future__ import annotations

import json

from detente.records import report_schema


def schema_text() -> str:
    """Indented JSON with a line end."""
    return json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n"
