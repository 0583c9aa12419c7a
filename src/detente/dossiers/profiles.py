"""Accounts of one dossier in, what they say together out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.dossiers.facets import Facets, Pairs
from detente.dossiers.intervals import Interval


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What the earlier accounts of a dossier say together.

    froms, tos: of those that say who acts on whom. held: dated intervals of what took place; told: those of reports of
    the past without a date. complete: whether one of the accounts knows who is on both sides.
    """

    dossier: str
    members: tuple[Facets, ...]
    parties: frozenset[str]
    froms: frozenset[str]
    tos: frozenset[str]
    kinds: frozenset[str]
    persons: Pairs
    offices: Pairs
    unnamed: Pairs
    lands: frozenset[str]
    places: frozenset[str]
    plans: tuple[Interval, ...]
    held: tuple[Interval, ...]
    told: tuple[Interval, ...]
    complete: bool
    doers: frozenset[str]
    done_to: frozenset[str]


Part = tuple[float, str]


def profile_of(dossier: str, members: Sequence[Facets]) -> Profile:
    """The profile of accounts in order of publication."""
    return Profile(
        dossier=dossier,
        members=tuple(members),
        parties=_union(m.parties for m in members),
        froms=_union(m.froms for m in members if not m.reciprocal),
        tos=_union(m.tos for m in members if not m.reciprocal),
        kinds=_union(m.kinds for m in members),
        persons=frozenset(pair for m in members for pair in m.persons),
        offices=frozenset(pair for m in members for pair in m.offices),
        unnamed=frozenset(pair for m in members for pair in m.unnamed),
        lands=_union(m.lands for m in members),
        places=_union(m.places for m in members),
        plans=tuple(i for m in members for i in (*m.plans, *m.old)),
        held=tuple(i for m in members if not m.vague for i in m.held),
        told=tuple(i for m in members if m.vague for i in m.held),
        complete=any(m.complete for m in members),
        doers=_union(m.doers for m in members),
        done_to=_union(m.done_to for m in members),
    )


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
