"""Our own items in, how many keep their events when one sentence becomes two or three out.

    changes_discourse.py [FILE...] [--texts FILE.jsonl] [--only NAME] [--show N] [--limit N]

Each sentence that the coder reads as it should is told as an article goes on: whoever acts or is acted upon is named in
a sentence before, others stand between, a headline or a later sentence repeats it, somebody reacts. Its events must
stay what they are; a reaction adds one, whose sides follow from the first. `--texts` adds texts of one sentence that
nobody has coded, whose reading by themselves is taken as right.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from changed import LONGEST, Told, headline, sentences
from changed import events_of as mentions_of
from items import FOLDER, INVENTED
from msgspec.structs import replace
from rich.console import Console
from rich.table import Table

from detente.knowledge.actor_rows import State
from detente.knowledge.actors import ActorTables
from detente.pipeline import Coder
from detente.records import Document, Report

WORDS = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "AGREE", "SANCTION", "CONCEDE"})
FORCE = frozenset({"ASSAULT", "MOBILIZE"})
HOSTILE = frozenset({"ACCUSE", "ASSAULT", "THREATEN", "SANCTION", "COERCE", "MOBILIZE"})
MOVES = HOSTILE - {"ACCUSE", "ASSAULT"}
ALL = WORDS | FORCE | HOSTILE | {"CONSULT", "AID", "COOPERATE", "RETREAT", "PROTEST"}

OPENINGS = (
    "{state} held a cabinet meeting on Monday.",
    "{state} marked its national day on Sunday.",
    "Shops and schools were open in {state} on Monday.",
    "Prices in {state} have risen for three years.",
    "{state} has four million people and a long coast.",
    "{state}'s president gave a speech on Monday.",
)
BETWEEN = "Few had expected what came next."
# who acts, for acts of which types, and whether the verb may only be a past
SUBJECTS: Mapping[str, tuple[str, frozenset[str], bool]] = {
    "It": ("{opening} It {rest}", ALL, False),
    "The country": ("{opening} The country {rest}", ALL, False),
    "The government": ("{opening} The government {rest}", ALL - FORCE, False),
    "Its government": ("{opening} Its government {rest}", ALL - FORCE, False),
    "capital": ("{opening} {capital} {rest}", ALL - FORCE, False),
    "The foreign ministry": ("{opening} The foreign ministry {rest}", WORDS, False),
    "Its foreign ministry": ("{opening} Its foreign ministry {rest}", WORDS, False),
    "The ministry": ("{state}'s foreign ministry held a briefing on Monday. The ministry {rest}", WORDS, False),
    "The premier": ("{opening} The premier {rest}", WORDS, False),
    "He": ("{state}'s prime minister addressed parliament on Monday. He {rest}", WORDS, False),
    "Named, then by name": (
        "{state}'s foreign minister, Jan Novak, spoke to reporters on Monday. Novak {rest}", WORDS, False,
    ),
    "Named, then by office": (
        "{state}'s foreign minister, Jan Novak, spoke to reporters on Monday. The minister {rest}", WORDS, False,
    ),
    "Officials": ("{opening} Officials {rest}", WORDS, True),
    "The army": ("{opening} The army {rest}", FORCE, False),
    "Its forces": ("{opening} Its forces {rest}", FORCE, True),
    "The country, after another": ("{opening} " + BETWEEN + " The country {rest}", ALL, False),
    "The government, after another": ("{opening} " + BETWEEN + " The government {rest}", ALL - FORCE, False),
    "It, another state between": (
        "{state} held a cabinet meeting on Monday, a day after an election in {other}. It {rest}", ALL, False,
    ),
    "The government, other state": (
        "{state} held a cabinet meeting on Monday, a day after an election in {other}. The government {rest}",
        ALL - FORCE, False,
    ),
}  # fmt: skip
AROUND = {
    "sentence before": "Snow fell across the region on Monday. {text}",
    "sentence after": "{text} Snow was forecast for the rest of the week.",
    "background before and after": "The region has seen years of drought. {text} Its people have long lived by fishing.",
    "other state before": "Snow fell in {other} on Monday. {text}",
    "other state after": "{text} Snow fell in {other} on Monday.",
    "headline above": "{headline}\n\n{text}",
    "headline above, quiet end": "{headline}\n\n{text} Officials gave no more details.",
    "announced before": "There was news from {capital} on Monday. {text}",
    "said again in the end": "{text} The news was first reported by a local paper.",
}
# the same happening called by a noun: for acts of which types
AGAIN: Mapping[str, tuple[str, frozenset[str]]] = {
    "The attack took place": ("{text} The attack took place before dawn.", frozenset({"ASSAULT"})),
    "It was the first such attack": (
        "{text} It was the first such attack this year.", frozenset({"ASSAULT"}),
    ),
    "The attack came": ("{text} The attack came hours after a snowfall.", frozenset({"ASSAULT"})),
    "The meeting lasted": ("{text} The meeting lasted two hours.", frozenset({"CONSULT"})),
    "The move comes": ("{text} The move comes weeks before an election.", ALL - {"ASSAULT", "CONSULT"}),
    "The decision was announced": (
        "{text} The decision was announced on Monday.", frozenset({"SANCTION", "AID", "COERCE", "AGREE", "RETREAT"}),
    ),
    "The statement was read": ("{text} The statement was read out on television.", frozenset({"ACCUSE", "THREATEN"})),
    "The accusation": ("{text} The accusation is not new.", frozenset({"ACCUSE"})),
    "The demand": ("{text} The demand is not new.", frozenset({"REQUEST"})),
}  # fmt: skip
BOTH = {
    "The two": "{states} are neighbours. The two {rest}",
    "The two countries": "{states} share a long border. The two countries {rest}",
    "Both sides": "{states} have been at odds for years. Both sides {rest}",
    "The neighbours": "{states} share a long border. The neighbours {rest}",
    "They": "{states} are neighbours. They {rest}",
}
# who is acted upon, named before
OBJECTS = {
    "it": ("{opening} {before} it{after}", "{opening} {before} its{after}"),
    "the country": ("{opening} {before} the country{after}", "{opening} {before} the country's{after}"),
    "the government": (
        "{opening} {before} the government{after}",
        "{opening} {before} the government's{after}",
    ),
    "its neighbour": ("{opening} {before} its neighbour{after}", "{opening} {before} its neighbour's{after}"),
    "both before": (
        "{doer} and {state} are neighbours. {before} its neighbour{after}",
        "{doer} and {state} are neighbours. {before} its neighbour's{after}",
    ),
}
# a reaction: words, the types after which it stands, its type, and who reacts: a third (Z) or who was acted upon (Y)
REACTIONS: Mapping[str, tuple[str, frozenset[str], str, str]] = {
    "Z condemned the attack": ("{text} {other} condemned the attack.", frozenset({"ASSAULT"}), "ACCUSE", "Z"),
    "Z condemned it": ("{text} {other} condemned it.", MOVES | {"ASSAULT"}, "ACCUSE", "Z"),
    "Z criticised the move": ("{text} {other} criticised the move.", MOVES, "ACCUSE", "Z"),
    "Z denounced the decision": ("{text} {other} denounced the decision.", frozenset({"SANCTION"}), "ACCUSE", "Z"),
    "Z called it": ("{text} {other} called it a violation of international law.", MOVES | {"ASSAULT"}, "ACCUSE", "Z"),
    "Z called the move": (
        "{text} {other}'s foreign minister called the move a provocation.", MOVES, "ACCUSE", "Z",
    ),
    "Z condemned, with a gap": (
        "{text} There were no further details. {other} condemned the move.", MOVES, "ACCUSE", "Z",
    ),
    "Z welcomed it": ("{text} {other} welcomed it.", frozenset({"AID", "RETREAT", "CONCEDE", "SUPPORT"}), "SUPPORT", "Z"),
    "Z welcomed the move": (
        "{text} {other} welcomed the move.", frozenset({"AID", "RETREAT", "CONCEDE", "SANCTION"}), "SUPPORT", "Z",
    ),
    "Z praised the decision": (
        "{text} {other} praised the decision.", frozenset({"AID", "RETREAT", "CONCEDE", "SANCTION"}), "SUPPORT", "Z",
    ),
    "Y denied it": ("{text} {hit} denied it.", frozenset({"ACCUSE"}), "REJECT", "Y"),
    "Y denied the allegations": ("{text} {hit} denied the allegations.", frozenset({"ACCUSE"}), "REJECT", "Y"),
    "Y rejected the accusation": ("{text} {hit} rejected the accusation.", frozenset({"ACCUSE"}), "REJECT", "Y"),
    "Y called it baseless": ("{text} {hit} called the accusation baseless.", frozenset({"ACCUSE"}), "REJECT", "Y"),
    "Y vowed to retaliate": ("{text} {hit} vowed to retaliate.", HOSTILE, "THREATEN", "Y"),
    "Y vowed to respond in kind": ("{text} {hit} said that it would respond in kind.", HOSTILE, "THREATEN", "Y"),
    "Y condemned the attack": ("{text} {hit} condemned the attack.", frozenset({"ASSAULT"}), "ACCUSE", "Y"),
    "Y protested": ("{text} {hit} protested against the move.", frozenset({"SANCTION", "COERCE", "MOBILIZE"}), "ACCUSE", "Y"),
    "Y called it a provocation": ("{text} {hit} called it a provocation.", HOSTILE, "ACCUSE", "Y"),
    "Y rejected the demand": ("{text} {hit} rejected the demand.", frozenset({"REQUEST"}), "REJECT", "Y"),
    "Y refused": ("{text} {hit} refused.", frozenset({"REQUEST"}), "REJECT", "Y"),
    "Y turned it down": ("{text} {hit} turned it down.", frozenset({"REQUEST"}), "REJECT", "Y"),
    "Y thanked it": ("{text} {hit} thanked it for the help.", frozenset({"AID"}), "SUPPORT", "Y"),
    "Y welcomed": ("{text} {hit} welcomed the move.", frozenset({"AID", "RETREAT", "CONCEDE"}), "SUPPORT", "Y"),
    "Y dismissed the threat": ("{text} {hit} dismissed the threat.", frozenset({"THREATEN"}), "REJECT", "Y"),
}  # fmt: skip

_VERB = r"(?:[a-z]+(?:ed|es|s)|shot|sent|held|told|met|made|put|took|gave|cut|shut|struck|will|has|was|is|broke|hit|sank) "
_ACTS = re.compile(rf"((?:[A-Z][a-z]+ ?){{1,3}}) ({_VERB}.+)")
_ONLY_PRESENT = re.compile(r"(?:[a-z]+(?<!ed)s|has|was|is) ")
_NO_NOUN = re.compile(r"(?:,| and| the|[a-z]ern|-[a-z]+|[A-Z][a-z]+)$")  # before what no pronoun stands for
_TWO = re.compile(r"((?:[A-Z][a-z]+ ?){1,3}) and ((?:[A-Z][a-z]+ ?){1,3}) ([a-z].+)")


@dataclass(frozen=True, kw_only=True)
class Read:
    """A sentence, as it was read: its events, and what the templates speak of."""

    text: str
    day: str | None
    events: Counter[Told]
    states: Mapping[str, State]

    @property
    def types(self) -> set[str]:
        """The types of all its events."""
        return {told[0] for told in self.events}

    def sides(self) -> tuple[str, str] | None:
        """Who does it to whom, where it holds a single event of one to another."""
        if self.events.total() != 1:
            return None
        (told,) = self.events
        if len(told) != 4 or told[2] != "|" or told[1] == told[3]:
            return None
        return told[1], told[3]

    def other(self) -> State:
        """A state that it does not name."""
        every = list(self.states.values())
        start = len(self.text) * 7 % len(every)
        turned = (*every[start:], *every)
        return next(s for s in turned if not any(n in self.text for n in (s.name, *s.demonyms, *s.capitals)))


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A text, and the events that must be read in it."""

    text: str
    events: Counter[Told]


Change = Callable[[Read], Changed | None]


def changes(tables: ActorTables) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    by_id = {s.id: s for s in tables.states}
    return {
        **{f"A {name}": _with_subject(*words) for name, words in SUBJECTS.items()},
        **{f"B {name}": _with_both(words) for name, words in BOTH.items()},
        **{f"C {name}": _with_object(*words) for name, words in OBJECTS.items()},
        **{f"D {name}": _around(words) for name, words in AROUND.items()},
        **{f"E {name}": _around(words, types) for name, (words, types) in AGAIN.items()},
        **{f"F {name}": _with_reaction(*words, by_id) for name, words in REACTIONS.items()},
    }


def _opening(state: State, text: str) -> str:
    return OPENINGS[len(text) % len(OPENINGS)].format(state=state.name)


def _with_subject(words: str, types: frozenset[str], only_past: bool) -> Change:  # noqa: FBT001
    def change(read: Read) -> Changed | None:
        found = _ACTS.match(read.text)
        state = read.states.get(found[1]) if found else None
        if found is None or state is None or not read.types <= types or f" {state.name}" in found[2]:
            return None
        if only_past and _ONLY_PRESENT.match(found[2]):
            return None
        said = words.format(
            opening=_opening(state, read.text),
            state=state.name,
            capital=state.capitals[0],
            rest=found[2],
            other=read.other().name,
        )
        return Changed(text=said, events=read.events)

    return change


def _with_both(words: str) -> Change:
    def change(read: Read) -> Changed | None:
        found = _TWO.match(read.text)
        if found is None or found[1] not in read.states or found[2] not in read.states:
            return None
        return Changed(
            text=words.format(states=f"{found[1]} and {found[2]}", rest=found[3]), events=read.events
        )

    return change


def _with_object(words: str, whose: str) -> Change:
    def change(read: Read) -> Changed | None:
        sides = read.sides()
        if sides is None:
            return None
        hit = next((s for s in read.states.values() if s.id == sides[1]), None)
        doer = next((s for s in read.states.values() if s.id == sides[0]), None)
        if hit is None or doer is None or not read.text.startswith(f"{doer.name} "):
            return None
        if "neighbour" in words and hit.id not in doer.neighbours and doer.neighbours:
            return None
        before, name, after = read.text.partition(f" {hit.name}")
        if not name or not re.match(r"[ .,'’]", after) or hit.name in after or _NO_NOUN.search(before):
            return None
        if re.search(r" in$", before) and "neighbour" not in words and " it" in words[-12:]:
            return None  # "in it"
        if re.match(r"['’]s?\b", after):
            words_here, after = whose, re.sub(r"^['’]s?", "", after)
        else:
            words_here = words
        said = words_here.format(
            opening=_opening(hit, read.text), doer=doer.name, state=hit.name, before=before, after=after
        )
        return Changed(text=said, events=read.events)

    return change


def _around(words: str, types: frozenset[str] = ALL) -> Change:
    def change(read: Read) -> Changed | None:
        if not read.types <= types:
            return None
        other = read.other()
        said = words.format(
            text=read.text, other=other.name, capital=other.capitals[0], headline=headline(read.text)
        )
        return Changed(text=said, events=read.events)

    return change


def _with_reaction(
    words: str, types: frozenset[str], kind: str, who: str, by_id: Mapping[str, State]
) -> Change:
    def change(read: Read) -> Changed | None:
        sides = read.sides()
        if sides is None or not read.types <= types or not all(side in by_id for side in sides):
            return None
        other, hit = read.other(), by_id[sides[1]]
        reacting = other.id if who == "Z" else hit.id
        told: Counter[Told] = Counter([(kind, reacting, "|", sides[0])])
        return Changed(
            text=words.format(text=read.text, other=other.name, hit=hit.name), events=read.events + told
        )

    return change


def reads(coder: Coder, files: Sequence[Path], texts: Path | None) -> list[Read]:
    """The sentences with what they are read as; of uncoded ones those that hold an event."""
    states = {s.name: s for s in coder.knowledge.actors.states if s.demonyms and s.capitals and not s.end}
    told = [(item.text, item.published) for item in sentences(files)]
    told += [] if texts is None else list(_plain(texts))
    reports = coder.code_many(Document(text=text, published=day) for text, day in told)
    return [
        Read(text=text, day=day, events=events, states=states)
        for (text, day), report in zip(told, reports, strict=True)
        if (events := events_of(report))
    ]


def events_of(report: Report) -> Counter[Told]:
    """The types and sides of a report's happenings, each once however often it is told."""
    once = {event.happening: event for event in reversed(report.events)}
    return mentions_of(replace(report, events=tuple(once.values())))


def _plain(texts: Path) -> Iterator[tuple[str, str]]:
    for line in texts.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if len(re.findall(r"[.!?](?: |$)", row["text"])) == 1 and len(row["text"].split()) <= LONGEST:
            yield row["text"], row["date"]


def compared(
    every: Sequence[Read], change: Change, coder: Coder, limit: int
) -> Iterator[tuple[Changed, Report]]:
    """Of each sentence that can be changed so, evenly chosen, the changed one and its report."""
    fitting = [(read, said) for read in every if (said := change(read)) is not None]
    step = max(1.0, len(fitting) / limit)
    chosen = [fitting[int(n * step)] for n in range(min(limit, len(fitting)))]
    documents = (Document(text=said.text, published=read.day) for read, said in chosen)
    yield from zip((said for _, said in chosen), coder.code_many(documents), strict=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Change, code, compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*", help="files of items (default: all of ours)")
    parser.add_argument("--texts", type=Path, help="texts that nobody has coded")
    parser.add_argument("--only", default="", help="changes whose names begin so")
    parser.add_argument("--limit", type=int, default=200, help="sentences for each change (default: 200)")
    parser.add_argument("--show", type=int, default=0, help="sentences to print for each change that differ")
    options = parser.parse_args(arguments)
    coder, console, table = Coder(INVENTED), Console(), Table("change", "sentences", "as expected", "%")
    every = reads(coder, options.files or sorted(FOLDER.glob("*.txt")), options.texts)
    for name, change in changes(coder.knowledge.actors).items():
        if not name.startswith(options.only):
            continue
        found = [(said, events_of(report)) for said, report in compared(every, change, coder, options.limit)]
        wrong = [(said, events) for said, events in found if events != said.events]
        right = len(found) - len(wrong)
        table.add_row(name, str(len(found)), str(right), f"{100 * right / max(1, len(found)):.1f}")
        for said, events in wrong[: options.show]:
            console.print(f"{name}: {said.text}", highlight=False, soft_wrap=True)
            console.print(f"    {_difference(said.events, events)}", highlight=False, soft_wrap=True)
    console.print(table)


def _difference(expected: Counter[Told], events: Counter[Told]) -> str:
    lost = (f"-({' '.join(told)})" for told in (expected - events).elements())
    more = (f"+({' '.join(told)})" for told in (events - expected).elements())
    return " ".join((*lost, *more))


if __name__ == "__main__":
    main()
