"""Tokens in, who says so in the midst or at the end of what is said told apart from who does it out."""

from __future__ import annotations

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

JOINED, ASIDE, SUBJECT = ("conj",), "parataxis", "nsubj"
APPOSED, TOLD, PASSIVE = "appos", "ccomp", "auxpass"
PLURALS, SINGULARS, ONE = ("NNS", "NNPS"), ("NN", "NNP"), "VBZ"
FINITE = ("VBD", "VBZ", "VBP")
HUNG, BARE = ("conj", "dep"), ("punct", "npadvmod", "advmod")


def repair_said_between(doc: Doc) -> Doc:
    """The same document; only where the number of the verb tells who does it."""
    for verb in doc.having(dep_=JOINED):
        first = verb.head
        if not _is_of_one(verb) or _subject(verb) is not None:
            continue
        doers, aside = _subject(first), _aside(first, verb)
        if doers is None or doers.tag_ not in PLURALS or aside is None:
            continue
        verb.hang(aside, "conj")
    return doc


def repair_tellers(doc: Doc) -> Doc:
    """The same document."""
    for teller in doc.having(dep_=(APPOSED,)):
        _part(teller)
    return doc


def _part(teller: Token) -> None:
    """ "Sylvania, the king said, was arming": the parser takes the king for another name of who is armed by him."""
    named, saying = teller.head, teller.head.head
    if named.dep_ not in SUBJECTS or saying.i != teller.right_edge.i + 1 or named.i > teller.i:
        return
    if not (_is_comma_at(teller.left_edge.i - 1, teller) and named.i == teller.left_edge.i - 2):
        return
    inside = [c for c in saying.rights if c.dep_ == TOLD]
    told = saying.head if saying.dep_ == ASIDE else (inside[0] if inside else saying)
    if told is saying or told.i < saying.i or any(c.dep_ in SUBJECTS for c in told.lefts):
        return
    first = min([told.i, *(c.i for c in told.lefts if c.i > saying.i and c.dep_.startswith("aux"))])
    if not _is_comma_at(first - 1, teller):
        return
    if told.head is saying:
        told.hang(told if saying.dep_ == "ROOT" else saying.head, saying.dep_)
    saying.hang(told, ASIDE)
    teller.hang(saying, SUBJECT)
    named.hang(told, "nsubjpass" if any(c.dep_ == PASSIVE for c in told.lefts) else SUBJECT)


def _is_comma_at(place: int, token: Token) -> bool:
    return place >= 0 and token.doc[place].text == ","


def _is_of_one(verb: Token) -> bool:
    auxiliary = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    return auxiliary.tag_ == ONE


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ == SUBJECT), None)


def _aside(first: Token, later: Token) -> Token | None:
    """The clause of saying between the two, by one who agrees with the later verb."""
    for clause in first.rights:
        teller = _subject(clause) if clause.dep_ == ASIDE and clause.i < later.i else None
        if (
            teller is not None
            and teller.tag_ in SINGULARS
            and not any(c.dep_ == "conj" for c in teller.rights)
        ):
            return clause
    return None


def repair_told_last(doc: Doc) -> Doc:
    """The same document; only where the verb of saying has who says it behind, and the other verb stands between commas."""
    for verb in doc.having(dep_=HUNG):
        if verb.tag_ not in FINITE or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        clause = next((t for t in verb.ancestors if t.dep_ == "relcl"), None)
        saying = None if clause is None else _saying_behind(verb)
        subject = None if saying is None else next((c for c in saying.lefts if c.dep_ == "nsubj"), None)
        if clause is None or saying is None or subject is None or not _is_below(clause, subject):
            continue
        if _follows_comma(verb):
            verb.hang(saying, "ccomp")
            subject.hang(verb, "nsubj")
    return doc


def _saying_behind(verb: Token) -> Token | None:
    """The verb right behind the clause, with its own subject after it."""
    saying = next((t for t in verb.ancestors if t.dep_ == "ROOT"), None)
    if saying is None or saying.i < verb.i or not any(c.dep_ == "nsubj" for c in saying.rights):
        return None
    return saying


def _is_below(clause: Token, subject: Token) -> bool:
    return any(t.i == subject.i for t in clause.ancestors)


def _follows_comma(verb: Token) -> bool:
    first = verb.left_edge
    return first.i > 0 and first.nbor(-1).text == ","


def repair_told_before(doc: Doc, saying: frozenset[str]) -> Doc:
    """The same document; "Sylvania armed them, the king said, a charge that it denies": what is said hangs on who says it.

    Only where a subject and a verb of saying stand between commas, behind the verb of what is said.
    """
    for verb in doc.having(dep_=(ASIDE,)):
        told = verb.head
        if verb.dep_ != ASIDE or verb.lemma_ not in saying or told.i > verb.i or verb.tag_ not in FINITE:
            continue
        if not _stands_alone(verb):
            continue
        verb.hang(verb if told.dep_ == "ROOT" else told.head, told.dep_)
        told.hang(verb, TOLD)
    return doc


def _stands_alone(verb: Token) -> bool:
    """Between commas, with its subject before it and nothing said behind."""
    last = verb.i + 1
    teller = _subject(verb)
    if teller is None or last >= len(verb.doc) or verb.doc[last].text != ",":
        return False
    return _is_comma_at(teller.left_edge.i - 1, verb) and all(c.dep_ in BARE for c in verb.rights)
