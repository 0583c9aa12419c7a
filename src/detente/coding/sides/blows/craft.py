"""Whose the ships and planes are that are hit or seized, and the people in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import classes_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import key_of, keys_of, known_among
from detente.coding.roles.roles import actors_at, actors_of, distinct, sides
from detente.coding.sides.looking.told_before import start_before, told_before
from detente.coding.sides.nearby.sentence_before import named_in
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

CRAFT = frozenset({"aircraft", "vessel", "warplane", "warship"})
BACK = 2  # sentences
WHOSE_CRAFT = "whose ship or plane it was"
FORCE = frozenset({"ASSAULT", "COERCE"})
BROUGHT_DOWN, FROM_AFAR = "shoot-down", "from afar"  # a kind, a group of kinds
AIMED_AT = "whom it was launched at"
HOUSES = frozenset({"headquarters", "media", "mission-building"})
PRONOUNS, STOPPED = ("it", "them", "they"), frozenset({"arrest", "interception", "seizure"})  # kinds
SEIZED, OWNERS = ("object", "on", "of"), ("its", "their")
WHOSE_CREW, BY_SAME = "whose they were", "who struck what they were in"
HIT = ("object", "on", "at", "against", "into")
NAME, BESIDE, WHOSE_SHIP = "PROPN", ("compound", "appos", "nmod"), "whose ship it was said to be"
NEAR = 12  # tokens between the flag and the name of the ship
HIT_WITH_THEM = ("object", "on", "into", "through", "at", "near", "under")
LOADED = ("object", "with")  # "carrying guards", "packed with guards"


def whose_craft(
    head: int, apart: Collection[str | None], statuses: Statuses, *, known: Collection[Actor] = ()
) -> tuple[Actor, ...]:
    """A word in, whose ship or plane was told of last before it out.

    "Sylvania complained about its missing trawler. Ruritania said that guards had seized it in Ruritanian waters": a
    Sylvanian one, and not one of the state in whose waters it was.
    Those who answer for the last craft before a word that is not of the states apart from which one is sought. known: for
    whom they are taken already; nothing is given where the nearest craft is theirs. For one that is nobody's by name, the
    only other state that its sentence tells of.
    """
    doc = statuses.graph.doc
    start = start_before(head, doc, BACK)
    told = [i for i in range(head - 1, start - 1, -1) if is_craft(i, statuses)]
    for i in told:
        owners = actors_of(i, "object", statuses.graph, statuses.mentions)
        if owners and keys_of(owners) == keys_of(known):
            return ()
        if owners and all(a.country and key_of(a) not in apart for a in owners):
            return only_because(owners, WHOSE_CRAFT)
    for sentence in {doc[i].sent.start: doc[i].sent for i in told}.values():
        named = named_in(sentence.start, sentence.end, statuses)
        others = [a for key, a in named.items() if key not in apart and a.country]
        if len(others) == 1:
            return (replace(others[0], inferred=WHOSE_CRAFT),)
    return ()


def is_craft(i: int, statuses: Statuses) -> bool:
    """Whether a noun is of a ship or plane."""
    doc = statuses.graph.doc
    return doc[i].pos_ in ("NOUN", "PROPN") and not CRAFT.isdisjoint(classes_of(doc, i, statuses.lexicon))


def with_crew_of(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """An arrest or attack that falls on a crew or a staff in, whosever ship, plane or office it was just before out.

    "Seized a Sylvanian tanker and arrested its captain", "downed two Sylvanian jets and caught a pilot", "raided the
    Sylvanian agency and detained its staff": Sylvanians, and not people of whoever arrests them.
    The draft aimed at the side that the craft or house of these people answers for.
    """
    if not _is_open(draft):
        return draft
    for places in _places(draft, statuses):
        for found, doers, launched in _hit_before(draft, drafts, places, statuses):
            if (
                launched and doers and draft.kind == BROUGHT_DOWN
            ):  # "a rocket was fired at Zenda. It was intercepted"
                return _stopped_by(draft, found, doers)
            by = draft.actors or only_because(doers, BY_SAME)
            return replace(draft, actors=by, recipients=only_because(found, WHOSE_CREW))
        if places is CRAFT and draft.kind in STOPPED:
            apart = keys_of((*draft.actors, *draft.recipients))
            if owners := whose_craft(draft.head, apart, statuses, known=draft.recipients):
                return replace(draft, recipients=owners)
    return draft


def _stopped_by(draft: Draft, aimed_at: Sequence[Actor], doers: Sequence[Actor]) -> Draft:
    """What was launched is brought down by those whom it was launched at, unless others are named."""
    by = draft.actors or only_because(aimed_at, AIMED_AT)
    return replace(draft, actors=by, recipients=only_because(doers, WHOSE_CREW))


def _places(draft: Draft, statuses: Statuses) -> Iterator[frozenset[str]]:
    """Classes of what such people are in; "took its captain hostage", "nine of its staff"."""
    doc, words = statuses.graph.doc, statuses.graph.words
    for head in statuses.graph.predicates[draft.head].heads("object"):
        phrase = doc.span(doc[head].left_edge.i, head + 1)
        lemmas = {t.lemma_.lower() for t in phrase}
        if lemmas & words["people on board"] or doc[head].lower_ in PRONOUNS:
            yield CRAFT
        elif lemmas & words["people of a house"] and any(t.lower_ in OWNERS for t in phrase):
            yield HOUSES


def _is_open(draft: Draft) -> bool:
    """Whether nobody is named as its recipient, or only whose act it is."""
    known = [r for r in draft.recipients if r.country or r.id]
    doers = [a for a in draft.actors if a.country or a.id]
    own = not known or not doers or sides(known, doers)
    return own and all(r.inferred for r in known)


def _hit_before(
    draft: Draft, drafts: Sequence[Draft], places: frozenset[str], statuses: Statuses
) -> Iterator[tuple[tuple[Actor, ...], tuple[Actor, ...], bool]]:
    """The other sides of what the same actors did to a craft or house in its sentence or the one before, nearest first.

    With who did it, where that was told, and whether it was fired from afar.
    """
    doc, lexicon = statuses.graph.doc, statuses.lexicon
    for other in reversed(told_before(draft, drafts, statuses)):
        against = sides(other.recipients, draft.actors)  # "rams a cutter; Sylvania holds the skipper"
        theirs = other.actors if against else other.recipients
        hit = statuses.graph.predicates[other.head].heads(*(("subject",) if against else SEIZED))
        known = known_among(theirs)
        if type_of(other, statuses) not in FORCE or not known or sides(known, draft.actors):
            continue
        fits = any(places & classes_of(doc, head, lexicon) for head in hit)
        if fits and (against or not draft.actors or sides(other.actors, draft.actors)):
            yield known, () if against else other.actors, other.kind in lexicon.groups[FROM_AFAR]


def with_flag(draft: Draft, statuses: Statuses) -> Draft:
    """An attack on a ship or the seizure of one in, the states whose flag she flies or whose firms own her as its aim out.

    "The Graustarkian-flagged, Sylvanian-owned freighter was struck off Zenda": where she was is no side. A ship that is
    called by her name alone is whose she was said to be before: "the Sylvanian tanker Vega ... They seized the Vega".
    The draft; nothing where somebody is said to be hit.
    """
    said = any(r.inferred is None and r.country != r.id for r in draft.recipients)
    if said:
        return draft
    for head in statuses.graph.predicates[draft.head].heads(*HIT):
        flags = distinct(_flags(head, statuses)) or _told_before(head, statuses)
        if flags:
            return replace(draft, recipients=flags)
    return draft


def _told_before(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """Whose the ship of that name is, by the last words before that say what she is."""
    doc = statuses.graph.doc
    if doc[head].pos_ != NAME or head in statuses.mentions.actors or head in statuses.mentions.places:
        return ()
    for i in range(doc[head].sent.start - 1, -1, -1):
        if doc[i].text != doc[head].text or not any(is_craft(n, statuses) for n in _called(doc[i])):
            continue
        flags = distinct(_flags(i, statuses))
        whose = (actors_of(n, "object", statuses.graph, statuses.mentions) for n in _called(doc[i]))
        return flags or tuple(
            replace(a, inferred=WHOSE_SHIP) for a in next(filter(None, whose), ()) if a.country
        )
    return ()


def _called(name: Token) -> tuple[int, ...]:
    """The name and the noun that it stands beside: "the tanker Vega"."""
    beside = [c.i for c in name.lefts if c.dep_ in BESIDE]
    return (name.i, *beside, *((name.head.i,) if name.dep_ in BESIDE else ()))


def _flags(head: int, statuses: Statuses) -> Iterator[Actor]:
    """The states before "-flagged" or "-owned" in the phrase of the ship, or in what is added to it at once."""
    doc, words = statuses.graph.doc, statuses.graph.words["flag words"]
    sentence = doc[head].sent
    start, end = max(sentence.start, head - NEAR), min(sentence.end - 2, head + NEAR)
    for i in range(start, end):
        if doc[i + 1].text != "-" or doc[i + 2].lower_ not in words:
            continue
        between = doc[min(i, head) : max(i, head)]
        if any(t.pos_ in ("VERB", "AUX") and t.lower_ not in words for t in between):
            continue
        mention = statuses.mentions.modifiers.get(i) or statuses.mentions.actors.get(i)
        if mention is not None and mention.actor.country:
            why = f"{doc[i + 2].text} there"
            yield replace(mention.actor, inferred=why)


def with_those_aboard(draft: Draft, statuses: Statuses) -> Draft:
    """An attack without its victims in, those who were in what was hit out.

    "A bomb struck a convoy carrying Sylvanian guards in Graustark": whose the bomb is nobody says, and whoever they are who
    sat in the convoy, it was aimed at them.
    The draft aimed at those whom the vehicle carried that was hit; who acts is left as it is.
    """
    return replace(draft, recipients=tuple(_aboard(draft, statuses)))


def _aboard(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads(*HIT_WITH_THEM):
        for child in graph.doc[head].rights:
            load = graph.predicates.get(child.i) if child.dep_ == "acl" else None
            if load is None or load.lemma not in graph.words["loading verbs"]:
                continue
            why = f"aboard the '{graph.doc[head].text}'"
            for actor in actors_at(LOADED, load, graph, statuses.mentions):
                yield replace(actor, inferred=actor.inferred or why)
