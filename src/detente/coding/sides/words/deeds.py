"""Whom words are aimed at that are about a deed: who did it, or where it was done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because, only_because
from detente.coding.roles.belonging import is_spared_or_hurt
from detente.coding.roles.known import key_of, keys_of
from detente.coding.roles.roles import sides, without_states
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.nearby.sentence_before import others_in_clause
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor, Place

COMMENTS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
PEOPLE, IN = frozenset({"CVL", "JRN", "ELI", "BUS", "REL"}), "in"  # sectors
FROM, SUFFERED = "from", "suffered nouns"  # a list of nouns
BLAME, JUSTICE = "ACCUSE", "justice"  # a type, a group of kinds
ON_WHAT = ("object", "about", "over", "at", "against", "of", "for", "by", "to")
DRAWING = "verbs of drawing answers"
OBJECT, DESCRIBING, PARTICIPLE = "dobj", "amod", "VBG"
AT, RULERS = ("in", "at", "near"), "GOV"
POWERLESS = frozenset({"CVL", "REL", "JRN", "MED", "LAB", "EDU", "AGR", "JUD", "SOC"})
WHY_HOME = "no other land is named; this is done at home"
WHY_DEED, WHY_PLACE = "whose deed drew it", "it was done there"
DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})  # what such a call is about
OUTSIDE = frozenset({"GOV", "IGO"})  # who may ask another land for it; opponents and crowds ask at home
REACH = 2  # sentences
WHY = "the authorities of the land in which it was done"


def with_doer_of_deed(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A comment on a deed that is told by its own noun in, whoever did that as the comment's other side out.

    "Graustark condemned the arrest of a Graustarkian in Sylvania": where it took place tells who arrested, and so whom the
    comment is aimed at.
    The draft with the actors of the event that its own words are about, if it is aimed at nobody yet.
    """
    kind = statuses.lexicon.kinds[draft.kind]
    if not kind.speech:
        return draft
    about = _about(draft, statuses)
    if draft.recipients:
        named = statuses.lexicon.event_nouns
        deeds = {h for h in about if kind.type == BLAME or statuses.graph.doc[h].lemma_.lower() in named}
        return draft if draft.kind in statuses.lexicon.groups[JUSTICE] else _at_host(draft, deeds, statuses)
    found = next((known for d in drafts if d.head in about and (known := tuple(_doers(d, draft)))), ())
    if not found:
        doc, suffered = statuses.graph.doc, statuses.graph.words[SUFFERED]
        told = [list(doc[head].subtree) for head in about if doc[head].lemma_.lower() in suffered]
        return replace(draft, recipients=_hosts(draft, told, statuses))
    why = "whose deed it is"
    return replace(draft, recipients=because(found, why))


def _about(draft: Draft, statuses: Statuses) -> set[int]:
    """What it is about; of what "drew criticism from Sylvania" what drew it."""
    predicates = statuses.graph.predicates
    verb, carrier = predicates[draft.head], predicates[draft.head].carrier
    drew = (
        predicates[carrier].heads("subject")
        if carrier is not None and carrier in predicates and verb.has("from")
        else ()
    )
    doc, suffered = statuses.graph.doc, statuses.graph.words[SUFFERED]
    shocking = (
        h for h in verb.heads("subject") if doc[h].lemma_.lower() in suffered
    )  # "the arrest dismayed it"
    return {*verb.heads(*ON_WHAT), *drew, *shocking}


def _at_host(draft: Draft, about: Collection[int], statuses: Statuses) -> Draft:
    """ "Worried about the fate of a Graustarkian in Sylvania": by a state about its people, and Sylvania has them."""
    doc, actors = statuses.graph.doc, statuses.mentions.actors
    phrases = [list(doc[head].subtree) for head in about if head not in actors]
    own = not without_states(draft.recipients, draft.actors)
    theirs = own and all(PEOPLE & set(a.sectors) for a in draft.recipients)
    if not theirs and not all(_is_hurt(a, statuses) for a in draft.recipients):
        return draft
    told = [p for p in phrases if sides((actors[t.i].actor for t in p if t.i in actors), draft.recipients)]
    found = without_states(_hosts(draft, told, statuses), draft.recipients)
    return replace(draft, recipients=found or draft.recipients)


def _is_hurt(side: Actor, statuses: Statuses) -> bool:
    """ "The closing of Ruritanian schools", "the treatment of Sylvanian prisoners"."""
    return side.id is None and is_spared_or_hurt(side, statuses.graph)


def _hosts(draft: Draft, phrases: Iterable[Collection[Token]], statuses: Statuses) -> tuple[Actor, ...]:
    """The state in which what such a phrase tells of was done, or out of which somebody was put."""
    actors, put_out = statuses.mentions.actors, statuses.graph.words[SUFFERED]
    inside = (t for phrase in phrases for t in phrase if t.dep_ == "pobj" and _says_where(t.head, put_out))
    there = (mention.actor for t in inside if (mention := actors.get(t.i)) is not None)
    hosts = without_states((a for a in there if a.country and a.country == a.id), draft.actors)
    why = "who has them there"
    return because(hosts, why)


def _says_where(preposition: Token, put_out: Collection[str]) -> bool:
    word = preposition.lower_
    return word == IN or (word == FROM and preposition.head.lemma_.lower() in put_out)


def _doers(deed: Draft, comment: Draft) -> Iterator[Actor]:
    """Who is known to have done it, if not who speaks of it; of what is done together nobody is blamed alone."""
    if not deed.reciprocal:
        yield from (a for a in without_states(deed.actors, comment.actors) if a.country or a.id)


def with_whose_deed_drew_it(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """An answer that a deed draws in, whoever did the deed or the land where it was done as whom the answer is aimed at out.

    "Nine villagers were killed in Zenda, drawing condemnation from Sylvania": aimed at those who rule in Zenda, where
    nobody is named who killed them.
    The draft; those who did it count before the place.
    """
    deed = _deed(statuses.graph.doc[draft.head], statuses)
    if deed is None:
        return draft
    for other in drafts:
        doers = tuple(a for a in other.actors if a.country)
        if other.head == deed.i and doers and not sides(doers, draft.actors):
            return replace(draft, recipients=only_because(doers, WHY_DEED))
    there = {place.country for place in _places(deed, statuses)} - {None}
    land = next(iter(there)) if len(there) == 1 else None
    if land is None or any(a.country == land for a in draft.actors):
        return draft
    return replace(draft, recipients=(side_at_home(land, RULERS, WHY_PLACE),))


def _deed(noun: Token, statuses: Statuses) -> Token | None:
    """What draws it: the verb that the participle over the noun hangs on; the parser may put it before the noun."""
    words = statuses.graph.words[DRAWING]
    over = noun.head if noun.dep_ == OBJECT else noun
    for drawing in (over, *(c for c in noun.lefts if c.dep_ == DESCRIBING)):
        if drawing.tag_ == PARTICIPLE and drawing.lemma_.lower() in words:
            return next((t for t in over.ancestors if t.pos_ == "VERB" and t.i < drawing.i), None)
    return None


def _places(deed: Token, statuses: Statuses) -> list[Place]:
    """Where it was done, by its own phrases."""
    predicate = statuses.graph.predicates.get(deed.i)
    heads = predicate.heads(*AT) if predicate is not None else ()
    return [statuses.mentions.places[h] for h in heads if h in statuses.mentions.places]


def with_land_of_deed(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A call that is aimed at nobody named in, the authorities of the land where what it is about was done out.

    "Four people were killed in a Sylvanian church. Graustark called for the arrest of the killers": Sylvania is to arrest
    them, and Graustark does not ask it of itself because its sentence names no other state.
    The draft; nothing where its clause names anybody else, or where what was done involves more lands than one. Where no
    deed is told of just before, the land in which the text is set is meant.
    """
    own = keys_of(draft.actors)
    if draft.status not in HAPPENED:
        return draft
    if not own or None in own or not all(OUTSIDE & set(a.sectors) for a in draft.actors):
        return draft
    if any(r.inferred is None or key_of(r) not in own for r in draft.recipients):
        return draft
    if others_in_clause(draft, own, statuses):
        return draft
    told = (found - own for found in _told_before(draft, drafts, statuses))
    lands = next(filter(None, told), {statuses.mentions.setting} - own)
    land = lands.pop() if len(lands) == 1 else None
    if land is None:
        return draft
    return replace(draft, recipients=(side_at_home(land, RULERS, WHY),))


def _told_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[set[str | None]]:
    """The lands of those who did and suffered what the sentences before tell of, the nearest first."""
    doc = statuses.graph.doc
    start = doc[draft.head].sent.start
    for _ in range(REACH if start else 0):
        sentence = doc[start - 1].sent
        start = sentence.start
        deeds = [d for d in drafts if start <= d.head < sentence.end and d.status in HAPPENED]
        deeds = [d for d in deeds if type_of(d, statuses) in DEEDS]
        sides = [a for d in deeds for a in (*d.actors, *d.recipients)]
        yield {land for a in sides if (land := a.country or a.based)}
        if not start:
            return


def with_power_at_home(draft: Draft, statuses: Statuses) -> Draft:
    """ "Sylvania's bishops condemned the arrest of two priests": who has no power speaks of what is done where he lives."""
    doc, suffered = statuses.graph.doc, statuses.graph.words[SUFFERED]
    lands = {a.country for a in draft.actors}
    land = next(iter(lands)) if len(lands) == 1 else None
    powerless = all(a.sectors and POWERLESS.issuperset(a.sectors) for a in draft.actors)
    if draft.recipients or land is None or not powerless:
        return draft
    told = any(doc[h].lemma_.lower() in suffered for h in _about(draft, statuses))
    if not told or not countries_named(draft.head, statuses) <= lands:
        return draft
    return replace(draft, recipients=(side_at_home(land, RULERS, WHY_HOME),))
