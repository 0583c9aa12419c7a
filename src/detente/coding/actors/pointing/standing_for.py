"""A pronoun in, whether it can stand for a state, a body or a person out, and not for a thing, for nothing or another."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.binding import is_expletive, is_of_nobody_punished, is_of_vehicle
from detente.coding.actors.pointing.clauses_around import PERSON, SUBJECTS, is_subject
from detente.coding.actors.pointing.fitting import THING
from detente.coding.actors.pointing.lands import is_land
from detente.coding.actors.pointing.tellers import is_who_tells, names_a_thing_before
from detente.reading.tokens import Token

POSSESSIVE = "poss"


def stands_for_a_state(page: Page, draft: Draft, token: Token) -> bool:
    """ "its", an "it" that acts, "is ready to" or is blamed: not "it was a balloon", "shot it down", "it is clear that"."""
    if token.dep_ == "poss" or token.lower_ == "itself":
        return not is_of_vehicle(token, page.words["aboard"], page.words["vehicle"])
    if token.dep_ == "dobj" and token.head.lemma_ in page.words["addressing"]:
        return True
    if is_of_nobody_punished(token, draft.actors, page.words["punishing"], page.words["aim"]):
        return False
    if token.dep_ == "pobj" and token.head.lower_ in page.words["hostile_aim"]:
        return is_who_tells(page, token)
    if token.dep_ == "pobj" and token.head.lower_ in page.words["facing"]:
        return is_who_tells(page, token) and not names_a_thing_before(token)
    described = [child for child in token.head.children if child.dep_ in ("attr", "acomp")]
    if is_subject(token) and any(child.lower_ in page.words["minded"] for child in described):
        return True
    if not is_subject(token) or is_expletive(token, page.words["appearing"]):
        return False
    return not (described and token.head.lemma_ == "be")


def is_of_unknown_land(page: Page, draft: Draft, token: Token) -> bool:
    """ "The country put its army on alert", where nobody knows which country."""
    if token.dep_ != POSSESSIVE or token.lower_ not in THING:
        return False
    subjects = (c for c in token.head.head.lefts if c.dep_ in SUBJECTS)
    return any(is_land(page, c) and c.i not in draft.actors for c in subjects)


def stands_for_one_of(token: Token, kept_away: frozenset[int], draft: Draft) -> bool:
    """ "The queen received her guest and decorated her": the first "her" is the queen too."""
    if token.lower_ not in PERSON or token.i not in draft.actors:
        return False
    kept = {draft.actors[i].actor.id for i in kept_away if i in draft.actors} - {None}
    return draft.actors[token.i].actor.id in kept
