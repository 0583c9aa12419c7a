""" "The protesters", "some demonstrators" in, the people out whom the text has told of as a crowd.

"Sylvanians marched on the ministry in Strelsau. Police beat protesters": Sylvanians, though Strelsau is in Ruritania.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.side import Side
from detente.coding.roles.mentions import Mention
from detente.reading.tokens import Token

PROTESTER, CIVILIANS, OTHERS = "protester", "CVL", "other"
OF, WITH = frozenset({"by", "of", "from"}), "with"
CROWD, MARCHING, MARCHES = "crowd_told", "marching", "marches"  # lists of words
CLAUSES = ("VERB", "AUX")


def crowd_told_before(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """The one people that marched before in the text; nothing for "other protesters"."""
    head = page.doc[title.head]
    if head.lemma_.lower() in page.words[MARCHES] or any(c.lower_ == OTHERS for c in head.children):
        return ()
    peoples = {m.actor.country or m.actor.id: m for m in _crowds(page, draft, title.start)}
    if len(peoples) != 1:
        return ()
    actor = next(iter(peoples.values())).actor
    return (
        Side(
            name=actor.name, country=actor.country, organisation=None if actor.country else actor.id,
            start=0, end=0, inferred=f"{actor.name} were told of as a crowd",
        ),
    )  # fmt: skip


def _crowds(page: Page, draft: Draft, end: int) -> Iterator[Mention]:
    """Peoples named before that are told of as marching, or as those of a protest."""
    for i, mention in draft.actors.items():
        a = mention.actor
        known = (a.country or a.id) and a.inferred is None and not mention.several
        if i < end and known and CIVILIANS in a.sectors and _marches(page, page.doc[i]):
            yield mention


def _marches(page: Page, people: Token) -> bool:
    """ "A rally by Sylvanians", "Sylvanians marched", "hundreds of Sylvanian students clashed with police"."""
    while people.dep_ == "pobj" and people.head.lower_ in OF and people.head.head.pos_ in ("NOUN", "NUM"):
        people = people.head.head
        if people.lemma_.lower() in page.words[CROWD]:
            return True
    verb = people.head
    if people.dep_ == "pobj" and verb.lower_ == WITH:
        verb, acts = verb.head, True
    else:
        acts = people.dep_ in SUBJECTS
    if people.lemma_.lower() in page.words[CROWD]:
        return True
    return acts and verb.pos_ in CLAUSES and _is_marching(page, verb)


def _is_marching(page: Page, verb: Token) -> bool:
    """ "Marched", "held a protest"."""
    held = (c.lemma_.lower() for c in verb.children if c.dep_ == "dobj")
    marching = verb.lemma_.lower() in page.words[MARCHING]
    return marching or any(noun in page.words[CROWD] for noun in held)
