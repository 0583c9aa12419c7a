"""People whom a state's deed falls on at home."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.pointing.standing_for import MANY
from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import any_meets, classes_of
from detente.coding.roles.roles import actors_at
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.parties import HOLDING, HYPHEN
from detente.coding.sides.whose.domestic import AT_HOME, at_home_at_last, side_at_home
from detente.coding.sides.whose.own_state import DIRECTED
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of
from detente.ids import is_group, is_person
from detente.records import Actor

STRUCK = ("object", "indirect", "at", "on", "against", "with", "to")
FALLS_ON = DIRECTED | {"AGREE", "SUPPORT"}  # types
PEOPLE = frozenset({"protester", "worker", "civilian", "journalist", "opponent"})  # classes of nouns
FROM_ABROAD, PRESS = "migrant", "journalist"
TELLING, REPROACH = "verbs of telling somebody", "ACCUSE"
AT_ODDS = frozenset({"OPP", "PTY", "LEG", "LAB", "REL", "JUD"})  # with those who govern them
RISEN = frozenset({"REB", "OPP"})  # against those who govern them
FOES, AIMS, MET = RISEN | {"UAF", "CRM"}, ("clause", "purpose", "against"), ("dobj", "pobj")
CIVIL = ("CVL",)
PRIVATE = frozenset({"BUS"})
ITS = ("its", "their")
POSSESSIVE, OBJECT = "PRP$", "object"
AGAINST = ("to", "against", "on", "for", "from")  # "closed its markets to Sylvanian beef"
ABROAD = ("mission-building", "border")


def with_own_people(draft: Draft, statuses: Statuses) -> Draft:
    """A draft whose deed falls on people of whom no table says whose they are in, those of the state that acts out.

    "Ruritanian soldiers shot a farmer", "bishops in Strelsau spoke up for students": where the sentence names no other
    state they are at home.
    The draft with people named by a common noun as its recipients, if who acts is of the one state that is named.
    """
    kind = statuses.lexicon.kinds[draft.kind]
    if kind.type not in FALLS_ON:
        return draft
    lands = {a.country or a.based for a in draft.actors}
    if len(lands) != 1 or not countries_named(draft.head, statuses) <= lands:
        return draft
    holder = _who_holds_it(draft, statuses)
    if holder is not None and holder.country in lands:
        return replace(draft, recipients=(holder,))
    head = _who_is_struck(draft, statuses, blames=kind.type == REPROACH)
    if head is None:
        return draft
    country = lands.pop()
    if country is None or all(a.sectors and set(a.sectors) <= PRIVATE for a in draft.actors):
        return draft
    name = statuses.graph.doc[head].text
    return replace(draft, recipients=(Actor(name=name, country=country, sectors=CIVIL, inferred=AT_HOME),))


def _who_holds_it(draft: Draft, statuses: Statuses) -> Actor | None:
    """ "Shelled rebel-held villages": those who hold what is struck."""
    doc, holding = statuses.graph.doc, statuses.graph.words[HOLDING]
    for head in statuses.graph.predicates[draft.head].heads(*STRUCK):
        held = (c for c in doc[head].lefts if c.tag_ == "VBN" and c.lemma_ in holding and c.i > 1)
        for mention in (statuses.mentions.actors.get(c.i - 2) for c in held if doc[c.i - 1].text == HYPHEN):
            if mention is not None and set(mention.actor.sectors) & RISEN:
                return mention.actor
    return None


def with_rebels_at_home(draft: Draft, statuses: Statuses) -> Draft:
    """ "Rebels cut the road to Klausenburg", "insurgents waylaid a convoy near Zenda": against their own state.

    Whom they hold or hurt by name may be of any.
    """
    if any(is_group(m.actor.id) for m in statuses.mentions.actors.values()):
        return draft  # they may be that group
    nobodies = all(not (a.country or a.id or a.based) and set(a.sectors) & RISEN for a in draft.actors)
    lands = {r.country for r in draft.recipients}
    if any(r.inferred is None or is_person(r.id) for r in draft.recipients):
        return draft
    if not nobodies or len(lands) != 1 or not countries_named(draft.head, statuses) <= lands:
        return draft
    country = lands.pop()
    rebels = tuple(replace(a, country=country, inferred=AT_HOME) for a in draft.actors)
    return replace(draft, actors=rebels) if country else draft


def with_foes_at_home(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania called up reservists to fight the Lakeside rebels": those of its own land whom they are to meet."""
    predicates, doc = statuses.graph.predicates, statuses.graph.doc
    lands = {a.country or a.based for a in draft.actors} - {None}
    for head in predicates[draft.head].heads(*AIMS):
        for token in doc[head].subtree:
            mention = statuses.mentions.actors.get(token.i) if token.dep_ in MET else None
            if mention is None or not FOES & set(mention.actor.sectors):
                continue
            if len(lands) == 1 and (mention.actor.country or mention.actor.based) in lands:
                return replace(draft, recipients=(mention.actor,))
    return draft


def freed_at_home(draft: Draft, statuses: Statuses) -> Draft:
    """ "An opposition leader was let out of jail": by his own state, as far as his sentence names no other."""
    own = all(set(r.sectors) & AT_ODDS for r in draft.recipients)
    if not own or "actor" not in draft.needs:
        return draft
    return at_home_at_last(draft, statuses, statuses.lexicon.domestic_at_last)


def _who_is_struck(draft: Draft, statuses: Statuses, *, blames: bool) -> int | None:
    """The noun for people among what the predicate is done to; no people on the move, who may be anybody's."""
    graph, mentions = statuses.graph, statuses.mentions
    for head in graph.predicates[draft.head].heads(*STRUCK):
        token = graph.doc[head]
        if token.pos_ != "NOUN" or head in mentions.actors or head in mentions.unpolitical:
            continue
        classes = classes_of(graph.doc, head, statuses.lexicon)
        foreign = graph.words["words for what is not one's own"]
        if token.lemma_.lower() in graph.words["friends of states"] and any(
            c.lower_ in ITS for c in token.lefts
        ):
            continue  # "praised its ally"
        if blames and PRESS in classes and graph.doc[draft.head].lemma_ in graph.words[TELLING]:
            continue  # "told reporters that it was a provocation"
        if PEOPLE & classes and FROM_ABROAD not in classes and token.lemma_.lower() not in foreign:
            return head
    return None


def with_people_at_own_things(draft: Draft, statuses: Statuses) -> Draft:
    """A state that shuts, bars or searches what is its own in, its own people as those whom that is done to out.

    "Trade with Sylvania fell after Ruritania shut its schools": in Ruritania, whoever else the sentence names. What it has
    abroad ("closed its embassy") and what lies on a border is not meant.
    The draft with them as recipients, where its kind may be done at home and its object is the doer's own.
    """
    row = statuses.lexicon.done_at_last.get(draft.kind)
    own = {a.country for a in draft.actors}
    if row is None or draft.reciprocal or draft.recipients or len(own) != 1 or None in own:
        return draft
    if not _is_own(draft, own, statuses) or _is_elsewhere(draft, own, statuses):
        return draft
    (country,) = own
    return replace(draft, recipients=(side_at_home(country or "", row.aimed_at, AT_HOME),))


def _is_own(draft: Draft, own: set[str | None], statuses: Statuses) -> bool:
    """ "Its schools", "two of its districts"."""
    graph, named = statuses.graph, statuses.mentions.actors
    things = [graph.doc[h] for h in graph.predicates[draft.head].heads(OBJECT)]
    if any_meets(ABROAD, [t.i for t in things], graph.doc, statuses.mentions, statuses.lexicon):
        return False
    within = [c for t in things for p in (t, *t.rights) for c in (p, *p.children) if c.i >= t.i]
    whose = [c for t in (*things, *within) for c in t.lefts if c.tag_ == POSSESSIVE]
    others = countries_named(draft.head, statuses) - own
    if any(named[t.i].actor.country in others for n in things for t in n.subtree if t.i in named):
        return False  # "its list of Sylvanian officials"
    whose = [c for c in whose if not others or c.lower_ not in MANY]  # "held Sylvanians and took their boats"
    return any(c.i in named and named[c.i].actor.country in own for c in whose)


def _is_elsewhere(draft: Draft, own: set[str | None], statuses: Statuses) -> bool:
    graph = statuses.graph
    aimed = actors_at(AGAINST, graph.predicates[draft.head], graph, statuses.mentions)
    if any(a.country not in own for a in aimed):
        return True
    place, _ = place_of(draft, statuses)
    return place is not None and place.country is not None and place.country not in own
