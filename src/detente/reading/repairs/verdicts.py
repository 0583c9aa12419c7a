"""A parsed text in, the same with verdicts given to the verb that finds so out.

"Finds Karim Horn, a former minister, guilty of treason", "found the envoy Anna Kovar guilty of spying": the parser hangs
what they are found to be on their name, or on who they are said to be.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

OBJECT, CALLED, COMMA = "dobj", "oprd", ","
HUNG = ("amod", "acl", "appos", "advcl")
DESCRIBING = ("appos", "pobj", "prep", "conj", "relcl", "poss")


def repair_verdicts(doc: Doc, verdicts: frozenset[str], finding: frozenset[str]) -> Doc:
    """The same document. verdicts: what one is found to be ("guilty"); finding: the verbs ("find", "hold")."""
    for word in doc.having(lower_=verdicts):
        if word.dep_ in HUNG and word.i > word.head.i:
            verb = _verb_over(word)
            if verb is not None and verb.lemma_ in finding:
                word.hang(verb, CALLED)
    return doc


def _verb_over(word: Token) -> Token | None:
    """The verb whose object it stands behind, alone or after a comma."""
    noun, closed = word.head, word.nbor(-1).text == COMMA
    while closed and noun.dep_ in DESCRIBING and noun.head.i < noun.i:
        noun = noun.head
    return noun.head if noun.dep_ == OBJECT and noun.head.i < noun.i else None
