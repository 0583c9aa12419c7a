"""What is read as having occurred in, how many are read rightly once it is said to go on, to come, or not to be, out.

    changes_status.py [FILE...] [--texts JSONL] [--only NAME] [--show N] [--limit N]

The main verb of a sentence that the coder reads as it should is put in another time, negated, asked, supposed or hung
on a verb such as "plan" or "stop". Kind and sides of its event must stay, and the status must be what follows from the
words: what is planned, supposed or denied must never come out as occurred. Where nothing need be told ("almost V-ed")
a report without the event is right too. `--texts` adds sentences of a file of JSON lines, of which the coder's own
reading is taken to be right.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from changed import LONGEST, sentences
from items import FOLDER, INVENTED
from rich.console import Console
from rich.table import Table
from spacy.tokens import Doc
from taken_apart import Clause, Forms, taken_apart

from detente.knowledge.actors import ActorTables
from detente.pipeline import Coder
from detente.reading.syntax import load_model
from detente.records import Actor, Document, Event, Report

DONE, TO_COME = ("occurred", "under_way"), ("planned", "scheduled", "proposed")
OPEN, NOT = ("hypothetical",), ("denied", "declined", "cancelled")
PAST_ONLY = re.compile(
    r"\b(?:last|ago|yesterday|earlier|previous|since|late on|recently|already|overnight)\b|\d", re.I
)
ASKER = "GRA"
UNSAID, NOBODY = "an act of speech that was not made", "it is only spoken of, and nobody is named for it"


@dataclass(frozen=True, kw_only=True)
class Change:
    """Other words for a clause, the statuses that follow, and where they fit."""

    words: str
    statuses: tuple[str, ...]
    may_lack: bool = False  # nothing need be told
    other: tuple[str, ...] = ()  # types by which it may be told instead: "refused to" is a refusal
    active: bool = False  # only of a subject that acts
    state: bool = False  # only of a state
    no_opening: bool = False
    timeless: bool = False  # not of what has a time in the past
    asks: bool = False  # Graustark asks it of who acts


def _c(words: str, statuses: tuple[str, ...], flags: str = "", *other: str) -> Change:
    """A change; `flags`: L may lack, A active, S state, O no opening, T no past time, R asked."""
    return Change(
        words=words, statuses=statuses, other=other, may_lack="L" in flags, active="A" in flags,
        state="S" in flags, no_opening="O" in flags, timeless="T" in flags, asks="R" in flags,
    )  # fmt: skip


CHANGES = {
    "has done": _c("{subject} {has} {part} {rest}", DONE, "T"),
    "had done": _c("{subject} had {part} {rest}", DONE),
    "is doing": _c("{subject} {is} {ing} {rest}", (*DONE, "planned", "scheduled"), "T"),
    "was doing": _c("{subject} {was} {ing} {rest}", DONE),
    "has been doing": _c("{subject} {has} been {ing} {rest}", DONE, "TA"),
    "has just done": _c("{subject} {has} just {part} {rest}", DONE, "T"),
    "did do again": _c("{subject} once again {past} {rest}", DONE),
    "continued to": _c("{subject} continued to {base} {rest}", DONE, "A"),
    "began doing": _c("{subject} began {ing} {rest}", DONE, "A"),
    "has begun to": _c("{subject} {has} begun to {base} {rest}", DONE, "AT"),
    "resumed doing": _c("{subject} resumed {ing} {rest}", DONE, "A"),
    "went on to": _c("{subject} went on to {base} {rest}", DONE, "A"),
    "was forced to": _c("{subject} {was} forced to {base} {rest}", DONE, "A"),
    "managed to": _c("{subject} managed to {base} {rest}", DONE, "A"),
    "admitted": _c("{subject} admitted that {it} had {part} {rest}", DONE, "AS"),
    "claimed to have": _c("{subject} claimed to have {part} {rest}", DONE, "A"),
    "is believed to have": _c("{subject} {is} believed to have {part} {rest}", DONE),
    "confirmed that": _c("A spokesman confirmed that {subject} had {part} {rest}", DONE, "O"),
    "will": _c("{subject} will {base} {rest}", TO_COME, "T"),
    "will be doing": _c("{subject} will be {ing} {rest}", TO_COME, "TA"),
    "is to": _c("{subject} {is} to {base} {rest}", TO_COME, "T"),
    "is set to": _c("{subject} {is} set to {base} {rest}", TO_COME, "T"),
    "is expected to": _c("{subject} {is} expected to {base} {rest}", TO_COME, "T"),
    "is due to": _c("{subject} {is} due to {base} {rest}", TO_COME, "T"),
    "on the verge": _c("{subject} {was} on the verge of {ing} {rest}", OPEN, "A"),
    "is about to": _c("{subject} {is} about to {base} {rest}", TO_COME, "T"),
    "is preparing to": _c("{subject} {is} preparing to {base} {rest}", TO_COME, "TA"),
    "plans to": _c("{subject} plan{s} to {base} {rest}", TO_COME, "TA"),
    "has decided to": _c("{subject} {has} decided to {base} {rest}", TO_COME, "TA"),
    "has vowed to": _c("{subject} {has} vowed to {base} {rest}", TO_COME, "TA"),
    "said it would": _c("{subject} said {it} would {base} {rest}", TO_COME, "TAS"),
    "is considering": _c("{subject} {is} considering {ing} {rest}", OPEN, "TA"),
    "hopes to": _c("{subject} hope{s} to {base} {rest}", (*OPEN, *TO_COME), "TA"),
    "wants to": _c("{subject} want{s} to {base} {rest}", (*OPEN, *TO_COME), "TA"),
    "could": _c("{subject} could {base} {rest}", (*OPEN, *TO_COME), "T"),
    "may soon": _c("{subject} may soon {base} {rest}", (*OPEN, *TO_COME), "T"),
    "may have": _c("{subject} may have {part} {rest}", OPEN),
    "would if": _c("{subject} would {base} {rest} if the vote failed", OPEN, "T"),
    "will if": _c("{subject} will {base} {rest} unless the vote fails", (*OPEN, *TO_COME), "T"),
    "if it does": _c("If {subject} {present} {rest}, prices will rise, analysts said", OPEN, "OT"),
    "if it did": _c("Prices would rise if {subject} {past} {rest}, analysts said", OPEN, "OT"),
    "should it": _c("Should {subject} {base} {rest}, prices will rise", OPEN, "OT"),
    "unless": _c("Prices will rise unless {subject} {present} {rest}", OPEN, "OTL"),
    "will it?": _c("Will {subject} {base} {rest}?", OPEN, "OTL"),
    "did it?": _c("Did {subject} {base} {rest}?", OPEN, "OLA"),
    "whether it will": _c("It is unclear whether {subject} will {base} {rest}", OPEN, "OTL"),
    "whether it did": _c("It is not known whether {subject} {past} {rest}", OPEN, "O"),
    "asked whether": _c("Asked whether {subject} had {part} {rest}, the spokesman laughed", OPEN, "OL"),
    "fears that": _c("Fears are growing that {subject} will {base} {rest}", (*OPEN, *TO_COME), "OT"),
    "rumours that": _c("Rumours spread that {subject} had {part} {rest}", OPEN, "O"),
    "amid rumours": _c("Prices fell amid rumours that {subject} had {part} {rest}", OPEN, "O"),
    "called on": _c("Graustark called on {subject} to {base} {rest}", OPEN, "OTAR"),
    "called on not to": _c("Graustark called on {subject} not to {base} {rest}", (*OPEN, *NOT), "OTAR"),
    "urged to stop": _c("Graustark urged {subject} to stop {ing} {rest}", (*OPEN, *DONE, *NOT), "OTAR"),
    "said it should": _c("Graustark's premier said that {subject} should {base} {rest}", OPEN, "OTAR"),
    "must, said": _c("{subject} must {base} {rest}, Graustark's premier said", OPEN, "OTAR"),
    "should not": _c("{subject} should not {base} {rest}, the newspaper wrote", (*OPEN, *NOT), "TL"),
    "did not": _c("{subject} {not} {rest}", NOT, "L", "REJECT"),
    "has not done": _c("{subject} {has} not {part} {rest}", NOT, "LT", "REJECT"),
    "never did": _c("{subject} never {past} {rest}", NOT, "L", "REJECT"),
    "has never done": _c("{subject} {has} never {part} {rest}", NOT, "LT", "REJECT"),
    "will not": _c("{subject} will not {base} {rest}", NOT, "T", "REJECT"),
    "is not going to": _c("{subject} {is} not going to {base} {rest}", NOT, "T", "REJECT"),
    "does not plan to": _c("{subject} {does} not plan to {base} {rest}", NOT, "TA", "REJECT"),
    "no longer": _c("{subject} will no longer {base} {rest}", NOT, "TA", "REJECT", "SANCTION"),
    "without": _c("{subject} left without {ing} {rest}", NOT, "AL"),
    "has yet to": _c("{subject} {has} yet to {base} {rest}", (*NOT, *OPEN, *TO_COME), "T"),
    "failed to": _c("{subject} failed to {base} {rest}", NOT, "AL", "REJECT"),
    "refused to": _c("{subject} refused to {base} {rest}", NOT, "A", "REJECT"),
    "has ruled out": _c("{subject} {has} ruled out {ing} {rest}", NOT, "AT", "REJECT"),
    "stopped doing": _c("{subject} stopped {ing} {rest}", NOT, "A", "SANCTION", "CONCEDE", "RETREAT"),
    "stopped short of": _c("{subject} stopped short of {ing} {rest}", NOT, "AL"),
    "tried to": _c("{subject} tried to {base} {rest}", (*OPEN, *NOT, "occurred"), "A"),
    "almost did": _c("{subject} almost {past} {rest}", (*NOT, *OPEN), "L"),
    "denied that": _c("{subject} denied that {it} had {part} {rest}", NOT, "AS", "REJECT"),
    "denied doing": _c("{subject} denied {ing} {rest}", NOT, "A", "REJECT"),
    "denied reports": _c("{subject} denied reports that {it} had {part} {rest}", NOT, "AS", "REJECT"),
    "no truth": _c("There is no truth in reports that {subject} {past} {rest}", NOT, "O"),
    "not true": _c("It is not true that {subject} {past} {rest}", NOT, "O"),
}


def changes(tables: ActorTables) -> dict[str, Change]:
    """All changes by name."""
    del tables
    return CHANGES


def told(event: Event) -> tuple[str, ...]:
    """Kind and sides; those of a reciprocal event in no order."""
    actors, recipients = _names(event.actors), _names(event.recipients)
    if event.reciprocal:
        return (event.kind, *sorted(actors + recipients))
    return (event.kind, *actors, "|", *recipients)


def _names(actors: Sequence[Actor]) -> list[str]:
    return sorted(actor.country or actor.id or actor.name for actor in actors)


def verdict(before: Report, after: Report, change: Change) -> str:
    """ "right", or what is wrong."""
    main = before.events[0]
    if change.asks:
        return _asked(main, after)
    same = [e for e in after.events if told(e) == told(main)]
    kind = [e for e in after.events if e.kind == main.kind]
    if any(e.status in change.statuses for e in same):
        return "right"
    if any(e.type in change.other for e in after.events):
        return "right" if not any(e.status in DONE for e in same) else f"status {same[0].status}"
    named = [actor.inferred for actor in (*main.actors, *main.recipients)]
    known = main.actors and main.recipients and not any(named)
    reasons = {UNSAID} if known else {UNSAID, NOBODY}
    unsaid = change.statuses != DONE and any(u.reason in reasons for u in after.uncoded)
    if not kind and (change.may_lack or unsaid):
        return "right"
    if not after.events:
        return f"lost ({', '.join(sorted({u.reason for u in after.uncoded})[:2])})"
    if not kind:
        return "kind " + ", ".join(e.kind for e in after.events)
    if not same:
        return f"sides {kind[0].status}"
    return f"status {same[0].status}"


def _asked(main: Event, after: Report) -> str:
    asked = [e for e in after.events if e.type == "REQUEST"]
    sides = [_names(e.recipients) for e in asked if _names(e.actors) == [ASKER]]
    if any(told(e) == told(main) and e.status in DONE for e in after.events):
        return "status occurred"
    doers = set(_names((*main.actors, *main.recipients) if main.reciprocal else main.actors))
    nobody = not main.actors or any(actor.inferred for actor in main.actors)
    fits = any((side and doers.issuperset(side)) or nobody for side in sides)
    return "right" if fits else f"sides {sides}" if asked else "lost"


def main(arguments: Sequence[str] | None = None) -> None:
    """Change, code, compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*", help="files of items (default: all of ours)")
    parser.add_argument("--texts", type=Path, help="JSON lines with texts that nobody has coded")
    parser.add_argument("--only", nargs="*", help="names of changes")
    parser.add_argument("--limit", type=int, default=250, help="sentences for each change (default: 250)")
    parser.add_argument("--show", type=int, default=0, help="sentences to print for each change that differ")
    options = parser.parse_args(arguments)
    coder = Coder(INVENTED)
    texts = [(i.text, i.published) for i in sentences(options.files or sorted(FOLDER.glob("*.txt")))]
    clauses = list(_clauses(texts + list(_more(options.texts)), coder, options.limit))
    table = Table("change", "sentences", "right", "%", "occurred", "lost", "kind", "sides", "other status")
    console = Console(width=250)
    shown: list[str] = []
    for name, change in changes(coder.knowledge.actors).items():
        if options.only and name not in options.only:
            continue
        found = list(compared(clauses, change, coder))
        tally = Counter(_sort_of(said) for _, said in found)
        share = f"{100 * tally['right'] / max(1, len(found)):.1f}"
        sorts = ("status occurred", "lost", "kind", "sides", "status")
        table.add_row(name, str(len(found)), str(tally["right"]), share, *(str(tally[s]) for s in sorts))
        wrong = [f"{name}: {said}: {text}" for text, said in found if said != "right"]
        shown += wrong[:: max(1, len(wrong) // options.show)][: options.show] if options.show else []
    console.print(table)
    for line in shown:
        console.print(line, highlight=False, markup=False, soft_wrap=True)


def _sort_of(said: str) -> str:
    return said if said in ("right", "status occurred") else said.split(" ", maxsplit=1)[0]


def compared(
    clauses: Sequence[tuple[Clause, Report]], change: Change, coder: Coder
) -> Iterator[tuple[str, str]]:
    """Each sentence as changed, with its verdict."""
    fitting = [(c, r) for c, r in clauses if _fits(c, change)]
    documents = (Document(text=c.said(change.words), published=r.published) for c, r in fitting)
    for (clause, before), after in zip(fitting, coder.code_many(documents), strict=True):
        yield clause.said(change.words), verdict(before, after, change)


def _fits(clause: Clause, change: Change) -> bool:
    if (change.active and clause.passive) or (change.state and not clause.is_state):
        return False
    if change.timeless and PAST_ONLY.search(f"{clause.opening} {clause.rest}"):
        return False
    asks_itself = change.asks and "Graustark" in f"{clause.subject} {clause.rest}"
    return not (change.no_opening and clause.opening) and not asks_itself


def _more(path: Path | None) -> Iterator[tuple[str, str | None]]:
    lines = path.read_text(encoding="utf-8").splitlines() if path else []
    for row in map(json.loads, lines):
        one = len(re.findall(r"[.!?][\"”]?(?: |$)", row["text"])) == 1
        if one and len(row["text"].split()) <= LONGEST:
            yield row["text"], row["date"]


def _clauses(
    texts: Sequence[tuple[str, str | None]], coder: Coder, limit: int
) -> Iterator[tuple[Clause, Report]]:
    """Clauses of which one event is told, by their main verb or something under it."""
    docs = list(load_model().pipe(text for text, _ in texts))
    forms = Forms(docs)
    names = frozenset(state.name for state in coder.knowledge.actors.states)
    days = (day for _, day in texts)
    parts = [
        (doc, c, day) for doc, day in zip(docs, days, strict=True) if (c := taken_apart(doc, forms, names))
    ]
    step = max(1.0, len(parts) / (2 * limit))
    parts = [parts[int(n * step)] for n in range(min(len(parts), 2 * limit))]
    documents = (Document(text=c.said("{subject} {past} {rest}"), published=day) for _, c, day in parts)
    for (doc, clause, _), report in zip(parts, coder.code_many(documents), strict=True):
        if len(report.events) == 1 and report.events[0].status in DONE and _in_main(doc, report):
            yield clause, report


def _in_main(doc: Doc, report: Report) -> bool:
    """Whether the main verb or its object tells of the event."""
    span = report.events[0].trigger
    words = [t for t in doc if span.start <= t.idx < span.end]
    return any(t.dep_ == "ROOT" or (t.dep_ in ("dobj", "prt") and t.head.dep_ == "ROOT") for t in words)


if __name__ == "__main__":
    main()
