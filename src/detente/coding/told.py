"""Drafts in, the events that the text really tells out: sides filled from before, the rest named as uncoded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from msgspec import Struct

from detente.coding.coming import Attached
from detente.coding.drafting.draft import Draft
from detente.coding.drafting.said_in_doing import said_in_doing
from detente.coding.left_out.among_its_own import (
    own_fault,
)
from detente.coding.left_out.by_nature import no_politics
from detente.coding.left_out.by_whom import by_nobody, by_performers, done_by_any
from detente.coding.left_out.content import content_reasons
from detente.coding.left_out.describing import describes
from detente.coding.left_out.everyday import everyday
from detente.coding.left_out.games import no_state_acts
from detente.coding.left_out.in_one_breath import in_one_breath
from detente.coding.left_out.in_other_words import only_greeted_at
from detente.coding.left_out.kept import is_quarrel, is_spoken
from detente.coding.left_out.lacking import LACKING, lacks_side, lacks_what_it_is_of
from detente.coding.left_out.only_named import named_again, not_told_besides, points_at_known
from detente.coding.left_out.only_words import (
    UNWANTED,
    is_unwanted,
    on_sign,
    only_thought_of,
    warns_of_lack,
    with_plan_denied,
)
from detente.coding.left_out.party_politics import at_the_polls, party_politics
from detente.coding.left_out.referred import only_referred_to
from detente.coding.left_out.remembered import no_news
from detente.coding.left_out.repeated import said_again
from detente.coding.left_out.retold import join_retold
from detente.coding.left_out.standing_stance import only_stands, only_tells_who_passed_it
from detente.coding.left_out.twice import AHEAD, told_twice
from detente.coding.matching.frames import Match
from detente.coding.sides.captives.rescued import without_captors
from detente.coding.sides.dealings.between import with_side_between
from detente.coding.sides.dealings.brokered import between_others
from detente.coding.sides.dealings.party_tells import claimed_by_tellers, with_who_is_at_it
from detente.coding.sides.filling import fill_sides
from detente.coding.sides.finishing import last_resort, settle_sides, with_sides_around
from detente.coding.sides.looking.anaphora import inherit_sides
from detente.coding.sides.nearby.done_again import with_acts_done_again
from detente.coding.sides.nearby.needed import with_needed_other_side
from detente.coding.sides.nearby.other_side import with_other_side
from detente.coding.sides.nearby.who_acts_around import with_who_acts_around
from detente.coding.sides.words.likeliest import with_likeliest_recipients
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Attribution, Span, Uncoded
from detente.stages import InParts, Parts

DESCRIBES = "says what another event is, and is no event of its own"
REPEATS = "says again what the word before it says"
UNSAID, DENIED, YIELDS = ("denied", "hypothetical"), "denied", ("CONCEDE",)
FELT, MEETING = "felt only now", "meeting"  # a group of kinds, a kind
NOT_SAID, NO_FRAME = "an act of speech that was not made", "two actors, but no frame for this verb"


Why = Callable[[Draft, Statuses], str | None]


class Told(Struct, frozen=True, kw_only=True):
    """Events as drafts, from which draft each one took its sides, and what could not be coded.

    referred: of the latter, those that lack a side and are told as something known.
    """

    drafts: tuple[Draft, ...]
    taken: Mapping[int, int]
    uncoded: tuple[Uncoded, ...]
    referred: tuple[Draft, ...] = ()


@InParts
def tell(
    drafts: Sequence[Draft],
    matches: Mapping[int, Match],
    statuses: Statuses,
    attributions: Sequence[Attribution],
    attached: Attached,
    published: str | None,
) -> Parts[Told]:
    """Keep the drafts whose needed roles are filled; say of the others why they are left out."""
    drafts, unclaimed = claimed_by_tellers(drafts, statuses, attributions)
    pointing = [d for d in unclaimed if points_at_known(d, statuses)]
    unknown = _unknown_verbs(matches, statuses)
    if not drafts:
        return Told(drafts=(), taken={}, uncoded=tuple(dict.fromkeys(unknown)), referred=tuple(pointing))
    filled, taken = yield from _with_sides(drafts, matches, statuses, attributions)
    yield
    sources = [filled[taken[n]] if n in taken else None for n in range(len(filled))]
    text = _Text(statuses, attributions, attached, published)
    reasons = yield from _reasons(filled, sources, text)
    yield
    pointing += [d for d, why in zip(filled, reasons, strict=True) if _points_though_it_lacks(d, why, text)]
    reasons = content_reasons(filled, reasons, statuses)
    kept = [n for n, why in enumerate(reasons) if why is None]
    yield
    finished = yield from _finished([filled[n] for n in kept], statuses, attributions)
    yield
    joined, retold = _told_once(finished, statuses)
    for number, n in enumerate(kept):
        reasons[n] = retold.get(number)
    told = tuple(draft for n, draft in zip(kept, joined, strict=True) if reasons[n] is None)
    place = {n: k for k, n in enumerate(n for n in kept if reasons[n] is None)}
    return Told(
        drafts=told,
        taken={place[n]: place[m] for n, m in taken.items() if n in place and m in place},
        uncoded=tuple(dict.fromkeys([*_uncoded(filled, reasons, statuses), *unknown])),
        referred=not_told_besides(pointing, told),
    )


class _Text(NamedTuple):
    """A text with who says what in it, and what is told of when."""

    statuses: Statuses
    attributions: Sequence[Attribution]
    attached: Attached
    published: str | None


def _with_sides(
    drafts: Sequence[Draft],
    matches: Mapping[int, Match],
    statuses: Statuses,
    attributions: Sequence[Attribution],
) -> Parts[tuple[Sequence[Draft], Mapping[int, int]]]:
    """The drafts with the sides that their clause and the text around it give, and from which draft each took them."""
    gathering = {head for head, match in matches.items() if match.frame.kind == MEETING}
    in_clause = [
        with_who_acts_around(between_others(d, statuses), statuses, attributions, gathering) for d in drafts
    ]
    yield
    placed = said_in_doing(with_acts_done_again(in_clause, statuses), matches, statuses)
    yield
    inherited, taken = inherit_sides(placed, statuses.graph, statuses.lexicon)
    yield
    filled = yield from fill_sides(inherited, statuses)
    yield
    filled = [with_who_is_at_it(d, statuses, attributions) for d in filled]
    filled = [with_needed_other_side(with_side_between(d, statuses), statuses, attributions) for d in filled]
    return [with_plan_denied(d, statuses) for d in filled], taken


def _reasons(
    filled: Sequence[Draft], sources: Sequence[Draft | None], text: _Text
) -> Parts[list[str | None]]:
    """Why each draft is no event: by itself, since another says it again, by its time, or beside the others.

    sources: from which draft each took its sides, if it did.
    """
    statuses, attributions, attached, published = text
    own = yield from _by_themselves(filled, statuses)
    yield
    told = [draft for draft, why in zip(filled, own, strict=True) if why != REPEATS]  # of two, one stays
    return [
        why
        or no_news(draft, statuses, attached, published)
        or named_again(draft, source, told, statuses, attached, attributions)
        or _is_other(draft, told, statuses)
        for draft, why, source in zip(filled, own, sources, strict=True)
    ]


def _by_themselves(filled: Sequence[Draft], statuses: Statuses) -> Parts[list[str | None]]:
    """Why each draft by itself is no event, or only says again what another says."""
    again = said_again(filled, statuses)
    reasons = [REPEATS if n in again else None for n in range(len(filled))]
    for test in BY_ITSELF:
        yield
        reasons = [why or test(draft, statuses) for draft, why in zip(filled, reasons, strict=True)]
    return reasons


def _points_though_it_lacks(draft: Draft, why: str | None, text: _Text) -> bool:
    """Whether what lacks a side is told as something known, and is news."""
    if why not in LACKING or not points_at_known(draft, text.statuses):
        return False
    news = no_news(draft, text.statuses, text.attached, text.published) is None
    return news and not only_referred_to(draft, text.statuses)


def _finished(
    kept: Sequence[Draft], statuses: Statuses, attributions: Sequence[Attribution]
) -> Parts[Sequence[Draft]]:
    """The events with the sides that are guessed last: by their clause, by the text around, by who is likeliest."""
    clause = [with_other_side(draft, statuses, attributions) for draft in kept]
    yield
    settled = [settle_sides(last_resort(draft, statuses)) for draft in clause]
    yield
    sided = with_likeliest_recipients((yield from with_sides_around(settled, statuses)), statuses)
    return tuple([without_captors(draft, sided, statuses) for draft in sided])


def _told_once(drafts: Sequence[Draft], statuses: Statuses) -> tuple[Sequence[Draft], Mapping[int, str]]:
    """The events, each with what is told of it again, and why some are left out after all, by their number."""
    joined, retold = join_retold(drafts, statuses)
    retold |= in_one_breath(joined, statuses, retold)
    retold |= only_thought_of(joined, statuses, retold) | by_performers(joined, statuses)
    return joined, retold | by_nobody(joined, statuses) | everyday(joined, statuses)


def _is_other(draft: Draft, filled: Sequence[Draft], statuses: Statuses) -> str | None:
    alone = len(filled) == 1 and draft.status not in AHEAD
    twice = None if alone else told_twice(draft, filled, statuses)
    twice = twice or only_greeted_at(draft, filled, statuses)
    return twice or party_politics(draft, filled, statuses) or at_the_polls(draft, statuses)


def _uncoded(drafts: Sequence[Draft], reasons: Sequence[str | None], statuses: Statuses) -> Iterator[Uncoded]:
    for draft, reason in zip(drafts, reasons, strict=True):
        if reason:
            yield Uncoded(span=span_of(draft.head, statuses), reason=reason)


def _was_not_said(draft: Draft, statuses: Statuses) -> str | None:
    """An act of speech that is denied or only thought of; "did not back down", "they will regret it"."""
    quarrel = draft.status in UNSAID and is_quarrel(draft, statuses)
    yielded = draft.status == DENIED and is_spoken(draft, YIELDS, statuses)
    felt = draft.status in AHEAD and draft.kind in statuses.lexicon.groups[FELT]
    felt = felt and statuses.graph.predicates[draft.head].pos == "verb"
    return NOT_SAID if quarrel or yielded or felt else None


def _is_unwanted(draft: Draft, statuses: Statuses) -> str | None:
    return UNWANTED if is_unwanted(draft, statuses) else None


def _describes(draft: Draft, statuses: Statuses) -> str | None:
    return DESCRIBES if describes(draft, statuses) else None


def _unknown_verbs(matches: Mapping[int, Match], statuses: Statuses) -> Iterator[Uncoded]:
    """Verbs between two political actors that no frame knows: the work queue of whoever extends the knowledge."""
    actors = statuses.mentions.actors.keys()
    verbs = [p for p in statuses.graph.predicates.values() if p.pos == "verb" and p.head not in matches]
    between = [p for p in verbs if _is_between_two(p, actors)]
    carriers = {p.carrier for p in statuses.graph.predicates.values()} if between else ()
    for predicate in between:
        if predicate.head in carriers:
            continue
        names = dict.fromkeys(a.name for a in predicate.arguments)
        if not any(statuses.operator_at(predicate.head, name) for name in names):
            yield Uncoded(span=span_of(predicate.head, statuses), reason=NO_FRAME)


def _is_between_two(verb: Predicate, actors: Set[int]) -> bool:
    subject = other = False
    for argument in verb.arguments:
        if argument.head in actors:
            subject = subject or argument.name == "subject"
            other = other or argument.name != "subject"
    return subject and other


def span_of(head: int, statuses: Statuses) -> Span:
    """The trigger's span: the head token, with a particle that follows it at once."""
    token = statuses.graph.doc[head]
    end = token.idx + len(token)
    following = [c for c in token.children if c.dep_ == "prt" and c.i == head + 1]
    if following:
        end = following[0].idx + len(following[0])
    return Span(token.idx, end)


# why a draft is no event, by what it says alone: the first that holds is given
BY_ITSELF: tuple[Why, ...] = (
    no_politics,
    no_state_acts,
    on_sign,
    _describes,
    _was_not_said,
    _is_unwanted,
    warns_of_lack,
    only_stands,
    own_fault,
    only_tells_who_passed_it,
    lacks_what_it_is_of,
    lacks_side,
    only_referred_to,
    done_by_any,
)
