"""Soldiers who act in their own land."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import any_meets
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.told_before import start_before
from detente.coding.sides.whose.domestic import AT_HOME, side_at_home
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

TAKING, COUP, LEAVING = "capture of territory", "coup", "withdrawal"  # kinds
ARMY, STATE = "MIL", "state"
OF = "of"
LAND, PLACE, BUILT = ("territory",), ("@place",), ("public-place", "public-building")
SENT_OUT = "sent out"  # a group of kinds
UNREST, ATTACK = frozenset({"PROTEST", "COERCE"}), "ASSAULT"  # types
ALERT, PARTS = "alert", "parts of a land"  # a kind; a list of words
FRONTIERS, PEOPLE, SUBJECT = "borders", "CVL", "subject"  # a list of words; a sector; an argument


def as_coup(draft: Draft, statuses: Statuses) -> Draft:
    """Soldiers who take or leave their own land in, a coup, or an act that is aimed at nobody, out.

    "Sylvanian officers said that they had taken control of the country": no territory of anybody else's.
    The draft, a coup if forces of a state take that state itself.
    """
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


def with_own_land(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Soldiers sent out against nobody who is named in, the people of their own land as the other side out.

    "Ruritania called in the army after the riots", "moved a thousand men to Zenda": within a state and in answer to unrest
    they are sent against its own people; "massed troops on the border" is not.
    The draft with them, if it sends soldiers out within their own state.
    """
    sent = draft.kind in statuses.lexicon.groups[SENT_OUT] or draft.kind == ALERT
    if not sent:
        return draft
    lands = {a.country for a in draft.actors if a.country}
    if len(lands) != 1 or countries_named(draft.head, statuses) != lands or _at_frontier(draft, statuses):
        return draft
    land = lands.pop()
    inside = _within(draft, land, statuses) or _in_own_part(draft, statuses)
    if not (inside or _amid_unrest(draft, land, drafts, statuses)):
        return draft
    return replace(draft, recipients=(side_at_home(land, PEOPLE, AT_HOME),))


def _at_frontier(draft: Draft, statuses: Statuses) -> bool:
    graph, frontiers = statuses.graph, statuses.graph.words[FRONTIERS]
    return any(graph.doc[a.head].lemma_.lower() in frontiers for a in graph.predicates[draft.head].arguments)


def _within(draft: Draft, land: str, statuses: Statuses) -> bool:
    """Whether they are sent to a place in their own land."""
    places, arguments = statuses.mentions.places, statuses.graph.predicates[draft.head].arguments
    others = (a for a in arguments if a.name != SUBJECT)
    inside = (t.i for a in others for t in statuses.graph.doc[a.head].subtree)
    return any(i in places and places[i].country == land for i in inside)


def _in_own_part(draft: Draft, statuses: Statuses) -> bool:
    """ "Sent soldiers to its restive eastern province": whose else would it be."""
    graph = statuses.graph
    heads = graph.predicates[draft.head].heads("to", "in", "into", "across", "through")
    parts = (graph.doc[h] for h in heads if graph.doc[h].lemma_.lower() in graph.words[PARTS])
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for part in parts for c in part.lefts)


def _amid_unrest(draft: Draft, land: str, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether unrest at home, or what is done against it, is told in its sentence or the one before."""
    sentence = statuses.graph.doc[draft.head].sent
    start = start_before(draft.head, statuses.graph.doc)
    near = [d for d in drafts if d is not draft and start <= d.head < sentence.end]
    if any(type_of(d, statuses) == ATTACK and _is_hit_by_its_own(d, land) for d in near):
        return True
    return draft.kind != ALERT and any(
        type_of(d, statuses) in UNREST and {land} == {a.country for a in (*d.actors, *d.recipients)}
        for d in near
    )


def _is_hit_by_its_own(draft: Draft, land: str) -> bool:
    """ "After gunmen attacked a market": by nobody of another state."""
    strangers = any(a.country not in (None, land) or (a.id or land) != land for a in draft.actors)
    return not strangers and {r.country for r in draft.recipients} == {land}
