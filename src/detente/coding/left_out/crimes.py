"""A draft in, whether it is no more than police and courts at their daily work, or a plain crime, out.

"A man was jailed for two murders", "police seized cocaine and arrested nine people": no politics, unless somebody in it
is political or the text speaks of terror, protests, spies and the like.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.page import POLITICAL
from detente.coding.drafting.draft import Draft
from detente.coding.roles.known import word_of
from detente.coding.sides.whose.domestic import ORDINARY
from detente.coding.standing.status import Statuses
from detente.ids import is_group, is_person
from detente.reading.tokens import Token
from detente.records import Actor

ORDINARY_CRIME = "violence of nobody who is known against somebody: as likely as not a plain crime"
DAILY_WORK = "the work of police and courts on a crime without politics"
TRIED_FOR = "it is only the crime that somebody is tried or sought for"
OF_JUSTICE, VIOLENCE = "justice", "violence on people"  # groups of kinds
ASKED = (ORDINARY, VIOLENCE, OF_JUSTICE)
BY_HAND = "by hand"
CRIMINALS = frozenset({"CRM"})
COURT_WORDS, COURTS = ("accusation", "rejection"), frozenset({"JUD", "COP"})  # kinds; sectors
FISHERS, NAVY = frozenset({"AGR"}), "MIL"
RAIDED, FORMLESS = "attack", "violence"  # kinds: "in a raid on a gang"; of which no single deed is told
UNKNOWN = ("UAF",)  # whoever it was that struck there
ARMED = frozenset({"REB", "UAF", "PRM"})
NEIGHBOURS = frozenset({"CVL", "LAB", "EDU", "MED", "AGR", "BUS"})
ANYBODY = (("CVL",), ("EDU",))  # "an axe attack at a school"
POSTED = ("at", "in", "outside", "near", "on")
STEPS = 4
PLANNED = "planned"  # a status
APART = frozenset(
    {"as", "after", "following", "during", "amid", "before"}
)  # "suspected as a terrorist attack", "held after a raid"


def plain_crime(draft: Draft, statuses: Statuses) -> str | None:
    """The reason why the event is left out, or None."""
    groups = statuses.lexicon.groups
    by_court = draft.kind in COURT_WORDS and all(COURTS & set(a.sectors) for a in draft.actors)
    if (
        draft.kind not in (RAIDED, FORMLESS)
        and not by_court
        and not any(draft.kind in groups[name] for name in ASKED)
    ):
        return None
    if _is_ordinary(draft, statuses):
        return ORDINARY_CRIME
    private = all(_is_private(a) for a in draft.actors)
    charged = draft.kind == FORMLESS or (
        draft.kind in groups[VIOLENCE] and private
    )  # "for terrorism and fraud"
    if charged and _is_what_one_is_tried_for(draft, statuses):
        return TRIED_FOR
    raided = (
        draft.kind == RAIDED and bool(draft.recipients) and all(_is_of_crime(r) for r in draft.recipients)
    )
    if not raided and (
        not (by_court or draft.kind in groups[OF_JUSTICE])
        or not all(_is_nobody(r, statuses) for r in draft.recipients)
    ):
        return None
    return DAILY_WORK if _is_daily_work(draft, statuses) else None


def _is_ordinary(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is as likely as not a plain crime: by unknown hands, among neighbours, or by a known criminal."""
    groups = statuses.lexicon.groups
    if (
        draft.kind in groups[ORDINARY]
        and _of_anybody(draft, statuses)
        and not _names_armed_group(draft, statuses)
        and not _is_complained_of(draft, statuses)
        and not _is_at_post(draft, statuses)
    ):
        return True
    among = _among_neighbours(draft, statuses) or _is_common_assault(draft, statuses)
    if draft.kind in groups[VIOLENCE] and among and not is_political(draft, statuses):
        return True
    return (
        draft.kind in groups[ORDINARY]
        and bool(draft.actors)
        and all(CRIMINALS & set(a.sectors) and is_person(a.id) for a in draft.actors)
    )


def _is_daily_work(draft: Draft, statuses: Statuses) -> bool:
    """Whether a crime without politics is told around it, or in all the text before."""
    fishers = all(set(r.sectors) >= FISHERS for r in draft.recipients)
    if _of_two_states(draft) and (fishers or any(NAVY in a.sectors for a in draft.actors)):
        return False  # "held nine Sylvanian fishermen for poaching": a quarrel over waters
    if _said(draft, statuses) & statuses.graph.words["crimes without politics"]:
        return not is_political(draft, statuses)
    return _is_in_report_of_crime(draft, statuses)


def _is_in_report_of_crime(draft: Draft, statuses: Statuses) -> bool:
    """ "A shop was robbed. ... Two men were held a short time later", with nothing of politics up to there."""
    doc = statuses.graph.doc
    told = {form for t in doc[: doc[draft.head].sent.end] for form in (t.lemma_.lower(), t.lower_)}
    words = statuses.graph.words
    if told.isdisjoint(words["crimes without politics"]) or not told.isdisjoint(words["signs of politics"]):
        return False
    return all(_is_neighbour(r) for r in draft.recipients) and not _names_armed_group(draft, statuses)


def is_political(draft: Draft, statuses: Statuses) -> bool:
    """By what the text says, or because an armed group is named in the sentence."""
    said = bool(_said(draft, statuses) & statuses.graph.words["signs of politics"])
    return said or _names_armed_group(draft, statuses)


def _is_complained_of(draft: Draft, statuses: Statuses) -> bool:
    """ "Sylvania condemned the killing of bakers in Graustark": no state speaks of a plain crime in another."""
    graph, known = statuses.graph, statuses.mentions.actors
    complaining = graph.words["verbs of complaint"]
    above = graph.over(draft.head)
    who = [
        known[h].actor
        for verb in above
        if verb.lemma in complaining
        for h in verb.heads("subject")
        if h in known
    ]
    return any((a.country or a.id) and a.country not in {r.country for r in draft.recipients} for a in who)


def _names_armed_group(draft: Draft, statuses: Statuses) -> bool:
    """ "The Brigade claims the shooting in Klausenburg": in the sentence, by name."""
    named = statuses.named.mentions(statuses.graph.doc[draft.head].sent.start)
    return any(is_group(m.actor.id) and ARMED & set(m.actor.sectors) for _, m in named)


def _said(draft: Draft, statuses: Statuses) -> frozenset[str]:
    return frozenset(form for t in _around(draft, statuses) for form in (t.lemma_.lower(), t.lower_))


def _among_neighbours(draft: Draft, statuses: Statuses) -> bool:
    """ "A man stabs three people", "a driver attacks passengers": one of whom no more is said than that."""
    return (
        bool(draft.actors)
        and not _of_two_states(draft)
        and all(_is_one(a, statuses) for a in draft.actors)
        and all(_is_neighbour(a) for a in draft.actors)
        and all(_is_neighbour(r) for r in draft.recipients)
    )


def _is_common_assault(draft: Draft, statuses: Statuses) -> bool:
    """ "A robbery and the assault of a man at a shop", "two men assaulted a guard": told with a plain crime."""
    doers = all(_is_neighbour(a) or (a.span is None and a.sectors == UNKNOWN) for a in draft.actors)
    if not (draft.actors and draft.recipients and doers and all(_is_neighbour(r) for r in draft.recipients)):
        return False
    crime = _said(draft, statuses) & statuses.graph.words["common crimes"]
    return bool(crime) and not _of_two_states(draft)


def _is_neighbour(actor: Actor) -> bool:
    known = actor.id is not None or actor.inferred is None
    return not known and bool(actor.sectors) and set(actor.sectors) <= NEIGHBOURS


def _of_two_states(draft: Draft) -> bool:
    """ "A youth killed by a settler": whoever they are, they are no neighbours."""
    acting, hit = ({a.country for a in side} for side in (draft.actors, draft.recipients))
    return bool(hit) and None not in acting | hit and acting.isdisjoint(hit)


def _of_anybody(draft: Draft, statuses: Statuses) -> bool:
    unknown = all(a.span is None and a.sectors == UNKNOWN for a in draft.actors)
    by_hand = draft.kind in statuses.lexicon.groups[BY_HAND]
    return (
        bool(draft.recipients) and unknown and all(_is_anybody(r, by_hand=by_hand) for r in draft.recipients)
    )


def _is_at_post(draft: Draft, statuses: Statuses) -> bool:
    """ "A mass shooting at a police checkpoint": where the state keeps guard it is no quarrel of neighbours."""
    graph = statuses.graph
    guarded = graph.words["places that are guarded"]
    where = graph.predicates[draft.head].heads(*POSTED)
    return any(graph.doc[h].lemma_.lower() in guarded for h in where)


def _is_one(actor: Actor, statuses: Statuses) -> bool:
    word = word_of(actor, statuses.graph.doc)
    return word is not None and word.tag_ == "NN"


def _is_anybody(actor: Actor, *, by_hand: bool) -> bool:
    """Whether somebody is one of the people of a place and no more."""
    people = actor.id is None and actor.sectors in ANYBODY
    # "a stabbing in Klausenburg": what elsewhere stands for the government
    place = actor.id is not None and actor.id == actor.country and (by_hand or not actor.sectors)
    return actor.inferred is not None and (people or place)


def _is_of_crime(actor: Actor) -> bool:
    """Whether it is a gang or a criminal of whom no more is said."""
    return actor.id is None and set(actor.sectors) == CRIMINALS


def _is_private(actor: Actor) -> bool:
    """Whether somebody has no name that counts in politics."""
    if set(actor.sectors) & CRIMINALS:
        return True
    return not set(actor.sectors) & POLITICAL.difference(UNKNOWN) and (
        actor.id is None or is_person(actor.id)
    )


def _is_nobody(actor: Actor, statuses: Statuses) -> bool:
    """ "The coach of the football team": whatever politician has the same name."""
    return _is_private(actor) or (actor.id or actor.name) in statuses.mentions.performers


def _is_what_one_is_tried_for(draft: Draft, statuses: Statuses) -> bool:
    """ "found guilty of the murder", "the suspect in the killing", "jailed for an attack"."""
    trying, token = statuses.graph.words["words of guilt"], statuses.graph.doc[draft.head]
    if draft.status == PLANNED and token.dep_ == "dobj" and token.head.dep_ == "pcomp":
        token = token.head  # "charged with planning a raid"
    return any(above.lemma_.lower() in trying for above in _above(token))


def _above(token: Token) -> Iterator[Token]:
    """The words over a noun, through prepositions only."""
    for _ in range(STEPS):
        if token.dep_ not in ("pobj", "pcomp", "prep", "conj"):
            return
        token = token.head
        if token.lower_ in APART:
            return
        yield token


def _around(draft: Draft, statuses: Statuses) -> Iterator[Token]:
    """The sentence of the event and the one before."""
    doc = statuses.graph.doc
    sentence = doc[draft.head].sent
    if sentence.start:
        yield from doc[sentence.start - 1].sent
    yield from sentence
