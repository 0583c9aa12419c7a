"""The graph in, event nouns with the arguments of the support verbs that carry them out: "launched a raid on Zenda"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.knowledge.grammar import Grammar, Support
from detente.reading.graph.lifting import hurt_first
from detente.reading.graph.types import Argument, Predicate, Predicates
from detente.reading.tokens import Doc

LATER = ("after", "following")


def carry_nouns(doc: Doc, predicates: Predicates, grammar: Grammar, event_nouns: frozenset[str]) -> None:
    """Give event nouns the arguments of the support verbs that carry them."""
    for verb in reversed(predicates.verbs()):
        if not verb.arguments:
            continue
        for rule, carried in _supports(verb, predicates, grammar):
            for head in carried:
                noun = predicates.get(head)
                if (
                    noun is None
                    or noun.pos != "noun"
                    or noun.lemma not in event_nouns
                    or not rule.carries(noun.lemma)
                    or (
                        head < verb.head and verb.lemma == "be" and verb.has("clause")
                    )  # "in it, they are to cut"
                    or (rule.noun_at in LATER and _by_others(verb, noun, doc))
                    or _is_of_resolve(head, verb, rule, predicates, grammar.words["clause nouns"])
                ):
                    continue
                if noun.carrier is None or doc[head].is_ancestor(doc[noun.carrier]):
                    # "launched a raid targeting a post"
                    lent = noun.adding(
                        *_lent(verb, rule, head), *hurt_first(doc, predicates, grammar, verb, rule)
                    )
                    predicates[head] = replace(lent, carrier=verb.head, only_carried=not rule.keeps)
                elif doc[noun.carrier] in doc[verb.head].conjuncts:  # "killed two and wounded three"
                    predicates[head] = noun.adding(*_lent(verb, rule, head))


def _supports(
    verb: Predicate, predicates: Predicates, grammar: Grammar
) -> Iterator[tuple[Support, tuple[int, ...]]]:
    """The rules by which a verb carries nouns, and where these stand: "came under attack", "was the target of raids"."""
    known, told = grammar.supports, verb.heads("attr")
    for rule in known.get(verb.lemma) or known.get(verb.lemma + "e", ()):  # "stag" for staged
        if rule.noun_at == "object" and told:
            continue  # "called the attack a crime"
        if rule.affirmed and verb.negated:
            continue
        if not rule.needs or verb.heads(*rule.needs):
            yield rule, verb.heads(rule.noun_at)
    for noun in [predicates[head] for head in told if head in predicates]:
        for rule in known.get(f"{verb.lemma} {noun.lemma}", ()):
            yield rule, noun.heads(rule.noun_at)


def _is_of_resolve(
    noun: int, verb: Predicate, rule: Support, predicates: Predicates, resolves: frozenset[str]
) -> bool:
    """ "Welcomed Sylvania's proposal for talks": those who propose them will talk, and not who welcomes it."""
    objects = (predicates[h] for h in verb.heads("object") if h in predicates)
    return any(o.lemma in resolves and noun in o.heads(rule.noun_at) for o in objects if not verb.passive)


def _by_others(verb: Predicate, noun: Predicate, doc: Doc) -> bool:
    """ "Were killed by the army after ambushes by rebels", "killed two hours after a bombing": each has its own hands."""
    if not verb.heads("subject"):
        return False
    if verb.passive:
        return bool(noun.heads("by", "between"))
    later = doc[noun.head].head
    timed = any(t.dep_ == "npadvmod" for t in (later.head, *later.lefts))
    return timed and bool(verb.heads("object"))


def _lent(verb: Predicate, rule: Support, noun: int) -> list[Argument]:
    return [
        Argument(rule.roles.get(a.name, a.name), a.head)
        for a in verb.arguments
        if a.name not in (rule.noun_at, "attr") and a.head != noun
    ]
