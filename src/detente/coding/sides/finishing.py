"""Drafts whose sides no clause names in, the sides out that only hold if nobody else is named, and those told around."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import distinct
from detente.coding.sides.around import AID, ATTACK, LAND_TAKEN, REQUEST, Around, with_steps
from detente.coding.sides.blows.same_hands import (
    INTERCEPTION,
    at_attackers,
    with_enemy_before,
    with_same_hands,
)
from detente.coding.sides.blows.soldiers import only_those_hit
from detente.coding.sides.blows.struck import (
    not_its_own,
    only_others,
    with_foreign_hands,
    with_rebels_named,
    with_who_is_struck,
)
from detente.coding.sides.captives.captives import are_from_kidnappers
from detente.coding.sides.dealings.aid import with_those_helped_there
from detente.coding.sides.dealings.brokered import TRUCES, with_whom_they_fight
from detente.coding.sides.nearby.parallel import with_shared_subject
from detente.coding.sides.nearby.sentence_before import with_side_before
from detente.coding.sides.nearby.side_after import with_side_after
from detente.coding.sides.nearby.text_sides import with_sides_of_text, with_state_at_home
from detente.coding.sides.step import (
    ACTORS,
    AIMLESS,
    NO_RECIPIENTS,
    ONE_WAY,
    RECIPIENTS,
    TO_BE_AIMED,
    Step,
    Steps,
)
from detente.coding.sides.whose.alone import of_only_state
from detente.coding.sides.whose.domestic import at_home_at_last
from detente.coding.sides.whose.forces import with_police_of_protest, with_who_garrisons
from detente.coding.sides.whose.own_courts import with_own_police
from detente.coding.sides.whose.own_land import with_own_land
from detente.coding.sides.whose.own_state import with_own_state
from detente.coding.sides.words.deeds import (
    COMMENTS,
    with_doer_of_deed,
    with_land_of_deed,
    with_power_at_home,
)
from detente.coding.sides.words.pressed import with_who_pressed
from detente.coding.sides.words.stricken import with_only_doer
from detente.coding.sides.words.unknown_deed import with_unknown_doer
from detente.coding.standing.status import Statuses
from detente.stages import Parts

REPROACH = frozenset({"ACCUSE"})
DIRECTED = ("declined", "proposed")  # who refuses or offers is not who is refused or offered, even for talks

AROUND: Steps[Around] = Steps(
    (
        Step(lambda d, a: with_same_hands(d, a.drafts, a.statuses), RECIPIENTS, ATTACK),
        Step(lambda d, a: at_attackers(d, a.drafts, a.statuses), AIMLESS, frozenset({INTERCEPTION})),
        Step(lambda d, a: with_enemy_before(d, a.drafts, a.statuses), ACTORS, LAND_TAKEN),
        Step(lambda d, a: with_those_helped_there(d, a.statuses), ONE_WAY, ATTACK | AID),
        Step(lambda d, a: with_shared_subject(d, a.drafts, a.statuses), ONE_WAY),
        Step(lambda d, a: with_police_of_protest(d, a.drafts, a.statuses), ACTORS),
        Step(lambda d, a: with_state_at_home(d, a.matter(), a.statuses)),
        Step(lambda d, a: with_land_of_deed(d, a.drafts, a.statuses), ACTORS | ONE_WAY, REQUEST),
        Step(lambda d, a: with_unknown_doer(d, a.drafts, a.statuses), NO_RECIPIENTS | ONE_WAY, REPROACH),
        Step(lambda d, a: with_whom_they_fight(d, a.drafts, a.statuses), ACTORS | ONE_WAY, TRUCES),
        Step(lambda d, a: with_doer_of_deed(d, a.drafts, a.statuses), ACTORS | ONE_WAY, COMMENTS),
        Step(lambda d, a: with_side_before(d, a.drafts, a.statuses, a.matter())),
        Step(lambda d, a: with_side_after(d, a.drafts, a.statuses), TO_BE_AIMED),
        Step(lambda d, a: with_who_pressed(d, a.drafts, a.statuses), ACTORS | ONE_WAY),
    )
)
AT_LAST: Steps[Around] = Steps(
    (
        Step(lambda d, a: with_own_land(d, a.drafts, a.statuses), NO_RECIPIENTS | ONE_WAY),
        Step(lambda d, a: with_only_doer(d, a.drafts, a.statuses), TO_BE_AIMED, REPROACH),
        Step(lambda d, a: with_power_at_home(d, a.statuses), NO_RECIPIENTS | ONE_WAY, REPROACH),
    )
)


def last_resort(draft: Draft, statuses: Statuses) -> Draft:
    """The sides that only hold if nobody else is named."""
    draft = with_own_police(only_those_hit(draft, statuses), statuses)
    owned = with_own_state(with_rebels_named(not_its_own(draft, statuses), statuses), statuses)
    owned = with_who_is_struck(owned, statuses)
    owned = only_others(with_foreign_hands(owned, statuses), statuses)
    if are_from_kidnappers(owned, statuses):
        return of_only_state(owned, statuses)
    at_last = of_only_state(at_home_at_last(owned, statuses, statuses.lexicon.done_at_last), statuses)
    return with_who_garrisons(at_last, statuses)


def with_sides_around(drafts: Sequence[Draft], statuses: Statuses) -> Parts[Sequence[Draft]]:
    """The drafts with the sides that those beside, before and after them in the text have, and what it is all about."""
    around = yield from with_steps(AROUND, Around(drafts, statuses))
    return (yield from with_steps(AT_LAST, Around(with_sides_of_text(around, statuses), statuses)))


def settle_sides(draft: Draft) -> Draft:
    """A reciprocal event has all its sides as actors, unless one side refuses or offers it."""
    if not draft.reciprocal or (draft.status in DIRECTED and draft.recipients):
        return replace(draft, reciprocal=False) if draft.reciprocal else draft
    return replace(draft, actors=distinct((*draft.actors, *draft.recipients)), recipients=())
