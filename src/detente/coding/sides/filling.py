"""Drafts in, the same with the sides that their sentences leave out filled from what is told around them out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.sides.around import (
    ATTACK,
    CURBS,
    EXTRADITION,
    FORCE,
    HELD_TO_ACCOUNT,
    IN_WORDS,
    LAND_TAKEN,
    MEASURE,
    MEETING,
    PROTEST,
    PUT_OUT,
    RELEASE,
    REQUEST,
    THREAT,
    Around,
    with_steps,
)
from detente.coding.sides.blows.answers import (
    DENIAL,
    with_answering_side,
    with_blamed_side,
    with_protest_of_state,
    with_who_answers,
    with_whom_it_answers,
    with_whom_it_hit,
)
from detente.coding.sides.blows.blamed import with_who_explains
from detente.coding.sides.blows.craft import with_crew_of, with_those_aboard
from detente.coding.sides.blows.forces_told_of import (
    BY_FORCE,
    with_forces_beside,
    with_forces_of_first,
    with_who_held_it,
    with_who_strikes_back,
    with_whom_it_fights,
)
from detente.coding.sides.blows.same_hands import with_those_at_home, with_those_hit_as_before
from detente.coding.sides.blows.soldiers import with_enemy_there, with_soldiers_of_other
from detente.coding.sides.blows.tellers import with_people_of_teller, with_who_tells
from detente.coding.sides.blows.turned_on import (
    at_home_with_police,
    at_police_beside,
    with_those_police_hit,
    with_who_puts_it_down,
)
from detente.coding.sides.blows.who_did_it import (
    with_doer_of_first,
    with_where_launched,
    with_who_intercepts,
    with_whom_it_is_traced_to,
)
from detente.coding.sides.blows.who_was_hit import (
    FIGHTS,
    where_it_goes_off,
    with_both_who_fell,
    with_other_who_fired,
)
from detente.coding.sides.by_clause import BY_CLAUSE
from detente.coding.sides.by_text import BY_TEXT
from detente.coding.sides.captives.abroad import with_land_handed_from
from detente.coding.sides.captives.captives import with_captor, with_who_frees_too
from detente.coding.sides.captives.rescued import FREED, with_others_like_them, with_those_carried_off
from detente.coding.sides.captives.same_captors import (
    with_captors_abroad,
    with_foreign_captors,
    with_same_captors,
    with_same_detained,
)
from detente.coding.sides.crowds.against import (
    with_whom_it_demands,
    with_whom_it_protests,
    with_whom_it_shouts_at,
)
from detente.coding.sides.crowds.set_off_by import (
    SUFFERED,
    with_whose_deed_set_it_off,
    with_whose_protest_it_set_off,
)
from detente.coding.sides.crowds.whose_crowd import (
    follows_protest,
    with_crowd_told_of,
    with_land_of_crowd,
    with_land_that_reacts,
)
from detente.coding.sides.dealings.by_other import (
    EASING,
    EMBARGO,
    MEASURES,
    with_doer_of_same,
    with_other_of_two,
    with_those_hit_before,
    without_own,
)
from detente.coding.sides.dealings.deals import (
    LEFT_OR_BROKEN,
    UNDONE,
    with_land_it_is_called_by,
    with_other_of_deal,
)
from detente.coding.sides.dealings.envoys import with_who_sends_off
from detente.coding.sides.dealings.party_tells import MEASURES as TOLD_MEASURES
from detente.coding.sides.dealings.party_tells import with_government_it_is_done_to
from detente.coding.sides.dealings.to_join import with_body_suspending, with_body_to_join
from detente.coding.sides.looking.mutual import with_each_other, with_land_of_rivals, with_who_fights
from detente.coding.sides.nearby.by_doing import (
    with_aim_of_means,
    with_doer_beside,
    with_doer_by_strikes,
    with_side_of_means,
)
from detente.coding.sides.nearby.done_again import BY_OTHERS, with_aim_of_like
from detente.coding.sides.nearby.parallel import with_same_aim, with_same_doers, with_same_target
from detente.coding.sides.nearby.text_sides import with_needed_sides_of_text
from detente.coding.sides.nearby.topics import with_land_of_label
from detente.coding.sides.nearby.within import with_party_within
from detente.coding.sides.step import (
    ACTORS,
    AIMLESS,
    BY_NOBODY,
    MUTUAL,
    NO_ACTORS,
    NO_RECIPIENTS,
    ONE_WAY,
    RECIPIENTS,
    TO_BE_AIMED,
    Step,
    Steps,
)
from detente.coding.sides.whose.domestic import at_home
from detente.coding.sides.whose.forces import SHOWN, with_home_forces, with_whose_forces
from detente.coding.sides.whose.own_people import with_people_at_own_things
from detente.coding.sides.words.asked import with_who_did_it
from detente.coding.sides.words.conditions import with_who_must_act
from detente.coding.sides.words.deeds import with_whose_deed_drew_it
from detente.coding.sides.words.pressed import with_who_forces
from detente.coding.sides.words.taken_up import LAID_ON, with_sides_of_measure, with_sides_of_request
from detente.coding.standing.status import Statuses
from detente.stages import Parts

STEPS: tuple[Step[Around], ...] = (
    Step(lambda d, a: with_those_at_home(d, a.statuses), ACTORS | ONE_WAY, FORCE),
    Step(lambda d, a: with_people_at_own_things(d, a.statuses), TO_BE_AIMED, CURBS),
    *BY_CLAUSE,
    Step(lambda d, a: with_each_other(d, a.statuses)),
    Step(lambda d, a: with_who_fights(d, a.statuses), MUTUAL, ATTACK),
    Step(lambda d, _: with_both_who_fell(d), BY_NOBODY | RECIPIENTS, FIGHTS),
    Step(lambda d, a: with_other_who_fired(d, a.drafts, a.statuses), BY_NOBODY | RECIPIENTS, ATTACK),
    Step(lambda d, a: with_side_of_means(d, a.statuses), ACTORS | ONE_WAY),
    Step(lambda d, a: with_doer_by_strikes(d, a.drafts, a.statuses), NO_ACTORS, ATTACK),
    Step(lambda d, a: with_doer_beside(d, a.drafts, a.statuses), BY_NOBODY, ATTACK),
    Step(lambda d, a: with_doer_of_first(d, a.drafts, a.statuses), BY_NOBODY, ATTACK),
    Step(lambda d, a: with_aim_of_means(d, a.statuses), NO_RECIPIENTS | ONE_WAY, PROTEST | ATTACK),
    Step(lambda d, a: with_whom_it_is_traced_to(d, a.statuses), BY_NOBODY, FORCE),
    Step(lambda d, a: with_where_launched(d, a.statuses), BY_NOBODY, ATTACK),
    Step(lambda d, a: with_who_intercepts(d, a.drafts, a.statuses), NO_RECIPIENTS, ATTACK),
    Step(lambda d, a: with_captor(d, a.statuses), ACTORS, REQUEST),
    Step(lambda d, a: with_land_handed_from(d, a.statuses), 0, EXTRADITION),
    Step(lambda d, a: with_who_must_act(d, a.statuses), ACTORS),
    Step(lambda d, a: with_whom_it_protests(d, a.statuses), NO_RECIPIENTS, PROTEST),
    Step(lambda d, a: with_whom_it_shouts_at(d, a.statuses), NO_RECIPIENTS, PROTEST),
    Step(lambda d, a: with_whom_it_demands(d, a.statuses), NO_RECIPIENTS, PROTEST),
    Step(lambda d, a: with_who_forces(d, a.statuses), ACTORS | ONE_WAY),
    Step(lambda d, a: with_who_sends_off(d, a.statuses), ONE_WAY, REQUEST | MEASURES | CURBS),
    Step(lambda d, a: with_whom_it_hit(d, a.drafts, a.statuses), AIMLESS, DENIAL),
    Step(lambda d, a: with_who_answers(d, a.drafts, a.statuses), TO_BE_AIMED, ATTACK),
    Step(lambda d, a: with_body_to_join(d, a.statuses), NO_RECIPIENTS, MEETING),
    Step(lambda d, a: with_body_suspending(d, a.statuses), NO_ACTORS, PUT_OUT),
    Step(lambda d, a: with_whose_deed_drew_it(d, a.drafts, a.statuses), AIMLESS, IN_WORDS),
    Step(lambda d, a: with_party_within(d, a.statuses), NO_RECIPIENTS | ONE_WAY),
    Step(lambda d, a: with_land_it_is_called_by(d, a.statuses), TO_BE_AIMED, UNDONE | THREAT),
    Step(lambda d, a: with_other_of_deal(d, a.drafts, a.statuses), TO_BE_AIMED, LEFT_OR_BROKEN),
    Step(lambda d, a: at_home_with_police(d, a.statuses), AIMLESS, ATTACK),
    Step(lambda d, a: at_police_beside(d, a.drafts, a.statuses), AIMLESS, ATTACK),
    Step(lambda d, a: with_those_police_hit(d, a.drafts, a.statuses), NO_ACTORS, PROTEST),
    Step(lambda d, a: with_crew_of(d, a.drafts, a.statuses), ONE_WAY, FORCE),
    Step(lambda d, a: with_who_strikes_back(d, a.drafts, a.statuses), ACTORS | ONE_WAY, ATTACK),
    Step(lambda d, a: with_same_aim(d, a.drafts, a.statuses), TO_BE_AIMED),
    Step(lambda d, a: with_same_target(d, a.drafts, a.statuses), TO_BE_AIMED),
    Step(lambda d, a: with_answering_side(d, a.drafts, a.statuses), AIMLESS),
    Step(lambda d, a: with_protest_of_state(d, a.statuses), NO_RECIPIENTS, PROTEST),
    Step(lambda d, a: with_blamed_side(d, a.drafts, a.statuses), 0, HELD_TO_ACCOUNT),
    Step(lambda d, a: with_whom_it_answers(d, a.drafts, a.statuses), AIMLESS, THREAT),
    Step(lambda d, a: with_whose_forces(d, a.drafts, a.statuses), ONE_WAY, SHOWN),
    Step(lambda d, a: with_forces_of_first(d, a.drafts, a.statuses), ONE_WAY, BY_FORCE),
    Step(lambda d, a: with_who_tells(d, a.statuses)),
    Step(lambda d, a: with_people_of_teller(d, a.statuses), ACTORS | ONE_WAY, ATTACK),
    Step(lambda d, a: with_soldiers_of_other(d, a.statuses), ACTORS | RECIPIENTS | ONE_WAY, ATTACK),
    Step(lambda d, a: with_who_explains(d, a.statuses), ONE_WAY, ATTACK),
    Step(lambda d, a: with_home_forces(d, a.statuses), BY_NOBODY),
    Step(lambda d, a: with_forces_beside(d, a.drafts, a.statuses), ONE_WAY, FORCE),
    Step(lambda d, a: with_who_held_it(d, a.statuses), ACTORS | ONE_WAY, LAND_TAKEN),
    Step(lambda d, a: with_whom_it_fights(d, a.drafts, a.statuses), TO_BE_AIMED, LAND_TAKEN),
    Step(lambda d, a: with_others_like_them(d, a.drafts, a.statuses), TO_BE_AIMED),
    Step(lambda d, a: with_those_carried_off(d, a.drafts, a.statuses), ONE_WAY, FREED),
    Step(lambda d, a: with_foreign_captors(d, a.drafts, a.statuses), NO_ACTORS),
    Step(lambda d, a: with_who_frees_too(d, a.drafts, a.statuses), ACTORS | ONE_WAY, RELEASE),
    Step(lambda d, a: where_it_goes_off(d, a.drafts, a.statuses), TO_BE_AIMED, ATTACK),
    Step(lambda d, a: with_land_of_label(d, a.statuses), AIMLESS),
    Step(lambda d, a: with_land_of_crowd(d, a.drafts, a.statuses), ONE_WAY, PROTEST),
    Step(lambda d, a: with_who_puts_it_down(d, a.drafts, a.statuses), TO_BE_AIMED, PROTEST),
    Step(lambda d, a: with_those_hit_as_before(d, a.drafts, a.statuses), ACTORS | ONE_WAY, FORCE),
    Step(lambda d, a: with_government_it_is_done_to(d, a.statuses), TO_BE_AIMED, TOLD_MEASURES),
    Step(lambda d, a: d if follows_protest(d, a.drafts, a.statuses) else at_home(d, a.statuses)),
    Step(lambda d, a: with_crowd_told_of(d, a.drafts, a.statuses), BY_NOBODY | RECIPIENTS, PROTEST),
    Step(lambda d, a: at_home(d, a.statuses), BY_NOBODY | RECIPIENTS, PROTEST),
    Step(lambda d, a: with_land_of_crowd(d, a.drafts, a.statuses), BY_NOBODY | RECIPIENTS, PROTEST),
    Step(lambda d, a: with_land_of_rivals(d, a.statuses), NO_ACTORS | NO_RECIPIENTS | MUTUAL),
    Step(lambda d, a: with_crowd_told_of(d, a.drafts, a.statuses), ACTORS | ONE_WAY, IN_WORDS | PROTEST),
    Step(lambda d, a: with_who_did_it(d, a.drafts, a.statuses), ACTORS | NO_RECIPIENTS, REQUEST),
    Step(
        lambda d, a: with_land_that_reacts(d, a.drafts, a.statuses),
        NO_ACTORS | NO_RECIPIENTS,
        PROTEST,
    ),
    Step(lambda d, a: with_whose_deed_set_it_off(d, a.drafts, a.statuses), ACTORS | ONE_WAY, PROTEST),
    Step(lambda d, a: with_aim_of_like(d, a.drafts, a.statuses), ACTORS | ONE_WAY, BY_OTHERS),
    Step(lambda d, a: with_whose_protest_it_set_off(d, a.drafts, a.statuses), ACTORS | ONE_WAY, SUFFERED),
    Step(lambda d, a: with_enemy_there(d, a.statuses), ACTORS | RECIPIENTS, ATTACK),
    Step(lambda d, a: with_those_aboard(d, a.statuses), NO_RECIPIENTS | ONE_WAY, ATTACK),
    Step(lambda d, a: with_same_doers(d, a.drafts, a.statuses), BY_NOBODY | RECIPIENTS),
    Step(lambda d, a: with_same_captors(d, a.drafts, a.statuses), BY_NOBODY | RECIPIENTS),
    Step(lambda d, a: with_same_detained(d, a.drafts, a.statuses), BY_NOBODY | NO_RECIPIENTS),
    Step(
        lambda d, a: with_those_hit_before(d, a.drafts, a.statuses), BY_NOBODY | RECIPIENTS, FORCE | MEASURES
    ),
    Step(lambda d, a: with_sides_of_measure(d, a.drafts, a.statuses), ONE_WAY, LAID_ON | EASING),
    Step(lambda d, a: with_sides_of_request(d, a.drafts, a.statuses)),
    Step(lambda d, a: with_captors_abroad(d, a.drafts, a.statuses), ACTORS | RECIPIENTS | ONE_WAY),
    Step(lambda d, a: with_doer_of_same(d, a.drafts, a.statuses), BY_NOBODY | RECIPIENTS, MEASURE),
    Step(lambda d, a: with_other_of_two(d, a.drafts, a.statuses), BY_NOBODY, MEASURES),
    Step(lambda d, _: without_own(d), ACTORS | RECIPIENTS | ONE_WAY, EMBARGO),
    *BY_TEXT,
)  # the surest first: a later step only fills what is still open
PLAN = Steps(STEPS)


def fill_sides(drafts: Sequence[Draft], statuses: Statuses) -> Parts[Sequence[Draft]]:
    """Each step over all drafts that it may apply to, in order; last what only the whole text tells."""
    filled = yield from with_steps(PLAN, Around(drafts, statuses))
    yield
    return with_needed_sides_of_text(filled, statuses)
