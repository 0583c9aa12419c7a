"""A draft with one side in, the other side filled if the sentence names just one other party; said to be inferred."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import Lexicon
from detente.coding.roles.belonging import (
    BLAME,
    REPROACHES,
    is_by_whom,
    is_only_hit,
    is_spared_or_hurt,
    stands_beside,
)
from detente.coding.roles.no_side import is_matter
from detente.coding.roles.roles import actors_at
from detente.coding.sides.blows.turned_on import stands_where_they_turned
from detente.coding.sides.crowds.against import without_protested
from detente.coding.sides.looking.apart import (
    answers_it,
    is_about_another_thing,
    is_amid_it,
    is_around,
    is_behind_deed,
    is_past_semicolon,
    is_told_of_others,
    judges,
    speaks_to_its_own,
)
from detente.coding.sides.looking.no_party import is_no_party, is_where_they_meet, only_where
from detente.coding.sides.looking.parties import courts_of, is_venue
from detente.coding.sides.looking.ways_and_borders import is_not_hit
from detente.coding.sides.whose.alone import AT_HOME
from detente.coding.sides.whose.domestic import PEOPLE, side_at_home
from detente.coding.standing.status import Statuses
from detente.coding.where import place_beside, place_of
from detente.ids import is_body, is_group, is_watcher
from detente.reading.asides import outside
from detente.reading.tokens import Doc
from detente.records import Actor, Attribution, Span

CAUSES = ("after", "over", "when", "because", "following")
SAID_APART = "told beside another"  # a group of kinds
HELP, RELATIVE = "AID", "relcl"
FELT = "where help goes"  # a group of kinds: "after the earthquake in Sylvania"
AIMED = "aimed"  # likewise; their types are not
EASING = "easing of measures"  # a kind
OFFICIAL, PEOPLE_SECTOR = "GOV", "CVL"
WITHHOLDING = "withholding"  # likewise
RESCUE = "rescue"  # of nobody knows whom, off the coast of whatever state is named
CUTS, CURBS = "SANCTION", "COERCE"
ATTACKS = "ASSAULT"
THREATS = "THREATEN"
ABROAD = frozenset({"SANCTION", THREATS})
SUMMONS, NOTE = "summons of envoy", "diplomatic protest"  # kinds
AT_ENVOYS, PROMISED, DRIVES = "at envoys", "aid in words", "drives"  # groups of kinds
ONLY_OTHER = "the only other party that the sentence names"
DIRECTED_TYPES = frozenset(
    {"ACCUSE", "AID", "ASSAULT", "COERCE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"}
)


def with_other_side(draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]) -> Draft:
    """The draft, with the one party of its sentence that is not yet a side as the missing side.

    Who only reports it is no party. Only for kinds that are aimed at somebody (by their PLOVER type), never for
    talks or what is done at home.
    """
    kind = statuses.lexicon.kinds[draft.kind]
    draft = _without_stateless_envoy(_without_himself(draft, statuses), statuses)
    draft = _without_own_hurt(draft, statuses)
    if draft.reciprocal or draft.recipients or not draft.actors:
        return draft  # who stands nearby is not who did it: an actor is said, or unknown
    aimed = kind.type in DIRECTED_TYPES or draft.kind in statuses.lexicon.groups[AIMED]
    aimed = draft.kind != RESCUE and (aimed or _eases_dues(draft, statuses))
    if not aimed:
        return draft
    sides = (*draft.actors, *courts_of(draft, statuses))
    known = {key for a in sides for key in (a.country, a.id, a.based) if key}
    helps = kind.type == HELP or draft.kind in statuses.lexicon.groups[FELT]
    others = _others(draft, statuses, attributions, known, helps=helps)
    if kind.type in REPROACHES or kind.type == CUTS:
        blamed = kind.type == BLAME
        others = {key: a for key, a in others.items() if not is_only_hit(a, statuses.graph, blamed=blamed)}
    if kind.type == CUTS or draft.kind == WITHHOLDING:  # whose trade is meant, if only its land is named
        there = _others(draft, statuses, attributions, known, helps=True)
        there = {key: a for key, a in there.items() if not is_only_hit(a, statuses.graph)}
        others = _of_states(others) or _of_states(there) or others
    if draft.kind in statuses.lexicon.groups[SAID_APART]:
        others = {key: a for key, a in others.items() if not _said_later(a, draft, statuses)}
    others = {key: a for key, a in others.items() if without_protested((a,), kind.type, statuses)}
    ends = {CURBS: is_past_semicolon, ATTACKS: is_told_of_others}.get(kind.type or "")
    others = {key: a for key, a in others.items() if ends is None or not ends(a, draft, statuses)}
    others = {key: a for key, a in others.items() if not stands_where_they_turned(a, draft, statuses)}
    if draft.actors and all(a.country and a.sectors and AT_HOME.issuperset(a.sectors) for a in draft.actors):
        others = {key: a for key, a in others.items() if not is_around(a, draft, statuses)}
    if len(others) > 1:
        others = _beside_judges(draft, others, statuses) or others
        others = _who_gave_cause(draft, others, statuses) or others
    if len(others) != 1 or not known:
        return draft
    other = next(iter(others.values()))
    around = any(test(other, draft, statuses) for test in (is_around, answers_it, is_behind_deed, _judges_it))
    if kind.type == ATTACKS and around and (struck := _land_struck(draft, statuses)) is not None:
        return draft if struck.country in known else replace(draft, recipients=(struck,))
    if speaks_to_its_own(draft, statuses) or is_about_another_thing(draft, other, statuses):
        return draft
    if _is_fought_elsewhere(other, draft, kind.type, statuses):
        return draft
    if kind.type == ATTACKS and _is_body(other):
        return draft  # "suspends its work after an air strike": a body of states is named beside it
    return replace(draft, recipients=(other,))


def _judges_it(other: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "The shelling of Zenda by the army was condemned by Sylvania": who condemns it need not be hit by it."""
    return (other.country or other.id) in judges(draft, statuses)


def _is_fought_elsewhere(other: Actor, draft: Draft, code: str | None, statuses: Statuses) -> bool:
    """ "Extends its border checks after an attack by the league", "closes its embassy amid an offensive"."""
    group = code == CURBS and is_group(other.id)
    if group and is_around(other, draft, statuses):
        return True
    return draft.kind in statuses.lexicon.groups[DRIVES] and is_amid_it(other, draft, statuses)


def _land_struck(draft: Draft, statuses: Statuses) -> Actor | None:
    """ "Killed ten villagers in Zenda after talks with Sylvania": people of the place, whoever else is named."""
    place = place_of(draft, statuses)[0] or place_beside(draft.head, statuses.graph, statuses.mentions)
    if place is None or place.country is None or place.inferred is not None:
        return None
    return side_at_home(place.country, PEOPLE_SECTOR, PEOPLE)


def _eases_dues(draft: Draft, statuses: Statuses) -> bool:
    """ "Halves its tariff": such are for others; a curfew that is lifted is not."""
    graph = statuses.graph
    eased = graph.predicates[draft.head].heads("object") if draft.kind == EASING else ()
    return any(graph.doc[h].lemma_.lower() in graph.words["dues at the frontier"] for h in eased)


def _others(
    draft: Draft, statuses: Statuses, attributions: Sequence[Attribution], known: set[str], *, helps: bool
) -> Mapping[str, Actor]:
    hits = type_of(draft, statuses) == ATTACKS
    parties = _parties(draft.head, statuses, attributions, helps=helps, hits=hits)
    if helps:
        parties = {key: a for key, a in parties.items() if not is_by_whom(a, statuses.graph)}
    return {key: party for key, party in parties.items() if key not in known}


def _beside_judges(draft: Draft, others: Mapping[str, Actor], statuses: Statuses) -> Mapping[str, Actor]:
    """Of who judges a deed and who is named behind it, the second."""
    judging, at = judges(draft, statuses), statuses.graph.doc[draft.head].idx
    return {
        key: a for key, a in others.items() if judging - {key} and a.span is not None and a.span.start > at
    }


def _who_gave_cause(
    draft: Draft, others: Mapping[str, Actor], statuses: Statuses
) -> Mapping[str, Actor] | None:
    """ "Sends jets up after a Sylvanian drone passes by Graustark": who did what the act answers, where one did."""
    predicate = statuses.graph.predicates[draft.head]
    doers = (a for name in CAUSES for a in actors_at((name,), predicate, statuses.graph, statuses.mentions))
    found = {key: others[key] for a in doers if (key := a.country or a.id or "") in others}
    return found if len(found) == 1 else None


def _of_states(parties: Mapping[str, Actor]) -> Mapping[str, Actor]:
    return {key: a for key, a in parties.items() if a.country or _is_body(a)}


def _is_body(actor: Actor) -> bool:
    return not actor.country and is_body(actor.id)


def _is_done_to_others(draft: Draft, type_: str | None, lexicon: Lexicon) -> bool:
    """Promises too, where what they name is the whole state and not people in it."""
    promised = draft.kind in lexicon.groups[PROMISED] and all(r.id == r.country for r in draft.recipients)
    return promised or type_ in ABROAD or draft.kind in (SUMMONS, NOTE)


def _without_himself(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania expels ten diplomats", "threatened Ruritanian duties": whose is not said, or whose they are."""
    kind, lexicon = statuses.lexicon.kinds[draft.kind], statuses.lexicon
    at_home = draft.kind in lexicon.own_affairs
    own = {a.country for a in draft.actors}
    if at_home or not _is_done_to_others(draft, kind.type, lexicon):
        return draft
    sure = kind.kind == NOTE or kind.type == THREATS  # nobody threatens himself
    if not all((r.inferred or sure) and r.country in own for r in draft.recipients):
        return draft  # "protested over the killing of its own workers": with somebody else
    if kind.type == THREATS and not all(r.id == r.country for r in draft.recipients):
        return draft  # "gave the rebels two days to leave"
    return replace(draft, recipients=())


def _without_own_hurt(draft: Draft, statuses: Statuses) -> Draft:
    """ "Demanded the release of its soldiers", "called the arrest of its citizens illegal": of others, not of them.

    "The release of Horn, whom it accuses": it is said of him.
    """
    own = {a.country for a in draft.actors}
    if type_of(draft, statuses) not in REPROACHES or not draft.recipients:
        return draft
    if draft.kind in statuses.lexicon.own_affairs:
        return draft  # "the trial of an activist": it is at home that this is done
    head = statuses.graph.doc[draft.head]
    first = head.left_edge.idx if head.dep_ == RELATIVE else 0
    told = (r.span is None or r.span.start >= first for r in draft.recipients)
    hurt = all(r.country in own and is_spared_or_hurt(r, statuses.graph) for r in draft.recipients)
    return replace(draft, recipients=()) if hurt and all(told) else draft


def _without_stateless_envoy(draft: Draft, statuses: Statuses) -> Draft:
    """ "Expelled the ambassador": whose he is may be told beside it, and is not told by him."""
    stateless = [r for r in draft.recipients if not (r.country or r.id or r.based) and OFFICIAL in r.sectors]
    if (
        draft.kind not in statuses.lexicon.groups[AT_ENVOYS]
        or not stateless
        or len(stateless) < len(draft.recipients)
    ):
        return draft
    return replace(draft, recipients=())


def _parties(
    head: int, statuses: Statuses, attributions: Sequence[Attribution], *, helps: bool, hits: bool
) -> Mapping[str, Actor]:
    """The states, organisations and groups of the token's sentence, by country or else by id.

    helps: where help is sent is who gets it; else where something is is no party. hits: of a blow, where those who
    are hit were going tells nothing; ships bound for a land are threatened because of it.
    """
    doc = statuses.graph.doc
    apart = frozenset[int]() if helps else outside(head, doc)
    found: list[tuple[int, str, Actor]] = []
    for at, mention in statuses.named.mentions(doc[head].sent.start):
        key = mention.actor.country or mention.actor.id
        if (
            at not in apart
            and mention.kind != "outlet"
            and key
            and not is_watcher(key)
            and (helps or not only_where(doc[at], statuses.graph.words))
            and (not hits or not is_not_hit(doc[at], statuses.graph.words))
            and not is_no_party(doc[at], head, statuses.graph.words)
            and not stands_beside(doc[at], statuses.mentions)
            and not is_matter(at, statuses.graph, statuses.mentions)
            and not is_where_they_meet(at, statuses.graph, statuses.mentions)
            and not is_venue(doc[at], mention, statuses.graph.words)
        ):
            found.append((doc[at].idx, key, mention.actor))
    told = [(a, c) for a in attributions for c in a.content if c.start <= doc[head].idx < c.end]
    sources = [s for a, content in told if _reports(content, doc) for s in a.source] if found else []
    parties: dict[str, Actor] = {}
    for at, key, actor in found:
        if key not in parties and not any(s.start <= at < s.end for s in sources):
            parties[key] = _party(actor)
    return parties


def _reports(content: Span, doc: Doc) -> bool:
    """Whether who says it tells of an event; who agrees or promises "to leave after they threaten it" is a party."""
    span = doc.char_span(content.start, content.end, alignment_mode="expand")
    return span is None or doc[span.start].tag_ != "TO"


def _said_later(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Called for calm and cancelled a trip to Sylvania": who is named with another act is not called on."""
    doc = statuses.graph.doc
    later = [t for t in doc[draft.head].rights if t.dep_ == "conj" and t.pos_ == "VERB"]
    start = actor.span.start if actor.span is not None else -1
    return any(t.left_edge.idx <= start < t.right_edge.idx + 1 for t in later)


def _party(actor: Actor) -> Actor:
    """The state of whoever is named, or the organisation or group itself."""
    return Actor(
        name=actor.country or actor.name,
        id=actor.country or actor.id,
        country=actor.country,
        based=actor.based,
        span=actor.span,
        inferred=ONLY_OTHER,
    )
