"""Tokens in, a "that" clause whose verb lacks its object hung on its noun as a relative clause out."""

from __future__ import annotations

from detente.reading.shapes import FINITE
from detente.reading.tokens import Doc, Token

THAT = "that"
RELATIVE, CLAUSES = ("that", "which"), ("acl", "relcl")
NAMES, PARTNERS = ("NNP", "NNPS"), ("with", "between")
PLACING = frozenset({"in", "at", "near", "on", "outside"})
FILLED = frozenset({"dobj", "ccomp", "xcomp", "nsubjpass", "auxpass"})


def repair_relatives(
    doc: Doc,
    verbs: frozenset[str],
    calling: frozenset[str],
    *,
    outcomes: frozenset[str] = frozenset(),
    treaties: frozenset[str] = frozenset(),
) -> Doc:
    """ "A claim that Sylvania rejects": it rejects the claim. `verbs` are those that nobody uses without an object,
    `calling` those that give what they speak of a name, `outcomes` what deeds do and towns do not ("kill"), `treaties`
    what states sign."""
    for token in doc.having(dep_=CLAUSES):
        if token.dep_ == "relcl" and token.lemma_ in outcomes:
            _raise_from_town(token)
        if token.dep_ == "relcl":
            _raise_from_partner(token, treaties)
            _read_that(token)
        if token.lemma_ in calling and token.dep_ in CLAUSES:
            _name(token)
        lacks = (
            token.tag_ in FINITE
            and token.lemma_ in verbs
            and not any(c.dep_ in FILLED for c in token.children)
        )
        if token.dep_ == "acl" and token.tag_ in FINITE:
            for pronoun in [c for c in token.lefts if c.lower_ == THAT]:
                if pronoun.dep_ == "dobj" or (lacks and pronoun.dep_ == "mark"):
                    _relate(pronoun, token)
    return doc


def _raise_from_town(verb: Token) -> None:
    """ "A bombing in Zenda, Sylvania, which killed nine": the bombing did, and not the town."""
    town = verb.head.head if verb.head.dep_ == "appos" else verb.head
    where = town.head
    told = any(c.lower_ in RELATIVE and c.dep_ == "nsubj" for c in verb.lefts)
    if not told or town.tag_ != "NNP" or town.dep_ != "pobj" or where.lower_ not in PLACING:
        return
    deed = where.head
    if deed.pos_ == "NOUN" and not any(c.dep_ == "relcl" for c in deed.rights):
        verb.hang(deed, "relcl")


def _raise_from_partner(verb: Token, treaties: frozenset[str]) -> None:
    """ "A pact with Sylvania that gives its army three ports": the pact does, and not the partner."""
    told = any(c.lower_ in RELATIVE and c.dep_ == "nsubj" for c in verb.lefts)
    state, mark = verb.head, verb.head.head
    if not told or state.tag_ not in NAMES or state.dep_ != "pobj" or mark.lower_ not in PARTNERS:
        return
    deals = (mark.head, *(c for c in mark.head.rights if c.dep_ == "dobj" and c.i < mark.i))
    deal = next((d for d in deals if d.lemma_.lower() in treaties), None)
    if deal is not None:
        verb.hang(deal, "relcl")


def _read_that(verb: Token) -> None:
    """ "A brigade that Sylvania is stationing there": what has the place of an object is a pronoun; but what "had been"
    is told for something else."""
    if any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.lefts):
        return
    for word in verb.lefts:
        if word.lower_ == THAT and word.dep_ == "dobj" and word.tag_ == "IN":
            word.tag_, word.pos_ = "WDT", "PRON"


def _name(verb: Token) -> None:
    """ "A raid that Sylvania calls a crime", "..., which it calls a crime": a crime is the name, and not what is called."""
    names = [c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "NOUN"]
    before = [c for c in verb.lefts if c.lower_ in RELATIVE and c.dep_ in ("mark", "dobj")]
    if len(names) != 1 or not before or not any(c.dep_ == "nsubj" for c in verb.lefts):
        return
    _relate(before[0], verb)
    names[0].dep_ = "oprd"


def _relate(pronoun: Token, verb: Token) -> None:
    verb.dep_ = "relcl"
    pronoun.dep_ = "dobj"
    pronoun.tag_, pronoun.pos_ = "WDT", "PRON"
