"""A word whose event stands somehow in, the one of the ten statuses that its sentence gives it exactly, out.

Events are coded by what is made of them, and it is their time and claims that fix their day. A word that is asked for
by itself has neither: here its sentence alone says that a day is set, that it goes on now, that it is asked for.
"""

from __future__ import annotations

from detente.coding.coming import Attached
from detente.coding.exact.asked import exactly_open
from detente.coding.exact.called import called
from detente.coding.exact.course import goes_on, is_coped_with, is_on_meanwhile, is_worked_at
from detente.coding.exact.day import has_a_day, is_called_for_a_day
from detente.coding.exact.doing import was_on_that_day
from detente.coding.exact.ending import has_no_end, is_over
from detente.coding.exact.going import has_begun_to_last, is_going
from detente.coding.exact.off import exactly_off
from detente.coding.exact.plan import as_planned
from detente.coding.exact.summing import summed_up
from detente.coding.standing.composing import COMING, HAPPENED
from detente.coding.standing.shapes import counted
from detente.coding.standing.standings import Standing, is_known
from detente.coding.standing.status import Statuses
from detente.records import Status

NOT_BEGUN = ("postponed", "denied", "proposed")  # whatever else is said of it


def exactly(
    statuses: Statuses, attached: Attached, published: str | None, head: int, found: Status
) -> Status:
    """The exact status of the word at this token, of which `found` is known."""
    word = statuses.graph.predicates.get(counted(statuses.graph, head))
    if word is None:
        return found
    if found == "proposed" and is_known(word, statuses):
        plans = [r.status for r in statuses.readings(word.head) if r.status == "planned"]
        found = next(iter(plans), found)  # "invited them to its exercise, which begins on Monday"
    summed = summed_up(word, statuses) if found in HAPPENED else None
    if summed is not None and (as_it := statuses.readings(summed.head)[0].status) in COMING:
        found = as_it
    found = as_planned(word, found, statuses)
    off_or_open = exactly_off(word, found, statuses) or exactly_open(word, found, statuses)
    status = off_or_open or called(word, found, statuses) or found
    if status == "cancelled":
        return is_over(word, statuses) or status
    if status == "proposed" and is_called_for_a_day(word, statuses, attached, published):
        return "scheduled"
    if status not in NOT_BEGUN and (has_begun_to_last(word, statuses) or has_no_end(word, statuses)):
        return "under_way"
    if status in ("planned", *HAPPENED) and has_a_day(word, status, statuses, attached, published):
        return "scheduled"
    if status in ("hypothetical", "planned", "declined"):
        on = (
            is_on_meanwhile(word, statuses)
            or is_worked_at(word, statuses)
            or (status == "hypothetical" and is_coped_with(word, statuses))
        )
        return "under_way" if on else status
    on = goes_on(word, statuses) or is_going(word, statuses)
    on = on or was_on_that_day(word, statuses, attached, published)
    return "under_way" if status == "occurred" and on else status


def finer(found: Standing, exact: Status) -> Standing:
    """A standing made exact; what is only spoken of stays open though it is asked for, and a plan a plan."""
    status, certainty = found
    open_still = status == "hypothetical" and certainty != "Uu" and exact in COMING
    return found if open_still or exact == "hypothetical" else (exact, certainty)
