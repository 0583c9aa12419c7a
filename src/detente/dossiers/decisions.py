"""What users decided about a dossier on a day in, the changes that this makes out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from detente.dossiers.deciding import effective, reported, ruling_on
from detente.dossiers.linking import dossier_id
from detente.dossiers.records import Change, Dossier, Overrule, State, What


def decisions(dossier: Dossier, before: State | None, now: State) -> Iterator[Change]:
    """The dossiers merged and split by hand on the day of `now`, and the status that was decided on or given back."""
    yield from _linked(dossier, now)
    overrule = _new_ruling(dossier, before, now)
    if overrule is None:
        return
    was = before.status if before else reported(now)[0]
    yield _change(dossier, now, "overruled", was, now.status, overrule)


def _new_ruling(dossier: Dossier, before: State | None, now: State) -> Overrule | None:
    """The decision on the status that counts since the day; None where none has changed anything."""
    stands = ruling_on(dossier, now.as_of)
    if stands is None or stands[1] != now.as_of:
        return None
    first = before is None or before.overruled is None
    return None if first and now.overruled is None else stands[0]


def _linked(dossier: Dossier, now: State) -> Iterator[Change]:
    """One change for each dossier that was merged in or taken out, however many accounts that was."""
    own = {account.id: account.published or "" for account in dossier.accounts}
    told: set[tuple[str, str]] = set()
    for overrule in sorted(
        dossier.overrules, key=lambda one: (one.made, own.get(one.second or "", ""), one.id)
    ):
        if overrule.second is None or effective(overrule, dossier) != now.as_of:
            continue
        inside = [name for name in (overrule.first, overrule.second) if name in own]
        what: What = "merged" if len(inside) > 1 else "split"
        if (what == "merged") != (overrule.verdict == "same") or (what, overrule.made) in told:
            continue
        told.add((what, overrule.made))
        if what == "merged":
            yield _change(dossier, now, what, dossier_id(_later(overrule, own)), dossier.id, overrule)
        else:
            other = overrule.second if overrule.first in own else overrule.first
            yield _change(dossier, now, what, dossier.id, dossier_id(other), overrule)


def _later(overrule: Overrule, days: dict[str, str]) -> str:
    return max((overrule.first, overrule.second or ""), key=lambda name: (days[name], name))


def _change(
    dossier: Dossier, now: State, what: What, before: str | None, after: str | None, overrule: Overrule
) -> Change:
    return Change(
        id=change_id(dossier.id, now.as_of, what, before, after),
        dossier=dossier.id,
        day=now.as_of,
        what=what,
        title=now.title,
        before=before,
        after=after,
        who=overrule.who,
        why=overrule.why,
    )


def change_id(dossier: str, day: str, what: What, before: str | None, after: str | None) -> str:
    """The same in every run and order of arrival."""
    name = "|".join((dossier, day, what, before or "", after or ""))
    return f"change:{hashlib.sha256(name.encode()).hexdigest()[:12]}"
