"""The event tables in, indexed by lemma, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from detente.coding.matching.indexed import Entries
from detente.coding.matching.lexicon import RULERS, UNPOLITICAL, Lexicon
from detente.coding.matching.noun_forms import JOINING
from detente.knowledge.frames import EventTables, Kind, NounClass


def build_lexicon(tables: EventTables) -> Lexicon:
    """Index the tables; a noun class takes in the classes that it includes."""
    noun_frames = _by_word(((f.nouns, f) for f in tables.frames), last=True)
    noun_operators = _by_word(((o.nouns, o) for o in tables.operators), last=True)
    classes = _classes(tables.noun_classes)
    kinds = _kinds(tables)
    verbs = (v for rules in (tables.frames, tables.operators) for rule in rules for v in rule.verbs)
    return Lexicon(
        verb_frames=_by_word(((f.verbs, f) for f in tables.frames), last=False),
        noun_frames=noun_frames,
        verb_operators=_by_word(((o.verbs, o) for o in tables.operators), last=False),
        noun_operators=noun_operators,
        modifiers={word: o for o in tables.operators for word in o.adjectives},
        classes=classes,
        ends=frozenset(end for noun in classes for end in _ends(noun)),
        unpolitical_ends=frozenset(
            e for noun, ids in classes.items() if UNPOLITICAL in ids for e in _ends(noun)
        ),
        kinds=kinds,
        groups={
            row.group: frozenset(kind.kind for kind in kinds.values() if row.group in kind.groups)
            for row in tables.groups
        },
        domestic={row.kind: row for row in tables.domestic if not row.late},
        domestic_at_last={row.kind: row for row in tables.domestic if row.late},
        done_at_last={row.kind: row for row in tables.domestic if row.late or row.acts == RULERS},
        own_affairs=frozenset(row.kind for row in tables.domestic),
        signs={row.sign: row for row in tables.signs},
        between={name: row.states for row in tables.between for name in row.names},
        between_openings=frozenset(name[:2] for row in tables.between for name in row.names),
        added=tables.added,
        event_nouns=frozenset(noun_frames) | frozenset(noun_operators),
        nominals={row.noun: row for row in tables.nominals},
        event_verbs=frozenset(entry for f in tables.frames for entry in f.verbs),
        rests={entry: tuple(entry.split()[1:]) for entry in verbs},
    )


def _kinds(tables: EventTables) -> dict[str, Kind]:
    """The kinds by name; one that only a rule names has a family of its own and no type."""
    named = [f.kind for f in tables.frames]
    named += [
        kind
        for o in tables.operators
        for kind in (o.makes, o.bare, o.refused, o.left_open)
        if kind is not None
    ]
    return {kind: Kind(kind=kind, family=kind) for kind in named} | {row.kind: row for row in tables.kinds}


def _by_word[R](entries: Iterable[tuple[tuple[str, ...], R]], *, last: bool) -> dict[str, Entries[R]]:
    found: dict[str, list[tuple[str, R]]] = defaultdict(list)
    for words, rule in entries:
        for entry in words:
            words_of = entry.split(" of ")[0].replace("-", " ").split() if last else entry.split()
            found[words_of[-1 if last else 0]].append((entry, rule))
    return {word: Entries(rules) for word, rules in found.items()}


def _classes(rules: tuple[NounClass, ...]) -> dict[str, frozenset[str]]:
    by_id = {rule.id: rule for rule in rules}
    found: dict[str, set[str]] = defaultdict(set)
    for rule in rules:
        members = [rule, *(by_id[name] for name in rule.includes if name in by_id)]
        for noun in (noun for member in members for noun in member.nouns):
            found[noun.lower()].add(rule.id)
    return {noun: frozenset(ids) for noun, ids in found.items()}


def _ends(noun: str) -> Iterator[str]:
    """The last word, and the last before an "of" or "for", with and without what a hyphen joins to it."""
    for part in {noun, *(noun.split(f" {prep} ", maxsplit=1)[0] for prep in JOINING)}:
        last = part.split()[-1]
        yield from (last, last.split("-")[-1])
