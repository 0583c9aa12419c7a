"""Forces that are told of beside or before a blow, as who dealt it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import classes_of
from detente.coding.reasons import because, only_because
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import actors_at, sides
from detente.coding.sides.looking.told_before import told_before
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Actor

ATTACK, ARREST = "ASSAULT", "arrest"  # a type, a kind
LEAVING = "withdrawal"  # a kind
MEANWHILE = ("as", "when", "while")
FORCES, REBELS = frozenset({"COP", "MIL"}), frozenset({"REB", "UAF", "PRM"})
ADDED = ("relcl", "acl")
ARMED, OF_NO_STATE = "troops", frozenset({"REB", "UAF", "PRM", "CRM", "OPP"})
BY_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
JOINED, WHO = "conj", ("subject",)
SAME = "whose forces act in the clause before"
ARMY = "MIL"
STRUCK = "who was struck just before"


def with_forces_beside(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Violence by nobody who is named in, the forces that the clause beside it tells of as those who did it out.

    "Nine protesters are killed as police defend the airport", "soldiers are killed and others flee as rebels advance".
    The draft with the police or soldiers who act in the clause of time, if those who are hurt are none of theirs. Rebels
    too, unless the attack is told once more by what they do there.
    """
    predicate = statuses.graph.predicates[draft.head]
    if not _is_open(draft, statuses) or not predicate.passive:
        return draft
    for head in _meanwhile(draft.head, statuses):
        clause = statuses.graph.predicates.get(head)
        if clause is None or clause.pos != "verb" or clause.passive:
            continue
        found = actors_at(("subject",), clause, statuses.graph, statuses.mentions)
        same = head in predicate.heads(*MEANWHILE) and _is_told_at(head, draft, drafts, statuses)
        if _are_foes(found, draft.recipients, rebels_too=not same):
            why = f"acts in '{statuses.graph.doc[head].text}'"
            return replace(draft, actors=because(found, why))
    return draft


def _meanwhile(head: int, statuses: Statuses) -> Iterator[int]:
    """The clauses of time under the verb, or under the one that it is joined with."""
    graph = statuses.graph
    for verb in (graph.doc[head], *graph.doc[head].conjuncts):
        if (predicate := graph.predicates.get(verb.i)) is not None:
            yield from predicate.heads(*MEANWHILE)


def _is_told_at(head: int, draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether the attack of the draft is told there once more."""
    return _is_attack(draft, statuses) and any(d.head == head and _is_attack(d, statuses) for d in drafts)


def _is_attack(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) == ATTACK


def _are_foes(armed: Sequence[Actor], hurt: Sequence[Actor], *, rebels_too: bool) -> bool:
    """Whether all are of the state's forces and none of those is hurt, or all rebels and none of them is."""
    if not armed or not all(a.country or a.id for a in armed):
        return False
    struck = {s for r in hurt for s in r.sectors}
    if all(FORCES & set(a.sectors) for a in armed):
        return not FORCES & struck
    risen = rebels_too and all(REBELS & set(a.sectors) for a in armed)
    return risen and not REBELS & struck and not sides(armed, hurt)


def with_who_held_it(draft: Draft, statuses: Statuses) -> Draft:
    """ "Retook the town of Zenda, which the league had held for years": from the league."""
    own = {a.country for a in draft.actors}
    if any(r.inferred is None and r.country not in own for r in draft.recipients):
        return draft
    graph = statuses.graph
    doc, holding = graph.doc, graph.words["verbs of having taken"]
    whole = doc[draft.head].right_edge.i
    for verb in graph.predicates.values():
        said = draft.head < verb.head <= whole and verb.lemma in holding
        if not said or not (doc[verb.head].dep_ in ADDED or _takes_it(verb, statuses)):
            continue
        found = actors_at(("subject", "by"), verb, graph, statuses.mentions)
        if found and not sides(found, draft.actors) and all(a.country not in own or a.id for a in found):
            return replace(draft, recipients=because(found, f"'{doc[verb.head].text}' it before"))
    return draft


def _takes_it(verb: Predicate, statuses: Statuses) -> bool:
    """ "... after it was seized by the league": the place that is won back."""
    doc = statuses.graph.doc
    taken = verb.heads("object")
    return doc[verb.head].dep_ == "advcl" and bool(taken) and all(doc[h].tag_ == "PRP" for h in taken)


def with_whom_it_fights(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Retook the town after it began an offensive against Graustarkian troops": from those whom it fights there.

    Or from those who leave it: "troops leave Zenda after the league seizes it".
    """
    sentence = statuses.graph.doc[draft.head].sent
    for other in drafts:
        beside = sentence.start <= other.head < sentence.end and other is not draft
        foes = _foes_in(other, draft, statuses) if beside else ()
        if foes and all(a.inferred is None and (a.country or a.id) for a in foes):
            why = f"told of beside it in '{statuses.graph.doc[other.head].text}'"
            return replace(draft, recipients=because(foes, why))
    return draft


def _foes_in(other: Draft, taking: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """The other side of an act of violence by whoever takes the place; all of those who withdraw from it."""
    if other.kind == LEAVING and not sides(other.actors, taking.actors):
        return other.actors
    if not _is_attack(other, statuses) or not sides(other.actors, taking.actors):
        return ()
    return tuple(a for a in (*other.actors, *other.recipients) if not sides((a,), taking.actors))


def _is_open(draft: Draft, statuses: Statuses) -> bool:
    known = any_known(draft.actors)
    by_force = draft.kind == ARREST or _is_attack(draft, statuses)
    return by_force and not known and not draft.reciprocal


def with_forces_of_first(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Violence by soldiers of whom only that is told in, those of the state whose forces act in the clause before it out.

    "Ruritanian jets bombed Klausenburg, and 3,000 troops took a strip of Sylvania": Ruritania's. Who strikes back or runs
    is of the other side, and soldiers behind what rebels do are no rebels.
    The draft by the state that acts in the clause with which its own is joined, against the same or against nobody else.
    """
    verb = statuses.graph.doc[draft.head]
    if verb.dep_ != JOINED or verb.pos_ != "VERB" or not _is_of_bare_soldiers(draft, statuses):
        return draft
    for other in drafts:
        if verb.head.i not in statuses.graph.with_carrier(other.head):
            continue
        if not _is_by_forces_of_one_state(other, statuses) or sides(other.actors, draft.recipients):
            continue
        named = any(r.inferred is None for r in draft.recipients)  # and not only by where it is
        if named and not sides(draft.recipients, other.recipients):
            continue
        hit = draft.recipients or only_because(other.recipients, SAME)
        return replace(draft, actors=only_because(other.actors, SAME), recipients=hit)
    return draft


def _is_of_bare_soldiers(draft: Draft, statuses: Statuses) -> bool:
    """Whether those who act are soldiers, and no word beside them says whose."""
    graph, named = statuses.graph, statuses.mentions.modifiers
    for head in graph.predicates[draft.head].heads(*WHO):
        below = list(graph.doc[head].children)
        if any(i in named for i in (head, *(c.i for c in below))) or any(c.dep_ == "prep" for c in below):
            return False
        return ARMED in classes_of(graph.doc, head, statuses.lexicon)
    return False


def _is_by_forces_of_one_state(other: Draft, statuses: Statuses) -> bool:
    if type_of(other, statuses) not in BY_FORCE or other.reciprocal or not other.actors:
        return False
    return len({a.country for a in other.actors}) == 1 and all(_is_of_state(a) for a in other.actors)


def _is_of_state(actor: Actor) -> bool:
    return actor.country is not None and not OF_NO_STATE & set(actor.sectors)


def with_who_strikes_back(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """An answer by force of "the army" in, the side that was struck just before as whose army it is out.

    "A rocket was fired from Sylvania at Strelsau. The army responded with strikes": Ruritania's, and not Sylvania's.
    The draft; only of soldiers whose state no word beside them names, and who seem to be of whoever struck.
    """
    if not _is_bare_answer(draft, statuses):
        return draft
    before = reversed(told_before(draft, drafts, statuses))
    blow = next((d for d in before if _is_blow(d, statuses)), None)
    if blow is None:
        return draft
    struck, striking = ({a.country for a in side} for side in (blow.recipients, blow.actors))
    acting = {a.country for a in draft.actors}
    if len(struck) != 1 or None in struck or struck & striking or not acting <= striking | {None}:
        return draft
    land = next(iter(struck))
    army = tuple(replace(a, id=None, country=land, inferred=STRUCK) for a in draft.actors)
    theirs = because(blow.actors, STRUCK)
    own = any(r.country == land and not r.id for r in draft.recipients)
    return replace(draft, actors=army, recipients=theirs if own or not draft.recipients else draft.recipients)


def _is_bare_answer(draft: Draft, statuses: Statuses) -> bool:
    graph, mentions = statuses.graph, statuses.mentions
    verb = graph.predicates[draft.head]
    answers = verb.lemma in graph.words["answering verbs"]
    unnamed = all(a.inferred if a.country else a.id is None for a in draft.actors)
    soldiers = bool(draft.actors) and unnamed and all(ARMY in a.sectors for a in draft.actors)
    heads = [h for h in verb.heads(*WHO) for c in graph.doc[h].children if c.i in mentions.modifiers]
    return answers and soldiers and not heads


def _is_blow(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) == ATTACK and bool(draft.actors) and bool(draft.recipients)
