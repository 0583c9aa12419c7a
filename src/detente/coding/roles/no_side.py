"""A name in or beside a noun in, whether it is no side of what the noun tells out."""

from __future__ import annotations

from collections.abc import Mapping

from detente.coding.roles.mentions import Mentions
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Token

ACROSS, WITH = "across", "with"
ITS, STATE = "its", "state"  # a word, a kind of mention
ONE_OF_THEM = ("NN", "NNP")
INFINITIVE, COMPLEMENTS = "VB", ("acl", "relcl", "xcomp", "ccomp", "advcl")


def is_matter(land: int, graph: Graph, mentions: Mentions) -> bool:
    """ "the Sylvania accord", "the Sylvania war": what it is about, where "Sylvanian" or "Sylvania's" says whose it is.

    "Sylvania-related" measures are about it too.
    """
    token = graph.doc[land]
    return (
        token.dep_ in ("compound", "nmod", "npadvmod")
        and token.head.lemma_.lower() in graph.words["matters"]
        and land in mentions.places
        and not any(t.is_quote for t in graph.doc[land : token.head.i])  # 'help Sylvania "wage war"'
    )


def moved_from(place: int, noun: int, graph: Graph) -> bool:
    """ "the withdrawal of forces from Sylvania": where they leave, and not whose they are; but "a batch of vaccines"."""
    governors = graph.over(noun)
    counts = graph.words["transparent nouns"]
    return any(place in g.heads("from") for g in governors if g.pos == "verb" or g.lemma not in counts)


def is_no_party(noun: Token, name: str, graph: Graph) -> bool:
    """ "A raid across the Sylvanian border": where it went; "ties with the league and Sylvania's attacks": another matter."""
    if name == ACROSS:
        return noun.lemma_.lower() in graph.words["border nouns"]
    return name == WITH and noun.dep_ == "conj" and noun.lemma_.lower() in graph.words["attack nouns"]


def is_another(noun: Predicate, graph: Graph, mentions: Mentions) -> bool:
    """ "Its neighbour", "its ally": somebody else, for whom it does not answer; "his ally" may be of his own party."""
    owners = noun.heads("poss")
    if noun.lemma in graph.words["other parties"]:
        return bool(owners or noun.heads("of"))
    if (
        not owners
        and _is_bound(noun, graph)
        and any(names_state(h, mentions) for h in noun.heads("adj", "mod"))
    ):
        return True
    return noun.lemma in graph.words["friends of states"] and any(
        graph.doc[h].lower_ == ITS or ((m := mentions.actors.get(h)) and m.kind == STATE) for h in owners
    )


def _is_bound(noun: Predicate, graph: Graph) -> bool:
    """ "A Sylvanian ally", "a Sylvanian colony": to whom, and not who it is; "US allies" may be any."""
    return graph.doc[noun.head].tag_ in ONE_OF_THEM and noun.lemma in graph.words["lands of others"]


def names_state(head: int, mentions: Mentions) -> bool:
    mention = mentions.modifiers.get(head) or mentions.actors.get(head)
    return mention is not None and mention.kind == STATE and mention.actor.inferred is None


def opens_what_is_resolved(verb: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "The decision to free a Sylvanian": whom one praises or blames for it is who decided."""
    if verb.tag_ != INFINITIVE or verb.dep_ not in COMPLEMENTS:
        return False
    return verb.head.pos_ == "NOUN" and verb.head.lemma_.lower() in words["nouns of what is resolved"]


def is_within_resolve(token: Token, head: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it stands in such a clause, and the act with that head outside of it."""
    for above in token.ancestors:
        if above.i == head:
            return False
        if opens_what_is_resolved(above, words):
            return not above.is_ancestor(token.doc[head])
    return False
