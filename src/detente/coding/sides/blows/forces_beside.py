"""Violence by nobody who is named in, the forces that the clause beside it tells of as those who did it out.

"Nine protesters are killed as police defend the airport", "soldiers are killed and others flee as rebels advance".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Actor

VIOLENCE, TAKING, ARREST = "ASSAULT", "capture of territory", "arrest"  # a type, kinds
LEAVING = "withdrawal"  # a kind
MEANWHILE = ("as", "when", "while")
FORCES, REBELS = frozenset({"COP", "MIL"}), frozenset({"REB", "UAF", "PRM"})
ADDED = ("relcl", "acl")


def with_forces_beside(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the police or soldiers who act in the clause of time, if those who are hurt are none of theirs.

    Rebels too, unless the attack is told once more by what they do there.
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
    return type_of(draft, statuses) == VIOLENCE


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
