"""What is kept of one happening across reports: accounts, the state on a day, changes, overrules.

An *account* is all that one report says of one happening. A *dossier* is one happening across reports: its
accounts in order. A *state* is what was believed of a dossier on a day, derived from the accounts published up to
that day and from nothing else.
"""

from __future__ import annotations

from typing import Literal, get_args

from detente.records import (
    Actor,
    Event,
    Factuality,
    Participant,
    Place,
    Record,
    Source,
    Span,
    Stance,
    Status,
    Time,
)

DossierStatus = Literal[Status, "unreported"]
STATUSES: tuple[str, ...] = (*get_args(Status), "unreported")
What = Literal[
    "new",
    "planned",
    "moved",
    "scheduled",
    "confirmed",
    "denied",
    "postponed",
    "cancelled",
    "declined",
    "under_way",
    "held",
    "unreported",
    "contradicted",
    "corrected",
    "merged",
    "split",
    "overruled",
]


class Quote(Record, frozen=True, kw_only=True):
    """What one source says near a mention, in its words: from these the descriptions of a thing are read."""

    text: str
    source: Source


class Account(Record, frozen=True, kw_only=True):
    """All that one report says of one happening.

    id: `<document>#<happening>`. document: id of the report. published: ISO day, None for an undated report.
    copy_of: id of the first document of which this text is a near-duplicate or which is the same wire story; None
    when it stands on its own. superseded: ISO day on which a corrected text took the place of this one, else None.
    events: the mentions in order of the text. sentences: the text around each mention, one for each event. leads,
    tails: the text before and after each of those, of a few sentences. quotes: what sources say in any of them.
    refers: of a mention that does not say whose it is the countries named around it; such an account joins a dossier, and
    opens none. None for all others.
    """

    id: str
    document: str
    published: str | None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    copy_of: str | None = None
    superseded: str | None = None
    events: tuple[Event, ...]
    sentences: tuple[str, ...]
    leads: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    refers: tuple[str, ...] | None = None


class Placement(Record, frozen=True, kw_only=True):
    """The dossier that an account belongs to, and why.

    dossier: `dossier:<12 hex digits>`, derived from its earliest account. joined: id of the account it was linked
    to, None for the account that opens a dossier. reasons: what spoke for the link, in plain words. act: of an incident
    the act that it tells of, by the id of the dossier that this act would be alone; None for the first act.
    """

    account: str
    dossier: str
    joined: str | None = None
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    act: str | None = None


class Overrule(Record, frozen=True, kw_only=True):
    """A user's decision, kept as data, that stands above what the reports amount to.

    same, different: the accounts `first` and `second` are one happening, or are not. status: the dossier that the
    account `first` is in has the status `value` from the ISO day `day` on (the day of `made` if left out); a value of
    None takes earlier ones back, so that the reports decide again. made: when it was decided, ISO in UTC.
    """

    id: str
    verdict: Literal["same", "different", "status"]
    first: str
    second: str | None = None
    value: DossierStatus | None = None
    day: str | None = None
    who: str | None = None
    made: str
    why: str | None = None


class Overruled(Record, frozen=True, kw_only=True):
    """That the status of a state is a user's decision: whose, from which day on, why, and its id.

    reported: the status that the reports give, believed since `reported_since`.
    """

    overrule: str
    who: str | None
    day: str
    why: str | None
    reported: DossierStatus
    reported_since: str | None


class Voice(Record, frozen=True, kw_only=True):
    """One source's word on the dossier: a claim with its day, report and sentence.

    party: whether the source is, or speaks for, one of the sides. words: the words of a cause, else None.
    """

    source: Source
    stance: Stance
    factuality: Factuality
    status: Status
    time: Time | None = None
    published: str | None
    outlet: str | None
    account: str
    event: str
    sentence: str
    sentence_span: Span
    party: bool = False
    words: str | None = None


class Offer(Record, frozen=True, kw_only=True):
    """A date (or place in time) on offer: who gave it, first and last day on which it was given.

    current: False for a date that a later report has taken back.
    """

    time: Time
    status: Status
    voices: tuple[Voice, ...]
    first: str | None
    last: str | None
    current: bool = True


class Contradiction(Record, frozen=True, kw_only=True):
    """Two or more voices that cannot all be right, side by side."""

    about: Literal["time", "status", "place", "description"]
    voices: tuple[Voice, ...]
    values: tuple[str, ...]


class Part(Record, frozen=True, kw_only=True):
    """An act of an incident beside the one that the state is about: what was believed of it.

    act: an id that leads to the dossier too. since: the day since which the status is believed.
    """

    act: str
    title: str
    kind: str
    status: DossierStatus
    since: str | None
    voice: Voice | None = None


class State(Record, frozen=True, kw_only=True):
    """What was believed of a dossier at the end of the day `as_of`.

    time: when it took place or, while it is coming, the date that is believed; None where none is, or several are
    on offer of which none is fixed. status_voice: the strongest voice for the status, None for one that no report
    gives. overruled: set where the status is a user's decision. offers: dates on offer; earlier_plans: dates that were
    taken back. parts: of an incident the other acts (the state is that of its deed, counting reports of all).
    """

    dossier: str
    as_of: str
    title: str
    kind: str
    status: DossierStatus
    status_since: str | None
    status_voice: Voice | None = None
    overruled: Overruled | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    participants: tuple[Participant, ...] = ()
    reciprocal: bool = False
    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: str | None = None
    intensity: float | None = None
    time: Time | None = None
    offers: tuple[Offer, ...] = ()
    place: Place | None = None
    confirmations: tuple[Voice, ...] = ()
    denials: tuple[Voice, ...] = ()
    silent: tuple[Voice, ...] = ()
    causes: tuple[Voice, ...] = ()
    earlier_plans: tuple[Offer, ...] = ()
    outcome: Voice | None = None
    contradictions: tuple[Contradiction, ...] = ()
    parts: tuple[Part, ...] = ()
    independent_sources: int = 0
    reports: int = 0
    copies: int = 0
    first_published: str | None = None
    last_published: str | None = None
    unknown: dict[str, str] = {}


class Dossier(Record, frozen=True, kw_only=True):
    """One happening across reports; `aliases` are ids that it had or that were merged into it.

    overrules: what users decided about its accounts, in the order in which it was decided.
    """

    id: str
    aliases: tuple[str, ...] = ()
    accounts: tuple[Account, ...]
    placements: tuple[Placement, ...] = ()
    overrules: tuple[Overrule, ...] = ()


class Change(Record, frozen=True, kw_only=True):
    """What one day's reports changed in a dossier.

    id: stable over runs and orders of arrival. day: the day of publication that brought it (for "unreported" the
    day after the planned date, for what a user decided the day of that). voice: the claim that brought it, None for
    "unreported" and for what a user decided. who, why: the user and the reasons, None for what reports brought.
    """

    id: str
    dossier: str
    day: str
    what: What
    title: str
    before: str | None = None
    after: str | None = None
    voice: Voice | None = None
    who: str | None = None
    why: str | None = None
