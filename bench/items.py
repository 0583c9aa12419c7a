"""Our own hand-coded news items in, how well the shipped coder agrees out.

    items.py [FILE...] [--errors]

A file holds items as editors write them, each with the events that a careful reader finds in it:

    2025-03-04 Ruritania's foreign minister visits Sylvania for talks with President Hentzau.
    + CONSULT | RUR -> SYL | occurred/under_way

A line opens with `+`, or with `?` where a second reader could leave the event out; the types and statuses that are
fair stand beside each other, the first is the best. A side is codes with commas, `*` for anybody. A fourth part says
who says so, with which stance and, where it is compared, how sure it is: `| Kremlin denies CT-; own asserts`, `own` for
the text itself. An item without such a line holds no event. `!` before the day: the coder is known to read this one
wrongly. Without files all those of tests/coding/items are read.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from detente.evaluation import Gold, Item, Scores, Side, Told, evaluate
from detente.pipeline import Coder
from detente.records import Actor, Document, Event, Factuality, Report

ROOT = Path(__file__).parents[1] / "tests" / "coding"
FOLDER, INVENTED = ROOT / "items", ROOT / "actors" / "tables"
KNOWN_WRONG, OWN = "!", "own"


@dataclass(frozen=True, kw_only=True)
class Case:
    """An item, and whether it is known to be read wrongly."""

    item: Item
    known_wrong: bool


def read_cases(path: Path) -> list[Case]:
    """The items of a file, in its order."""
    blocks: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0] in "+?":
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [_case(block, name=f"{path.stem}:{number}") for number, block in enumerate(blocks, 1)]


def _case(lines: Sequence[str], *, name: str) -> Case:
    day, _, text = lines[0].lstrip(f"{KNOWN_WRONG} ").partition(" ")
    item = Item(id=name, text=text, published=day, events=tuple(gold_of(line) for line in lines[1:]))
    return Case(item=item, known_wrong=lines[0].startswith(KNOWN_WRONG))


def gold_of(line: str) -> Gold:
    """An event from its line."""
    event, _, told = line[1:].replace("|", "\n", 2).partition("|")
    types, sides, status = (part.strip().split("/") for part in event.split("\n"))
    actor, _, recipient = sides[0].partition("->")
    return Gold(
        type=types[0],
        type_alt=tuple(types[1:]),
        status=status[0],
        status_alt=tuple(status[1:]),
        actor=_side(actor),
        recipient=_side(recipient),
        told=tuple(_told(one) for one in told.split(";") if one.strip()),
        doubt=line[0] == "?",
    )


def _told(claim: str) -> Told:
    """`Kremlin denies CT-`: the source, its stances, how sure."""
    *words, last = claim.split()
    sure = last if last in get_args(Factuality) else None
    *source, stance = words if sure else (*words, last)
    named = "own voice" if source == [OWN] else " ".join(source)
    return Told(source=named, stances=tuple(stance.split("/")), factuality=sure)


def _side(codes: str) -> tuple[Side, ...]:
    return tuple(Side(code=code.strip()) for code in codes.split(",") if code.strip() not in ("", "*"))


def code(cases: Iterable[Case], coder: Coder) -> Iterator[tuple[Item, Report]]:
    """Each item with its report."""
    items = [case.item for case in cases]
    documents = (Document(text=item.text, published=item.published) for item in items)
    yield from zip(items, coder.code_many(documents), strict=True)


def differences(scores: Scores) -> Iterator[str]:
    """What is missed, extra, or has another status, a line each."""
    for one in scores.differences:
        parts = [f"{one.what:7} {one.item}"]
        if one.gold:
            parts.append(f"wanted {wanted(one.gold)}")
        if one.event:
            parts.append(said(one.event) if one.what == "claims" else shown(one.event))
        yield "  ".join(parts)


def wanted(gold: Gold) -> str:
    """A hand-coded event in a line."""
    told = "".join(f"  {one.source}: {'/'.join(one.stances)} {one.factuality or ''}" for one in gold.told)
    return f"{gold.type} {_codes(gold.actor)} -> {_codes(gold.recipient)}  {gold.status}{told}"


def _codes(side: Sequence[Side]) -> str:
    return ",".join(one.code for one in side) or "*"


def said(event: Event) -> str:
    """Who says so, in a line."""
    made = ((source.name, claim) for claim in event.claims for source in claim.sources)
    return "found" + "".join(f"  {name}: {claim.stance} {claim.factuality}" for name, claim in made)


def shown(event: Event) -> str:
    """A found event in a line."""
    sides = (",".join(_key(a) for a in side) or "?" for side in (event.actors, event.recipients))
    return (
        f"found {event.type} ({event.kind}) {' -> '.join(sides)} {event.status} by {', '.join(event.rules)}"
    )


def _key(actor: Actor) -> str:
    named = actor.id if actor.id and actor.id.startswith(("NSA:", "IGO:")) else None
    return actor.country or named or actor.name


def main(arguments: Sequence[str] | None = None) -> None:
    """Code, compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*", help="files of items (default: all of ours)")
    parser.add_argument("--errors", action="store_true", help="print what differs")
    options = parser.parse_args(arguments)
    coder = Coder(INVENTED)
    for path in options.files or sorted(FOLDER.glob("*.txt")):
        cases = read_cases(path)
        scores = evaluate(code(cases, coder))
        if options.errors:
            texts = {case.item.id: case.item.text for case in cases}
            for line in differences(scores):
                print(f"{texts[line.split()[1]]}\n   {line}")
        figures = " ".join(
            f"{name} {100 * (tally.f1 or 0):.1f}"
            for name, tally in (
                ("events", scores.events),
                ("parties", scores.parties),
                ("types", scores.types),
            )
        )
        status = f"status {scores.status.right}/{scores.status.asked}"
        false = f"false in {scores.empty} empty items {scores.in_empty}"
        print(f"{path.stem}: {scores.items} items, F1 {figures}, {status}, {false}")


if __name__ == "__main__":
    main()
