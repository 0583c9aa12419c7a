"""Tokens in, a "that" clause whose verb lacks its object hung on its noun as a relative clause out."""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.shapes import FINITE
from detente.reading.tokens import Doc, Token

THAT, WHICH, NEXT = "that", "which", ("after", "upon", "following")
RELATIVE, CLAUSES = ("that", "which"), ("acl", "relcl")
SPEAKERS, MARKS = ("by", "from"), ("dobj", "mark", "pobj")
NAMES, PARTNERS = ("NNP", "NNPS"), ("with", "between")
ASKING = ("for", "on", "upon")
PLACING = frozenset({"in", "at", "near", "on", "outside"})
OF_DEEDS = frozenset({"to", "of", "by", "with", "between"})
FILLED = frozenset({"dobj", "ccomp", "xcomp", "nsubjpass", "auxpass"})


def repair_relatives(doc: Doc, words: Mapping[str, frozenset[str]]) -> Doc:
    """ "A claim that Sylvania rejects": it rejects the claim."""
    verbs, calling = words["verbs with an object"], words["calling verbs"]
    outcomes, treaties, answers = words["what deeds do"], words["treaties"], words["what lands do"]
    for token in doc.having(dep_=CLAUSES):
        if token.dep_ == "relcl" and token.lemma_ in outcomes:
            _raise_from_town(token)
        if token.dep_ == "relcl" and token.lemma_ in answers:
            _lower_to_land(token)
        if token.dep_ == "relcl" and token.lemma_ in words["beginning verbs"]:
            _raise_from_guest(token)
        if token.dep_ == "relcl" and _goes_on(token):
            continue
        if token.dep_ == "relcl":
            _let_name_act(token)
            _raise_from_partner(token, treaties)
            _raise_to_claim(token, words["nouns of content"])
            _read_that(token)
        if token.lemma_ in calling and token.dep_ in CLAUSES:
            _name(token)
        lacks = (
            token.tag_ in FINITE
            and token.lemma_ in verbs
            and not any(c.dep_ in FILLED or _is_asked_for(c, token) for c in token.children)
        )
        if token.dep_ == "acl" and token.tag_ in FINITE:
            for pronoun in [c for c in token.lefts if c.lower_ == THAT]:
                if pronoun.dep_ == "dobj" or (lacks and pronoun.dep_ == "mark"):
                    _relate(pronoun, token)
    return doc


def _is_asked_for(preposition: Token, verb: Token) -> bool:
    """ "Reports that it called for a truce": it called for no reports."""
    behind = preposition.lower_ in ASKING and preposition.i == verb.i + 1
    return behind and any(c.dep_ == "pobj" for c in preposition.rights)


def _goes_on(verb: Token) -> bool:
    """ "Took the town, after which Sylvania sent troops": whether it tells what came next, and nothing of the town."""
    marks = [c for c in verb.lefts if c.lower_ in NEXT and any(g.lower_ == WHICH for g in c.rights)]
    above = next((t for t in verb.head.ancestors if t.pos_ == "VERB" and t.tag_ in FINITE), None)
    if not marks or above is None or marks[0].nbor(-1).text != ",":
        return False
    verb.hang(above, "advcl")
    return True


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


def _lower_to_land(verb: Token) -> None:
    """ "Fired at nine sites in Sylvania, which responded with shells": Sylvania did, and no sites."""
    told = next((c for c in verb.lefts if c.lower_ == WHICH and c.dep_ == "nsubj"), None)
    if told is None or told.i < 2 or told.nbor(-1).text != ",":
        return
    land = told.nbor(-2)
    if (
        land.tag_ in NAMES
        and land.dep_ == "pobj"
        and land.head.lower_ in PLACING
        and verb.head.is_ancestor(land)
    ):
        verb.hang(land, "relcl")


def _raise_from_guest(verb: Token) -> None:
    """ "Her trip to Sylvania, which starts on Friday": the trip does, and neither land nor guest."""
    whose = verb.head
    told = any(c.lower_ in RELATIVE and c.dep_ == "nsubj" for c in verb.lefts)
    if told and whose.dep_ == "pobj" and whose.head.lower_ in OF_DEEDS and whose.head.head.pos_ == "NOUN":
        verb.hang(whose.head.head, "relcl")


def _let_name_act(verb: Token) -> None:
    """ "A charge which Zenda disputes": a name between "which" and a verb that has no other subject acts, and describes
    no disputes."""
    before = list(verb.lefts)
    name = before[-1] if before and verb.tag_ in FINITE else verb
    asked = any(c.lower_ in RELATIVE and c.dep_ == "dobj" for c in before)
    if (
        asked
        and name.dep_ == "compound"
        and name.tag_ in NAMES
        and not any(c.dep_ == "nsubj" for c in before)
    ):
        name.hang(verb, "nsubj")


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


def _raise_to_claim(verb: Token, content: frozenset[str]) -> None:
    """ "Allegations by a league that Sylvania spied on monks": that is what is alleged, and tells nothing of the league."""
    said_by, that = verb.head, next((c for c in verb.lefts if c.lower_ == THAT and c.dep_ in MARKS), None)
    acts = any(c.dep_ == "nsubj" for c in verb.lefts)
    if (
        that is None
        or not acts
        or said_by.dep_ != "pobj"
        or said_by.head.lower_ not in SPEAKERS
        or not said_by.head.i
    ):
        return
    claim = said_by.head.nbor(-1)
    if claim.lemma_.lower() in content:
        verb.hang(claim, "acl")
        said_by.head.hang(claim, "prep")
        that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"


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
    if any(c.dep_ == "oprd" for c in verb.rights):  # "reports that it called the ban a mistake"
        return
    if len(names) != 1 or not before or not any(c.dep_ == "nsubj" for c in verb.lefts):
        return
    _relate(before[0], verb)
    names[0].dep_ = "oprd"


def _relate(pronoun: Token, verb: Token) -> None:
    verb.dep_ = "relcl"
    pronoun.dep_ = "dobj"
    pronoun.tag_, pronoun.pos_ = "WDT", "PRON"
