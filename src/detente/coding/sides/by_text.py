"""The steps that come last: what a side is by the people, the talks and the text around it, and not by its clause."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.sides.around import (
    AID,
    ATTACK,
    BLOWS,
    BOUND,
    FORCE_MOVED,
    LEAVING,
    MEETING,
    PRAISE,
    RELEASE,
    Around,
)
from detente.coding.sides.blows.blamed import with_who_is_blamed
from detente.coding.sides.captives.same_captors import with_same_captors
from detente.coding.sides.crowds.amid import amid_protest
from detente.coding.sides.dealings.aid import with_who_was_helped
from detente.coding.sides.dealings.brokered import (
    with_side_that_tells,
    with_sides_of_deal,
    with_sides_of_talks,
    with_those_reconciled,
)
from detente.coding.sides.dealings.deals import with_partner_it_is_called_by, with_those_agreed_about
from detente.coding.sides.dealings.hosts import (
    with_host_met,
    with_host_of_visit,
    with_where_he_comes,
    with_whom_he_met,
)
from detente.coding.sides.dealings.on_the_phone import TALKS, as_call
from detente.coding.sides.dealings.party_tells import (
    DEALINGS,
    SHARED,
    with_party_beside_partner,
    with_party_that_tells,
    with_who_denies_it,
)
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.nearby.parallel import with_shared_subject
from detente.coding.sides.nearby.sentence_before import with_answered_side, with_needed_side_before
from detente.coding.sides.nearby.side_after import with_needed_side_after
from detente.coding.sides.nearby.text_sides import with_needed_state_at_home
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
)
from detente.coding.sides.whose.own_abroad import TO_HOST, with_host_of_embassy, with_host_of_its_own
from detente.coding.sides.whose.own_people import (
    freed_at_home,
    with_foes_at_home,
    with_own_people,
    with_rebels_at_home,
)
from detente.coding.sides.whose.own_state import AIMED, with_own_state
from detente.coding.sides.whose.whose_land import with_whose_land_it_leaves
from detente.coding.sides.words.comments_on import with_whose_good_deed
from detente.coding.sides.words.complaints import with_those_wronged
from detente.coding.sides.words.granted import ACCEPTANCE, with_who_asked
from detente.coding.sides.words.replied import with_who_replies
from detente.coding.sides.words.stricken import with_stricken, with_those_helped_too, with_who_is_told_of
from detente.coding.sides.words.who_tells import with_teller_of_talks
from detente.coding.standing.status import Statuses

# of which a government that tells how they fare is a side
DEALS = frozenset(
    {"ceasefire", "agreement", "signing", "trade agreement", "peace agreement", "ceasefire agreement"}
)
MADE = frozenset({"agreement", "signing", "trade agreement"})  # with the state that the deal is called by
HELP = frozenset({"AID", "AGREE", "MOBILIZE"})  # given, promised or sent

BY_TEXT: tuple[Step[Around], ...] = (
    Step(lambda d, a: amid_protest(d, a.drafts, a.statuses)),
    Step(lambda d, a: with_who_was_helped(d, a.statuses), TO_BE_AIMED, AID),
    Step(lambda d, a: with_those_helped_too(d, a.drafts, a.statuses), TO_BE_AIMED, HELP),
    Step(lambda d, a: with_own_state(d, a.statuses) if _of_one_state(d, a.statuses) else d, ACTORS, AIMED),
    Step(lambda d, a: with_foes_at_home(d, a.statuses), AIMLESS, frozenset({"MOBILIZE"})),
    Step(lambda d, a: with_own_people(d, a.statuses), AIMLESS),
    Step(lambda d, a: with_rebels_at_home(d, a.statuses), ACTORS | RECIPIENTS, FORCE_MOVED),
    Step(lambda d, a: with_who_is_blamed(d, a.drafts, a.statuses), ONE_WAY, BLOWS),
    Step(
        lambda d, a: with_whom_he_met(d, a.drafts, a.statuses),
        ACTORS | NO_RECIPIENTS | MUTUAL,
        MEETING | DEALS,
    ),
    Step(lambda d, a: with_shared_subject(d, a.drafts, a.statuses), ONE_WAY),
    Step(lambda d, a: with_sides_of_talks(d, a.drafts, a.statuses), NO_ACTORS | NO_RECIPIENTS | MUTUAL),
    Step(lambda d, a: with_those_agreed_about(d, a.statuses), NO_ACTORS | NO_RECIPIENTS | MUTUAL, BOUND),
    Step(lambda d, a: with_partner_it_is_called_by(d, a.statuses), ACTORS | NO_RECIPIENTS | MUTUAL, MADE),
    Step(lambda d, a: with_host_of_visit(d, a.drafts, a.statuses), ACTORS | MUTUAL, MADE),
    Step(
        lambda d, a: with_teller_of_talks(d, a.statuses),
        NO_RECIPIENTS | MUTUAL,
        MEETING | DEALS,
    ),
    Step(lambda d, a: with_party_that_tells(d, a.statuses), 0, DEALINGS),
    Step(lambda d, a: with_where_he_comes(d, a.drafts, a.statuses, a.matter()), ACTORS | ONE_WAY, MEETING),
    Step(
        lambda d, a: with_those_reconciled(d, a.drafts, a.statuses), MUTUAL | ACTORS | NO_RECIPIENTS, MEETING
    ),
    Step(lambda d, a: with_host_met(d, a.drafts, a.statuses), ACTORS | MUTUAL, MEETING),
    Step(lambda d, a: with_side_that_tells(d, a.statuses), MUTUAL),
    Step(lambda d, a: as_call(d, a.drafts, a.statuses), ACTORS, TALKS),
    Step(lambda d, a: with_sides_of_deal(d, a.drafts, a.statuses), ACTORS),
    Step(lambda d, a: with_host_of_embassy(d, a.statuses), ACTORS | ONE_WAY, TO_HOST),
    Step(lambda d, a: with_host_of_its_own(d, a.statuses), ACTORS | RECIPIENTS),
    Step(lambda d, a: with_needed_state_at_home(d, a.matter(), a.statuses)),
    Step(lambda d, a: with_same_captors(d, a.drafts, a.statuses), BY_NOBODY | RECIPIENTS, RELEASE),
    Step(lambda d, a: with_who_replies(d, a.drafts, a.statuses), ACTORS),
    Step(lambda d, a: with_who_asked(d, a.drafts, a.statuses), ACTORS | NO_RECIPIENTS, ACCEPTANCE),
    Step(lambda d, a: with_answered_side(d, a.drafts, a.statuses), TO_BE_AIMED),
    Step(lambda d, a: with_whose_good_deed(d, a.drafts, a.statuses, a.matter()), TO_BE_AIMED, PRAISE),
    Step(lambda d, a: with_stricken(d, a.drafts, a.statuses), TO_BE_AIMED),
    Step(lambda d, a: with_those_helped_too(d, a.drafts, a.statuses), TO_BE_AIMED, HELP),
    Step(lambda d, a: with_needed_side_before(d, a.drafts, a.statuses, matter=a.matter())),
    Step(lambda d, a: with_needed_side_after(d, a.drafts, a.statuses), TO_BE_AIMED),
    Step(lambda d, a: freed_at_home(d, a.statuses), NO_ACTORS | RECIPIENTS),
    Step(lambda d, a: with_those_wronged(d, a.drafts, a.statuses), AIMLESS),
    Step(lambda d, a: with_who_is_told_of(d, a.drafts, a.statuses), AIMLESS),
    Step(lambda d, a: with_party_beside_partner(d, a.statuses), MUTUAL, DEALINGS | SHARED),
    Step(lambda d, a: with_who_denies_it(d, a.statuses), BY_NOBODY | RECIPIENTS, ATTACK),
    Step(lambda d, a: with_whose_land_it_leaves(d, a.drafts, a.statuses), TO_BE_AIMED, LEAVING),
)


def _of_one_state(draft: Draft, statuses: Statuses) -> bool:
    """Whether the sentence names no other state than that of whoever acts."""
    acting = {a.country or a.based for a in draft.actors}
    return len(acting) == 1 and countries_named(draft.head, statuses) <= acting
