"""A release and the exchange that it is a part of in, which of the two tells more out.

"Two pilots are released in a prisoner swap between Ruritania and Sylvania": the swap says who releases whom, the
release does not. "Ruritania frees a spy in an exchange": the release does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses

EXCHANGE = "prisoner exchange"  # a kind
PARTS: Mapping[str, tuple[str, ...]] = {EXCHANGE: ("release",)}  # and what it is made of
WITHIN = ("in", "during", "by", "through", "under", "as part of")  # prepositions


def is_within(noun: Draft, verb: Draft, statuses: Statuses) -> bool:
    """ "Topples the king in a second putsch": the putsch is that in which he is toppled; "freed in a swap"."""
    above = {g.head for g in statuses.graph.governors.get(noun.head, ()) if g.name in WITHIN}
    return verb.kind in (noun.kind, *PARTS.get(noun.kind, ())) and verb.head in above


def names_both(exchange: Draft, release: Draft, statuses: Statuses) -> bool:
    """Whether the exchange names its two sides and the release nobody who releases."""
    predicate = statuses.graph.predicates[release.head]
    said = predicate.heads("subject", "by")
    return exchange.kind == EXCHANGE and len(exchange.actors) > 1 and not said


def is_told_by_exchange(release: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether the release is told by an exchange in which it happens."""
    exchanges = [d for d in drafts if d.kind == EXCHANGE] if release.kind in PARTS[EXCHANGE] else ()
    return any(is_within(e, release, statuses) and names_both(e, release, statuses) for e in exchanges)
