"""Sentences that are read rightly in, how many are still read so when the same is said otherwise out.

    changed.py [FILE...] [--family NAME ...] [--texts FILE.jsonl] [--limit N] [--show N]

A sentence is changed in a way from which it follows what must be read in it, mostly just what was read before; no gold
is needed, so that the tables show which constructions the coder does not yet read, however well it knows the words.
The families of changes are in changes/; without --family there are the 24 of changes/said.py, `--family all` is all of
them. The sentences are our own items that are read as they should be, without files all of tests/coding/items. --texts
adds the texts of one sentence of a JSON-lines file with `text` and `date`, whose own reading is taken as right.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from changes import discourse, edges, naming, nominal, operators, said, status, syntax, typography
from changes.shape import Change, Changed, Sentence, Told, World, countings, is_right, told_in
from items import FOLDER, INVENTED, read_cases
from rich.console import Console
from rich.progress import track
from rich.table import Table

from detente.pipeline import Coder
from detente.records import Document

FAMILIES: Mapping[str, Callable[[World], Mapping[str, Change]]] = {
    "said": said.changes,
    "edges": edges.changes,
    "naming": naming.changes,
    "status": status.changes,
    "operators": operators.changes,
    "nominal": nominal.changes,
    "syntax": syntax.changes,
    "discourse": discourse.changes,
    "typography": typography.changes,
}
LONGEST = 28  # words; longer sentences are left out


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A changed sentence, what is read in it, and whether that is as expected."""

    changed: Changed
    events: tuple[Told, ...]
    right: bool


def is_one_sentence(text: str) -> bool:
    """Whether a text is a single sentence that is not too long."""
    return len(re.findall(r"[.!?][\"”]?(?: |$)", text)) == 1 and len(text.split()) <= LONGEST


def read_items(files: Iterable[Path], coder: Coder) -> Iterator[Sentence]:
    """The items of one sentence that hold an event and are read as they should be."""
    cases = [case for file in files for case in read_cases(file) if is_one_sentence(case.item.text)]
    items = [case.item for case in cases if case.item.events and not case.known_wrong]
    return read(((item.text, item.published) for item in items), coder)


def read_texts(path: Path, coder: Coder) -> Iterator[Sentence]:
    """The texts of one sentence in which an event is read."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    sentences = read(((row["text"], row["date"]) for row in rows if is_one_sentence(row["text"])), coder)
    return (sentence for sentence in sentences if sentence.events)


def read(texts: Iterable[tuple[str, str | None]], coder: Coder) -> Iterator[Sentence]:
    """Each text and its day as the coder reads it."""
    pairs, kinds = list(texts), kinds_of(coder)
    reports = coder.code_many(Document(text=text, published=day) for text, day in pairs)
    for (text, day), report in zip(pairs, reports, strict=True):
        yield Sentence(text=text, day=day, events=told_in(report, kinds))


def kinds_of(coder: Coder) -> Mapping[str, str | None]:
    """The types of the kinds of events."""
    return {kind.kind: kind.type for kind in coder.knowledge.events.kinds}


def chosen(sentences: Iterable[Sentence], changes: Iterable[Change], *, limit: int) -> list[Sentence]:
    """So many, evenly taken from those that one of the changes fits."""
    ways = list(changes)
    fitting = [sentence for sentence in sentences if any(change(sentence) for change in ways)]
    step = max(1.0, len(fitting) / limit)
    return [fitting[int(number * step)] for number in range(min(len(fitting), limit))]


def outcomes(sentences: Iterable[Sentence], change: Change, coder: Coder) -> Iterator[Outcome]:
    """Each sentence that can be changed so, coded and compared."""
    pairs = [(sentence, new) for sentence in sentences if (new := change(sentence)) is not None]
    documents = (Document(text=new.text, published=sentence.day) for sentence, new in pairs)
    kinds = kinds_of(coder)
    for (_, new), report in zip(pairs, coder.code_many(documents), strict=True):
        events = told_in(report, kinds)
        reasons = frozenset(uncoded.reason for uncoded in report.uncoded)
        yield Outcome(changed=new, events=events, right=is_right(new.expected, events, reasons))


def table_of(family: str, found: Mapping[str, Sequence[Outcome]]) -> Table:
    """A line for each change."""
    table = Table("change", "sentences", "as expected", "%", title=family)
    for name, every in found.items():
        right = sum(outcome.right for outcome in every)
        table.add_row(name, str(len(every)), str(right), f"{100 * right / max(1, len(every)):.1f}")
    return table


def differing(found: Mapping[str, Sequence[Outcome]], *, show: int) -> Iterator[str]:
    """Some sentences of each change that are not read as expected, and what should have been read and was."""
    for name, every in found.items():
        for outcome in [outcome for outcome in every if not outcome.right][:show]:
            expected = outcome.changed.expected
            wanted = (" or ".join(map(str, choice)) for choice in expected.events)
            told = map(str, countings(outcome.events, expected.counted))
            yield f"{name}: {outcome.changed.text}\n    wanted {'; '.join(wanted)}\n    read {'; '.join(told)}"


def options_of(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*", help="files of items (default: all of ours)")
    parser.add_argument(
        "--family", nargs="+", default=["said"], choices=[*FAMILIES, "all"], help="(default: said)"
    )
    parser.add_argument("--texts", type=Path, help="texts that nobody has coded, as JSON lines")
    parser.add_argument("--limit", type=int, default=1500, help="sentences for a family (default: 1500)")
    parser.add_argument("--show", type=int, default=0, help="sentences to print for each change that differ")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, change, code, compare and print."""
    options = options_of(arguments)
    coder, console = Coder(INVENTED), Console()
    sentences = list(read_items(options.files or sorted(FOLDER.glob("*.txt")), coder))
    sentences += read_texts(options.texts, coder) if options.texts else ()
    world = World(tables=coder.knowledge.actors, sentences=sentences)
    for family in FAMILIES if "all" in options.family else options.family:
        changes = FAMILIES[family](world)
        ours = chosen(sentences, changes.values(), limit=options.limit)
        found = {
            name: list(outcomes(ours, change, coder))
            for name, change in track(changes.items(), description=family, console=Console(stderr=True))
        }
        console.print(table_of(family, found))
        for line in differing(found, show=options.show):
            console.print(line, highlight=False, markup=False, soft_wrap=True)


if __name__ == "__main__":
    main()
