"""Numbers of people in, whom they count out.

"Nine Sylvanian guards were killed and four more were captured", "killed nine guards and captured four others": a bare number
after those who were named is of the same people. "The talks between the two premiers": only office and number are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from detente.coding.roles.mentions import Mention
from detente.reading.graph import Graph
from detente.reading.tokens import Doc, Token

NUMBER, MORE, PLURAL = "CD", frozenset({"others", "more"}), ("NNS", "NNPS")
PASSIVE = "nsubjpass"
SUBJECTS, OBJECTS, JOINED = ("nsubj", PASSIVE), ("dobj",), "conj"
PEOPLE = "CVL"
WHY = "counted on from those named before"
WHO_MEETS = ("of", "between", "by", "subject")
MANY, ARTICLE, COUNTED_BY, POSSESSOR = "NNS", "DT", "nummod", "poss"


def counted_on(
    actors: Mapping[int, Mention], doc: Doc, hurting: frozenset[str]
) -> Iterator[tuple[int, Mention]]:
    """Where such numbers stand, with whom they count. hurting: verbs of what is told of bystanders as well."""
    for token in doc.having(tag_={NUMBER}, lower_=MORE):
        if (token.tag_ == NUMBER or token.lower_ in MORE) and token.i not in actors:
            first = _counted_first(token, hurting)
            mention = actors.get(first.i) if first is not None else None
            if mention is None or mention.several or PEOPLE in mention.actor.sectors:
                continue
            if mention.anonymous:
                actor = replace(mention.actor, inferred=WHY)
                yield token.i, replace(mention, head=token.i, actor=actor)


def _counted_first(token: Token, hurting: frozenset[str]) -> Token | None:
    """Those whom the clause before tells of in the same place."""
    verb = token.head
    if any(t.lemma_.lower() in hurting for t in (verb, *token.rights) if t.dep_ != "ROOT"):
        return None
    if token.dep_ == JOINED and verb.pos_ == "VERB" and any(c.dep_ == "acl" for c in token.rights):
        places: tuple[str, ...] = SUBJECTS  # "nine were killed and four others captured by rebels"
    elif token.dep_ in (*SUBJECTS, *OBJECTS) and verb.dep_ == JOINED:
        if token.dep_ == PASSIVE and any(c.dep_ in OBJECTS for c in verb.head.rights):
            return None  # "gunmen attacked a school, and 300 were abducted"
        places, verb = (SUBJECTS if token.dep_ in SUBJECTS else OBJECTS), verb.head
    else:
        return None
    return next((c for c in verb.children if c.dep_ in places and c.tag_ in PLURAL and c.i < token.i), None)


def counted(head: int, graph: Graph) -> list[int]:
    """The nouns that count those who meet and do not say whose they are."""
    return [h for h in graph.predicates[head].heads(*WHO_MEETS) if _are_counted(graph.doc[h])]


def _are_counted(who: Token) -> bool:
    """ "The two premiers", and not "two envoys" or "Sylvania's two envoys"."""
    known = any(c.tag_ == ARTICLE for c in who.lefts) and not any(c.dep_ == POSSESSOR for c in who.lefts)
    return who.tag_ == MANY and known and any(c.dep_ == COUNTED_BY for c in who.lefts)
