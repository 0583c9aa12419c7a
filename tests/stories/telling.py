"""A story in, its linked dossiers and what differs from the checkpoints and the gold labels out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from detente.dossiers import accounts_of, head_event, link, read_as_plans
from detente.dossiers.facets import party_of
from detente.dossiers.records import Account, Dossier, Offer, State, Voice
from detente.dossiers.state import state
from detente.knowledge.dossiers import DossierTables
from detente.pipeline import Coder
from detente.records import Actor, Document, Time
from tests.stories.stories import Check, Story


@dataclass(frozen=True, kw_only=True)
class Told:
    """A story after coding and linking.

    gold: label by account, a label of its own for an account that the story does not name. missed: "block kind:label"
    that the coder gave no account for.
    """

    story: Story
    dossiers: tuple[Dossier, ...]
    gold: Mapping[str, str]
    missed: tuple[str, ...]


def tell(story: Story, coder: Coder, tables: DossierTables) -> Told:
    """Code the reports, label the accounts, link them."""
    accounts: list[Account] = []
    gold: dict[str, str] = {}
    missed: list[str] = []
    documents: dict[int, str] = {}
    for news in story.news:
        report = coder.code(Document(text=news.text, outlet=news.outlet, published=news.day))
        # Copies have the same text and so the same id; the store would keep them apart by outlet.
        document = f"{story.name}-{news.number:02}-{report.id[7:13]}"
        documents[news.number] = document
        report = msgspec.structs.replace(report, id=document)
        copied = documents[news.copy_of] if news.copy_of else None
        found = [read_as_plans(one, tables=tables) for one in accounts_of(report, copy_of=copied)]
        missed += _label(found, news.labels, gold, tables, f"{story.name} {news.number}", news.text)
        if news.supersedes:
            accounts = [_superseded(a, documents[news.supersedes], news.day) for a in accounts]
        accounts += found
    return Told(story=story, dossiers=link(accounts, tables=tables), gold=gold, missed=tuple(missed))


def _superseded(account: Account, document: str, day: str) -> Account:
    if account.document != document:
        return account
    return msgspec.structs.replace(account, superseded=day)


def _label(
    found: Sequence[Account],
    labels: Sequence[tuple[str, str]],
    gold: dict[str, str],
    tables: DossierTables,
    where: str,
    text: str,
) -> list[str]:
    missed = []
    for kind, label in labels:
        mine = [a for a in found if tables.family_id(head_event(a).kind) == tables.family_id(kind)]
        alike = [
            other for other_kind, other in labels if tables.family_id(other_kind) == tables.family_id(kind)
        ]
        if len(alike) > 1:  # as many accounts of one family as labels: they go by the order of the text
            mine = mine[alike.index(label) : alike.index(label) + 1]
        for account in mine:
            gold[account.id] = label
        if not mine:
            missed.append(f"{where} {kind}:{label}: {text}")
    for account in found:
        gold.setdefault(account.id, account.id)
    return missed


def b_cubed(told: Sequence[Told]) -> float:
    """B-cubed F1 of the dossiers against the gold labels, over all accounts (Bagga and Baldwin 1998)."""
    precision = recall = 0.0
    count = 0
    for one in told:
        ours = {a.id: d.id for d in one.dossiers for a in d.accounts}
        for account, dossier in ours.items():
            together = {a for a, d in ours.items() if d == dossier}
            gold = {a for a, label in one.gold.items() if label == one.gold[account]}
            precision += len(together & gold) / len(together)
            recall += len(together & gold) / len(gold)
            count += 1
    precision, recall = precision / count, recall / count
    return 2 * precision * recall / (precision + recall)


def differences(check: Check, told: Told, tables: DossierTables) -> list[str]:
    """What is other than the checkpoint says; empty when all is right."""
    dossier = _dossier(check, told)
    now = state(dossier, check.day, tables=tables) if dossier else None
    if now is None:
        return ["no dossier"]
    family = tables.family_id(check.kind) == tables.family_id(now.kind)
    found = {
        "kind": (check.kind if family else "", now.kind if not family else check.kind),
        "sides": (check.sides, _sides(now)),
        "status": (check.status, now.status),
    }
    if check.time is not None:
        found["time"] = (check.time, _time(now.time))
    wrong = [
        f"{name}: {is_now} instead of {wanted}"
        for name, (wanted, is_now) in found.items()
        if wanted != is_now
    ]
    wrong += [f"{name}: not {part}" for name, part in check.parts.items() if not _holds(name, part, now)]
    return wrong


def _dossier(check: Check, told: Told) -> Dossier | None:
    """The dossier that holds most accounts of the label, the earliest of equals."""
    counts = Counter(
        {
            dossier.id: n
            for dossier in told.dossiers
            if (n := sum(told.gold[account.id] == check.label for account in dossier.accounts))
        }
    )
    best = counts.most_common(1)
    return next((d for d in told.dossiers if best and d.id == best[0][0]), None)


def _sides(now: State) -> str:
    actors, recipients = _parties(now.actors), _parties(now.recipients)
    return f"{actors} -> {recipients}" if recipients else actors


def _parties(actors: Sequence[Actor]) -> str:
    return ", ".join(sorted({party_of(actor) or "?" for actor in actors}))


def _time(time: Time | None) -> str:
    if time is None:
        return "unknown"
    return (
        time.earliest or "" if time.earliest == time.latest else f"{time.earliest or ''}/{time.latest or ''}"
    )


def _holds(name: str, part: str, now: State) -> bool:
    texts: dict[str, list[str]] = {
        "place": [now.place.name or now.place.text] if now.place else [],
        "title": [now.title],
        "was": _dates(now.earlier_plans),
        "offers": _dates(now.offers),
        "silent": _names(now.silent),
        "confirmed": _names(now.confirmations),
        "denied": _names(now.denials),
        "contradicts": [one.about for one in now.contradictions],
        "sources": [str(now.independent_sources)],
        "copies": [str(now.copies)],
    }
    if name == "cause":
        return any(part in (voice.words or "") for voice in now.causes)
    if name == "described":
        told = [value for one in now.contradictions if one.about == "description" for value in one.values]
        return all(any(words in value for value in told) for words in part.split(" / "))
    return part in texts[name]


def _dates(offers: Sequence[Offer]) -> list[str]:
    return [_time(offer.time) for offer in offers]


def _names(voices: Sequence[Voice]) -> list[str]:
    return [voice.source.name for voice in voices]
