"""What the linking of reports knows: families of kinds with their days, offices, words, stages of a status."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct, field

from detente.errors import KnowledgeError
from detente.knowledge.files import Rule, read_rules, read_table
from detente.records import Status

OTHER = "other"
_WORD = re.compile(r"\w+")


class Family(Rule, frozen=True, kw_only=True):
    """Kinds of which reports may tell of one happening; all numbers are days (see `dossiers/families.yaml`)."""

    kinds: tuple[str, ...]
    window: int
    reach: int = 0
    vague: tuple[str, ...] = ()
    plan_apart: int
    held_apart: int
    fresh: int
    directed: tuple[str, ...] = ()
    persons: bool = False
    without_one: bool = False
    by_town: bool = False
    places: bool = False
    incident: bool = False
    deed: bool = False
    matter: bool = False

    @property
    def farthest(self) -> int:
        """The days after which two reports are not compared any more."""
        return max(self.window, self.reach)


class Thing(Rule, frozen=True, kw_only=True):
    """Something that an incident may be about, by its words; acts further apart than `window` days are not one incident."""

    words: tuple[str, ...]
    window: int


class Side(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that count before the word for a thing ("spy" balloon), and words that count alone ("self-defence")."""

    before: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


class Description(Rule, frozen=True, kw_only=True):
    """Sides of which only one can be right; an example is `SENTENCE => SIDE`, a near miss a sentence on no side."""

    sides: dict[str, Side]


class Answer(Rule, frozen=True, kw_only=True):
    """An act of speech that says where something else stands (see `dossiers/answers.yaml`)."""

    kinds: tuple[str, ...]
    statuses: dict[str, Status]
    reads: str | None = None
    about: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    swap: bool = False
    mutual: bool = False
    third: bool = False


class Reply(Rule, frozen=True, kw_only=True):
    """An answer that does not say to what (see `dossiers/replies.yaml`); an example is `SENTENCE => STATUS`."""

    kinds: tuple[str, ...]
    words: tuple[str, ...]
    told_by: tuple[str, ...] = ()
    of: str | None = None
    named: tuple[str, ...] = ()
    statuses: dict[str, Status]
    window: int


class Words(Rule, frozen=True, kw_only=True):
    """A list of words or phrases, in small letters."""

    words: tuple[str, ...]


class TitlePattern(Rule, frozen=True, kw_only=True):
    """How the title of a dossier of these kinds is put together; what is empty is taken from `default`."""

    kinds: tuple[str, ...]
    pattern: str
    by: str
    alone: str = ""
    alone_by: str = ""
    both: str = ""
    by_endings: tuple[str, ...] = ()
    by_marks: tuple[str, ...] = ()
    and_: str = field(default="", name="and")


class StateName(Struct, frozen=True, kw_only=True):
    """The code of a state in `actors/states.csv` and what it, its people and its government are called."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()

    @property
    def words(self) -> frozenset[str]:
        """The words of all of these, in small letters."""
        called = (self.name, *self.names, *self.demonyms, *self.capitals, *self.metonyms)
        return frozenset(word for name in called for word in _WORD.findall(name.lower()))


class Stage(Rule, frozen=True, kw_only=True):
    """Statuses that stand at one stage of a happening's way: coming, past, off."""

    statuses: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DossierTables:
    """families: by kind. other: for a kind in no family. roles: phrases by office. words: by list. stages: by status.

    lands: names of states, which say less of a place than a town does. states: the name of each by its code;
    own: the words that it is called by.
    titles: by kind; `default` stands for kinds that no pattern names. things: by id; thing_words: the id of the thing by
    each word for it. thing_pattern, description_pattern: find their words, the longest first, in a text in small letters.
    """

    families: Mapping[str, Family]
    other: Family
    roles: tuple[tuple[str, str], ...]
    words: Mapping[str, tuple[str, ...]]
    stages: Mapping[str, str]
    titles: Mapping[str, TitlePattern]
    lands: frozenset[str]
    states: Mapping[str, str]
    own: Mapping[str, frozenset[str]]
    things: Mapping[str, Thing]
    thing_words: Mapping[str, str]
    descriptions: tuple[Description, ...]
    answers: tuple[Answer, ...]
    replies: tuple[Reply, ...]
    thing_pattern: re.Pattern[str]
    description_pattern: re.Pattern[str]

    def family(self, kind: str) -> Family:
        """The family of a kind."""
        return self.families.get(kind, self.other)

    def family_id(self, kind: str) -> str:
        """The name of the family; a kind that stands in none is a family of its own."""
        return self.families[kind].id if kind in self.families else kind


def load_dossier_tables(folders: Iterable[Path]) -> DossierTables:
    """Read `dossiers/` of each folder, later ones over earlier ones.

    Raises `KnowledgeError` when a kind stands in two families or the family `other` is missing.
    """
    folders = tuple(folders)
    families = read_rules(folders, "dossiers/families*.yaml", Family)
    others = [family for family in families if family.id == OTHER]
    if not others:
        raise KnowledgeError(
            file="dossiers/families.yaml",
            record=OTHER,
            problem="there is no family of this name",
            remedy="give it the numbers for kinds that stand in no family",
        )
    states = read_table(folders, "actors/states.csv", StateName)
    things = read_rules(folders, "dossiers/things*.yaml", Thing)
    descriptions = read_rules(folders, "dossiers/descriptions*.yaml", Description)
    return DossierTables(
        families=_by_kind(families),
        other=others[0],
        roles=_longest_first(read_rules(folders, "dossiers/roles*.yaml", Words)),
        words={rule.id: rule.words for rule in read_rules(folders, "dossiers/words*.yaml", Words)},
        stages={
            status: rule.id
            for rule in read_rules(folders, "dossiers/statuses*.yaml", Stage)
            for status in rule.statuses
        },
        titles={
            name: rule
            for rule in read_rules(folders, "dossiers/titles*.yaml", TitlePattern)
            for name in (rule.id, *rule.kinds)
        },
        lands=frozenset(name for row in states for name in (row.name, *row.names)),
        states={row.id: row.name for row in states},
        own={row.id: row.words for row in states},
        things={thing.id: thing for thing in things},
        thing_words={word: thing.id for thing in things for word in thing.words},
        descriptions=descriptions,
        answers=read_rules(folders, "dossiers/answers*.yaml", Answer),
        replies=read_rules(folders, "dossiers/replies*.yaml", Reply),
        thing_pattern=_any_of(word for thing in things for word in thing.words),
        description_pattern=_any_of(
            word
            for rule in descriptions
            for side in rule.sides.values()
            for word in (*side.before, *side.alone)
        ),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    found = sorted({word.lower() for word in words}, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, found)) or '(?!)'})(?![\w-])")


def _by_kind(families: tuple[Family, ...]) -> dict[str, Family]:
    table: dict[str, Family] = {}
    for family in families:
        for kind in family.kinds:
            if kind in table:
                raise KnowledgeError(
                    file=family.file,
                    record=family.id,
                    problem=f"the kind {kind} stands in the family {table[kind].id} already",
                    remedy="leave it in one of the two",
                )
            table[kind] = family
    return table


def _longest_first(rules: tuple[Words, ...]) -> tuple[tuple[str, str], ...]:
    """(phrase, office), so that "deputy foreign minister" is found before "foreign minister"."""
    pairs = [(word, rule.id) for rule in rules for word in rule.words]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))
