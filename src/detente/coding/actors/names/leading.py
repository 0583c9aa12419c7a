"""A name without a title in, the group or state out of which a clause after it says that he leads it."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.names.people import Person
from detente.coding.actors.names.runs import Run
from detente.coding.actors.page import STATE_KINDS, Hit, Page
from detente.coding.actors.side import Side, side_of

WHO = ("who", "which")
COMMERCE = "BUS"
_VERB, _REACH = 4, 6  # tokens from the comma to the verb, from the verb to the group


def as_leader(person: Person, page: Page, run: Run) -> Person:
    """ "Otto Horn, who commanded the Red Dawn, ...": he is of the Red Dawn."""
    side = _led(page, run.end)
    if side is None:
        return person
    why = f"{side.name} is what he leads"
    return replace(
        person, organisation=side.organisation, country=side.country, sectors=side.sectors, inferred=why
    )


def _led(page: Page, end: int) -> Side | None:
    doc = page.doc
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in WHO:
        return None
    ahead = range(end + 2, min(end + 2 + _VERB, len(doc)))
    verb = next((i for i in ahead if doc[i].lemma_.lower() in page.words["leading"]), None)
    if verb is None:
        return None
    for i in range(verb + 1, min(verb + 1 + _REACH, len(doc))):
        hit = page.hit_at.get(i)
        if doc[i].is_punct and hit is None:
            return None
        if hit is not None and hit.kinds & STATE_KINDS and _is_governed(page, hit):
            return side_of(hit, page)
        if hit is not None and "group" in hit.kinds:
            side = side_of(hit, page)
            return side if side is not None and side.organisation and COMMERCE not in side.sectors else None
    return None


def _is_governed(page: Page, hit: Hit) -> bool:
    """ "Who heads the Sylvanian government", "Sylvania's army": a body of the state, and not a firm or club in it."""
    after = hit.end + (hit.end < len(page.doc) and page.doc[hit.end].tag_ == "POS")
    return any(page.is_word(i, "leads_government") for i in range(after, min(after + 2, len(page.doc))))
