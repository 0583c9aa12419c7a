"""A reproach for a deed that nobody known did in, nobody known as whom it is aimed at out.

"A bomb went off in Strelsau. Elsewhere the league shot a judge. Sylvania condemned the bombing": not the league, and not
Ruritania, where it went off.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import Lexicon
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.standing.status import Statuses
from detente.records import Actor

FORCE = "ASSAULT"
ABOUT = ("object", "of", "for", "over", "about", "against")
ANY = "attack"  # the kind of nouns that any attack can be named by
CLAIM = "claim of responsibility"
NOBODY = "nobody is named who did it"
BY_A_MOB = frozenset({"vandalism", "obstruction", "riot"})  # kinds


def with_unknown_doer(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; as it is where it names somebody, or where one of those whom the text names did such a deed."""
    about = statuses.graph.predicates[draft.head].heads(*ABOUT)
    if not any(is_of_unknown(h, draft, drafts, statuses) for h in about):
        return draft
    return replace(draft, recipients=(Actor(name="unknown attackers", sectors=("UAF",), inferred=NOBODY),))


def is_of_unknown(noun: int, draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether a noun points back at an attack of its sort ("the bombing") that was told before, and none by anybody."""
    graph, mentions = statuses.graph, statuses.mentions
    token = graph.doc[noun]
    below = range(token.left_edge.i, token.right_edge.i + 1)
    if not is_definite(noun, graph.doc) or any(
        i in mentions.actors or i in mentions.modifiers for i in below
    ):
        return False
    told = _such_deeds(token.lemma_.lower(), draft, drafts, statuses)
    claimed = [d for d in drafts if d.head < draft.head and _claims(d, statuses)]
    return bool(told) and not any(a.country or a.id for d in (*told, *claimed) for a in d.actors)


def _claims(draft: Draft, statuses: Statuses) -> bool:
    """ "The league claimed responsibility", "said that it had carried out the attack"."""
    return draft.kind == CLAIM or (draft.kind == ANY and is_definite(draft.head, statuses.graph.doc))


def _such_deeds(noun: str, draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Sequence[Draft]:
    """The attacks before it that the noun can name: of its own kind; if there are none, any where it can name any."""
    kinds, named = statuses.lexicon.kinds, kinds_of(noun, statuses.lexicon)
    told = [d for d in drafts if d.head < draft.head]
    before = [d for d in told if kinds[d.kind].type == FORCE or is_attack_by_a_mob(d)]
    own = [d for d in before if d.kind in named - {ANY}]
    return own or (before if ANY in named else ())


def is_attack_by_a_mob(deed: Draft) -> bool:
    """ "A crowd stormed the Sylvanian embassy": a protest against another state that may be called an attack."""
    lands, own = {r.country for r in deed.recipients}, {a.country for a in deed.actors}
    return deed.kind in BY_A_MOB and bool(lands - {None}) and lands.isdisjoint(own)


def kinds_of(noun: str, lexicon: Lexicon) -> frozenset[str]:
    """The kinds that a noun can name."""
    return frozenset(frame.kind for entry, frame in lexicon.noun_frames.get(noun, ()) if entry == noun)
