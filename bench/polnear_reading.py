"""The interstate events of domestic US news that were read by hand in, the share that was right out.

    polnear_reading.py [REPORTS.jsonl]

polnear_reading.csv holds one event a line: the article's id, where the trigger starts, the kind, and the verdict of
one reader (right: the text tells it, with these parties and about this type and status). The texts are not here. With
reports of the open half (`predict.py reports`), only events that are still coded there count.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

READING = Path(__file__).with_name("polnear_reading.csv")
Row = dict[str, str]


def read_verdicts(path: Path = READING) -> list[Row]:
    """The rows of the reading."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def still_coded(rows: Iterable[Row], reports: Iterable[dict[str, Any]]) -> list[Row]:
    """The rows whose event is in the reports."""
    coded = {
        (str(report["source_id"]), str(event["trigger"][0]), event["kind"])
        for report in reports
        for event in report["events"]
        if is_interstate(event)
    }
    return [row for row in rows if (row["id"], row["start"], row["kind"]) in coded]


def is_interstate(event: dict[str, Any]) -> bool:
    """Whether two different countries stand on its sides."""
    acting = {a["country"] for a in event["actors"] if a.get("country")}
    other = {a["country"] for a in event["recipients"] if a.get("country")}
    if event["reciprocal"]:
        return len(acting) > 1
    return any(one != two for one in acting for two in other)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how many of the read events are right."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("reports", type=Path, nargs="?")
    options = parser.parse_args(arguments)
    rows = read_verdicts()
    if options.reports is not None:
        with options.reports.open(encoding="utf-8") as lines:
            rows = still_coded(rows, (json.loads(line) for line in lines))
    right = sum(row["verdict"] == "right" for row in rows)
    print(f"right {right} of {len(rows)} = {100 * right / max(1, len(rows)):.0f} %")


if __name__ == "__main__":
    main()
