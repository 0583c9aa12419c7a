"""The layers of a text in, what was seen in it out: names, arguments, each rule that fired and each that nearly did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from detente.coding.matching.frames import Match, candidates
from detente.coding.matching.lexicon import Lexicon, holds, read_conditions
from detente.coding.roles.mentions import Mention, Mentions
from detente.coding.roles.roles import actors_at
from detente.coding.standing.status import Statuses
from detente.knowledge.files import Rule
from detente.knowledge.frames import Frame
from detente.reading.graph import Graph, Predicate
from detente.records import Report


@dataclass(frozen=True, kw_only=True)
class RuleNote:
    """A rule that fired (`why_not` is None) or nearly did, at a word; file and example are the rule's own."""

    word: str
    rule: str
    file: str
    example: str | None
    why_not: str | None = None


@dataclass(frozen=True, kw_only=True)
class Trace:
    """How a report came about. actors: words -> who they stand for; arguments: predicate -> its named arguments."""

    report: Report
    actors: tuple[tuple[str, str], ...]
    arguments: tuple[tuple[str, str], ...]
    fired: tuple[RuleNote, ...]
    nearly: tuple[RuleNote, ...]


def explain(report: Report, statuses: Statuses, matches: Mapping[int, Match]) -> Trace:
    """The trace of a report from the layers that it was made of."""
    graph, mentions, lexicon = statuses.graph, statuses.mentions, statuses.lexicon
    rules: dict[str, Rule] = {f"frame:{f.id}": f for entries in _frames(lexicon) for _, f in entries}
    rules |= {f"operator:{o.id}": o for o in _operators(lexicon)}
    fired = tuple(
        _note(report.text[slice(*event.trigger)], name, rules[name])
        for event in report.events
        for name in event.rules
        if name in rules
    )
    return Trace(
        report=report,
        actors=tuple(_actors(graph, mentions)),
        arguments=tuple(_arguments(graph)),
        fired=tuple(dict.fromkeys(fired)),
        nearly=tuple(_nearly(graph, mentions, lexicon, matches)),
    )


def _frames(lexicon: Lexicon) -> Iterator[tuple[tuple[str, Frame], ...]]:
    yield from lexicon.verb_frames.values()
    yield from lexicon.noun_frames.values()


def _operators(lexicon: Lexicon) -> Iterator[Rule]:
    for table in (lexicon.verb_operators, lexicon.noun_operators):
        yield from (o for entries in table.values() for _, o in entries)
    yield from lexicon.modifiers.values()


def _note(word: str, name: str, rule: Rule, why_not: str | None = None) -> RuleNote:
    example = rule.examples[0].partition("=>")[0].strip() if rule.examples else None
    return RuleNote(word=word, rule=name, file=rule.file, example=example, why_not=why_not)


def _actors(graph: Graph, mentions: Mentions) -> Iterator[tuple[str, str]]:
    tables: tuple[Mapping[int, Mention], ...] = (mentions.actors, mentions.modifiers)
    found = {head: m for table in tables for head, m in table.items()}
    for head in sorted(found):
        actor = found[head].actor
        code = "/".join(part for part in (actor.country, *actor.sectors) if part)
        why = f" (inferred: {actor.inferred})" if actor.inferred else ""
        yield graph.doc[head].text, f"{actor.name} [{actor.id or 'no id'}] {code}{why}"


def _arguments(graph: Graph) -> Iterator[tuple[str, str]]:
    for predicate in sorted(graph.predicates.values(), key=lambda p: p.head):
        if predicate.pos == "verb" or predicate.carrier is not None:
            told = ", ".join(f"{a.name}={graph.doc[a.head].text}" for a in predicate.arguments)
            yield predicate.lemma, told or "no arguments"


def _nearly(
    graph: Graph, mentions: Mentions, lexicon: Lexicon, matches: Mapping[int, Match]
) -> Iterator[RuleNote]:
    """Frames whose word is there and whose conditions or roles are not; of those that fit, the ones not chosen."""
    for predicate in graph.predicates.values():
        chosen = matches.get(predicate.head)
        for _, frame in candidates(predicate, graph, lexicon):
            why = _why_not(frame, predicate, graph, mentions, lexicon)
            if chosen is not None and chosen.frame.id == frame.id and why is None:
                continue
            why = why or f"'{chosen.frame.id if chosen else 'another rule'}' fits better"
            yield _note(graph.doc[predicate.head].text, f"frame:{frame.id}", frame, why)


def _why_not(
    frame: Frame, predicate: Predicate, graph: Graph, mentions: Mentions, lexicon: Lexicon
) -> str | None:
    for name, tests in frame.when.items():
        if not holds(read_conditions({name: tests}, lexicon), predicate, graph, mentions, lexicon):
            return f"its {name} is none of {', '.join(tests)}"
    for name, tests in frame.unless.items():
        if holds(read_conditions({name: tests}, lexicon), predicate, graph, mentions, lexicon):
            return f"its {name} is one of {', '.join(tests)}"
    for role in ("actor", "recipient"):
        if role in frame.needs and not actors_at(getattr(frame, role), predicate, graph, mentions):
            return f"no {role} in {', '.join(getattr(frame, role)) or 'any argument'}"
    return None
