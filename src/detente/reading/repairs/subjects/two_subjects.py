"""A parsed text in, two subjects that stand side by side read as one and what belongs to it, or as a pair, out."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.repairs.clauses.saying import repair_said_at_end
from detente.reading.tokens import Doc, Token

SUBJECT, NAMES, NOUNS, PASTS = "nsubj", ("NNP", "JJ"), ("NN", "NNS"), ("VBN", "VBD")
TAKEN_FOR, BETWEEN, OBJECT = frozenset({"amod", "nmod"}), "between", "pobj"


def repair_two_subjects(doc: Doc, saying: Collection[str] = (), telling: Collection[str] = ()) -> Doc:
    """The same document; only what has nothing of its own and stands right before the other. saying: such verbs;
    telling: those with whom it is told to."""
    for noun in doc.having(dep_=(SUBJECT,)):
        if _says_how(noun):
            _give_up(noun, noun.head)
        if _is_told(noun):
            noun.hang(noun.head, "ccomp")
        elif _is_object(noun):
            _tell(noun, noun.head, noun.head.head)
        elif (name := _name_behind(noun)) is not None:
            name.hang(noun, "appos")
    return repair_said_at_end(doc, saying, telling)


def _says_how(noun: Token) -> bool:
    """ "Has test fired a missile": between the auxiliary and a verb with an object of its own there is no subject."""
    verb = noun.head
    if noun.tag_ != "NN" or verb.i != noun.i + 1 or verb.tag_ not in PASTS:
        return False
    before = next((t for t in reversed(noun.doc[noun.sent.start : noun.i]) if t.dep_ != "advmod"), None)
    perfect = before is not None and before.dep_ == "aux" and before.lemma_ == "have"
    return perfect and any(c.dep_ == "dobj" for c in verb.rights)


def _name_behind(noun: Token) -> Token | None:
    """ "The militia Kataib al-Nur vowed": what it is called, right behind it."""
    if noun.tag_ not in NOUNS:
        return None
    others = (c for c in noun.head.lefts if c.dep_ == SUBJECT and c.tag_ == "NNP")
    return next((c for c in others if c.left_edge.i == noun.i + 1), None)


def _is_told(noun: Token) -> bool:
    """Opens a headline whose last word is the verb, with another subject behind a comma."""
    verb = noun.head
    after = noun.right_edge.i + 1 if verb.tag_ == "VBZ" else verb.i
    if verb.i <= after or noun.doc[after].text != "," or noun.left_edge.i != noun.sent.start:
        return False
    second = any(c.dep_ == SUBJECT and c.left_edge.i == after + 1 for c in verb.lefts)
    return second and not any(c.pos_ != "PUNCT" for c in verb.rights)


def _is_object(noun: Token) -> bool:
    """Right behind a verb that has no object, and before who tells of it behind a comma."""
    telling = noun.head
    if telling.dep_ != "ccomp":
        return False
    verb, last = telling.head, noun.right_edge
    after = last.i if last.text == "," else last.i + 1
    if telling.i <= after or noun.doc[after].text != ",":
        return False
    if noun.left_edge.i != verb.i + 1 or verb.pos_ != "VERB" or any(c.dep_ == "dobj" for c in verb.rights):
        return False
    return any(c.dep_ == SUBJECT and c.left_edge.i == after + 1 for c in telling.lefts)


def _tell(noun: Token, telling: Token, verb: Token) -> None:
    """The clause of the verb is what is told."""
    noun.hang(verb, "dobj")
    telling.hang(telling if verb.dep_ == "ROOT" else verb.head, verb.dep_)
    verb.hang(telling, "ccomp")


def _give_up(noun: Token, verb: Token) -> None:
    """What hangs on the noun is the verb's."""
    for other in list(noun.children):
        other.hang(verb, other.dep_)
    verb.tag_ = "VBN"
    noun.hang(verb, "compound")


def repair_forces_paired(doc: Doc, forces: frozenset[str]) -> Doc:
    """The same document. forces: "the military", "the opposition"; only after "between", where two must stand."""
    for token in doc.having(dep_=TAKEN_FOR):
        if token.lower_ in forces and token.i > 1 and _opens_pair(token):
            _part(token, token.head)
    return doc


def _opens_pair(force: Token) -> bool:
    article, other = force.nbor(-1), force.head
    after = article.dep_ == "det" and article.nbor(-1).lower_ == BETWEEN and other.i > force.i + 2
    return after and other.dep_ == OBJECT and any(c.dep_ == "cc" and c.i == force.i + 1 for c in force.rights)


def _part(force: Token, other: Token) -> None:
    force.tag_, force.pos_ = "NN", "NOUN"
    described = [c for c in force.rights if c.dep_ == "conj"]
    article = force.nbor(-1)
    force.hang(other.head, OBJECT)
    article.hang(force, "det")
    other.hang(force, "conj")
    for word in described:
        word.hang(other, "amod" if word.tag_[0] in "JV" else "compound")
