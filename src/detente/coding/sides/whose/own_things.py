"""A state that shuts, bars or searches what is its own in, its own people as those whom that is done to out.

"Trade with Sylvania fell after Ruritania shut its schools": in Ruritania, whoever else the sentence names. What it has
abroad ("closed its embassy") and what lies on a border is not meant.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.pointing.standing_for import MANY
from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import any_meets
from detente.coding.roles.roles import actors_at
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.whose.domestic import AT_HOME, side_at_home
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of

POSSESSIVE, OBJECT = "PRP$", "object"
AGAINST = ("to", "against", "on", "for", "from")  # "closed its markets to Sylvanian beef"
ABROAD = ("mission-building", "border")


def with_own_people(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with them as recipients, where its kind may be done at home and its object is the doer's own."""
    row = statuses.lexicon.done_at_last.get(draft.kind)
    own = {a.country for a in draft.actors}
    if row is None or draft.reciprocal or draft.recipients or len(own) != 1 or None in own:
        return draft
    if not _is_own(draft, own, statuses) or _is_elsewhere(draft, own, statuses):
        return draft
    (country,) = own
    return replace(draft, recipients=(side_at_home(country or "", row.aimed_at, AT_HOME),))


def _is_own(draft: Draft, own: set[str | None], statuses: Statuses) -> bool:
    """ "Its schools", "two of its districts"."""
    graph, named = statuses.graph, statuses.mentions.actors
    things = [graph.doc[h] for h in graph.predicates[draft.head].heads(OBJECT)]
    if any_meets(ABROAD, [t.i for t in things], graph.doc, statuses.mentions, statuses.lexicon):
        return False
    within = [c for t in things for p in (t, *t.rights) for c in (p, *p.children) if c.i >= t.i]
    whose = [c for t in (*things, *within) for c in t.lefts if c.tag_ == POSSESSIVE]
    others = countries_named(draft.head, statuses) - own
    if any(named[t.i].actor.country in others for n in things for t in n.subtree if t.i in named):
        return False  # "its list of Sylvanian officials"
    whose = [c for c in whose if not others or c.lower_ not in MANY]  # "held Sylvanians and took their boats"
    return any(c.i in named and named[c.i].actor.country in own for c in whose)


def _is_elsewhere(draft: Draft, own: set[str | None], statuses: Statuses) -> bool:
    graph = statuses.graph
    aimed = actors_at(AGAINST, graph.predicates[draft.head], graph, statuses.mentions)
    if any(a.country not in own for a in aimed):
        return True
    place, _ = place_of(draft, statuses)
    return place is not None and place.country is not None and place.country not in own
