"""Between whom one mediates, and with whom a truce is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of, without
from detente.coding.matching.lexicon import family_of
from detente.coding.reasons import because, only_because
from detente.coding.roles.known import key_of, keys_of
from detente.coding.roles.roles import actors_at, actors_of, distinct, without_states
from detente.coding.roles.roles import sides as sides_share
from detente.coding.sides.looking.told_before import told_in
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.records import Actor

DECLARED, TRUCE = "ceasefire declaration", "ceasefire"
MEETING, CALL = "meeting", "call"  # families
AHEAD, ASKED = ("planned", "scheduled"), ("proposed", "declined")
AGREED, TELLS = "agreement", "tells that it was agreed"
BREAK = "break of relations"
MODE = "third-party"
BETWEEN = ("between", "among")
FRUITS = frozenset(
    {"AGREE", "ASSAULT", "CONCEDE", "COOPERATE", "RETREAT"}
)  # types of what a deal brings or ends
QUARRELS = frozenset(
    {"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "REJECT", "SANCTION", "THREATEN"}
)  # types of what one mediates in
CAME_OF_IT = (*HAPPENED, *AHEAD, "cancelled")  # a clash that a truce ended
TRUCES, FIGHTING = frozenset({"ceasefire declaration", "ceasefire"}), "ASSAULT"  # kinds, a type
WHY = "whom they fight"


def with_sides_of_talks(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft of a mediation without those between whom it mediates in, the sides of what was brokered as such out.

    "A truce between Ruritania and Sylvania brokered by Graustark", "signed a pact mediated by Graustark": whoever makes the
    pact is whom the mediator brought together.
    "The talks result in a deal", "a truce ends the fighting between them": whoever talks or fights makes it.
    """
    graph = statuses.graph
    coming = _of_those_who_met(draft, drafts, statuses)
    if coming is not None:
        return coming
    over = graph.over(draft.head)
    verbs = [p for p in over if p.lemma.split()[0] in graph.words["resulting verbs"]]
    above = {h for p in verbs for h in p.heads("subject")} | {graph.doc[p.head].head.i for p in verbs}
    ended = {h for p in over if draft.head in p.heads("subject") for h in p.heads("object")}
    for other in drafts if above or ended else ():
        heads = {other.head, graph.predicates[other.head].carrier}
        if other.head not in ended and not heads & above:
            continue
        sides = distinct((*other.actors, *other.recipients))
        family = family_of(other.kind, statuses.lexicon)
        met = family == MEETING and len(sides) > 1
        fought = other.reciprocal and other.head in ended and len(keys_of(sides)) > 1
        fought = fought and family not in (MEETING, CALL)  # "the fighting dominated their call"
        if fought or (met and heads & above):
            why = f"a side in '{graph.doc[other.head].text}'"
            return replace(draft, actors=because(sides, why))
    return draft


def with_those_reconciled(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "A truce between Ruritania and Sylvania followed talks led by Graustark": its talks with the two."""
    if family_of(draft.kind, statuses.lexicon) != MEETING:
        return draft
    sentence = statuses.graph.doc[draft.head].sent
    near = [d for d in told_in(sentence, drafts) if d.reciprocal]
    made = [d for d in near if d.kind == TRUCE or family_of(d.kind, statuses.lexicon) == AGREED]
    for where, others in _several(made, draft):
        if without(draft.actors, tuple(others)) == draft.actors:
            why = f"a side in '{statuses.graph.doc[where].text}'"
            return replace(draft, recipients=because(others, why))
    return draft


def _mediates(draft: Draft, statuses: Statuses) -> bool:
    return statuses.lexicon.kinds[draft.kind].mode == MODE


def is_matter_at_home(head: int, statuses: Statuses) -> bool:
    """ "Wage talks", "negotiations on a coalition": with nobody abroad."""
    graph = statuses.graph
    event = graph.predicates[head]
    about = {graph.doc[h].lemma_.lower() for h in event.heads("compound", "mod", "on", "over", "about")}
    return not about.isdisjoint(graph.words["matters at home"])


def _of_those_who_met(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft | None:
    """ "After a call with the king, the premier says that negotiations will start": they will negotiate."""
    if draft.status not in AHEAD or family_of(draft.kind, statuses.lexicon) != MEETING:
        return None
    sentence = statuses.graph.doc[draft.head].sent
    near = (d for d in drafts if sentence.start <= d.head < draft.head and d.status in HAPPENED)
    met = (d for d in near if family_of(d.kind, statuses.lexicon) in (MEETING, CALL))
    sides = next((s for d in met if len(s := distinct((*d.actors, *d.recipients))) > 1), ())
    why = "those who met before it"
    named = because(sides, why)
    return replace(draft, actors=named) if named else None


def with_sides_of_deal(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the sides of the agreement or the talks that are its object, or of what these led to."""
    if not _mediates(draft, statuses):
        return draft
    if without_states(draft.recipients, draft.actors):
        return draft
    for where, sides in _brought_together(draft, drafts, statuses):
        others = without(distinct(a for a in sides if a.country or a.id), draft.actors)
        if others:
            why = f"a side in '{statuses.graph.doc[where].text}'"
            return replace(draft, recipients=because(others, why))
    event = statuses.graph.predicates[draft.head]
    own = draft.recipients and all(r.inferred for r in draft.recipients) and not any(map(event.has, BETWEEN))
    return replace(draft, recipients=()) if own else draft  # "brokered in Strelsau": only where


def _brought_together(
    draft: Draft, drafts: Sequence[Draft], statuses: Statuses
) -> Iterator[tuple[int, Sequence[Actor]]]:
    """Those who may be the sides, surest first, with the word that tells of them."""
    graph = statuses.graph
    things = set(graph.predicates[draft.head].heads("object", "following"))
    yield from ((h, named) for h in things if len(named := _named_between(h, statuses)) > 1)
    things |= set(graph.above(draft.head))
    others = [d for d in drafts if d is not draft]
    linked = [d for d in others if d.reciprocal and (d.head in things or things & set(d.nouns))]
    yield from _several(linked, draft)
    sentence = graph.doc[draft.head].sent
    before = [d for d in others if graph.doc[d.head].sent.end == sentence.start]
    quarrels = [d for d in before if type_of(d, statuses) in QUARRELS]
    if draft.status not in (*HAPPENED, *AHEAD):
        yield from _several(quarrels[::-1] if draft.status in ASKED else [], draft)
        return
    near = [d for d in told_in(sentence, others) if d.status in CAME_OF_IT]
    yield from _several([d for d in near if d.reciprocal], draft)
    deeds = [d for d in near if type_of(d, statuses) in FRUITS]
    doers = without(distinct(a for d in deeds for a in d.actors), draft.actors)
    if len(doers) == 2:
        yield deeds[0].head, doers
    yield from _several(deeds, draft)
    yield from _several([d for d in before if d.reciprocal], draft)
    yield from _one_land(near or before, draft)
    yield from _several(quarrels[::-1], draft)


def _several(drafts: Sequence[Draft], mediation: Draft) -> Iterator[tuple[int, Sequence[Actor]]]:
    for other in drafts:
        sides = without_states(distinct((*other.actors, *other.recipients)), mediation.actors)
        if len(keys_of(sides)) > 1:
            yield other.head, sides


def _one_land(drafts: Sequence[Draft], mediation: Draft) -> Iterator[tuple[int, Sequence[Actor]]]:
    """ "Soldiers seized the president of Ruritania; Graustark sent an envoy to mediate": between those at home there."""
    sides = without(tuple(a for d in drafts for a in (*d.actors, *d.recipients)), mediation.actors)
    lands = keys_of(sides)
    strife = any(sides_share(d.actors, d.recipients) for d in drafts)
    if strife and len(lands) == 1 and None not in lands:
        yield drafts[0].head, sides[:1]


def _named_between(thing: int, statuses: Statuses) -> Sequence[Actor]:
    """Whom a phrase with "between" within what is brokered names."""
    graph, doc = statuses.graph, statuses.graph.doc
    words = (w for w in doc[thing].subtree if w.lower_ in BETWEEN)
    heads = [h for w in words for c in w.children for h in (c, *c.conjuncts)]
    return distinct(a for h in heads for a in actors_of(h.i, BETWEEN[0], graph, statuses.mentions))


def between_others(draft: Draft, statuses: Statuses) -> Draft:
    """A truce announced by others than those "between" whom it is, as theirs."""
    graph = statuses.graph
    if draft.kind != DECLARED:
        return draft
    for head in graph.predicates[draft.head].heads("object"):
        noun = graph.predicates.get(head)
        sides = actors_at(("between",), noun, graph, statuses.mentions, every=True) if noun else ()
        if len(sides) > 1:
            return replace(draft, kind=TRUCE, reciprocal=True, actors=sides, recipients=())
    return draft


def with_side_that_tells(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania says that a deal has been reached with Sylvania", "says that ties with it are frozen": who tells of
    the deal or the break is a side of it."""
    sides = distinct((*draft.actors, *draft.recipients))
    alike = family_of(draft.kind, statuses.lexicon) == AGREED or draft.kind == BREAK
    if not alike or len(sides) != 1 or not (sides[0].country or sides[0].id):
        return draft
    graph = statuses.graph
    made = set(graph.with_carrier(draft.head))
    made |= set(graph.above(draft.head, "object"))
    if _is_of_who_fights_there(sides, made, statuses):
        return draft
    telling = {g.head for h in made for g in graph.governors.get(h, ()) if g.name == "clause"}
    for verb in (graph.predicates[head] for head in sorted(telling)):
        if verb.pos != "verb" or not any(graph.predicates[h].passive for h in made if h in graph.predicates):
            continue
        tellers = without(actors_at(("subject",), verb, graph, statuses.mentions), sides)
        official = tuple(a for a in tellers if a.country and a.country != sides[0].country)
        if len(official) == 1:
            told = replace(official[0], inferred=official[0].inferred or TELLS)
            return replace(draft, actors=(told,), recipients=sides)
    return draft


def _is_of_who_fights_there(sides: Sequence[Actor], made: Collection[int], statuses: Statuses) -> bool:
    """ "Says that a truce was agreed in Graustark": between those who fight there."""
    graph = statuses.graph
    there = [
        a
        for h in made
        if h in graph.predicates
        for a in actors_at(("in",), graph.predicates[h], graph, statuses.mentions)
    ]
    return any(a.span == sides[0].span for a in there)


def with_whom_they_fight(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A truce that one side declares and that names no other in, whoever it fights in the text out.

    "The league raided a camp, hours after President Hentzau declared a ceasefire": with the league.
    The draft with the other side of the fight that is told nearest to it.
    """
    own = keys_of(draft.actors) - {None}
    if not own:
        return draft
    if any(key_of(r) not in own and (r.span is not None or r.inferred is None) for r in draft.recipients):
        return draft  # else only the land where they live is thought of
    fights = [d for d in drafts if type_of(d, statuses) == FIGHTING]
    for fight in sorted(fights, key=lambda d: abs(d.head - draft.head)):
        if enemies := tuple(_enemies(fight, own)):
            return replace(draft, recipients=only_because(enemies, WHY))
    return draft


def _enemies(fight: Draft, own: set[str | None]) -> Iterator[Actor]:
    """Those of the other side, where one's own stands on one of the two."""
    both = (*fight.actors, *fight.recipients)
    here, there = (both, both) if fight.reciprocal else (fight.actors, fight.recipients)
    if not own & keys_of(here):
        here, there = there, here
    if own & keys_of(here):
        yield from (a for a in there if key_of(a) is not None and key_of(a) not in own)
