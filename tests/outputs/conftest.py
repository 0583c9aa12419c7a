"""A report made by hand: a visit rumoured, dated by one side, put off before; talks; an offer declined."""

import pytest

from detente.records import (
    Actor,
    Assessment,
    Attribution,
    Cause,
    Claim,
    Disagreement,
    Event,
    Participant,
    Place,
    Report,
    Source,
    Span,
    Time,
    TimeExpression,
    Uncoded,
    Versions,
)

TITLE = "Elphberg’s visit to Sylvania back on the table"
SENTENCES = (
    "Flavia Elphberg, the foreign minister of Ruritania, is reportedly planning a visit to Sylvania this month.",
    "According to unnamed officials, she is expected in Klausenburg on February 18 for talks with Rupert Strofzin "
    "and perhaps King Michael, but the Sylvanian ministry has not confirmed this.",
    "The visit was first scheduled for early December but was postponed because of the capture of a smuggler.",
    "In late January both ministers held talks in Edelweiss.",
    "Sylvania declined an offer of a telephone call.",
    "Relations are strained over the bridge at Zenda.",
)
TEXT = f"{TITLE}\n\n{' '.join(SENTENCES)}"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def claim(
    attribution: str | None, *sources: Source, stance: str = "asserts", factuality: str = "CT+"
) -> Claim:
    return Claim(attribution=attribution, sources=sources, stance=stance, factuality=factuality)  # type: ignore[arg-type]


def visit(number: int, status: str, sentence: int, trigger: str, **fields: object) -> Event:
    return Event(
        id=f"e{number}",
        happening="h1",
        kind="visit",
        status=status,  # type: ignore[arg-type]
        actors=(ELPHBERG,),
        recipients=(SYLVANIA,),
        sentence=span(SENTENCES[sentence]),
        trigger=span(trigger),
        **fields,  # type: ignore[arg-type]
    )


ELPHBERG = Actor(
    name="Flavia Elphberg",
    id="person:flavia-elphberg",
    country="RUR",
    sectors=("GOV",),
    span=span("Flavia Elphberg"),
)
STROFZIN = Actor(name="Rupert Strofzin", id="person:rupert-strofzin", country="SYL", sectors=("GOV",))
SYLVANIA = Actor(name="Sylvania", id="SYL", country="SYL", sectors=("GOV",), span=span("Sylvania"))
OFFICIALS = Source(name="unnamed officials", kind="anonymous", span=span("unnamed officials"))
MINISTRY = Source(
    name="the Sylvanian ministry", kind="body", country="SYL", span=span("the Sylvanian ministry")
)

EVENTS = (
    visit(
        1,
        "planned",
        0,
        "planning",
        type="AGREE",
        contexts=("diplomatic",),
        quad="VERBAL COOPERATION",
        intensity=2.5,
        time=Time(
            text="this month",
            value="2013-02",
            earliest="2013-02-01",
            latest="2013-02-28",
            span=span("this month"),
        ),
        place=Place(text="Sylvania", name="Sylvania", country="SYL", span=span("to Sylvania this")),
        claims=(claim(None, factuality="PR+"),),
        principal=True,
        evidence=(span("planning a visit to Sylvania"),),
        rules=("frame:visit-n", "operator:plan"),
        confidence=0.9,
    ),
    visit(
        2,
        "planned",
        1,
        "expected",
        time=Time(text="February 18", value="2013-02-18", earliest="2013-02-18", latest="2013-02-18"),
        place=Place(text="Klausenburg", name="Klausenburg", country="SYL", lat=46.77, lon=23.6, geonames=7),
        participants=(
            Participant(name="Rupert Strofzin", country="SYL"),
            Participant(name="King Michael", certainty="potential"),
        ),
        claims=(
            claim("a1", OFFICIALS, factuality="PR+"),
            claim("a2", MINISTRY, stance="does_not_confirm", factuality="Uu"),
        ),
        earlier_plan="e3",
        rules=("operator:expect",),
    ),
    visit(
        3,
        "scheduled",
        2,
        "scheduled",
        time=Time(
            text="early December", value="2012-12", mod="START", earliest="2012-12-01", latest="2012-12-10"
        ),
        claims=(claim(None),),
    ),
    visit(
        4,
        "postponed",
        2,
        "postponed",
        status_time=Time(latest="2013-02-12", inferred="reported as past"),
        claims=(claim(None),),
        cause=Cause(event="e9", span=span("the capture of a smuggler")),
        unknown={"time": "no new day is named", "place": "not said"},
    ),
    Event(
        id="e5",
        happening="h2",
        kind="talks",
        status="occurred",
        type="CONSULT",
        mode="third-party",
        actors=(ELPHBERG, STROFZIN),
        reciprocal=True,
        time=Time(
            text="In late January", value="2013-01", mod="END", earliest="2013-01-21", latest="2013-01-31"
        ),
        place=Place(text="Edelweiss", name="Edelweiss", country="GRA"),
        claims=(claim(None),),
        sentence=span(SENTENCES[3]),
        trigger=span("held talks"),
    ),
    Event(
        id="e6",
        happening="h3",
        kind="call",
        status="declined",
        type="REJECT",
        mode="meet",
        actors=(SYLVANIA,),
        time=Time(latest="2013-02-12", inferred="reported as past"),
        claims=(claim(None),),
        sentence=span(SENTENCES[4]),
        trigger=span("declined"),
        unknown={"recipients": "whose offer it was is not said"},
    ),
)


@pytest.fixture
def report() -> Report:
    return Report(
        id="sha256:0",
        source_id="wire-17",
        title=TITLE,
        outlet="Strelsau Wire",
        url="https://wire.example/17",
        published="2013-02-12",
        text=TEXT,
        versions=Versions(detente="0.1.0", model="en_core_web_md-3.8.0", knowledge="abc123"),
        events=EVENTS,
        times=(
            TimeExpression(
                span=span("this month"),
                text="this month",
                type="DATE",
                value="2013-02",
                earliest="2013-02-01",
                latest="2013-02-28",
            ),
        ),
        attributions=(
            Attribution(
                id="a1",
                source=(span("unnamed officials"),),
                cue=(span("According to"),),
                content=(span("she is expected in Klausenburg on February 18"),),
                stance="asserts",
                anonymous=True,
                rule="cue:according-to",
            ),
            Attribution(
                id="a2",
                source=(span("the Sylvanian ministry"),),
                cue=(span("has not confirmed"),),
                content=(span("this"),),
                stance="does_not_confirm",
                inside="a1",
            ),
        ),
        assessments=(
            Assessment(
                pair=("RUR", "SYL"), direction="bad", text="strained", span=span("Relations are strained")
            ),
        ),
        disagreements=(
            Disagreement(
                pair=("RUR", "SYL"), context="territory", text="the bridge at Zenda", span=span("the bridge")
            ),
        ),
        uncoded=(Uncoded(span=span("the capture of a smuggler"), reason="no state takes part"),),
    )


@pytest.fixture
def bare() -> Report:
    """A report in which nothing is known."""
    return Report(
        id="sha256:1",
        source_id=None,
        title=None,
        outlet=None,
        url=None,
        published=None,
        text="\nNobody met anybody.\nNothing else.",
        versions=Versions(detente="0.1.0", model="none", knowledge="none"),
    )
