"""A name after a title in, whether a list ends there, or the name only describes a further noun, out."""

from __future__ import annotations

from detente.coding.actors.page import Hit, Page


def describes_more(page: Page, hit: Hit) -> bool:
    """Whether the name after "of" only describes a further noun: "bombers of the Sylvanian airliner"."""
    doc = page.doc
    if hit.end >= len(doc) or hit.end in page.title_at or hit.end in page.hit_at:
        return False
    if doc[hit.end].text in "-–" and not doc[hit.end - 1].whitespace_:
        return not _runs_body(page, hit)
    if page.is_word(hit.end, "landmark"):
        return True
    if page.is_word(hit.end, "region"):
        return False  # "the governor of the Zenda region"
    if "group" in hit.kinds and page.is_word(hit.end, "part of a group"):
        return False  # "the commander of a Black Eagles cell"
    root = doc.span(hit.start, hit.end).root
    if doc[hit.end].pos_ != "NOUN" or root.dep_ not in ("compound", "amod", "nmod"):
        return False
    whole = root.head.head.head
    if page.is_word(whole.i, "made_of_people") and root.head.tag_ == "NNS":
        return False  # "a delegation of Sylvanian coffee growers" is of that state
    return not (
        page.is_word(root.head.i, "crewed") and page.is_word(whole.i, "crew")
    )  # "captain of a Sylvanian tanker"


def _runs_body(page: Page, hit: Hit) -> bool:
    """ "An official of the Red Dawn-run interior ministry": of a body that is the group's own."""
    if "group" not in hit.kinds or not page.is_word(hit.end + 1, "loyal"):
        return False
    return any(hit.end + 2 <= title.start <= hit.end + 3 for title in page.titles)


def describes_person(page: Page, hit: Hit) -> bool:
    """ "in the killing of a Sylvanian officer": whose the officer is, and not where it was."""
    title = page.title_at.get(page.root(hit.start, hit.end).head.i)
    return title is not None and any(role.group == "person" for role in title.roles)


def closes_list(page: Page, i: int) -> bool:
    """A comma belongs to a list only when an "and" comes before the next verb."""
    for token in page.doc[i : min(i + 12, len(page.doc))]:
        if token.lower_ in ("and", "&"):
            return True
        if token.pos_ in ("VERB", "AUX"):
            return False
    return False


def belongs(page: Page, hit: Hit, start: int, end: int) -> bool:
    """Whether a name before a noun is part of its phrase: an adjective, a possessive, or parsed so."""
    doc = page.doc
    if "demonym" in hit.kinds and doc[hit.end - 1].tag_ != "NNPS":
        return True
    if hit.end == start and hit.kinds & {"organisation", "group"} and doc[start].tag_ in ("NNS", "NN"):
        return True
    if hit.end < len(doc) and doc[hit.end].tag_ == "POS":
        return True
    if hit.end < len(doc) and doc[hit.end].text in "-–":
        return True
    if hit.end + 3 == start and doc[hit.end].text == "(" and hit.kinds & {"organisation", "group"}:
        return True
    root = doc.span(hit.start, hit.end).root
    while root.dep_ == "conj" and root.head.i < root.i:  # "Ruritanian and New Sylvania officials"
        root = root.head
    if root.dep_ in ("compound", "amod", "nmod", "poss") and root.head.i >= hit.end:
        return True
    return hit.start <= root.head.i < end and root.head.i >= start
