"""Tokens in, a comment on what was told read as a clause on the noun that names it out.

"Opened its archives, a gesture Sylvania praised", "proposed a union, an idea Sylvania at once turned down": the parser
takes the gesture for a part of the name, or the name for the idea's own, and loses what is praised or turned down.
"""

from __future__ import annotations

from detente.reading.shapes import FINITE
from detente.reading.tokens import Doc, Token

NAMES, NOUN, ONE = ("NNP", "NNPS"), "NN", ("a", "an")
COMPOUND, APPOSED, SUBJECT = "compound", "appos", "nsubj"
PAST, PARTICIPLE = "VBD", "VBN"
SPOKEN, REDUCED, RELATIVE, LOOSE = ("ccomp", "advcl"), "acl", "relcl", "npadvmod"
DONE_TO = ("agent", "auxpass", "nsubjpass")


def repair_commented(doc: Doc) -> Doc:
    """The same document."""
    for token in doc.having(dep_=(COMPOUND, APPOSED)):
        if token.dep_ == COMPOUND and token.tag_ == NOUN:
            _free_from_name(token)
        elif token.dep_ == APPOSED and token.tag_ in NAMES:
            _let_name_act(token)
    return doc


def _is_afterthought(noun: Token, name: Token) -> bool:
    """Whether the noun is told as one of its kind behind a comma or dash."""
    before = (*noun.lefts, *name.lefts)
    one = next((c for c in before if c.lower_ in ONE and c.i < noun.i), None)
    return one is not None and not one.is_sent_start and one.nbor(-1).pos_ == "PUNCT"


def _free_from_name(noun: Token) -> None:
    """ "A gesture Klausenburg praised": the name acts, and the gesture is what is praised."""
    name = noun.head
    verb = name.head
    acts = name.dep_ == SUBJECT and verb.tag_ in FINITE and verb.i > name.i and name.tag_ in NAMES
    own = _between(noun, name)
    if not acts or any(t.tag_ not in NAMES for t in own) or not _is_afterthought(noun, name):
        return
    main = _what_is_commented(noun, verb)
    if main is None:
        return
    for child in [c for c in name.lefts if c.i < noun.i]:
        child.hang(noun, child.dep_)
    _give_back(verb, noun, main)
    noun.hang(main, LOOSE)
    verb.hang(noun, RELATIVE)


def _between(noun: Token, name: Token) -> list[Token]:
    """The words between the two."""
    return [noun.doc[n] for n in range(noun.i + 1, name.i)]


def _what_is_commented(noun: Token, verb: Token) -> Token | None:
    """The verb of the clause before the comment."""
    before = [t for t in verb.sent if t.i < noun.i and t.tag_ in FINITE and t.dep_ != RELATIVE]
    return before[0] if before else None


def _give_back(verb: Token, noun: Token, main: Token) -> None:
    """What stands before the comment and is not its own goes to the clause there."""
    for child in [c for c in verb.lefts if c.i < noun.i and c is not main]:
        said = verb.head is main and child.dep_ in SPOKEN  # "demanded that it go, a call Sylvania rejected"
        child.hang(main, verb.dep_ if said else child.dep_)


def _let_name_act(name: Token) -> None:
    """ "An idea Sylvania at once turned down": Sylvania did it, and is no idea."""
    noun = name.head
    verb = next((c for c in noun.rights if c.i > name.i and c.dep_ in (REDUCED, RELATIVE)), None)
    if (
        noun.tag_ != NOUN
        or noun.i != name.left_edge.i - 1
        or verb is None
        or verb.tag_ not in (PAST, PARTICIPLE)
    ):
        return
    between = noun.doc[name.i + 1 : verb.i]
    plain = all(t.pos_ in ("ADV", "ADP", "AUX") for t in between)
    suffers = any(c.dep_ in DONE_TO for c in verb.children)
    if not plain or suffers or not _is_afterthought(noun, noun):
        return
    name.hang(verb, SUBJECT)
    verb.dep_ = RELATIVE
    verb.tag_ = verb.tag_ if any(c.dep_ == "aux" for c in verb.lefts) else PAST
