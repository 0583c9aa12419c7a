"""Words to another state that nobody is named for in, the official who tells of them in the passive as who spoke out.

"A note of protest was handed to the Sylvanian envoy, the foreign ministry in Strelsau said": it was Ruritania's. So is
what states do to others, where no third is named: "Ruritania says that the two Sylvanians will be freed", "Rifles have
been sent to Sylvania, the defence ministry in Strelsau said".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.counting import counted
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import actors_at, sides
from detente.coding.sides.captives.captives import are_from_kidnappers
from detente.coding.sides.dealings.brokered import is_matter_at_home
from detente.coding.sides.looking.known_talks import is_known_talks, towns_of
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Actor

IN_WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})  # types
AT_ENVOYS = "at envoys"  # a group of kinds
MEASURES = frozenset({"SANCTION", "COERCE", "AID", "CONCEDE"})  # types
CUSTODY = "custody"  # a group of kinds
STILL_TO_COME = ("planned", "scheduled")
OFFICIAL = frozenset({"GOV", "MIL", "COP"})
LETTING_IN, HOST = "access", "tells of who will be let in"  # a kind
ACCORDING = "according to"
OPEN = ("hypothetical", "proposed")
GOES_ON, DENIED, OWN_TALKS = "under_way", "denied", "tells how the talks fare"
WHY = "tells of it in the passive, as of what it did"


def with_official_who_tells(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; nothing where it is told in the active, or by those to whom it was said."""
    kind = statuses.lexicon.kinds[draft.kind]
    ahead = draft.status in STILL_TO_COME
    if draft.kind == LETTING_IN and ahead:
        return _with_host_who_tells(draft, statuses)
    groups = statuses.lexicon.groups
    measure = kind.type in MEASURES or draft.kind in groups[CUSTODY]
    if not measure and kind.type not in IN_WORDS and draft.kind not in groups[AT_ENVOYS]:
        return draft
    verb = _passive(draft, statuses)
    found = who_tells_or_told(verb.head, statuses) if verb is not None else ()
    officials = tuple(a for a in found if a.country and OFFICIAL & set(a.sectors))
    if not officials or sides(officials, draft.recipients):
        return draft
    if measure and draft.kind not in groups[AT_ENVOYS] and not _are_only_two(officials[0], draft, statuses):
        return draft
    return replace(draft, actors=(replace(officials[0], inferred=WHY),))


def _with_host_who_tells(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania's premier says that Sylvanians will have visa-free entry": to Ruritania, if no other is named."""
    tellers = tuple(a for a in who_tells_of(draft.head, statuses) if a.country and OFFICIAL & set(a.sectors))
    if not tellers or not draft.recipients or sides(tellers, draft.recipients):
        return draft
    known = {a.country for a in (*tellers, *draft.recipients)}
    if countries_named(draft.head, statuses) - known:
        return draft
    return replace(draft, actors=(replace(tellers[0], inferred=HOST),))


def _are_only_two(teller: Actor, draft: Draft, statuses: Statuses) -> bool:
    """Whether only foreigners and who tells are named, so that nobody else can have them."""
    theirs = {a.country or a.based for a in draft.recipients} - {None}  # of a group: its own land
    if not theirs or are_from_kidnappers(draft, statuses):
        return False
    return countries_named(draft.head, statuses) <= {*theirs, teller.country}


def with_teller_of_talks(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania's envoy says that the talks are going on": those who tell how their own talks fare, or deny them,
    are a side, and so are those who tell of "the meeting of the three ministers".

    So of talks that are known, whatever became of them: "The talks have been put off, Ruritania's ministry said"; but
    not where another state is named, or where they are held at home, as those of others may be.
    """
    graph = statuses.graph
    many = draft.status not in OPEN and bool(counted(draft.head, graph))
    if any_known(draft.actors) or (draft.actors and not many) or is_matter_at_home(draft.head, statuses):
        return draft
    ways = ("subject", "object") if many else ("subject",)  # "has put off the meeting of the two kings"
    fares = set(graph.above(draft.head, *ways))
    told = any(g.name == "clause" for head in fares for g in graph.governors.get(head, ()))
    if told and (many or draft.status in (GOES_ON, DENIED, *STILL_TO_COME)):
        return _with_official(draft, who_tells_or_told(draft.head, statuses))
    if not is_known_talks(draft, statuses):
        return draft
    heads = (draft.head, *fares, *(a.head for a in draft.applied))
    found = (who_tells_or_told(h, statuses) for h in heads if h in graph.predicates)
    tellers = next(filter(None, found), ())
    return _with_official(draft, (a for a in tellers if _may_be_side(a, draft, statuses)))


def _with_official(draft: Draft, tellers: Iterable[Actor]) -> Draft:
    side = next((a for a in tellers if a.country and OFFICIAL & set(a.sectors)), None)
    return draft if side is None else replace(draft, actors=(replace(side, inferred=OWN_TALKS),))


def _may_be_side(teller: Actor, draft: Draft, statuses: Statuses) -> bool:
    """Whether no other state is named than where they meet, and they meet abroad."""
    noun, places = statuses.graph.doc[draft.head], statuses.mentions.places
    towns = {places[i].country for i in towns_of(noun, statuses)}
    return teller.country not in towns and countries_named(draft.head, statuses) <= {*towns, teller.country}


def who_tells_of(head: int, statuses: Statuses, *, outlets: bool = False) -> tuple[Actor, ...]:
    """The subject of the nearest verb of saying whose clause holds the word at this token; outlets: papers as well."""
    graph, told = statuses.graph, {head}
    for above in graph.doc[head].ancestors:
        saying = graph.predicates.get(above.i)
        if saying is not None and saying.pos == "verb" and told & set(saying.heads("clause")):
            found = actors_at(("subject",), saying, graph, statuses.mentions)
            papers = (statuses.mentions.actors.get(h) for h in saying.heads("subject")) if outlets else ()
            return found or tuple(m.actor for m in papers if m is not None)
        told.add(above.i)
    return ()


def who_tells_or_told(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Two nuns were freed, the coastguard said", "were freed, according to the coastguard"."""
    return who_tells_of(head, statuses) or next(_according_to(head, statuses), ())


def _according_to(head: int, statuses: Statuses) -> Iterator[tuple[Actor, ...]]:
    graph = statuses.graph
    above = (graph.predicates.get(t.i) for t in (graph.doc[head], *graph.doc[head].ancestors))
    named = (actors_at((ACCORDING,), told, graph, statuses.mentions) for told in above if told is not None)
    return filter(None, named)


def tellers_in(head: int, statuses: Statuses) -> set[str | None]:
    """By country or id who is only named for telling of it: "..., Western officials said", "according to the league"."""
    found = (who_tells_of(head, statuses), *_according_to(head, statuses))
    return {a.country or a.id for tellers in found for a in tellers}


def lands_that_tell(head: int, statuses: Statuses) -> frozenset[str | None]:
    """The states of whoever tells of it in a clause of its own: "Graustark found that Ruritanian soldiers did it"."""
    word = statuses.graph.doc[head]
    told = any(t.dep_ == "ccomp" for t in (word, *word.ancestors))
    return frozenset(a.country for a in who_tells_of(head, statuses)) if told else frozenset()


def _passive(draft: Draft, statuses: Statuses) -> Predicate | None:
    """The passive verb without a doer that tells of it: itself, or what carries its noun."""
    verb = statuses.graph.predicates[statuses.graph.verb_of(draft.head)]
    if not verb.passive or verb.heads("subject"):
        return None
    by = actors_at(("by",), verb, statuses.graph, statuses.mentions)
    return (
        verb if not by or sides(by, draft.recipients) else None
    )  # "a raid by Sylvania will be held a hostile act"
