"""An account and the earlier ones near it in, the act of them that it tells of too out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from detente.dossiers.facets import Facets
from detente.dossiers.index import Placed
from detente.dossiers.profiles import profile_of
from detente.dossiers.records import Account, Placement
from detente.dossiers.weighing import LEAST, weigh

ALIKE = 0.2  # scores no further apart are alike


def reprinted(account: Account, earlier: Sequence[Placed]) -> Placement | None:
    """The act of the same mention in another print of the same text, however little it says."""
    text = account.copy_of or account.document
    for one in reversed(earlier):
        other = one.account
        same_text = other.document != account.document and (other.copy_of or other.document) == text
        same_kinds = [e.kind for e in other.events] == [e.kind for e in account.events]
        if same_text and same_kinds and other.sentences == account.sentences:
            return Placement(
                account=account.id,
                dossier=one.placement.dossier,
                joined=other.id,
                score=LEAST,
                reasons=("the same text, printed again",),
                act=one.placement.act,
            )
    return None


def same_act(
    account: Account, earlier: Sequence[Placed], facets_of: Callable[[Account], Facets]
) -> Placement | None:
    """The act that fits best, of two alike the later one; what does not say whose it is joins none of two alike."""
    fitting = list(_fitting(account, earlier, facets_of))
    best = max(reversed(fitting), key=lambda one: one.score, default=None)
    if best is None or account.refers is None:
        return best
    alike = (one for one in fitting if one.dossier != best.dossier and one.score > best.score - ALIKE)
    return best if next(alike, None) is None else None


def _fitting(
    account: Account, earlier: Sequence[Placed], facets_of: Callable[[Account], Facets]
) -> Iterator[Placement]:
    """The places that it may take, in the order in which their acts were first told of."""
    mine = facets_of(account)
    for act, members in _grouped(earlier).items():
        weighed = weigh(mine, profile_of(act, [facets_of(one.account) for one in members]))
        if weighed is not None and weighed[0] >= LEAST:
            yield Placement(
                account=account.id,
                dossier=members[-1].placement.dossier,
                joined=members[-1].account.id,
                score=weighed[0],
                reasons=weighed[1],
                act=members[-1].placement.act,
            )


def _grouped(placed: Sequence[Placed]) -> dict[str, list[Placed]]:
    """By act."""
    groups: dict[str, list[Placed]] = {}
    for one in placed:
        groups.setdefault(one.placement.act or one.placement.dossier, []).append(one)
    return groups
