"""Cue files in, tables of reporting cues out: which words report, with what complements, and what the
source does.

`cues/*.yaml` hold rules: cues of one class that take the same complements and mean the same stance.
`cues/words/*.yaml` hold word lists that the search for sources and contents needs (support verbs ...).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from detente.errors import KnowledgeError
from detente.knowledge.files import Rule, read_rules
from detente.knowledge.word_lists import WordLists
from detente.records import Stance

PARTS = frozenset(
    [
        "alone",
        "clause",
        "equated",
        "gerund",
        "holder",
        "host",
        "if",
        "infinitive",
        "it",
        "itself",
        "likeness",
        "object",
        "predicate",
        "quote",
        "raising",
        "rest",
        "subject",
        "target",
    ]
)
PREPOSITIONS = frozenset(
    [
        "about",
        "after",
        "against",
        "around",
        "as",
        "at",
        "before",
        "behind",
        "between",
        "beyond",
        "by",
        "concerning",
        "for",
        "from",
        "in",
        "into",
        "like",
        "of",
        "off",
        "on",
        "onto",
        "over",
        "regarding",
        "round",
        "through",
        "to",
        "toward",
        "towards",
        "under",
        "upon",
        "with",
        "within",
        "without",
    ]
)


class CueRule(Rule, frozen=True, kw_only=True):
    """Cues of one class: the words, the complements that hold the content, and the stance.

    verbs, nouns, adjectives, adverbs: lemmas; a particle or fixed object follows the verb ("point out").
    phrases: fixed words that introduce a source ("according to"); the clause around them is the content.
    frames: complements that can hold the content, joined by "+" when they stand together: `clause`, `quote`,
      `infinitive`, `gerund`, `object`, `predicate` ("call it a ruse"), a preposition, `raising` ("is expected
      to"), `likeness` ("looks like", "sounds as if"), `it` ("it is unclear whether"), `if` ("asked if"),
      `subject` (of a `patient`: "that bothers him"; or of a state: "the cause is unknown"), `host` (the clause
      around the cue), `itself` (a negated noun and nothing else: "had no comment"),
      `equated` ("the hope is that"), `holder` (what is "under discussion"), `target` (what "drew criticism"),
      `alone` (of a negated cue: nothing, "did not respond"), `rest` (of the sentence, the last resort).
    passive: frames that hold in a passive without a source ("was accused of"), `source` is then empty.
    reduced: such a passive can also be a bare participle ("the man accused of"; not "a town called Zenda"); a rule of
      passives alone that says no has no "by" either.
    source: where the source of a noun is looked for (`poss`, `support`, `by`, `from`, `of`, `mod`,
      `subject`: that of "is a critic of"; `before`: the noun before it in a headline;
      `adjunct`: the subject of the verb that an "in hopes of" stands beside).
    sourceless: the cue can stand with no source at all. reader: it can where it is told to the reader ("look at").
    stance, negated: what the source does with the content, and what a negated cue makes of it.
    with: lemmas of the content's head, or of the source that a phrase names, that the rule asks for ("declined to
      comment"); `@name` is any name.
    hedged: without a source the cue makes the content less than certain.
    precise: kept when a user would rather miss than err; `loose` names frames that are left out all the same.
    topic: what the source judges or speaks about, and does not say to be so: it makes no claim about an event.
    patient: the subject of the passive is the source, and the object of the active ("could not be reached for comment").
    cites: the phrase names on whom a report beside it rests, who says the same ("RIA reported, citing the governor").
    asked: prepositions between the subject and whom it was put to, who is the source ("calls to the palace").
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    reduced: bool = True
    source: tuple[str, ...] = ("poss", "support", "by", "from")
    sourceless: bool = False
    reader: bool = False
    stance: Stance = "asserts"
    negated: Stance = "does_not_confirm"
    with_: tuple[str, ...] = msgspec.field(default=(), name="with")
    hedged: bool = False
    precise: bool = True
    loose: tuple[str, ...] = ()
    topic: bool = False
    patient: bool = False
    cites: bool = False
    asked: tuple[str, ...] = ()


class WordList(Rule, frozen=True, kw_only=True):
    """Words of one use that are not cues by themselves."""

    words: tuple[str, ...]


class CueTables(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the search for attributions looks up; the maps go from a first word to its rules."""

    rules: tuple[CueRule, ...]
    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    adjectives: Mapping[str, tuple[Entry, ...]]
    adverbs: Mapping[str, tuple[Entry, ...]]
    phrases: Mapping[str, tuple[Entry, ...]]
    words: WordLists


class Entry(msgspec.Struct, frozen=True):
    """One cue of a rule: the words after its first word, and the rule."""

    rest: tuple[str, ...]
    rule: CueRule


def load_cues(folders: Iterable[Path]) -> CueTables:
    """Read `cues/` of each folder, later ones over earlier ones. Raises `KnowledgeError`."""
    folders = tuple(folders)
    rules = read_rules(folders, "cues/*.yaml", CueRule)
    lists = read_rules(folders, "cues/words/*.yaml", WordList)
    for rule in rules:
        _check(rule)
    return CueTables(
        rules=rules,
        verbs=_index((cue, rule) for rule in rules for cue in rule.verbs),
        nouns=_index((cue, rule) for rule in rules for cue in rule.nouns),
        adjectives=_index((cue, rule) for rule in rules for cue in rule.adjectives),
        adverbs=_index((cue, rule) for rule in rules for cue in rule.adverbs),
        phrases=_index((cue, rule) for rule in rules for cue in rule.phrases),
        words=WordLists((row.id, frozenset(row.words)) for row in lists),
    )


def precise_cues(tables: CueTables) -> CueTables:
    """The tables for users who would rather miss than err: only the cues and frames that seldom do."""
    kept = {
        rule.id: msgspec.structs.replace(rule, frames=_sure(rule)) for rule in tables.rules if rule.precise
    }
    found = (
        {
            first: tuple(Entry(e.rest, kept[e.rule.id]) for e in entries if e.rule.id in kept)
            for first, entries in table.items()
        }
        for table in (tables.verbs, tables.nouns, tables.adjectives, tables.adverbs, tables.phrases)
    )
    verbs, nouns, adjectives, adverbs, phrases = found
    return CueTables(
        rules=tuple(kept.values()), verbs=verbs, nouns=nouns, adjectives=adjectives, adverbs=adverbs,
        phrases=phrases, words=tables.words,
    )  # fmt: skip


def _sure(rule: CueRule) -> tuple[str, ...]:
    return tuple(frame for frame in rule.frames if frame not in rule.loose)


def _index(cues: Iterable[tuple[str, CueRule]]) -> dict[str, tuple[Entry, ...]]:
    """Cues by first word; the more demanding rule first: more words, then a condition on the content."""
    table: dict[str, list[Entry]] = {}
    for cue, rule in cues:
        first, *rest = cue.split()
        table.setdefault(first, []).append(Entry(tuple(rest), rule))
    return {
        first: tuple(sorted(entries, key=lambda entry: (-len(entry.rest), not entry.rule.with_)))
        for first, entries in table.items()
    }


def _check(rule: CueRule) -> None:
    """Raise `KnowledgeError` for a frame that no code knows and for a rule that can never apply."""
    for frame in rule.frames + rule.passive + rule.loose:
        unknown = [part for part in frame.split("+") if part not in PARTS | PREPOSITIONS]
        if unknown:
            raise KnowledgeError(
                file=rule.file,
                record=rule.id,
                problem=f"the frame '{frame}' has the unknown part {unknown[0]}",
                remedy=f"use a preposition or one of {', '.join(sorted(PARTS))}",
            )
    if not (rule.verbs or rule.nouns or rule.adjectives or rule.adverbs or rule.phrases):
        raise KnowledgeError(
            file=rule.file,
            record=rule.id,
            problem="the rule names no cue",
            remedy="list words under verbs, nouns, adjectives, adverbs or phrases",
        )
