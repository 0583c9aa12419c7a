"""Small accounts built by hand, for tables of cases."""

from __future__ import annotations

from detente.dossiers.records import Account
from detente.records import Actor, Claim, Event, Factuality, Place, Source, Span, Stance, Status, Time


def actor(words: str) -> Actor:
    """`RUR`, `RUR:foreign minister` or `person:anna-kovar@RUR`."""
    if words.startswith("person:"):
        name, _, country = words.partition("@")
        return Actor(name=name, id=name, country=country or None)
    country, _, office = words.partition(":")
    if office:
        return Actor(name=f"{country}'s {office}", country=country)
    return Actor(name=country, id=country, country=country)


def time(words: str) -> Time:
    """`2013-03-03` or `2013-03-03/2013-03-09`; an open end is left empty."""
    first, _, last = words.partition("/")
    return Time(earliest=first or None, latest=(last if "/" in words else first) or None, value=words)


def event(
    kind: str = "visit",
    status: Status = "planned",
    actors: str = "RUR",
    recipients: str = "SYL",
    when: str | None = None,
    *,
    name: str = "e1",
    says: str = "Strelsau Courier=outlet",
    stance: Stance = "asserts",
    factuality: Factuality = "CT+",
    place: str | None = None,
    lead: str = "A",
    earlier_plan: str | None = None,
) -> Event:
    """One mention; lists are parted by `, `, sources by `+` as `name=kind=country`."""
    return Event(
        id=name,
        happening="h1",
        kind=kind,
        status=status,
        actors=tuple(actor(words) for words in actors.split(", ") if words),
        recipients=tuple(actor(words) for words in recipients.split(", ") if words),
        reciprocal=not recipients,
        time=time(when) if when else None,
        place=Place(text=place, name=place) if place else None,
        claims=(Claim(attribution=None, sources=sources(says), stance=stance, factuality=factuality),),
        principal=True,
        earlier_plan=earlier_plan,
        sentence=Span(0, 40),
        trigger=Span(len(lead) + 1, len(lead) + 6),
    )


def sources(words: str) -> tuple[Source, ...]:
    """`ministry=body=RUR+officials=anonymous`."""
    found = []
    for one in words.split("+"):
        name, kind, country = (*one.split("="), "", "")[:3]
        found.append(Source(name=name, kind=kind or "body", country=country or None))  # type: ignore[arg-type]
    return tuple(found)


def account(
    name: str,
    published: str | None,
    *events: Event,
    outlet: str = "Strelsau Courier",
    lead: str = "A",
    copy_of: str | None = None,
    superseded: str | None = None,
    tells_of: str = "event",
    refers: tuple[str, ...] | None = None,
) -> Account:
    """The account `name#h1` of a report of that day."""
    return Account(
        id=f"{name}#h1",
        document=name,
        published=published,
        outlet=outlet,
        copy_of=copy_of,
        superseded=superseded,
        events=events,
        refers=refers,
        sentences=tuple(f"{lead} {tells_of} was told." for _ in events),
    )


def told(day: int, status: Status = "planned", when: str | None = None, **more: object) -> Account:
    """A report of that day of February 2013."""
    copy_of = more.pop("copy_of", None)
    superseded = more.pop("superseded", None)
    outlet = str(more.pop("outlet", "Strelsau Courier"))
    one = event(status=status, when=when, **more)  # type: ignore[arg-type]
    name = f"doc{day}{outlet[0]}{status}"
    return account(
        name,
        f"2013-02-{day:02}",
        one,
        outlet=outlet,
        copy_of=str(copy_of) if copy_of else None,
        superseded=str(superseded) if superseded else None,
    )
