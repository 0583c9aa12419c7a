"""Our own items in, how many keep their events when the same is said otherwise out.

    changed.py [FILE...] [--show N] [--limit N]

Each sentence that the coder reads as it should is changed in a way that leaves its events what they are: written as a
headline, opened or closed by some words more, its first state named by its government, its verb parted from it, another
state named beside it. An item is the same if its events have the same types and sides as before. No gold is needed, so
that the table shows which constructions the coder does not yet read, however well it knows the words. Without files all
of tests/coding/items are read.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from items import FOLDER, INVENTED, read_cases
from rich.console import Console
from rich.progress import track
from rich.table import Table

from detente.evaluation import Item
from detente.knowledge.actor_rows import State
from detente.knowledge.actors import ActorTables
from detente.pipeline import Coder
from detente.records import Actor, Document, Event, Report

Told = tuple[str, ...]  # a type, "|" between the sides, and their codes
Change = Callable[[str], str | None]

LONGEST = 28  # words; longer sentences are left out
SMALL = frozenset({
    "a", "an", "the", "and", "but", "or", "as", "at", "by", "in", "of", "off", "on", "to", "up", "with", "from", "into", "over",
    "after", "before", "amid",
})  # fmt: skip
STARTS = SMALL | frozenset("two three four police troops soldiers officials thousands hundreds".split())  # noqa: SIM905

AROUND = {
    "dateline": "LONDON (AP) — {said}",
    "opening phrase": "Despite repeated warnings, {small}",
    "opening clause": "As prices rose, {small}",
    "reported": "State media reported that {small}",
    "said at the end": "{bare}, officials said on Tuesday.",
    "quoted": "“{bare},” the spokesman said.",
    "participle at the end": "{bare}, deepening a row that began last year.",
}
SUBJECTS = {
    "its government": "The {demonym} government",
    "its officials": "{demonym} officials",
    "its capital": "{capital}",
    "those in its capital": "The authorities in {capital}",
    "its premier": "{demonym} Prime Minister Karl Mrazek",
}
PARTED = {
    "day before the verb": "{state} on Tuesday {rest}",
    "insertion": "{state}, citing security concerns, {rest}",
    "phrase before the verb": "{state} for the first time {rest}",
    "relative clause": "{state}, which has long looked to the sea, {rest}",
    "second verb": "{state} weighed its options for days and {rest}",
}
BESIDE = {
    "opening, another state": "Days ahead of a vote in {other}, {small}",
    "end, another state": "{bare}, a week after an earthquake in {other}.",
    "likened to another state": "Like {other} before it, {small}",
    "told by another state": "A {demonym} diplomat said that {small}",
    "told at the end by it": "{bare}, the {demonym} foreign minister said.",
}

_STATE_AND_PAST = re.compile(
    r"((?:[A-Z][a-z]+ ?){1,3}) ((?:[a-z]+ed|shot|sent|held|told|met|made|put|took|gave|cut|shut) .+)"
)
_STATE = re.compile(r"((?:[A-Z][a-z]+ ?){1,3}) ([a-z].+)")


def headline(text: str) -> str:
    """As many papers write them: capitals but for small words, and no full stop."""
    first, *others = text.rstrip(".").split(" ")
    return " ".join([first, *(w if w in SMALL else w[:1].upper() + w[1:] for w in others)])


def changes(tables: ActorTables) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    states = {state.name: state for state in tables.states if state.demonyms and state.capitals}
    around = {name: _around(words) for name, words in AROUND.items()}
    subjects = {name: _with_subject(words, states) for name, words in SUBJECTS.items()}
    parted = {name: _parted(words, states) for name, words in PARTED.items()}
    beside = {name: _beside(words, tuple(states.values())) for name, words in BESIDE.items()}
    return {"headline": headline, "all in capitals": str.upper, **around, **subjects, **parted, **beside}


def _around(words: str) -> Change:
    return lambda text: words.format(said=text, small=_small(text), bare=text.rstrip("."))


def _small(text: str) -> str:
    """As it goes on within a sentence."""
    return text[0].lower() + text[1:] if text.split(" ", 1)[0].lower() in STARTS else text


def _beside(words: str, states: Sequence[State]) -> Change:
    """With a state that the sentence does not name, another for each length."""

    def change(text: str) -> str:
        turned = (*states[len(text) % len(states) :], *states)
        other = next(s for s in turned if not any(n in text for n in (s.name, *s.demonyms, *s.capitals)))
        return words.format(
            small=_small(text), bare=text.rstrip("."), other=other.name, demonym=other.demonyms[0]
        )

    return change


def _with_subject(words: str, states: Mapping[str, State]) -> Change:
    def change(text: str) -> str | None:
        found = _STATE.match(text)
        state = states.get(found[1]) if found else None
        if found is None or state is None or (words[-1] == "s" and re.match(r"\w+s\b", found[2])):
            return None  # "officials is"
        return f"{words.format(demonym=state.demonyms[0], capital=state.capitals[0])} {found[2]}"

    return change


def _parted(words: str, states: Mapping[str, State]) -> Change:
    def change(text: str) -> str | None:
        found = _STATE_AND_PAST.match(text)
        return words.format(state=found[1], rest=found[2]) if found and found[1] in states else None

    return change


def sentences(files: Iterable[Path]) -> Iterator[Item]:
    """The items of one sentence that hold an event and are read as they should be."""
    for case in (case for file in files for case in read_cases(file)):
        one = len(re.findall(r"[.!?][\"”]?(?: |$)", case.item.text)) == 1
        if one and case.item.events and not case.known_wrong and len(case.item.text.split()) <= LONGEST:
            yield case.item


def events_of(report: Report) -> Counter[Told]:
    """The types and sides of a report's events; the sides of a reciprocal one in no order."""
    return Counter(map(_told, report.events))


def _told(event: Event) -> Told:
    actors, recipients = _names(event.actors), _names(event.recipients)
    if event.reciprocal:
        return (event.type or "", *sorted(actors + recipients))
    return (event.type or "", *actors, "|", *recipients)


def _names(actors: Sequence[Actor]) -> list[str]:
    return sorted(actor.country or actor.id or actor.name for actor in actors)


def compared(items: Sequence[Item], change: Change, coder: Coder) -> Iterator[tuple[str, bool]]:
    """Each item that can be changed so, as changed, and whether its events are the same."""
    pairs = [(item, said) for item in items if (said := change(item.text)) is not None]
    documents = (
        Document(text=text, published=item.published) for item, said in pairs for text in (item.text, said)
    )
    reports = coder.code_many(documents)
    for _, said in pairs:
        before, after = events_of(next(reports)), events_of(next(reports))
        yield said, before == after


def main(arguments: Sequence[str] | None = None) -> None:
    """Change, code, compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*", help="files of items (default: all of ours)")
    parser.add_argument("--limit", type=int, default=1500, help="items that are changed (default: 1500)")
    parser.add_argument("--show", type=int, default=0, help="sentences to print for each change that differ")
    options = parser.parse_args(arguments)
    coder = Coder(INVENTED)
    items = list(sentences(options.files or sorted(FOLDER.glob("*.txt"))))
    step = max(1.0, len(items) / options.limit)
    items = [items[int(number * step)] for number in range(min(len(items), options.limit))]
    table = Table("change", "sentences", "the same", "%")
    differing: dict[str, list[str]] = {}
    console = Console()
    for name, change in track(changes(coder.knowledge.actors).items(), console=Console(stderr=True)):
        found = list(compared(items, change, coder))
        same = sum(is_same for _, is_same in found)
        differing[name] = [said for said, is_same in found if not is_same][: options.show]
        table.add_row(name, str(len(found)), str(same), f"{100 * same / max(1, len(found)):.1f}")
    console.print(table)
    for name, said in ((name, said) for name, all_of in differing.items() for said in all_of):
        console.print(f"{name}: {said}", highlight=False)


if __name__ == "__main__":
    main()
