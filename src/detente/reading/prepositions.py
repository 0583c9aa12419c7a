"""A parsed text in, the same with participles that are prepositions read as such.

"Reopened the crossing following talks with Sylvania": nobody follows the talks.
"""

from __future__ import annotations

from detente.knowledge.grammar import Grammar
from detente.reading.tokens import Doc, Token

MISREAD_AS = frozenset({"acl", "xcomp", "prep", "advcl"})
OWN_CLAUSE = frozenset({"aux", "mark", "advmod", "neg", "nsubj", "auxpass"})


def repair_prepositions(doc: Doc, event_nouns: frozenset[str], grammar: Grammar) -> Doc:
    """The same document; a participle is one only before the name of an event."""
    for token in doc:
        if token.tag_ == "VBG" and token.lower_ in grammar.words["participial prepositions"]:
            _read_preposition(token, event_nouns)
    return doc


def _read_preposition(token: Token, event_nouns: frozenset[str]) -> None:
    if token.dep_ not in MISREAD_AS or any(c.dep_ in OWN_CLAUSE for c in token.children):
        return
    noun = next((c for c in token.rights if c.dep_ in ("dobj", "pobj")), None)
    if noun is None or (token.dep_ == "acl" and noun.lemma_.lower() not in event_nouns):
        return
    above = token.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
    token.hang(above, "prep")
    token.tag_, token.pos_ = "IN", "ADP"
    token.lemma_ = token.lower_
    noun.dep_ = "pobj"
