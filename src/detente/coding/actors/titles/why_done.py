"""A bare title where it is said why a measure was taken against a state in, that state out.

"Ruritania cut its aid to Sylvania after soldiers ousted the president": Sylvania's soldiers and president.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import is_subject
from detente.coding.actors.side import Side
from detente.coding.actors.titles.topic import side_of_hit
from detente.coding.reasons import WHY_DONE
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Token

OF_ITS_RULE, AGENT = frozenset({"GOV", "LEG", "OPP", "JUD"}), "agent"  # sectors, a label
MARKS, VERBS = ("mark", "prep", "advmod"), ("VERB", "AUX")


def side_of_reason(
    page: Page, draft: Draft, title: Title, role: Role, near: Mapping[str, Side]
) -> Side | None:
    """The one of the states named near to which the measure is taken, if another one takes it."""
    noun = page.doc[title.head]
    if not (is_subject(noun) or noun.head.dep_ == AGENT or OF_ITS_RULE & set(role.sectors)):
        return None  # "over the detention of two pilots", who may be of the state that minds it
    mark = _mark_before(page, noun)
    verb = next((t for t in noun.ancestors if mark is not None and t.i < mark.i and t.pos_ in VERBS), None)
    if mark is None or verb is None or verb.lemma_.lower() not in page.words["measuring"]:
        return None
    who = next((t for t in (verb, *verb.ancestors) if any(is_subject(c) for c in t.lefts)), verb)
    takers = {land for t in who.lefts if is_subject(t) for land in _lands_of(page, draft, t)}
    told = _lands(page, noun.sent.start, mark.i)
    dealt_with = [land for land in told if land in near and land not in takers]
    if not takers or len(dealt_with) != 1:
        return None
    side = near[dealt_with[0]]
    return replace(side, start=0, end=0, inferred=WHY_DONE.of(side.name))


def _mark_before(page: Page, noun: Token) -> Token | None:
    """The word before its clause or phrase that says why or since when: "after", "over"."""
    for token in (noun, *noun.ancestors):
        ahead = (c for c in token.lefts if c.dep_ in MARKS and c.i < noun.i)
        found = next((c for c in ahead if c.lower_ in page.words["why_mark"]), None)
        if found is not None:
            return found
        if token.lower_ in page.words["why_mark"]:
            return token
    return None


def _lands_of(page: Page, draft: Draft, subject: Token) -> list[str]:
    """ "Norway", "Norway's government", "it"."""
    mention = draft.actors.get(subject.i)
    known = mention.actor.country if mention is not None else None
    return [known] if known else _lands(page, subject.left_edge.i, subject.right_edge.i + 1)


def _lands(page: Page, start: int, end: int) -> list[str]:
    hits = (h for h in page.hits if start <= h.start < end and h.start not in page.personal)
    sides = (side_of_hit(page, hit) for hit in hits)
    return list(dict.fromkeys(side.country for side in sides if side is not None and side.country))
