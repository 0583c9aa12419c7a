"""What was told, its times, claims and links in, the events of the report out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from detente.coding.claims import claim, claims_about, contents_of
from detente.coding.coming import Attached
from detente.coding.counted_days import counted_day
from detente.coding.days_beside import as_ahead, as_past, planned_for, said_on
from detente.coding.drafting.draft import Draft
from detente.coding.fixed import with_fixed_date
from detente.coding.happenings import number_happenings
from detente.coding.links import cause_of, condition_of, earlier_plans
from detente.coding.plover import Plover, contexts_of
from detente.coding.principal import principal_events
from detente.coding.roles.mentions import Mentions
from detente.coding.roles.participants import participants_of
from detente.coding.shared_day import shared_day
from detente.coding.sides.looking.anaphora import looks_back_at
from detente.coding.sources import Voices
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.coding.told import Told, span_of
from detente.coding.when import OFF, as_time, status_time_of, time_of, with_planned_times
from detente.coding.where import place_told
from detente.knowledge.actors import ActorTables
from detente.knowledge.cues import CueTables
from detente.knowledge.grammar import Grammar
from detente.knowledge.relations import RelationTables
from detente.reading.tokens import Doc
from detente.records import Actor, Attribution, Claim, Event, Place, Span, Time

AHEAD = ("postponed", "cancelled", "planned", "scheduled")


@dataclass(frozen=True, kw_only=True)
class Timing:
    """Per event: its time or the reason why it is not known, and the time of its status."""

    times: tuple[Time | None, ...]
    reasons: tuple[str | None, ...]
    status_times: tuple[Time | None, ...]


def time_events(told: Told, statuses: Statuses, attached: Attached, published: str | None) -> Timing:
    """The times of all events."""
    found = [time_of(d, statuses.graph, attached, published) for d in told.drafts]
    times = [
        _as_told(time, draft, statuses, attached, published)
        for draft, time in zip(
            told.drafts, with_planned_times([time for time, _ in found], told.drafts), strict=True
        )
    ]
    return Timing(
        times=tuple(times),
        reasons=tuple(
            reason if time is None else None for time, (_, reason) in zip(times, found, strict=True)
        ),
        status_times=tuple(status_time_of(d, statuses.graph, attached, published) for d in told.drafts),
    )


def _as_told(
    time: Time | None, draft: Draft, statuses: Statuses, attached: Attached, published: str | None
) -> Time | None:
    """The time, no weekday to come for what has been and none that is past for what is called off; of what has no day
    that of the words that tell of it, or of what is told beside it.
    """
    if draft.status in HAPPENED and time is not None:
        expression = None
        if time.value is None:
            said = said_on(draft, statuses, attached)
            expression = said or shared_day(draft, statuses, attached, published)
            expression = expression or counted_day(draft, statuses, attached, published)
        return as_time(expression) if expression else as_past(time, published, statuses.graph)
    if time is None and draft.status in OFF:
        expression = planned_for(draft, statuses, attached)
        time = as_time(expression) if expression else None
    if time is None or draft.status not in AHEAD:
        return time
    return as_ahead(time, draft, published, statuses.graph)


def find_voices(doc: Doc, mentions: Mentions, grammar: Grammar, outlet: str | None) -> Voices:
    """What the sources of this text are looked up in."""
    return Voices(doc=doc, mentions=mentions, outlet=outlet, outlet_nouns=grammar.words["outlet nouns"])


def attributions_that_say(attributions: Sequence[Attribution], cues: CueTables) -> tuple[Attribution, ...]:
    """Those whose source says what the content tells, or will not; who judges, watches or signs it says nothing."""
    topics = {rule.id for rule in cues.rules if rule.topic}
    return tuple(a for a in attributions if a.rule not in topics or a.quotation or a.stance == "no_comment")


def claim_events(
    told: Told,
    attributions: Sequence[Attribution],
    saying: Sequence[Attribution],
    voices: Voices,
    grammar: Grammar,
) -> tuple[tuple[Claim, ...], ...]:
    """The claims about each event, those that look back at it included."""
    contents = contents_of(saying)
    claims = [list(claims_about(d, saying, contents, voices)) for d in told.drafts]
    for attribution in attributions:
        for number in looks_back_at(attribution, told.drafts, voices.doc, grammar.words):
            if all(c.attribution != attribution.id for c in claims[number]):
                claims[number].append(claim(attribution, told.drafts[number], voices))
    return tuple(tuple(c) for c in claims)


def assemble_events(
    told: Told,
    timing: Timing,
    claims: Sequence[tuple[Claim, ...]],
    statuses: Statuses,
    plover: Plover,
    relations: RelationTables,
) -> tuple[Event, ...]:
    """The events in the order of the text."""
    graph = statuses.graph
    drafts = tuple(
        with_fixed_date(d, timing.times[n], claims[n], graph.doc, graph.words)
        for n, d in enumerate(told.drafts)
    )
    told = replace(told, drafts=drafts)
    happenings = number_happenings(
        drafts, timing.times, told.taken, statuses.lexicon, _lead_of(graph.doc) if drafts else range(0)
    )
    plans = earlier_plans(drafts, timing.times, happenings, graph)
    sentences = {(s := graph.doc[d.head].sent).start: s for d in drafts}
    topics = {n: contexts_of(s, relations.topics, relations.topic_starts) for n, s in sentences.items()}
    principal = principal_events(drafts, graph)
    return tuple(
        _event(
            n,
            told,
            timing,
            claims[n],
            statuses,
            plover,
            Linked(
                happenings[n],
                plans.get(n),
                n in principal,
                topics[graph.doc[drafts[n].head].sent.start],
            ),
        )
        for n in range(len(drafts))
    )


@dataclass(frozen=True, slots=True)
class Linked:
    """How an event hangs together with the others of its report, and what its sentence is about."""

    happening: int
    earlier_plan: int | None
    principal: bool
    contexts: tuple[str, ...]


def _lead_of(doc: Doc) -> range:
    """The tokens of the second sentence, if no full stop closes the first."""
    first = doc[0].sent
    if first.end >= len(doc) or doc[first.end - 1].text == ".":
        return range(0)
    return range(first.end, doc[first.end].sent.end)


def _event(
    n: int,
    told: Told,
    timing: Timing,
    claims: tuple[Claim, ...],
    statuses: Statuses,
    plover: Plover,
    linked: Linked,
) -> Event:
    draft, graph = told.drafts[n], statuses.graph
    code = plover.code(draft.kind, draft.status, inner=draft.inner)
    place, no_place = place_told(draft, statuses)
    cause = cause_of(n, told.drafts, statuses)
    unknown = {"time": timing.reasons[n], "place": no_place, **_unknown_roles(draft)}
    return Event(
        id=f"e{n + 1}",
        happening=f"h{linked.happening}",
        kind=draft.kind,
        status=draft.status,
        about=draft.inner,
        type=code.type,
        mode=code.mode,
        contexts=tuple(dict.fromkeys((*code.contexts, *linked.contexts))),
        quad=code.quad,
        intensity=code.intensity,
        actors=draft.actors,
        recipients=draft.recipients,
        participants=participants_of(draft, graph, statuses.mentions),
        reciprocal=draft.reciprocal,
        time=timing.times[n],
        status_time=timing.status_times[n],
        place=place,
        claims=claims,
        principal=linked.principal,
        cause=cause,
        condition=condition_of(draft, graph),
        earlier_plan=f"e{linked.earlier_plan + 1}" if linked.earlier_plan is not None else None,
        sentence=sentence_span(draft.head, graph.doc),
        trigger=span_of(draft.head, statuses),
        evidence=tuple(_evidence(draft, statuses)),
        rules=draft.rules,
        confidence=_confidence(draft),
        unknown={name: reason for name, reason in unknown.items() if reason},
    )


def sentence_span(head: int, doc: Doc) -> Span:
    """The sentence of a token without the white space around it."""
    sentence = doc[head].sent
    tokens = doc[sentence.start : sentence.end]
    first = next(t for t in tokens if not t.is_space)
    last = next(t for t in reversed(tokens) if not t.is_space)
    return Span(first.idx, last.idx + len(last))


def _unknown_roles(draft: Draft) -> Mapping[str, str | None]:
    if draft.recipients or (draft.reciprocal and len(draft.actors) > 1):
        return {}
    other = "actors" if draft.reciprocal else "recipients"
    return {other: "the text names no other side"}


def _evidence(draft: Draft, statuses: Statuses) -> Iterator[Span]:
    """The trigger, the verb that carries it and the operators over it, in the order of the text."""
    heads = {*statuses.graph.with_carrier(draft.head), *(a.head for a in draft.applied)}
    yield from sorted(span_of(h, statuses) for h in heads)


def _confidence(draft: Draft) -> float:
    """A rule of thumb, not a probability: each inferred or missing side and each weak status takes some away."""
    inferred = len([a for a in (*draft.actors, *draft.recipients) if a.inferred])
    missing = (not draft.actors) + (not draft.recipients and not draft.reciprocal)
    weak = draft.certainty != "CT"
    return round(max(0.1, 0.95 - 0.1 * min(inferred, 3) - 0.15 * missing - 0.05 * weak), 2)


def call_by_name(events: Sequence[Event], tables: ActorTables) -> tuple[Event, ...]:
    """The events; a state that is in no table keeps its code."""
    return tuple([_called(event, tables) for event in events])


def _called(event: Event, tables: ActorTables) -> Event:
    place = event.place
    bare = any(a.country == a.name for a in (*event.actors, *event.recipients))
    if not bare and (place is None or place.text != place.country):
        return event
    return replace(
        event,
        actors=tuple(_named(actor, tables) for actor in event.actors),
        recipients=tuple(_named(actor, tables) for actor in event.recipients),
        place=place and _placed(place, tables),
    )


def _named(actor: Actor, tables: ActorTables) -> Actor:
    state = tables.state_by_id.get(actor.name) if actor.name == actor.country else None
    return actor if state is None else replace(actor, name=state.name)


def _placed(place: Place, tables: ActorTables) -> Place:
    state = tables.state_by_id.get(place.text) if place.text == place.country else None
    return place if state is None else replace(place, text=state.name)
