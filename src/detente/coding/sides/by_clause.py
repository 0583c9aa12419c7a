"""The steps that come first: what the clause of a draft tells of its sides, and what is told right beside it."""

from __future__ import annotations

from detente.coding.sides.around import (
    AID,
    ANSWERED,
    AT_WHOEVER,
    ATTACK,
    BOUND,
    FORCE,
    IN_WORDS,
    JUDGED,
    LAND_TAKEN,
    MEASURE,
    MEETING,
    PROTEST,
    REFUSAL,
    RELEASE,
    REQUEST,
    Around,
)
from detente.coding.sides.blows.craft import with_flag
from detente.coding.sides.blows.same_hands import INTERCEPTION, at_attackers
from detente.coding.sides.blows.soldiers import with_holder
from detente.coding.sides.blows.who_was_hit import with_those_killed
from detente.coding.sides.captives.abroad import DONE_TO, VISIT, with_host_on_visit, with_visitor
from detente.coding.sides.captives.captives import as_rescue, with_who_returns_it, with_who_took_them
from detente.coding.sides.captives.same_captors import with_kidnappers, with_kidnappers_beside
from detente.coding.sides.crowds.against import off_protested
from detente.coding.sides.crowds.behind_bars import at_keepers
from detente.coding.sides.crowds.in_support import RALLIES, as_rally_for_others
from detente.coding.sides.crowds.where import at_mission
from detente.coding.sides.dealings.aid import without_taker
from detente.coding.sides.dealings.by_other import EASING, with_who_laid_it_on
from detente.coding.sides.dealings.called_off import with_host_who_calls_off, with_whose_deed_ended_it
from detente.coding.sides.dealings.deals import with_whom_it_trades
from detente.coding.sides.dealings.envoys import with_host_of_envoy, with_state_of_post
from detente.coding.sides.dealings.hosts import with_host, with_partner_met
from detente.coding.sides.looking.mutual import as_joint_exercise
from detente.coding.sides.looking.ways_and_borders import without_border
from detente.coding.sides.nearby.done_again import with_named_before
from detente.coding.sides.nearby.joined import TYPES, with_whom_it_joins
from detente.coding.sides.nearby.parallel import with_parallel_side, with_same_culprit
from detente.coding.sides.nearby.topics import with_topic
from detente.coding.sides.step import (
    ACTORS,
    AIMLESS,
    BY_NOBODY,
    MUTUAL,
    NO_RECIPIENTS,
    ONE_WAY,
    RECIPIENTS,
    TO_BE_AIMED,
    Step,
)
from detente.coding.sides.whose.inquiries import INQUIRY, with_own_staff, with_who_appointed
from detente.coding.sides.whose.own_courts import with_court_beside
from detente.coding.sides.whose.own_land import as_coup, off_own_land
from detente.coding.sides.whose.own_state import with_who_holds, with_who_lets
from detente.coding.sides.whose.whose_land import with_land_hit
from detente.coding.sides.words.asked import (
    GRANTED,
    with_who_asked,
    with_who_had_it_put_off,
    with_who_requested,
    with_who_was_asked,
    with_whom_it_is_told,
    with_whom_it_wrote_to,
)
from detente.coding.sides.words.comments_on import COMMENTS, with_whose_deed
from detente.coding.sides.words.complaints import COMPLAINTS, with_those_hurt, with_whom_it_is_about
from detente.coding.sides.words.halted import with_who_is_to_stop
from detente.coding.sides.words.pressed import HOLDING, with_whose_land_it_was_in
from detente.coding.sides.words.replied import with_accused_answering, with_who_said_so
from detente.coding.sides.words.reported_side import with_reported_side
from detente.coding.sides.words.rivals import AGAINST, as_criticism, with_own_rivals, with_rivals_at_home
from detente.coding.sides.words.taken_up import LAID_ON, with_sides_of_measure, with_sides_of_request
from detente.coding.sides.words.told_of import with_doer_of_it
from detente.coding.sides.words.turned_down import (
    ANSWERS,
    with_who_grants_it,
    with_who_offered,
    with_who_rejects,
    with_whose_offer,
)
from detente.coding.sides.words.who_judges import FEELINGS, with_government_there, with_who_feels
from detente.coding.sides.words.who_tells import with_official_who_tells

BY_CLAUSE: tuple[Step[Around], ...] = (
    Step(lambda d, _: as_joint_exercise(d), AIMLESS),
    Step(lambda d, a: as_criticism(d, a.statuses), ACTORS | RECIPIENTS),
    Step(lambda d, a: as_rally_for_others(d, a.statuses), 0, RALLIES),
    Step(lambda d, a: with_flag(d, a.statuses), ONE_WAY, FORCE),
    Step(lambda d, a: with_those_killed(d, a.statuses), ACTORS, ATTACK),
    Step(lambda d, a: with_those_hurt(d, a.statuses), AIMLESS),
    Step(lambda d, a: as_coup(d, a.statuses), ACTORS, LAND_TAKEN),
    Step(lambda d, a: with_land_hit(d, a.statuses), ACTORS | ONE_WAY, ATTACK),
    Step(lambda d, a: as_rescue(d, a.statuses), 0, RELEASE),
    Step(lambda d, a: off_own_land(d, a.statuses), RECIPIENTS),
    Step(lambda d, a: without_border(d, a.statuses), RECIPIENTS, ATTACK),
    Step(lambda d, a: with_holder(d, a.statuses), ACTORS | ONE_WAY, ATTACK),
    Step(lambda d, a: off_protested(d, a.statuses), RECIPIENTS, FORCE),
    Step(lambda d, a: at_mission(d, a.statuses), 0, PROTEST),
    Step(lambda d, a: at_keepers(d, a.statuses), AIMLESS, PROTEST),
    Step(lambda d, a: without_taker(d, a.statuses), ACTORS, AID),
    Step(lambda d, a: with_sides_of_measure(d, a.drafts, a.statuses), ONE_WAY, LAID_ON | EASING),
    Step(lambda d, a: with_who_laid_it_on(d, a.drafts, a.statuses), BY_NOBODY, EASING),
    Step(lambda d, a: with_sides_of_request(d, a.drafts, a.statuses)),
    Step(lambda d, a: with_who_lets(d, a.statuses), BY_NOBODY),
    Step(lambda d, a: with_who_holds(d, a.statuses), RECIPIENTS),
    Step(lambda d, a: with_court_beside(d, a.statuses), BY_NOBODY, JUDGED),
    Step(lambda d, a: with_whose_land_it_was_in(d, a.statuses), BY_NOBODY, HOLDING),
    Step(lambda d, a: with_who_returns_it(d, a.drafts, a.statuses), BY_NOBODY, RELEASE),
    Step(lambda d, a: with_whose_offer(d, a.statuses), ACTORS),
    Step(lambda d, a: with_who_offered(d, a.drafts, a.statuses), ACTORS | ONE_WAY, ANSWERS),
    Step(lambda d, a: with_who_asked(d, a.drafts, a.statuses), ACTORS | ONE_WAY, REFUSAL),
    Step(lambda d, a: with_government_there(d, a.statuses)),
    Step(lambda d, a: with_whose_deed_ended_it(d, a.statuses), NO_RECIPIENTS | MUTUAL),
    Step(lambda d, a: with_host_who_calls_off(d, a.statuses), AIMLESS, frozenset({VISIT})),
    Step(lambda d, a: with_whom_it_is_about(d, a.statuses), ACTORS, COMPLAINTS),
    Step(lambda d, a: with_who_appointed(d, a.statuses), 0, INQUIRY),
    Step(lambda d, a: with_own_staff(d, a.statuses), ACTORS, INQUIRY),
    Step(lambda d, a: with_reported_side(d, a.statuses)),
    Step(lambda d, a: with_whose_deed(d, a.statuses), ACTORS, COMMENTS),
    Step(lambda d, a: with_named_before(d, a.drafts, a.statuses), ACTORS | ONE_WAY),
    Step(lambda d, a: with_doer_of_it(d, a.drafts, a.statuses), ACTORS | ONE_WAY, AT_WHOEVER),
    Step(lambda d, a: with_who_is_to_stop(d, a.drafts, a.statuses), ACTORS | ONE_WAY, REQUEST),
    Step(lambda d, a: with_who_said_so(d, a.drafts, a.statuses), ACTORS | ONE_WAY, ANSWERED),
    Step(lambda d, a: with_accused_answering(d, a.drafts, a.statuses), ACTORS | ONE_WAY, ANSWERED),
    Step(lambda d, a: with_rivals_at_home(d, a.statuses), AIMLESS, AGAINST),
    Step(lambda d, a: with_own_rivals(d, a.statuses), ACTORS | NO_RECIPIENTS | MUTUAL),
    Step(lambda d, a: with_who_took_them(d, a.drafts, a.statuses), ACTORS | ONE_WAY, REQUEST),
    Step(lambda d, a: with_whom_it_joins(d, a.drafts, a.statuses), TO_BE_AIMED, TYPES),
    Step(lambda d, a: with_host_of_envoy(d, a.statuses), RECIPIENTS),
    Step(lambda d, a: with_state_of_post(d, a.statuses), AIMLESS),
    Step(lambda d, a: with_kidnappers_beside(d, a.drafts, a.statuses), ACTORS, RELEASE),
    Step(lambda d, a: with_kidnappers(d, a.drafts, a.statuses), BY_NOBODY | RECIPIENTS, RELEASE),
    Step(lambda d, a: with_official_who_tells(d, a.statuses), BY_NOBODY),
    Step(lambda d, a: with_topic(d, a.statuses), ACTORS | ONE_WAY, IN_WORDS | REFUSAL),
    Step(lambda d, a: with_visitor(d, a.drafts, a.statuses), ONE_WAY, frozenset({VISIT})),
    Step(lambda d, a: with_host_on_visit(d, a.drafts, a.statuses), RECIPIENTS | ONE_WAY, DONE_TO),
    Step(lambda d, a: with_host(d, a.drafts, a.statuses), TO_BE_AIMED),
    Step(lambda d, a: with_partner_met(d, a.drafts, a.statuses), MUTUAL | NO_RECIPIENTS | ACTORS, BOUND),
    Step(lambda d, a: with_whom_it_trades(d, a.statuses), MUTUAL | AIMLESS, BOUND),
    Step(lambda d, a: with_who_was_asked(d, a.statuses), AIMLESS, REQUEST),
    Step(lambda d, a: with_whom_it_wrote_to(d, a.statuses), ACTORS, REQUEST),
    Step(lambda d, a: with_whom_it_is_told(d, a.statuses), ACTORS, REQUEST),
    Step(lambda d, a: with_who_rejects(d, a.drafts, a.statuses), ACTORS | NO_RECIPIENTS, IN_WORDS),
    Step(lambda d, a: with_who_requested(d, a.drafts, a.statuses), ACTORS | ONE_WAY, GRANTED),
    Step(lambda d, a: with_who_had_it_put_off(d, a.drafts, a.statuses), MUTUAL, MEETING),
    Step(lambda d, a: with_who_grants_it(d, a.drafts, a.statuses), AIMLESS, REQUEST),
    Step(lambda d, a: with_who_feels(d, a.statuses), ONE_WAY, FEELINGS),
    Step(lambda d, a: at_attackers(d, a.drafts, a.statuses), TO_BE_AIMED, frozenset({INTERCEPTION})),
    Step(lambda d, a: with_parallel_side(d, a.drafts, a.statuses), TO_BE_AIMED),
    Step(lambda d, a: with_same_culprit(d, a.drafts, a.statuses), ACTORS | ONE_WAY, MEASURE),
)
