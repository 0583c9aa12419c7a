"""A name that only ends or begins a longer one which no table knows in; whether it does, out."""

from __future__ import annotations

from detente.coding.actors.page import Hit, Page

_SHORT, _TOWN = frozenset(("body", "group", "organisation")), {"place"}


def ends_longer_name(page: Page, hit: Hit) -> bool:
    """ "Social Democrats" are no Democrats, a "National Security Council" is not that of the United Nations."""
    if begins_longer_name(page, hit):
        return True
    before = hit.start - 1
    if before < 0 or before in page.hit_at or not hit.kinds <= _SHORT:
        return False
    token = page.doc[before]
    if token.text.istitle() and page.is_word(before, "opens_name"):
        return True
    if hit.end - hit.start > 1 or hit.kinds != {"body"}:
        return False
    longer = token.pos_ == "PROPN" and token.text[:1].isupper() and before not in page.title_at
    return longer and not any(row.country in page.lands for row in hit.rows("body"))


def begins_longer_name(page: Page, hit: Hit) -> bool:
    """ "Democratic Front": no Democrats; "Democratic senators", "Democratic Senator Holm" are."""
    if hit.end - hit.start > 1 or hit.end >= len(page.doc) or not page.is_word(hit.start, "party_adjective"):
        return False
    token, after = page.doc[hit.start], page.doc[hit.end]
    title = page.title_at.get(hit.end)
    if token.dep_ not in ("amod", "compound", "nmod"):
        return False
    if after.is_title:  # "Democratic Senator Holm", but "his Democratic Party"
        return title is None or title.end >= len(page.doc) or not page.doc[title.end].is_title
    return title is None and token.is_sent_start and token.pos_ == "ADJ"


def is_of_person(page: Page, hit: Hit) -> bool:
    """ "The government of Ted Hagen", "of David Holm": a town's name that is part of a person's."""
    if hit.kinds != _TOWN or hit.end - hit.start > 1:
        return False
    doc, known = page.doc, page.tables.given_names
    before, after = hit.start - 1, hit.end
    surname = before >= 0 and doc[before].text in known and before not in page.hit_at
    if surname or doc[hit.start].text not in known or after >= len(doc):
        return surname
    return doc[after].pos_ == "PROPN" and doc[after].is_title and after not in page.title_at
