"""How news says that two states stand: words of assessment, words of disagreement, and PLOVER's contexts by topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from detente.knowledge.files import Rule, read_rules
from detente.records import Direction


class AssessmentRule(Rule, frozen=True, kw_only=True):
    """A noun ("relations") under an adjective ("strained") or a verb ("mend"), and the direction that this tells.

    on: the argument of the verb in which the noun stands.
    """

    direction: Direction
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    on: tuple[str, ...] = ("object",)


class DisagreementRule(Rule, frozen=True, kw_only=True):
    """A noun of disagreement and the prepositions after which its subject stands."""

    nouns: tuple[str, ...]
    topic: tuple[str, ...] = ("over", "about", "on")


class ContextRule(Rule, frozen=True, kw_only=True):
    """A PLOVER context and the lemmas that tell of it, several words allowed; `id` is the context's name.

    loose: lemmas that tell of it only where a quarrel is said to be about them ("over the island").
    """

    words: tuple[str, ...]
    loose: tuple[str, ...] = ()


class RelationTables(msgspec.Struct, frozen=True, kw_only=True):
    """Assessment and disagreement rules; the context of a lemma in a quarrel, and the contexts of words in a sentence."""

    assessments: tuple[AssessmentRule, ...]
    disagreements: tuple[DisagreementRule, ...]
    contexts: Mapping[str, str]
    topics: Mapping[str, tuple[str, ...]]
    topic_starts: Mapping[
        str, frozenset[str]
    ]  # first words of those of more than one, and what may follow each


def load_relations(folders: Iterable[Path]) -> RelationTables:
    """Read `relations/` of each folder, later ones over earlier ones."""
    folders = tuple(folders)
    contexts = read_rules(folders, "relations/contexts*.yaml", ContextRule)
    topics = _topics(contexts)
    return RelationTables(
        assessments=read_rules(folders, "relations/assessments*.yaml", AssessmentRule),
        disagreements=read_rules(folders, "relations/disagreements*.yaml", DisagreementRule),
        contexts={word: rule.id for rule in reversed(contexts) for word in (*rule.words, *rule.loose)},
        topics=topics,
        topic_starts=_topic_starts(topics),
    )


def _topic_starts(topics: Iterable[str]) -> dict[str, frozenset[str]]:
    found = defaultdict[str, set[str]](set)
    for topic in topics:
        for first, second in _openings(topic):
            found[first].add(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}


def _openings(topic: str) -> Iterator[tuple[str, str]]:
    """The first two words of more than one, be they joined by a hyphen, which can be a word by itself."""
    first, *others = topic.split()
    if "-" in first:
        yield first.split("-")[0], "-"
    for second in others[:1]:
        yield from ((first, second), (first, second.split("-")[0]))


def _topics(contexts: Iterable[ContextRule]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for rule in contexts:
        for word in rule.words:
            found[word] = (*found.get(word, ()), rule.id)
    return found
