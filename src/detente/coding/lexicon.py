"""The event tables indexed by lemma, and the test of a rule's conditions against one predicate of the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import msgspec
from spacy.tokens import Doc

from detente.coding.mentions import Mention, Mentions
from detente.knowledge.actors import ActorTables
from detente.knowledge.frames import DomesticKind, EventTables, Frame, Kind, NounClass, Operator
from detente.reading.graph import Graph, Predicate

LONGEST_NOUN = 4
UNPOLITICAL = "non-political"
NOUN_FORMS = "noun forms"  # kept with the doc: many rules ask for those of the same noun


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Frames and operators by the first word of a verb entry and the last word of a noun entry."""

    verb_frames: Mapping[str, tuple[tuple[str, Frame], ...]]
    noun_frames: Mapping[str, tuple[tuple[str, Frame], ...]]
    verb_operators: Mapping[str, tuple[tuple[str, Operator], ...]]
    noun_operators: Mapping[str, tuple[tuple[str, Operator], ...]]
    modifiers: Mapping[str, Operator]
    classes: Mapping[str, frozenset[str]]
    kinds: Mapping[str, Kind]
    domestic: Mapping[str, DomesticKind]
    event_nouns: frozenset[str]
    event_verbs: frozenset[str]


def build_lexicon(tables: EventTables) -> Lexicon:
    """Index the tables; a noun class takes in the classes that it includes."""
    noun_frames = _by_word(((f.nouns, f) for f in tables.frames), last=True)
    noun_operators = _by_word(((o.nouns, o) for o in tables.operators), last=True)
    return Lexicon(
        verb_frames=_by_word(((f.verbs, f) for f in tables.frames), last=False),
        noun_frames=noun_frames,
        verb_operators=_by_word(((o.verbs, o) for o in tables.operators), last=False),
        noun_operators=noun_operators,
        modifiers={word: o for o in tables.operators for word in o.adjectives},
        classes=_classes(tables.noun_classes),
        kinds={kind.kind: kind for kind in tables.kinds},
        domestic={row.kind: row for row in tables.domestic},
        event_nouns=frozenset(noun_frames) | frozenset(noun_operators),
        event_verbs=frozenset(entry for f in tables.frames for entry in f.verbs),
    )


def _by_word[R](
    entries: Iterable[tuple[tuple[str, ...], R]], *, last: bool
) -> dict[str, tuple[tuple[str, R], ...]]:
    found: dict[str, list[tuple[str, R]]] = defaultdict(list)
    for words, rule in entries:
        for entry in words:
            words_of = entry.split(" of ")[0].replace("-", " ").split() if last else entry.split()
            found[words_of[-1 if last else 0]].append((entry, rule))
    return {word: tuple(rules) for word, rules in found.items()}


def _classes(rules: tuple[NounClass, ...]) -> dict[str, frozenset[str]]:
    by_id = {rule.id: rule for rule in rules}
    found: dict[str, set[str]] = defaultdict(set)
    for rule in rules:
        members = [rule, *(by_id[name] for name in rule.includes if name in by_id)]
        for noun in (noun for member in members for noun in member.nouns):
            found[noun.lower()].add(rule.id)
    return {noun: frozenset(ids) for noun, ids in found.items()}


def family_of(kind: str, lexicon: Lexicon) -> str:
    """The family of a kind; a kind that is in no table is a family of its own."""
    row = lexicon.kinds.get(kind)
    return row.family if row is not None else kind


def noun_forms(doc: Doc, head: int) -> tuple[str, ...]:
    """The noun with up to three words before it, longest first, and as written; "state of emergency" as well."""
    known: dict[int, tuple[str, ...]] = doc.user_data.setdefault(NOUN_FORMS, {})
    if head not in known:
        known[head] = _noun_forms(doc, head)
    return known[head]


def _noun_forms(doc: Doc, head: int) -> tuple[str, ...]:
    noun = doc[head]
    lower, lemma = noun.lower_, noun.lemma_.lower()
    # six words, since a hyphen is a word by itself
    before = [doc[i].lower_ + " " for i in range(max(head - 1 - LONGEST_NOUN, 0), head)]
    forms: list[str] = []
    for start in range(len(before) + 1):
        prefix = "".join(before[start:]).replace(" - ", "-")
        forms += [prefix + lemma, prefix + lower]
    for child in noun.children:
        if child.lower_ == "of":
            forms += [f"{lemma} of {g.lemma_.lower()}" for g in child.children if g.dep_ == "pobj"]
    return tuple(dict.fromkeys(forms))


def verb_entries[R](
    predicate: Predicate, table: Mapping[str, tuple[tuple[str, R], ...]]
) -> tuple[tuple[str, R], ...]:
    """The entries of a verb; a lemma cut short ("wag" for waged, "instal") is tried with its ending put back.

    "re-arrest" is looked up as it stands, else as "arrest".
    """
    first = predicate.lemma.split()[0]
    found = table.get(first) or table.get(first + "e") or table.get(first + first[-1]) or ()
    return found or table.get(first.split("-")[-1], ())


def classes_of(doc: Doc, head: int, lexicon: Lexicon) -> frozenset[str]:
    """The noun classes of a head token, those of the compound that it ends included."""
    return frozenset(c for form in noun_forms(doc, head) for c in lexicon.classes.get(form, ()))


def complete_mentions(mentions: Mentions, doc: Doc, lexicon: Lexicon, tables: ActorTables) -> Mentions:
    """The mentions with the nouns for which no state answers, and with the base of each non-state group."""
    found = frozenset(t.i for t in doc if t.pos_ == "NOUN" and UNPOLITICAL in classes_of(doc, t.i, lexicon))
    return replace(
        mentions,
        actors={
            i: _with_base(m, tables) for i, m in mentions.actors.items() if not _is_loose_it(i, mentions, doc)
        },
        modifiers={i: _with_base(m, tables) for i, m in mentions.modifiers.items()},
        unpolitical=found,
    )


def _is_loose_it(head: int, mentions: Mentions, doc: Doc) -> bool:
    """An "it" that is no subject and stands for a state of another sentence: as often as not it is a thing."""
    token = doc[head]
    if token.lower_ != "it" or (
        token.dep_ in ("nsubj", "nsubjpass") and (not head or doc[head - 1].pos_ != "VERB")
    ):
        return False
    state = mentions.actors[head].actor.id
    near = {
        m.actor.id for i, m in mentions.actors.items() if i != head and doc[i].sent.start == token.sent.start
    }
    return state not in near


def _with_base(mention: Mention, tables: ActorTables) -> Mention:
    group = tables.organisation_by_id.get(mention.actor.id or "")
    based = getattr(group, "country", None)
    if not based or mention.actor.based:
        return mention
    return replace(mention, actor=msgspec.structs.replace(mention.actor, based=based))


def matching_verb_entry(entry: str, predicate: Predicate, doc: Doc, *, deep: bool = False) -> bool:
    """Whether a verb entry ("travel to", "shoot down", "pull out of") fits the predicate's words.

    deep: the words may stand below its arguments ("put on hold").
    """
    first, _, others = entry.partition(" ")
    lemma = predicate.lemma.partition(" ")[0]
    if first not in (lemma, lemma + "e", lemma + lemma[-1], lemma.rpartition("-")[2]):
        return False
    if not others:  # "throw out" is not "throw"
        return " " not in predicate.lemma
    rest = others.split()
    if any(
        particle not in rest for particle in predicate.lemma.split()[1:]
    ):  # "rule out" is not "rule against"
        return False
    if entry == predicate.lemma or predicate.has(others):
        return True
    near = {w for a in predicate.arguments for w in a.name.split()}
    children = list(doc[predicate.head].children)
    if len(rest) > 2:  # "point the finger at": the article hangs on the noun
        children += [below for child in children for below in child.children]
    if deep:
        children += [t for child in children if child.dep_ == "prep" for t in child.subtree]
    near |= {child.lower_ for child in children}
    return all(word in near or word in predicate.lemma.split()[1:] for word in rest)


def holds(
    condition: Mapping[str, tuple[str, ...]],
    predicate: Predicate,
    graph: Graph,
    mentions: Mentions,
    lexicon: Lexicon,
) -> bool:
    """Whether each named argument is there and answers one of its tests; tests with "!" must all hold, if it is there."""
    for name, tests in condition.items():
        heads = predicate.heads(*name.split("|"))
        found = answering(name, tests, predicate, graph, mentions, lexicon)
        forbids = all(t.startswith("!") for t in tests)
        if (forbids and len(found) < len(heads)) or (not forbids and not found):
            return False
    return True


def answering(
    name: str,
    tests: tuple[str, ...],
    predicate: Predicate,
    graph: Graph,
    mentions: Mentions,
    lexicon: Lexicon,
) -> tuple[int, ...]:
    """The heads of an argument that answer one of the tests."""
    heads = predicate.heads(*name.split("|"))
    return tuple(h for h in heads if any(_answers(t, h, graph.doc, mentions, lexicon) for t in tests))


def _answers(test: str, head: int, doc: Doc, mentions: Mentions, lexicon: Lexicon) -> bool:
    if test.startswith("!"):
        return not _answers(test[1:], head, doc, mentions, lexicon)
    if test.startswith("="):
        return test[1:] in noun_forms(doc, head)
    if test.startswith("@"):
        return _is(test[1:], head, doc, mentions, lexicon)
    return test in classes_of(doc, head, lexicon)


def _is(what: str, head: int, doc: Doc, mentions: Mentions, lexicon: Lexicon) -> bool:
    mention = mentions.actors.get(head)
    if what == "any":
        return True
    match what:
        case "actor":
            return mention is not None and mention.kind != "outlet"
        case "state":
            return mention is not None and mention.kind == "state"
        case "person":
            return mention is not None and mention.kind == "person"
        case "place":
            return head in mentions.places
        case "known":  # "the attack", "Sylvania's attack"
            return any(c.dep_ == "poss" or "Def" in c.morph.get("Definite") for c in doc[head].children)
        case "number":  # "killing 19": how many, and not who
            return doc[head].pos_ == "NUM"
        case "event":
            entries = lexicon.noun_frames.get(doc[head].lemma_.lower(), ())
            return bool({entry for entry, _ in entries} & set(noun_forms(doc, head)))
    return False
