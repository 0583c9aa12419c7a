"""Each example article against the table of what it says, written by reading it.

`tests/examples/NAME.md` holds for `examples/NAME.md` one row for each event mention that must be found:

    kind    as in kinds.csv; `a / b`: either
    status  as in the records; `a / b`: either
    who     `RUR -> SYL`, `RUR <-> SYL` (reciprocal), `RUR -> SYL, GRA`; countries or ids; `*`: not checked
    time    the interval: `2013-02-12`, `2013-02-01..2013-02-28`, `2013-02-12..` (open)
    place   a name or a country
    source  a part of the source's name, `own` for the outlet's own voice; `(stance)` after it
    more    `anonymous` (the source), `hedged` (not certain), `with NAME` and `perhaps NAME` (participants),
            `because WORDS` (in the words of the cause), with `;` between them

An empty cell is not checked. A row whose kind starts with `~` is one that the coder does not find yet; its test
fails when it does. A line `nothing: WORDS` names words of the article in which no event may have
its trigger.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from detente.documents.plain import read_plain
from detente.knowledge.files import BUILT_IN
from detente.pipeline import Coder
from detente.records import Actor, Claim, Event, Report

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
COLUMNS = ("kind", "status", "who", "time", "place", "source", "more")


@dataclass(frozen=True)
class Row:
    """One row of a table of expectations."""

    kind: str
    status: str
    who: str
    time: str
    place: str
    source: str
    more: str

    def __str__(self) -> str:
        return " | ".join(getattr(self, column) or "-" for column in COLUMNS)


def rows_of(table: Path) -> Iterator[Row]:
    """The rows under the two header lines."""
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    for line in lines[2:]:
        cells = [cell.strip() for cell in line.strip()[1:-1].split("|")]
        assert len(cells) == len(COLUMNS), f"{table.name}: {line} has not seven cells"
        yield Row(*cells)


def silent_words_of(table: Path) -> Iterator[str]:
    """The words after `nothing:`."""
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("nothing:"):
            yield line.removeprefix("nothing:").strip()


TABLES = tuple(sorted(HERE.glob("[0-9]*.md")))
ROWS = tuple((table.stem, row) for table in TABLES for row in rows_of(table))
SILENT = tuple((table.stem, words) for table in TABLES for words in silent_words_of(table))


@pytest.fixture(scope="module")
def report_of() -> Callable[[str], Report]:
    """The coder's report of an example, by the name of its file without the ending."""
    coder = Coder()

    @cache
    def report(name: str) -> Report:
        path = EXAMPLES / f"{name}.md"
        return coder.code(read_plain(path.read_text(encoding="utf-8"), file=path.name))

    return report


@pytest.mark.parametrize(
    ("name", "row"), ROWS, ids=[f"{name}: {row.kind} {row.status}" for name, row in ROWS]
)
def test_the_report_holds_what_the_example_says(
    name: str, row: Row, report_of: Callable[[str], Report]
) -> None:
    report = report_of(name)
    found = "\n  ".join(str(as_row(event)) for event in report.events) or "nothing"
    wanted = replace(row, kind=row.kind.lstrip("~ "))
    missing = row.kind.startswith("~")
    answered = any(answers(event, wanted, report) for event in report.events)
    assert answered != missing, (
        f"{row}\n{'is found now: take the ~ away' if missing else 'is not'} among\n  {found}"
    )


@pytest.mark.parametrize(("name", "words"), SILENT)
def test_no_event_is_read_into_other_words(name: str, words: str, report_of: Callable[[str], Report]) -> None:
    report = report_of(name)
    start = report.text.find(words)
    inside = [e for e in report.events if start >= 0 and start <= e.trigger.start < start + len(words)]
    assert not inside, [str(as_row(event)) for event in inside]


def answers(event: Event, row: Row, report: Report) -> bool:
    """Whether the event is the one that the row asks for."""
    return (
        one_of(event.kind, row.kind)
        and one_of(event.status, row.status)
        and same_sides(event, row.who)
        and same_interval(event, row.time)
        and same_place(event, row.place)
        and said_by(event, row, report)
        and all(holds(event, wish, report) for wish in wishes_of(row))
    )


def one_of(value: str, cell: str) -> bool:
    return not cell or value in {choice.strip() for choice in cell.split("/")}


def same_sides(event: Event, cell: str) -> bool:
    if "<->" in cell:
        sides = {side.strip() for side in cell.split("<->")}
        return event.reciprocal and codes(event.actors) == sides
    actors, recipients = (side.strip() for side in cell.split("->"))
    return same_side(event.actors, actors) and same_side(event.recipients, recipients)


def same_side(actors: tuple[Actor, ...], cell: str) -> bool:
    return cell == "*" or codes(actors) == {code.strip() for code in cell.split(",")}


def codes(actors: tuple[Actor, ...]) -> set[str]:
    return {actor.country or actor.id or actor.name for actor in actors}


def same_interval(event: Event, cell: str) -> bool:
    return not cell or interval(event) == (cell if ".." in cell else f"{cell}..{cell}")


def interval(event: Event) -> str:
    return f"{event.time.earliest or ''}..{event.time.latest or ''}" if event.time else ""


def same_place(event: Event, cell: str) -> bool:
    place = event.place
    return not cell or (place is not None and cell in {place.text, place.name, place.country})


def said_by(event: Event, row: Row, report: Report) -> bool:
    """One claim must have the source, the stance, the anonymity and the doubt."""
    name, _, stance = row.source.partition("(")
    wishes = wishes_of(row)
    return not row.source or any(
        named(claim, name.strip(), report)
        and (not stance or claim.stance == stance.rstrip(")"))
        and ("anonymous" not in wishes or any(source.kind == "anonymous" for source in claim.sources))
        and ("hedged" not in wishes or not claim.factuality.startswith("CT"))
        for claim in event.claims
    )


def named(claim: Claim, name: str, report: Report) -> bool:
    if name == "own":
        return claim.attribution is None or any(source.name == report.outlet for source in claim.sources)
    return any(name.lower() in source.name.lower() for source in claim.sources)


def wishes_of(row: Row) -> set[str]:
    return {wish.strip() for wish in row.more.split(";") if wish.strip()}


def holds(event: Event, wish: str, report: Report) -> bool:
    """One entry of the last column; `anonymous` and `hedged` are asked of the claim."""
    word, _, rest = wish.partition(" ")
    if word in {"with", "perhaps"}:
        certainty = "definite" if word == "with" else "potential"
        return (rest, certainty) in {(p.name, p.certainty) for p in event.participants}
    if word == "because":
        return event.cause is not None and rest in report.text[slice(*event.cause.span)]
    return word in {"anonymous", "hedged"}


def as_row(event: Event) -> Row:
    """The event in the words of a table, for a failing test's message."""
    sides = (", ".join(sorted(codes(side))) or "nobody" for side in (event.actors, event.recipients))
    who = " <-> ".join(sorted(codes(event.actors))) if event.reciprocal else " -> ".join(sides)
    source = ", ".join(f"{s.name} ({c.stance})" for c in event.claims for s in c.sources)
    people = "; ".join(
        f"{'with' if p.certainty == 'definite' else 'perhaps'} {p.name}" for p in event.participants
    )
    return Row(
        event.kind,
        event.status,
        who,
        interval(event),
        event.place.text if event.place else "",
        source,
        people,
    )


def test_every_example_has_a_table_and_every_table_an_example() -> None:
    assert [table.name for table in TABLES] == [path.name for path in sorted(EXAMPLES.glob("*.md"))]


@pytest.mark.parametrize(("name", "words"), SILENT)
def test_silent_words_stand_in_the_example(name: str, words: str) -> None:
    assert words in (EXAMPLES / f"{name}.md").read_text(encoding="utf-8")


def test_tables_use_the_kinds_of_the_knowledge() -> None:
    with (BUILT_IN / "plover" / "kinds.csv").open(encoding="utf-8", newline="") as stream:
        known = {line["kind"] for line in csv.DictReader(stream)}
    assert {kind.strip("~ ") for _, row in ROWS for kind in row.kind.split("/")} <= known
