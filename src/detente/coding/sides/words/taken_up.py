"""What is done to something told before in, by whom and to whom it is as what is told before tells out.

"Sylvania banned Ruritanian plums. The ban was lifted": by Sylvania, for Ruritania. "Ruritania asked Sylvania for tents. The
request was turned down": by Sylvania.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import OTHER_WHO_FIRED, WHOSE_IT_WAS, only_because
from detente.coding.roles.known import keys_of, known_among
from detente.coding.roles.roles import actors_at, distinct, sides, without_states
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.told_before import told_in_sentences_before
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

TOLD, BY_TOLD = "told", (WHOSE_IT_WAS, OTHER_WHO_FIRED)  # what a frame needs, and by what that is known
FAR, NEAR = 3, 1  # sentences that are looked back over, for "the ban" and for "it"
EASED, GRANTED, REJECTION, INVITATION = "easing of measures", "acceptance", "rejection", "invitation"  # kinds
LAID_ON, IN_FORCE = frozenset({"SANCTION", "COERCE"}), "until lifted"  # types, a group of kinds
REFUSING, DECLINED, PLANNED, OCCURRED = "REJECT", "declined", "planned", "occurred"  # a type, statuses
ASKED, PUT_FORWARD, OFFER = "REQUEST", "proposed", "offer"  # a type, a status, a kind
ASKING, MEASURES = "nouns of asking and offering", "measures told of"  # lists of words
DRAWN_OUT = "verbs of drawing out"  # a list of words
DONE_TO, WHO_OFFERS = ("object", "to"), ("subject",)
NOUN, PRONOUN = "noun", "PRON"
NARROWER = ("prep", "acl", "relcl")  # "the ban on smoking"


def with_sides_of_measure(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """What a measure told before is lifted, eased or drawn out by in, by who laid it on and for whom it hit out.

    "Sylvania extended the ban" as well as "the ban was extended": it is the one upon Ruritania.
    """
    named = any(r.inferred is None for r in draft.recipients)
    if named or not (draft.kind == EASED or TOLD in draft.needs or _draws_out(draft, statuses)):
        return draft
    thing = _done_to(draft, statuses, MEASURES)
    if thing is None or (draft.actors and _is_passive(draft.head, statuses)):
        return draft
    for earlier in _before(draft, drafts, thing, statuses):
        in_force = earlier.kind in statuses.lexicon.groups[IN_FORCE] and not earlier.reciprocal
        if not (in_force and known_among(earlier.actors) and known_among(earlier.recipients)):
            continue
        if draft.actors and not sides(draft.actors, earlier.actors):
            return draft
        kind = EASED if draft.kind == EASED else earlier.kind
        return _with_both(replace(draft, kind=kind), earlier.actors, earlier.recipients, thing, statuses)
    return draft


def with_sides_of_request(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """What is granted or turned down by nobody who is named in, by who was asked and to who asked out."""
    told = any(a.inferred is None for a in (*draft.actors, *draft.recipients))
    noun = statuses.graph.predicates[draft.head].pos == NOUN  # its sides may be those of the request
    accepted = noun and draft.kind == INVITATION and draft.status == PLANNED
    answers = draft.kind == GRANTED or draft.status == DECLINED or type_of(draft, statuses) == REFUSING
    if told or not (answers or accepted) or (draft.actors and not noun):
        return draft
    thing = _done_to(draft, statuses, ASKING)
    if thing is None or not _is_passive(thing.head.i, statuses):
        return draft
    for earlier in _before(draft, drafts, thing, statuses):
        asking, asked = _sides_of_request(earlier, statuses)
        if known_among(asking) and known_among(asked) and not sides(asking, asked):
            if draft.status == DECLINED:  # as in "Sylvania turned it down"
                draft = replace(draft, kind=REJECTION, status=OCCURRED)
            elif accepted:
                draft = replace(draft, kind=GRANTED, status=OCCURRED)
            return _with_both(draft, asked, asking, thing, statuses)
    return draft


def is_of_nothing_told(draft: Draft) -> bool:
    """Whether it can only be known by what is told before, and nothing of that sort is told."""
    whys = [a.inferred for a in (*draft.actors, *draft.recipients)]
    return TOLD in draft.needs and not any(reason.is_why(why) for reason in BY_TOLD for why in whys)


def _with_both(
    draft: Draft, actors: Sequence[Actor], recipients: Sequence[Actor], thing: Token, statuses: Statuses
) -> Draft:
    """The draft with these sides; as it is where its sentence names others."""
    if not countries_named(draft.head, statuses) <= keys_of((*actors, *recipients)):
        return draft
    why = WHOSE_IT_WAS.of(thing.text)
    doers = draft.actors if any(a.inferred is None for a in draft.actors) else only_because(actors, why)
    return replace(draft, actors=doers, recipients=only_because(recipients, why), reciprocal=False)


def _draws_out(draft: Draft, statuses: Statuses) -> bool:
    verb = statuses.graph.predicates[draft.head]
    return type_of(draft, statuses) in LAID_ON and verb.lemma in statuses.graph.words[DRAWN_OUT]


def _done_to(draft: Draft, statuses: Statuses, words: str) -> Token | None:
    """The word for what it is done to: "it", or such a noun that points at something known and tells no more of it."""
    graph = statuses.graph
    own = graph.predicates[draft.head]
    heads = (draft.head,) if own.pos == NOUN else own.heads(*DONE_TO)
    for thing in (graph.doc[h] for h in heads):
        if thing.pos_ == PRONOUN and TOLD in draft.needs:
            return thing
        named = thing.lemma_.lower() in graph.words[words] and is_definite(thing.i, graph.doc)
        if named and not any(c.dep_ in NARROWER for c in thing.children):
            return thing
    return None


def _is_passive(head: int, statuses: Statuses) -> bool:
    verb = statuses.graph.predicates.get(head)
    return verb is not None and verb.passive and not verb.has("subject")


def _before(draft: Draft, drafts: Sequence[Draft], thing: Token, statuses: Statuses) -> Iterator[Draft]:
    """Those told in the sentences before, the last one first."""
    back = NEAR if thing.pos_ == PRONOUN else FAR
    return reversed(told_in_sentences_before(draft, drafts, statuses, back))


def _sides_of_request(earlier: Draft, statuses: Statuses) -> tuple[Sequence[Actor], Sequence[Actor]]:
    """Who asks or offers, and who is asked; nobody where it is neither."""
    if type_of(earlier, statuses) == ASKED:
        return earlier.actors, earlier.recipients
    if earlier.status == PUT_FORWARD or earlier.kind == OFFER:
        asking = _who_offers(earlier, statuses)
        return asking, without_states((*earlier.actors, *earlier.recipients), asking)
    return (), ()


def _who_offers(offer: Draft, statuses: Statuses) -> Sequence[Actor]:
    """Of talks that one side offers the other, the one that does."""
    graph, mentions = statuses.graph, statuses.mentions
    verbs = [graph.predicates[a.head] for a in offer.applied if a.head in graph.predicates]
    named = distinct(a for v in verbs for a in actors_at(WHO_OFFERS, v, graph, mentions))
    return named or (() if offer.reciprocal else offer.actors)
