"""A withdrawal or the taking of a town without its other side in, whom it is left to or taken from as that side out.

"Ruritania, which invaded Sylvania in 1998, has pulled its men out of the country", "Sylvanian troops retook the port and
the league's fighters fled across the river", "rebels captured the town of Zenda, Sylvania, after Ruritania ...".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import because
from detente.coding.roles.known import known_among
from detente.coding.roles.roles import distinct, sides, without_states
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.no_party import is_backer
from detente.coding.sides.looking.told_before import told_in
from detente.coding.sides.looking.ways_and_borders import names_border
from detente.coding.sides.nearby.other_side import ONLY_OTHER
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.status import Statuses
from detente.ids import is_group
from detente.records import Actor

WITHDRAWAL = "withdrawal"  # a kind
SENT, FOUGHT = frozenset({"ASSAULT", "MOBILIZE"}), frozenset({"ASSAULT"})  # types
LEFT, TALKS = ("from", "object", "out of"), "CONSULT"  # arguments, a type
STATE = "state"  # a kind of mention
DRIVEN = ("after", "as", "when", "following", "amid", "under")
WHY, RULERS, REBELS = "whom they leave", "GOV", "REB"
HIT, TAKING, NOUN = ("on", "at", "against"), "capture of territory", "noun"  # arguments, a kind
ITS_LAND = "the land in which it lies"


def with_whose_land_it_leaves(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with them, as the same sentence or the one before tells."""
    doc = statuses.graph.doc
    sentence = doc[draft.head].sent
    others = [d for d in drafts if d is not draft and d.status == "occurred"]
    near = told_in(sentence, others)
    before = [d for d in others if doc[d.head].sent.end == sentence.start]
    for other in (*near, *reversed(before)):
        for found in _over_against(draft, other, statuses):
            theirs = known_among(without_states(found, draft.actors))
            if theirs:
                return replace(draft, recipients=because(theirs, WHY))
    return _with_only_land(draft, near, statuses)


def with_land_hit(draft: Draft, statuses: Statuses) -> Draft:
    """The draft, aimed at the one land that stands with the town that is taken or the thing that is hit.

    It is nearer than whoever else the sentence tells of; but who is named in that phrase is nearer still.
    """
    if not all(a.country or a.id for a in draft.actors):
        return draft
    phrase = _what_is_hit(draft, statuses)
    if not phrase or not all(_is_far(r, phrase, draft, statuses) for r in draft.recipients):
        return draft
    lands = _lands_in(phrase, statuses)
    if len(lands) != 1 or lands <= {a.country for a in draft.actors}:
        return draft
    return replace(draft, recipients=(side_at_home(next(iter(lands)), RULERS, ITS_LAND),))


def _what_is_hit(draft: Draft, statuses: Statuses) -> frozenset[int]:
    """The phrase of what is taken or hit, from its noun on."""
    doc, event = statuses.graph.doc, statuses.graph.predicates[draft.head]
    heads = event.heads("object") if draft.kind == TAKING else event.heads(*HIT) if event.pos == NOUN else ()
    return frozenset([t.i for h in heads for t in doc[h].subtree if t.i >= h])


def _is_far(side: Actor, phrase: frozenset[int], draft: Draft, statuses: Statuses) -> bool:
    """Whether it is only guessed, and stands elsewhere."""
    if side.inferred is None or draft.kind == TAKING:
        return side.inferred is not None
    doc = statuses.graph.doc
    inside = side.span is not None and any(side.span.start <= doc[i].idx < side.span.end for i in phrase)
    return side.inferred == ONLY_OTHER and not inside


def _lands_in(phrase: frozenset[int], statuses: Statuses) -> set[str]:
    """The lands named there; none where a group without a state is, as in "targets in league-held Sylvania"."""
    start = statuses.graph.doc[min(phrase)].sent.start
    if any(is_group(m.actor.id) for i, m in statuses.named.mentions(start) if i in phrase):
        return set()
    doc, words = statuses.graph.doc, statuses.graph.words
    inside = {i for i in phrase if not is_backer(doc[i], words)}  # "from rebels backed by Sylvania"
    if _is_of_rebels(phrase, statuses):
        inside = {i for i in inside if not names_border(doc[i], words, on_too=True)}
    lands = {place.country for i, place in statuses.named.places.get(start, ()) if i in inside}
    lands |= {m.actor.country for i, m in statuses.named.mentions(start) if i in inside and m.kind == STATE}
    return {land for land in lands if land}


def _is_of_rebels(phrase: frozenset[int], statuses: Statuses) -> bool:
    """ "A rebel stronghold on the Sylvanian border": of those whom one fights at home."""
    start = min(phrase)
    first = statuses.graph.doc[start].left_edge.i
    near = statuses.named.mentions(statuses.graph.doc[start].sent.start)
    found = [m.actor for i, m in near if first <= i <= start or i in phrase]
    return any(is_group(a.id) or REBELS in a.sectors for a in found)


def _with_only_land(draft: Draft, near: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritania attacks rebels in Sylvania days after Graustark left the border area": the one land where others act."""
    left, kinds = statuses.graph.predicates[draft.head].heads(*LEFT), statuses.lexicon.kinds
    own = {a.country for d in (draft, *near) for a in d.actors}
    near = [d for d in near if kinds[d.kind].type != TALKS]  # the host of talks is not whom they leave
    lands = countries_named(draft.head, statuses) - own
    if not near or not left or len(lands) != 1 or any(h in statuses.mentions.places for h in left):
        return draft
    return replace(draft, recipients=(side_at_home(next(iter(lands)), RULERS, WHY),))


def _over_against(draft: Draft, other: Draft, statuses: Statuses) -> Iterator[Sequence[Actor]]:
    """Whom they fought or were sent to; and who drove them off, if no place is named that they leave."""
    kind = statuses.lexicon.kinds[other.kind]
    if kind.type not in SENT:
        return
    if sides(other.actors, draft.actors):
        yield distinct(a for a in other.recipients if a.country)
    places, event = statuses.mentions.places, statuses.graph.predicates[draft.head]
    named = any(h in places for h in event.heads(*LEFT))
    if other.head > draft.head and other.head not in event.heads(*DRIVEN):
        return  # "left, and rebels then attacked it"
    if kind.type in FOUGHT and not named and sides(other.recipients, draft.actors):
        yield distinct(other.actors)
    elif kind.type in FOUGHT and not named and not other.recipients:
        yield distinct(a for a in other.actors if a.country)
