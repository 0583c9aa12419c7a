"""Who struck or was hit, as those tell who answer it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import HELD_TO_ACCOUNT
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import actors_at, sides, without_states
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of
from detente.reading.graph import Governor
from detente.records import Actor

ANSWERS = frozenset({"ACCUSE", "SANCTION", "THREATEN"})  # acts that hold somebody to account
MEASURES = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
SANCTION = "SANCTION"
STEPS = frozenset({"MOBILIZE", SANCTION})  # of those what is mostly done to whoever answers
ANSWERED_AT = ("to", "against", "for", "object")
BLAME, TO = "ACCUSE", "to"
FOR_WHAT = ("for", "to", "against")
HEEDED = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})  # what one acts upon, or in spite of
ACCOUNT, CUSTODY = "holds to account", "custody"  # groups of kinds
SUBJECT, HEEDING = "subject", ("following", "after", "despite", "amid", "upon")
DESPITE, MOD, OWNER = "despite", "mod", "poss"  # arguments
SPOKEN_FOR = {"protest": "diplomatic protest"}  # kinds
DONE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
DENIAL = frozenset({"denial"})  # kinds
CAUSES = "cause prepositions"
ABROAD = "closure of mission"  # a kind: "closes its embassy amid the offensive", which strikes its host
WHY = "takes measures after it"


def with_blamed_side(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """An act that nobody is named for in, who is punished or blamed for it as the one who did it out.

    "Ruritania expels four Sylvanian diplomats over the poisoning of an exile", "banned Sylvanian wine in response to the
    seizure of a ship": whoever is made to answer for a thing is told to have done it.
    The draft with those as actors whom the act that answers it is aimed at.
    """
    kind = statuses.lexicon.kinds[draft.kind]
    noun = statuses.graph.predicates[draft.head].pos == "noun"
    if draft.made or not noun:
        return draft
    if draft.actors and not _is_by_pronoun(draft, statuses) and not _is_against_his_own(draft):
        return draft
    answered = set(_answering(draft.head, statuses))
    back = set(_answering_back(draft.head, statuses))
    if back and not draft.actors and (doers := _in_front(draft.head, statuses)):
        hit = draft.recipients or _who_avenges(back, drafts, doers, statuses)
        return replace(draft, actors=doers, recipients=hit)
    for other in drafts if answered or back else ():
        heads = set(statuses.graph.with_carrier(other.head))
        act, groups = statuses.lexicon.kinds[other.kind], statuses.lexicon.groups
        holds = act.type in ANSWERS or other.kind in groups[ACCOUNT]
        if not heads & (answered if holds else back if act.type in DONE else set()):
            continue
        if act.type == BLAME and other.status not in (*HAPPENED, "planned"):
            continue  # "did not blame it for the attack"
        done = kind.type in DONE or (draft.kind in groups[CUSTODY] and other.status in HAPPENED)
        if not done and not (act.type == BLAME and draft.recipients):
            continue
        if len(keys_of(other.recipients)) == 1 and not sides(other.recipients, draft.recipients):
            return replace(
                draft,
                actors=tuple(_named(a, HELD_TO_ACCOUNT.of(a.name)) for a in other.recipients),
            )
    return draft


def with_answering_side(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritania retaliated against Sylvania's tariffs": who answers a measure was hit by it.

    "Ruritania frees him after appeals from Sylvania", "lands there despite Sylvanian threats": made to who acts so.
    """
    kind = statuses.lexicon.kinds[draft.kind]
    if kind.type in STEPS and (answering := _who_answers_back(draft, drafts, statuses)):
        return replace(draft, recipients=answering)
    if kind.type in STEPS and (answered := _whose_deed_it_answers(draft, drafts, statuses)):
        return replace(draft, recipients=answered)
    if statuses.graph.predicates[draft.head].pos != "noun":
        return draft
    for governor in statuses.graph.governors.get(draft.head, ()):
        verb = statuses.graph.predicates[governor.head]
        answers = verb.lemma in statuses.graph.words["answering verbs"] and governor.name in ANSWERED_AT
        angers = (
            kind.type == BLAME and governor.name == TO and verb.pos == "verb"
        )  # "to the anger of Sylvania"
        heeds = kind.type in HEEDED and governor.name in HEEDING and verb.pos == "verb"
        if not (answers and kind.type in MEASURES) and not angers and not heeds:
            continue
        found = actors_at(("subject",), verb, statuses.graph, statuses.mentions)
        if found and not sides(found, draft.actors):
            return replace(draft, recipients=tuple(_named(a, f"{a.name} answers it") for a in found))
    return draft


def with_protest_of_state(draft: Draft, statuses: Statuses) -> Draft:
    """ "Sylvania lets the ship dock despite Ruritanian protests": the state protests to who does so, and no crowd."""
    noun = statuses.graph.predicates[draft.head]
    if draft.kind not in SPOKEN_FOR or draft.recipients or not (noun.has(MOD) or noun.has(OWNER)):
        return draft
    for governor in statuses.graph.governors.get(draft.head, ()):
        verb = statuses.graph.predicates[governor.head]
        if governor.name != DESPITE or verb.pos != "verb":
            continue
        found = actors_at(("subject",), verb, statuses.graph, statuses.mentions)
        if keys_of(found) - {None} and not sides(found, draft.actors):
            aimed = tuple(_named(a, f"{a.name} answers it") for a in found)
            return replace(draft, kind=SPOKEN_FOR[draft.kind], recipients=aimed)
    return draft


def _who_answers_back(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """ "Ruritania bars deputies in response to sanctions by Sylvania": what is met with a like step was aimed at who
    takes it, unless it says at whom; "over" it, where the step is aimed at who took the first."""
    graph, token = statuses.graph, statuses.graph.doc[draft.head]
    noun = (
        token if graph.predicates[draft.head].pos == "noun" else token.head if token.dep_ == "acl" else None
    )
    if noun is None or any(graph.predicates[draft.head].has(name) for name in ("against", "on")):
        return ()
    back = set(_answering_back(noun.i, statuses))
    why = set(_answering(noun.i, statuses))
    for other in drafts:
        heads = set(graph.with_carrier(other.head))
        alone, at_doer = len(other.actors) == 1, bool(sides(other.recipients, draft.actors))
        met = heads & back and (alone or at_doer)
        if met or (heads & why and alone and at_doer and _is_measure(draft, statuses)):
            found = without_states(other.actors, draft.actors)
            return tuple(_named(a, f"{a.name} answers it") for a in found)
    return ()


def _whose_deed_it_answers(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """ "Ruritania recalls its envoy in response to Sylvania's seizure of a Graustarkian ship": a step against Sylvania."""
    graph = statuses.graph
    own = set(graph.with_carrier(draft.head))
    for other in drafts:
        noun = graph.doc[other.head]
        if other is draft or not other.actors or graph.predicates[other.head].pos != "noun":
            continue
        back = own & set(_answering_back(noun.i, statuses))
        if back and len(keys_of(other.actors)) == 1 and not other.reciprocal:
            found = without_states(other.actors, draft.actors)
            return tuple(_named(a, f"it answers what {a.name} did") for a in found)
    return ()


def _is_measure(draft: Draft, statuses: Statuses) -> bool:
    return statuses.lexicon.kinds[draft.kind].type == SANCTION


def with_whom_it_answers(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Says it will retaliate for the expulsion of its envoys from Sylvania": a threat to who did what it speaks of."""
    doc, own = statuses.graph.doc, keys_of(draft.actors)
    told = [d for d in drafts if d.status in HAPPENED and doc[draft.head].is_ancestor(doc[d.head])]
    doers = {key: a for d in told for a in d.actors if (key := a.country or a.id) and key not in own}
    if len(doers) != 1:
        return draft
    return replace(
        draft, recipients=tuple(_named(a, f"it answers what {a.name} did") for a in doers.values())
    )


def with_whom_it_hit(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritania denied any part in the raid on Sylvania": it tells those whom that hit."""
    doc, own = statuses.graph.doc, keys_of(draft.actors)
    spoken = [d for d in drafts if type_of(d, statuses) in DONE]
    denied = [doc[h] for h in statuses.graph.predicates[draft.head].heads("object")]
    spoken = [d for d in spoken if any(noun.is_ancestor(doc[d.head]) for noun in denied)]
    hit = {key: a for d in spoken for a in d.recipients if (key := a.country or a.id) and key not in own}
    if len(hit) != 1:
        return draft
    return replace(draft, recipients=tuple(_named(a, f"it was done to {a.name}") for a in hit.values()))


def _in_front(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """ "In retaliation for Sylvanian strikes": what is avenged was done by those named before it."""
    return actors_at(("poss", "mod"), statuses.graph.predicates[head], statuses.graph, statuses.mentions)


def _who_avenges(
    back: set[int], drafts: Sequence[Draft], doers: tuple[Actor, ...], statuses: Statuses
) -> tuple[Actor, ...]:
    """Those who do what is told as the answer, and were hit before."""
    for other in drafts:
        if not back.isdisjoint(statuses.graph.with_carrier(other.head)):
            return tuple(_named(a, f"{a.name} answers it") for a in without_states(other.actors, doers))
    return ()


def _is_by_pronoun(draft: Draft, statuses: Statuses) -> bool:
    """ "a ban on Sylvania for its raid": who punishes does not mean himself."""
    doc = statuses.graph.doc
    return any(doc[h].pos_ == "PRON" for h in statuses.graph.predicates[draft.head].heads("poss"))


def _is_against_his_own(draft: Draft) -> bool:
    """ "Suspends its pact with Sylvania over the arrest of a Ruritanian": who answers the arrest did not make it."""
    own = {a.country for a in draft.actors}
    hit = {r.country for r in draft.recipients if r.inferred is None}
    return own == hit and all(a.inferred for a in draft.actors)


def _answering(head: int, statuses: Statuses) -> Iterator[int]:
    """The verbs for which the event is told as the reason: "over", "for" it, "in response to" it."""
    graph = statuses.graph
    for governor in graph.governors.get(head, ()):
        above = graph.predicates[governor.head]
        told_why = governor.name in statuses.graph.words["reasons"]
        if told_why and above.pos == "verb":
            yield above.head
        elif governor.name in HEEDING[:2] or governor.name == SUBJECT:
            yield from _hitting_back_after(governor, statuses)
        elif told_why:  # a phrase may hang on the noun before it
            yield from graph.above(above.head)
    yield from _answering_back(head, statuses)


def _hitting_back_after(governor: Governor, statuses: Statuses) -> Iterator[int]:
    """ "Vows to retaliate against Sylvania after a raid": the verbs of hitting back, and of vowing to."""
    graph = statuses.graph
    above: tuple[Governor, ...] = (governor,)
    if governor.name == SUBJECT:  # "after a raid levelled a school"
        above = tuple(g for g in graph.governors.get(governor.head, ()) if g.name in HEEDING[:2])
    for outer in above:
        verb = graph.predicates[outer.head]
        if verb.lemma in statuses.graph.words["answering verbs"]:
            yield outer.head
            yield from graph.above(outer.head)


def _answering_back(head: int, statuses: Statuses) -> Iterator[int]:
    """The verbs of what is done "in response to" an event, "in retaliation for" it."""
    graph = statuses.graph
    for name, above in graph.governing(head):
        answers = statuses.graph.words["answers"]
        if above.lemma in statuses.graph.words["avenging verbs"]:  # "struck to avenge the raid"
            yield from graph.above(above.head)
            continue
        if above.lemma in answers:
            yield from graph.above(above.head)
            continue
        both = above.pos == "verb" and name in FOR_WHAT  # "in" and "for" hang on the verb
        if both and any(graph.doc[h].lemma_.lower() in answers for h in above.heads("in", "as")):
            yield above.head


def _named(actor: Actor, why: str) -> Actor:
    return replace(
        actor, name=actor.country or actor.name, id=actor.country or actor.id,
        inferred=why,
    )  # fmt: skip


def with_who_answers(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """An attack of which nobody says whom it hit in, the state that takes measures after it as that side out.

    "Ruritania deported nine Sylvanians after raids by the Black Eagles", "said that it closed the border due to raids": the
    raids were on Ruritania.
    The draft with that state as its recipient; as it is where a place is named for it.
    """
    if statuses.graph.predicates[draft.head].pos != "noun" or place_of(draft, statuses)[0] is not None:
        return draft
    attackers = {a.country for a in draft.actors}
    near = _after(draft, drafts, statuses)
    states = {a.country for other in near if other.kind != ABROAD for a in other.actors}
    if len(states) != 1 or (state := states.pop()) is None or state in attackers:
        return draft
    return replace(draft, recipients=(side_at_home(state, "CVL", WHY),))


def _after(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[Draft]:
    """The measures that are told to have been taken after it."""
    graph = statuses.graph
    above = set(graph.above(draft.head, *graph.words[CAUSES]))
    for other in drafts if above else ():
        after = not above.isdisjoint(graph.with_carrier(other.head))
        if after and type_of(other, statuses) in MEASURES:
            yield other
