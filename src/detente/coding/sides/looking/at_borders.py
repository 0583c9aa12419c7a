"""A land named in a sentence in, whether it only says which border is meant out.

"Soldiers shot villagers near the Sylvanian border", "near the border with Sylvania": nobody of that land is hit there.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import ANSWERS_FOR
from detente.coding.roles.belonging import only_lends
from detente.coding.sides.looking.on_the_way import is_way
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph
from detente.reading.tokens import Token
from detente.records import Actor

_NEAR, _OWNING = frozenset({"near", "to", "along", "by", "from"}), ("amod", "compound", "nmod", "poss")
_CLOSE, _WITH, _BORDERS = frozenset({"close", "next", "far", "away"}), "with", "borders"
_ALONG, _UNOWNED = ("along", "near", "on", "to", "up to", "at", "across", "object"), ("det", "poss", "punct")
_EATING = "places to eat"
_ABOUT, _MAKING = ("relcl", "acl"), "verbs of making things"
_SPYING = "words of spying"


def names_border(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Near the Sylvanian border", "close to the frontier with Sylvania"; but not "on" it, where one may hit the other."""
    border = token.head
    if token.dep_ == "pobj" and border.lower_ == _WITH:
        border = border.head
    elif token.dep_ not in _OWNING:
        return False
    if border.lemma_.lower() not in words[_BORDERS] or border.dep_ != "pobj":
        return False
    near = border.head
    beside = near.lower_ in _NEAR - {"to", "from"}
    return beside or (near.lower_ in _NEAR and (near.head.lower_ in _CLOSE or near.nbor(-1).lower_ in _CLOSE))


def is_at_border(head: int, graph: Graph) -> bool:
    """ "Massed troops along the border": of whoever was told of before, unless it says of whom."""
    borders = (graph.doc[h] for name in _ALONG for h in graph.predicates[head].heads(name))
    return any(
        t.lemma_.lower() in graph.words[_BORDERS] and all(c.dep_ in _UNOWNED for c in t.children)
        for t in borders
    )


def is_not_hit(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it is where those who are hit were going, beside whose border they were, who made it or who backs them."""
    over = token.head
    if token.dep_ in _OWNING and over.lemma_.lower() in words[_EATING] and token.dep_ != "poss":
        return True  # "at a Sylvanian restaurant in Strelsau"
    made = any(t.dep_ in _ABOUT and t.lemma_.lower() in words[_MAKING] for t in token.ancestors)
    return made or is_way(token, words) or names_border(token, words) or only_lends(token, words)


def is_spied_for(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Jailed a man for spying for Sylvania": nothing was done to Sylvania."""
    phrase = token if token.dep_ == "pobj" else token.head  # "for Sylvania's secret service"
    return phrase.dep_ == "pobj" and phrase.head.head.lemma_.lower() in words[_SPYING]


def without_border(draft: Draft, statuses: Statuses) -> Draft:
    """The draft without those whom only a border stands for near which it was."""
    kept = tuple(r for r in draft.recipients if not _is_of_border(r, statuses))
    return draft if len(kept) == len(draft.recipients) else replace(draft, recipients=kept)


def _is_of_border(side: Actor, statuses: Statuses) -> bool:
    doc, span = statuses.graph.doc, side.span
    if span is None or not ANSWERS_FOR.is_why(side.inferred):
        return False
    named = doc.char_span(span.start, span.end, alignment_mode="expand")
    return named is not None and names_border(named.root, statuses.graph.words)
