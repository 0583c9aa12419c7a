"""The object of "call" in, the same with the name that it is given found where a phrase or clause stands between out.

"Calls the pact between Sylvania and Graustark a stab in the back": the parser says again with it who Graustark is.
"Called the decision to close the bridge a mistake": nothing is closed a mistake.
"""

from __future__ import annotations

from collections.abc import Set

from detente.reading.shapes import FINITE
from detente.reading.tokens import Doc, Token

CALLED, LIKE_OBJECTS = "oprd", ("appos", "npadvmod")
NAMED_BY = (CALLED, "attr")
ARTICLES, AS, MISPLACED = ("a", "an"), "as", "acomp"
MANY, WITH_ARTICLE = ("NN", "NNS"), ("det", "poss")
LATER = ("prep", "advcl", "npadvmod")
COMPOUND, SUBJECT = "compound", "nsubj"
BARE_FORMS, ONE = ("VBP", "VB", "VBN"), ("NN", "NNP", "PRP")
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
CLAUSE_WORDS, DESCRIBED = frozenset({"aux", "mark", "auxpass"}), frozenset({"det", "amod"})


def repair_declared(doc: Doc, naming: Set[str], names: Set[str]) -> Doc:
    """ "Declares the league a terrorist organisation": the parser takes the name for a verb, though it has an article,
    or though one league would need another form; "declares them personae non gratae". naming: verbs that give a name.
    names: those that have no article."""
    for name in doc.having(dep_=("ccomp",)):
        verb = name.head
        named = next((c for c in name.lefts if c.dep_ == SUBJECT), None)
        if name.tag_ not in BARE_FORMS or named is None or verb.lemma_.lower() not in naming:
            continue
        lefts = {c.dep_ for c in name.lefts}
        if name.lower_ in names and not lefts & CLAUSE_WORDS and named.i > verb.i:
            for later in [c for c in name.rights if c.dep_ in LATER]:
                later.hang(verb, later.dep_)
        elif (
            named.i < verb.i
            or (named.tag_ == "PRP" and named.lower_ not in REFLEXIVE)
            or lefts & CLAUSE_WORDS
            or not (lefts & DESCRIBED or named.tag_ in ONE)
        ):
            continue
        named.hang(verb, "dobj")
        name.hang(verb, CALLED)
        name.pos_, name.tag_ = "NOUN", "NN"
    return doc


def repair_named_so(doc: Doc, naming: Set[str], names: Set[str]) -> Doc:
    """ "Calls the move blackmail": what it is called is no kind of it, as the parser reads it. names: bad names that
    have no article."""
    for name in doc.having(dep_=("dobj",)):
        named = name.nbor(-1) if name.i > name.sent.start else name
        if name.lemma_.lower() not in names or name.head.lemma_.lower() not in naming:
            continue
        before = [c for c in name.lefts if c.i < named.i]
        if named.head is name and named.tag_ in MANY and any(c.dep_ in WITH_ARTICLE for c in before):
            named.hang(name.head, "dobj")
            for other in before:
                other.hang(named, other.dep_)
            name.hang(name.head, CALLED)
    return doc


def read_late_name(noun: Token, units: Set[str]) -> None:
    """Hang on the verb what its object is called. units: nouns that tell how long or when ("a week")."""
    verb = noun.head
    if noun.i < verb.i or any(c.dep_ in NAMED_BY or c.lower_ == AS for c in verb.rights):
        return
    for token in noun.doc[noun.i + 1 : verb.right_edge.i + 1]:
        if token.dep_ in LIKE_OBJECTS and _is_late(token) and token.lemma_.lower() not in units:
            token.hang(verb, CALLED)
            return


def read_misplaced_name(verb: Token) -> None:
    """ "A step that King Horn brands shameful": it is not brands that are so named, or shameful."""
    for child in list(verb.rights):
        if child.dep_ == MISPLACED:
            child.dep_ = CALLED
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if before.dep_ == COMPOUND and before.head is verb and before.tag_ == "NNP" and verb.tag_ in FINITE:
        before.dep_ = SUBJECT


def _is_late(name: Token) -> bool:
    """With its article and no comma before it, behind whatever stands between."""
    first = name.left_edge
    return first.lower_ in ARTICLES and not first.nbor(-1).is_punct
