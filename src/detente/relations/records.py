"""What is said of a relation: acts that took place, weeks, views of others, what is coming."""

from __future__ import annotations

from typing import Literal

from detente.dossiers.records import DossierStatus, Voice
from detente.records import Direction, Record, Source, Time

Placed = Literal["day", "days", "first report"]
Course = Literal["both", "out", "back"]


class Act(Record, frozen=True, kw_only=True):
    """Something that took place, once, however often it was reported.

    actors, recipients: states by code, others by id; a mutual act has all sides in actors. day: the ISO day that it
    is put on. placed: how that day is known: it is the day; it is the middle of `time`; or the act was told as past,
    and the day is that of the first report. weight: 1 - 2^-n for n independent sources.
    """

    dossier: str
    title: str
    kind: str
    status: DossierStatus
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mutual: bool
    type: str
    mode: str | None
    quad: str
    intensity: float
    time: Time | None
    day: str
    placed: Placed
    sources: int
    weight: float
    voice: Voice | None


class Week(Record, frozen=True, kw_only=True):
    """A week from Monday `start`: acts by quad class, and the mean of their intensities by weight.

    mean: None in a week without an act. level: what the acts of all weeks say of this one; `low` and `high` hold it
    with a probability of nine in ten, as far as the model holds. acts: their dossiers.
    """

    start: str
    mean: float | None
    weight: float
    counts: dict[str, int]
    acts: tuple[str, ...]
    level: float
    low: float
    high: float


class Told(Record, frozen=True, kw_only=True):
    """A stated view of the relation: a direction ("worse"), or a context that the sides disagree about."""

    what: Direction | Literal["disagree"]
    context: str | None
    text: str
    sentence: str
    sources: tuple[Source, ...]
    published: str | None
    outlet: str | None
    url: str | None


class Coming(Record, frozen=True, kw_only=True):
    """A happening that is never counted: still to come, or reported and not so. past: its day is over."""

    dossier: str
    title: str
    status: DossierStatus
    time: Time | None
    sources: int
    past: bool
    voice: Voice | None


class Relation(Record, frozen=True, kw_only=True):
    """How one state, or two, stand. other: None for all that `one` does.

    course: "both" for what either does, "out" for what `one` does to `other`, "back" for the other way round.
    smoothing: how the levels were made. change_points: Mondays from which the level is another one. undated: acts
    known only to a period too long to be put into a week, which do not count.
    """

    one: str
    other: str | None
    course: Course
    as_of: str
    weeks: tuple[Week, ...]
    acts: tuple[Act, ...]
    undated: tuple[Coming, ...]
    coming: tuple[Coming, ...]
    not_counted: tuple[Coming, ...]
    told: tuple[Told, ...]
    smoothing: str
    change_points: tuple[str, ...]
    change_note: str | None
