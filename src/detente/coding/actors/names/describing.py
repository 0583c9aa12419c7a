"""Names of states in a sentence in, whether they only say what people and goods are: "a Sylvanian woman"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from detente.coding.actors.page import Hit, Page
from detente.coding.actors.side import Side

LANDS = frozenset({"state", "place", "demonym"})
DESCRIBING, PLURAL = ("amod", "compound"), ("NNS", "NNPS")
DOING, COUNTING = ("nsubj", "ROOT", "conj"), ("det", "nummod")


def only_describes(page: Page, near: Mapping[str, Side]) -> bool:
    """Whether the states of a sentence only say what people are."""
    return all(_describes(page, h) for h in page.hits if any(h.start == s.start for s in near.values()))


def all_describe(page: Page, hits: Iterable[Hit]) -> bool:
    """Whether each of these names is an adjective, or of people: "bars Sylvanian beef", "the Sylvanians' release"."""
    return all(_describes(page, hit) or _is_done_to(page, hit) for hit in hits if hit.kinds & LANDS)


def _describes(page: Page, hit: Hit) -> bool:
    return "demonym" in hit.kinds and page.doc[hit.end - 1].dep_ in DESCRIBING


def _is_done_to(page: Page, hit: Hit) -> bool:
    token = page.doc[hit.end - 1]
    return "demonym" in hit.kinds and token.tag_ in PLURAL and token.dep_ not in DOING


def is_told_of_by_people(page: Page, country: str) -> bool:
    """Whether a text names a state for its people and never for who rules it: "three Sylvanians", "the Sylvanian nurse".

    Things of that state may be named beside them, if less often.
    """
    named = page.hits_of_lands.get(country, ())
    heads = [_described(page, hit) for hit in named if "demonym" in hit.kinds]
    if len(heads) < len(named):
        return False
    people = sum(_is_of_people(page, hit) for hit in named)
    return people * 2 > len(named)


def _described(page: Page, hit: Hit) -> int:
    token = page.doc[hit.end - 1]
    return (token.head if token.dep_ in DESCRIBING else token).i


def _is_of_people(page: Page, hit: Hit) -> bool:
    token = page.doc[hit.end - 1]
    if token.dep_ in DESCRIBING:
        return token.head.i in page.title_at
    counted = any(child.dep_ in COUNTING for child in token.children)
    return token.tag_ in PLURAL or counted  # "two Sylvanians", "a Sylvanian"; but not the tongue
