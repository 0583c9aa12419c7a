"""What users decided outlasts new codings; what is derived can be made anew at any time."""

from __future__ import annotations

from typing import Any

import msgspec
from dump import dump
from generated import make_reports

from detente.dossiers import state
from detente.dossiers.records import Overrule
from detente.records import Report, Versions
from detente.store import Store

REPORTS = tuple(make_reports(24, a_day=3))
NEWER = Versions(detente="9", model="m", knowledge="k")


def ruled(verdict: Any, first: str, second: str | None = None, *, number: int = 1, **more: Any) -> Overrule:
    made = f"2013-05-0{number}T08:00:00+00:00"
    return Overrule(
        id=f"o{number}", verdict=verdict, first=first, second=second, made=made, who="Editor", **more
    )


def recoded(report: Report) -> Report:
    """The same happenings under other numbers, as when a rule finds one more before them."""
    events = tuple(
        msgspec.structs.replace(one, happening=f"h{int(one.happening[1:]) + 5}") for one in report.events
    )
    return msgspec.structs.replace(report, events=events, versions=NEWER)


def decide(store: Store) -> tuple[str, str]:
    """Two dossiers merged and the status of one decided; the accounts that this is about."""
    firsts = [store.dossier(one.dossier).accounts[0] for one in store.dossiers(as_of="2014-01-01")]
    one, other = (account.id for account in sorted(firsts, key=lambda a: (a.published or "", a.id))[:2])
    store.overrule(
        ruled("same", one, other), ruled("status", one, number=2, value="denied", day="2013-05-01")
    )
    return one, other


def holder(store: Store, report: Report, trigger: Any) -> str:
    return next(
        one.dossier
        for one in list(store.dossiers(as_of="2014-01-01"))
        for account in store.dossier(one.dossier).accounts
        if account.document == report.id and any(event.trigger == trigger for event in account.events)
    )


def test_decisions_follow_their_accounts_when_these_get_other_numbers(store: Store) -> None:
    store.add_many(REPORTS)
    one, other = decide(store)
    by_id = {report.id: report for report in REPORTS}
    anchors = []
    for name in (one, other):
        document, _, happening = name.partition("#")
        report = by_id[document]
        anchors.append((report, next(e.trigger for e in report.events if e.happening == happening)))
    store.add_many([recoded(report) for report in REPORTS], recode=True)
    assert {rule.first.partition("#")[2] for rule in store.overrules()} <= {f"h{n}" for n in range(6, 99)}
    merged = {holder(store, report, trigger) for report, trigger in anchors}
    assert len(merged) == 1
    now = state(store.dossier(merged.pop()), "2014-01-01", tables=store.tables)
    assert now is not None
    assert (now.status, now.overruled and now.overruled.who) == ("denied", "Editor")


def test_a_decision_waits_for_an_account_that_a_coding_does_not_find(store: Store) -> None:
    store.add_many(REPORTS)
    one, _ = decide(store)
    before = dump(store)
    report = next(report for report in REPORTS if report.id == one.partition("#")[0])
    store.add(msgspec.structs.replace(report, events=(), versions=NEWER), recode=True)
    assert any("#lost:" in rule.first for rule in store.overrules())
    later = msgspec.structs.replace(NEWER, detente="10")
    store.add(msgspec.structs.replace(report, versions=later), recode=True)
    after = dump(store)
    assert after["placements"] == before["placements"]
    assert after["overrules"] == before["overrules"]


def test_dossiers_made_anew_are_the_same(store: Store) -> None:
    store.add_many(REPORTS)
    decide(store)
    before = dump(store)
    assert store.rebuild() == len(list(store.documents()))
    assert dump(store) == before
