"""Texts in; the reports written to a file, or how many differ from those of an earlier run.

    same_reports.py TEXTS.jsonl... --write REPORTS.jsonl
    same_reports.py TEXTS.jsonl... --against REPORTS.jsonl

For changes that are to make the coder faster and leave what it says as it is: write with the old code, compare with
the new. The version of the knowledge is left out of the comparison, all else is compared byte by byte.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

import msgspec

from detente.pipeline import Coder
from detente.records import Document, Report, to_json

SHOWN = 5  # differing documents that are named


def main(arguments: Sequence[str] | None = None) -> None:
    """Write or compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="+", help="JSON lines with a field `text`")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", type=Path, help="the file to write")
    what.add_argument("--against", type=Path, help="the file of an earlier run")
    options = parser.parse_args(arguments)
    lines = (_line(report) for report in Coder().code_many(_documents(options.texts)))
    if options.write is not None:
        options.write.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return
    before = options.against.read_text(encoding="utf-8").splitlines()
    differing = [n for n, (a, b) in enumerate(zip_longest(before, lines), 1) if a != b]
    print(f"{len(before)} reports, {len(differing)} differ", *differing[:SHOWN])


def _documents(paths: Sequence[Path]) -> Iterator[Document]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                yield Document(text=row["text"], published=row.get("published") or row.get("date"))


def _line(report: Report) -> str:
    """One line; the digest of the knowledge is not said, since it changes with every comment in a table."""
    versions = msgspec.structs.replace(report.versions, knowledge="")
    return to_json(msgspec.structs.replace(report, versions=versions)).decode()


if __name__ == "__main__":
    main()
