"""How news says that two states stand: words of assessment, words of disagreement, and PLOVER's contexts by topic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    """A PLOVER context and the lemmas that tell of it; `id` is the context's name."""

    words: tuple[str, ...]


class RelationTables(msgspec.Struct, frozen=True, kw_only=True):
    """Assessment and disagreement rules, and the context of a lemma."""

    assessments: tuple[AssessmentRule, ...]
    disagreements: tuple[DisagreementRule, ...]
    contexts: Mapping[str, str]


def load_relations(folders: Iterable[Path]) -> RelationTables:
    """Read `relations/` of each folder, later ones over earlier ones."""
    folders = tuple(folders)
    contexts = read_rules(folders, "relations/contexts*.yaml", ContextRule)
    return RelationTables(
        assessments=read_rules(folders, "relations/assessments*.yaml", AssessmentRule),
        disagreements=read_rules(folders, "relations/disagreements*.yaml", DisagreementRule),
        contexts={word: rule.id for rule in contexts for word in rule.words},
    )
