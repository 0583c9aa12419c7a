"""A whole name that nothing introduces in, the title out of the nameless speaker before whom it then names.

"The chairman of the league urged Ruritania to free them. Otto Horn also called for talks."
"""

from __future__ import annotations

from detente.coding.actors.names.people import HEADS
from detente.coding.actors.names.runs import Run
from detente.coding.actors.page import POLITICAL, Page, Title
from detente.coding.actors.side import Side
from detente.reading.tokens import Token

SUBJECT, BODY, SPEAKS = "nsubj", "body", "spokesperson"
_OPENS_MORE = (",", "(", "–", "—")  # after a name: who he is comes there


def title_taken_up(page: Page, run: Run) -> Title | None:
    """The title of the subject of the sentence before; a name told of before, or told more of here, takes up none."""
    start = page.doc[run.start].sent.start
    if run.end - run.start < 2 or not start or not _acts(page, run):
        return None
    title = _nameless_subject(page, page.doc[start - 1].sent.root)
    return None if title is None or _is_told_of(page, run) else title


def may_be(page: Page, run: Run, side: Side) -> bool:
    """Who is known for what he is in a land acts for a body only where the text tells of no land of his."""
    rows = run.hit.rows("person", "surname") if run.hit is not None else []
    if not rows:
        return True
    if side.country is not None:
        return all(office.country == side.country for office in rows)
    heads = any(office.role in HEADS and (page.day is None or office.held_on(page.day)) for office in rows)
    return not heads and not any(page.countries[office.country] for office in rows)


def _acts(page: Page, run: Run) -> bool:
    """Whether it is the subject of its sentence."""
    doc, root = page.doc, page.doc[run.start].sent.root
    return any(doc[i].dep_ == SUBJECT and doc[i].head is root for i in range(run.start, run.end))


def _is_told_of(page: Page, run: Run) -> bool:
    doc = page.doc
    if run.end < len(doc) and doc[run.end].text in _OPENS_MORE:
        return True
    surname = doc[run.end - 1].text
    return any(doc[i].text == surname for i in range(run.start))


def _nameless_subject(page: Page, root: Token) -> Title | None:
    subject = next((child for child in root.lefts if child.dep_ == SUBJECT), None)
    title = page.title_at.get(subject.i) if subject is not None else None
    if subject is None or title is None or title.head != subject.i or title.plural or title.former:
        return None
    if any(i in page.personal for i in range(subject.left_edge.i, subject.right_edge.i + 1)):
        return None
    return title if any(_is_public(role.group, role.role, role.sectors) for role in title.roles) else None


def _is_public(group: str, role: str, sectors: tuple[str, ...]) -> bool:
    return group != BODY and (role == SPEAKS or bool(POLITICAL & set(sectors)))
