"""A name, surname or town in, whether it is only part of a longer name that no table knows out."""

from __future__ import annotations

from detente.coding.actors.names.homonyms import TOWNS
from detente.coding.actors.page import PEOPLE, Hit, Page
from detente.knowledge.actors import ActorTables
from detente.reading.tokens import Doc, Token

HYPHENS = frozenset("-–‑")
_LONGEST_HOUSE = 4  # words after the first of the name of a hospital or a school
_SHORT, _TOWN = frozenset(("body", "group", "organisation")), {"place"}


def is_half_of_first_name(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """ "Horn-Otto Rassendyll": of whatever name, and no Horn."""
    if not hit.kinds <= PEOPLE or hit.end - hit.start > 1 or hit.end + 3 > len(doc):
        return False
    after = doc[hit.end : hit.end + 3]
    joined = after[0].text in HYPHENS and after[1].text in tables.given_names
    return joined and after[2].pos_ == "PROPN" and after[2].is_title


def is_part_of_place(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """A town before what makes it another ("San Juan de Zenda"), a surname in a district ("Meta Department")."""
    surname, town = hit.kinds <= PEOPLE and hit.end - hit.start == 1, not hit.kinds.isdisjoint(TOWNS)
    if not (surname or town):
        return False
    after = doc[hit.end : hit.end + 2]
    if not after or not after[0].sent.start <= hit.start:
        return False
    if surname:
        return _names_place_or_house(hit, doc, tables)
    joins = tables.words["particle"]
    if hit.start and _joins_surname(doc[hit.start - 1], joins):
        return True  # "the Santa Rosa de Zenda gang", "De Zenda denied it"
    longer = len(after) > 1 and after[0].is_lower and after[0].lower_ in joins
    return longer and after[1].tag_ in ("NNP", "NNPS") and "state" not in hit.kinds


def _joins_surname(before: Token, joins: frozenset[str]) -> bool:
    """The "de" of a person or of a longer name of a place; one letter may be anything."""
    return len(before) > 1 and before.lower_ in joins and (before.is_lower or before.is_title)


def _names_place_or_house(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """ "Meta Department", "the Horn Dalil Hospital": a place or a house of that name."""
    if doc[hit.end].is_title and doc[hit.end].lower_ in tables.words["region"]:
        return True
    houses = tables.words["house"]
    for token in doc[hit.end : hit.end + _LONGEST_HOUSE]:
        if not token.is_title or token.pos_ != "PROPN":
            return False
        if token.lower_ in houses:
            return True
    return False


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


def is_surname_told(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """ "Caceres" in a text on Berta Caceres: no town of that name, unless something is in it."""
    if hit.kinds != _TOWN or hit.end - hit.start > 1:
        return False
    surname, where = doc[hit.start].text, tables.words["there"]
    if hit.start and doc[hit.start - 1].lower_ in where:
        return False
    return any(_is_after_first_name(t.i, doc, tables) for t in doc if t.i and t.text == surname)


def _is_after_first_name(at: int, doc: Doc, tables: ActorTables) -> bool:
    """ "the activist Berta Caceres", but not the town of "San Juan Caceres"."""
    first = doc[at - 1]
    if not first.is_title or first.text not in tables.given_names:
        return False
    return first.is_sent_start or at == 1 or not doc[at - 2].is_title or doc[at - 2].is_sent_start


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
