"""A number in, that many made-up coded reports out: the same for the same number, as a stream of news would bring them.

Each tells of one or two happenings that run over some weeks, from rumour to outcome; some reports are copies of a
wire story, some take the place of an earlier text at their address, some bear no day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from detente.records import Actor, Claim, Event, Report, Source, Span, Status, Time, Versions

START = date(2013, 1, 1)
KINDS = ("visit", "talks", "call", "summit", "sanction", "condemnation")
COURSE: tuple[Status, ...] = ("planned", "planned", "scheduled", "postponed", "scheduled", "occurred")
OUTLETS = ("Strelsau Courier", "Klausenburg Post", "Edelweiss Wire", "Ruritania Today", "Sylvan Mail")
WORDS = """border river harvest council treaty fleet market bridge winter road parliament minister envoy paper
question answer morning evening statement crowd palace garden letter season"""
MADE = Versions(detente="0", model="generated", knowledge="none")


@dataclass
class Course:
    """A happening on its way: its parties, its day and how far it has come."""

    kind: str
    sides: tuple[str, str]
    day: date
    step: int = 0
    reports: list[Report] = field(default_factory=list)


def make_reports(
    count: int, *, seed: int = 7, a_day: int = 20, claims: tuple[int, ...] = (1, 2, 4), start: date = START
) -> Iterator[Report]:
    """`count` reports in the order of publication, `a_day` of them on each day; `claims` that an event may have."""
    random = Random(seed)
    running: list[Course] = []
    for number in range(count):
        today = start + timedelta(days=number // a_day)
        running = [course for course in running if course.step < len(COURSE)]
        while len(running) < 40:
            running.append(_course(random, today))
        chosen = random.sample(running, random.choice((1, 1, 2)))
        yield _report(random, number, today, chosen, claims)


def _course(random: Random, today: date) -> Course:
    first, second = random.sample(range(150), 2)
    sides = (f"Q{first:02x}", f"Q{second:02x}")
    return Course(kind=random.choice(KINDS), sides=sides, day=today + timedelta(days=random.randint(3, 40)))


def _report(
    random: Random, number: int, today: date, courses: list[Course], claims: tuple[int, ...]
) -> Report:
    parts = [_sentence(random, course) for course in courses]
    words = WORDS.split()
    rest = " ".join(random.choice(words) for _ in range(80))
    text = " ".join((*parts, rest.capitalize() + "."))
    before = courses[0].reports[-1] if courses[0].reports else None
    turn = random.random()
    url = f"https://news.example/{today.year}/{number}"
    if before is not None and turn < 0.05:
        text = before.text + " " + rest[:60]  # a wire story that another outlet has added to
    elif before is not None and turn < 0.08 and (before.published or "") < today.isoformat():
        url = before.url or url  # a corrected text
    outlet = random.choice(OUTLETS)
    events = tuple(_event(random, text, at, course, outlet, claims) for at, course in enumerate(courses, 1))
    report = Report(
        id=f"sha256:{hashlib.sha256(text.encode()).hexdigest()}",
        source_id=str(number),
        title=None,
        outlet=outlet,
        url=url,
        published=None if turn > 0.99 else today.isoformat(),
        text=text,
        versions=MADE,
        events=events,
    )
    for course in courses:
        course.reports.append(report)
        course.step += random.random() < 0.7
    return report


def _sentence(random: Random, course: Course) -> str:
    first, second = course.sides
    words = WORDS.split()
    office = " ".join(random.choice(words) for _ in range(6))
    return f"The {course.kind} of {first} and {second} by the {office} is due on {course.day}."


def _event(
    random: Random, text: str, number: int, course: Course, outlet: str, claims: tuple[int, ...]
) -> Event:
    status = COURSE[min(course.step, len(COURSE) - 1)]
    day = course.day.isoformat()
    officials = Source(name=f"officials of {course.sides[0]}", kind="anonymous", country=course.sides[0])
    voices = (Source(name=outlet, kind="outlet"), officials)
    made = [
        Claim(
            attribution=f"a{at}" if at else None,
            sources=(voices[min(at, 1)],),
            stance="asserts",
            factuality="PR+",
        )
        for at in range(random.choice(claims))
    ]
    sentence = Span(0, text.index(".") + 1)
    return Event(
        id=f"e{number}",
        happening=f"h{number}",
        kind=course.kind,
        status=status,
        type="AGREE" if status in ("planned", "scheduled") else "CONSULT",
        actors=(Actor(name=f"Land {course.sides[0]}", id=course.sides[0], country=course.sides[0]),),
        recipients=(Actor(name=f"Land {course.sides[1]}", id=course.sides[1], country=course.sides[1]),),
        time=None if status == "postponed" else Time(text=day, value=day, earliest=day, latest=day),
        claims=tuple(made),
        principal=number == 1,
        sentence=sentence,
        trigger=Span(4, 4 + len(course.kind)),
        evidence=(sentence,),
        unknown={"time": "it was put off without a new day"} if status == "postponed" else {},
    )
