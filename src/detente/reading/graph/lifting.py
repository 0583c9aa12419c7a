"""Predicates in, the same with the phrases that hang on the noun below them given to those that they belong to out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.knowledge.grammar import Grammar, Support
from detente.reading.graph.types import Argument, Predicate, Predicates
from detente.reading.tokens import Doc

LIFTED_FROM_OBJECTS = frozenset(
    {"by", "from", "to", "with", "against", "near", "along", "at", "on", "off", "over", "into", "in", "for"}
)
DONE_TO = ("of", "to", "against", "from", "into")
BETWEEN = "between"
LIFTED_FROM_DEEDS = LIFTED_FROM_OBJECTS | {BETWEEN}
KEPT_FROM, DONE_WITH = ("from", "clause"), ("to", "with", "over", "through", "into", "in")
LIFTED = ("in", "at", "on", "during", "after", "before")


def see_through(doc: Doc, predicates: Predicates, transparent: frozenset[str]) -> None:
    """ "a series of attacks" is attacks, "1,000 of its men" its men: what stands for the outer noun stands for the inner."""
    inner_of = {
        p.head: p.heads("of")
        for p in predicates.values()
        if p.arguments and p.pos == "noun"
        if (p.lemma in transparent or doc[p.head].pos_ == "NUM") and p.heads("of")
        if doc[p.head].tag_ not in ("NNP", "NNPS")  # the Group of Seven
        if not any(doc[h].dep_ == "pcomp" for h in p.heads("of"))  # "accused the group of backing rebels"
    }
    for outer, inner in inner_of.items():
        passed = [a for a in predicates[outer].arguments if a.name not in ("of", "appos")]
        for head in inner:
            if head in predicates:
                predicates[head] = predicates[head].adding(*passed)
    for head, predicate in predicates.items() if inner_of else ():
        if inner_of.keys().isdisjoint([a.head for a in predicate.arguments]):
            continue  # nearly always
        if any(a.head in inner_of and (a.name != "of" or head not in inner_of) for a in predicate.arguments):
            arguments = [
                Argument(a.name, h) for a in predicate.arguments for h in inner_of.get(a.head, (a.head,))
            ]
            predicates[head] = replace(predicate, arguments=tuple(dict.fromkeys(arguments)))


def lift_from_names(doc: Doc, predicates: Predicates) -> None:
    """A personal name in apposition takes no place or time of its own: "met Mr X, Y, in Vienna" met in Vienna."""
    for noun in [
        p
        for p in predicates.values()
        if p.arguments and doc[p.head].pos_ == "PROPN" and doc[p.head].dep_ in ("appos", "npadvmod", "conj")
    ]:
        lifted = [a for a in noun.arguments if a.name in LIFTED]
        verb = next(
            (a.i for a in doc[noun.head].ancestors if a.i in predicates and predicates[a.i].pos == "verb"),
            None,
        )
        if lifted and verb is not None:
            predicates[verb] = predicates[verb].adding(*lifted)


def lift_from_objects(
    doc: Doc, predicates: Predicates, occasions: frozenset[str], owning: frozenset[str]
) -> None:
    """ "withheld revenue from Sylvania", "the arrest of an envoy by Sylvania": where a phrase hangs is often a guess."""
    _lift_authors(doc, predicates, owning)
    for predicate in list(predicates.values()):
        through = ("object",) if predicate.pos == "verb" else ("of", "by")
        for head in predicate.heads(*through) if predicate.arguments else ():
            inner = predicates.get(head)
            if inner is None or not inner.arguments:
                continue
            by_them = doc[predicate.head].tag_ == "VBN" and predicate.passive and not predicate.has("subject")
            names = LIFTED_FROM_DEEDS if predicate.pos != "verb" or by_them else LIFTED_FROM_OBJECTS
            if predicate.passive and predicate.has("from"):
                names -= {"from"}  # "a poet from Sylvania was deported from Graustark"
            lifted = [a for a in inner.arguments if a.name in names]
            if predicate.pos != "verb":
                lifted = [a for a in lifted if a.name != "by" or not _is_owner(doc, a, owning)]
            lifted += _taken_from(predicates, inner) if predicate.pos == "verb" else []
            if lifted:
                predicates[predicate.head] = predicates[predicate.head].adding(*lifted)
        if predicate.pos == "verb":
            _lift_through(predicate, predicates, occasions)


def _is_owner(doc: Doc, author: Argument, owning: frozenset[str]) -> bool:
    """ "The seizure of a ship owned by Sylvania": whose the thing is, and not who seizes it."""
    mark = doc[author.head].head
    return mark.dep_ == "agent" and mark.head.dep_ == "acl" and mark.head.lemma_.lower() in owning


def _lift_authors(doc: Doc, predicates: Predicates, owning: frozenset[str]) -> None:
    """ "The granting of asylum to a dissident by Sylvania": what it is done to is done by nobody."""
    nouns = [p for p in predicates.values() if p.arguments and p.pos == "noun"]
    lacking = [p for p in nouns if not p.has("by")]
    for noun in reversed(lacking) if len(lacking) < len(nouns) else ():
        behind = (predicates[h] for h in noun.heads(*DONE_TO) if h in predicates)
        authors = [a for one in behind if one.pos == "noun" for a in one.arguments if a.name == "by"]
        authors = [a for a in authors if not _is_owner(doc, a, owning)]
        if authors:
            predicates[noun.head] = noun.adding(*authors)


def _lift_through(verb: Predicate, predicates: Predicates, occasions: frozenset[str]) -> None:
    """ "Acted as a mediator between them", "sent its envoy to a conference in Sylvania": that is where and for whom."""
    for through, name in (("as", BETWEEN), ("to", "in")):
        held = through == "as" or (
            verb.has("object") and not verb.passive
        )  # but not "gave in to a demand for seats in the cabinet"
        nouns = [predicates[h] for h in verb.heads(through) if h in predicates and held]
        lifted = [
            a
            for noun in nouns
            for a in noun.arguments
            if a.name == name and (through == "as" or _is_held(noun, predicates.get(a.head), occasions))
        ]
        if lifted:
            predicates[verb.head] = predicates[verb.head].adding(*lifted)


def _is_held(noun: Predicate, where: Predicate | None, occasions: frozenset[str]) -> bool:
    """ "To a conference in Sylvania", "backing to a reform in a conversation with the king"."""
    return noun.lemma in occasions or (where is not None and where.lemma in occasions)


def _taken_from(predicates: Predicates, inner: Predicate) -> list[Argument]:
    """ "Captured the town of Zenda from the army": from whom, where that hangs on the name of the town."""
    named = [predicates[h] for h in inner.heads("of") if h in predicates]
    return [a for noun in named for a in noun.arguments if a.name == "from"]


def lift_answers(predicates: Predicates, answering: frozenset[str], through: Sequence[str]) -> None:
    """ "Responded to the tariffs with tariffs", "agreed to a truce with Sylvania": wherever the parse hangs it."""
    for verb in [p for p in predicates.verbs(answering) if not p.has("with")]:
        inner = (predicates[h] for h in verb.heads(*through) if h in predicates)
        lifted = [a for noun in inner for a in noun.arguments if a.name == "with"]
        predicates[verb.head] = predicates[verb.head].adding(*lifted)


def lift_barred(predicates: Predicates, barring: frozenset[str]) -> None:
    """ "Banned its airlines from flying to Sylvania", "forbade its firms to trade with it": whom that keeps out, or hits."""
    for verb in predicates.verbs(barring):
        inner = [predicates[h] for h in verb.heads(*KEPT_FROM) if h in predicates and h > verb.head]
        lifted = [a for one in inner if one.pos == "verb" for a in one.arguments if a.name in DONE_WITH]
        predicates[verb.head] = predicates[verb.head].adding(*lifted)


def hurt_first(
    doc: Doc, predicates: Predicates, grammar: Grammar, verb: Predicate, rule: Support
) -> list[Argument]:
    """ "Nine Sylvanians were killed and two others hurt in raids": the raids killed too."""
    token = doc[verb.head]
    first = predicates.get(token.head.i) if verb.passive and token.dep_ == "conj" else None
    if first is None or not first.passive or first.has("subject") or first.has(rule.noun_at):
        return []
    if all(r.noun_at != rule.noun_at for r in grammar.supports.get(first.lemma, ())):
        return []
    return [Argument("object", h) for h in first.heads("object")]
