"""A name that no title introduces in, what the text says that he is out.

A clause after it says which group or state he leads; or he is the nameless speaker of the sentence before: "The chairman of
the league urged Ruritania to free them. Otto Horn also called for talks."
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.names.people import Person
from detente.coding.actors.names.runs import Run
from detente.coding.actors.names.which_office import HEADS
from detente.coding.actors.page import POLITICAL, STATE_KINDS, Hit, Page, Title
from detente.coding.actors.side import Side, side_of
from detente.reading.tokens import Token

WHO = ("who", "which")
COMMERCE = "BUS"
_VERB, _REACH = 4, 6  # tokens from the comma to the verb, from the verb to the group
SUBJECT, BODY, SPEAKS = "nsubj", "body", "spokesperson"
_OPENS_MORE = (",", "(", "–", "—")  # after a name: who he is comes there


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
