"""An account of an invitation, an offer or the answer to one in, the same as an account of what is invited to out.

"Invited the premier to Edelweiss", "accepted the invitation", "turned down the offer of mediation": each is an act
of its own, and each says where the visit or the mediation stands. `dossiers/answers.yaml` says which acts do.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.dossiers.records import Account
from detente.dossiers.things import words_in
from detente.dossiers.words import PAST
from detente.knowledge.dossiers import Answer, DossierTables
from detente.records import Event, Time


def read_as_plans(account: Account, *, tables: DossierTables) -> Account:
    """The account; a mention of an invitation or an answer as one of what it is about. What is read so stays so."""
    if account.published is None:
        return account
    told = tuple(zip(account.events, account.sentences, strict=True))
    read = [_read(event, sentence, account.published, tables) for event, sentence in told]
    backwards = zip(reversed(account.events), reversed(read), strict=True)
    firsts = {(e.kind, e.status): r for e, r in backwards if e != r}
    events = tuple(
        _alike(event, firsts[said], account.published)
        if event == one and (said := (event.kind, event.status)) in firsts
        else one
        for event, one in zip(account.events, read, strict=True)
    )
    return account if events == account.events else replace(account, events=events)


def _alike(event: Event, first: Event, published: str) -> Event:
    """ "He made the proposal by telephone": what is named again in other words stands as where it was named whole."""
    return replace(
        event,
        kind=first.kind,
        about=None,
        status=first.status,
        actors=first.actors,
        recipients=first.recipients,
        reciprocal=first.reciprocal,
        time=to_come(event.time, published),
    )


def _read(event: Event, sentence: str, published: str, tables: DossierTables) -> Event:
    said = " ".join(words_in(sentence))
    rule = next((one for one in tables.answers if _applies(one, event, said)), None)
    if rule is None:
        return event
    actors, recipients = event.actors, event.recipients
    if rule.swap:
        actors, recipients = recipients, actors
    if rule.mutual:
        third = rule.third and len(recipients) > 1  # who proposes it to two is neither of them
        actors, recipients = recipients if third else (*actors, *recipients), ()
    status = rule.statuses[event.status]
    return replace(
        event,
        kind=rule.reads or event.about or event.kind,
        about=None,
        status=status,
        actors=actors,
        recipients=recipients,
        reciprocal=rule.mutual or event.reciprocal,
        time=event.time if rule.mutual and status in PAST else to_come(event.time, published),
    )


def _applies(rule: Answer, event: Event, said: str) -> bool:
    if event.kind not in rule.kinds or event.status not in rule.statuses:
        return False
    if rule.about and event.about not in rule.about:
        return False
    if rule.rules and not set(rule.rules) & set(event.rules):
        return False
    between_states = event.recipients or not rule.swap  # whom it was said to is who comes or goes between
    words = (not rule.words or _any(rule.words, said)) and not _any(rule.without, said)
    return bool(event.actors and between_states) and words


def _any(phrases: tuple[str, ...], said: str) -> bool:
    padded = f" {said} "
    return any(f" {phrase} " in padded for phrase in phrases)


def to_come(time: Time | None, published: str) -> Time | None:
    """The day of the invitation or answer is none of what it is about."""
    return time if time and (time.latest or "") > published[:10] and time.earliest else None
