"""A run of name words in, the titles before it or in apposition to it out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.coding.actors.names.runs import Run, is_name_word
from detente.coding.actors.page import PEOPLE, Page, Title
from detente.reading.shapes import NAMES
from detente.reading.tokens import Token

TOLD, LINKS = "attr", ("of", "for", "to")
_LONGEST_TITLE = 14  # tokens of an apposed title before its noun


def titles_before(page: Page, start: int) -> Iterator[Title]:
    """Titles right before a name: "Foreign Minister", "Chancellor and Foreign Minister", "President of X"."""
    i = start - 1
    while i >= 0 and page.doc[i].text in page.words["honorific"]:
        i -= 1
    title = page.title_at.get(i)
    if title is None and i < start - 1 and not _title_with_state(page, i):
        title = page.title_at.get(start - 1)  # "Prince Mohamed" alone
    if title is None or _is_body(title):
        title = _title_with_state(page, i)
    if title is None:
        return
    yield title
    while title.start and (before := page.title_at.get(title.start - 1)) is not None and not before.plural:
        yield before  # "Secretary of State Cardinal"
        title = before
    while title is not None and page.doc[title.start - 1].lower_ in ("and", ",", "/") and title.start > 1:
        before = page.title_at.get(title.start - 2)
        if before is None or before.plural or not before.capital or not title.capital:
            return
        yield before
        title = before


def _is_body(title: Title) -> bool:
    return any(role.group == "body" for role in title.roles) and not any(
        role.group == "person" for role in title.roles
    )


def _title_with_state(page: Page, last: int) -> Title | None:
    """ "Prime Minister of Ruritania" before a name, `last` being "Ruritania"; "the envoy for Ruritania" before one in full."""
    inside = False
    for i in range(last, max(last - 8, -1), -1):
        title = page.title_at.get(i)
        if title is not None and inside and page.doc[title.end].lower_ in LINKS:
            named = title.capital or _is_office_for(page, title, last)
            return title if named and not title.plural and not _is_body(title) else None
        token = page.doc[i]
        if token.lower_ in LINKS:
            inside = True
        elif not (
            i in page.hit_at
            or title is not None
            or token.tag_ in NAMES
            or token.lower_ in ("the", "and")
            or _is_field(page, i, last)
        ):
            return None
        else:
            inside = False
    return None


def _is_field(page: Page, i: int, last: int) -> bool:
    """ "The envoy for climate Otto Horn", "to the region Otto Horn"."""
    return i == last and page.doc[i].tag_ == "NN" and _is_full_name(page, last + 1)


def _is_office_for(page: Page, title: Title, last: int) -> bool:
    """Something stands between the title and a name in full, so that the title is not somebody's for that person."""
    return last > title.end and _is_full_name(page, last + 1)


def _is_full_name(page: Page, start: int) -> bool:
    doc = page.doc
    return start + 1 < len(doc) and all(
        i not in page.title_at and is_name_word(page, i) for i in (start, start + 1)
    )


def titles_apposed(page: Page, run: Run) -> Iterator[Title]:
    """The title of a name between commas: "Rassendyll, the foreign minister", "the minister, Rassendyll,"; or told of
    him: "Rassendyll becomes the first Ruritanian minister to visit it"."""
    after = title_after(page, run.end) or title_told(page, run.end)
    if after is not None:
        yield after
        yield from _second_title(page, after.end, "start")
        return
    before = _title_ahead(page, run)
    if before is not None:
        yield before
        yield from _second_title(page, before.start - 1, "end")


def _second_title(page: Page, link: int, edge: str) -> Iterator[Title]:
    """ "Ruritania's deputy premier and finance minister, Otto Horn": he is both, if nothing stands between the two."""
    doc = page.doc
    if not 0 < link < len(doc) - 1 or doc[link].lower_ != "and":
        return
    title = page.title_at.get(link + 1 if edge == "start" else link - 1)
    joined = title is not None and (title.start == link + 1 if edge == "start" else title.end == link)
    if title is None or not joined or title.plural or _is_body(title):
        return
    if edge == "end" or not _starts_name(page, title.end):
        yield title


def title_after(page: Page, end: int) -> Title | None:
    """The title between commas or in brackets after a name that ends there."""
    doc = page.doc
    if end >= len(doc) or doc[end].text not in (",", "(", "–", "—"):
        return None
    return _title_from(page, end + 1)


def title_told(page: Page, end: int) -> Title | None:
    """ "Is the Ruritanian premier", "is to become the first Ruritanian king to"."""
    doc, start = page.doc, end
    while start < len(doc) and doc[start].lower_ in page.words["is_somebody"]:
        start += 1
    title = _title_from(page, start) if start > end else None
    return title if title is not None and doc[title.head].dep_ == TOLD else None


def _title_from(page: Page, start: int) -> Title | None:
    """The first title of the phrase that begins there."""
    doc = page.doc
    for i in range(start, min(start + _LONGEST_TITLE - 1, len(doc))):
        title = page.title_at.get(i)
        if title is not None and title.start == i:
            if (
                any(role.group == "body" for role in title.roles)
                and not title.plural
                and title.end < len(doc)
            ):
                continue  # "the defence ministry spokesman"
            if title.plural or _starts_name(page, title.end):
                return None
            return title
        token = doc[i]
        if i in page.hit_at or (
            token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "ADV", "NUM", "X", "PRON") and token.dep_ != "nsubj"
        ):
            continue
        if token.tag_ in ("POS", "HYPH", "VBN") or token.text in "-–" or token.lower_ in ("who", "is"):
            continue
        return None
    return None


def _starts_name(page: Page, i: int) -> bool:
    hit = page.hit_at.get(i)
    return i < len(page.doc) and (
        (is_name_word(page, i) and hit is None) or (hit is not None and bool(hit.kinds & PEOPLE))
    )


def _title_ahead(page: Page, run: Run) -> Title | None:
    """A singular title before a comma before the name, the name closed by a comma, a stop or a verb."""
    doc = page.doc
    comma = run.start - 1
    while comma > 0 and doc[comma].text in page.words["honorific"]:
        comma -= 1
    if comma < 1 or doc[comma].text != "," or (run.end - run.start < 2 and run.hit is None):
        return None
    closing = doc[run.end] if run.end < len(doc) else None
    if (
        closing is not None
        and not closing.is_sent_start
        and closing.text not in ",.;)"
        and closing.pos_ not in ("VERB", "AUX")
        and closing.tag_ != "POS"
    ):
        return None
    for i in range(comma - 1, max(comma - _LONGEST_TITLE, doc[comma].sent.start - 1), -1):
        title = page.title_at.get(i)
        if title is not None:
            body = any(role.group != "person" for role in title.roles)
            if body:
                continue
            return None if title.plural or _starts_name(page, title.end) else title
        if doc[i].pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ") and doc[i].text not in "-–":
            return None
    return None


def is_private(page: Page, title: Title) -> bool:
    """ "The company's president", "a club spokesman", "the leader of the choir", "the Tesmo chief executive"."""
    private = page.words["private"]
    for child in page.doc[title.head].children:
        if child.dep_ in ("compound", "poss") and child.lemma_.lower() in private:
            office = any("GOV" in role.sectors for role in title.roles)  # "the central bank governor"
            if not office or not title.start <= child.i < title.end:
                return True
        if child.lower_ in ("of", "for", "at") and any(_is_house(c, private) for c in child.children):
            return True
    return is_of_unknown_house(page, title)


def _is_house(token: Token, private: Collection[str]) -> bool:
    """ "The company", "the carmaker Tesmo", "Tesmo, a carmaker": called so by its own noun or by the one beside it."""
    named = token.tag_ in NAMES
    beside = (c for c in token.children if named and c.tag_ not in NAMES and c.dep_ in ("compound", "appos"))
    return any(t.lemma_.lower() in private for t in (token, *beside))


def is_of_unknown_house(page: Page, title: Title) -> bool:
    """ "Tesmo chief executive Otto Horn", "the Zenda City captain": of what no table knows, and so of no state."""
    name = page.doc[title.start - 1] if title.start else None
    if name is None or title.lemma not in page.words["house_title"] or name.tag_ not in NAMES:
        return False
    return (
        name.sent == page.doc[title.head].sent and name.i not in page.hit_at and name.i not in page.title_at
    )
