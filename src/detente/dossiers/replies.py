"""An account of an answer that does not say to what in, the proposal of an earlier report that it answers out.

"Paraguay has turned the offer down": a reader of the last report knows that talks were offered. The answer stays an act of
its own among the accounts; the dossier that it joins is told by it where the matter stands (`dossiers/replies.yaml`).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.dossiers.accounts import head_event
from detente.dossiers.answers import to_come
from detente.dossiers.facets import party_of, sides_of
from detente.dossiers.records import Account, Dossier
from detente.dossiers.things import words_in
from detente.knowledge.dossiers import DossierTables, Reply
from detente.records import Event

PROPOSED, PAIR = "proposed", 2


def reply_in(account: Account, tables: DossierTables) -> Reply | None:
    """The rule by which the account answers what it does not name; None for one that answers nothing."""
    if account.refers is not None or account.published is None:
        return None
    told = zip(account.events, account.sentences, strict=True)
    return next((rule for e, text in told for rule in tables.replies if _applies(rule, e, text)), None)


def answers_third(account: Account, rule: Reply, asked: Account, tables: DossierTables) -> bool:
    """Whether one of the two sides of what a third proposed answers the third: "rejected Graustark's truce proposal"."""
    theirs = sides_of(asked.events)
    told = zip(account.events, account.sentences, strict=True)
    event = next(e for e, text in told if _applies(rule, e, text))
    answering = sides_of([replace(event, recipients=())])
    asking = sides_of([replace(event, actors=event.recipients, recipients=())])
    alike = rule.of and tables.family_id(rule.of) == tables.family_id(head_event(asked).kind)
    return bool(alike and asking) and answering <= theirs and asking.isdisjoint(theirs)


def is_proposal(account: Account, tables: DossierTables) -> bool:
    """Whether it tells of something that is proposed and that can be done."""
    head = head_event(account)
    family = tables.family(head.kind)
    return head.status == PROPOSED and (family.deed or not family.incident) and account.refers is None


def proposer_of(account: Account, tables: DossierTables) -> frozenset[str]:
    """Who asks for what both sides would do, named first; of what has a direction either side may have proposed it."""
    head = head_event(account)
    if head.kind in tables.family(head.kind).directed:
        return frozenset()
    first = head.actors[:1] if head.reciprocal else head.actors
    return frozenset(party for one in first if (party := party_of(one)))


def with_replies(dossier: Dossier, tables: DossierTables) -> tuple[tuple[Account, ...], dict[str, str]]:
    """The accounts, answers told as what they answer, and the act that each tells of."""
    by_id = {account.id: account for account in dossier.accounts}
    acts = {one.account: one.act or dossier.id for one in dossier.placements}
    joined = {one.account: by_id.get(one.joined or "") for one in dossier.placements}
    for account in dossier.accounts:
        asked, rule = joined.get(account.id), reply_in(account, tables)
        if asked is not None and rule is not None and is_proposal(asked, tables):
            by_id[account.id] = _told_of(head_event(asked), account, rule)
            acts[account.id] = acts[asked.id]
    return tuple(by_id.values()), acts


def _told_of(proposed: Event, account: Account, rule: Reply) -> Account:
    """The answer as a mention of what was proposed, with its sides; one of more than two speaks for itself."""
    many = len(proposed.actors) > PAIR
    return replace(
        account, events=tuple(_mention(proposed, e, rule, account, alone=many) for e in account.events)
    )


def _mention(proposed: Event, event: Event, rule: Reply, account: Account, *, alone: bool) -> Event:
    sides = event if alone else proposed
    return replace(
        event,
        kind=proposed.kind,
        about=None,
        status=rule.statuses.get(event.status, event.status),
        actors=sides.actors,
        recipients=sides.recipients,
        reciprocal=sides.reciprocal,
        time=to_come(event.time, account.published or ""),
    )


def _applies(rule: Reply, event: Event, sentence: str) -> bool:
    if event.kind not in rule.kinds or event.status not in rule.statuses or not event.actors:
        return False
    words = words_in(sentence)
    if rule.named and not any(name in words for name in rule.named):
        return False
    return any(word in rule.words and _is_bare(words[n + 1 :], rule) for n, word in enumerate(words))


def _is_bare(after: Sequence[str], rule: Reply) -> bool:
    """Whether what follows does not say what was proposed."""
    return not after or after[0] not in rule.told_by
