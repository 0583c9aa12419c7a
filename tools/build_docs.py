"""The repository in, the made parts of README and docs out: `build_docs.py` writes them, `--check` compares.

Made are docs/cli.md, docs/report.schema.json, and in other pages what stands between `<!-- NAME: begin -->` and
`<!-- NAME: end -->`, where NAME is one of

    output of the first command   what README's first command prints on a terminal of 100 columns
    stages                        the stages of the pipeline with what they need and give
    rule FILE ID                  a rule as it stands in a knowledge file
    rows FILE KEY ...             rows of a knowledge table, by the value of their first column
    detente COMMAND ...           what a command prints about the examples; see detente.cli.worked
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from build_kinds import kinds_text
from rich.console import Console

from detente.cli.reference import reference_text
from detente.cli.schema import schema_text
from detente.cli.worked import worked
from detente.cli.writing import WIDTH
from detente.documents.inputs import read_documents
from detente.knowledge.files import BUILT_IN
from detente.outputs.table import render_table
from detente.pipeline import GIVEN, STAGES, Coder
from detente.records import Document

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/exports.md", "docs/knowledge.md", "docs/pipeline.md", "docs/relations.md")
_BLOCK = re.compile(r"<!-- (.+?): begin -->\n.*?<!-- \1: end -->", re.DOTALL)
_COMMAND = re.compile(r"<!-- first command -->\n```\n.* detente code (\S+)\n```")


def main(arguments: Sequence[str]) -> int:
    """Write what is made, or say which pages differ from it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 when a page is out of date"
    )
    check: bool = parser.parse_args(arguments).check
    stale = [(path, text) for path, text in made_pages() if path.read_text(encoding="utf-8") != text]
    for path, text in stale:
        sys.stdout.write(
            f"{path.relative_to(ROOT)}: {'out of date; run just docs' if check else 'written'}\n"
        )
        if not check:
            path.write_text(text, encoding="utf-8")
    return int(check and bool(stale))


def made_pages() -> Iterator[tuple[Path, str]]:
    """Every page that is made, or has made parts, as it should be."""
    yield ROOT / "docs/cli.md", reference_text()
    yield ROOT / "docs/report.schema.json", schema_text()
    yield ROOT / "docs/kinds.md", kinds_text()
    for name in PAGES:
        yield ROOT / name, filled((ROOT / name).read_text(encoding="utf-8"))


def filled(page: str) -> str:
    """The page with its made parts made anew."""
    return _BLOCK.sub(
        lambda found: f"<!-- {found[1]}: begin -->\n{_made(found[1], page)}\n<!-- {found[1]}: end -->", page
    )


def _made(name: str, page: str) -> str:
    if name == "output of the first command":
        return f"```\n{first_output(page)}\n```"
    if name == "stages":
        return "\n".join(stage_table())
    if name.startswith("detente "):
        return worked(name, ROOT / "examples")
    word, file, *keys = name.split()
    return f"```yaml\n{rule_text(file, keys[0])}\n```" if word == "rule" else "\n".join(rows(file, keys))


def first_output(page: str) -> str:
    """What the first command of the README prints."""
    found = _COMMAND.search(page)
    if found is None:
        raise SystemExit(
            "README.md: no command `detente code FILE` after <!-- first command -->; put it back"
        )
    stream = io.StringIO()
    console = Console(file=stream, width=WIDTH, color_system=None)
    for item in read_documents([str(ROOT / found[1])]):
        if not isinstance(item, Document):
            raise SystemExit(str(item))
        console.print(render_table(Coder().code(item)))
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()).strip("\n")


def stage_table() -> Iterator[str]:
    """A line for each stage, in order."""
    yield f"Given before the first stage: {', '.join(GIVEN)}.\n"
    yield "| gives | needs | by | |"
    yield "|---|---|---|---|"
    for stage in STAGES:
        says = (stage.run.__doc__ or "").split("\n")[0].strip().replace("|", "\\|")
        where = f"{stage.run.__module__.removeprefix('detente.')}.{stage.run.__name__}"
        yield f"| **{stage.gives}** | {', '.join(stage.needs)} | `{where}` | {says} |"


def rule_text(file: str, rule: str) -> str:
    """The lines of a rule, from its id to the next `---`."""
    for text in (BUILT_IN / file).read_text(encoding="utf-8").split("\n---\n"):
        at = re.search(rf"^id: {re.escape(rule)}$", text, re.MULTILINE)
        if at:
            return text[at.start() :].strip()
    raise SystemExit(f"{file}: there is no rule {rule}; name another in the page that shows it")


def rows(file: str, keys: Sequence[str]) -> Iterator[str]:
    """A Markdown table of the rows whose first cell is one of the keys; columns in which all are empty left out."""
    with (BUILT_IN / file).open(encoding="utf-8", newline="") as stream:
        header, *lines = list(csv.reader(stream))
    chosen = [line for line in lines if line[0].replace(" ", "-") in keys]
    if not chosen:
        raise SystemExit(f"{file}: there is no row {', '.join(keys)}; name another in the page that shows it")
    used = [i for i in range(len(header)) if any(line[i] for line in chosen)]
    for line in (header, ["---"] * len(header), *chosen):
        yield f"| {' | '.join(line[i] for i in used)} |"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
