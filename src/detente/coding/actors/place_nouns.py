"""Nouns for places in, which place each is out: "the Sylvanian town of Zenda", "the Ruritanian capital, Strelsau"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.persons import span_of
from detente.reading.tokens import Token
from detente.records import Place, Span

OF, NAMED, WITHIN = "of", "appos", ("in", "across")
WHOSE = ("amod", "compound", "nmod", "poss")


def add_place_nouns(page: Page, draft: Draft) -> None:
    """Add the place that such a noun names or lies in to the draft, at the noun."""
    regions, localities = page.words("region"), page.words("locality")
    settlements = page.words("settlement")
    for token in page.doc:
        if token.pos_ != "NOUN" or token.i in draft.places:
            continue
        low, text = token.lower_, token.text
        if low in regions or low in localities or text in regions or text in localities:
            place = next(_named(token, draft), None) or _of_land(token, page, draft)
            place = place or (_in_land(token, page, draft) if low in settlements else None)
            if place is not None:
                draft.places[token.i] = place


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
