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
    only: the nouns that it carries, where these are few ("took delivery of").
    needs: arguments of the verb one of which must be there ("talks began between").
    affirmed: not where the verb is negated ("was not responsible for the raid").
    """

    verbs: tuple[str, ...]
    noun_at: str = "object"
    keeps: bool = False
    roles: dict[str, str] = {}
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    affirmed: bool = False

    def carries(self, noun: str) -> bool:
        """Whether the verb carries the noun of this lemma."""
        return noun not in self.unless and (not self.only or noun in self.only)


class Lemma(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of lemmas.csv: a verb or noun (`pos`) and its forms that a lemmatizer takes for another word's.

    pos: "propn" for plurals that the parser takes for names where they are written large; "sum" for short words of sums.
    """

    lemma: str
    pos: str
    forms: tuple[str, ...]


class Past(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of pasts.csv: a verb and its past that -ed does not make.

    Where that is spelled like the base ("hit"), the past of a verb that takes the same words ("struck").
    """

    lemma: str
    past: str


class Grammar(msgspec.Struct, frozen=True, kw_only=True):
    """Word lists by id, support patterns by verb lemma, lemmas by part of speech ("verb") and form, pasts by lemma."""

    words: Mapping[str, frozenset[str]]
    supports: Mapping[str, tuple[Support, ...]]
    lemmas: Mapping[tuple[str, str], str] = {}
    pasts: Mapping[str, str] = {}


def load_grammar(folders: Iterable[Path]) -> Grammar:
    """Read `words*.yaml`, `support*.yaml`, `lemmas.csv` and `pasts.csv` of each folder's `grammar`."""
    folders = tuple(folders)
    tables = [folder / "grammar" for folder in folders]
    supports: dict[str, tuple[Support, ...]] = {}
    for rule in read_rules(folders, "grammar/support*.yaml", Support):
        for verb in rule.verbs:
            supports[verb] = (*supports.get(verb, ()), rule)
    lists = read_rules(folders, "grammar/words*.yaml", WordList)
    return Grammar(
        words={rule.id: frozenset(rule.words) for rule in lists},
        supports=supports,
        lemmas={
            (row.pos, form): row.lemma
            for row in read_table(tables, "lemmas.csv", Lemma)
            for form in row.forms
        },
        pasts={row.lemma: row.past for row in read_table(tables, "pasts.csv", Past)},
    )
