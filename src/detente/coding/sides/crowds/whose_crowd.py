"""Of what land a crowd is of which the sentence does not tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import STANDS_FOR, only_because
from detente.coding.roles.towns import is_city
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.matter import Matter
from detente.coding.sides.looking.opponents import opponents
from detente.coding.sides.looking.told_before import start_before, told_in_sentences_before
from detente.coding.sides.whose.domestic import CIVILIANS, side_at_home
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of
from detente.reading.tokens import Token
from detente.records import Actor

CROWD = frozenset({"OPP", "CVL", "EDU", "LAB", "AGR", "REL", "SOC"})
PROTEST, PEOPLE, ONE = "PROTEST", "CVL", ("NN", "NNP")
BACK = 2  # sentences that are looked back over
CROWD_BEFORE = "the crowd that protests in what is told before"
AT, INSIDE, NAMING = (
    ("object", "at", "outside", "into", "on", "in", "to"),
    ("in", "of"),
    ("compound", "nmod", "amod"),
)
WHERE = ("in", "of", "at", "near", "outside", "on")
PARTS_OF_PHRASE = ("NOUN", "PROPN", "ADJ", "ADP", "SCONJ")
STANDS = "where the crowd is"
SWEEPING, SWEPT = (
    "verbs of unrest in a place",
    ("object", "to", "through", "across"),
)  # a list of words; arguments
SIGNS, PARTS = "houses and signs of a state", "parts of a land"  # lists of words
LAND, AIM = "the land that the text tells of", "at whose house or flag it is"
RULERS = frozenset({"GOV", "LEG", "COP", "MIL"})
AT_HOME = frozenset({"COERCE", "CONCEDE", "MOBILIZE", "RETREAT"})  # types of what rulers do about unrest
VISIT, OFF = "CONSULT", ("cancelled", "declined", "postponed")  # a type, statuses
OCCASIONS = ("after", "amid", "as", "following", "over", "under", "when", "while", "because", "since")
RULERS_REACT = "those who govern there react to it"


def with_crowd_told_of(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """What a crowd of no known land asks or says in, the land whose people were told to protest just before as theirs out.

    "A rally is held in Strelsau. Demonstrators call for a ceasefire in Sylvania": Ruritanians do, though the truce is to be
    elsewhere.
    The draft with the crowd as that land's; so too a protest by nobody who is named.
    """
    if len(drafts) == 1 or not all(_is_crowd(a, draft, statuses) for a in draft.actors):
        return draft
    other = _protest_before(draft, drafts, statuses)
    lands = land_of_protest(other, statuses) if other is not None else frozenset()
    if len(lands) != 1 or lands & {r.country for r in draft.recipients if not draft.actors}:
        return draft
    (land,) = lands
    crowd = tuple(replace(a, country=land, based=None, inferred=CROWD_BEFORE) for a in draft.actors)
    return replace(draft, actors=crowd or (side_at_home(land, PEOPLE, CROWD_BEFORE),))


def follows_protest(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Monks marched in Strelsau. Students shouted slogans against Sylvania": no Sylvanians, who would be at home."""
    if draft.actors or not draft.recipients or type_of(draft, statuses) != PROTEST:
        return False
    other = _protest_before(draft, drafts, statuses)
    named = all(r.id == r.country and not r.inferred for r in draft.recipients)
    return other is not None and (named or other.head in _beside(draft, statuses))


def land_of_protest(draft: Draft, statuses: Statuses) -> frozenset[str]:
    """Of those who protest; where that is not known, the land in which they do."""
    lands = frozenset(a.country for a in draft.actors if a.country)
    place = None if lands else place_of(draft, statuses)[0]
    return lands if place is None or place.country is None else frozenset({place.country})


def _protest_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft | None:
    """The last one that is told before it; before a protest in the sentences before."""
    doc = statuses.graph.doc
    start = start_before(draft.head, doc, BACK)
    protests = type_of(draft, statuses) == PROTEST  # what is told beside it is done by the same crowd
    end = doc[draft.head].sent.start if protests else draft.head
    joined = _beside(draft, statuses)
    for other in reversed(drafts):
        before = start <= other.head < end or other.head in joined
        if before and type_of(other, statuses) == PROTEST:
            return other
    return None


def _beside(draft: Draft, statuses: Statuses) -> frozenset[int]:
    """ "Rallied and shouted slogans", "rallied, tearing up his picture": the same crowd."""
    token = statuses.graph.doc[draft.head]
    first = token
    while first.dep_ == "conj":
        first = first.head
    above = {first.head.i} if first.tag_ == "VBG" and first.dep_ in ("advcl", "xcomp") else set()
    return frozenset(above | {t.i for t in token.conjuncts if t.i < token.i})


def _is_crowd(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """People of no name, more than one of them."""
    if actor.country or actor.id or actor.span is None or not actor.sectors:
        return False
    subjects = statuses.graph.predicates[draft.head].heads("subject")
    one = any(statuses.graph.doc[h].tag_ in ONE for h in subjects)
    return set(actor.sectors) <= CROWD and not one


def with_land_of_crowd(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A protest at the house or flag of a foreign state by a crowd of no known land in, the land told of before as theirs out.

    "Soldiers toppled the king of Ruritania. A crowd gathered outside the Sylvanian embassy": they are Ruritanians. So are
    those who "ransacked the Strelsau office of a Sylvanian airline".
    The draft; nothing where the sentence names another land, or says who they are.
    """
    if any(a.country or a.id or a.based for a in draft.actors):
        return draft
    lands = set(_stood_in(draft, statuses))
    if len(lands) == 1 and draft.recipients and lands.isdisjoint(r.country for r in draft.recipients):
        return replace(draft, actors=(side_at_home(lands.pop(), CIVILIANS, STANDS),))
    hosts = {a.country: a for a in _whose_signs(draft, statuses)}
    if len(hosts) != 1:
        return draft
    foreign = set(hosts)
    land = _where(draft, foreign, statuses) or _land(draft, drafts, foreign, statuses)
    others = {r.country for r in draft.recipients} | countries_named(draft.head, statuses)
    if land is None or others - foreign - {None, land}:
        return draft
    aim = only_because(hosts.values(), AIM)
    known = draft.recipients if any(r.country for r in draft.recipients) else aim
    return replace(draft, actors=(side_at_home(land, CIVILIANS, LAND),), recipients=known)


def _stood_in(draft: Draft, statuses: Statuses) -> Iterator[str]:
    """ "Crowds in the Sylvanian capital", "the Strelsau office of an airline", "a bank in Strelsau": where they do it."""
    graph, mentions = statuses.graph, statuses.mentions
    near, capitals = graph.predicates[draft.head].heads("subject", *AT), graph.words["capital nouns"]
    for head in (t for h in near for t in _below(graph.doc[h])):
        above = head.head
        inside = head.dep_ in NAMING or (above.dep_ == "prep" and above.lower_ in INSIDE)
        place = mentions.places.get(head.i)
        if place is not None and place.country and inside and is_city(head.i, mentions):
            yield place.country
        elif above.lemma_.lower() in capitals and above.dep_ == "pobj" and above.head.lower_ in INSIDE:
            mention = mentions.modifiers.get(head.i) or mentions.actors.get(head.i)
            yield from [mention.actor.country] if mention and mention.actor.country else []
    yield from _swept(draft, statuses)


def _swept(draft: Draft, statuses: Statuses) -> Iterator[str]:
    """ "Protests against Sylvania rocked Strelsau", "riots swept the land": where they were."""
    graph, mentions = statuses.graph, statuses.mentions
    verbs = [v for v in graph.over(draft.head, "subject") if v.lemma in graph.words[SWEEPING]]
    for head in (h for verb in verbs for h in verb.heads(*SWEPT)):
        place = mentions.places.get(head)
        mention = mentions.actors.get(head)
        lands = place.country if place else None, mention.actor.country if mention else None
        yield from [land for land in lands if land][:1]


def _below(noun: Token) -> Iterator[Token]:
    """A noun and all that tells what or where it is, without what is said of it in a clause."""
    yield noun
    for child in noun.children:
        if child.pos_ in PARTS_OF_PHRASE and (child.dep_ != "prep" or child.lower_ in WHERE):
            yield from _below(child)


def _whose_signs(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    """The states whose embassy, base or flag the sentence names."""
    mentions, words = statuses.mentions, statuses.graph.words[SIGNS]
    for token in statuses.graph.doc[draft.head].sent:
        if token.lemma_.lower() not in words:
            continue
        for i in (token.i, *(c.i for c in token.lefts)):
            mention = mentions.modifiers.get(i) or mentions.actors.get(i)
            if mention is not None and mention.actor.country and _is_said(mention.actor):
                yield mention.actor
                break


def _is_said(actor: Actor) -> bool:
    """ "The Sylvanian embassy", "its embassy"; whose "the embassy" is nobody says."""
    return actor.inferred is None or STANDS_FOR.is_why(actor.inferred)


def _where(draft: Draft, foreign: set[str | None], statuses: Statuses) -> str | None:
    """ "At a French base outside Ruritania's capital": there."""
    doc, words = statuses.graph.doc, statuses.graph.words[PARTS]
    for i, mention in statuses.named.mentions(doc[draft.head].sent.start):
        country, above = mention.actor.country, doc[i].head
        if country not in {None, *foreign} and doc[i].dep_ == "poss" and above.lemma_.lower() in words:
            return country
    return None


def _land(draft: Draft, drafts: Sequence[Draft], foreign: set[str | None], statuses: Statuses) -> str | None:
    """Of those who were just at odds with the owner, else who was last told of; else what the text is about."""
    before = told_in_sentences_before(draft, drafts, statuses, BACK)
    foes = {a.country for a in opponents(before, foreign) if a.country}
    if len(foes) == 1:
        return foes.pop()
    for other in reversed(before):
        sides = (*other.actors, *other.recipients)
        known = {a.country for a in sides if a.country} or land_of_protest(other, statuses)
        lands = known - foreign
        if len(lands) == 1:
            return next(iter(lands))
    matter = Matter(drafts, statuses)
    rest = matter.pair - foreign
    one = next(iter(rest)) if len(rest) == 1 and len(matter.pair) > 1 else None
    return one if one is not None and matter.actors[one].country else None


def with_land_that_reacts(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A protest of which nobody is named in, those of the land whose rulers react to it, and these, as its sides out.

    "The president of Ruritania cut short a trip to Sylvania after unrest spread", "Graustark's minister resigned when riots
    broke out over her talks with Sylvania": at home, whatever other land is named.
    The draft with both sides of the one land whose rulers act in the clause above it.
    """
    row = statuses.lexicon.domestic.get(draft.kind)
    if row is None or row.acts != PEOPLE or draft.status not in HAPPENED:
        return draft
    below = _told_as_occasion_of(statuses.graph.doc[draft.head])
    acts = [d for d in drafts if d.head in below and _is_reaction(d, statuses)]
    lands = {a.country for d in acts for a in d.actors if RULERS & set(a.sectors)}
    land = lands.pop() if len(lands) == 1 else None
    if land is None:
        return draft
    people, rulers = (
        side_at_home(land, row.acts, RULERS_REACT),
        side_at_home(land, row.aimed_at, RULERS_REACT),
    )
    return replace(draft, actors=(people,), recipients=(rulers,))


def _told_as_occasion_of(head: Token) -> set[int]:
    """The verbs that the clause or phrase of the protest says when or why of: "resigned after", "as", "amid" it."""
    found, last = set[int](), head
    for above in head.ancestors:
        opens = (last, *last.lefts) if last.dep_ == "advcl" else (last,) if last.dep_ == "prep" else ()
        if any(t.lower_ in OCCASIONS for t in opens):
            found |= {above.i, *(t.i for t in above.conjuncts)}
        last = above
    return found


def _is_reaction(draft: Draft, statuses: Statuses) -> bool:
    kind = statuses.lexicon.kinds[draft.kind]
    return kind.type in AT_HOME or (kind.type == VISIT and draft.status in OFF)
