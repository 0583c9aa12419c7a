"""A report -> the rows in which the store keeps it; nothing but reshaping."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import msgspec

from detente.dossiers import accounts_of, dossier_id, head_event, keys_of, read_as_plans
from detente.dossiers.records import Account
from detente.knowledge.dossiers import DossierTables
from detente.records import Actor, Event, Participant, Report

type Row = dict[str, Any]
BETWEEN = "; "  # of names in one cell


@dataclass(kw_only=True)
class Rows:
    """The rows of one coding, by table."""

    accounts: list[Row] = field(default_factory=list)
    keys: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    parties: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)


def appearance_id(document: str, *, published: str | None, outlet: str | None, url: str | None) -> str:
    """One text on one day in one outlet at one address: what is told apart when a text is met again."""
    about = msgspec.json.encode((document, published, outlet, url))
    return hashlib.sha256(about).hexdigest()


def address_of(url: str | None) -> str | None:
    """An article's address, by which its versions are told; None for a site's front page, where articles take turns."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if not parts.query and parts.path in ("", "/"):
        return None
    return parts._replace(scheme="", netloc=parts.netloc.lower(), fragment="").geturl()


def joined(names: Iterable[str | None]) -> str | None:
    """The names in one cell, each once; None for none."""
    return BETWEEN.join(dict.fromkeys(name for name in names if name)) or None


def body_of(report: Report) -> str:
    """The report's JSON without its text, which its document holds."""
    return msgspec.json.encode(msgspec.structs.replace(report, text="")).decode()


def report_of(body: str, text: str) -> Report:
    """The report that `body_of` was made of."""
    return msgspec.structs.replace(msgspec.json.decode(body, type=Report), text=text)


def rows_of(report: Report, *, tables: DossierTables) -> Rows:
    """The rows of a report's accounts, events, parties and claims."""
    rows = Rows()
    for account in accounts_of(report):
        _add_account(rows, read_as_plans(account, tables=tables), tables)
        if account.refers is not None:
            continue
        for event, sentence in zip(account.events, account.sentences, strict=True):
            _add_event(rows, report, account, event, sentence)
    return rows


def _add_account(rows: Rows, account: Account, tables: DossierTables) -> None:
    rows.accounts.append(
        {
            "id": account.id,
            "document": account.document,
            "published": account.published,
            "kind": head_event(account).kind,
            "opens": dossier_id(account.id),
            "body": msgspec.json.encode(account).decode(),
        }
    )
    rows.keys.extend(
        {"key": key, "account": account.id, "published": account.published}
        for key in dict.fromkeys(keys_of(account, tables=tables))
    )


def _add_event(rows: Rows, report: Report, account: Account, event: Event, sentence: str) -> None:
    name = f"{report.id}#{event.id}"
    rows.events.append(_event_row(name, report, account, event, sentence))
    rows.parties.extend(_party_rows(name, report, event))
    rows.claims.extend(
        {
            "event": name,
            "document": report.id,
            "sources": joined(source.name for source in claim.sources) or report.outlet,
            "source_kinds": joined(source.kind for source in claim.sources) or "outlet",
            "source_ids": joined(source.id for source in claim.sources),
            "source_countries": joined(source.country for source in claim.sources),
            "stance": claim.stance,
            "factuality": claim.factuality,
        }
        for claim in event.claims
    )


def _event_row(name: str, report: Report, account: Account, event: Event, sentence: str) -> Row:
    time, place = event.time, event.place
    return {
        "id": name,
        "account": account.id,
        "document": report.id,
        "published": report.published,
        "kind": event.kind,
        "status": event.status,
        "type": event.type,
        "mode": event.mode,
        "contexts": joined(event.contexts),
        "quad": event.quad,
        "intensity": event.intensity,
        "actors": _names(event.actors),
        "recipients": _names(event.recipients),
        "participants": _names(event.participants),
        "reciprocal": event.reciprocal,
        "time_text": time and time.text,
        "date_from": time and time.earliest,
        "date_to": time and time.latest,
        "place": place and (place.name or place.text),
        "place_country": place and place.country,
        "latitude": place and place.lat,
        "longitude": place and place.lon,
        "principal": event.principal,
        "confidence": event.confidence,
        "cause": report.text[slice(*event.cause.span)] if event.cause else None,
        "sentence": sentence,
    }


def _names(people: Sequence[Actor | Participant]) -> str | None:
    return joined(person.name for person in people)


def _party_rows(name: str, report: Report, event: Event) -> Iterator[Row]:
    roles = (("actor", event.actors), ("recipient", event.recipients), ("participant", event.participants))
    for role, people in roles:
        for person in people:
            yield {
                "event": name,
                "document": report.id,
                "role": role,
                "name": person.name,
                "actor": person.id,
                "country": person.country,
                "sectors": joined(person.sectors),
            }
