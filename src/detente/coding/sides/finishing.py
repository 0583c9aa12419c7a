"""Drafts whose sides no clause names in, the sides out that only hold if nobody else is named, and those told around."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.sides.blows.same_hands import with_same_hands
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
from detente.coding.sides.dealings.brokered import with_whom_they_fight
from detente.coding.sides.looking.matter import Matter
from detente.coding.sides.nearby.parallel import with_shared_subject
from detente.coding.sides.nearby.sentence_before import with_side_before
from detente.coding.sides.nearby.side_after import with_side_after
from detente.coding.sides.nearby.text_sides import with_sides_of_text, with_state_at_home
from detente.coding.sides.whose.alone import of_only_state
from detente.coding.sides.whose.domestic import at_home_at_last
from detente.coding.sides.whose.forces import with_police_of_protest, with_who_garrisons
from detente.coding.sides.whose.own_courts import with_own_police
from detente.coding.sides.whose.own_land import with_own_land
from detente.coding.sides.whose.own_state import with_own_state
from detente.coding.sides.words.deeds import with_doer_of_deed, with_land_of_deed
from detente.coding.sides.words.pressed import with_who_pressed
from detente.coding.sides.words.unknown_deed import with_unknown_doer
from detente.coding.standing.status import Statuses


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


def with_sides_around(drafts: tuple[Draft, ...], statuses: Statuses) -> tuple[Draft, ...]:
    """The drafts with the sides that those beside, before and after them in the text have."""
    sided: Sequence[Draft] = with_those_helped_there(with_same_hands(drafts, statuses), statuses)
    sided = [with_shared_subject(draft, sided, statuses) for draft in sided]
    sided = [with_police_of_protest(draft, sided, statuses) for draft in sided]
    matter = Matter(sided, statuses)
    sided = [with_state_at_home(draft, matter, statuses) for draft in sided]
    sided = [with_land_of_deed(draft, sided, statuses) for draft in sided]
    sided = [with_unknown_doer(draft, sided, statuses) for draft in sided]
    sided = [with_whom_they_fight(draft, sided, statuses) for draft in sided]
    sided = [with_doer_of_deed(draft, sided, statuses) for draft in sided]
    sided = with_side_after(with_side_before(sided, statuses, matter=matter), statuses)
    return with_own_land(with_sides_of_text(with_who_pressed(sided, statuses), statuses), statuses)
