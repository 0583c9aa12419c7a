"""Three separate tables: frames (what it is about), operators (what becomes of it), PLOVER (how it is coded).

Frames and operators never name a PLOVER type; the type is derived last, from kind and status.

An *argument* of a predicate is called `subject`, `object`, `indirect`, `clause` (what is said, asked or agreed),
`poss` ("Sylvania's visit"), `mod` (before the noun; `adj` only "Sylvanian strikes", `compound` only "the Sylvania
visit"), or by its preposition
(`to`, `with`, `from`, `against`, `between` ...). Passives, control, relative and participial clauses and
coordination are undone before rules are matched, so a rule is written for the plain active clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from detente.errors import KnowledgeError
from detente.knowledge.files import Rule, read_rules, read_table
from detente.records import Status

Arguments = tuple[str, ...]
Need = Literal["actor", "recipient", "either", "teller", "known", "dossier", "told"]
Mood = Literal["infinitive", "participle", "indicative", "passive", "told"]
Tense = Literal["past", "present", "future", "none", "pluperfect"]


class NounClass(Rule, frozen=True, kw_only=True):
    """Nouns that a condition can name together: `weapon`, `aid`, `sanctions` ...; lemmas, several words allowed."""

    nouns: tuple[str, ...]
    includes: tuple[str, ...] = ()


class Frame(Rule, frozen=True, kw_only=True):
    """A verb or event noun with its arguments, and the kind of event that it names.

    verbs: lemmas, with a particle or preposition if it belongs to the sense ("shoot down", "travel to").
    nouns: lemmas of event nouns, several words allowed ("peace talks").
    actor, recipient, participants, place: where each role is looked for, first found is taken.
    when: argument -> what its head must be: a noun class, "=word" for a lemma, or @actor, @armed, @forces, @state, @place,
      @town (no state), @person, @people, @firm, @international, @name (unknown), @event, @number ("killing 19"), @held ("two men
      jailed in Strelsau"), @curbing ("a law that bars them"), @told (a clause about another: "that the talks went well");
      "!"+name for must not be.
    unless: argument -> what makes the rule not apply.
    own: arguments that must be the actor's own, where the text says whose they are ("strengthens its army").
    foreign: arguments that must be known to be another's ("charged a Sylvanian couple").
    reciprocal: all sides are actors (talks, agreements).
    needs: roles that must be filled by a political actor for the rule to apply; "teller": only by who tells how it goes
      ("the exercise is over, the army said"); "known": it must be told of as known ("the conference is off");
      "told": by and to whom it is only what is told before it tells ("the ban was lifted");
      "dossier": whose it is only an earlier report can tell, so that it is no event, but a reference.
    """

    kind: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    actor: Arguments = ()
    recipient: Arguments = ()
    participants: Arguments = ()
    place: Arguments = ("in", "at")
    when: dict[str, tuple[str, ...]] = {}
    unless: dict[str, tuple[str, ...]] = {}
    own: Arguments = ()
    foreign: Arguments = ()
    reciprocal: bool = False
    needs: tuple[Need, ...] = ("actor",)


class Operator(Rule, frozen=True, kw_only=True):
    """A predicate that governs an event: what it does to the event's status and roles.

    on: arguments in which the governed event stands ("object", "clause", "subject", "for" ...).
    status: the governed event's new status; None leaves it as it is.
    makes: the kind of act that the governing predicate itself is (threat, demand, refusal, offer, promise ...).
    of: PLOVER types that the governed event must be of for that ("denied the attack", but not "denied the visit");
      without makes what the status is for: whatever that is about in its turn is only in question ("tried to broker").
    actor / recipient: arguments that fill the governed event's empty roles (control).
    swap: the one who acts here answers to the actor of the governed event (declining an offer).
    keeps: what is governed stays an event of its own besides the new one (the offer that is declined, the talks
      about a truce).
    bare: the kind of act when what is governed is no event that we know ("demanded that he keep quiet").
    says: what the governed clause must say, as in `when`: its verb, object, or what its subject is called ("said that
      Sylvania is guilty"). Such an act is told beside whatever else the clause holds. denies: the clause is negated;
      affirms: it is not. factual: it tells what is so, and not what must be, or that there is none.
    alone: the act needs nobody that we know as its addressee ("urged the world to act").
    refused: the kind of act when what is governed, and declined by it, is for another to do ("opposes its accession").
    left_open: the kind of act when this is negated or refused of force ("would not rule out an attack").
    others: somebody else must be said to do what is governed, and must be so ("wants Sylvania to go").
    iffy: the governed clause must hang on a condition, and who says it must be who does it ("said it would go if").
    comes: the governed clause must hang on a condition, and tell that one of these comes, whoever does it: only nobody
      may be named for it there ("said that raids would follow unless").
    modals, moods: the governed clause must have one of these modals ("said that Sylvania must withdraw"), be an
      `infinitive`, a `participle`, `indicative`, a `passive` that names nobody who does it, or be `told` as a fact.
    passive, tenses: this predicate must be passive, have one of these tenses (past, present, future, none;
      `pluperfect` only "had planned").
    time: prepositions whose time is the governed event's; other times are the operator's own (`status_time`).
    certainty: CT, PR or PS given to the governed event; Uu if it is asked, wanted or owed, and nobody says how likely
      it is.
    negated: the status when this predicate is itself negated, where that is not the plain contrary ("did not rule
      out a visit").
    factive: what is governed stands as it does by itself, whatever becomes of this ("refused to condemn the attack").
    fulfils: what is governed is a plan, promise or goal, and what that speaks of is done ("reached its goal of").
    opinion: what is governed stands as it does by itself, unless this is negated ("does not believe that he went").
    A verb "*" is any verb (for a preposition or conjunction in `on`); `adjectives` also holds adverbs.
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    on: Arguments
    status: Status | None = None
    makes: str | None = None
    of: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    denies: bool = False
    affirms: bool = False
    factual: bool = False
    actor: Arguments = ("subject",)
    recipient: Arguments = ()
    swap: bool = False
    keeps: bool = False
    bare: str | None = None
    refused: str | None = None
    left_open: str | None = None
    alone: bool = False
    others: tuple[str, ...] = ()
    iffy: bool = False
    comes: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    moods: tuple[Mood, ...] = ()
    passive: bool = False
    tenses: tuple[Tense, ...] = ()
    time: Arguments = ()
    certainty: Literal["CT", "PR", "PS", "Uu"] | None = None
    negated: Status | None = None
    factive: bool = False
    fulfils: bool = False
    opinion: bool = False
    when: dict[str, tuple[str, ...]] = {}
    unless: dict[str, tuple[str, ...]] = {}


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of kinds.csv: the kind, its family (for linking mentions), and the PLOVER code of one that occurred.

    groups: those of groups.csv that it belongs to, by which the code knows what else to do with it.
    """

    kind: str
    family: str
    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    speech: bool = False
    groups: tuple[str, ...] = ()
    gloss: str = ""


class KindGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of groups.csv: a name under which the code asks for kinds, and what they have in common."""

    group: str
    why: str


class StatusCode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of status_codes.csv: what PLOVER codes for a type in a status (empty: it has no code)."""

    type: str
    status: str
    code: str | None = None
    mode: str | None = None


class EmbeddedCode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of embedded_codes.csv: the mode of an act (REQUEST, THREATEN ..., or one kind) by the type it speaks of."""

    act: str
    of: str
    code: str
    mode: str | None = None


class Score(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of scores.csv: PLOVER's quad class and intensity of a type and mode."""

    type: str
    quad: str
    intensity: float
    mode: str | None = None


class DomesticKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of domestic.csv: a kind that is done at home, by whom and to whom (PLOVER sectors) if nobody is named.

    late: as often done to others: only if the sentence names no other state.
    """

    kind: str
    acts: str
    aimed_at: str
    why: str
    late: bool = False


type SignName = Literal[
    "in opening", "spoken of", "acts", "aimed at alike", "subject before", "himself"
]  # fmt: skip


class Sign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of signs.csv: what speaks for a side as the one that is meant (`coding/sides/words/likeliest.py`), and how much."""

    sign: SignName
    weight: float
    says: str


class Nominal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of nominal.csv: a noun, the verbs that it is made of or means ("suspension": suspend), and the
    prepositions after which their object stands ("a halt to")."""

    noun: str
    verbs: tuple[str, ...]
    object: tuple[str, ...] = ("of",)


class Between(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of actors/between.csv: a crossing, river, islet, base, treaty or quarrel by its names, and the two states
    whose it is."""

    id: str
    names: tuple[str, ...]
    states: tuple[str, ...]
    why: str


class EventTables(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that event coding looks up."""

    noun_classes: tuple[NounClass, ...]
    frames: tuple[Frame, ...]
    operators: tuple[Operator, ...]
    kinds: tuple[Kind, ...]
    groups: tuple[KindGroup, ...]
    status_codes: tuple[StatusCode, ...]
    embedded_codes: tuple[EmbeddedCode, ...]
    scores: tuple[Score, ...]
    domestic: tuple[DomesticKind, ...]
    signs: tuple[Sign, ...]
    nominals: tuple[Nominal, ...]
    between: tuple[Between, ...] = ()
    added: frozenset[str] = frozenset()  # ids of frames of the user's that take the place of none of ours


def load_event_tables(folders: Iterable[Path]) -> EventTables:
    """Read `nouns/`, `frames/`, `operators/` and `plover/` of each folder, later ones over earlier ones.

    Raises `KnowledgeError` where one of them cannot be used.
    """
    folders = tuple(folders)
    plover = tuple(folder / "plover" for folder in folders)
    groups = read_table(plover, "groups.csv", KindGroup)
    ours = {frame.id: frame for frame in read_rules(folders[:1], "frames/*.yaml", Frame)}
    own = {frame.id: frame for frame in read_rules(folders[1:], "frames/*.yaml", Frame)}
    return EventTables(
        noun_classes=read_rules(folders, "nouns/*.yaml", NounClass),
        frames=tuple((ours | own).values()),
        added=frozenset(own.keys() - ours.keys()),
        operators=read_rules(folders, "operators/*.yaml", Operator),
        kinds=tuple(_grouped(read_table(plover, "kinds.csv", Kind), {row.group for row in groups})),
        groups=groups,
        status_codes=read_table(plover, "status_codes.csv", StatusCode),
        embedded_codes=read_table(plover, "embedded_codes.csv", EmbeddedCode),
        scores=read_table(plover, "scores.csv", Score),
        domestic=read_table(plover, "domestic.csv", DomesticKind),
        signs=read_table(plover, "signs.csv", Sign),
        nominals=read_table((folder / "frames" for folder in folders), "nominal.csv", Nominal),
        between=read_table((folder / "actors" for folder in folders), "between.csv", Between),
    )


def _grouped(kinds: Iterable[Kind], groups: set[str]) -> Iterator[Kind]:
    for kind in kinds:
        unknown = next((group for group in kind.groups if group not in groups), None)
        if unknown is not None:
            raise KnowledgeError(
                file="plover/kinds.csv",
                record=kind.kind,
                problem=f"there is no group '{unknown}' in groups.csv",
                remedy=f"the groups are {', '.join(sorted(groups))}",
            )
        yield kind
