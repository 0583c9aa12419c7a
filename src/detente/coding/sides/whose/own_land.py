"""Soldiers who take or leave their own land in, a coup, or an act that is aimed at nobody, out.

"Sylvanian officers said that they had taken control of the country": no territory of anybody else's.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import any_meets
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

TAKING, COUP, LEAVING = "capture of territory", "coup", "withdrawal"  # kinds
ARMY, STATE = "MIL", "state"
OF = "of"
LAND, PLACE, BUILT = ("territory",), ("@place",), ("public-place", "public-building")


def as_coup(draft: Draft, statuses: Statuses) -> Draft:
    """The draft, a coup if forces of a state take that state itself."""
    own = {a.country for a in draft.actors if ARMY in a.sectors}
    if len(own) != 1 or len(draft.actors) != 1 or None in own:
        return draft
    doc = statuses.graph.doc
    taken = [doc[h] for h in statuses.graph.predicates[draft.head].heads("object", OF)]
    within = [c for t in taken for p in t.rights if p.lower_ == OF for c in p.children]
    if not any(_is_whole(t, own, statuses) for t in (*taken, *within)):
        return draft
    return replace(draft, kind=COUP)


def takes_land(draft: Draft, statuses: Statuses) -> bool:
    """Whether what is taken is a town or land; but "cleared the square of protesters", "stormed the palace"."""
    graph = statuses.graph
    taken = graph.predicates[draft.head].heads("object")
    land, place, built = (
        any_meets(sort, taken, graph.doc, statuses.mentions, statuses.lexicon)
        for sort in (LAND, PLACE, BUILT)
    )
    return land or (place and not built)


def off_own_land(draft: Draft, statuses: Statuses) -> Draft:
    """ "The army pulled out of Zenda", "retook the town": a town of its own, which is nobody else's side."""
    own = {a.country for a in draft.actors}
    by_place = draft.kind == TAKING and takes_land(draft, statuses)
    at_home = all(
        r.country in own and (r.inferred or (by_place and r.id == r.country)) for r in draft.recipients
    )
    if draft.kind == TAKING and any(r.id != r.country for r in draft.recipients):
        return draft  # "cleared a camp of protesters"
    if (
        draft.kind not in (LEAVING, TAKING)
        or None in own
        or not at_home
        or not all(ARMY in a.sectors for a in draft.actors)
    ):
        return draft
    return replace(draft, recipients=())


def _is_whole(token: Token, own: set[str | None], statuses: Statuses) -> bool:
    """The state by its name, or "the country"."""
    if any(t.text == "," for t in token.subtree):
        return False  # "Klausenburg, Sylvania"
    mention = statuses.mentions.actors.get(token.i)
    if mention is not None and mention.kind == STATE:
        by_name = token.text in mention.actor.name  # and not a town of it
        return by_name and mention.actor.country in own and mention.actor.inferred is None
    return mention is None and token.lemma_.lower() in statuses.graph.words["whole lands"]
