"""An event's own status and the operators over it in, the status that results out.

Nothing here looks at a text: it is the arithmetic of statuses.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from detente.knowledge.frames import Operator
from detente.reading.graph import Graph, Predicate
from detente.records import Status

HAPPENED = ("occurred", "under_way")
COMING = ("planned", "scheduled", "proposed")
STILL = ("hypothetical", "planned")
OFF = ("postponed", "cancelled", "declined", "denied")
NEGATED: Mapping[str, Status] = {
    "planned": "declined",
    "scheduled": "denied",
    "proposed": "denied",
    "postponed": "planned",
    "cancelled": "planned",
    "declined": "planned",
    "denied": "occurred",
    "occurred": "denied",
    "under_way": "denied",
}


class Applied(Struct, frozen=True):
    """An operator that was applied, and the predicate that bears it.

    base: how that predicate stands by itself; status: how it stands under what governs it in turn.
    """

    operator: Operator
    head: int
    base: Status
    status: Status


class Reading(Struct, frozen=True, kw_only=True):
    """One way in which an event stands in its sentence; `base` before any operator, `applied` innermost first."""

    status: Status
    base: Status
    certainty: str = "CT"
    applied: tuple[Applied, ...] = ()
    path: tuple[int, ...] = ()


def compose(
    inner: Reading, operator: Operator, head: int, outer: Reading, graph: Graph | None = None
) -> Reading:
    """The reading of an event under an operator, borne by the word at `head`, that itself stands as `outer` says."""
    own = inner.certainty if operator.status is None else "CT"
    asked_later = operator.certainty == "Uu" and outer.status in COMING
    around = "CT" if operator.factive or asked_later else outer.certainty
    applied = (*inner.applied, Applied(operator, head, outer.base, outer.status), *outer.applied)
    status = composed_status(inner.status, operator, outer.status)
    if any(a.operator.fulfils for a in outer.applied[:1]):
        if operator.status in COMING:
            status = outer.status
        elif (
            operator.makes is not None and operator.status == "hypothetical"
        ):  # "carried out its threat to expel them"
            status, applied = outer.status, (*inner.applied, *outer.applied)
    if (
        status == "proposed"
        and outer.status in COMING
        and any(a.operator.swap and a.operator.status in COMING for a in outer.applied[:1])
    ):
        status = outer.status  # "accepted an invitation to visit it": the answer counts
    if any(a.operator.of and a.operator.makes is None for a in outer.applied[:1]):
        status = "hypothetical"  # "tried to broker a truce": mediates, and nobody has laid down his arms
    if status == "declined" and operator.status in COMING and _is_waited_for(head, outer, graph):
        status = "denied"
    if status == "hypothetical" and operator.status == status and _is_called_coming(inner):
        status = inner.status
    return Reading(
        status=status,
        base=inner.base,
        certainty=weakest(own, operator.certainty or "CT", around),
        applied=applied,
        path=(*inner.path, *outer.path),
    )


def _is_waited_for(head: int, outer: Reading, graph: Graph | None) -> bool:
    """ "has not agreed to go", "has yet to agree": it has not come to that, and nobody has refused it."""
    verb = graph.predicates.get(head) if graph is not None else None
    still = any(a.operator.status == "denied" for a in outer.applied[:1])
    return outer.status == "denied" and (still or (verb is not None and verb.negated and verb.perfect))


def _is_called_coming(reading: Reading) -> bool:
    """ "fears for the planned visit": an adjective has said that it is coming, and it stays so when spoken of."""
    return (
        reading.status in COMING and bool(reading.applied) and bool(reading.applied[-1].operator.adjectives)
    )


def weakest(*certainties: str) -> str:
    """The least certain of these."""
    return min(certainties, key=["PS", "Uu", "PR", "CT"].index)


def composed_status(inner: Status, operator: Operator, outer: Status) -> Status:
    """What an operator that itself stands as `outer` makes of an event that stood as `inner`."""
    given = operator.status
    if given in HAPPENED and outer not in HAPPENED:  # "will be under way"
        given = None
    if operator.factive:
        return inner
    if operator.opinion:
        return (operator.negated or NEGATED.get(inner, inner)) if outer in OFF else inner
    if given is None:
        refused = operator.negated if outer == "denied" else None  # "did not allow it"
        return refused or (inner if inner not in HAPPENED and outer in HAPPENED else outer)
    if outer in HAPPENED:
        return given
    open_still = (
        outer == "declined" and operator.negated in STILL
    )  # "would not be easy to reach", "will have no choice"
    if outer == "denied" or open_still or (outer in OFF and given in OFF):
        return operator.negated or NEGATED.get(given, given)
    if outer in COMING:
        if outer == "proposed" and given in COMING:  # a plan that is proposed proposes what it plans
            return outer
        return given if given in (*COMING, *OFF) else "hypothetical"
    return outer


def of_itself(base: Reading, predicate: Predicate, operator: Operator) -> Reading:
    """An infinitive says nothing of itself: "continued to bomb" is bombing, "will thank them for bombing" as well."""
    silent = predicate.mood == "infinitive" or (predicate.mood == "participle" and operator.factive)
    if silent and not base.applied:
        return replace(base, status="occurred", certainty="CT")
    return base


def turned(reading: Reading, base: Reading, predicate: Predicate) -> Reading:
    """ "decided not to attend", "vowed that he would never attend" turn what "decided to attend" says."""
    if not predicate.negated or base.applied:
        return reading
    if (
        base.status == "postponed" and reading.status in COMING
    ):  # "promised that it would not begin before June"
        return replace(reading, status=base.status)
    if predicate.mood == "infinitive" or (base.status == "declined" and reading.status in COMING):
        return replace(reading, status=NEGATED.get(reading.status, reading.status))
    return reading
