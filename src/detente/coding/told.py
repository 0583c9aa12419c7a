"""Drafts in, the events that the text really tells out: sides filled from before, the rest named as uncoded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from msgspec import Struct

from detente.coding.coming import Attached
from detente.coding.drafting.draft import Draft, type_of
from detente.coding.drafting.drafts import settle_sides
from detente.coding.drafting.said_in_doing import said_in_doing
from detente.coding.left_out.among_itself import meets_among_itself, meets_with_others
from detente.coding.left_out.at_the_polls import at_the_polls
from detente.coding.left_out.by_nature import no_politics
from detente.coding.left_out.by_nobody import by_nobody
from detente.coding.left_out.content import content_reasons
from detente.coding.left_out.describing import describes
from detente.coding.left_out.games import no_state_acts
from detente.coding.left_out.greeted import only_greeted_at
from detente.coding.left_out.kept import is_quarrel, is_spoken
from detente.coding.left_out.lack import warns_of_lack
from detente.coding.left_out.on_signs import on_sign
from detente.coding.left_out.only_named import named_again
from detente.coding.left_out.own_fault import own_fault
from detente.coding.left_out.own_government import (
    refuses_only_for_its_own,
    talks_with_its_own,
    visits_at_home,
)
from detente.coding.left_out.paper_passed import only_tells_who_passed_it
from detente.coding.left_out.party_politics import party_politics
from detente.coding.left_out.performers import by_performers
from detente.coding.left_out.pointing import not_told_besides, points_at_known
from detente.coding.left_out.referred import only_referred_to
from detente.coding.left_out.remembered import no_news
from detente.coding.left_out.repeated import said_again
from detente.coding.left_out.retold import join_retold
from detente.coding.left_out.standing_stance import only_stands
from detente.coding.left_out.thought import only_thought_of
from detente.coding.left_out.trade import are_firms, is_trade
from detente.coding.left_out.twice import AHEAD, told_twice
from detente.coding.left_out.unwanted import UNWANTED, is_unwanted, with_plan_denied
from detente.coding.matching.frames import Match
from detente.coding.sides.captives.captives import only_thought_its_own
from detente.coding.sides.captives.rescued import without_captors
from detente.coding.sides.dealings.between import with_side_between
from detente.coding.sides.dealings.brokered import between_others
from detente.coding.sides.dealings.party_tells import claimed_by_tellers, with_who_is_at_it
from detente.coding.sides.filling import fill_sides
from detente.coding.sides.finishing import last_resort, with_sides_around
from detente.coding.sides.looking.anaphora import inherit_sides
from detente.coding.sides.looking.known_talks import is_known_talks
from detente.coding.sides.nearby.done_again import with_acts_done_again
from detente.coding.sides.nearby.needed import with_needed_other_side
from detente.coding.sides.nearby.other_side import with_other_side
from detente.coding.sides.nearby.who_acts_around import with_who_acts_around
from detente.coding.sides.whose.domestic import is_told_of
from detente.coding.sides.words.likeliest import with_likeliest_recipients
from detente.coding.standing.status import Statuses
from detente.knowledge.grammar import Grammar
from detente.reading.graph import Predicate
from detente.records import Attribution, Span, Uncoded

DESCRIBES = "says what another event is, and is no event of its own"
REPEATS = "says again what the word before it says"
NO_ACTOR, NO_RECIPIENT = "no political actor was found for it", "no political recipient was found for it"
LACKING = (NO_ACTOR, NO_RECIPIENT)
ONLY_SPOKEN_OF = "it is only spoken of, and nobody is named for it"
UNBROKEN = ("occurred", "planned")  # statuses
UNSAID, DENIED, YIELDS = ("denied", "hypothetical"), "denied", ("CONCEDE",)
ATTACKS, FELT = "ASSAULT", "felt only now"  # a type, a group of kinds
MEETING, RESCUE, RELEASE, VISIT = "meeting", "rescue", "release", "visit"  # a family, two kinds, a mode
NOT_SAID, NO_FRAME = "an act of speech that was not made", "two actors, but no frame for this verb"


class Told(Struct, frozen=True, kw_only=True):
    """Events as drafts, from which draft each one took its sides, and what could not be coded.

    referred: of the latter, those that lack a side and are told as something known.
    """

    drafts: tuple[Draft, ...]
    taken: Mapping[int, int]
    uncoded: tuple[Uncoded, ...]
    referred: tuple[Draft, ...] = ()


def tell(
    drafts: Sequence[Draft],
    matches: Mapping[int, Match],
    statuses: Statuses,
    attributions: Sequence[Attribution],
    grammar: Grammar,
    attached: Attached,
    published: str | None,
) -> Told:
    """Keep the drafts whose needed roles are filled; say of the others why they are left out.

    In this order: sides from the clause and from an earlier mention; those that `fill_sides` finds around; why a draft is
    no event by itself, beside the others, or as the content of one that is kept; the last guesses for the kept ones; and
    which of these only tell another again.
    """
    drafts, unclaimed = claimed_by_tellers(drafts, statuses, attributions)
    pointing = tuple(d for d in unclaimed if points_at_known(d, statuses))
    unknown = tuple(_unknown_verbs(matches, statuses))
    if not drafts:
        return Told(drafts=(), taken={}, uncoded=tuple(dict.fromkeys(unknown)), referred=pointing)
    filled, taken = _with_sides(drafts, matches, statuses, attributions, grammar)
    own = list(_reasons(filled, statuses))
    told = [draft for draft, why in zip(filled, own, strict=True) if why != REPEATS]  # of two, one stays
    sources = [filled[taken[n]] if n in taken else None for n in range(len(filled))]
    reasons = [
        why
        or no_news(draft, statuses, grammar, attached, published)
        or named_again(draft, source, told, statuses, attached, attributions)
        or _is_other(draft, told, statuses)
        for draft, why, source in zip(filled, own, sources, strict=True)
    ]
    lacking = (d for d, why in zip(filled, reasons, strict=True) if why in LACKING)
    pointing += tuple(
        d
        for d in lacking
        if points_at_known(d, statuses)
        and not (only_referred_to(d, statuses) or no_news(d, statuses, grammar, attached, published))
    )
    reasons = content_reasons(filled, reasons, statuses)
    finished = {
        n: settle_sides(last_resort(with_other_side(filled[n], statuses, attributions), statuses))
        for n, reason in enumerate(reasons)
        if reason is None
    }
    sided = with_likeliest_recipients(with_sides_around(tuple(finished.values()), statuses), statuses)
    sided = tuple([without_captors(draft, sided, statuses) for draft in sided])
    joined, retold = join_retold(sided, statuses)
    retold |= only_thought_of(joined, statuses, retold) | by_performers(joined, statuses)
    retold |= by_nobody(joined, statuses)
    for number, n in enumerate(finished):
        reasons[n] = retold.get(number)
    place = {n: k for k, n in enumerate(n for n, reason in enumerate(reasons) if reason is None)}
    return Told(
        drafts=tuple(draft for number, draft in enumerate(joined) if number not in retold),
        taken={place[n]: place[m] for n, m in taken.items() if n in place and m in place},
        uncoded=tuple(dict.fromkeys([*_uncoded(filled, reasons, statuses), *unknown])),
        referred=not_told_besides(pointing, [d for n, d in enumerate(joined) if n not in retold]),
    )


def _with_sides(
    drafts: Sequence[Draft],
    matches: Mapping[int, Match],
    statuses: Statuses,
    attributions: Sequence[Attribution],
    grammar: Grammar,
) -> tuple[Sequence[Draft], Mapping[int, int]]:
    """The drafts with the sides that their clause and the text around it give, and from which draft each took them."""
    gathering = {head for head, match in matches.items() if match.frame.kind == MEETING}
    in_clause = [
        with_who_acts_around(between_others(d, statuses), statuses, attributions, gathering) for d in drafts
    ]
    placed = said_in_doing(with_acts_done_again(in_clause, statuses), matches, statuses)
    inherited, taken = inherit_sides(placed, statuses.graph, statuses.lexicon)
    filled = fill_sides(inherited, statuses)
    filled = [with_who_is_at_it(d, statuses, attributions) for d in filled]
    filled = [with_needed_other_side(with_side_between(d, statuses), statuses, attributions) for d in filled]
    return [with_plan_denied(d, statuses) for d in filled], taken


def _reasons(filled: Sequence[Draft], statuses: Statuses) -> Iterator[str | None]:
    """Why each draft by itself is no event, or only says again what another says."""
    again = said_again(filled, statuses)
    for n, draft in enumerate(filled):
        own = REPEATS if n in again else no_politics(draft, statuses) or no_state_acts(draft, statuses)
        own = own or on_sign(draft, statuses)
        yield own or _reason(draft, statuses) or only_referred_to(draft, statuses)


def _is_other(draft: Draft, filled: Sequence[Draft], statuses: Statuses) -> str | None:
    alone = len(filled) == 1 and draft.status not in AHEAD
    twice = None if alone else told_twice(draft, filled, statuses)
    twice = twice or only_greeted_at(draft, filled, statuses)
    return twice or party_politics(draft, filled, statuses) or at_the_polls(draft, statuses)


def _uncoded(drafts: Sequence[Draft], reasons: Sequence[str | None], statuses: Statuses) -> Iterator[Uncoded]:
    for draft, reason in zip(drafts, reasons, strict=True):
        if reason:
            yield Uncoded(span=span_of(draft.head, statuses), reason=reason)


def _reason(draft: Draft, statuses: Statuses) -> str | None:
    if describes(draft, statuses):
        return DESCRIBES
    if draft.status in UNSAID and is_quarrel(draft, statuses):
        return NOT_SAID
    if draft.status == DENIED and is_spoken(
        draft, YIELDS, statuses
    ):  # "did not back down", "offered no apology"
        return NOT_SAID
    if draft.status in AHEAD and draft.kind in statuses.lexicon.groups[FELT] and _is_verb(draft, statuses):
        return NOT_SAID  # "they will regret it"
    if is_unwanted(draft, statuses):
        return UNWANTED
    by_itself = warns_of_lack(draft, statuses) or only_stands(draft, statuses) or own_fault(draft, statuses)
    by_itself = by_itself or only_tells_who_passed_it(draft, statuses)
    return by_itself or _lacking(draft, statuses)


def _is_verb(draft: Draft, statuses: Statuses) -> bool:
    return statuses.graph.predicates[draft.head].pos == "verb"


def _lacking(draft: Draft, statuses: Statuses) -> str | None:
    """Which side is missing, if one that is needed is."""
    if draft.status == "hypothetical" and not any(is_told_of(a) for a in draft.actors):
        return ONLY_SPOKEN_OF
    if not draft.actors and draft.recipients and _by_unknown_hands(draft, statuses):
        return None
    # "brokered by Sylvania": who is named for what has not been undone may be no side of it
    by_broker = draft.status in UNBROKEN and any(a.inferred is None for a in draft.actors)
    one_side = not by_broker and is_known_talks(draft, statuses)
    nobody = not (draft.actors or draft.recipients)
    if one_side and nobody:
        return NO_ACTOR
    if not (draft.actors or one_side) and ("actor" in draft.needs or not draft.recipients):
        return NO_ACTOR
    among_firms = all(map(are_firms, (*draft.actors, *draft.recipients)))
    if (among_firms and not _is_attack(draft, statuses)) or is_trade(draft, statuses):
        return NO_ACTOR
    alone = not (draft.recipients or (draft.reciprocal and len(draft.actors) > 1))
    among = meets_among_itself(draft, statuses) or meets_with_others(draft, statuses)
    disowned = draft.status == DENIED and _is_attack(draft, statuses)  # "that its troops attacked the post"
    if alone and "recipient" in draft.needs and not (one_side or among or disowned):
        return NO_RECIPIENT
    if _is_among_its_own(draft, statuses) or (draft.kind == RESCUE and only_thought_its_own(draft)):
        return NO_RECIPIENT
    return NO_ACTOR if nobody and "either" in draft.needs else None


def _is_among_its_own(draft: Draft, statuses: Statuses) -> bool:
    """Business, aid and joint work within one state is none between states, nor are talks within its government."""
    kind = statuses.lexicon.kinds[draft.kind]
    sides = (*draft.actors, *draft.recipients)
    one = len({a.country for a in sides}) == 1 and all(a.country for a in sides)
    abroad = kind.type == "COOPERATE" or kind.mode == VISIT
    if abroad and draft.recipients and one:
        return True
    if visits_at_home(draft, statuses):
        return True
    return talks_with_its_own(draft, statuses) or refuses_only_for_its_own(draft, statuses)


def _by_unknown_hands(draft: Draft, statuses: Statuses) -> bool:
    """An attack whose victims are named is one, whoever made it; so is the release of foreigners."""
    passive = statuses.graph.predicates[draft.head].passive
    freed = draft.kind == RELEASE and passive and any(r.country for r in draft.recipients)
    return any(r.inferred is None for r in draft.recipients) and (freed or _is_attack(draft, statuses))


def _is_attack(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) == ATTACKS


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
