"""An account in, what linking compares out: its family, sides, people, offices, places, intervals, words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.dossiers.accounts import head_event, is_denied_plan, settled
from detente.dossiers.intervals import Interval, day_number, interval_of
from detente.dossiers.matters import matter_of
from detente.dossiers.records import Account
from detente.dossiers.things import words_in
from detente.ids import is_person
from detente.knowledge.dossiers import DossierTables, Family
from detente.records import Actor, Event, Participant

LEAD = 3  # words before the one that names an event ("the joint naval exercise", "its offer to mediate")
BEFORE = 60  # characters before a name in which its office may stand ("Foreign Minister Anna Kovar")

Pairs = frozenset[tuple[str, str]]  # (party, person or office)


@dataclass(frozen=True, kw_only=True)
class Facets:
    """What linking compares of one account.

    day: number of the day of publication. parties: states, organisations and groups on both sides; froms, tos: by
    role. complete: both sides are known. persons, offices: with their party; unnamed: those persons whom no words name,
    only who held the office. plans, held, old: intervals of what is
    still planned, of what took place, and of plans that were given up. vague: what is past is undated, `held` is
    taken from `fresh`. phase: stage of the status of the mention that says most: coming, past, off; unsettled where
    nobody would comment. refused: who would do it will not. ongoing: it goes on by this account.
    denied: somebody says that there is no such thing, and none such is planned. refers: see `Account`. doers, done_to:
    ids of the people and bodies by role, without those of states. matter: words for what it is about, by stem.
    """

    account: str
    document: str
    day: int
    family: Family
    kinds: frozenset[str]
    parties: frozenset[str]
    froms: frozenset[str]
    tos: frozenset[str]
    reciprocal: bool
    complete: bool
    persons: Pairs
    offices: Pairs
    unnamed: Pairs
    lands: frozenset[str]
    places: frozenset[str]
    plans: tuple[Interval, ...]
    held: tuple[Interval, ...]
    old: tuple[Interval, ...]
    vague: bool
    phase: str
    put_off: bool
    refused: bool
    ongoing: bool
    denied: bool
    definite: bool
    again: bool
    moved: bool
    refers: frozenset[str] | None
    doers: frozenset[str]
    done_to: frozenset[str]
    matter: Mapping[str, str]

    @property
    def at_home(self) -> bool:
        """Whether one party is on both sides: it says no more than in which state it is done."""
        return self.complete and len(self.parties) == 1


def facets_of(account: Account, tables: DossierTables) -> Facets:
    """The facets of a dated account."""
    events = account.events
    head = head_event(account)
    family = tables.family(head.kind)
    day = day_number(account.published or "")
    froms, tos = parties_of(events, recipients=False), parties_of(events, recipients=True)
    plans, held, old, vague = _times(account, tables, family, day)
    lead = _lead(account, head)
    return Facets(
        account=account.id,
        document=account.document,
        day=day,
        family=family,
        kinds=frozenset(event.kind for event in events),
        parties=froms | tos,
        froms=froms,
        tos=tos,
        reciprocal=any(event.reciprocal for event in events),
        complete=len(froms | tos) > 1 or bool(froms and tos),
        persons=_persons(events),
        offices=_offices(account, tables),
        unnamed=_persons(events) - _named(account),
        lands=frozenset(e.place.country for e in events if e.place and e.place.country),
        places=towns_of(events, tables),
        plans=plans,
        held=held,
        old=old,
        vague=vague,
        phase=tables.stages.get(head.status, "coming") if any(map(settled, events)) else "unsettled",
        put_off=any(event.status == "postponed" for event in events),
        refused=head.status == "declined",
        ongoing=any(event.status == "under_way" for event in events),
        denied=any(event.status == "denied" or is_denied_plan(event) for event in events),
        definite=account.refers is not None or _points_back(account, lead, tables),
        again=bool(lead & set(tables.words.get("again", ()))),
        moved=any(w in s.lower() for s in account.sentences for w in tables.words.get("moved", ())),
        refers=None if account.refers is None else frozenset(account.refers),
        doers=_bodies(actor for event in events for actor in event.actors),
        done_to=_bodies(actor for event in events for actor in event.recipients),
        matter=matter_of(account, tables),
    )


def _points_back(account: Account, lead: set[str], tables: DossierTables) -> bool:
    """ "The visit", or "after all": a reader is taken to know of it."""
    if lead & set(tables.words.get("definite", ())):
        return True
    known = tables.words.get("at last", ())
    return any(f" {phrase} " in f" {' '.join(words_in(s))} " for s in account.sentences for phrase in known)


def parties_of(events: Iterable[Event], *, recipients: bool) -> frozenset[str]:
    """The states, organisations and groups that act, or that are acted upon."""
    sides = (event.recipients if recipients else event.actors for event in events)
    return frozenset(party for side in sides for actor in side if (party := party_of(actor)))


def sides_of(events: Sequence[Event]) -> frozenset[str]:
    """All of them."""
    return parties_of(events, recipients=False) | parties_of(events, recipients=True)


def towns_of(events: Iterable[Event], tables: DossierTables) -> frozenset[str]:
    """The places that are no states."""
    named = (e.place.name for e in events if e.place and e.place.name)
    return frozenset(name for name in named if name not in tables.lands)


def party_of(actor: Actor | Participant) -> str | None:
    """The state that an actor belongs to; else the actor itself when it is known."""
    return actor.country or actor.id


def people_of(events: Iterable[Event]) -> frozenset[str]:
    """The ids of people who act or are acted upon."""
    actors = (actor for event in events for actor in (*event.actors, *event.recipients))
    return frozenset(actor.id for actor in actors if is_person(actor.id))


def _bodies(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(actor.id for actor in actors if actor.id and actor.id != actor.country)


def _persons(events: Iterable[Event]) -> Pairs:
    return frozenset((party_of(one) or "", one.id) for one in _everybody(events) if is_person(one.id))


def _everybody(events: Iterable[Event]) -> list[Actor | Participant]:
    people: list[Actor | Participant] = []
    for event in events:
        people += [*event.actors, *event.recipients, *event.participants]
    return people


def _named(account: Account) -> Pairs:
    """The people whose surnames stand in the sentences: "the foreign minister" is whoever the table has for the day."""
    told = set(words_in(" ".join(account.sentences)))
    return frozenset(
        (party_of(one) or "", one.id)
        for one in _everybody(account.events)
        if is_person(one.id) and told & set(words_in(one.name)[-1:])
    )


def _offices(account: Account, tables: DossierTables) -> Pairs:
    found: set[tuple[str, str]] = set()
    for event, sentence in zip(account.events, account.sentences, strict=True):
        for actor in (*event.actors, *event.recipients):
            office = _office(actor, event, sentence, tables)
            if office and (party := party_of(actor)):
                found.add((party, office))
    return frozenset(found)


def _office(actor: Actor, event: Event, sentence: str, tables: DossierTables) -> str | None:
    """The office in the actor's words, or, for a person, right before the name."""
    office = _first_phrase(actor.name.lower(), tables.roles)
    if office or actor.span is None or not is_person(actor.id):
        return office
    start, end = actor.span.start - event.sentence.start, actor.span.end - event.sentence.start
    office = _first_phrase(sentence[start:end].lower(), tables.roles) if start >= 0 else None
    if office:
        return office
    before = sentence[max(0, start - BEFORE) : start].lower().rstrip(" ,") if start > 0 else ""
    return next((name for phrase, name in tables.roles if before.endswith(phrase)), None)


def _first_phrase(text: str, phrases: Iterable[tuple[str, str]]) -> str | None:
    padded = f" {text.replace('’', chr(39))} "
    return next((name for phrase, name in phrases if f" {phrase} " in padded), None)


def _times(
    account: Account, tables: DossierTables, family: Family, day: int
) -> tuple[tuple[Interval, ...], tuple[Interval, ...], tuple[Interval, ...], bool]:
    plans: list[Interval] = []
    held: list[Interval] = []
    old: list[Interval] = []
    given_up = {event.earlier_plan for event in account.events if event.earlier_plan}
    for event in account.events:
        interval = interval_of(event.time)
        stage = tables.stages.get(event.status)
        if interval is None or not settled(event):
            continue
        if event.id in given_up or stage == "off":
            old.append(interval)
        elif stage == "past":
            held.append(interval)
        else:
            plans.append(interval)
    dated = [interval for interval in held if interval[0] is not None]
    if held and not dated:
        return tuple(plans), ((day - family.fresh, day),), tuple(old), True
    return tuple(plans), tuple(dated), tuple(old), False


def _lead(account: Account, event: Event) -> set[str]:
    """The words just before the word that names the event."""
    sentence = account.sentences[account.events.index(event)]
    before = sentence[: max(0, event.trigger.start - event.sentence.start)].lower()
    return set(before.replace(",", " ").split()[-LEAD:])


def by_party(pairs: Pairs) -> Mapping[str, frozenset[str]]:
    """The people (or offices) of each party."""
    table: dict[str, set[str]] = {}
    for party, name in pairs:
        table.setdefault(party, set()).add(name)
    return {party: frozenset(names) for party, names in table.items()}
