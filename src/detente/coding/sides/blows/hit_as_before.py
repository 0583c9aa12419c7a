"""Force by those who did some in the sentence before in, those whom they had hit there as its aim out.

"Sylvanian rebels raided a town in Ruritania. The fighters burned two farms": Ruritania's, and not those at home.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import WHY_DONE
from detente.coding.roles.roles import sides
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.told_before import told_in_sentences_before
from detente.coding.sides.whose.domestic import AT_HOME, side_at_home
from detente.coding.standing.status import Statuses
from detente.records import Actor

FORCE = frozenset({"ASSAULT", "COERCE"})  # types
CIVILIANS = "CVL"
WHY = "whom they struck in the sentence before"


def with_those_hit_as_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; nothing where its own sentence names who or where it is."""
    if not all(a.inferred for a in draft.actors) or not all(_is_of_nowhere(r) for r in draft.recipients):
        return draft
    own = {a.country for a in draft.actors}
    if not countries_named(draft.head, statuses) <= own:
        return draft
    lands = _lands_hit(draft, drafts, statuses) - own
    if len(lands) != 1:
        return draft
    (land,) = lands
    return _with(draft, land, WHY)


def with_those_at_home(draft: Draft, _: Statuses) -> Draft:
    """ "Graustark recalled its envoy to Sylvania after troops shot nine protesters": those who do it do it to their own."""
    lands = {a.country for a in draft.actors if WHY_DONE.is_why(a.inferred)}
    if len(lands) != 1 or not all(_is_of_nowhere(r) for r in draft.recipients):
        return draft
    (land,) = lands
    return _with(draft, land or "", AT_HOME)


def _with(draft: Draft, land: str, why: str) -> Draft:
    hit = tuple(replace(r, country=land, inferred=why) for r in draft.recipients)
    return replace(draft, recipients=hit or (side_at_home(land, CIVILIANS, why),))


def _is_of_nowhere(actor: Actor) -> bool:
    return not (actor.country or actor.id or actor.based)


def _lands_hit(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> set[str]:
    """The states that the same people struck in the sentence before."""
    told = (d for d in told_in_sentences_before(draft, drafts, statuses) if not d.reciprocal)
    blows = (d for d in told if type_of(d, statuses) in FORCE and sides(d.actors, draft.actors))
    return {r.country for d in blows for r in d.recipients if r.country}
