"""Sentences that are read rightly in, how many are read rightly with an operator over their verb out.

"Ruritania shelled a Sylvanian port" becomes "Graustark accused Ruritania of shelling a Sylvanian port" and the like. What
is to be read follows from the first reading and the operator (operator_templates.py). `--texts` adds sentences of a file
of texts; their first reading is taken as right where it is one event with both sides.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from changed import LONGEST, Change, sentences
from items import FOLDER, INVENTED, read_cases, shown
from operator_templates import (
    BODIES,
    DIRECTIONS,
    FAULTS,
    FORMS,
    HIS,
    ITS,
    OPERATORS,
    OTHERS,
    RIGHT,
    THEIR,
    THINGS,
    UNFIT_VERBS,
    Over,
)
from rich.console import Console
from rich.progress import track
from rich.table import Table
from spacy.language import Language
from spacy.tokens import Doc, Token

from detente.evaluation import Item
from detente.knowledge.actor_rows import State
from detente.knowledge.actors import ActorTables
from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.reading.syntax import load_model
from detente.records import Actor, Document, Event, Report


@dataclass(frozen=True, kw_only=True)
class Parts:
    """A sentence in its three parts, with the forms of its verb, and what stands for its subject later on."""

    subject: str
    its: str
    base: str
    ing: str
    rest: str


@cache
def _model() -> Language:
    return load_model()


@cache
def _parsed(text: str) -> Doc:
    return _model()(text)


def _gerund(verb: Token) -> str:
    """As most English verbs make it; those that double a letter are known by their past ("barred", "barring")."""
    base, past = verb.lemma_, verb.lower_
    if past == f"{base}{base[-1]}ed":
        return f"{base}{base[-1]}ing"
    if re.search(r"[^aeiou][aeiou][tnpbmdg]$", base) and len(base) <= 4 and not past.endswith("ed"):
        return f"{base}{base[-1]}ing"
    return f"{base[:-1]}ing" if base.endswith("e") and not base.endswith(("ee", "ye")) else f"{base}ing"


def is_body(subject: Token) -> bool:
    """Whether the subject is "it" later on: a state, a body, a force; else a person."""
    return subject.ent_type_ == "GPE" or subject.lemma_.lower() in BODIES or subject.text in names_of_states()


@cache
def parts_of(text: str) -> Parts | None:
    """Of a sentence that begins with its subject and goes on with a verb in the past or in the present of headlines."""
    doc = _parsed(text)
    verb = next((t for t in doc if t.dep_ == "ROOT"), None)
    if verb is None or verb.tag_ not in ("VBD", "VBZ") or verb.lemma_ in UNFIT_VERBS:
        return None
    subject = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    if subject is None or len(list(verb.lefts)) > 1 or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    if (
        subject.right_edge.i + 1 != verb.i
        or subject.left_edge.i != 0
        or verb.i > 7
        or subject.lemma_ in THINGS
    ):
        return None
    if any(c.dep_ in ("conj", "cc") for c in verb.children) or any(
        t.dep_ in ("cc", "prep", "acl") for t in doc[: verb.i]
    ):
        return None
    rest = doc[verb.i + 1 :].text.rstrip(".")
    if not rest or re.search(r", (?:\w+ )?\w+ing\b", rest):  # "rules out opening fire, killing two"
        return None
    many = subject.tag_ in ("NNS", "NNPS") and not re.match(
        r"(?:The )?[A-Z]\w+ States|(?:The )?Netherlands", text
    )
    return Parts(
        subject=doc[: verb.i].text,
        its=THEIR if many else ITS if is_body(subject) else HIS,
        base=verb.lemma_,
        ing=_gerund(verb),
        rest=rest,
    )


@cache
def small_words() -> frozenset[str]:
    """The words that our items write small within a sentence."""
    texts = (case.item.text for file in FOLDER.glob("*.txt") for case in read_cases(file))
    return frozenset(word for text in texts for word in re.findall(r" ([a-z]+)\b", text)) - DIRECTIONS | {"a"}


@cache
def names_of_states() -> frozenset[str]:
    """Names and capitals of states, and the last words of those of several words."""
    states = load_knowledge(INVENTED).actors.states
    return frozenset(n.split()[-1] for s in states for n in (s.name, *s.names, *s.capitals))


def changes(tables: ActorTables) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    states = {s.name: s for s in tables.states if s.name in OTHERS}
    return {name: _put_over(over, states) for name, over in OPERATORS.items()}


def _put_over(over: Over, states: Mapping[str, State]) -> Change:
    def change(text: str) -> str | None:
        parts = parts_of(text)
        if parts is None or ("{xs}" in over.words and not re.fullmatch(r"[\w'’. -]+", parts.subject)):
            return None
        small = text.split(" ", 1)[0].lower() in small_words()
        x = parts.subject
        if small and not over.words.startswith("{x"):
            x = x[0].lower() + x[1:]
        said = over.words.format(
            x=x, xs=f"{x}'" if x.endswith("s") else f"{x}'s", z=other_state(text, states),
            base=parts.base, ing=parts.ing, rest=parts.rest, **FORMS[parts.its],
        )  # fmt: skip
        return said if said.endswith((".", "”", '"')) else f"{said}."

    return change


def other_state(text: str, states: Mapping[str, State]) -> str:
    """A state that the sentence does not name, another for each length."""
    start = len(text) % len(OTHERS)
    turned = (*OTHERS[start:], *OTHERS[:start])
    named = (
        n
        for n in turned
        if (s := states.get(n)) and not any(w in text for w in (n, *s.demonyms, *s.capitals))
    )
    return next(named)


def codes(actors: Sequence[Actor]) -> frozenset[str]:
    """The sides as codes."""
    return frozenset(a.country or a.id or a.name.lower() for a in actors)


def answers(event: Event, wanted: str, own: Event, third: str) -> bool:
    """Whether an event is one of those that are wanted ("REQUEST z>x occurred, own x>r planned")."""
    sides = {
        "x": codes(own.actors),
        "r": codes(own.recipients),
        "z": frozenset({third}),
        "": frozenset[str](),
    }
    for one in wanted.split(", "):
        kind, pair, statuses = one.split(" ")
        actor, _, recipient = pair.partition(">")
        told = event.kind == own.kind if kind == "own" else event.type == kind
        to = frozenset().union(*(sides[name] for name in recipient.split(",")))
        both = event.reciprocal and codes(event.actors) | codes(event.recipients) == sides[actor] | to
        same = both or (codes(event.actors) == sides[actor] and codes(event.recipients) == to)
        if told and same and event.status in statuses.split("/"):
            return True
    return False


def fault(report: Report, over: Over, own: Event, third: str) -> str | None:
    """What is wrong with what is read, if anything."""
    leaked = [e for e in report.events if e.kind == own.kind and e.status in ("occurred", "under_way")]
    if leaked and not over.done and not any(answers(e, over.wanted, own, third) for e in leaked):
        return "leaks"
    stray = [
        e for e in report.events if e.kind == own.kind and third in codes(e.actors) | codes(e.recipients)
    ]
    if any(answers(event, over.wanted, own, third) for event in report.events):
        return "stray" if stray and own.type not in ("ACCUSE", "REJECT", "SUPPORT", "AGREE") else None
    return "other" if report.events else "nothing"


def single_texts(path: Path) -> Iterator[Item]:
    """The texts of a file that are one short sentence."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        if len(re.findall(r"[.!?][\"”]?(?: |$)", text)) == 1 and len(text.split()) <= LONGEST:
            yield Item(id=row["id"], text=text, published=row["date"], events=())


def usable(items: Iterable[Item], coder: Coder) -> list[tuple[Item, Event]]:
    """The sentences that can be changed and are read as one event with both sides, and that event."""
    fitting = [item for item in items if parts_of(item.text) is not None]
    reports = coder.code_many(Document(text=i.text, published=i.published) for i in fitting)
    found = []
    for item, report in zip(fitting, reports, strict=True):
        event = report.events[0] if len(report.events) == 1 else None
        if event is None or not event.actors or not event.recipients or event.status not in ("occurred",):
            continue
        parts = parts_of(item.text)
        doer = event.actors[0].span
        inside = (
            parts is not None and doer is not None and doer.end <= len(parts.subject) <= event.trigger.start
        )
        if (
            inside
            and not any("operator:" in rule for rule in event.rules)
            and not codes(event.actors) & codes(event.recipients)
        ):
            found.append((item, event))
    return found


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What became of the sentences of one change, and those that are not read as they should be."""

    counts: Counter[str]
    wrong: list[str]


def measured(
    name: str, change: Change, pairs: Sequence[tuple[Item, Event]], limit: int, coder: Coder
) -> Measured:
    """At most so many sentences, evenly taken."""
    over, ids = OPERATORS[name], {s.name: s.id for s in coder.knowledge.actors.states if s.name in OTHERS}
    fitting = [(said, i, e) for i, e in pairs if e.type in over.types and (said := change(i.text))]
    step = max(1.0, len(fitting) / limit)
    fitting = [fitting[int(n * step)] for n in range(min(len(fitting), limit))]
    reports = coder.code_many(Document(text=said, published=item.published) for said, item, _ in fitting)
    found = Measured(counts=Counter(), wrong=[])
    for (said, item, own), report in zip(fitting, reports, strict=True):
        third = next((ids[n] for n in ids if re.search(rf"\b{n}\b", said) and n not in item.text), "")
        what = fault(report, over, own, third)
        found.counts[what or RIGHT] += 1
        if what:
            read = "; ".join(shown(e).removeprefix("found ") for e in report.events)
            found.wrong.append(f"{name} {what}: {said}\n    own {shown(own)}\n    {read}")
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Change, code, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", help="files of items (default: all of ours)")
    parser.add_argument("--texts", type=Path, help="a file of further texts")
    parser.add_argument("--limit", type=int, default=100, help="sentences for each change (default: 100)")
    parser.add_argument("--show", type=int, default=0, help="sentences to print for each change")
    parser.add_argument("--only", nargs="*", default=[], help="names of changes")
    options = parser.parse_args(arguments)
    coder = Coder(INVENTED)
    items = [*sentences(options.files or sorted(FOLDER.glob("*.txt")))]
    items += list(single_texts(options.texts)) if options.texts else []
    pairs, made = usable(items, coder), changes(coder.knowledge.actors)
    table = Table("change", "sentences", RIGHT, "%", *FAULTS)
    wrong: list[str] = []
    console = Console(width=220)
    for name in track(options.only or OPERATORS, console=Console(stderr=True)):
        found = measured(name, made[name], pairs, options.limit, coder)
        total, right = found.counts.total(), found.counts[RIGHT]
        counts = (str(found.counts[what]) for what in FAULTS)
        table.add_row(name, str(total), str(right), f"{100 * right / max(1, total):.1f}", *counts)
        wrong += found.wrong[: options.show]
    console.print(table)
    for line in wrong:
        console.print(line, highlight=False, markup=False, soft_wrap=True)


if __name__ == "__main__":
    main()
