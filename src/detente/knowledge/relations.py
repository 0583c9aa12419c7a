"""How news says that two states stand: words of assessment, words of disagreement, and PLOVER's contexts by topic."""

from __future__ import annotations

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
    topic_starts: frozenset[str]  # the first words of those that are of more than one


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
        topic_starts=frozenset(first for topic in topics for first in _first_words(topic)),
    )


def _first_words(topic: str) -> Iterator[str]:
    """Of more than one word, be they joined by a hyphen, which can be a word by itself."""
    first = topic.split(maxsplit=1)[0]
    if first != topic or "-" in topic:
        yield from (first, first.split("-")[0])


def _topics(contexts: Iterable[ContextRule]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for rule in contexts:
        for word in rule.words:
            found[word] = (*found.get(word, ()), rule.id)
    return found
