"""What is done between two of which one side is named in, the government that tells of it as the other side out.

"Talks with Sylvania will be held on Monday, Ruritania's foreign ministry said", "the visit to Graustark is off, Sylvania's
government announced", "a visit by Sylvania's king will begin on Monday, Graustark said", "Ruritania has lifted the duty on
steel, Graustark's trade minister said".
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at, distinct, sides
from detente.coding.sides.words.who_tells import who_tells_or_told
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

ARMED = frozenset({"REB", "UAF"})  # sectors: with these a government talks at home
RULING = frozenset({"GOV", "MIL"})
OPEN = ("hypothetical", "proposed")  # of whom others may have their say
DENIED, VISIT = "denied", "visit"  # a status, a mode
OF_WHICH = ("for", "of")  # "plans for a visit", "the date of a visit"
WHERE = ("in", "at")
SUBJECT, THERE = ("nsubj", "nsubjpass"), "expl"
TOLD = "ccomp"  # "said that he would visit"
APOLOGY = "apology"  # a kind: who says that there will be none is who was to make it
WHY = "tells of it, and nobody else is named"
# types and kinds of what one government does to another, and also at home: of that, no other government tells
MEASURES = frozenset({"SANCTION", "easing of measures", "refusal"})


def with_party_that_tells(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; nothing where a third state is named, or where the clause tells first of somebody else."""
    known = distinct((*draft.actors, *draft.recipients))
    one_side = bool(draft.actors) != bool(draft.recipients) and len({a.country or a.id for a in known}) == 1
    told = draft.status == DENIED and bool(_who_denies(draft.head, statuses))
    if not one_side or draft.status in OPEN or not (told or _is_told(draft, statuses)):
        return draft
    other = _government_that_tells(draft, known, statuses)
    if other is None:
        return draft
    if draft.actors and not draft.reciprocal:
        return replace(draft, recipients=(other,))
    return replace(draft, actors=(other, *draft.actors))


def with_government_it_is_done_to(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania has lifted the ban on cheese, Graustark's farm minister said": on Graustark's cheese."""
    lands = {a.country for a in draft.actors}
    if draft.status in OPEN or len(lands) != 1 or not all(RULING & set(a.sectors) for a in draft.actors):
        return draft
    other = _government_that_tells(draft, draft.actors, statuses)
    return draft if other is None else replace(draft, recipients=(other,))


def _is_told(draft: Draft, statuses: Statuses) -> bool:
    """ "The king will visit in May", "will pay a visit" tells of the visit by the verb itself or that carries it."""
    kind, doc = statuses.lexicon.kinds.get(draft.kind), statuses.graph.doc
    carrier = statuses.graph.predicates[draft.head].carrier
    clause = doc[draft.head if carrier is None else carrier]
    visit = kind is not None and kind.mode == VISIT
    return _is_what_is_told(doc[draft.head]) or (visit and clause.dep_ == TOLD)


def _is_what_is_told(noun: Token) -> bool:
    """ "The talks will end", "no day has been set for the talks", "there will be no talks": the clause is about them."""
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in OF_WHICH else noun
    there = whole.dep_ == "attr" and any(c.dep_ == THERE for c in whole.head.lefts)
    for_it = whole.pos_ == "VERB" and any(c.dep_ == "nsubjpass" for c in whole.lefts)
    return noun.pos_ == "NOUN" and (there or for_it or whole.dep_ in SUBJECT)


def _government_that_tells(draft: Draft, known: tuple[Actor, ...], statuses: Statuses) -> Actor | None:
    tellers = distinct(_who_denies(draft.head, statuses) or who_tells_or_told(draft.head, statuses))
    if len(tellers) != 1 or not tellers[0].country or not RULING & set(tellers[0].sectors):
        return None
    lands = {a.country for a in (*tellers, *known)}
    at_home = sides(tellers, (a for a in known if not ARMED & set(a.sectors)))
    if at_home or _countries_acting(draft.head, statuses) - lands:
        return None
    return replace(tellers[0], inferred=tellers[0].inferred or WHY)


def _who_denies(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Ruritania denied reports of a visit to Sylvania": whose word the rumour is up against."""
    graph = statuses.graph
    rumour = graph.doc[head].head.head
    verb = graph.predicates.get(rumour.head.i)
    if verb is None or rumour.lemma_.lower() not in graph.words["names of reports"]:
        return ()
    return actors_at(("subject",), verb, graph, statuses.mentions)


def _countries_acting(head: int, statuses: Statuses) -> set[str]:
    """The states that the sentence names, but not for where it takes place."""
    doc = statuses.graph.doc
    named = statuses.named.mentions(doc[head].sent.start)
    where = {i for i, _ in named if doc[i].dep_ == "pobj" and doc[i].head.lower_ in WHERE}
    return {m.actor.country for i, m in named if m.actor.country and i not in where}
