"""Who struck, as the weapons, the means or the row of such blows tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because, only_because
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import actors_at, actors_of, sides, without_states
from detente.coding.sides.blows.soldiers import holders_of
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.whose.domestic import ARMY, side_at_home
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

ATTACK, INTERCEPTION = "ASSAULT", "shoot-down"  # a type, a kind
FROM, AUTHOR, WITHIN, REBELS = "from", "by", ("in", "inside"), "REB"
BY, OBJECT = ("subject", "by", "with", "in"), "object"
AIMS = frozenset({"at", "on", "against", "into", "over", "toward", "towards"})
LAUNCHING = "verbs of launching"
BEYOND, BORDERS, ACROSS = frozenset({"across", "over", "beyond"}), "borders", "the other land of its sentence"
LAUNCHED_THERE, STOPPED = "it was launched from there", "who shot down what was launched"
TO_WHOM = ("to", "on")
CLAUSES = {"acl": (*TO_WHOM, "subject"), "relcl": TO_WHOM}  # who says so is the subject of a relative clause
TRACING, TRACED = "verbs of tracing a deed", "it is said to be theirs"
APPOSED, SAID_TO_BE = "appos", "attr"
BEST = ("JJS", "RBS")
SAYS_WHOSE = "'{}' says whose it was"


def with_where_launched(draft: Draft, statuses: Statuses) -> Draft:
    """Violence by nobody who is named in, the state from whose soil the weapon was launched as its author out.

    "Rockets fired from Sylvania hit a town in Graustark", "a guard was killed by fire from Sylvania". Whoever holds the
    ground there is the author: "fired from areas held by the Black Eagles", "from rebel-held ground in Sylvania".
    The draft; nothing where somebody is named who did it, or where it came from the soil of those whom it hit.
    """
    predicate = statuses.graph.predicates[draft.head]
    hit = {r.country for r in draft.recipients}
    doc = statuses.graph.doc
    thrown = (OBJECT,) if predicate.passive else ()  # "drones launched from Sylvania were aimed at Zenda"
    for weapon in (draft.head, *predicate.heads(*BY, *thrown)):
        wielders = [a for a in _launched_by(doc[weapon], statuses) if a.country not in hit]
        if wielders:
            return replace(draft, actors=tuple(wielders))
        for place in _launched_from(doc[weapon], statuses):
            author = _of_land(place, statuses)
            if author is not None and author.country not in hit:
                return replace(draft, actors=(author,))
        if hit and any(_is_border(place, statuses) for place in _launched_from(doc[weapon], statuses)):
            across = countries_named(draft.head, statuses) - hit
            if len(across) == 1:
                return replace(draft, actors=(side_at_home(next(iter(across)), ARMY, ACROSS),))
    return draft


def _is_border(head: int, statuses: Statuses) -> bool:
    """ "Shells from across the frontier", "fire from beyond the border"."""
    doc = statuses.graph.doc
    below = (c for c in doc[head].rights if c.dep_ == "pobj")
    beyond = doc[head].lower_ in BEYOND
    return beyond and any(c.lemma_.lower() in statuses.graph.words[BORDERS] for c in below)


def with_who_intercepts(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritania and Graustark shot down missiles fired by rebels in Sylvania": at whoever shot them down."""
    doc = statuses.graph.doc
    launched = doc[draft.head].dep_ in ("acl", "relcl")
    if not launched:
        return draft
    weapon = doc[draft.head].head.i
    for other in drafts:
        if other.kind == INTERCEPTION and weapon in statuses.graph.predicates[other.head].heads("object"):
            hit = tuple(a for a in other.actors if (a.country or a.id) and not sides((a,), draft.actors))
            return replace(draft, recipients=only_because(hit, STOPPED))
    return draft


def _launched_from(weapon: Token, statuses: Statuses) -> Iterator[int]:
    """What stands after "from" beside the weapon, or beside the verb by which it was launched."""
    launching = statuses.graph.words[LAUNCHING]
    over = weapon.head  # "rockets fired from Sylvania hit": the parser takes them for those who fire
    if weapon.dep_ == "nsubj" and over.lemma_.lower() in launching:
        yield from _after_from(over)
    for child in weapon.rights:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in launching:
            yield from _after_from(child)
    verbs = launching | statuses.graph.words["hurting verbs"]
    if weapon.pos_ in ("NOUN", "PROPN") or weapon.lemma_.lower() in verbs:
        yield from _after_from(weapon)
    if (
        weapon.lemma_.lower() in launching
    ):  # "fired at Zenda from Sylvania": the parser takes Zenda to be from there
        aims = (c for c in weapon.rights if c.lower_ in AIMS)
        targets = (c for aim in aims for c in aim.children if c.dep_ == "pobj")
        yield from (place for target in targets for place in _after_from(target))


def _launched_by(weapon: Token, statuses: Statuses) -> Iterator[Actor]:
    """ "Missiles fired by Sylvania struck a port": the parser may take them for those who fire."""
    launching = statuses.graph.words[LAUNCHING]
    for verb in (weapon.head, *(c for c in weapon.rights if c.dep_ in ("acl", "relcl"))):
        if verb.lemma_.lower() not in launching or weapon.i > verb.i:
            continue
        for by in (c for c in verb.children if c.lower_ == AUTHOR):
            for head in (c.i for c in by.children if c.dep_ == "pobj"):
                yield from actors_of(head, "by", statuses.graph, statuses.mentions)


def _after_from(head: Token) -> Iterator[int]:
    for child in head.children:
        if child.lower_ == FROM:
            yield from (c.i for c in child.children if c.dep_ == "pobj" or c.lower_ in BEYOND)


def _of_land(head: int, statuses: Statuses) -> Actor | None:
    """The state that is named there, whose craft it is ("dropped from Sylvanian planes"), or in which the place lies."""
    mentions = statuses.mentions
    actor, place = mentions.actors.get(head), mentions.places.get(head)
    if actor is not None and actor.actor.country:
        return replace(actor.actor, inferred=LAUNCHED_THERE)
    if place is not None and place.country:
        return side_at_home(place.country, ARMY, LAUNCHED_THERE)
    holders = holders_of(head, statuses)
    owners = (*holders, *actors_of(head, FROM, statuses.graph, mentions))
    known = next(
        (replace(a, inferred=LAUNCHED_THERE) for a in owners if a.country or (a.id and a in holders)), None
    )
    land = next(_lies_in(head, statuses), None)
    if known is not None or land is None:
        return known
    return side_at_home(land, REBELS if holders else ARMY, LAUNCHED_THERE)


def _lies_in(head: int, statuses: Statuses) -> Iterator[str]:
    """ "Rebel-held ground in Sylvania", "a base in Sylvania": the state there."""
    for child in statuses.graph.doc[head].rights:
        for inside in child.children if child.lower_ in WITHIN else ():
            place = statuses.mentions.places.get(inside.i)
            yield from [place.country] if place is not None and place.country else []


def with_whom_it_is_traced_to(draft: Draft, statuses: Statuses) -> Draft:
    """A deed told by its means in, those to whom the means are traced as who did it out.

    "Ports were hit by ransomware traced to Sylvania", "by a wave of hacks that officials blame on Sylvania".
    The draft with them as actors.
    """
    graph = statuses.graph
    told = graph.predicates[draft.head]
    own = (draft.head,) if told.pos == "noun" else ()
    means = [graph.doc[h] for h in (*own, *told.heads(*BY))]
    for child in (c for noun in means for t in noun.subtree for c in t.rights):
        said = graph.predicates.get(child.i)
        if said is None or child.dep_ not in CLAUSES or child.lemma_ not in graph.words[TRACING]:
            continue
        found = actors_at(CLAUSES[child.dep_], said, graph, statuses.mentions)
        theirs = without_states(found, draft.recipients)
        if theirs:
            return replace(draft, actors=because(theirs, TRACED))
    return draft


def with_doer_of_first(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """An attack by nobody in, the one out whose attack its sentence says that it was: "the first there by Sylvania's navy".

    "A shell hit a school, marking the first attack by the navy": who the row of such attacks is by.
    """
    sentence = statuses.graph.doc[draft.head].sent
    for other in drafts:
        if not draft.head < other.head < sentence.end or not _is_one_in_a_row(other, statuses):
            continue
        if any_known(other.actors) and not sides(other.actors, draft.recipients):
            why = SAYS_WHOSE.format(statuses.graph.doc[other.head].text)
            return replace(draft, actors=because(other.actors, why))
    return draft


def _is_one_in_a_row(draft: Draft, statuses: Statuses) -> bool:
    """Whether the noun only says which of many attacks the one before it is."""
    token, words = statuses.graph.doc[draft.head], statuses.graph.words
    if type_of(draft, statuses) != ATTACK or token.pos_ != "NOUN":
        return False
    ranked = any(c.tag_ in BEST or c.lower_ in words["ranking words"] for c in token.lefts)
    return ranked and (token.dep_ in (APPOSED, SAID_TO_BE) or _amounts(token, statuses))


def _amounts(noun: Token, statuses: Statuses) -> bool:
    return noun.dep_ == "dobj" and noun.head.lemma_ in statuses.graph.words["amounting verbs"]
