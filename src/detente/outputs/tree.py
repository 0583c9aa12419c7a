"""A report -> a tree for the terminal that leaves nothing out: each field with the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from detente.outputs.wording import (
    CERTAINTY,
    NOT_KNOWN,
    STANCES,
    STATUS_STYLES,
    code,
    heading,
    interval,
    marked,
    parties,
    published,
    quote,
    shown,
    voice,
    when,
    where,
)
from detente.records import (
    Actor,
    Attribution,
    Cause,
    Claim,
    Event,
    Participant,
    Place,
    Report,
    Source,
    Span,
    Time,
)


def render_tree(report: Report) -> RenderableType:
    """All that the report says."""
    outlet = shown(report.outlet) if report.outlet else f"outlet {NOT_KNOWN}"
    tree = Tree(Text.assemble((heading(report), "bold"), (f"  {outlet}, {published(report)}", "dim")))
    _branch(tree, "events", [_event(report, event) for event in report.events])
    _branch(tree, "attributions", [_attribution(report, one) for one in report.attributions])
    _branch(tree, "times", [_line(*parts) for parts in _times(report)])
    _branch(tree, "assessments", [_line(*parts) for parts in _assessments(report)])
    _branch(tree, "disagreements", [_line(*parts) for parts in _disagreements(report)])
    _branch(
        tree,
        "seen but not coded",
        [_line(quote(report, u.span), f"({shown(u.reason)})") for u in report.uncoded],
    )
    made = report.versions
    tree.add(Text(f"made by détente {made.detente}, {made.model}, knowledge {made.knowledge}", style="dim"))
    return tree


def _branch(tree: Tree, name: str, children: Sequence[RenderableType]) -> None:
    branch = tree.add(Text(f"{name}: {len(children) or 'none'}", style="bold" if children else "dim"))
    for child in children:
        branch.add(child)


def _line(first: str, *others: str) -> Text:
    """The first part plain, the others dimmed."""
    return Text.assemble(first, *((f" {other}", "dim") for other in others if other))


def _event(report: Report, event: Event) -> Tree:
    status = event.status.replace("_", " ")
    tree = Tree(
        Text.assemble(
            (f"{event.id} ", "dim"),
            (f"{shown(event.kind)} ", "bold"),
            (status, f"bold {STATUS_STYLES[event.status]}"),
            f"  {parties(event)}",
            ("  principal" if event.principal else "", "dim"),
        )
    )
    sentence = marked(
        report, event.sentence, [event.trigger], style="italic", mark="not italic bold underline"
    )
    tree.add(sentence)
    for line in _details(report, event):
        tree.add(line)
    return tree


def _details(report: Report, event: Event) -> Iterator[RenderableType]:
    yield _field("happening", event.happening)
    yield _field("PLOVER", code(event), *_scores(event))
    for role, people in (
        ("actor", event.actors),
        ("recipient", event.recipients),
        ("participant", event.participants),
    ):
        for person in people:
            yield _field(role, *_person(report, person))
        if not people and role != "participant" and not (role == "recipient" and event.reciprocal):
            yield _field(role, NOT_KNOWN, *_reason(event, f"{role}s"))
    yield _field("time", *(_time(report, event.time) if event.time else (NOT_KNOWN, *_reason(event, "time"))))
    if event.status_time:
        yield _field(f"{event.status} when", *_time(report, event.status_time))
    yield _field(
        "place", *(_place(report, event.place) if event.place else (NOT_KNOWN, *_reason(event, "place")))
    )
    for claim in event.claims:
        yield _claim(report, claim)
    for name, cause in (("cause", event.cause), ("condition", event.condition)):
        if cause:
            yield _field(name, *_cause(report, cause))
    if event.earlier_plan:
        yield _field("earlier plan", event.earlier_plan)
    for name in sorted(set(event.unknown) - {"actors", "recipients", "time", "place"}):
        yield _field(name, NOT_KNOWN, *_reason(event, name))
    if event.evidence:
        yield _field("evidence", " … ".join(quote(report, span) for span in event.evidence))
    yield _field("rules", ", ".join(map(shown, event.rules)) or NOT_KNOWN)
    yield _field("confidence", f"{event.confidence:.2f}")


def _field(name: str, value: str, *notes: str) -> Text:
    style = "dim italic" if value == NOT_KNOWN else ""
    return Text.assemble(
        (f"{name}: ", "cyan"), (value, style), *((f"  {note}", "dim") for note in notes if note)
    )


def _reason(event: Event, name: str) -> tuple[str, ...]:
    reason = event.unknown.get(name) or event.unknown.get(name.removesuffix("s"))
    return (f"({shown(reason)})",) if reason else ()


def _scores(event: Event) -> Iterator[str]:
    if event.contexts:
        yield ", ".join(event.contexts)
    if event.quad:
        yield event.quad.lower()
    if event.intensity is not None:
        yield f"intensity {event.intensity:g}"


def _words(report: Report, span: Span | None) -> str:
    """The words of a span in quotation marks, nothing for none."""
    return f"“{quote(report, span)}”" if span else ""


def _inferred(reason: str | None) -> str:
    return f"inferred: {shown(reason)}" if reason else ""


def _person(report: Report, person: Actor | Participant) -> Iterator[str]:
    yield shown(person.name)
    yield shown(person.id) if person.id else "id not known"
    if person.country and person.country != person.id:
        yield person.country
    yield " ".join(person.sectors)
    if isinstance(person, Participant):
        yield person.certainty
    yield _words(report, person.span)
    yield _inferred(person.inferred)


def _time(report: Report, time: Time) -> Iterator[str]:
    yield when(time)
    yield " ".join(part for part in (time.value, time.mod) if part)
    yield _words(report, time.span) or (f"“{shown(time.text)}”" if time.text else "")
    yield _inferred(time.inferred)


def _place(report: Report, place: Place) -> Iterator[str]:
    yield where(place)
    if place.lat is not None and place.lon is not None:
        yield f"{place.lat:.2f}, {place.lon:.2f}"
    if place.geonames is not None:
        yield f"GeoNames {place.geonames}"
    yield _words(report, place.span) or f"“{shown(place.text)}”"
    yield _inferred(place.inferred)


def _claim(report: Report, claim: Claim) -> RenderableType:
    tree = Tree(
        _field(
            "claim",
            voice(claim, report),
            STANCES[claim.stance],
            CERTAINTY[claim.factuality],
            claim.attribution or "",
        )
    )
    for source in claim.sources:
        tree.add(_field("source", *_source(report, source)))
    return tree


def _source(report: Report, source: Source) -> Iterator[str]:
    yield shown(source.name)
    yield source.kind
    yield shown(source.id or source.country or "")
    yield _words(report, source.span)


def _cause(report: Report, cause: Cause) -> tuple[str, ...]:
    return (quote(report, cause.span), f"({cause.event})" if cause.event else "")


def _attribution(report: Report, one: Attribution) -> Tree:
    flags = (("anonymous", one.anonymous), ("word for word", one.quotation), ("hedged", one.hedged))
    notes = [STANCES[one.stance], *(name for name, is_so in flags if is_so)]
    if one.inside:
        notes.append(f"inside {one.inside}")
    if one.rule:
        notes.append(shown(one.rule))
    source = " … ".join(quote(report, span) for span in one.source) or f"source {NOT_KNOWN}"
    tree = Tree(Text.assemble((f"{one.id} ", "dim"), source, (f"  {', '.join(notes)}", "dim")))
    tree.add(_field("cue", " … ".join(quote(report, span) for span in one.cue) or NOT_KNOWN))
    tree.add(_field("content", " … ".join(quote(report, span) for span in one.content) or NOT_KNOWN))
    return tree


def _times(report: Report) -> Iterator[tuple[str, ...]]:
    for time in report.times:
        value = " ".join(part for part in (time.type, time.value, time.mod) if part)
        days = interval(time.earliest, time.latest)
        yield (
            shown(time.text),
            value,
            f"= {days}" if days else "",
            shown(time.note or ""),
            shown(time.rule or ""),
        )


def _assessments(report: Report) -> Iterator[tuple[str, ...]]:
    for one in report.assessments:
        by = ", ".join(shown(source.name) for source in one.sources)
        yield (
            f"{'–'.join(one.pair)} {one.direction.replace('_', ' ')}",
            _words(report, one.span),
            by and f"by {by}",
        )


def _disagreements(report: Report) -> Iterator[tuple[str, ...]]:
    for one in report.disagreements:
        by = ", ".join(shown(source.name) for source in one.sources)
        yield (
            f"{'–'.join(one.pair)} {shown(one.text)}",
            f"({one.context})",
            _words(report, one.span),
            by and f"by {by}",
        )
