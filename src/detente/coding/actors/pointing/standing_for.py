"""An "it" or "its" in, whether it can stand for a state or a body out, and not for a thing or for nothing."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.binding import is_expletive, is_of_nobody_punished, is_of_vehicle
from detente.coding.actors.pointing.clauses_around import is_subject
from detente.coding.actors.pointing.tellers import is_who_tells, names_a_thing_before
from detente.reading.tokens import Token


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
    return is_subject(token) and not is_expletive(token) and not (described and token.head.lemma_ == "be")
