"""The event tables indexed by lemma (made in `lexicon_of.py`), and the test of a rule's conditions against one predicate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from detente.coding.matching.indexed import Entries
from detente.coding.matching.meant import body_stood_for, noun_stood_for
from detente.coding.matching.noun_forms import noun_forms
from detente.coding.matching.noun_tests import Tests, has_form, read_tests
from detente.coding.matching.who_is import ARMED, MENTIONED, is_of_armed_group, is_surname
from detente.coding.roles.mentions import Mentions
from detente.ids import is_group
from detente.knowledge.frames import DomesticKind, Frame, Kind, Nominal, Operator, Sign, SignName
from detente.reading.graph import Graph, Predicate
from detente.reading.shapes import FINITE, SUBJECTS
from detente.reading.tokens import Doc, Token

RULERS, UNPOLITICAL = "GOV", "non-political"  # a sector; a class of nouns
NOUN_CLASSES = "noun classes"  # kept with the doc: many rules ask for those of the same noun
SIGNS = "signs"  # likewise
NO_CLASS: frozenset[str] = frozenset()
AIRCRAFT = frozenset({"warplane", "aircraft"})
PERSON, IN_OFFICE = "person", frozenset({"government", "officeholder"})  # a sort of mention; classes
UNIONS = frozenset({"worker", "protester"})  # classes of nouns
FIGURES = frozenset({"abstract"})  # a class: the "Zenda Road Bridge" is no figure of speech
HELD, CLAUSES_OF, PARTICIPLE = "held", ("acl", "amod"), "VBN"  # the first is a class too
TELLING = ("acl", "relcl")
DESCRIBING = ("compound", "nmod", "appos")
CIVILIANS, FIGHTERS = frozenset({"civilian"}), frozenset({"militia"})  # classes


type Conditions = tuple[tuple[tuple[str, ...], Tests], ...]  # names of arguments, and what is asked of them


class Asked(NamedTuple):
    """What a rule asks for: conditions under which it applies, those under which it must not, signs of what is said."""

    when: Conditions
    unless: Conditions
    said: frozenset[str] | None


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Frames and operators by the first word of a verb entry and the last word of a noun entry."""

    verb_frames: Mapping[str, Entries[Frame]]
    noun_frames: Mapping[str, Entries[Frame]]
    verb_operators: Mapping[str, Entries[Operator]]
    noun_operators: Mapping[str, Entries[Operator]]
    modifiers: Mapping[str, Operator]
    classes: Mapping[str, frozenset[str]]
    kinds: Mapping[str, Kind]  # all that a rule can name
    groups: Mapping[str, frozenset[str]]  # of kinds that the code asks for under one name
    domestic: Mapping[str, DomesticKind]
    domestic_at_last: Mapping[str, DomesticKind]
    done_at_last: Mapping[str, DomesticKind]  # those, and what is always done by who rules
    own_affairs: frozenset[str]  # the kinds of all
    signs: Mapping[SignName, Sign]
    added: frozenset[str]  # frames of the user's own, which come before ours
    event_nouns: frozenset[str]
    nominals: Mapping[str, Nominal]  # nouns made of verbs
    event_verbs: frozenset[str]
    rests: Mapping[str, tuple[str, ...]]  # of each verb entry, the words after the first
    ends: frozenset[str]  # the words by which the nouns of the classes end, or go on with "of"
    between: Mapping[str, tuple[str, ...]]  # what lies between two states, by its name
    between_openings: frozenset[str]  # the first two letters of these names
    unpolitical_ends: frozenset[str]  # likewise, of the nouns for which no state answers
    tests: dict[tuple[str, ...], Tests] = field(default_factory=dict)  # those of a condition, once read
    conditions: dict[int, Asked] = field(default_factory=dict)  # likewise, of a rule


def family_of(kind: str, lexicon: Lexicon) -> str:
    """The family of a kind; a kind that is in no table is a family of its own."""
    return lexicon.kinds[kind].family


def verb_entries[R](predicate: Predicate, table: Mapping[str, Entries[R]]) -> Entries[R]:
    """The entries of a verb; a lemma cut short ("wag" for waged, "instal") is tried with its ending put back.

    "re-open" is looked up as it stands, as "reopen", else as "open"; "re-arreste" is what is made of "re-arrested".
    """
    first = predicate.lemma.split()[0]
    found = table.get(first) or table.get(first + "e") or table.get(first + first[-1])
    if "-" not in first:
        return found or Entries()
    joined, last = first.replace("-", ""), first.split("-")[-1]
    whole = Entries((*(found or ()), *table.get(joined, ()), *table.get(joined.removesuffix("e"), ())))
    return whole or table.get(last) or table.get(last.removesuffix("e"), Entries())


def classes_of(doc: Doc, head: int, lexicon: Lexicon) -> frozenset[str]:
    """The noun classes of a head token, those of the compound that it ends included."""
    known: dict[int, frozenset[str]] = doc.user_data[NOUN_CLASSES]
    found = known.get(head)
    if found is None:
        # "after crowds stormed it" tells of no storm
        found = known[head] = NO_CLASS if doc[head].tag_ in FINITE else _classes_of(doc[head], lexicon)
    return found


def _classes_of(noun: Token, lexicon: Lexicon) -> frozenset[str]:
    found = _classes_called(noun, lexicon)
    if noun.pos_ == "PROPN" or (not noun.is_sent_start and noun.is_title):
        beside = [_classes_called(other, lexicon) for other in _described_by(noun)]
        found |= NO_CLASS.union(*beside) - FIGURES
    return found


def _classes_called(noun: Token, lexicon: Lexicon) -> frozenset[str]:
    if noun.lemma_.lower() not in lexicon.ends and noun.lower_ not in lexicon.ends:
        return NO_CLASS
    forms = [form for form in noun_forms(noun.doc, noun.i) if form in lexicon.classes]
    found = NO_CLASS.union(*[lexicon.classes[form] for form in forms])
    if found >= FIGHTERS and not found.isdisjoint(AIRCRAFT):
        longer = NO_CLASS.union(*[lexicon.classes[form] for form in forms if " " in form])
        if longer >= FIGHTERS and longer.isdisjoint(AIRCRAFT):  # "rebel fighters"
            return found - AIRCRAFT
    return found


def _described_by(name: Token) -> list[Token]:
    """ "the tanker Sea Rose", "Abu Omar, a cleric": a name is of the sort that the noun beside it says."""
    return [c for c in name.children if c.pos_ in ("NOUN", "PROPN") and c.dep_ in DESCRIBING]


def conditions_of(rule: Frame | Operator, lexicon: Lexicon) -> Asked:
    """The conditions under which a rule applies, and those under which it must not, in a form that is quickly tested."""
    known = lexicon.conditions.get(id(rule))  # the tables keep the rule alive: its number stays its own
    if known is None:
        says = read_tests(rule.says, lexicon.tests) if isinstance(rule, Operator) else None
        known = lexicon.conditions[id(rule)] = Asked(
            read_conditions(rule.when, lexicon),
            read_conditions(rule.unless, lexicon),
            says.signs if says is not None and says.by_signs else None,
        )
    return known


def read_conditions(asked: Mapping[str, tuple[str, ...]], lexicon: Lexicon) -> Conditions:
    """Arguments ("on|about") with what is asked of them."""
    return tuple(
        [(tuple(name.split("|")), read_tests(tests, lexicon.tests)) for name, tests in asked.items()]
    )


def bars(
    conditions: Conditions, predicate: Predicate, graph: Graph, mentions: Mentions, lexicon: Lexicon
) -> bool:
    """Whether one of the conditions under which a rule must not apply holds."""
    for names, tests in conditions:
        heads = predicate.heads(*names)
        if (heads or tests.only_forbids) and _is_met(tests, heads, graph.doc, mentions, lexicon):
            return True
    return False


def holds(
    conditions: Conditions, predicate: Predicate, graph: Graph, mentions: Mentions, lexicon: Lexicon
) -> bool:
    """Whether each named argument is there and answers one of its tests; tests with "!" must all hold, if it is there."""
    for names, tests in conditions:  # noqa: SIM110 - asked so often that making a generator counts
        if not _is_met(tests, predicate.heads(*names), graph.doc, mentions, lexicon):
            return False
    return True


def _is_met(tests: Tests, heads: tuple[int, ...], doc: Doc, mentions: Mentions, lexicon: Lexicon) -> bool:
    for head in heads:
        if _answers(tests, head, doc, mentions, lexicon) != tests.only_forbids:
            return not tests.only_forbids  # one that answers is enough, and one that is forbidden too many
    return tests.only_forbids


def any_meets(
    tests: tuple[str, ...], heads: Iterable[int], doc: Doc, mentions: Mentions, lexicon: Lexicon
) -> bool:
    """Whether one of some words answers one of the tests; these are many, and are looked up once."""
    read = read_tests(tests, lexicon.tests)
    for head in heads:  # noqa: SIM110 - as above
        if _answers(read, head, doc, mentions, lexicon):
            return True
    return False


def _answers(tests: Tests, head: int, doc: Doc, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether a noun answers one of the tests."""
    if tests.signs and is_named_in(tests, head, doc, mentions, lexicon):
        return True
    for what in tests.whats:
        if _is(what, head, doc, mentions, lexicon):
            return True
    if not tests.forbidden:
        return False
    met = [_answers(test, head, doc, mentions, lexicon) for test in tests.forbidden]
    return not any(met) if tests.only_forbids else not all(met)


def is_named_in(tests: Tests, head: int, doc: Doc, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether a noun answers one of the tests that name nouns or classes of them."""
    if tests.signs.isdisjoint(signs_at(head, doc, mentions, lexicon)):  # nearly always
        return False
    # a noun may be called as a class is
    return not tests.classes.isdisjoint(classes_at(head, doc, mentions, lexicon)) or (
        bool(tests.forms) and _is_called(tests, head, doc, mentions)
    )


def _is_called(tests: Tests, head: int, doc: Doc, mentions: Mentions) -> bool:
    """Whether a noun, or the body for which a pronoun stands, is called so in the tests."""
    if has_form(tests, head, doc):
        return True
    noun = body_stood_for(head, doc, mentions)
    return noun is not None and has_form(tests, noun.i, doc)


def signs_at(head: int, doc: Doc, mentions: Mentions, lexicon: Lexicon) -> frozenset[str]:
    """What a head, or the body for which a pronoun stands, is called, and the classes that it is of."""
    known = doc.user_data[SIGNS]
    found: tuple[Mentions, frozenset[str]] | None = known.get(head)
    if found is None or found[0] is not mentions:
        noun, body = doc[head], body_stood_for(head, doc, mentions)
        called = [noun.lemma_.lower(), noun.lower_]
        if body is not None:
            called += [body.lemma_.lower(), body.lower_]
        found = known[head] = mentions, classes_at(head, doc, mentions, lexicon).union(called)
    return found[1]


def classes_at(head: int, doc: Doc, mentions: Mentions, lexicon: Lexicon) -> frozenset[str]:
    """The noun classes of a head; a known body is no team or firm, whatever its name ends in ("Danubian League")."""
    found = classes_of(doc, head, lexicon)
    if found and head in mentions.places and _is_one_name(doc[head]):
        return NO_CLASS  # "shelled Tyre" is about no wheels
    mention = mentions.actors.get(head)
    if mention is not None and not found and doc[head].pos_ == "PRON":
        noun = noun_stood_for(head, doc, mentions)
        rules = mention.kind == PERSON and mention.actor.sectors[:1] == (RULERS,)
        return classes_of(doc, noun.i, lexicon) if noun is not None else IN_OFFICE if rules else NO_CLASS
    if mention is None and not found.isdisjoint(CIVILIANS) and is_of_armed_group(doc[head], mentions):
        return found | FIGHTERS
    if mention is None or mention.actor.id is None:
        return found
    if found and is_surname(doc[head], mentions):
        found -= lexicon.classes.get(doc[head].lemma_.lower(), NO_CLASS)
    named = not found and mention.kind == PERSON and doc[head].pos_ == "PROPN"
    if named and mention.actor.sectors[:1] == (RULERS,):
        return IN_OFFICE  # "Vaskova" as well as "Foreign Minister Vaskova"
    if doc[head].pos_ != "PROPN":  # "fighters of the Front" are no planes
        return found - AIRCRAFT if is_group(mention.actor.id) else found
    return NO_CLASS if UNPOLITICAL in found else found - UNIONS  # "the Danubian Union" does not strike


def _is_one_name(token: Token) -> bool:
    return token.tag_ == "NNP" and token.is_title and not any(True for _ in token.lefts)


SAID_OF_NOUNS: Mapping[str, Callable[[Token], bool]] = {
    "any": lambda noun: True,
    # "the attack", "Sylvania's attack"
    "known": lambda noun: any(
        c.dep_ == "poss" or "Def" in c.morph.get("Definite", []) for c in noun.children
    ),
    "number": lambda noun: noun.pos_ == "NUM",  # "killing 19": how many, and not who
    # "told reporters that the talks went well": a clause with its own doer is no order to them
    "told": lambda verb: any(c.dep_ in SUBJECTS and c.pos_ in ("NOUN", "PROPN") for c in verb.lefts),
}


def _is(what: str, head: int, doc: Doc, mentions: Mentions, lexicon: Lexicon) -> bool:
    mention = mentions.actors.get(head)
    if mention is None and what in (
        ARMED,
        "actor",
    ):  # "an ISIS bombing", "a Sylvanian plan to invade Graustark"
        mention = mentions.modifiers.get(head) or mentions.opposed.get(head)
    if mention is not None and what in MENTIONED:
        return MENTIONED[what](mention, doc[head], mentions)
    if what in SAID_OF_NOUNS:
        return SAID_OF_NOUNS[what](doc[head])
    match what:
        case "name":  # a name that no table knows: mostly of a person
            return mention is None and doc[head].pos_ == "PROPN" and head not in mentions.places
        case "place":
            return head in mentions.places
        case "town":  # "Klausenburg", which may stand for a government, but not a state
            return head in mentions.places and (mention is None or mention.actor.inferred is not None)
        case "held" | "curbing":  # "Sylvanians jailed in Ruritania", "a law barring them"
            labels = CLAUSES_OF if what == HELD else TELLING
            said = (c for c in doc[head].children if c.dep_ in labels)
            told = (c for c in said if c.tag_ == PARTICIPLE or what != HELD)
            return any(what in lexicon.classes.get(c.lemma_.lower(), NO_CLASS) for c in told)
        case "event":
            entries = lexicon.noun_frames.get(doc[head].lemma_.lower(), ())
            return not noun_forms(doc, head).isdisjoint([entry for entry, _ in entries])
    return False
