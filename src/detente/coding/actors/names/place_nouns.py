"""Nouns for places in, which place each is out: "the Sylvanian town of Zenda", "the Ruritanian capital, Strelsau".

So with towns that no table knows and the land or province behind them: "a convent in Holk, Zenda Province"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page
from detente.reading.tokens import Token
from detente.records import Place, Span

NAME, NOUNS = "PROPN", ("NOUN", "PROPN")
OF, NAMED, WITHIN = "of", "appos", ("in", "across")
WHERE = frozenset({"in", "at", "near", "outside", "around", "inside"})
BEHIND, COMMA = ("appos", "conj"), ","  # what the parser makes of a province behind its town
WHOSE = ("amod", "compound", "nmod", "poss")


def add_place_nouns(page: Page, draft: Draft) -> None:
    """Add the place that such a noun names or lies in to the draft, at the noun."""
    regions, localities = page.words["region"], page.words["locality"]
    settlements = page.words["settlement"]
    for token in page.doc:
        if token.pos_ not in NOUNS or token.i in draft.places:
            continue
        if token.pos_ == NAME:
            if token.dep_ == "pobj" and token.i not in draft.actors:
                _add_unknown_town(token, page, draft)
            continue
        low, text = token.lower_, token.text
        if low in regions or low in localities or text in regions or text in localities:
            place = next(_named(token, draft), None) or _of_land(token, page, draft)
            place = place or (_in_land(token, page, draft) if low in settlements else None)
            if place is not None:
                draft.places[token.i] = place


def _add_unknown_town(name: Token, page: Page, draft: Draft) -> None:
    """ "In Holk, Zenda Province": the two are told of as one place, and no "and" joins them."""
    if name.head.lower_ not in WHERE or name.i + 1 >= len(page.doc) or page.doc[name.i + 1].text != COMMA:
        return
    for child in name.rights:
        place = draft.places.get(child.i) if child.dep_ in BEHIND else None
        if place is None or not place.country or place.span is None:
            continue
        if child.left_edge.i == name.i + 2 and not any(c.dep_ == "cc" for c in name.rights):
            start = page.doc[name.left_edge.i].idx
            text = page.doc.text[start : place.span.end]
            draft.places[name.i] = Place(text=text, country=place.country, span=Span(start, place.span.end))
        return


def _named(noun: Token, draft: Draft) -> Iterator[Place]:
    """ "The town of Zenda", "the capital, Strelsau": the name that stands for the same place."""
    for child in noun.rights:
        names = child.rights if child.lower_ == OF else (child,) if child.dep_ == NAMED else ()
        yield from (draft.places[name.i] for name in names if name.i in draft.places)


def _of_land(noun: Token, page: Page, draft: Draft) -> Place | None:
    """ "A Sylvanian port", "Sylvania's capital": somewhere in that land."""
    owners = (c.i for c in noun.lefts if c.dep_ in WHOSE)
    mentions = [m for i in owners if (m := draft.modifiers.get(i) or draft.actors.get(i)) is not None]
    lands = {m.actor.country for m in mentions if m.actor.country and m.actor.id == m.actor.country}
    if len(lands) != 1:
        return None
    start = min(m.head for m in mentions)
    span = span_of(page, start, noun.i + 1)
    return Place(text=page.doc.span(start, noun.i + 1).text, country=lands.pop(), span=span)


def _in_land(noun: Token, page: Page, draft: Draft) -> Place | None:
    """ "Four villages in Sylvania", "a town in northern Ruritania"."""
    inside = (t for prep in noun.rights if prep.lower_ in WITHIN for t in prep.rights)
    found = next((draft.places[t.i] for t in inside if t.i in draft.places), None)
    if found is None or not found.country or found.span is None:
        return None
    start, end = page.doc[noun.i].idx, found.span.end
    return Place(text=page.doc.text[start:end], country=found.country, span=Span(start, end))
