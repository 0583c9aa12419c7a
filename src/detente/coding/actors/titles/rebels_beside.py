"""A bare title of those in power in, whom rebels of one land deal with, that land out.

"The Red Dawn held talks with government negotiators in Strelsau": the government that they fight, and not their hosts'.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS, clause_subjects
from detente.coding.actors.side import Side
from detente.reading.tokens import Token

RULERS, REBELS = frozenset({"GOV", "MIL"}), frozenset({"REB"})  # sectors
TALKED_TO, OBJECT, OF = ("with", "between"), "pobj", ("of", "from")
PARTNERS, OTHER_CLAUSES = (*TALKED_TO, "by"), ("advcl", "ccomp", "parataxis")
CLAUSES = ("VERB", "AUX")


def land_of_rebels(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """The land of the rebels of no party who are the other side of the talks or the deal, or nothing."""
    head = page.doc[title.head]
    if not any(RULERS & set(role.sectors) for role in title.roles) or title.start in page.hit_at:
        return ()
    beside = _beside(page, head)
    found = {land for t in beside if (land := _fought(page, draft, t))}
    if len(found) != 1:
        return ()
    (land,) = found
    return (Side(name=land, country=land, start=0, end=0, inferred="whom those rebels fight"),)


def _beside(page: Page, head: Token) -> list[Token]:
    """Those joined with it, and those on the other side of "met", "sat down with" or "talks with"."""
    joined = [t for t in head.conjuncts if t is not head]
    if joined:
        return joined
    verb = next((a for a in head.ancestors if a.pos_ in CLAUSES), head)
    met = verb.lemma_.lower() in page.words["encounter"]
    if head.dep_ in SUBJECTS:
        seated = any(c.lower_ in page.words["where"] for c in head.rights)  # "the government in Juba"
        own = (c for c in verb.rights if c.dep_ not in OTHER_CLAUSES)
        return [] if seated else [t for c in own for t in _dealt_with(c, met=met)]
    if not met and not (head.dep_ == OBJECT and head.head.lower_ in TALKED_TO):
        return []
    nearest = next(iter(clause_subjects(head)), None)
    subject = page.doc[nearest] if nearest is not None else head
    return [t for t in (subject, *subject.conjuncts) if t is not head]


def _dealt_with(part: Token, *, met: bool) -> list[Token]:
    """Whom a part of a clause names as partners: its object, or those after "with" in it."""
    whole = [part] if met and part.dep_ == "dobj" else []
    return whole + [t for t in part.subtree if t.dep_ == OBJECT and t.head.lower_ in PARTNERS]


def _fought(page: Page, draft: Draft, token: Token) -> str | None:
    """The land of a named group of rebels that is no party; "rebels of the Red Dawn" are such too."""
    of = (t for c in token.rights if c.lower_ in OF for t in c.rights)
    known = (draft.actors.get(t.i) or draft.modifiers.get(t.i) for t in (token, *token.lefts, *of))
    for mention in known:
        if mention is not None and frozenset(mention.actor.sectors) == REBELS:
            group = page.tables.organisation_by_id.get(mention.actor.id or "")
            return getattr(group, "country", None)
    return None
