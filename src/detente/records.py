"""The frozen records that all parts share; nothing but their shapes and their JSON.

Offsets are Unicode code points into `Report.text`, start inclusive, end exclusive; they never move.
"Not known" is None, and `Event.unknown` names the field and the reason.
Words: PLOVER (actor, recipient, type, mode, context), TIMEX3 (value, mod), PARC/PolNeAR (source, cue,
content), FactBank (factuality).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

Status = Literal[
    "proposed",
    "planned",
    "scheduled",
    "under_way",
    "occurred",
    "postponed",
    "cancelled",
    "declined",
    "denied",
    "hypothetical",
]
Stance = Literal["asserts", "claims", "confirms", "denies", "does_not_confirm", "no_comment"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
SourceKind = Literal["person", "body", "state", "organisation", "outlet", "anonymous", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Direction = Literal["better", "worse", "bad", "good", "against_worsening"]


class Span(NamedTuple):
    """`[start, end)` in code points."""

    start: int
    end: int


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Base of all records: immutable, keyword-only, strict when read back.

    None can hold itself, so that Python need not look for cycles among them.
    """


class Document(Record, frozen=True, kw_only=True):
    """One news report before coding; `documents.make_document` puts it together.

    text: all that the coder reads and that offsets refer to: the title (when given), a blank line, the body.
    published: ISO 8601 day, or None.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    source_id: str | None = None


class Actor(Record, frozen=True, kw_only=True):
    """Who acts or is acted upon, resolved at the day of publication.

    based: for a non-state group, the state in which it is based, as information.
    id: ISO 3166 alpha-3 for a state, `IGO:EU`, `NSA:Hamas`, `USA:state-department`, `person:name`; None when
    unknown. sectors: PLOVER's. inferred: None when the text names the actor, else how it was inferred.
    """

    name: str
    id: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    based: str | None = None
    span: Span | None = None
    inferred: str | None = None


class Participant(Record, frozen=True, kw_only=True):
    """Anybody in a happening who is neither actor nor recipient."""

    name: str
    id: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    certainty: Literal["definite", "potential"] = "definite"
    span: Span | None = None
    inferred: str | None = None


class Time(Record, frozen=True, kw_only=True):
    """When: as said, as TIMEX3, and as the interval `[earliest, latest]` of ISO days (None: open)."""

    text: str | None = None
    value: str | None = None
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    span: Span | None = None
    inferred: str | None = None


class Place(Record, frozen=True, kw_only=True):
    """Where: as said and as resolved (decimal degrees, GeoNames id)."""

    text: str
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    span: Span | None = None
    inferred: str | None = None


class Source(Record, frozen=True, kw_only=True):
    """Whose word it is."""

    name: str
    kind: SourceKind
    id: str | None = None
    country: str | None = None
    span: Span | None = None


class Claim(Record, frozen=True, kw_only=True):
    """What one source says of one event; `attribution` is None for the document's own voice."""

    attribution: str | None
    sources: tuple[Source, ...]
    stance: Stance
    factuality: Factuality


class Cause(Record, frozen=True, kw_only=True):
    """Why, as the text says it; `event` is the id of the causing event when it is coded."""

    event: str | None = None
    span: Span


class Event(Record, frozen=True, kw_only=True):
    """One mention of a happening, with the status, time and claims that this mention gives it.

    about: the kind of what an act of speech speaks of (the extradition that is refused).
    """

    id: str
    happening: str
    kind: str
    status: Status
    about: str | None = None
    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: str | None = None
    intensity: float | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    participants: tuple[Participant, ...] = ()
    reciprocal: bool = False
    time: Time | None = None
    status_time: Time | None = None
    place: Place | None = None
    claims: tuple[Claim, ...] = ()
    principal: bool = False
    cause: Cause | None = None
    condition: Cause | None = None
    earlier_plan: str | None = None
    sentence: Span
    trigger: Span
    evidence: tuple[Span, ...] = ()
    rules: tuple[str, ...] = ()
    confidence: float = 1.0
    unknown: dict[str, str] = {}


class Reference(Record, frozen=True, kw_only=True):
    """A word on a happening that the text takes as known and does not say whose it is: "the talks were put off".

    event: what is said of it, with a side or both left out. named: the countries named around it (ISO alpha-3). It is
    no event of its own: a dossier may know which happening is meant.
    """

    event: Event
    named: tuple[str, ...]


class TimeExpression(Record, frozen=True, kw_only=True):
    """A TIMEX3 with the interval of ISO days it stands for (None: open or not known)."""

    span: Span
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    rule: str | None = None
    note: str | None = None


class Attribution(Record, frozen=True, kw_only=True):
    """Source, cue and content as spans; `inside` is the id of the attribution it is nested in."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    anonymous: bool = False
    quotation: bool = False
    inside: str | None = None
    hedged: bool = False
    rule: str | None = None


class Assessment(Record, frozen=True, kw_only=True):
    """A stated view of how two states stand."""

    pair: tuple[str, str]
    direction: Direction
    text: str
    span: Span
    sources: tuple[Source, ...] = ()


class Disagreement(Record, frozen=True, kw_only=True):
    """What two states are said to disagree about; `context` is PLOVER's."""

    pair: tuple[str, str]
    context: str
    text: str
    span: Span
    sources: tuple[Source, ...] = ()


class Uncoded(Record, frozen=True, kw_only=True):
    """Something seen that could not be coded, and why."""

    span: Span
    reason: str


class Versions(Record, frozen=True, kw_only=True):
    """What made the report: code, language model, digest of the knowledge files."""

    detente: str
    model: str
    knowledge: str


class Report(Record, frozen=True, kw_only=True):
    """All that the coder read in one document."""

    id: str
    source_id: str | None
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    text: str
    versions: Versions
    events: tuple[Event, ...] = ()
    references: tuple[Reference, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    uncoded: tuple[Uncoded, ...] = ()
    published_inferred: str | None = None


def to_json(record: Record) -> bytes:
    """One line of UTF-8 JSON without a line end."""
    return msgspec.json.encode(record)


def report_from_json(line: bytes | str) -> Report:
    """The report that `to_json` wrote. Raises `msgspec.DecodeError`: a `ValidationError` naming the path of a bad field."""
    return msgspec.json.decode(line, type=Report)


def report_schema() -> dict[str, object]:
    """JSON Schema (2020-12) of a report."""
    return msgspec.json.schema(Report)
