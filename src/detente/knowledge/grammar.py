"""Closed word lists and support-verb patterns that turn a parse into predicates and arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from detente.knowledge.files import Rule, read_rules, read_table


class WordList(Rule, frozen=True, kw_only=True):
    """Lemmas that the code asks for under one name: transparent nouns, hedging adverbs, negators ..."""

    words: tuple[str, ...]


class Support(Rule, frozen=True, kw_only=True):
    """A verb that only carries an event noun: "hold talks", "come under criticism".

    noun_at: the argument in which the event noun stands ("object", "with", "in" ...).
    keeps: the verb is an event of its own as well ("flew to Strelsau for talks").
    roles: argument of the verb -> the name under which the noun gets it; arguments not named keep their name.
    unless: nouns that the verb does not carry, since both happened ("killed four during protests").
    """

    verbs: tuple[str, ...]
    noun_at: str = "object"
    keeps: bool = False
    roles: dict[str, str] = {}
    unless: tuple[str, ...] = ()


class Lemma(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of lemmas.csv: a verb or noun (`pos`) and its forms that a lemmatizer takes for another word's."""

    lemma: str
    pos: str
    forms: tuple[str, ...]


class Grammar(msgspec.Struct, frozen=True, kw_only=True):
    """Word lists by id, support patterns by verb lemma, lemmas by part of speech ("verb") and form."""

    words: Mapping[str, frozenset[str]]
    supports: Mapping[str, tuple[Support, ...]]
    lemmas: Mapping[tuple[str, str], str] = {}


def load_grammar(folders: Iterable[Path]) -> Grammar:
    """Read `grammar/words*.yaml`, `grammar/support*.yaml` and `grammar/lemmas.csv` of each folder."""
    folders = tuple(folders)
    supports: dict[str, tuple[Support, ...]] = {}
    for rule in read_rules(folders, "grammar/support*.yaml", Support):
        for verb in rule.verbs:
            supports[verb] = (*supports.get(verb, ()), rule)
    lists = read_rules(folders, "grammar/words*.yaml", WordList)
    rows = read_table((folder / "grammar" for folder in folders), "lemmas.csv", Lemma)
    return Grammar(
        words={rule.id: frozenset(rule.words) for rule in lists},
        supports=supports,
        lemmas={(row.pos, form): row.lemma for row in rows for form in row.forms},
    )
