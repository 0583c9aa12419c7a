"""A text and the persons that it names in; whoever answers the questions of an interview, and the answers, out.

Above the first question stands who that is: "Interview with Rudolf Rassendyll", "..., says Sylvania's minister".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.persons import Naming
from detente.coding.actors.page import Page, Title
from detente.reading.shapes import SUBJECTS
from detente.reading.turns import Interview, turns_of

WITH, MARK, FOLLOWS = "with", ":", 3
SAYS = frozenset(("VERB", "AUX"))


def interview_of(naming: Naming) -> Interview | None:
    """None where the text is none, or does not tell who answers."""
    page = naming.page
    turns = turns_of(page.doc, page.words)
    if not turns:
        return None
    source = _answering(naming, turns[0].question.start)
    return Interview(source, turns) if source else None


def _answering(naming: Naming, end: int) -> frozenset[int]:
    """The tokens of the name above the first question that is likeliest; where none is, those of a title."""
    doc = naming.page.doc
    above = [(n.start, n.end) for n, person in naming.people if person.political and doc[n.end - 1].idx < end]
    above = above or list(_titles(naming.page, end))
    best = max(above, key=lambda one: (_likely(naming.page, *one), -one[0]), default=None)
    return frozenset(range(*best)) if best else frozenset()


def _titles(page: Page, end: int) -> Iterator[tuple[int, int]]:
    """ "'We will not yield': Sylvania's foreign minister"."""
    for title in page.titles:
        if page.doc[title.head].idx < end and not title.plural and _is_office(title):
            yield title.start, title.end


def _is_office(title: Title) -> bool:
    return any(role.office for role in title.roles)


def _likely(page: Page, start: int, end: int) -> int:
    """How much speaks for a name: "an interview with", a colon beside it, a clause of which it is the subject."""
    doc, words = page.doc, page.words
    sentence = doc[start].sent
    before = [t.lower_ for t in doc[max(start - FOLLOWS - (end - start), sentence.start) : start]]
    asked = any(t.lower_ in words["interview_words"] for t in sentence)
    marked = MARK in before or (end < len(doc) and doc[end].text == MARK)
    acts = doc[end - 1].dep_ in SUBJECTS and doc[end - 1].head.pos_ in SAYS
    return 4 * (asked and WITH in before) + 2 * marked + 2 * (acts and asked) + acts
