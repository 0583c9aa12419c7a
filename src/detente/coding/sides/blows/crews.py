"""An arrest or attack that falls on a crew or a staff in, whosever ship, plane or office it was just before out.

"Seized a Sylvanian tanker and arrested its captain", "downed two Sylvanian jets and caught a pilot", "raided the
Sylvanian agency and detained its staff": Sylvanians, and not people of whoever arrests them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import classes_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import keys_of, known_among
from detente.coding.roles.roles import sides
from detente.coding.sides.blows.craft_told_of import CRAFT, whose_craft
from detente.coding.sides.looking.told_before import told_before
from detente.coding.standing.status import Statuses
from detente.records import Actor

FORCE = frozenset({"ASSAULT", "COERCE"})
BROUGHT_DOWN, FROM_AFAR = "shoot-down", "from afar"  # a kind, a group of kinds
AIMED_AT = "whom it was launched at"
HOUSES = frozenset({"headquarters", "media", "mission-building"})
PRONOUNS, STOPPED = ("it", "them", "they"), frozenset({"arrest", "interception", "seizure"})  # kinds
HIT, OWNERS = ("object", "on", "of"), ("its", "their")
WHY, BY_SAME = "whose they were", "who struck what they were in"


def with_crew_of(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft aimed at the side that the craft or house of these people answers for."""
    if not _is_open(draft):
        return draft
    for places in _places(draft, statuses):
        for found, doers, launched in _hit_before(draft, drafts, places, statuses):
            if (
                launched and doers and draft.kind == BROUGHT_DOWN
            ):  # "a rocket was fired at Zenda. It was intercepted"
                return _stopped_by(draft, found, doers)
            by = draft.actors or only_because(doers, BY_SAME)
            return replace(draft, actors=by, recipients=only_because(found, WHY))
        if places is CRAFT and draft.kind in STOPPED:
            apart = keys_of((*draft.actors, *draft.recipients))
            if owners := whose_craft(draft.head, apart, statuses, known=draft.recipients):
                return replace(draft, recipients=owners)
    return draft


def _stopped_by(draft: Draft, aimed_at: Sequence[Actor], doers: Sequence[Actor]) -> Draft:
    """What was launched is brought down by those whom it was launched at, unless others are named."""
    by = draft.actors or only_because(aimed_at, AIMED_AT)
    return replace(draft, actors=by, recipients=only_because(doers, WHY))


def _places(draft: Draft, statuses: Statuses) -> Iterator[frozenset[str]]:
    """Classes of what such people are in; "took its captain hostage", "nine of its staff"."""
    doc, words = statuses.graph.doc, statuses.graph.words
    for head in statuses.graph.predicates[draft.head].heads("object"):
        phrase = doc.span(doc[head].left_edge.i, head + 1)
        lemmas = {t.lemma_.lower() for t in phrase}
        if lemmas & words["people on board"] or doc[head].lower_ in PRONOUNS:
            yield CRAFT
        elif lemmas & words["people of a house"] and any(t.lower_ in OWNERS for t in phrase):
            yield HOUSES


def _is_open(draft: Draft) -> bool:
    """Whether nobody is named as its recipient, or only whose act it is."""
    known = [r for r in draft.recipients if r.country or r.id]
    doers = [a for a in draft.actors if a.country or a.id]
    own = not known or not doers or sides(known, doers)
    return own and all(r.inferred for r in known)


def _hit_before(
    draft: Draft, drafts: Sequence[Draft], places: frozenset[str], statuses: Statuses
) -> Iterator[tuple[tuple[Actor, ...], tuple[Actor, ...], bool]]:
    """The other sides of what the same actors did to a craft or house in its sentence or the one before, nearest first.

    With who did it, where that was told, and whether it was fired from afar.
    """
    doc, lexicon = statuses.graph.doc, statuses.lexicon
    for other in reversed(told_before(draft, drafts, statuses)):
        against = sides(other.recipients, draft.actors)  # "rams a cutter; Sylvania holds the skipper"
        theirs = other.actors if against else other.recipients
        hit = statuses.graph.predicates[other.head].heads(*(("subject",) if against else HIT))
        known = known_among(theirs)
        if type_of(other, statuses) not in FORCE or not known or sides(known, draft.actors):
            continue
        fits = any(places & classes_of(doc, head, lexicon) for head in hit)
        if fits and (against or not draft.actors or sides(other.actors, draft.actors)):
            yield known, () if against else other.actors, other.kind in lexicon.groups[FROM_AFAR]
