"""Soldiers as those who are hit, and who holds the place that is."""

from __future__ import annotations

from collections.abc import Iterator, Set

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.roles import actors_at, actors_of, distinct, sides
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.words.who_tells import who_tells_of
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

_THEREBY, _HIT, _WITHIN = "participle", ("object",), ("in", "during", "by")
_HURTING = "hurting verbs"
_FORCES = frozenset({"MIL", "COP"})
_REBELS = frozenset({"REB", "UAF", "OPP"})
_OTHER = "soldiers of the only state that is named besides that of who attacks them"
_STRUCK, _ABOUT = ("object", "on", "at", "against", "into"), ("relcl", "acl")
_BY = ("npadvmod", "compound", "nmod", "amod")  # before the hyphen
_HOLDING, _TOWNS, _WHY = "verbs of having taken", "border nouns", "who holds the place that is hit"
_ARMY, _UPON = "MIL", frozenset({"on", "against", "upon", "at"})
_OBJECTS = ("dobj", "nsubjpass")


def with_soldiers_hit(draft: Draft, statuses: Statuses) -> Draft:
    """An attack on a thing that is of the state where it stands in, the soldiers whom it hit there as its aim out.

    "A drone struck a base in Ruritania, killing three Sylvanian soldiers": it was aimed at Sylvania. Other foreigners who
    are hurt there ("killing two Sylvanian workers") are struck besides whoever else is.
    The draft; what is a place of its own ("shelled Zenda") and forces that are named stay what was struck.
    """
    predicate = statuses.graph.predicates[draft.head]
    struck = predicate.heads("object") or predicate.heads("at")
    if predicate.pos != "verb" or any(head in statuses.mentions.places for head in struck):
        return draft
    if len(draft.recipients) != 1 or not _is_where(draft.recipients[0]):
        return draft
    for head in predicate.heads(_THEREBY):
        thereby = statuses.graph.predicates.get(head)
        hit = actors_at(_HIT, thereby, statuses.graph, statuses.mentions) if thereby is not None else ()
        if hit and all(_are_soldiers(actor, draft) for actor in hit):
            return replace(draft, recipients=hit)
    return draft


def _is_where(actor: Actor) -> bool:
    """Whether a side is only the state that a thing or its place is of."""
    named = actor.sectors == ("GOV",) and not actor.inferred and actor.id == actor.country
    return bool(actor.inferred) or named


def _are_soldiers(actor: Actor, draft: Draft) -> bool:
    known = {a.country for a in (*draft.actors, *draft.recipients)}
    foreign = actor.country is not None and actor.country not in known
    return foreign and not actor.inferred and bool(set(actor.sectors) & _FORCES)


def with_soldiers_of_other(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania's army said that a Sylvanian had thrown stones at troops": Ruritania's; only if no third is named.

    So too where the place of the deed is the doer's land, and the army of the other one is told of beside it.
    """
    own = {a.country for a in draft.actors}
    if len(own) != 1 or None in own or not all(_of_no_known_army(r, own) for r in draft.recipients):
        return draft
    told = {a.country for a in who_tells_of(draft.head, statuses) if a.country}
    others = (countries_named(draft.head, statuses) | told) - own
    at_home = any(r.country for r in draft.recipients)
    if at_home and any(_REBELS & set(a.sectors) for a in draft.actors):
        return draft
    if len(others) != 1 or at_home:
        return draft
    (land,) = others
    return replace(
        draft, recipients=tuple(replace(r, country=land, inferred=_OTHER) for r in draft.recipients)
    )


def _of_no_known_army(actor: Actor, own: Set[str | None]) -> bool:
    """Whether they are just "troops", of nobody or of the doer's land only because it is there."""
    placed = actor.country in own and bool(actor.inferred)
    return bool(_FORCES & set(actor.sectors)) and not actor.id and (placed or not actor.country)


def only_those_hit(draft: Draft, statuses: Statuses) -> Draft:
    """ "Two Sylvanian soldiers died in clashes": with whom they fought is not said, and they are who was struck."""
    noun = statuses.graph.predicates[draft.head]
    if not draft.reciprocal or draft.recipients or noun.carrier is None or not draft.actors:
        return draft
    dying = statuses.graph.predicates[noun.carrier].lemma in statuses.graph.words[_HURTING]
    hit = actors_at(_HIT, noun, statuses.graph, statuses.mentions) if dying else ()
    both = any(
        statuses.graph.doc[h].conjuncts for h in noun.heads(*_HIT)
    )  # "policemen and thieves are hurt in a gun fight": with each other
    if both or len(draft.actors) != 1 or not sides(hit, draft.actors):
        return draft
    return replace(draft, actors=(), recipients=draft.actors, reciprocal=False)


def with_foreign_victims(draft: Draft, statuses: Statuses) -> Draft:
    """An attack with the people of other states whom it killed or hurt among those struck."""
    known = {a.country for a in (*draft.actors, *draft.recipients)}
    hurt = (a for head in _hurting(draft, statuses) for a in _hurt_by(head, statuses))
    others = distinct(a for a in hurt if a.country and not a.inferred and a.country not in known)
    return replace(draft, recipients=(*draft.recipients, *others)) if others else draft


def _hurting(draft: Draft, statuses: Statuses) -> tuple[int, ...]:
    """ "Bombed the town, killing two", "two were killed in a raid on the town": the verbs that say who was hurt."""
    graph = statuses.graph
    over = graph.above(draft.head, *_WITHIN)
    heads = (*graph.predicates[draft.head].heads(_THEREBY), *over)
    words = graph.words[_HURTING]
    return tuple(h for h in heads if h in graph.predicates and graph.predicates[h].lemma in words)


def _hurt_by(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    return actors_at(_HIT, statuses.graph.predicates[head], statuses.graph, statuses.mentions, every=True)


def with_holder(draft: Draft, statuses: Statuses) -> Draft:
    """A blow on a place in, whoever is said to hold that place as hit out: "shelled Zenda, which is held by Ruritania".

    So too where a word before it says so: "shelled rebel-held Zenda".
    The draft; only where the clause stands with the name of the place, or with a word for a town or an area.
    """
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads(*_STRUCK):
        town = head in statuses.mentions.places or graph.doc[head].lemma_.lower() in graph.words[_TOWNS]
        holders = holders_of(head, statuses) if town else ()
        if holders and not sides(holders, draft.actors):
            return replace(draft, recipients=only_because(holders, _WHY))
    return draft


def holders_of(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """Who is said to hold a place: "areas held by rebels", "rebel-held areas"."""
    graph = statuses.graph
    for clause in graph.doc[head].rights:
        verb = graph.predicates.get(clause.i)
        if (
            clause.dep_ not in _ABOUT
            or verb is None
            or not verb.passive
            or verb.lemma not in graph.words[_HOLDING]
        ):
            continue
        if holders := actors_at(("subject",), verb, graph, statuses.mentions):
            return holders
    before = (w for w in graph.doc[head].lefts if w.lemma_.lower() in graph.words[_HOLDING])
    names = (c.i for word in before for c in word.lefts if c.dep_ in _BY)
    return distinct(a for i in names for a in actors_of(i, "by", graph, statuses.mentions))


def with_enemy_there(draft: Draft, statuses: Statuses) -> Draft:
    """A blow of an army on a place of its own land in, the foreign forces that its sentence tells of there as struck out.

    "The Sylvanian army inflicted losses on Ruritanian troops after airstrikes on Zenda", "bombed a bridge in Zenda that
    Ruritanian troops used": no army strikes its own towns while others hold them but for those others.
    The draft; only where all recipients are of the doer's own state, and the forces are of one other.
    """
    own = {a.country for a in draft.actors}
    if len(own) != 1 or None in own or not all(_fights_for_state(a) for a in draft.actors):
        return draft
    if any(r.country not in own or _is_people(r) for r in draft.recipients):
        return draft
    found = distinct(_forces_beside(draft, own, statuses))
    if len({a.country for a in found}) != 1:
        return draft
    why = "whose forces are told of where the blow fell"
    return replace(draft, recipients=only_because(found, why))


def _fights_for_state(actor: Actor) -> bool:
    return _ARMY in actor.sectors or actor.id == actor.country


def _is_people(actor: Actor) -> bool:
    """ "Killed nine of its own citizens": who is named is struck."""
    return not actor.inferred and actor.id != actor.country and actor.span is not None


def _forces_beside(draft: Draft, own: set[str | None], statuses: Statuses) -> Iterator[Actor]:
    doc = statuses.graph.doc
    sentence = doc[draft.head].sent
    for head, mention in statuses.mentions.actors.items():
        actor = mention.actor
        if not sentence.start <= head < sentence.end or _ARMY not in actor.sectors:
            continue
        if actor.country and actor.country not in own and not actor.inferred and _is_hit(doc[head]):
            yield actor


def _is_hit(token: Token) -> bool:
    """By its place in the clause: what is done to them."""
    above = token.head
    return token.dep_ in _OBJECTS or (token.dep_ == "pobj" and above.lower_ in _UPON)
