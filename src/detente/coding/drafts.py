"""Frame matches and their readings in, drafts of events out: kind, status, sides, and where their times stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.coding.frames import Match
from detente.coding.joined import join_aims
from detente.coding.roles import OWNERS, actors_at, distinct, same
from detente.coding.status import Applied, Reading, Statuses, composed_status
from detente.knowledge.frames import Operator
from detente.records import Actor, Status

FORCE = ("ASSAULT", "COERCE")
ANSWERED = ("planned", "declined")
REFUSED_NOW = ("AGREE", "SUPPORT")  # what one does not do now, one will not do
DIRECTED = ("declined", "proposed")  # who refuses or offers is not who is refused or offered, even for talks


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An event before its time, place and claims are known.

    head: token of the trigger. path: predicates from the trigger to the top of its sentence. inner: what a made
    act (a threat, a demand) speaks of. under: predicates that make the event what it is (it itself, what carries
    it, what gives it a status): as words of saying they are no claim about it.
    as_in: head of the earlier mention from which its status and time are taken.
    hosted: it takes place where its recipient is (a visit). joined: the talks that a visit or meeting is for.
    nouns: those that belong to the verb's frame ("reached an accord on Monday").
    """

    head: int
    kind: str
    status: Status
    certainty: str
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    reciprocal: bool
    needs: tuple[str, ...]
    path: tuple[int, ...]
    applied: tuple[Applied, ...]
    rules: tuple[str, ...]
    under: tuple[int, ...] = ()
    inner: str | None = None
    made: bool = False
    places: tuple[str, ...] = ("in", "at")
    hosted: bool = False
    as_in: int | None = None
    joined: tuple[Match, ...] = ()
    nouns: tuple[int, ...] = ()


def draft_events(matches: Mapping[int, Match], context: Statuses) -> tuple[Draft, ...]:
    """Drafts in the order of the text; an act that two embedded events share is drafted once."""
    swallowed = {head for match in matches.values() for head in _swallowed(match, matches, context)}
    swallowed |= set(context.consumed)
    swallowed |= set(_results(matches, context))
    joined = join_aims(matches, context)
    swallowed |= {match.head for group in joined.values() for match in group}
    drafts: dict[tuple[int, str, str], Draft] = {}
    for head in sorted(matches):
        if head in swallowed:
            continue
        for reading in context.readings(head):
            for bare in _drafts_of(matches[head], reading, context):
                draft = _with_joined(bare, joined.get(bare.head, ()))
                drafts.setdefault((draft.head, draft.kind, draft.status), draft)
    return tuple(_sharing_sides(sorted(drafts.values(), key=lambda d: d.head)))


def _sharing_sides(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """ "cancelled a visit that had been planned for May": two readings of one noun have the same sides."""
    for draft in drafts:
        same_head = [d for d in drafts if d.head == draft.head and d.kind == draft.kind]
        told = next((d for d in same_head if d.actors), None)
        if draft.actors or told is None:
            yield draft
        else:
            yield replace(draft, actors=told.actors, recipients=draft.recipients or told.recipients)


def _swallowed(match: Match, matches: Mapping[int, Match], context: Statuses) -> Iterator[int]:
    """A verb that only carries a matched event noun, or makes an act of one, is no event of its own."""
    predicate = context.graph.predicates[match.head]
    if (
        match.head not in context.consumed
        and predicate.carrier in matches
        and predicate.only_carried
        and predicate.carrier is not None
    ):
        yield predicate.carrier
    for reading in context.readings(match.head):
        for applied in reading.applied:
            if applied.head in matches and _takes_over(applied.operator):
                yield applied.head
            if applied.operator.makes and matches.get(applied.head) is None:
                break  # what governs the act that is made ("accepted the request") is an event of its own


def _results(matches: Mapping[int, Match], context: Statuses) -> Iterator[int]:
    """ "shelled the town, killing two": the dead are the outcome of the shelling, and no second attack."""
    for match in matches.values():
        kind = context.lexicon.kinds.get(match.frame.kind)
        if kind is None or kind.type != "ASSAULT" or kind.mode is not None:
            continue
        for governor in context.graph.governors.get(match.head, ()):
            cause = matches.get(governor.head)
            outer = context.lexicon.kinds.get(cause.frame.kind) if cause is not None else None
            if governor.name == "participle" and outer is not None and outer.type in FORCE:
                yield match.head


def _with_joined(draft: Draft, joined: tuple[Match, ...]) -> Draft:
    """A meeting takes its sides from the talks that it was for where it names none itself."""
    sides = tuple(a for match in joined for a in (*match.actors, *match.recipients))
    if draft.reciprocal and joined and not draft.recipients:
        draft = replace(draft, recipients=without(distinct(sides), draft.actors))
    return replace(draft, joined=joined)


def _takes_over(operator: Operator) -> bool:
    """Whether the operator's own predicate is no event beside the one that it governs."""
    if operator.keeps and not operator.swap:
        return False
    return operator.status is not None or operator.makes is not None


def _drafts_of(match: Match, reading: Reading, context: Statuses) -> Iterator[Draft]:
    draft = Draft(
        head=match.head,
        kind=match.frame.kind,
        status=_base(match, reading, context),
        certainty=reading.certainty,
        actors=match.actors,
        recipients=without(match.recipients, match.actors),
        reciprocal=match.frame.reciprocal,
        needs=match.frame.needs,
        path=reading.path or (match.head,),
        applied=(),
        rules=(f"frame:{match.frame.id}",),
        places=match.frame.place,
        hosted="to" in match.frame.place or "object" in match.frame.place,
        under=_said_by_itself(match, reading, context),
        nouns=tuple(noun for noun, verb in context.consumed.items() if verb == match.head),
    )
    for number, applied in enumerate(reading.applied):
        if applied.operator.makes:
            made = _made(draft, applied, context)
            outside = reading.applied[number + 1 :]
            answer = next((a for a in outside if a.operator.bare and a.operator.status in ANSWERED), None)
            yield _answered(made, answer, context) if answer is not None else made
            return
        draft = _controlled(draft, applied, context)
        if applied.operator.swap:
            draft = replace(draft, recipients=draft.recipients or _subjects(applied, context))
            if applied.operator.keeps:
                yield draft
            draft = replace(
                draft, actors=_subjects(applied, context) or draft.recipients, recipients=draft.actors
            )
        draft = replace(
            draft,
            status=composed_status(draft.status, applied.operator, applied.base),
            applied=(*draft.applied, applied),
            rules=(*draft.rules, f"operator:{applied.operator.id}"),
        )
    yield draft if draft.status == "declined" and not draft.applied else replace(draft, status=reading.status)


def _base(match: Match, reading: Reading, context: Statuses) -> Status:
    """How it stands by itself; "does not recognise" it is a refusal, and no denial that it ever did."""
    predicate, kind = context.graph.predicates[match.head], context.lexicon.kinds.get(match.frame.kind)
    now = predicate.tense == "present" and not (predicate.progressive or predicate.perfect or predicate.modal)
    if (
        reading.base == "denied"
        and predicate.negated
        and now
        and kind is not None
        and kind.type in REFUSED_NOW
    ):
        return "declined"
    return reading.base


def _said_by_itself(match: Match, reading: Reading, context: Statuses) -> tuple[int, ...]:
    carrier = context.graph.predicates[match.head].carrier
    operators = [a.head for a in reading.applied if a.operator.status not in (None, "denied")]
    return (match.head, *([carrier] if carrier is not None else []), *operators)


def _subjects(applied: Applied, context: Statuses) -> tuple[Actor, ...]:
    predicate = context.graph.predicates.get(applied.head)
    if predicate is None:
        return ()
    names = applied.operator.actor or ("subject",)
    if predicate.pos != "verb":
        names = (*names, *OWNERS)
    return actors_at(names, predicate, context.graph, context.mentions)


def _controlled(draft: Draft, applied: Applied, context: Statuses) -> Draft:
    """Fill empty roles from the operator's own arguments: who plans a visit makes it."""
    operator: Operator = applied.operator
    actors = draft.actors or (_subjects(applied, context) if operator.actor else ())
    predicate = context.graph.predicates.get(applied.head)
    recipients = draft.recipients
    if not recipients and predicate is not None and operator.recipient:
        recipients = actors_at(operator.recipient, predicate, context.graph, context.mentions)
    return replace(draft, actors=actors, recipients=without(recipients, actors))


def _made(draft: Draft, applied: Applied, context: Statuses) -> Draft:
    """The act that the operator itself is; whom it is aimed at is said, or is who should act."""
    predicate = context.graph.predicates[applied.head]
    actors = _subjects(applied, context)
    aimed = actors_at(applied.operator.recipient, predicate, context.graph, context.mentions)
    recipients = aimed or without(draft.actors, actors) or without(draft.recipients, actors)
    return Draft(
        head=applied.head,
        kind=applied.operator.makes or draft.kind,
        status=_status_of_made(applied, context),
        certainty=draft.certainty,
        actors=actors,
        recipients=without(recipients, actors),
        reciprocal=False,
        needs=("actor",),
        path=draft.path[draft.path.index(applied.head) :] if applied.head in draft.path else (applied.head,),
        applied=(),
        rules=(*draft.rules, f"operator:{applied.operator.id}"),
        inner=draft.kind,
        made=True,
    )


def _status_of_made(applied: Applied, context: Statuses) -> Status:
    """ "accepted the request": a request that is answered has been made; one that is denied or planned has not."""
    noun = context.graph.predicates[applied.head].pos == "noun"
    return applied.base if noun and applied.status in ANSWERED else applied.status


def _answered(made: Draft, answer: Applied, context: Statuses) -> Draft:
    """ "rejected calls by Sylvania for aid", "accepted its request": the answer is the act; who called is answered."""
    actors = _subjects(answer, context)
    return replace(
        made,
        head=answer.head,
        inner=made.inner if answer.operator.status == "declined" else None,
        kind=answer.operator.bare or made.kind,
        status=answer.status,
        actors=actors,
        recipients=without(made.actors or made.recipients, actors),
        rules=(*made.rules, f"operator:{answer.operator.id}"),
    )


def without(actors: tuple[Actor, ...], others: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors that are not among the others."""
    return tuple(a for a in actors if not any(same(a, b) for b in others))


def settle_sides(draft: Draft) -> Draft:
    """A reciprocal event has all its sides as actors, unless one side refuses or offers it."""
    if not draft.reciprocal or (draft.status in DIRECTED and draft.recipients):
        return replace(draft, reciprocal=False)
    return replace(draft, actors=distinct((*draft.actors, *draft.recipients)), recipients=())
