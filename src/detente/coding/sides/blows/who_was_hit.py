"""Who was hit, as what is told beside a blow says who fell, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import ANSWERS_FOR, LIES_IN, OTHER_WHO_FIRED
from detente.coding.roles.known import key_of, keys_of
from detente.coding.roles.roles import actors_at
from detente.coding.sides.looking.told_before import told_in_sentences_before
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.sides.words.taken_up import TOLD
from detente.coding.standing.status import Statuses
from detente.ids import is_group
from detente.reading.graph import Predicate
from detente.reading.tokens import Token
from detente.records import Actor

CLAUSES = frozenset({"after", "when", "as", "because"})
DESCRIBING, SUBJECT = ("acl", "relcl"), "subject"
STATE, PEOPLE, WHY = "state", "CVL", "where it struck"
FIGHTS, TWO = frozenset({"fighting", "clash"}), 2  # kinds
ATTACK = "ASSAULT"  # a type


def with_those_killed(draft: Draft, statuses: Statuses) -> Draft:
    """An attack told of in a clause under those whom it killed in, these as its victims out.

    "Three Ruritanians were killed after a Sylvanian gunman launched an attack in Klausenburg": it hit Ruritanians.
    The draft; another state's people than the attacker's, who may have been shot in the end.
    """
    own = {a.country for a in draft.actors}
    if (whom := _killed_by_it(draft, own, statuses)) is not None:
        return whom
    for verb in _killings_over(draft, statuses):
        hit = actors_at(("object",), verb, statuses.graph, statuses.mentions)
        if hit and all(a.country and a.country not in own for a in hit):
            return replace(draft, recipients=hit)
    return draft


def _killed_by_it(draft: Draft, own: set[str | None], statuses: Statuses) -> Draft | None:
    """ "Ruritania hits a car in Sylvania, killing a leader of the league": the league, and not those who live there."""
    graph = statuses.graph
    if not all(LIES_IN.is_why(r.inferred) for r in draft.recipients):
        return None
    for head in graph.predicates[draft.head].heads("participle"):
        verb = graph.predicates.get(head)
        if verb is None or verb.passive or verb.lemma not in graph.words["hurting verbs"]:
            continue
        hit = actors_at(("object",), verb, graph, statuses.mentions)
        groups = tuple(a for a in hit if is_group(a.id) and a.country not in own)
        if hit and len(groups) == len(hit):
            return replace(draft, recipients=groups)
    return None


def _killings_over(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """The passives of hurting that a clause with the attack hangs on."""
    graph = statuses.graph
    heads = (*graph.with_carrier(draft.head), *(a.head for a in draft.applied))
    for head in heads:
        for name, verb in graph.governing(head):
            hurts = verb.passive and verb.lemma in graph.words["hurting verbs"]
            if name in CLAUSES and hurts and not _has_own_cause(verb, statuses):
                yield verb


def _has_own_cause(verb: Predicate, statuses: Statuses) -> bool:
    """ "Killed in a raid of the league's after an airstrike on Zenda": in the raid, and not in what went before it."""
    nouns = (statuses.graph.doc[h].lemma_.lower() for h in verb.heads("in", "by"))
    return any(noun in statuses.lexicon.event_nouns for noun in nouns)


def where_it_goes_off(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """An attack without its victims in, told by who laid the bomb; aimed at those where it went off out.

    "A bomb planted by the league exploded in a market in Strelsau": it was laid by the league, and struck Strelsau.
    The draft, aimed at whom the verb of the bomb itself was told to hit, or at the one land behind that verb.
    """
    token = statuses.graph.doc[draft.head]
    if token.dep_ not in DESCRIBING:
        return draft
    for link in statuses.graph.governors.get(token.head.i, ()):
        if link.name == SUBJECT and link.head > draft.head:
            hit = next((d.recipients for d in drafts if d.head == link.head and d.kind == draft.kind), ())
            lands = () if hit else _lands_behind(statuses.graph.doc[link.head], statuses)
            if hit or len(lands) == 1:
                return replace(draft, recipients=hit or _people_of(*lands))
    return draft


def _people_of(land: str) -> tuple[Actor, ...]:
    return (side_at_home(land, PEOPLE, WHY),)


def _lands_behind(verb: Token, statuses: Statuses) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_named_behind(verb, statuses)))


def _named_behind(verb: Token, statuses: Statuses) -> Iterator[str]:
    start, phrase = verb.sent.start, range(verb.i + 1, verb.right_edge.i + 1)
    for i, mention in statuses.named.mentions(start):
        if i in phrase and mention.kind == STATE and mention.actor.country:
            yield mention.actor.country
    for i, place in statuses.named.places.get(start, ()):
        if i in phrase and place.country:
            yield place.country


def with_both_who_fell(draft: Draft) -> Draft:
    """Fighting by nobody who is named in which people of two sides were killed in, these two as who fought out.

    "The truce ended a week of fighting in which nine Ruritanians and two Sylvanians were killed": they fought each other.
    The draft as mutual; nothing where the dead are of one side or of more than two.
    """
    sides = keys_of(draft.recipients)
    if len(sides) != TWO or None in sides:
        return draft
    if any(r.inferred is not None for r in draft.recipients):
        return draft
    return replace(draft, actors=draft.recipients, recipients=(), reciprocal=True)


def with_other_who_fired(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritanian and Sylvanian troops exchanged fire. Two Sylvanians were killed": by the Ruritanians."""
    hit = keys_of(draft.recipients)
    said = all(r.inferred is None or ANSWERS_FOR.is_why(r.inferred) for r in draft.recipients)
    if len(hit) != 1 or None in hit or not said:
        return draft
    if not (statuses.graph.predicates[draft.head].passive or TOLD in draft.needs):  # "two died"
        return draft
    for fight in reversed(told_in_sentences_before(draft, drafts, statuses)):
        fought = keys_of(fight.actors)
        if not fight.reciprocal or type_of(fight, statuses) != ATTACK:
            continue
        if len(fought) != TWO or None in fought or not hit < fought:
            return draft
        other = next(a for a in fight.actors if key_of(a) not in hit)
        return replace(draft, actors=(replace(other, inferred=OTHER_WHO_FIRED.of(other.name)),))
    return draft
