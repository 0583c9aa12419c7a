"""Frame matches and their readings in, drafts of events out: kind, status, sides, and where their times stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from detente.coding.drafting.acts import (
    ANSWERS,
    accused_of,
    answered,
    is_only_alleged,
    left_open,
    made_act,
    makes_act,
    own_refusal,
    refuses_another,
    refuses_itself,
    subjects_of,
    told_refusal,
    warns_of_another,
    with_reproach,
    withholds,
)
from detente.coding.drafting.answered import granted
from detente.coding.drafting.draft import Draft, without
from detente.coding.drafting.matches import join_aims, matches_told
from detente.coding.drafting.of_one_side import is_of_one_side, with_other_side
from detente.coding.drafting.outer_acts import is_kept_from_doer, is_talk, says_less, takes_over
from detente.coding.matching.frames import Match
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import actors_at, distinct, sides
from detente.coding.standing.composing import Applied, Reading, composed_status
from detente.coding.standing.status import Statuses
from detente.knowledge.frames import Operator
from detente.reading.graph.negation import has_no_more
from detente.records import Actor, Status
from detente.stages import InParts, Parts

FORCE = ("ASSAULT", "COERCE")
ARMS_GIVEN_UP = "disarmament"
REFUSED_NOW = ("AGREE", "SUPPORT")  # what one does not do now, one will not do
ENDED, ENDED_OR_REFUSED = ("COOPERATE", "AID"), ("cancelled", "declined")


@InParts
def draft_events(matches: Mapping[int, Match], context: Statuses) -> Parts[tuple[Draft, ...]]:
    """Drafts in the order of the text; an act that two embedded events share is drafted once."""
    matches = matches_told(matches, context)
    joined = join_aims(matches, context)
    aims = {match.head for group in joined.values() for match in group}  # "expects the envoy for talks"
    told = [match for match in matches.values() if match.head not in aims]
    yield
    for match in told:
        context.readings(match.head)  # which are kept
    yield
    swallowed = {h for match in told for h in _swallowed(match, matches, context)}
    results = dict(_results(matches, context))
    swallowed |= {*context.consumed, *results, *aims}
    yield
    drafts: dict[tuple[int, str, str], Draft] = {}
    for head in sorted(matches.keys() - swallowed):
        for reading in context.readings(head):
            for bare in _drafts_of(matches[head], reading, context):
                draft = _with_joined(bare, joined[bare.head]) if bare.head in joined else bare
                if results:
                    outcomes = [matches[h] for h, over in results.items() if over == draft.head]
                    draft = _with_victims(draft, outcomes)
                key = (draft.head, draft.kind, draft.status)
                drafts[key] = _with_path_of(draft, drafts[key]) if key in drafts else draft
    return tuple(_sharing_sides(sorted(drafts.values(), key=lambda d: d.head)))


def _with_path_of(second: Draft, first: Draft) -> Draft:
    """ "Has been moved to Zenda and will now be held on 20 May": one plan, whose day stands with the second verb."""
    path = tuple(dict.fromkeys((*first.path, *second.path)))
    more = tuple(one for one in second.applied if one not in first.applied)
    return replace(first, path=path, applied=(*first.applied, *more))


def _sharing_sides(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """ "cancelled a visit that had been planned for May": two readings of one noun have the same sides."""
    for draft in drafts:
        same = [] if draft.actors else [d for d in drafts if d.head == draft.head and d.kind == draft.kind]
        told = next((d for d in same if d.actors), None)
        if told is None:
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
            if (
                applied.head in matches
                and context.consumed.get(match.head) != applied.head
                and not is_talk(matches[applied.head])
                and (takes_over(applied.operator) or makes_act(applied.operator, match.frame.kind, context))
            ):
                aside = _is_listed_with(match.head, applied.head, context)
                aside |= says_less(match, matches[applied.head], applied.operator, context.graph.doc)
                yield match.head if aside else applied.head
            if applied.operator.makes and matches.get(applied.head) is None:
                break  # what governs the act that is made ("accepted the request") is an event of its own


def _is_listed_with(head: int, verb: int, context: Statuses) -> bool:
    """ "halted cooperation and talks": the talks are told beside what belongs to the verb's own frame."""
    own = (noun for noun, above in context.consumed.items() if above == verb)
    return any(head in {t.i for t in context.graph.doc[noun].conjuncts} for noun in own)


def _results(matches: Mapping[int, Match], context: Statuses) -> Iterator[tuple[int, int]]:
    """ "shelled the town, killing two": the dead are the outcome of the shelling, and no second attack; with it."""
    for match in matches.values():
        kind = context.lexicon.kinds[match.frame.kind]
        if kind.type != "ASSAULT" and kind.kind != ARMS_GIVEN_UP:
            continue
        beside = [t.i for t in context.graph.doc[match.head].conjuncts]
        over = [g for h in (match.head, *beside) for g in context.graph.governors.get(h, ())]
        for governor in over:
            cause = matches.get(governor.head)
            if governor.name != "participle" or cause is None:
                continue
            by_force = context.lexicon.kinds[cause.frame.kind].type in FORCE
            struck = (
                kind.kind == ARMS_GIVEN_UP and by_force
            )  # "unleashed drones on the base, destroying two jets"
            if struck or (kind.mode is None and by_force) or cause.frame.kind == kind.kind:
                yield match.head, cause.head


def _with_victims(draft: Draft, results: Sequence[Match]) -> Draft:
    """ "Attacked crowds, killing nine Sylvanians": who the crowds were is said by who died."""
    victims = distinct(r for match in results for r in match.recipients if r.country or r.id)
    both = draft.reciprocal and len(draft.actors) > 1  # who fights with whom is said
    if not victims or both or any_known(draft.recipients):
        return draft
    return replace(draft, recipients=without(victims, draft.actors))


def _with_joined(draft: Draft, joined: tuple[Match, ...]) -> Draft:
    """A meeting takes its sides from the talks that it was for where it names none itself."""
    sides = tuple(a for match in joined for a in (*match.actors, *match.recipients))
    if draft.reciprocal and joined and not draft.recipients:
        draft = replace(draft, recipients=without(distinct(sides), draft.actors))
    return replace(draft, joined=joined) if joined else draft


def _opening(match: Match, reading: Reading, context: Statuses) -> Draft:
    """What the frame itself tells, before any operator."""
    return Draft(
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


def _drafts_of(match: Match, reading: Reading, context: Statuses) -> Iterator[Draft]:
    draft, warned = _opening(match, reading, context), False
    for number, applied in enumerate(reading.applied):
        if not draft.actors and is_kept_from_doer(match.frame, applied, context):
            return
        if warns_of_another(draft, applied, context):
            warned = True
            continue
        if makes_act(applied.operator, draft.kind, context):
            made = made_act(draft, applied, context)
            outside = reading.applied[number + 1 :]
            answer = next((a for a in outside if a.operator.bare and a.operator.status in ANSWERS), None)
            if not is_only_alleged(made, outside, context):
                yield (
                    answered(made, answer, context)
                    if answer is not None
                    else _asked_for(made, outside, context)
                )
            yield from (*accused_of(made, outside, context), *granted(draft, applied, context))
            if not applied.operator.keeps:
                return
        threat = left_open(draft, applied, reading.applied[number + 1 :], context)
        if threat is not None:
            yield threat
            return
        if refuses_another(draft, applied, context):
            yield from _refusal(answered(draft, applied, context), reading.applied[number + 1 :], context)
            return
        known = any(inner.operator.factive for inner in reading.applied[:number])
        if not known and refuses_itself(draft, applied, context):
            yield from _refusal(own_refusal(draft, applied, context), reading.applied[number + 1 :], context)
            return
        if not known:
            draft = _controlled(draft, applied, context)  # who vows to avenge a killing has not done it
        if applied.operator.swap:
            if applied.operator.keeps and not _turned_down_by(draft.actors, applied, context):
                yield replace(draft, recipients=draft.recipients or subjects_of(applied, context))
            draft = _turned(draft, applied, context)
        draft = replace(
            draft,
            status=composed_status(draft.status, applied.operator, applied.base),
            applied=(*draft.applied, applied),
            rules=(*draft.rules, f"operator:{applied.operator.id}"),
        )
    settled = (
        warned or draft.status == reading.status or (draft.status in ENDED_OR_REFUSED and not draft.applied)
    )
    draft = draft if settled else replace(draft, status=reading.status)
    yield told_refusal(draft) if withholds(draft, context) else draft


def _refusal(refusal: Draft, outside: Sequence[Applied], context: Statuses) -> Iterator[Draft]:
    """ "Threatened to veto its plan to send arms", "urged it to reject the plan": no refusal yet, but a threat, a call."""
    asked = _asked_for(refusal, outside, context)
    yield from (asked,) if asked is not refusal else with_reproach(refusal, outside, context)


def _turned(draft: Draft, applied: Applied, context: Statuses) -> Draft:
    """Who declines answers whoever offered; where nobody is named for the offer, the other party to it."""
    answering = subjects_of(applied, context)
    if _turned_down_by(draft.actors, applied, context):
        return replace(draft, reciprocal=False)
    recipients = draft.recipients or answering
    return replace(draft, actors=answering or recipients, recipients=draft.actors)


def _turned_down_by(actors: Sequence[Actor], applied: Applied, context: Statuses) -> bool:
    """Whether those who are taken for who offered are who declines."""
    return bool(actors) and sides(actors, subjects_of(applied, context))


def _asked_for(made: Draft, outside: Sequence[Applied], context: Statuses) -> Draft:
    """ "Asked Sylvania to urge Graustark to go": what has not been said is what the other is asked to say."""
    asking = next((a for a in outside if makes_act(a.operator, made.kind, context)), None)
    return made if asking is None or made.status != "hypothetical" else made_act(made, asking, context)


def _base(match: Match, reading: Reading, context: Statuses) -> Status:
    """How it stands by itself; "does not recognise it", "cannot accept the terms" is a refusal, and no denial."""
    predicate, kind = context.graph.predicates[match.head], context.lexicon.kinds[match.frame.kind]
    if reading.base != "denied" or not predicate.negated:
        return reading.base
    verb, words = context.graph.doc[match.head], context.graph.words
    longer = any(c.lower_ in words["no longer"] for c in verb.children)
    if kind.type in ENDED and (longer or has_no_more(verb, words)):
        return "cancelled"  # "no longer sells it gas", "sells it no more gas"
    told = context.graph.is_under(match.head, "clause")
    now = predicate.tense == "present" or (told and predicate.tense == "past")  # "said that it did not"
    now &= not (predicate.progressive or predicate.perfect or predicate.modal)
    able = predicate.modal in context.graph.words["able modals"] and not predicate.perfect
    no = (now or (able and not match.frame.reciprocal)) and kind.type in REFUSED_NOW
    letting = predicate.modal is None and predicate.lemma in context.graph.words["verbs of letting"]
    return "declined" if no or letting else reading.base


def _said_by_itself(match: Match, reading: Reading, context: Statuses) -> tuple[int, ...]:
    operators = [a.head for a in reading.applied if a.operator.status not in (None, "denied")]
    return (*context.graph.with_carrier(match.head), *operators)


def _controlled(draft: Draft, applied: Applied, context: Statuses) -> Draft:
    """Fill empty roles from the operator's own arguments: who plans a visit makes it."""
    operator: Operator = applied.operator
    one = is_of_one_side(draft, operator, context.lexicon.kinds)
    found = subjects_of(applied, context) if operator.actor and (one or not draft.actors) else ()
    alone = draft.actors or without(found, draft.recipients) or found  # "a raid is blamed on Sylvania"
    actors = with_other_side(draft.actors, found) if one else alone
    predicate = context.graph.predicates.get(applied.head)
    recipients = draft.recipients
    if not recipients and predicate is not None and operator.recipient:
        recipients = actors_at(operator.recipient, predicate, context.graph, context.mentions)
    recipients = without(recipients, actors)
    if actors == draft.actors and recipients == draft.recipients:
        return draft
    return replace(draft, actors=actors, recipients=recipients)
