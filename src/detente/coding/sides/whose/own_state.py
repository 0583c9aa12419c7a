"""A draft whose sides say too little in, the state behind them out: groups by where they act, rebels against their own.

"Gunmen killed two officers in Klausenburg": who they are nobody says, but they are based there. "Rebels in Sylvania
blocked the road": what rebels and protesters do is aimed at their own government unless another is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because
from detente.coding.roles.belonging import is_mission
from detente.coding.roles.roles import actors_at, actors_of
from detente.coding.sides.blows.struck import FROM_AFAR, hits_ship
from detente.coding.sides.captives.captives import are_from_kidnappers
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.whose.domestic import AT_HOME, ONLY_STATE, unknown_hands
from detente.coding.sides.whose.of_its_place import frees_others
from detente.coding.sides.whose.reacted_to import is_reacted_to
from detente.coding.sides.words.who_tells import lands_that_tell
from detente.coding.standing.status import Statuses
from detente.coding.where import place_beside, place_of
from detente.ids import is_person
from detente.reading.asides import outside
from detente.reading.tokens import Token
from detente.records import Actor, Place

LOCAL = frozenset({
    "CVL", "REB", "UAF", "CRM", "OPP", "COP", "JUD", "LEG", "LAB", "EDU", "AGR", "REL", "REF", "MED",
    "PTY", "ELI", "JRN",
})  # fmt: skip
ARMED = frozenset({"REB", "UAF", "CRM"})
ATTACK = "ASSAULT"
ASKING, BLAMING, PEOPLE, GROUPS = frozenset({"REQUEST", "ultimatum"}), "ACCUSE", {"CVL"}, {"SOC"}
UNARMED = frozenset({"CVL", "OPP", "LAB", "EDU", "AGR", "REL", "REF", "MED", "JRN"})
CROWD, RULERS = "OPP", "GOV"
CLUBS = frozenset({"SOC", "PTY"})
HELD, WHERE = "held by somebody", "in"  # "after a month in a Ruritanian jail"
RELEASE, DEPORTATION = "release", "deportation"  # a mode, a kind
AGAINST_GOVERNMENT = frozenset({"REB", "OPP", "UAF", "LAB", "EDU", "AGR"})
AGAINST_PEOPLE = frozenset({"COP", "JUD"})
# types of what is done or said to somebody
DIRECTED = frozenset(
    {"ACCUSE", "ASSAULT", "COERCE", "CONCEDE", "RETREAT", "REJECT", "REQUEST", "SANCTION", "THREATEN"}
)
AIMED = DIRECTED | {"PROTEST"}
YIELDING = ("CONCEDE", "RETREAT")  # to their government, if nobody is needed whom they let go
LETTING = frozenset({"AID", "ASSAULT", "COERCE", "CONCEDE", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION"})
WHY_DONE = ("over", "for")  # prepositions
DESCRIBING, BESIDE, DOING = ("relcl", "acl"), "advcl", "VBG"  # labels and a tag


def with_own_state(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with stateless groups based where it took place, and their own state as what it is aimed at."""
    kind = statuses.lexicon.kinds[draft.kind]
    if kind.type not in AIMED:
        return draft
    if draft.actors and draft.recipients and all(a.country for a in (*draft.actors, *draft.recipients)):
        return draft  # nobody is left whose state is asked for
    place = place_of(draft, statuses)[0] or _where_they_lurk(draft, statuses)
    if place is None and kind.type == ATTACK and draft.actors and draft.recipients:
        place = _where_it_is_told(draft, statuses)
    if place is None and kind.type == ATTACK and not draft.actors:  # "a blast near Strelsau killed six"
        place = place_beside(draft.head, statuses.graph, statuses.mentions)
    if place is None:
        draft = _with_land_of_the_hurt(draft, statuses)
    if place is not None and any(is_mission(r) and r.country == place.country for r in draft.recipients):
        return draft  # outside "the US embassy", which lies elsewhere
    if place is not None and place.country and place.inferred is None:
        draft = replace(
            draft,
            actors=tuple(_based(a, place.country, place.text) for a in draft.actors),
            recipients=tuple(_based(a, place.country, place.text) for a in draft.recipients),
        )
        if not draft.actors and draft.recipients and kind.type == ATTACK:
            draft = replace(draft, actors=(unknown_hands(place.country, place.text),))
    if draft.recipients or draft.reciprocal or len(draft.actors) != 1 or hits_ship(draft, statuses):
        return draft
    if (kind.type in YIELDING and "recipient" in draft.needs) or frees_others(draft, statuses):
        return draft
    (actor,) = draft.actors
    country = actor.country or actor.based
    sectors = set(actor.sectors)
    if (
        country is None
        or not sectors
        or not (_against_government(draft, sectors, statuses) or sectors <= AGAINST_PEOPLE)
    ):
        return draft
    aimed = "people" if sectors <= AGAINST_PEOPLE else "government"
    reaches = actor.country or kind.mode in FROM_AFAR  # "a drone of the league's hit a flat in Klausenburg"
    if kind.type == ATTACK and reaches and (others := _others_named(draft, country, statuses)):
        return replace(draft, recipients=_hit_abroad(others))
    own = Actor(
        name=f"{aimed} ({country})", country=country, sectors=("CVL" if aimed == "people" else "GOV",),
        span=None, inferred=AT_HOME,
    )  # fmt: skip
    return replace(draft, recipients=(own,))


def _where_they_lurk(draft: Draft, statuses: Statuses) -> Place | None:
    """ "Shot by unknown gunmen near Zenda", "pirates on the Sylvanian coast": where armed men of no state are."""
    if any(a.country or a.id or a.based or not ARMED & set(a.sectors) for a in draft.actors):
        return None
    doc, places = statuses.graph.doc, statuses.mentions.places
    heads = statuses.graph.predicates[draft.head].heads("subject", "by")
    behind = (t for h in heads for c in doc[h].rights if c.dep_ == "prep" for t in c.children)
    return next((places[t.i] for t in behind if t.i in places), None)


def _where_it_is_told(draft: Draft, statuses: Statuses) -> Place | None:
    """ "Gunmen seized two nurses on the road from Strelsau to Zenda": where all places of it lie that tell of no person."""
    if not all(ARMED & set(a.sectors) and not (a.country or a.id or a.based) for a in draft.actors):
        return None
    doc = statuses.graph.doc
    head = doc[draft.head]
    if (
        head.dep_ == BESIDE and head.tag_ == DOING
    ):  # "raided a mine in Graustark, abducting six": told of the raid
        return None
    apart = outside(draft.head, doc)
    named = [(i, p) for i, p in statuses.named.places.get(head.sent.start, ()) if i not in apart]
    told = [(i, p) for i, p in named if not any(t.dep_ in DESCRIBING for t in _up_to(doc[i], head))]
    lands = {place.country for _, place in named}
    return told[0][1] if told and len(lands) == 1 else None


def _up_to(token: Token, head: Token) -> Iterator[Token]:
    """Above a word, up to that of the deed."""
    return takewhile(lambda t: t.i != head.i, token.ancestors)


def _others_named(draft: Draft, country: str, statuses: Statuses) -> frozenset[str]:
    """The other states of its sentence; who finds that it was so is none that is hit."""
    others = countries_named(draft.head, statuses) - {country}
    return others - lands_that_tell(draft.head, statuses) if others else others


def _hit_abroad(countries: frozenset[str]) -> tuple[Actor, ...]:
    """ "A Ruritanian-led coalition's strike west of Klausenburg": on people there, and not at home."""
    hit = (
        Actor(name=f"people ({c})", country=c, sectors=("CVL",), span=None, inferred=ONLY_STATE)
        for c in countries
    )
    return tuple(hit) if len(countries) == 1 else ()


def _against_government(draft: Draft, sectors: set[str], statuses: Statuses) -> bool:
    """Rebels and parties, and people who demand something: "half a million Sylvanians demand a vote"; rights groups."""
    kind = statuses.lexicon.kinds[draft.kind]
    asks = bool(ASKING & {kind.type, kind.kind}) and draft.status == "occurred"
    states = countries_named(draft.head, statuses)  # "condemned the arrests in Graustark" is not at home
    blames = kind.type == BLAMING and sectors == GROUPS and len(states) <= 1
    people = (asks and sectors in (PEOPLE, GROUPS)) or blames
    return people or sectors <= AGAINST_GOVERNMENT | {"PTY"}


def _with_land_of_the_hurt(draft: Draft, statuses: Statuses) -> Draft:
    """ "A candidate is shot as he leaves a school in Strelsau", "Ruritanian troops shot into a crowd in Zenda"."""
    if not draft.recipients:
        return draft
    named = countries_named(draft.head, statuses)
    at_home = draft.kind in statuses.lexicon.domestic  # "police disperse a crowd": of their own
    strikes = type_of(draft, statuses) == ATTACK and not at_home
    others = named - {a.country for a in draft.actors} if len(named) > 1 and strikes else named
    crowd = all(CROWD in r.sectors for r in draft.recipients)
    keepers = AGAINST_PEOPLE | ({RULERS} if crowd else set())  # "blames officials for beating protesters"
    police = {a.country for a in draft.actors if a.sectors and set(a.sectors) <= keepers}
    if strikes and len(police) == 1 and police != {None}:  # "clash with people angry at Sylvania": at home
        others = frozenset(c for c in police if c)
    if strikes and len(named) > 1:  # "Graustark determined that Ruritanian soldiers beat demonstrators"
        others = others - lands_that_tell(draft.head, statuses)
    if len(others) != 1:
        return draft
    (country,) = others
    if any(is_reacted_to(r, draft, country, statuses) for r in draft.recipients):
        return draft
    own = at_home or draft.kind in statuses.lexicon.domestic_at_last  # "bans a rights group": of its own
    hit = (_of_land(r, country, named_too=len(named) == 1, clubs_too=own) for r in draft.recipients)
    return replace(draft, recipients=tuple(hit))


def _of_land(actor: Actor, country: str, *, named_too: bool, clubs_too: bool) -> Actor:
    """Of that land if its own is not told; a person with a name only if no other land is."""
    known = UNARMED | CLUBS if clubs_too else UNARMED
    nobody = actor.id is None and actor.based is None and bool(actor.sectors) and set(actor.sectors) <= known
    person = named_too and is_person(actor.id)
    if actor.country or not (nobody or person):
        return actor
    return replace(actor, country=country, inferred=ONLY_STATE)


def _based(actor: Actor, country: str, place: str) -> Actor:
    """Who has no state and no name of its own is at home where it acts: unarmed people are of that state."""
    named = actor.id is not None and not is_person(actor.id)
    if actor.country or named or actor.based or not actor.sectors or not set(actor.sectors) <= LOCAL:
        return actor
    why = f"{actor.name} act in {place}"
    if set(actor.sectors) & ARMED:
        return replace(actor, based=country, inferred=why)
    return replace(actor, country=country, inferred=why)


def with_who_holds(draft: Draft, statuses: Statuses) -> Draft:
    """ "Sylvanians held in Ruritania are freed", "freed from a prison in Ruritania": who held them lets them go.

    Or sends them out: "men held in Ruritania are deported to Sylvania".
    """
    sent_out = draft.kind == DEPORTATION and not draft.actors
    if not (statuses.lexicon.kinds[draft.kind].mode == RELEASE or sent_out):
        return draft
    if are_from_kidnappers(draft, statuses):
        return draft
    graph, mentions = statuses.graph, statuses.mentions
    own = {a.country for a in (*draft.actors, *draft.recipients)}
    if len(own) > 1 or own == {None}:
        return draft
    for place in _cells(draft, statuses):
        holders = [
            a
            for a in actors_of(place, "in", graph, mentions) or actors_of(place, "mod", graph, mentions)
            if (a.country or a.id) and a.country not in own - {None}
        ]
        if holders:
            why = f"holds them: '{graph.doc[place].text}'"
            return replace(draft, actors=because(holders, why))
    return draft


def _cells(draft: Draft, statuses: Statuses) -> Iterator[int]:
    """Where those who are let go were held."""
    predicates = statuses.graph.predicates
    event = predicates[draft.head]
    held = set(event.heads("object", "of") or event.heads("subject"))  # "who were held there walked free"
    for verb in predicates.values():
        if verb.pos != "verb" or not held & set(verb.heads("object")):
            continue
        if verb.lemma in statuses.graph.words["holding verbs"]:
            yield from verb.heads("by", "in", "subject")
        elif verb.lemma in statuses.graph.words["verbs of taking captive"]:
            yield from verb.heads("by", "subject")  # a land in which somebody was kidnapped holds nobody
    doc = statuses.graph.doc
    for word in (
        c for h in held for c in doc[h].lefts if c.lower_ in statuses.graph.words[HELD] and c.i >= 2
    ):
        if doc[word.i - 1].text == "-":  # "league-held Sylvanians"
            yield word.i - 2
    units = statuses.graph.words["units of time"]
    for spell in (doc[i] for i in event.heads("after") if doc[i].lemma_.lower() in units):
        yield from (c.i for p in spell.rights if p.lower_ == WHERE for c in p.rights if c.dep_ == "pobj")
    for prison in event.heads("from"):
        yield prison  # "freed from Zenda prison"
        noun = predicates.get(prison)
        if noun is not None:
            yield from noun.heads("in", "of")


def with_who_lets(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania will allow the return of inspectors", "speeded up the withdrawal": who lets it happen does it."""
    if type_of(draft, statuses) not in LETTING:
        return draft
    for applied in draft.applied:
        if applied.operator.factive:
            return draft  # "stopped short of blaming it for a cyberattack"
        verb = statuses.graph.predicates.get(applied.head)
        if verb is None or verb.pos != "verb" or verb.lemma not in statuses.graph.words["letting verbs"]:
            continue
        if draft.head in verb.heads(*WHY_DONE):
            continue  # "suspends Sylvania over a coup"
        actors = actors_at(("subject",), verb, statuses.graph, statuses.mentions)
        if actors:
            why = f"acts in '{statuses.graph.doc[verb.head].text}'"
            return replace(draft, actors=because(actors, why))
    return draft
