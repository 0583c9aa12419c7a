"""Tokens in, runs of tokens that look like one personal name out: "Rudolf von Rassendyll"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

import msgspec

from detente.coding.actors.page import PEOPLE, Hit, Page
from detente.reading.shapes import NAMES
from detente.reading.tokens import Token

_CAPITALISED = re.compile(r"^[A-ZÀ-ÞĀ-Ž][\w'’.-]*$")
_LONGEST_NAME = 7
NO_FIRST_NAME = frozenset({"demonym", "organisation", "group", "body", "outlet", "phrase"})
ACTS = ("nsubj", "nsubjpass", "poss")  # a town of that name does not


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens `[start, end)` that look like one personal name; `hit` when it is in the tables.

    first: the first name of somebody named in full, which is also the name of a state or place ("Chad").
    """

    start: int
    end: int
    hit: Hit | None = None
    first: bool = False


def find_runs(page: Page) -> tuple[Run, ...]:
    """By their part of speech; then, whatever the tagger calls them, surnames that stand in a longer name."""
    runs = list(_runs(page))
    surnames = {
        page.doc[run.end - 1].text
        for run in runs
        if run.end - run.start > 1 and page.doc[run.end - 1].is_title
    }
    firsts = {
        page.doc[run.start].text
        for run in runs
        if run.end - run.start > 1 and (hit := page.hit_at.get(run.start)) and not hit.kinds & PEOPLE
    }
    again = surnames | firsts
    if not again:
        return tuple(runs)
    taken = {i for run in runs for i in range(run.start, run.end)}
    for i in [i for i, token in enumerate(page.doc) if token.text in again and i not in taken]:
        token = page.doc[i]
        if token.text in surnames and _is_surname(page, i):
            runs.append(Run(start=i, end=i + 1, hit=page.hit_at.get(i)))
        elif token.text in firsts and token.dep_ in ACTS:
            runs.append(Run(start=i, end=i + 1, first=True))
    return tuple(sorted(runs, key=attrgetter("start")))


def _is_surname(page: Page, i: int) -> bool:
    """Whether a word of that form can be a name here: at the start of a sentence only what the tagger calls a noun."""
    token = page.doc[i]
    hit = page.hit_at.get(i)
    kinds = PEOPLE | {"place"} if token.dep_ in ACTS or _is_dealt_with(page, token) else PEOPLE
    free = i not in page.title_at and (hit is None or (hit.end - hit.start == 1 and hit.kinds <= kinds))
    free = free and token.text not in page.words["calendar"]
    return free and (not token.is_sent_start or token.pos_ in ("NOUN", "PROPN", "ADJ", "X"))


def _is_dealt_with(page: Page, token: Token) -> bool:
    """ "A protest by Horn", "talks with Horn": no town of that name, in or near which things happen."""
    return (
        token.dep_ == "pobj" and token.head.i == token.i - 1 and page.is_word(token.i - 1, "before_persons")
    )


def _runs(page: Page) -> Iterator[Run]:
    end, hit_at = 0, page.hit_at
    names = [t.i for t in page.doc.having(tag_=NAMES) if t.tag_ in NAMES and t.text[0].isupper()]
    for i in sorted({*hit_at, *names}):
        if i < end:
            continue
        end = _run_end(page, i)
        if end == i or _is_portfolio(page, i):
            continue
        inside = [hit_at[j] for j in range(i, end) if j in hit_at and hit_at[j].kinds & PEOPLE]
        whole = next((h for h in inside if h.start == i and h.end == end), None) if inside else None
        yield Run(start=i, end=end, hit=whole or _full(inside))


def _is_portfolio(page: Page, start: int) -> bool:
    """ "The Minister of Religious Affairs"."""
    of_it = start > 1 and page.doc[start - 1].lower_ == "of"
    return of_it and start not in page.hit_at and page.is_word(start - 2, "with_portfolio")


def _full(hits: list[Hit]) -> Hit | None:
    return next((hit for hit in hits if "person" in hit.kinds), None)


def _run_end(page: Page, start: int) -> int:
    doc, i = page.doc, start
    sentence_end = doc[start].sent.end
    while i < sentence_end and i - start < _LONGEST_NAME:
        hit = page.hit_at.get(i)
        if hit is not None and (i > start or hit.start == i) and hit.kinds & PEOPLE:
            if hit.text in page.words["calendar"] or (
                hit.kinds - PEOPLE and not _is_personal(page, hit, start)
            ):
                break
            i = hit.end
        elif is_name_word(page, i) and (hit is None or _is_personal(page, hit, start)):
            i = hit.end if hit else i + 1
        elif i > start and _joins(page, i):
            i += 1
        else:
            break
    while i > start and (doc[i - 1].text == "-" or page.is_word(i - 1, "particle")):
        i -= 1
    return i


def is_name_word(page: Page, i: int) -> bool:
    token = page.doc[i]
    if token.tag_ not in NAMES or i in page.title_at or not _CAPITALISED.match(token.text):
        return False
    seldom = page.tables.seldom_named
    if token.lower_ not in seldom and token.text not in seldom:  # nearly always
        return True
    return (
        (not page.is_word(i, "calendar") or _is_surname_here(page, i) or _is_first_name_here(page, i))
        and not page.is_word(i, "not_personal")
        and not page.is_word(i, "region")
        and token.text not in page.words["honorific"]
    )


def _is_surname_here(page: Page, i: int) -> bool:
    """ "Linda Sun": a day after a first name that belongs to it."""
    before = page.doc[i - 1] if i else None
    return (
        before is not None
        and before.text in page.tables.given_names
        and before.dep_ == "compound"
        and before.head.i == i
    )


def _is_first_name_here(page: Page, i: int) -> bool:
    """ "Jan Horn": a month before the surname that it belongs to."""
    token = page.doc[i]
    tied = token.dep_ == "compound" and token.head.i == i + 1 and token.head.tag_ in NAMES
    if not tied or token.text not in page.tables.given_names or i + 1 in page.title_at:
        return False
    hit = page.hit_at.get(i + 1)
    return (hit is None or hit.kinds <= PEOPLE) and not page.is_word(i + 1, "calendar")


def _joins(page: Page, i: int) -> bool:
    """A particle, or a hyphen with what it ties on, inside a name."""
    doc = page.doc
    if i + 1 < len(doc) and doc[i].text == "-" and not doc[i].whitespace_ and not doc[i - 1].whitespace_:
        after = page.hit_at.get(i + 1)
        free = i + 1 not in page.title_at and (
            after is None or (after.kinds <= PEOPLE and i - 1 not in page.hit_at)
        )
        return free and doc[i + 1].text.isalpha() and doc[i + 1].tag_ not in ("VBN", "VBD", "VBG")
    if doc[i - 1].text == "-" and doc[i].text.isalpha() and not doc[i - 1].whitespace_ and i - 2 >= 0:
        return doc[i].text.islower() and not doc[i - 2].whitespace_ and i not in page.title_at
    tied = i + 2 < len(doc) and doc[i + 1].text == "-" and not doc[i].whitespace_  # "Otto al-Hentzau"
    n = i + 2 if tied else i + 1
    return page.is_word(i, "particle") and n < len(doc) and _CAPITALISED.match(doc[n].text) is not None


def _is_personal(page: Page, hit: Hit, start: int) -> bool:
    """Whether a name of a place or state is a person's here: after a first name, a title or "Mr"."""
    before = page.doc[hit.start - 1].text if hit.start else ""
    if before in page.words["honorific"]:
        return True
    if _is_of_title(page, hit):
        return False
    after = page.hit_at.get(hit.end)
    if after is not None and after.kinds <= PEOPLE and page.doc[hit.start].text in page.tables.given_names:
        return True
    if hit.start > start:
        if hit.end - hit.start > 1:
            return False
        return before in page.tables.given_names or (
            hit.kinds <= PEOPLE | {"place"}
            and hit.end not in page.hit_at
            and (_after_title(page, start, small=True) or page.doc[hit.start].dep_ == "nsubj")
        )
    named = hit.kinds <= PEOPLE | {"place", "capital"} or (
        hit.kinds & PEOPLE and "organisation" not in hit.kinds
    )
    if named and _after_title(page, hit.start):
        return True
    if hit.kinds & PEOPLE and hit.kinds <= PEOPLE | {"place"}:
        return page.doc[hit.start - 1].pos_ != "ADP" if hit.start else True
    following = page.doc[hit.end] if hit.end < len(page.doc) else None
    return (
        following is not None
        and hit.kinds.isdisjoint(NO_FIRST_NAME)
        and page.doc[hit.start].dep_ in ("compound", "nmod")
        and page.doc[hit.start].head.i == following.i
        and (after is None or after.kinds <= PEOPLE)
        and is_name_word(page, hit.end)
    )


def _is_of_title(page: Page, hit: Hit) -> bool:
    """ "President of Sylvania Rudolf Hentzau": the state whose president he is."""
    of = "state" in hit.kinds and hit.start > 1 and page.doc[hit.start - 1].lower_ == "of"
    return of and page.title_at.get(hit.start - 2) is not None


def _after_title(page: Page, start: int, *, small: bool = False) -> bool:
    """Whether a name begins right after a title such as "Foreign Minister", or with `small` "foreign minister" too."""
    title = page.title_at.get(start - 1)
    return title is not None and (title.capital or small) and not title.plural
